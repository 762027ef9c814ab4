import type { Language } from '../../texts/language.js'
import { hasSubject, isPlain, isVerbForm, type KeyTerm, keyTerms, TELLING } from './key-terms.js'

export { coreOf } from './core.js'
export { facetsOf, questionsIn } from './facets.js'
export { hasSubject, type KeyTerm, keyTerms, TELLING } from './key-terms.js'

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
  | 'reason'
  | 'definition'
  | 'open'

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
  /** A datum was taken out of it: nobody knows any more what was stated. */
  readonly masked: boolean
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
  [
    'duration',
    /\b(hoe ?lang|duurt?|duurtijd|duren|how long|hoeveel (uur|uren|dagen|tijd|maanden|jaar)|how (many|much) (hours|days|weeks|months|years|time))\b/,
  ],
  [
    'count',
    /\b(hoeveel|aantal|hoe veel|how many|(?<!(?:phone|company|enterprise|vat|account|fax|house) )number of|met hoevelen)\b/,
  ],
  ['clock', /\b(wanneer|hoe laat|welk uur|welke (dag|datum)|when|what time)\b/],
  ['person', /\b(wie|bij wie|contactpersoon|who|whom)\b/],
  ['reason', /\b(waarom|hoe komt het|om welke reden|why)\b/],
  [
    'place',
    /\b(waar (is|ligt|zit|bevindt|vind|staat het|zijn jullie)|waar (gaat|gaan|vindt|vinden|wordt|worden) .*\b(door|plaats|gegeven|gehouden|georganiseerd)|(in|op|aan) welke? (stad|gemeente|straat|plaats|verdieping|zaal|locatie|gebouw|plein|laan)|adres|waarheen|address|where)\b/,
  ],
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
  /^(?:klopt|duurt|duren|loopt|lopen|ligt|liggen|zetelt|zetelen|is|zijn|ben(?= ik\b)|bent|zijt|was|waren|heeft|heb(?= (?:ik|je|jij)\b)|hebben|hebt|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|wordt|worden|doet|doen|doe|biedt|bieden|geeft|geven|geldt|onderhandelt|onderhandelen|verdedigt|verdedigen|vertegenwoordigt|organiseert|organiseren|krijgt|krijgen|zit|zitten|staat|hoort|horen|valt|vallen|bestaat|bestaan|werkt|werken|adviseert|helpt|helpen|komt|komen|gaat|gaan|behoort|telt|tellen|ondersteunt|zetten|int|richt|verspreidt|are|is|does|do|did|can|may|has|have)\b/
const CONFIRMING =
  /\b(klopt|correct|juist|toch|nietwaar|right|true|waar dat|is het waar|bevestig)\b|\bh[eé]\?/
const ASKING = /\b(hoeveel|wie|welke?|wat|waar|wanneer|hoe|waarom|how|who|what|which|where|when|why)\b/

const NEGATED = /\b(?:geen|niet|nooit|zonder|not|never|no)\b/

/** Takes a normalised question apart; pure. A text without a word of subject gives an empty `terms`. */
export function questionOf(text: string, language: Language, masked = MASK.test(text)): Question {
  const lower = text.toLowerCase()
  const bare = lower.replace(OPENING, '')
  const place = PLACE_CLAIM.exec(text)?.[1]?.toLowerCase() ?? null
  const identifiers = [...lower.matchAll(IDENTIFIER)].map((match) => match[0].replace(/^be[ .]?/, ''))
  const counted = lower.replace(IDENTIFIER, ' ')
  const claims = [...[...counted.matchAll(CLAIM)].map((match) => match[0]), ...identifiers]
  if (place !== null) claims.push(place)
  const type = place === null ? typeOf(counted) : 'place'
  return {
    text,
    language,
    type,
    yesNo: YES_NO_VERB.test(bare) || (CONFIRMING.test(lower) && !ASKING.test(lower)),
    terms: withAlternative(type === 'reason' ? withNumber(keyTerms(lower), claims) : keyTerms(lower), lower)
      .filter(({ word }) => word !== place)
      .map((term) => ({ ...term, name: isName(term.word, text) })),
    noun: nounOf(lower),
    excluded: keyTerms(EXCLUDED.exec(lower)?.[1] ?? '').map(({ word }) => word),
    negated: lower.split(/[,.;:?!]/).some((clause) => ASKING.test(clause) && NEGATED.test(clause)),
    masked,
    claims,
  }
}

