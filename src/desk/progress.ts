import type { AnswerEvent } from '../answering/model/answer-port.js'
import type { Channel, Progress } from './channel.js'
import type { ConversationId } from './conversation.js'

/** Told while a reply is made; never throws. */
export type ShowProgress = (event: AnswerEvent) => void

/** Shows in one conversation how far one turn is, for as long as that turn runs. */
export class TurnProgress {
  readonly #channel: Pick<Channel, 'showProgress'> | undefined
  readonly #conversation: ConversationId
  #shown: Progress | null = null
  #ended = false

  /** @param channel undefined, or without a way to show progress: then nothing is shown. */
  constructor(channel: Pick<Channel, 'showProgress'> | undefined, conversation: ConversationId) {
    this.#channel = channel
    this.#conversation = conversation
  }

  /** For the turn. What a turn that was given up still says is not shown. */
  readonly show: ShowProgress = (event) => {
    if (this.#ended) return
    this.#shown = after(this.#shown, event)
    this.#tell(this.#shown)
  }

  /** The turn is over, however it ended: what was shown goes. */
  end(): void {
    this.#ended = true
    if (this.#shown === null) return
    this.#shown = null
    this.#tell(null)
  }

  #tell(progress: Progress | null): void {
    try {
      this.#channel?.showProgress?.(this.#conversation, progress)
    } catch {
      // The reply does not depend on it.
    }
  }
}

function after(shown: Progress | null, event: AnswerEvent): Progress {
  const { sentences = [] } = shown ?? {}
  if (event.kind === 'status') return { step: event.step, status: event.text, sentences }
  const { step = 'writing', status = '' } = shown ?? {}
  return { step, status, sentences: [...sentences, event.text] }
}
