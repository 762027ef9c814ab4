import type { SearchOptions } from '../../knowledge/passage.js'
import type { Answered, Asked } from '../answer.js'
import type { AnsweringParts } from '../assess.js'
import type { AnswerDocuments, AnswerEvent } from './answer-port.js'

/** An answer under way. */
export interface AnswerStream {
  /** Ends when the answer is there or has failed; may be left unread. */
  readonly events: AsyncIterable<AnswerEvent>
  readonly answered: Promise<Answered>
}

/**
 * Starts answering and gives what may be shown meanwhile: status lines and sentences that were checked.
 *
 * @example
 * ```ts
 * const { events, answered } = streamAnswer(answer, asked, parts, options, person)
 * for await (const event of events) show(event)
 * const { result } = await answered
 * ```
 */
export function streamAnswer(
  answer: AnswerDocuments,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
  person: string | null,
): AnswerStream {
  const line = new Line<AnswerEvent>()
  const answered = answer(asked, parts, options, { person, onEvent: (event) => line.put(event) })
  answered.then(
    () => line.close(),
    () => line.close(),
  )
  return { events: line, answered }
}

/** Values handed over one by one, kept until they are taken. */
class Line<T> implements AsyncIterable<T> {
  readonly #values: T[] = []
  #closed = false
  #wake = () => {}

  put(value: T): void {
    this.#values.push(value)
    this.#wake()
  }

  close(): void {
    this.#closed = true
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const value = this.#values.shift()
      if (value !== undefined) yield value
      else if (this.#closed) return
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
    }
  }
}
