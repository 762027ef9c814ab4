import { infinitive } from '../knowledge/dutch/verbs.js'
import { loadWordList } from '../knowledge/dutch/word-list.js'
import type { Language } from '../texts/language.js'
import { memoised } from './memo.js'
import { PLAIN_WORDS, POINT_WORDS, SOFT_WORDS } from './plain-words.js'
import { rarity } from './rarity.js'

/** What a right answer must hold for this question. */
export type AnswerType =
  | 'amount'
  | 'count'
  | 'percent'
  | 'duration'
  | 'frequency'
  | 'clock'
  | 'person'
  | 'place'
  | 'how-to'
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
  /** It names somebody or something: a capital inside a sentence, an abbreviation, a body everybody knows. */
  readonly name: boolean
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
  /** The thing of which it is asked which one it is ("welk *rekeningnummer*"); null when it is not asked so. */
  readonly noun: string | null
  /** What the asker leaves out: "buiten afval en streekontwikkeling". */
  readonly excluded: readonly string[]
  /** Asks which ones are not, or why something does not happen. */
  readonly negated: boolean
  /** Numbers the asker states himself, to be confirmed or corrected: "500 leden, toch?". */
  readonly claims: readonly string[]
}

const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  ['frequency', /\b(hoe (vaak|dikwijls)|om de hoeveel|how (often|frequently))\b/],
  [
    'amount',
    /\b(hoeveel (kost|kosten|betaal\w*|betalen|euro)|wat kost(en)?|hoe duur|kostprijs|prijs|prijzen|tarie(f|ven)|how much|price|cost)\b|€/,
  ],
  ['percent', /\b(percent\w*|procent\w*|aandeel|hoeveel %|welk deel|what (share|part|proportion))\b|%/],
  ['duration', /\b(hoe ?lang|duurt?|duurtijd|duren|how long|hoeveel (uur|uren|dagen|tijd|maanden|jaar))\b/],
  [
    'count',
    /\b(hoeveel|aantal|hoe veel|how many|(?<!(?:phone|company|enterprise|vat|account|fax|house) )number of|met hoevelen)\b/,
  ],
  ['clock', /\b(wanneer|hoe laat|welk uur|welke (dag|datum)|when|what time)\b/],
  ['person', /\b(wie|bij wie|contactpersoon|who|whom)\b/],
  ['place', /\b(waar (is|ligt|zit|bevindt|vind|staat het|zijn jullie)|adres|waarheen|address|where)\b/],
  [
    'how-to',
    /\b(hoe (kan|kunnen|moet|moeten|doe|word|worden|schrijf|vraag|stel|dien|meld|zeg|krijg|geraak|kom|raak|verander|wijzig|annuleer|neem|boek|bestel)( \p{L}+)? ?(ik|je|we|wij|men|u|onze|ons)|(waar|langs waar|via welk\w*|op welke manier|naar wie) .*\b(kan|kunnen|moet|moeten|mag|vind|dien|stel|vraag) (ik|je|we|wij|men|u)|how (do|can|should) (i|we)|where (do|can) (i|we))\b/u,
  ],
  [
    'definition',
    /\b(wat (is|zijn|betekent|doet)|waar ?voor staa[nt]|waar staa[nt]\b.*\bvoor|afkorting|betekenis|what (is|are|does)|stand for)\b/,
  ],
]

const OPENING =
  /^(?:(?:dag|hallo|beste|goeiedag|zeg|en|maar|dus|vraagje|vraag|euh|klopt het dat|is het waar dat|bevestig)[ ,:.!]+)*/
const YES_NO_VERB =
  /^(?:klopt|duurt|duren|loopt|lopen|ligt|liggen|zetelt|zetelen|is|zijn|ben|bent|zijt|was|waren|heeft|heb|hebben|hebt|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|wordt|worden|doet|doen|doe|biedt|bieden|geeft|geven|geldt|onderhandelt|onderhandelen|verdedigt|verdedigen|vertegenwoordigt|organiseert|organiseren|krijgt|krijgen|zit|zitten|staat|hoort|horen|valt|vallen|bestaat|bestaan|werkt|werken|adviseert|helpt|helpen|komt|komen|gaat|gaan|behoort|telt|tellen|ondersteunt|zetten|int|richt|verspreidt|are|is|does|do|did|can|may|has|have)\b/
const CONFIRMING =
  /\b(klopt|correct|juist|toch|nietwaar|right|true|waar dat|is het waar|bevestig)\b|\bh[eé]\?/
const ASKING = /\b(hoeveel|wie|welke?|wat|waar|wanneer|hoe|waarom|how|who|what|which|where|when|why)\b/

const NEGATED = /\b(?:geen|niet|nooit|zonder|not|never|no)\b/

/** Takes a normalised question apart; pure. A text without a word of subject gives an empty `terms`. */
export function questionOf(text: string, language: Language): Question {
  const lower = text.toLowerCase()
  const bare = lower.replace(OPENING, '')
  const place = PLACE_CLAIM.exec(text)?.[1]?.toLowerCase() ?? null
  const claims = [...lower.matchAll(CLAIM)].map((match) => match[0])
  if (place !== null) claims.push(place)
  return {
    text,
    language,
    type: place === null ? typeOf(lower) : 'place',
    yesNo: YES_NO_VERB.test(bare) || (CONFIRMING.test(lower) && !ASKING.test(lower)),
    terms: keyTerms(lower)
      .filter(({ word }) => word !== place)
      .map((term) => ({ ...term, name: isName(term.word, text) })),
    noun: nounOf(lower),
    excluded: keyTerms(EXCLUDED.exec(lower)?.[1] ?? '').map(({ word }) => word),
    negated: ASKING.test(lower) && NEGATED.test(lower),
    claims,
  }
}

