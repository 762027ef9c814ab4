import type { SearchOptions } from '../../knowledge/passage.js'
import type { Answered, Asked } from '../answer.js'
import type { AnsweringParts } from '../evidence/assess.js'

/** What may be shown while an answer is made. It never replaces the answer: that is what the outbox delivers. */
export type AnswerEvent =
  /** What the desk is doing, in the asker's language. */
  | { readonly kind: 'status'; readonly step: 'searching' | 'writing'; readonly text: string }
  /** A sentence that was held against its passages, in order, with their ids. */
  | { readonly kind: 'sentence'; readonly text: string; readonly passages: readonly string[] }

/** Who waits for an answer. */
export interface AskedBy {
  /** Opaque; null for nobody in particular. */
  readonly person: string | null
  /** Told while the answer is made; must not throw. */
  readonly onEvent?: (event: AnswerEvent) => void
}

/** Answers a question from the documents: the desk's own way, or the same with a model's words. */
export type AnswerDocuments = (
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
  by?: AskedBy,
) => Promise<Answered>
