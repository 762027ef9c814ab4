import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const messageSchema = z.object({ id: z.number(), kind: z.string(), text: z.string() })
const replySchema = z.object({ conversation: z.string(), messages: z.array(messageSchema) })

/** A message of the desk as it came over the wire. */
export type Received = z.infer<typeof messageSchema>

/** Counted over all members. */
export interface WireCounts {
  /** Messages that the desk said it keeps. */
  accepted: number
  /** Requests sent again because the connection broke or the desk was away. */
  retries: number
  /** Messages of the desk that came over the stream more than once. */
  repeatsOnStream: number
  /** Messages of the desk that came again in the reply to a repeated request. */
  repeatsInReplies: number
}

const PATIENCE_MS = 120_000

/** A browser with one conversation: it sends, sends again what broke off, and listens to the stream meanwhile. */
export class Member {
  /** By number; what came over the stream alone. */
  readonly heard = new Map<number, Received>()
  /** Null until the first message was accepted. */
  conversation: string | null = null
  readonly #url: string
  readonly #listenUrl: string
  readonly #counts: WireCounts
  readonly #chance: () => number
  readonly #inReplies = new Map<number, string>()
  readonly #leaving = new AbortController()
  #cookie = ''
  #lastFailure: unknown = null
  #listening: Promise<void> | null = null

  /** @param listenUrl where it listens, when that is another desk than the one it writes to. */
  constructor(url: string, counts: WireCounts, chance: () => number, listenUrl = url) {
    this.#url = url
    this.#listenUrl = listenUrl
    this.#counts = counts
    this.#chance = chance
  }

  /** Sends the texts in order; each is accepted before the next is sent, answered or not. */
  async say(texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const id = randomUUID()
      await this.#send(id, text)
      this.#counts.accepted += 1
      if (this.#chance() < 0.1) await this.#send(id, text)
      this.#listening ??= this.#listen()
    }
  }

  /** Reads the conversation anew, up to its message `last`. */
  async read(after: number, last: number): Promise<readonly Received[]> {
    const messages: Received[] = []
    const enough = new AbortController()
    if (after >= last) return messages
    const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(20_000)])
    await this.#follow(after, signal, (message) => {
      messages.push(message)
      if (message.id >= last) enough.abort()
    }).catch(() => {})
    return messages
  }

  async leave(): Promise<void> {
    this.#leaving.abort()
    await this.#listening
  }

  async #send(id: string, text: string): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
      const reply = await this.#post(id, text)
      if (reply !== null) return this.#keep(reply)
      this.#counts.retries += 1
      await sleep(100 + 300 * this.#chance())
    }
    throw new Error('The desk did not come back', { cause: this.#lastFailure })
  }

  async #post(id: string, text: string) {
    try {
      const response = await fetch(`${this.#url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: this.#cookie },
        body: JSON.stringify({ id, text, conversation: this.conversation }),
        signal: AbortSignal.timeout(10_000),
      })
      const body = await response.text()
      if (response.status === 503) return null
      if (!response.ok) throw new RefusedForGood(`${response.status}: ${body}`)
      const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      return { ...replySchema.parse(JSON.parse(body)), cookie }
    } catch (error) {
      if (error instanceof RefusedForGood) throw error
      this.#lastFailure = error
      return null
    }
  }

  #keep({ conversation, cookie, messages }: z.infer<typeof replySchema> & { readonly cookie: string }) {
    if (this.conversation !== null && conversation !== this.conversation) {
      throw new Error('One conversation became two')
    }
    this.conversation = conversation
    this.#cookie = cookie
    for (const { id, text } of messages) {
      const before = this.#inReplies.get(id) ?? this.heard.get(id)?.text
      if (before !== undefined && before !== text) throw new Error(`Message ${id} changed`)
      if (this.#inReplies.has(id)) this.#counts.repeatsInReplies += 1
      this.#inReplies.set(id, text)
    }
  }

  /** Comes back whenever the stream ends, naming the last message it has, as browsers do. */
  async #listen(): Promise<void> {
    const { signal } = this.#leaving
    while (!signal.aborted) {
      const last = Math.max(0, ...this.heard.keys())
      await this.#follow(last, signal, (message) => this.#hear(message)).catch(() => {})
      await sleep(100, undefined, { signal }).catch(() => {})
    }
  }

  #hear(message: Received): void {
    if (this.heard.has(message.id)) this.#counts.repeatsOnStream += 1
    this.heard.set(message.id, message)
  }

  async #follow(after: number, signal: AbortSignal, on: (message: Received) => void): Promise<void> {
    const response = await fetch(`${this.#listenUrl}/api/chat/${this.conversation}/events`, {
      headers: { cookie: this.#cookie, 'last-event-id': String(after) },
      signal,
    })
    if (!response.ok || response.body === null) throw new Error(`The stream gave ${response.status}`)
    let rest = ''
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1]
        if (data !== undefined) on(messageSchema.parse(JSON.parse(data)))
      }
    }
  }
}

class RefusedForGood extends Error {}
