import type { Progress } from '../../src/desk/channel.js'
import type { ConversationId } from '../../src/desk/conversation.js'
import { type Place, placeOf } from './conversation-id.js'

/** Teams takes the sign away by itself after a few seconds, in milliseconds. */
const SHOWN_MS = 3000

/**
 * Keeps the sign that the desk is at work while a reply is written. The sentences come with the reply: Teams shows a
 * text that grows only to one person and as one post with the reply, which the outbox sends by itself.
 */
export class ProgressSign {
  readonly #type: (place: Place) => void
  readonly #now: () => Date
  readonly #typedAt = new Map<ConversationId, number>()

  /** @param type shows the sign once; does not fail and is not waited for. */
  constructor(type: (place: Place) => void, now: () => Date) {
    this.#type = type
    this.#now = now
  }

  show(conversation: ConversationId, progress: Progress | null): void {
    if (progress === null) {
      this.#typedAt.delete(conversation)
      return
    }
    const now = this.#now().getTime()
    const place = placeOf(conversation)
    // It was shown when the message came in, just before the search.
    if (place === null || progress.step === 'searching') return
    if (now - (this.#typedAt.get(conversation) ?? Number.NEGATIVE_INFINITY) < SHOWN_MS) return
    this.#typedAt.set(conversation, now)
    this.#type(place)
  }
}
