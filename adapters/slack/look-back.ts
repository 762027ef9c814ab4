import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Records } from '../../src/desk/ports.js'
import { conversationAt, isDirect, type Place } from './conversation-id.js'
import type { SlackAlert } from './errors.js'
import type { Installation } from './installations.js'
import { type MessagePayload, messageSchema } from './payloads.js'
import type { Threads } from './threads.js'

/** A silence this long may mean that Slack lost events: it does not send again what it dropped. In milliseconds. */
export const SILENCE_MS = 10 * 60_000
/** Conversations in which nobody wrote for this long are not looked at. */
const ACTIVE_MS = 7 * 24 * 60 * 60_000
const MOST_CHANNELS = 50
const MOST_THREADS = 100
/** Between two calls, so that Slack's limit of fifty a minute is kept. */
const PAUSE_MS = 1300
const PAGE = 100
const MOST_PAGES = 5
const HEARD_RECORDS = 'slack-heard'
const NOTED_EVERY_MS = 60_000

/** What a look back takes. */
export interface LookBackOptions {
  readonly records: Records
  readonly threads: Threads
  readonly now: () => Date
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** The installation and client of a workspace; null when there is none. */
  readonly reach: (
    team: string,
  ) => Promise<{ readonly client: WebClient; readonly installation: Installation } | null>
  /** Takes in a message; true when it was for the desk. A message that was heard before changes nothing. */
  readonly hear: (message: MessagePayload, installation: Installation) => Promise<boolean>
  readonly onAlert: (alert: SlackAlert) => void
}

/**
 * Looks in Slack's history for messages that Slack did not tell of, after a silence of ten minutes: in channels and
 * threads where somebody talked with the desk in the last week.
 */
export class LookBack {
  readonly #options: LookBackOptions
  #stopping = new AbortController()
  #heardAt: number
  #notedAt = 0
  #running: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null

  constructor(options: LookBackOptions) {
    this.#options = options
    this.#heardAt = options.now().getTime()
  }

  /** Looks back over the time the desk was not there, and from here on after each silence. */
  async start(): Promise<void> {
    this.#stopping = new AbortController()
    const now = this.#options.now()
    const noted = await this.#options.records.get(HEARD_RECORDS, 'last', now)
    if (noted !== null) this.#heardAt = Math.min(Number(JSON.parse(noted)), now.getTime())
    this.#afterSilence()
    this.#timer = setInterval(() => this.#afterSilence(), SILENCE_MS).unref()
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#stopping.abort()
    await this.#running
  }

  /** Slack told of something. */
  heard(): void {
    this.#afterSilence()
    this.#note()
  }

  /** Resolves when a look back that runs is done. */
  settled(): Promise<void> {
    return this.#running
  }

  #afterSilence(): void {
    const now = this.#options.now().getTime()
    if (now - this.#heardAt < SILENCE_MS) return
    const from = this.#heardAt
    this.#note()
    this.#running = this.#running.then(() => this.#look(new Date(from), new Date(now)))
  }

  #note(): void {
    const now = this.#options.now()
    this.#heardAt = now.getTime()
    if (this.#heardAt - this.#notedAt < NOTED_EVERY_MS) return
    this.#notedAt = this.#heardAt
    const until = new Date(this.#heardAt + ACTIVE_MS)
    void this.#options.records
      .put(HEARD_RECORDS, 'last', String(this.#heardAt), now, until)
      .catch(() => undefined)
  }

  async #look(from: Date, to: Date): Promise<void> {
    const { onAlert } = this.#options
    let found = 0
    let complete = true
    try {
      const places = await this.#options.threads.activeSince(new Date(to.getTime() - ACTIVE_MS))
      const channels = distinctChannels(places)
      const threads = places.filter(({ thread }) => thread !== null)
      complete = channels.length <= MOST_CHANNELS && threads.length <= MOST_THREADS
      for (const place of [...channels.slice(0, MOST_CHANNELS), ...threads.slice(0, MOST_THREADS)]) {
        if (this.#stopping.signal.aborted) return
        const result = await this.#lookIn(place, from).catch(() => null)
        found += result?.found ?? 0
        complete &&= result?.complete ?? false
      }
    } catch {
      complete = false
    }
    if (found > 0 || !complete) {
      onAlert({ kind: 'looked-back', from: from.toISOString(), to: to.toISOString(), found, complete })
    }
  }

  async #lookIn(place: Place, from: Date): Promise<Seen> {
    const reached = await this.#options.reach(place.team)
    if (reached === null) return { found: 0, complete: true }
    const since = (from.getTime() - NOTED_EVERY_MS) / 1000
    // Threads of direct messages are found by their beginning, which can be older.
    const oldest = isTimeline(place) ? since - ACTIVE_MS / 1000 : since
    const seen = { found: 0, complete: true }
    let cursor: string | undefined
    for (let page = 0; page < MOST_PAGES; page++) {
      const { messages, next } = await readPage(reached.client, place, oldest, cursor)
      await this.#options.sleep(PAUSE_MS, this.#stopping.signal)
      for (const message of messages) {
        if (await this.#hear(message, place, since, reached.installation)) seen.found += 1
        const below = await this.#lookBelow(message, place, since, from)
        seen.found += below.found
        seen.complete &&= below.complete
      }
      if (next === null) return seen
      cursor = next
    }
    return { ...seen, complete: false }
  }

  async #lookBelow(
    { ts, latest_reply: last }: Message,
    place: Place,
    since: number,
    from: Date,
  ): Promise<Seen> {
    if (!isTimeline(place) || Number(last ?? 0) < since) return { found: 0, complete: true }
    return this.#lookIn({ ...place, thread: ts }, from)
  }

  async #hear(
    message: Message,
    { channel }: Place,
    since: number,
    installation: Installation,
  ): Promise<boolean> {
    if (Number(message.ts) < since) return false
    const payload = messageSchema.safeParse({ ...message, channel })
    return payload.success && this.#options.hear(payload.data, installation)
  }
}

/** Direct messages as a whole, in which every thread is the desk's. */
function isTimeline({ thread, channel }: Place): boolean {
  return thread === null && isDirect(channel)
}

/** What a look at one place came to. */
interface Seen {
  readonly found: number
  readonly complete: boolean
}

const pageSchema = z.object({
  messages: z.array(z.looseObject({ ts: z.string(), latest_reply: z.string().nullish() })),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

type Message = z.infer<typeof pageSchema>['messages'][number]

/** @param oldest in seconds since the epoch. */
async function readPage(
  client: WebClient,
  { channel, thread }: Place,
  oldest: number,
  cursor: string | undefined,
) {
  const args = { channel, limit: PAGE, oldest: String(oldest), ...(cursor !== undefined && { cursor }) }
  const answer =
    thread === null
      ? await client.conversations.history(args)
      : await client.conversations.replies({ ...args, ts: thread })
  const { messages, response_metadata: more } = pageSchema.parse(answer)
  return { messages: messages.sort((a, b) => Number(a.ts) - Number(b.ts)), next: more?.next_cursor || null }
}

/** Each channel once, direct messages first: there nobody else can help. */
function distinctChannels(places: readonly Place[]): readonly Place[] {
  const channels = new Map(
    places.map(({ team, channel }) => {
      const place = { team, channel, thread: null }
      return [conversationAt(place), place] as const
    }),
  )
  return [...channels.values()].sort((a, b) => Number(isDirect(b.channel)) - Number(isDirect(a.channel)))
}
