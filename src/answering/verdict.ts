import type { ScoredUnit } from './evidence/evidence.js'
import { type Duration, durationsOf, quantitiesOf } from './evidence/quantities.js'
import type { Question } from './question/question.js'

/** How much of the subject one sentence must name before "ja" or "nee" may be read from it. */
const ENOUGH = 0.8
/** From this weight on a word says something of its own. */
const SAYS_SOMETHING = 0.25
/** "Niet alleen de steden" denies nothing. */
const NEGATION =
  /\b(?:geen|niet(?! (?:alleen|enkel|slechts|uitsluitend)\b)|nooit|noch|niemand|not(?! only\b)|no|never)\b/i
/** A sentence that leaves open what it names confirms nothing. */
const UNDECIDED = /^(?:of|whether)\b|\bnog (?:niet )?(?:bevestig|beslis|bepaal)|\bmisschien\b|\bmogelijk\b/i
/** How long and how much is confirmed by comparing, which a few shared words do not do. */
const MEASURED: ReadonlySet<Question['type']> = new Set(['duration', 'amount', 'clock'])
/** "Of niet", "of zijn er die niet meedoen" is the other side of what is asked. */
const OTHERWISE = /\b(?:of|or) [^?]*\??\s*$/i
/** Nearly all are not all. */
const ALL =
  /(?<!\b(?:bijna|nagenoeg|niet|nearly|almost) )(?<!\p{L})(?:[aá]lle|allemaal|elke?|iedere?|all|every)\b/iu
const MOST = /\b(?:bijna|nagenoeg|nearly|almost) (?:alle|elke|all|every)\b|\b(?:de meeste|most)\b/i
/** "Zijn er zones die geen lid zijn": where nearly all are, there are. */
const EXCEPTIONS = /^(?:(?:en|maar|and|but) )?(?:zijn|bestaan|are) (?:er|there)\b/i
/** "821 leden (de VVSG geeft zelf geen totaal)" denies nothing. */
const ASIDE = /\([^()]*\)/g
/** What "daar" stands for is not in the question: the quote may be about something else. */
const LEANS = /\b(?:daar|daarvan|daarbij|daarin)\b/i
const RESTRICTION = /\b(?:enkel|alleen|uitsluitend|slechts|only)\b/i

/** Of two sides that are asked about, yes or no says nothing. */
const SIDES = /\b(?:voor of tegen|for or against)\b/i

/**
 * Whether the quoted sentences confirm or deny what a yes/no question states; null when they do neither, and then the
 * quote stands alone.
 *
 * A number in the question decides where the quote has a number for the same thing: "klopt het dat er 500 leden zijn"
 * is denied by another number. "Enkel" and "alleen" are never judged: a quote seldom says what it leaves out; nor is a
 * question with a masked number.
 */
export function verdictOf(question: Question, chosen: readonly ScoredUnit[]): 'yes' | 'no' | null {
  if (!question.yesNo || question.masked) return null
  if ([RESTRICTION, SIDES, LEANS].some((open) => open.test(question.text))) return null
  const stated = durationsOf(question.text)
  if (stated.length > 0 && question.type === 'duration') return verdictOnDurations(stated, chosen)
  if (question.claims.length > 0) return verdictOnClaims(question.claims, chosen)
  if (MEASURED.has(question.type)) return null
  const best = chosen.reduce((top, one) => (one.coverage > top.coverage ? one : top), chosen[0] as ScoredUnit)
  if (!best || best.coverage < ENOUGH || UNDECIDED.test(best.unit.text)) return null
  return namesAll(question, chosen) ? sameSide(question.text, best.unit.text.replace(ASIDE, '')) : null
}

/** Whether a sentence about the same denies or confirms alike; null for one that leaves it in the middle. */
function sameSide(text: string, said: string): 'yes' | 'no' | null {
  const asked = text.replace(OTHERWISE, '')
  if (MOST.test(said) && NEGATION.test(asked)) return EXCEPTIONS.test(asked) ? 'yes' : null
  if (MOST.test(said) && ALL.test(text)) return 'no'
  return NEGATION.test(said) === NEGATION.test(asked) ? 'yes' : 'no'
}

/** However common, a word that no quoted sentence knows may be the very thing that is asked: "is dat openbaar". */
function namesAll({ terms }: Question, chosen: readonly ScoredUnit[]): boolean {
  return terms
    .filter(({ weight }) => weight >= SAYS_SOMETHING)
    .every(({ word }) => chosen.some(({ covers }) => covers.has(word)))
}

/** Every stretch of time that was stated is in the quote, or the quote gives others. */
function verdictOnDurations(stated: readonly Duration[], chosen: readonly ScoredUnit[]): 'yes' | 'no' | null {
  const given = chosen.flatMap(({ unit }) => durationsOf(unit.text))
  if (given.length === 0) return null
  const said = (one: Duration) => given.some(({ value, unit }) => unit === one.unit && value === one.value)
  return stated.every(said) ? 'yes' : 'no'
}

function verdictOnClaims(claims: readonly string[], chosen: readonly ScoredUnit[]): 'yes' | 'no' | null {
  const text = chosen.map(({ unit }) => unit.text).join(' ')
  const digits = text.replace(/[^\d]/g, ' ')
  const said = (claim: string) =>
    new RegExp(`(?<![\\d.,])${escaped(claim)}(?![\\d]|[.,]\\d)`).test(text) ||
    (claim.length > 6 && digits.replace(/ /g, '').includes(claim.replace(/\D/g, '')))
  const towns = claims.filter((claim) => /^\p{L}/u.test(claim))
  if (towns.some((town) => !text.toLowerCase().includes(town))) return 'no'
  if (claims.every((claim) => towns.includes(claim) || said(claim))) return 'yes'
  if (claims.some((claim) => isIdentifier(claim) && !said(claim)))
    return /\d(?:[ .]?\d){8}/.test(text) ? 'no' : null
  return quantitiesOf(text).length > 0 ? 'no' : null
}

/** A telephone or enterprise number rather than a quantity. */
function isIdentifier(claim: string): boolean {
  return claim.replace(/\D/g, '').length >= 9
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
