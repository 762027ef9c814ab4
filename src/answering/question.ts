import type { Language } from '../texts/language.js'
import { PLAIN_WORDS, POINT_WORDS, SOFT_WORDS } from './plain-words.js'
import { rarity } from './rarity.js'

/** What a right answer must hold for this question. */
export type AnswerType =
  | 'amount'
  | 'count'
  | 'percent'
  | 'duration'
  | 'clock'
  | 'person'
  | 'place'
  | 'definition'
  | 'open'

/** A word of the question that says what it is about. */
export interface KeyTerm {
  /** Lower case, as it stands in the question. */
  readonly word: string
  /** How much it tells, above 0 to 1: 1 for a rare word, little for a common or light one. */
  readonly weight: number
  /** It is what is asked for: the counted noun, the person, the thing that is where. */
  readonly head: boolean
  /** It is the point of the question however common the word is: what something costs, who leads. */
  readonly point: boolean
  /** Stems of its other names, from the glossary; empty until they are looked up. */
  readonly others: readonly string[]
}

/** From this weight on a word names a subject; below it, it only colours the question. */
export const TELLING = 0.5

/** A question taken apart, ready to be held against passages. */
export interface Question {
  /** Normalised text. */
  readonly text: string
  readonly language: Language
  readonly type: AnswerType
  /** Whether "ja" or "nee" is the first thing the asker wants. */
  readonly yesNo: boolean
  readonly terms: readonly KeyTerm[]
  /** Numbers the asker states himself, to be confirmed or corrected: "500 leden, toch?". */
  readonly claims: readonly string[]
}

const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'amount',
    /\b(hoeveel (kost|kosten|betaal\w*|betalen|euro)|wat kost(en)?|hoe duur|kostprijs|prijs|prijzen|tarie(f|ven)|how much|price|cost)\b|€/,
  ],
  ['percent', /\b(percent\w*|procent\w*|aandeel|hoeveel %|welk deel|what (share|part|proportion))\b|%/],
  ['duration', /\b(hoe ?lang|duurt?|duurtijd|duren|how long|hoeveel (uur|uren|dagen|tijd|maanden|jaar))\b/],
  ['count', /\b(hoeveel|aantal|hoe veel|how many|number of|met hoevelen)\b/],
  ['clock', /\b(wanneer|hoe laat|welk uur|welke (dag|datum)|when|what time)\b/],
  ['person', /\b(wie|bij wie|contactpersoon|who|whom)\b/],
  ['place', /\b(waar (is|ligt|zit|bevindt|vind|staat het|zijn jullie)|adres|waarheen|address|where)\b/],
  [
    'definition',
    /\b(wat (is|zijn|betekent|doet)|waar ?voor staa[nt]|waar staa[nt]\b.*\bvoor|afkorting|betekenis|what (is|are|does)|stand for)\b/,
  ],
]

const OPENING =
  /^(?:(?:dag|hallo|beste|goeiedag|zeg|en|maar|dus|vraagje|vraag|euh|klopt het dat|is het waar dat|bevestig)[ ,:.!]+)*/
const YES_NO_VERB =
  /^(?:klopt|is|zijn|ben|bent|zijt|was|waren|heeft|heb|hebben|hebt|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|wordt|worden|doet|doen|doe|biedt|bieden|geeft|geven|geldt|onderhandelt|onderhandelen|verdedigt|verdedigen|vertegenwoordigt|organiseert|organiseren|krijgt|krijgen|zit|zitten|staat|hoort|horen|valt|vallen|bestaat|bestaan|werkt|werken|adviseert|helpt|helpen|komt|komen|gaat|gaan|behoort|telt|tellen|ondersteunt|zetten|int|richt|verspreidt|are|is|does|do|did|can|may|has|have)\b/
const CONFIRMING =
  /\b(klopt|correct|juist|toch|nietwaar|right|true|waar dat|is het waar|bevestig)\b|\bh[eé]\?/
const ASKING = /\b(hoeveel|wie|welke?|wat|waar|wanneer|hoe|waarom|how|who|what|which|where|when|why)\b/

/** Takes a normalised question apart; pure. A text without a word of subject gives an empty `terms`. */
export function questionOf(text: string, language: Language): Question {
  const lower = text.toLowerCase()
  const bare = lower.replace(OPENING, '')
  const claims = [...lower.matchAll(CLAIM)].map((match) => match[0])
  return {
    text,
    language,
    type: typeOf(lower),
    yesNo: YES_NO_VERB.test(bare) || (CONFIRMING.test(lower) && !ASKING.test(lower)),
    terms: keyTerms(lower),
    claims,
  }
}

/** A number that states a quantity or an identifier; "niveau 2" and a clock time state none. */
const CLAIM =
  /(?<![\p{L}\d:.,/])(?<!(?:niveau|niv|level|lvl|fase|artikel|art)\.? ?)\d+(?:[.,]\d+)*(?![\p{L}\d:/]|[.,]\d|\s?(?:u\b|uur))/gu

