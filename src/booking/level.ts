import type { Token } from './tokens.js'
import { numberWord, oneSlipApart } from './words.js'

/** The three levels of the training. */
export type Level = 1 | 2 | 3

/** One mention of a level and where it stands. */
export interface LevelMention {
  readonly level: Level
  /** Index of its first token. */
  readonly at: number
  /** Whether it was named by number or name, rather than guessed from how long it lasts. */
  readonly named: boolean
}

/** What a message says of the level. */
export interface LevelReading {
  /** In the order of the message; the same level twice is there once. Guesses only when nothing is named. */
  readonly mentions: readonly LevelMention[]
  /** A number that is no level, `niveau 4`; null when none. */
  readonly unknown: number | null
  /** Places of the tokens that name a level. */
  readonly used: ReadonlySet<number>
}

const LEVEL_WORD = /^(niveau|niv|nivo|nveau|level|lvl|lv|niveaus|levels)$/
const NAMES: readonly (readonly [Level, RegExp])[] = [
  [
    1,
    /^(introworkshops?|introductieworkshops?|introsessies?|introductiesessies?|kennismakingssessie|kennismakingsworkshop|introuurtje|kennismakingsuurtje|kennismakingsuur|introuur|introductieuur)$/,
  ],
  [
    2,
    /^(dagopleidingen|dagopleiding|eendaagse|eendagsworkshop|eendagssessie|dagtraining|dagvorming|dagworkshop|dagsessie|dagcursus|opleidingsdag|opleidingsprogramma|eendagsopleiding|trainingsdag|vormingsdag|dagprogramma)$/,
  ],
  [3, /^(leertraject|leertrajecten|leerpad|jaartraject|groepstraject|jaarprogramma|leerreeks)$/],
]
const LASTING: readonly (readonly [Level, RegExp])[] = [
  [
    1,
    /\b((workshops?|sessies?|opleiding|training|session)\b.{0,20}\b(korte|kortste|short) (versie|variant|vorm|version)|(korte|kortste|short|shortest) (versie|variant|vorm|formule|opleiding|workshop|sessie|version|training|session)(?! (van|v|vd|of) )|(kortste|shortest)\b.{0,12}\bservice ?-?design|intro|introductie|inleidende|kennismaking|introductory|introduction|taster|(een|1|one) ?-?(uurtje|uur|u|hour)|uurtje|1u|1h)\b/,
  ],
  [
    2,
    /\b((hele|volledige|ganse|heel de|volle|een|1|one|full|whole)[ -]?(dag|day)|dagvullend|eendaagse?|1 ?daagse?|dag service ?-?design|day of service ?-?design|training program(me)?|service ?-? ?design[ -]?(day|dag)|dagje)\b/,
  ],
  [
    3,
    /\b(traject|(lange|langste|long|longest) (versie|variant|vorm|formule|opleiding|version|training|course)(?! (van|v|vd|of) )|learning path|learning track|(meerdere|verschillende|several) (dagen|days)|heel (het|een) jaar|projectteams?|collective|collectieve|(over|gespreid over) een jaar|teams)\b/,
  ],
]

/**
 * Reads which level a message asks for: by number (`niv 1`, `lvl2`), by name (`dagopleiding`), or, when neither
 * is there, by how long it lasts (`een dag`).
 *
 * A level that is turned down (`niet niveau 2`, `niveau 1 ipv 2`) does not count.
 */
export function readLevel(tokens: readonly Token[]): LevelReading {
  const { mentions, unknown, used } = byNumber(tokens)
  const named = [...mentions, ...byName(tokens)].sort((a, b) => a.at - b.at)
  if (named.length > 0) return { mentions: once(named), unknown, used }
  return { mentions: byLength(tokens), unknown, used }
}

function byNumber(tokens: readonly Token[]) {
  const named = tokens.flatMap((token, at) => (isLevelWord(token) ? numbersAt(tokens, at) : []))
  const mentions = named
    .filter(({ value, refused }) => value >= 1 && value <= 3 && !refused)
    .map(({ value, at }) => ({ level: asLevel(value), at, named: true }))
  const unknown = named.find(({ value }) => value < 1 || value > 3)?.value ?? null
  return { mentions, unknown, used: new Set(named.flatMap(({ at, place }) => [at, place])) }
}

interface NamedNumber {
  readonly value: number
  /** Where the word for level stands, and where the number does. */
  readonly at: number
  readonly place: number
  readonly refused: boolean
}

function numbersAt(tokens: readonly Token[], at: number): NamedNumber[] {
  const numbers = numbersAfter(tokens, at)
  if (numbers.length === 0) {
    const ordinal = ordinalLevel(tokens[at - 1])
    return ordinal === null
      ? []
      : [{ value: ordinal, at, place: at - 1, refused: turnedDown(tokens, at - 1) }]
  }
  // Only the first is turned down by what stands before the word: `niet niveau 2`, but `niveau 1, niet 2`.
  return numbers.map(({ place, value }, index) => ({
    value,
    at,
    place,
    refused: turnedDown(tokens, index === 0 ? at : place),
  }))
}

