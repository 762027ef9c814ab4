import type { Language } from '../desk/reply.js'
import { PLAIN_WORDS, SOFT_WORDS } from './plain-words.js'

/** What a right answer must hold for this question. */
export type AnswerType =
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
  /** How much it tells: 1 for a word of the subject, less for a light word. */
  readonly weight: number
}

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

const YES_NO =
  /^(?:(?:dag|hallo|beste|goeiedag|zeg|en|maar|dus|vraagje|vraag|euh)[ ,:.!]+)*(?:klopt|is|zijn|ben|bent|zijt|was|waren|heeft|heb|hebben|hebt|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|wordt|worden|doet|doen|doe|biedt|bieden|geeft|geven|geldt|onderhandelt|onderhandelen|verdedigt|vertegenwoordigt|organiseert|organiseren|krijgt|krijgen|zit|zitten|staat|hoort|horen|valt|vallen|bestaat|bestaan|werkt|werken|adviseert|helpt|komt|gaat|behoort|telt|ondersteunt|is het|are|is|does|do|did|can|may|has|have)\b/

const CONFIRMING = /\b(klopt|correct|juist|toch|nietwaar|he\?|hé\?|right|true|waar dat|is het waar)\b/

/** Takes a normalised question apart; pure. A text without a word of subject gives an empty `terms`. */
export function questionOf(text: string, language: Language): Question {
  const lower = text.toLowerCase()
  return {
    text,
    language,
    type: TYPES.find(([, pattern]) => pattern.test(lower))?.[0] ?? 'open',
    yesNo: YES_NO.test(lower) || (CONFIRMING.test(lower) && !/\b(hoeveel|wie|welke|wat|waar)\b/.test(lower)),
    terms: keyTerms(lower),
    claims: [...lower.matchAll(/(?<![\p{L}\d])\d+(?:[.,]\d+)*(?![\p{L}\d])/gu)].map((match) => match[0]),
  }
}

const WORD = /[\p{L}\d][\p{L}\d'’.-]*[\p{L}\d]|[\p{L}\d]/gu
/** A number that names a thing rather than states a quantity: "niveau 2", "level 1". */
const NUMBERED = /(?:niveau|niveaus|niv|level|lvl|fase|artikel|art|punt|deel)\.? ?$/

/**
 * The words that say what a text is about, each once, in order.
 *
 * A bare number counts only where it names something ("niveau 2"); elsewhere it is a claim to be checked.
 */
export function keyTerms(lower: string): readonly KeyTerm[] {
  const words = [...lower.matchAll(WORD)]
    .filter(({ 0: word, index }) => !/^[\d.,:u/%-]+$/.test(word) || NUMBERED.test(lower.slice(0, index)))
    .map((match) => match[0].replace(/['’]s$/, ''))
  return [...new Set(words)]
    .filter((word) => !PLAIN_WORDS.has(word) && (word.length > 1 || /\d/.test(word)))
    .map((word) => ({ word, weight: SOFT_WORDS.has(word) ? 0.3 : 1 }))
}

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
    .filter((part) => keyTerms(part.toLowerCase()).length > 0)
  if (sentences.length > 1) return sentences
  const parts = text
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => keyTerms(part.toLowerCase()).some((term) => term.weight === 1))
  const short = parts.every((part) => keyTerms(part.toLowerCase()).length <= 5)
  return parts.length > 1 && short ? parts : [text]
}
