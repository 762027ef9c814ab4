import type { WebClient } from '@slack/web-api'
import { SLACK_TEXTS } from '../../src/texts/slack.js'

/** A sign that nothing followed on is taken away after this, in milliseconds: staff may have the conversation. */
const SHOWN_MS = 20_000

/** A sign that is shown, and how to change it. */
interface Shown {
  readonly status: string
  readonly timer: NodeJS.Timeout
  readonly set: (status: string) => void
}

/** Shows in a thread that the desk is at work; Slack takes the sign away with the answer. */
export class WorkingSign {
  readonly #shown = new Map<string, Shown>()

  /** Never fails and never waits: it is only a sign. */
  show(client: WebClient, conversation: string, channel: string, thread: string): void {
    const set = (status: string) => {
      client.assistant.threads
        .setStatus({ channel_id: channel, thread_ts: thread, status })
        .catch(() => undefined)
    }
    this.#put(conversation, SLACK_TEXTS.statuses.searching, set)
  }

  /** What it says from now on; nothing happens where none is shown, or it says so already. */
  change(conversation: string, step: keyof typeof SLACK_TEXTS.statuses): void {
    const shown = this.#shown.get(conversation)
    const status = SLACK_TEXTS.statuses[step]
    if (shown !== undefined && shown.status !== status) this.#put(conversation, status, shown.set)
  }

  /** The answer came. */
  hide(conversation: string): void {
    clearTimeout(this.#shown.get(conversation)?.timer)
    this.#shown.delete(conversation)
  }

  stop(): void {
    for (const conversation of [...this.#shown.keys()]) this.hide(conversation)
  }
  #put(conversation: string, status: string, set: Shown['set']): void {
    this.hide(conversation)
    const timer = setTimeout(() => {
      this.#shown.delete(conversation)
      set('')
    }, SHOWN_MS)
    this.#shown.set(conversation, { status, timer: timer.unref(), set })
    set(status)
  }
}