/** `niveau 1`, `niveau 1 en 2`, `niveau 1 of 2`, `niveau 2 ipv 1`: the numbers after the word. */
function numbersAfter(tokens: readonly Token[], at: number): { place: number; value: number }[] {
  const first = /^[:.#]$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1
  const numbers: { place: number; value: number }[] = []
  for (let place = first; ; place += 2) {
    const value = levelNumber(tokens[place])
    if (value === null || !isOwnNumber(tokens, place, first)) return numbers
    numbers.push({ place, value })
    if (!/^(en|of|\+|and|or|ipv|,|&|dan|naar)$/.test(tokens[place + 1]?.text ?? '')) return numbers
  }
}

function isLevelWord(token: Token): boolean {
  if (token.kind !== 'word') return false
  return LEVEL_WORD.test(token.text) || (token.text.length >= 5 && oneSlipApart(token.text, 'niveau'))
}

function levelNumber(token: Token | undefined): number | null {
  if (token?.kind === 'number' && token.text.length === 1) return Number(token.text)
  if (token?.kind === 'word' && /^(i|ii|iii)$/.test(token.text)) return token.text.length
  const word = token?.kind === 'word' ? numberWord(token.text) : null
  return word !== null && word <= 3 ? word : null
}

// In `niveau 1 en 3 collega's` the 3 counts colleagues; a further number must be a bare 1, 2 or 3 at a pause.
function isOwnNumber(tokens: readonly Token[], place: number, first: number): boolean {
  if (place === first) return true
  const value = levelNumber(tokens[place]) ?? 0
  const next = tokens[place + 1]
  const pause =
    next === undefined ||
    next.kind === 'sign' ||
    /^(op|in|voor|aub|graag|boeken|allebei|of|en|reserveren|vastleggen|naar|ipv)$/.test(next.text)
  return value >= 1 && value <= 3 && pause
}

function ordinalLevel(token: Token | undefined): Level | null {
  const words = ['eerste', 'tweede', 'derde']
  const found = words.indexOf(token?.text ?? '') + 1
  const value = found > 0 ? found : token?.kind === 'ordinal' ? (token.numbers[0] ?? 0) : 0
  return value >= 1 && value <= 3 ? asLevel(value) : null
}

function asLevel(value: number): Level {
  return value === 1 ? 1 : value === 2 ? 2 : 3
}

// `niet niveau 2`, `ipv niveau 2`, `liever 1 dan 2`, `van niveau 1 naar 2`: the first of the last pair goes too.
function turnedDown(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? ''
  if (/^(niet|geen|ipv|dan|not|than|of)$/.test(before) && before !== 'of') return true
  if (before === 'of') return /^(plaats|instead)$/.test(tokens[at - 2]?.text ?? '')
  if (before === 'van')
    return (
      /^(plaats)$/.test(tokens[at - 2]?.text ?? '') ||
      tokens.slice(at + 1, at + 4).some((token) => /^(naar|nr|to)$/.test(token.text))
    )
  return false
}

const PHRASES: readonly (readonly [Level, RegExp, RegExp])[] = [
  [
    1,
    /^(introduction|introductory|intro|introductie|kennismakings|inleidende)$/,
    /^(workshop|session|sessie|training|course)$/,
  ],
  [1, /^hour$/, /^(introduction|intro)$/],
  [2, /^(day|daagse|dag)$/, /^(training|course|programme|program|workshop|opleiding)$/],
  [3, /^(learning|collectief|collective)$/, /^(path|track|traject|leerpad|programme)$/],
]

function byName(tokens: readonly Token[]): LevelMention[] {
  return tokens.flatMap((token, at) => {
    const level = nameOf(token.text) ?? phraseOf(token.text, tokens[at + 1]?.text ?? '')
    return level === null || turnedDown(tokens, at) ? [] : [{ level, at, named: true }]
  })
}

function nameOf(word: string): Level | null {
  return NAMES.find(([, name]) => name.test(word) || slipOfName(word, name))?.[0] ?? null
}

function phraseOf(word: string, next: string): Level | null {
  return PHRASES.find(([, first, second]) => first.test(word) && second.test(next))?.[0] ?? null
}

const SLIPPERY = [
  'introworkshop',
  'introductieworkshop',
  'dagopleiding',
  'leertraject',
  'opleidingsdag',
] as const

function slipOfName(word: string, name: RegExp): boolean {
  return word.length >= 8 && SLIPPERY.some((known) => name.test(known) && oneSlipApart(word, known))
}

function byLength(tokens: readonly Token[]): LevelMention[] {
  const text = tokens
    .map((token) => token.text)
    .join(' ')
    .replace(/ - /g, '-')
  const found = LASTING.flatMap(([level, pattern]) =>
    pattern.test(text) ? [{ level, at: 0, named: false }] : [],
  )
  return found.length === 1 ? found : []
}

function once(mentions: readonly LevelMention[]): LevelMention[] {
  return mentions.filter(
    (mention, index) => mentions.findIndex((other) => other.level === mention.level) === index,
  )
}
