import { facetsOf } from './facets.js'
import { type KeyTerm, keyTerms, TELLING } from './key-terms.js'

const ASK =
  "(?:(?:bij|met|aan|op|voor|van|naar|in|tot|tegen|vanaf|door|via|langs|sinds|on|to|at|from|until|since) )?(?:hoe\\p{L}*|wat|wie|waar\\p{L}*|wanneer|welke?|om welke|how|what|what's|which|who|where|when|why)(?!\\p{L})"
const VERB =
  '(?:is|zijn|was|waren|heeft|hebben|hebt|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|wordt|worden|werd|krijgt|krijgen|bestaat|bestaan|geldt|komt|komen|klopt|organiseren|geven|bieden|are|does|do|can|may|must|has|have|did) (?:jullie|ulle|u|ge|gij|ik|we|wij|men|je|er|het|de|een|dat|die|ze|zij|hij|deze|onze?|uw|the|there|it|they|you|your|i|we|a|an)(?!\\p{L})'
const NEXT = new RegExp(
  `(?<=[?!;])\\s+|(?<=\\p{L}\\.)\\s+(?=(?:en |and |maar )?(?:${ASK}|${VERB}))|(?:,? (?:en|and|maar|plus|but)|,)\\s+(?:(?:ook|also|verder|dan|then|eigenlijk|vooral) )*(?=${ASK}|${VERB})`,
  'iu',
)
const OPENS = new RegExp(`^(?:${ASK}|${VERB})|[?]$`, 'iu')
const TIE = /^(?:(?:en|and|maar|but|of|or|ook|also|verder|dan|then|plus) )+/iu
const SHORTEST = 3
const SHORTEST_OF_TOPIC = 2

/** Names the association or what only it has. */
const OURS =
  /\b(?:jullie|ulle|ulie|ulder|u|uw|vvsg|huis madou|bischoffsheimlaan|(?:niveau|level) \d|service ?design|spider|toolkit|lidgeld\p{L}*|membership fee|lid|leden|members?|you|your|yours)(?!\p{L})/iu
/** Points at what another question is about by more than its subject: "wie is daar voorzitter". */
const LEANS =
  /\b(?:(?:daar|hier|er)(?:in|van|aan|mee|bij|over|tegen|voor|op|rond)|daar|er (?:in|van|aan|mee|bij|over|voor|op)|about (?:it|that|this))(?!\p{L})/iu
const PRONOUN =
  /\b(?:het|dat|dit|die|deze|ze|zij|hij|it|that|this|they)(?= (?:door|af|plaats|precies|juist|eigenlijk|dan|bedoeld|op|per|voor|van|in|exactly|take|last|for|cost|based|aimed|meant)\b|\W*$)/iu

/** Points at the subject of the question before it. */
const POINTS = /\b(?:het|dat|die|ze|zij|haar|hun|it|its|they|their|that)(?!\p{L})/iu
/** What the association has that goes by a name of several or of common words. */
const OWN_THING = /(?:niveau|level) \d|service ?design|membership fees?|lidgeld\p{L}*|toolkit/iu
const VVSG = /\bvvsg\b/iu
const NAMES_US = new RegExp(`${OWN_THING.source}|${VVSG.source}`, 'iu')
/** What is the association's where the question before names it. */
const ITS = /\b(?:haar|hun|its|their)(?= \p{L})/iu
/** "Ons lidgeld: waarop is het gebaseerd, ...": what all the questions are about. */
const TOPIC =
  /^((?:(?:ons|onze|het|de|jullie|uw|our|the|your) )?[\p{L}'-]+(?: [\p{L}\d]+)?)\s*:\s+(?=\p{L})/iu

/** One of several questions in a message. */
export interface Clause {
  /** As it was typed. */
  readonly text: string
  /** With the subject of the question before it where it has none itself. */
  readonly full: string
  /** Whether it names the association, or what only it has. */
  readonly isOurs: boolean
  /** Whether it names what nobody else has: a level of its training, its fee, itself. */
  readonly isOwnThing: boolean
  /** Whether it is about the association, be it only by pointing at a question that names it. */
  readonly concernsUs: boolean
  /** Whether it means little without the answer to another. */
  readonly leans: boolean
}

/**
 * The questions of a message that asks several things, each with the subject it is about; one element, or none, when
 * it asks one thing.
 *
 * @param asksMore whether a part asks something although it names no subject: "zijn jullie er nu"
 * @example
 * ```ts
 * clausesAsking('hoe lang duurt niveau 2 en wat kost het?').map(({ full }) => full)
 * //=> ['hoe lang duurt niveau 2', 'wat kost niveau 2']
 * ```
 */
export function clausesAsking(text: string, asksMore: (part: string) => boolean): readonly Clause[] {
  const clauses: Clause[] = []
  const [prefix = '', topic = ''] = TOPIC.exec(text) ?? []
  let subject: Subject | null = topic === '' ? null : { word: topic, isOurs: OURS.test(topic), isVvsg: false }
  for (const part of partsOf(
    text.slice(prefix.length),
    asksMore,
    prefix === '' ? SHORTEST : SHORTEST_OF_TOPIC,
  )) {
    const own = subjectOf(part)
    const of = subject?.isVvsg === true ? part.replace(ITS, 'jullie') : part
    const full = own === null && !asksMore(part) ? withSubject(of, subject, prefix !== '') : of
    const isOurs = OURS.test(full)
    const goesOn = POINTS.test(part) && subject?.isOurs === true
    clauses.push({
      text: part,
      full,
      isOurs,
      isOwnThing: NAMES_US.test(full),
      concernsUs: isOurs || goesOn,
      leans: LEANS.test(part),
    })
    if (own !== null || VVSG.test(part)) subject = { word: own, isOurs, isVvsg: VVSG.test(part) }
  }
  return clauses
}

function partsOf(text: string, asksMore: (part: string) => boolean, shortest: number): readonly string[] {
  const split = text.split(NEXT).map((part) =>
    part
      .trim()
      .replace(TIE, '')
      .replace(/[?!.,;]+$/u, ''),
  )
  const asking = split.filter((part) => OPENS.test(part) && part.split(' ').length >= shortest)
  if (asking.length > 1) return asking
  return OPENS.test(text) ? facetsOf(text, asksMore) : []
}

interface Subject {
  /** Null for VVSG itself: "mogen wij dat" is seldom about all of it. */
  readonly word: string | null
  readonly isOurs: boolean
  readonly isVvsg: boolean
}

/** What a question is about: a thing of the association, else its weightiest word; null when only its question words say something. */
function subjectOf(part: string): string | null {
  const thing = OWN_THING.exec(part)?.[0]
  if (thing !== undefined) return thing
  const terms = keyTerms(part.toLowerCase()).filter(({ weight, point }) => weight >= TELLING && !point)
  const [first, ...others] = terms
  if (first === undefined) return null
  return others.reduce((best: KeyTerm, one) => (one.weight > best.weight ? one : best), first).word
}

function withSubject(part: string, subject: Subject | null, always: boolean): string {
  if (subject?.word == null) return part
  if (PRONOUN.test(part)) return part.replace(PRONOUN, subject.word)
  return always ? `${part} ${subject.word}` : part
}
