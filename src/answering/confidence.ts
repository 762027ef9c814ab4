import type { RetrievalSignals } from '../knowledge/signals.js'

/**
 * Fitted by logistic regression on headings of Dutch laws and circulars (a third of the sections taken out, and everyday
 * questions about other things added), not on any set it is reported on. Few signals: with more of them the fit grew and
 * the carry-over to another set shrank.
 *
 * Words in common and likeness of subject count as far as both are there (their geometric mean): likeness by itself also
 * lies near many a question about something else.
 */
const FITTED = { both: 5.4, opening: 0.9, constant: -3.5 } as const
/** Where no latent space counts. */
const BY_WORDS = { attained: 2.4, opening: 2.0, constant: -2.2 } as const

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
export function retrievalConfidence({ attained, opening, likeness }: RetrievalSignals): number {
  const odds =
    likeness === null
      ? BY_WORDS.attained * attained + BY_WORDS.opening * opening + BY_WORDS.constant
      : FITTED.both * Math.sqrt(attained * likeness) + FITTED.opening * opening + FITTED.constant
  return 1 / (1 + Math.exp(-odds))
}
