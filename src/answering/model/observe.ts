/** What a model is asked for. */
export type Role = 'rewrite' | 'judge' | 'compose'

/** How one call ended. Stable names of the metrics. */
export type CallOutcome =
  | 'answered'
  /** Nothing usable within the time. */
  | 'timeout'
  /** Not reached, or refused by the server. */
  | 'failed'
  /** It would not, or talked instead of answering. */
  | 'refused'
  | 'broken'
  | 'cut-off'
  /** More than was asked for. */
  | 'too-long'
  /** No place among the calls under way within the time. */
  | 'busy'
  | 'over-budget'
  | 'resting'
  /** Personal data would have been sent: nothing was. */
  | 'unmasked'

/** How a question that a model was to word ended. */
export type WordingOutcome =
  | 'worded'
  /** The desk's own answer, because a call failed or gave nothing. */
  | 'own-answer'
  | 'over-quota'
  /** No sentence held: the question goes to staff. */
  | 'nothing-held'
  /** The model and the desk both doubt: the question goes to staff. */
  | 'not-sufficient'

/**
 * What was sent to a model and what came of it, without any text of anybody: enough to find the passages, and to
 * recognise a prompt that somebody kept.
 */
export interface CallRecord {
  readonly kind: 'call'
  readonly role: Role
  readonly model: string
  readonly outcome: CallOutcome
  readonly passages: readonly string[]
  /** SHA-256 of what was sent; of nothing when nothing was. */
  readonly prompt: string
  /** As the provider counted them, else reckoned. */
  readonly tokensIn: number
  readonly tokensOut: number
  readonly ms: number
}

/** What became of the sentences of one answer. */
export interface WordingRecord {
  readonly kind: 'wording'
  readonly model: string
  readonly outcome: WordingOutcome
  readonly kept: number
  /** How many sentences were dropped, by reason. */
  readonly dropped: Readonly<Record<string, number>>
  readonly ms: number
}

/** Told of every call and every worded question; must not throw. */
export type ModelObserver = (record: CallRecord | WordingRecord) => void