/** Of a question why, in words that say little, the number is the subject: "waarom was dat vroeger 308". */
function withNumber(terms: readonly KeyTerm[], claims: readonly string[]): readonly KeyTerm[] {
  const [number] = claims
  if (number === undefined || !/^\d+$/.test(number)) return terms
  if (terms.some(({ weight }) => weight >= TELLING)) return terms
  return [...terms, { word: number, weight: 1, head: false, point: false, name: false, others: [] }]
}

/** What stands in a question for a datum that was masked. */
const MASK = /\[\p{L}[\p{L}-]*\]/u

/** "of moet dat via de burgemeester": what else it might be. */
const ALTERNATIVE =
  /[\p{L}\d],? (?:of|or) (?=(?:moet|moeten|loopt|lopen|gaat|gaan|kan|kunnen|mag|mogen|is|zijn|dient|verloopt|gebeurt|blijft|blijven|stopt|stoppen|zit|hangt|enkel|alleen|toch|via|rechtstreeks|langs|must|does|only)\b)([^?.!;]*)/u
const ALTERNATIVE_WEIGHT = 0.4

/** A text that knows the first of two alternatives answers the question; the words of the other say less. */
function withAlternative(terms: readonly KeyTerm[], lower: string): readonly KeyTerm[] {
  const alternative = ALTERNATIVE.exec(lower)
  if (!alternative) return terms
  const first = new Set(keyTerms(lower.slice(0, alternative.index + 1)).map(({ word }) => word))
  if (!hasSubject(lower.slice(0, alternative.index + 1))) return terms
  return terms.map((term) =>
    first.has(term.word) ? term : { ...term, weight: term.weight * ALTERNATIVE_WEIGHT, point: false },
  )
}