function typeOf(lower: string): AnswerType {
  const asked = TYPES.find(([, pattern]) => pattern.test(lower))?.[0]
  if (asked) return asked
  // "jullie hebben toch 500 leden?" asks how many there are.
  return /(?<![\p{L}\d])\d+ \p{L}/u.test(lower) && CONFIRMING.test(lower) ? 'count' : 'open'
}

const WORD = /[\p{L}\d][\p{L}\d'’.-]*[\p{L}\d]|[\p{L}\d]/gu
/** A number that names a thing rather than states a quantity: "niveau 2", "level 1". */
const NUMBERED = /(?:niveau|niveaus|niv|level|lvl|fase|artikel|art|punt|deel)\.? ?$/
const ASKS_FOR = /^(?:hoeveel|aantal|welke?|wie|wat|waar|many|which|what|who|where)$/

/**
 * The words that say what a text is about, each once, in order.
 *
 * A bare number counts only where it names something ("niveau 2"); elsewhere it is a claim to be checked. The head
 * is the first word of subject behind the question word.
 */
export function keyTerms(lower: string): readonly KeyTerm[] {
  const terms = new Map<string, KeyTerm>()
  let asked = false
  for (const { word, index } of wordsOf(lower)) {
    if (ASKS_FOR.test(word)) asked = true
    if (/^[\d.,:u/%-]+$/.test(word) && !NUMBERED.test(lower.slice(0, index))) continue
    if (isPlain(word) || terms.has(word)) continue
    const weight = weightOf(word)
    const head = asked && weight >= 0.3 && !SOFT_WORDS.has(word)
    if (head) asked = false
    terms.set(word, { word, weight, head, point: POINT_WORDS.has(word), others: [] })
  }
  return [...terms.values()]
}

/** Words with their place; "collega-AGB's" is two words, "e-mail" and "22-jarige" are one. */
function wordsOf(lower: string): readonly { readonly word: string; readonly index: number }[] {
  return [...lower.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const pieces = found.split('-')
    const apart = pieces.length === 2 && pieces.every((piece) => piece.length >= 3 && !/^\d/.test(piece))
    return (apart ? pieces : [found]).map((piece) => ({
      word: piece.replace(/['’]s$/, ''),
      index: index + found.indexOf(piece),
    }))
  })
}

function isPlain(word: string): boolean {
  const bare = word.normalize('NFKD').replace(/\p{M}/gu, '')
  if (POINT_WORDS.has(word)) return false
  return PLAIN_WORDS.has(word) || PLAIN_WORDS.has(bare) || (word.length === 1 && !/\d/.test(word))
}

function weightOf(word: string): number {
  if (/\d/.test(word) || POINT_WORDS.has(word)) return 1
  return SOFT_WORDS.has(word) ? Math.min(0.3, rarity(word)) : rarity(word)
}

/** Whether a text names any subject. */
export function hasSubject(text: string): boolean {
  return keyTerms(text.toLowerCase()).some(({ weight }) => weight >= TELLING)
}

const SENTENCE = /[^?!.;\n]+(?:[.](?=\d)[^?!.;\n]*)*[?!.;\n]*/g

/**
 * What is asked, without the letter around it: of a text of several sentences only the questions, when they name a
 * subject.
 *
 * @example
 * ```ts
 * coreOf('Wij maken een nota. Hoeveel OCMW\'s zijn lid? Alvast bedankt.') //=> "Hoeveel OCMW's zijn lid?"
 * ```
 */
export function coreOf(text: string): string {
  const sentences = [...text.matchAll(SENTENCE)].map((match) => match[0].trim()).filter(Boolean)
  const questions = sentences.filter((sentence) => sentence.includes('?'))
  const core = questions.filter(hasSubject)
  return core.length > 0 && core.length < sentences.length ? core.join(' ') : text
}

/** A part of an enumeration may be named by a commoner word than a whole question: its neighbours say the rest. */
const NAMED_PART = 0.4
const BREAK = /\s*(?:[;,+&]|\ben\b|\balsook\b|\bplus\b|\band\b)\s*/

/**
 * Splits a question that asks for several things at once into one text each: "adres, btw-nummer en openingsuren".
 *
 * Returns the whole as its only element when the parts do not each name a subject in a few words; the caller tries
 * the whole first and the parts only when no single passage answers it.
 */
export function facetsOf(text: string): readonly string[] {
  const sentences = text
    .split(/(?<=[?!])\s+/)
    .map((part) => part.trim())
    .filter(hasSubject)
  if (sentences.length > 1) return sentences.flatMap(facetsOf)
  const parts = text
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => keyTerms(part.toLowerCase()).some(({ weight }) => weight >= NAMED_PART))
  const short = parts.every((part) => keyTerms(part.toLowerCase()).length <= 6)
  return parts.filter(hasSubject).length > 1 && short ? parts : [text]
}
