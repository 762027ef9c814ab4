import { infinitive } from '../../knowledge/dutch/verbs.js'
import { loadWordList } from '../../knowledge/dutch/word-list.js'
import { remembered } from '../../knowledge/remembered.js'
import { PLAIN_WORDS, POINT_WORDS, SOFT_WORDS } from './plain-words.js'
import { rarity } from './rarity.js'

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
  /** It names somebody or something: a capital inside a sentence, an abbreviation, a body everybody knows. */
  readonly name: boolean
  /** Stems of its other names, from the glossary; empty until they are looked up. */
  readonly others: readonly string[]
}

/** From this weight on a word names a subject; below it, it only colours the question. */
export const TELLING = 0.5

const WORD = /[\p{L}\d][\p{L}\d'’.-]*[\p{L}\d]|[\p{L}\d]/gu
/** A number that names a thing rather than states a quantity: "niveau 2", "level 1". */
const NUMBERED = /\b(niveaus?|niv|levels?|lvl|fase|artikel|art|punt|deel)\.? ?$/
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
    if (/^[\d.,:u/%-]+$/.test(word)) {
      const name = numberedName(word, lower.slice(0, index))
      if (name !== null) terms.set(name, { ...PLAIN_TERM, word: name })
      continue
    }
    if (isPlain(word) || terms.has(word)) continue
    const weight = weightOf(word)
    const head =
      asked &&
      (isCounted(lower.slice(0, index)) || namesThing(word, weight)) &&
      !qualifies(word, lower.slice(index))
    if (head) asked = false
    terms.set(word, { ...PLAIN_TERM, word, weight, head, point: isPoint(word, lower.slice(0, index)) })
  }
  return [...terms.values()]
}

/** "Hoe duur" asks the price, "hun duur" how long. */
function isPoint(word: string, before: string): boolean {
  return (
    POINT_WORDS.has(word) &&
    !(word === 'duur' && /\b(?:de|hun|per|qua|en|of|met|hoe lang|zijn|haar) $/.test(before))
  )
}

/** An inflected adjective right before another word of subject: "autonome gemeentebedrijven" are "gemeentebedrijven". */
function qualifies(word: string, from: string): boolean {
  const next = /^ (\p{L}{4,})/u.exec(from.slice(word.length))?.[1]
  return ADJECTIVE.test(word) && next !== undefined && !isPlain(next) && !isVerbForm(next)
}

/** Right behind "hoeveel" the commonest word is what is counted: "hoeveel mensen". */
function isCounted(before: string): boolean {
  return /\b(?:hoeveel|how many) $/.test(before)
}

function namesThing(word: string, weight: number): boolean {
  return weight >= 0.3 && !SOFT_WORDS.has(word)
}

const ADJECTIVE = /(?:ale|ele|ole|ome|eme|ieke|ische|ige|lijke|bare|ende|erde|are|ieve|anse|ense|erse)$/

const PLAIN_TERM = { weight: 1, head: false, point: false, name: false, others: [] } as const

/** "niveau 2", of the 2 and what stands before it; null for a bare number. */
function numberedName(number: string, before: string): string | null {
  const named = NUMBERED.exec(before)?.[1]
  return named === undefined ? null : `${named} ${number}`
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

/** Whether a word says how something is asked, not what about. */
export function isPlain(word: string): boolean {
  const bare = word.normalize('NFKD').replace(/\p{M}/gu, '')
  if (POINT_WORDS.has(word)) return false
  if (PLAIN_WORDS.has(word) || PLAIN_WORDS.has(bare) || PLAIN_WORDS.has(undiminished(word))) return true
  return ORDER.test(word) || (word.length === 1 && !/\d/.test(word))
}

/** "1e", "2de" and "een twintigtal": how many or which in a row, as a bare number. */
const ORDER =
  /^(?:\d+(?:e|de|ste|st|nd|rd|th)|(?:tien|vijftien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend)tal)$/

/** "Overzichtje" and "lijstje" are what they are made of, when that is a word. */
function undiminished(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:etje|[tpk]?je|e?ke|ske)s?$/u, '')
}

const VERB = 0.45

function weightOf(word: string): number {
  if (/\d/.test(word) || POINT_WORDS.has(word)) return 1
  if (SOFT_WORDS.has(word) || SOFT_WORDS.has(undiminished(word))) return Math.min(0.3, rarity(word))
  // What happens to the subject says less than the subject: it may be put in many words.
  return isVerbForm(word) ? Math.min(VERB, rarity(word)) : rarity(word)
}

/** Whether a word is a conjugated verb or a participle. */
export const isVerbForm = remembered((word) => infinitive(word, loadWordList()) !== null)

/** How much the words of a text tell together; 0 when none does. */
export function weightIn(text: string): number {
  return keyTerms(text.toLowerCase()).reduce((sum, { weight }) => sum + weight, 0)
}

/** Whether a text names any subject. */
export function hasSubject(text: string): boolean {
  return keyTerms(text.toLowerCase()).some(({ weight }) => weight >= TELLING)
}
