import type { Evidence } from './evidence.js'

/** What the decision to answer looks at; every figure 0 to 1. */
export interface EvidenceSignals {
  /** Share of the question's subject the passage knows. */
  readonly coverage: number
  /** Weight of the most telling word it does not know. */
  readonly gap: number
  /** Telling words it does not know, three or more being 1. */
  readonly missing: number
  /** Likeness to a question its author noted. */
  readonly asked: number
  /** How far that likeness is above a chance one (0.6). */
  readonly alike: number
  /** It knows every telling word, what is asked for stands in it, and it holds the kind of thing that is asked for. */
  readonly whole: number
  /** It holds the kind of thing that is asked for. */
  readonly typed: number
  /** What is asked for stands in its text or headings. */
  readonly head: number
  /** Best coverage of one sentence. */
  readonly focus: number
  /** How strongly the question is about a policy domain no document covers. */
  readonly foreign: number
  /** How strongly the question is about what the documents are about. */
  readonly ours: number
}

/** How a question relates to the policy domains, see `AnsweringParts.domains`. */
export interface Domains {
  /** How strongly it is about a domain that the documents are not about. */
  readonly foreign: number
  /** The words that say so. */
  readonly foreignWords: readonly string[]
  /** How strongly it is about a domain that the documents are about. */
  readonly ours: number
}

/** @param knows whether the passage knows a word; a passage that knows the words of a domain is no stranger to it */
export function evidenceSignals(
  evidence: Evidence,
  domains: Domains,
  knows: (word: string) => boolean,
): EvidenceSignals {
  const unknown = domains.foreignWords.filter((word) => !knows(word)).length
  const strange = domains.foreignWords.length === 0 ? 1 : unknown / domains.foreignWords.length
  return {
    coverage: evidence.coverage,
    gap: evidence.gap,
    missing: Math.min(evidence.missing.length, 3) / 3,
    asked: evidence.asked,
    alike: Math.max(0, evidence.asked - 0.6) / 0.4,
    whole: evidence.missing.length === 0 && evidence.head && evidence.typed ? 1 : 0,
    typed: evidence.typed ? 1 : 0,
    head: evidence.head ? 1 : 0,
    focus: evidence.focus,
    foreign: domains.foreign * strange,
    ours: domains.ours,
  }
}

/**
 * Weights of a logistic regression, fitted by `test/calibration/fit.ts` on the tuning questions and judged on the
 * held-out ones; see the README for the figures.
 */
const INTERCEPT = -4.5
const WEIGHTS: Readonly<Record<keyof EvidenceSignals, number>> = {
  coverage: 2.5,
  gap: -2.5,
  missing: -2.5,
  asked: 4,
  alike: 1,
  whole: 1,
  typed: 1,
  head: 1.2,
  focus: 1,
  foreign: -3,
  ours: 1,
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
export const ANSWER_FROM = 0.75
export const OFFER_STAFF_FROM = 0.5
