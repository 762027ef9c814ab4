import type { Evidence } from './evidence.js'
import type { Question } from './question.js'

/** What the decision to answer looks at; every figure 0 to 1. */
export interface EvidenceSignals {
  readonly coverage: number
  readonly missing: number
  readonly asked: number
  readonly typed: number
  readonly focus: number
  readonly foreign: number
}

/** @param foreign how strongly the question is about a policy domain that no document covers, 0 to 1 */
export function evidenceSignals(question: Question, evidence: Evidence, foreign: number): EvidenceSignals {
  return {
    coverage: evidence.coverage,
    missing: Math.min(evidence.missing.length, 3) / 3,
    asked: evidence.asked,
    typed: evidence.typed ? 1 : 0,
    focus: evidence.focus,
    foreign: question.terms.length === 0 ? 0 : foreign,
  }
}

/**
 * Weights of a logistic regression, fitted by `test/calibration/fit.ts` on the tuning questions and judged on the
 * held-out ones; see the README for the figures.
 */
const INTERCEPT = -3.2
const WEIGHTS: Readonly<Record<keyof EvidenceSignals, number>> = {
  coverage: 2.5,
  missing: -5,
  asked: 4,
  typed: 1,
  focus: 1.5,
  foreign: -3,
}

/** The probability that this passage answers the question, 0 to 1. */
export function confidenceIn(signals: EvidenceSignals): number {
  let logit = INTERCEPT
  for (const name of Object.keys(WEIGHTS) as (keyof EvidenceSignals)[]) logit += WEIGHTS[name] * signals[name]
  return 1 / (1 + Math.exp(-logit))
}

/** From here on the desk answers; between the two it answers and offers staff as well; below it hands over. */
export const ANSWER_FROM = 0.75
export const OFFER_STAFF_FROM = 0.5
