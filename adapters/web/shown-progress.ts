import type { Progress } from '../../src/desk/channel.js'
import type { ConversationId } from '../../src/desk/conversation.js'

/**
 * How far the desk is in each conversation that it is at work on, for the pages that listen.
 *
 * In memory, so only the process that handles a message knows; a page that another process serves sees the reply
 * alone.
 */
export class ShownProgress {
  readonly #progress = new Map<ConversationId, Progress>()
  readonly #listeners = new Map<ConversationId, Set<() => void>>()

  /** Null: the desk is no longer at work there. */
  set(conversation: ConversationId, progress: Progress | null): void {
    if (progress === null) this.#progress.delete(conversation)
    else this.#progress.set(conversation, progress)
    for (const listener of [...(this.#listeners.get(conversation) ?? [])]) listener()
  }

  /** Null when the desk is not at work there, or has nothing to show. */
  of(conversation: ConversationId): Progress | null {
    return this.#progress.get(conversation) ?? null
  }

  /** Calls `listener` whenever it changes; returns what ends it. */
  subscribe(conversation: ConversationId, listener: () => void): () => void {
    const listeners = this.#listeners.get(conversation) ?? new Set()
    this.#listeners.set(conversation, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(conversation)
    }
  }
}