/** A telephone or enterprise number, however its digits are grouped; a date has fewer. */
const IDENTIFIER = /(?<![\p{L}\d.,])(?:be[ .]?|\+)?\(?\d(?:[ ./()-]{0,2}\d){8,11}(?![\d\p{L}])/gu

/** A number that states a quantity or an identifier; "niveau 2" and a clock time state none. */
const CLAIM =
  /(?<![\p{L}\d:.,/])(?<!(?:niveau|niv|level|lvl|fase|artikel|art)\.? ?)\d+(?:[.,]\d+)*(?![\p{L}\d:/]|[.,]\d|\s?(?:u\b|uur))/gu

/** A town that the asker takes VVSG to be in: "jullie zitten toch in Mechelen?". */
const PLACE_CLAIM =
  /(?:(?:jullie|vvsg|u|you|kantoor|gebouw|zetel|office)\b[^?.]*\b(?:zit|zitten|gevestigd|ligt|liggen|verhuisd?|located|based)\b[^?.]*\b(?:in|naar|te|to)|\b(?:zit|zitten|ligt|liggen|zijn)\b[^?.]*\b(?:jullie|vvsg|kantoor|gebouw|zetel)\b[^?.]*\b(?:in|te)|(?:jullie|vvsg|kantoor|zetel)\b[^?.]*\bin) (?!(?:de|het|een|Huis)\b)(\p{Lu}\p{Ll}+)(?=[^?.]{0,20}[?.!]|[^?.]{0,20}$)/u

/** "Leren we ook inschatten wanneer dat loont" asks no time. */
const LEARNT =
  /\b(leer|leert|leren|inschatten|beoordelen|bepalen|inzien|herkennen|learn|judge|estimate)\b([^?]{0,60})\b(?:wanneer|when)\b/gu

/** "When the board is put together, are women ...": asks no moment. */
const AS_SOON_AS =
  /^(?:when|wanneer) [^,?]+, (?=(?:is|are|do|does|can|must|zijn|kan|kunnen|mag|mogen|moet|moeten|wordt|worden|heeft|hebben)\b)/

/** "Waarop letten jullie wanneer de mandaten verdeeld worden": something else is asked, this says in which case. */
const IN_CASE =
  /^((?:(?:en|maar|dus) )*(?:(?:op|bij|met|aan|voor|van|naar|in|over|tot) )?(?:welke?|wat|wie|waar\p{L}*|waarom|hoeveel|hoe)\b(?![^?,;.]*\b(?:weet|weten|zeg|zeggen|zien?|ziet|kijk|nagaan|na|vind|vinden|verneem|vernemen|hoor|horen|kent|ken|kennen|staat)\b[^?,;.]*\bwanneer\b)[^?,;.:]*[^?,;.: ] )(?<!\b(?:en|of|weet|tot|vanaf|sinds) )wanneer(?= (?:de|het|een|er|wij|we|jullie|onze?|ons|mijn|iemand|die|dat|u|ik|andere)\b)/u

/** "Waarvan hangt af hoeveel lidgeld wij betalen" asks for the rule, not for the sum. */
const DEPENDS =
  /\b(waar\p{L}* (?:hangt|is|wordt)|wat|wie|hoe) (?=[^?.]*\b(?:af|afhankelijk|bepaald|bepaalt|bepalen|beslist|berekend)\b)([^?.]*)\b(?:hoeveel|hoe veel|hoe duur|wanneer|hoe lang)\b/gu

function typeOf(typed: string): AnswerType {
  const lower = typed
    .replace(DEPENDS, '$1 $2 of')
    .replace(LEARNT, '$1$2 als')
    .replace(AS_SOON_AS, '')
    .replace(IN_CASE, '$1als')
  const asked = TYPES.find(([, pattern]) => pattern.test(lower))?.[0]
  if (asked) return asked
  if (STRETCH.test(lower)) return 'duration'
  // "jullie hebben toch 500 leden?" asks how many there are.
  return /(?<![\p{L}\d.])\d+ (?!(?:is|het|de|van|juist|correct)\b)\p{L}/u.test(lower) &&
    CONFIRMING.test(lower)
    ? 'count'
    : 'open'
}

/** "Is de introductieworkshop een halve dag?" asks how long it takes. */
const STRETCH =
  /^(?:(?:klopt het dat |dus |en |maar )*)(?:is|zijn|are|niveau|level|de|het) (?:de |het |die |dat |the |that )?(?:introductie\p{L}*|introworkshop|kennismaking\p{L}*|workshop|opleidingsdag|dagopleiding|eendaagse|leertraject|opleiding|vorming|niveau \d|level \d|introduction \p{L}+)(?: \p{L}+){0,3}? (?:een |één |a |an |maar |meer dan |langer dan )*(?:halve|hele|volle|volledige|ganse|half|full|twee|drie|\d+)? ?(?:uur|uurtje|dag|dagen|week|weken|maand|maanden|jaar|hours?|days?|weeks?|months?|year)(?=\s*(?:\?|$|lang|long|of|or))/u

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

/** Where every member is: "is er in Vlaanderen één stad niet aangesloten" names nobody else. */
const AMONG_MEMBERS = /\b(?:lid|leden|aangesloten|ingeschreven|bij jullie|members?|affiliated)\b/i

/** Whether a word of the question stands there as a name: with a capital inside a sentence, or in capitals. */
function isName(word: string, text: string): boolean {
  if (BODIES.has(word)) return true
  if (word === 'vvsg' || !/\p{Ll}/u.test(text)) return false
  if (word === 'vlaanderen' && AMONG_MEMBERS.test(text)) return false
  const at = text.toLowerCase().indexOf(word)
  const surface = text.slice(at, at + word.length)
  if (/^\p{Lu}[\p{Lu}\d-]+$/u.test(surface)) return true
  return /^\p{Lu}\p{Ll}/u.test(surface) && /[\p{L}\d,]['’]?\s+$/u.test(text.slice(0, at))
}
