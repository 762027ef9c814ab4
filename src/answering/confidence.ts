import type { RetrievalSignals } from '../knowledge/signals.js'

/**
 * Fitted by logistic regression on article headings of Dutch laws (a third of the articles taken out, and everyday
 * questions about other things added), not on any set it is reported on. Two signals: with more of them the fit grew
 * and the carry-over to another set shrank.
 */
const FITTED = { attained: 2.4, opening: 2.0, constant: -2.2 } as const

/**
 * How likely the documents answer a question, from the search alone: 0 to 1.
 *
 * It tells questions about other things from answerable ones well, and near misses from answerable ones only a
 * little; deciding to answer needs to look into the passages as well.
 *
 * @example
 * ```ts
 * retrievalConfidence(retrievalSignals(index.read(question), hits))
 * ```
 */
export function retrievalConfidence({ attained, opening }: RetrievalSignals): number {
  const odds = FITTED.attained * attained + FITTED.opening * opening + FITTED.constant
  return 1 / (1 + Math.exp(-odds))
}
