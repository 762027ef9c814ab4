import { lack } from '../frames/frames.js'
import type { Question } from '../question/question.js'
import type { Evidence } from './evidence.js'

/** What the decision to answer looks at; every figure 0 to 1 but `ungiven`. */
export interface EvidenceSignals {
  /** Share of the question's subject the passage knows. */
  readonly coverage: number
  /** Telling words it does not know, three or more being 1. */
  readonly missing: number
  /** Likeness to a question its author noted. */
  readonly asked: number
  /** How far that likeness is above a chance one (0.6). */
  readonly alike: number
  /** Its author noted no question, so that likeness says nothing. */
  readonly unnoted: number
  /** It holds the kind of thing that is asked for. */
  readonly typed: number
  /** A number is asked for and it has none for it. */
  readonly numberless: number
  /** A time or a length of time is asked for and it has none. */
  readonly timeless: number
  /** It is about others of the sort the question is about one of, see `namesSibling`. */
  readonly sibling: number
  /** The question asks what is not so and it denies nothing. */
  readonly undenied: number
  /** It does not name the point of the question. */
  readonly pointless: number
  /** How strongly the question is about a policy domain no document covers. */
  readonly foreign: number
  /** It does not name what is asked for. */
  readonly headless: number
  /** Somebody or something is named that it does not know. */
  readonly stranger: number
  /** A turn of phrase asks for something that it does not give; 2 when that decides, see `lack`. */
  readonly ungiven: number
  /** Best coverage of one sentence. */
  readonly focus: number
  /** Score of the search, against the best passage's. */
  readonly found: number
}

const NUMBER_TYPES: ReadonlySet<Question['type']> = new Set(['amount', 'count', 'percent'])

const TIME_TYPES: ReadonlySet<Question['type']> = new Set(['clock', 'duration', 'frequency'])

const DENIES = /\b(?:geen|niet|noch|nooit|niemand|not|no)\b/i

/** How a question relates to the policy domains, see `AnsweringParts.domains`. */
export interface Domains {
  /** How strongly it is about a domain that the documents are not about. */
  readonly foreign: number
  /** The words that say so. */
  readonly foreignWords: readonly string[]
}

/** @param knows whether the passage knows a word; a passage that knows the words of a domain is no stranger to it */
export function evidenceSignals(
  { text: asked, type, negated }: Question,
  evidence: Evidence,
  domains: Domains,
  knows: (word: string) => boolean,
): EvidenceSignals {
  const { text } = evidence.hit.passage
  const unknown = domains.foreignWords.filter((word) => !knows(word)).length
  const strange = domains.foreignWords.length === 0 ? 1 : unknown / domains.foreignWords.length
  return {
    coverage: evidence.coverage,
    missing: Math.min(evidence.missing.length, 3) / 3,
    asked: evidence.asked,
    alike: Math.max(0, evidence.asked - 0.6) / 0.4,
    unnoted: evidence.hit.passage.asked.length === 0 ? 1 : 0,
    typed: evidence.typed ? 1 : 0,
    numberless: NUMBER_TYPES.has(type) && !evidence.typed ? 1 : 0,
    timeless: TIME_TYPES.has(type) && !evidence.typed ? 1 : 0,
    sibling: evidence.sibling ? 1 : 0,
    undenied: negated && !DENIES.test(text) ? 1 : 0,
    pointless: evidence.point || evidence.asked >= SAME ? 0 : 1,
    foreign: domains.foreign * strange,
    headless: evidence.head ? 0 : 1,
    stranger: evidence.strangers.length > 0 ? 1 : 0,
    ungiven: lack(asked, [...evidence.hit.passage.section, text].join('\n')),
    focus: evidence.focus,
    found: evidence.hit.score,
  }
}

/** As good as the same as a question its author noted: he vouches that the passage tells it. */
const SAME = 0.95

/**
 * Weights of a logistic regression, fitted by `test/calibration/fit.ts` on questions that the documents were not
 * written with; `test/questions/README.md` says which, and how others fared.
 */
const INTERCEPT = -5.34
const WEIGHTS: Readonly<Record<keyof EvidenceSignals, number>> = {
  coverage: 0.99,
  missing: -2.16,
  asked: 1.3,
  alike: 0.52,
  unnoted: 1.47,
  typed: 0.82,
  numberless: -2.48,
  timeless: -1.51,
  sibling: -1.03,
  undenied: -0.69,
  pointless: -1.28,
  foreign: -1.9,
  headless: -1.15,
  stranger: -0.87,
  ungiven: -3.09,
  focus: 1.5,
  found: 3.75,
}

/** Names of the signals, in a fixed order. */
export const evidenceSignalNames = Object.keys(WEIGHTS) as readonly (keyof EvidenceSignals)[]

/** The probability that this passage answers the question, 0 to 1. */
export function confidenceIn(signals: EvidenceSignals): number {
  let logit = INTERCEPT
  for (const name of evidenceSignalNames) logit += WEIGHTS[name] * signals[name]
  return 1 / (1 + Math.exp(-logit))
}

/** From here on the desk answers; between the two it answers and offers staff as well; below it hands over. */
export const ANSWER_FROM = 0.65
export const OFFER_STAFF_FROM = 0.4