/** A number that states a quantity or an identifier; "niveau 2" and a clock time state none. */
const CLAIM =
  /(?<![\p{L}\d:.,/])(?<!(?:niveau|niv|level|lvl|fase|artikel|art)\.? ?)\d+(?:[.,]\d+)*(?![\p{L}\d:/]|[.,]\d|\s?(?:u\b|uur))/gu

/** A town that the asker takes VVSG to be in: "jullie zitten toch in Mechelen?". */
const PLACE_CLAIM =
  /(?:(?:jullie|vvsg|u|you|kantoor|gebouw|zetel|office)\b[^?.]*\b(?:zit|zitten|gevestigd|ligt|liggen|verhuisd?|located|based)\b[^?.]*\b(?:in|naar|te|to)|\b(?:zit|zitten|ligt|liggen|zijn)\b[^?.]*\b(?:jullie|vvsg|kantoor|gebouw|zetel)\b[^?.]*\b(?:in|te)|(?:jullie|vvsg|kantoor|zetel)\b[^?.]*\bin) (?!(?:de|het|een|Huis)\b)(\p{Lu}\p{Ll}+)(?=[^?.]{0,20}[?.!]|[^?.]{0,20}$)/u

function typeOf(lower: string): AnswerType {
  const asked = TYPES.find(([, pattern]) => pattern.test(lower))?.[0]
  if (asked) return asked
  // "jullie hebben toch 500 leden?" asks how many there are.
  return /(?<![\p{L}\d.])\d+ (?!(?:is|het|de|van|juist|correct)\b)\p{L}/u.test(lower) &&
    CONFIRMING.test(lower)
    ? 'count'
    : 'open'
}

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
    const before = /^[\d.,:u/%-]+$/.test(word) ? NUMBERED.exec(lower.slice(0, index)) : null
    if (/^[\d.,:u/%-]+$/.test(word) && before === null) continue
    if (before !== null) {
      const name = `${before[1]} ${word}`
      terms.set(name, { word: name, weight: 1, head: false, point: false, name: false, others: [] })
      continue
    }
    if (isPlain(word) || terms.has(word)) continue
    const weight = weightOf(word)
    const head = asked && weight >= 0.3 && !SOFT_WORDS.has(word)
    if (head) asked = false
    terms.set(word, { word, weight, head, point: POINT_WORDS.has(word), name: false, others: [] })
  }
  return [...terms.values()]
}

const EXCLUDED = /\b(?:buiten|behalve|uitgezonderd|naast|except(?: for)?|besides|apart from)\b([^?.!;]*)/

const WHICH =
  /\b(?:welke?|which|what|wat (?:is|zijn|was|waren) (?:het|de|jullie|uw|ulle|ons|onze)|what (?:is|are) (?:the|your)|(?:geef|bezorg)\p{L}* (?:mij|me|ons) (?:het|de|jullie|uw)|give (?:me|us) (?:the|your))\s+(?:\p{L}+e\s+)?([\p{L}-]{4,})/u
/** What is asked for with these words is the kind of answer, not a thing a text would name. */
const NO_THING =
  /^(?:straat|laan|stad|plaats|kanaal|publiek|doelgroep|pagina|number|level|procent|percentage|aandeel|share|part|afkorting|abbreviation|betekenis|bedoeling|verschil|stuk|soort|soorten|manier|wijze|getal|cijfer|nummer|naam|rol|does|kind|kinds)$/

function nounOf(lower: string): string | null {
  const noun = WHICH.exec(lower)?.[1]
  return noun === undefined || isPlain(noun) || NO_THING.test(noun) || isVerbForm(noun) ? null : noun
}

/** Bodies that members name without a capital. */
const BODIES: ReadonlySet<string> = new Set(
  'ovsg brulocalis vvp uvcw vng abb audit interafval vlinter unia fod pod rsz vdab ovam vmm vaph vlaio fluvia'.split(
    ' ',
  ),
)

/** Whether a word of the question stands there as a name: with a capital inside a sentence, or in capitals. */
function isName(word: string, text: string): boolean {
  if (BODIES.has(word)) return true
  if (word === 'vvsg' || !/\p{Ll}/u.test(text)) return false
  const at = text.toLowerCase().indexOf(word)
  const surface = text.slice(at, at + word.length)
  if (/^\p{Lu}[\p{Lu}\d-]+$/u.test(surface)) return true
  return /^\p{Lu}\p{Ll}/u.test(surface) && /[\p{L}\d,]['’]?\s+$/u.test(text.slice(0, at))
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

const VERB = 0.45

function weightOf(word: string): number {
  if (/\d/.test(word) || POINT_WORDS.has(word)) return 1
  if (SOFT_WORDS.has(word)) return Math.min(0.3, rarity(word))
  // What happens to the subject says less than the subject: it may be put in many words.
  return isVerbForm(word) ? Math.min(VERB, rarity(word)) : rarity(word)
}

const isVerbForm = memoised((word) => infinitive(word, loadWordList()) !== null)

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
