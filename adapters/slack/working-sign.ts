import type { WebClient } from '@slack/web-api'
import { SLACK_TEXTS } from '../../src/texts/slack.js'

/** A sign that nothing followed on is taken away after this, in milliseconds: staff may have the conversation. */
const SHOWN_MS = 20_000

/** Shows in a thread that the desk is at work; Slack takes the sign away with the answer. */
export class WorkingSign {
  readonly #shown = new Map<string, NodeJS.Timeout>()

  /** Never fails and never waits: it is only a sign. */
  show(client: WebClient, conversation: string, channel: string, thread: string): void {
    this.hide(conversation)
    const set = (status: string) => {
      client.assistant.threads
        .setStatus({ channel_id: channel, thread_ts: thread, status })
        .catch(() => undefined)
    }
    const timer = setTimeout(() => {
      this.#shown.delete(conversation)
      set('')
    }, SHOWN_MS)
    this.#shown.set(conversation, timer.unref())
    set(SLACK_TEXTS.status)
  }

  /** The answer came. */
  hide(conversation: string): void {
    clearTimeout(this.#shown.get(conversation))
    this.#shown.delete(conversation)
  }

  stop(): void {
    for (const conversation of [...this.#shown.keys()]) this.hide(conversation)
  }
}
