import type {
  Channel,
  ChannelLimits,
  Delivery,
  Receive,
  Reconciliation,
  SendOutcome,
} from '../../src/desk/channel.js'
import type { ChannelName, ConversationId } from '../../src/desk/conversation.js'
import { maskMessage } from '../../src/members/masking.js'
import { incoming } from './messages.js'

/** What the platform does with the next sends; `lost` and `arrived` both look uncertain from outside. */
export type Weather = 'fine' | 'lost' | 'arrived' | 'refuses' | 'hangs' | { readonly retryAfterMs: number }

export interface Post {
  readonly conversation: ConversationId
  readonly number: number
  readonly text: string
  /** The text and what is shown beside it. */
  readonly content: string
  readonly at: number
  /** As the platform names it. */
  readonly id: string
  /** The post in whose thread it is; null for the conversation itself. */
  readonly under: string | null
}

/** A small platform in memory: it keeps what was posted, and can be told to misbehave. */
export class FakeChannel implements Channel {
  readonly name: ChannelName
  readonly limits: ChannelLimits
  readonly posts: Post[] = []
  /** Calls to `send`, posted or not. */
  calls = 0
  /** Whether it can be asked what arrived. */
  remembers = true
  readonly #now: () => Date
  readonly #weather = new Map<string, Weather[]>()
  #receive: Receive | null = null

  constructor(name: ChannelName, now: () => Date, limits: Partial<ChannelLimits> = {}) {
    this.name = name
    this.#now = now
    this.limits = { maxTextLength: 4000, spacingMs: 0, ...limits }
  }

  /** The next sends to a conversation, one weather each; after them it is fine. */
  next(conversation: string, ...weather: Weather[]): void {
    this.#weather.set(conversation, weather)
  }

  async start(receive: Receive): Promise<void> {
    this.#receive = receive
  }

  /** A member writes; true when the desk kept it. */
  async memberWrites(conversation: string, text: string, eventId: string): Promise<boolean> {
    const { text: masked, kinds } = maskMessage(text)
    const event = { ...incoming(conversation, masked, { eventId, channel: this.name }), masked: kinds }
    if (this.#receive === null) return false
    return this.#receive(event).then(
      () => true,
      () => false,
    )
  }

  async send(delivery: Delivery): Promise<SendOutcome> {
    this.calls += 1
    const weather = this.#weather.get(delivery.conversation)?.shift() ?? 'fine'
    switch (weather) {
      case 'fine':
        return { kind: 'delivered', platformId: this.#post(delivery) }
      case 'arrived':
        this.#post(delivery)
        return { kind: 'uncertain', reason: 'connection reset' }
      case 'lost':
        return { kind: 'uncertain', reason: 'connection reset' }
      case 'refuses':
        return { kind: 'failed', reason: 'channel_not_found' }
      case 'hangs':
        return new Promise(() => {})
      default:
        return { kind: 'rate-limited', retryAfterMs: weather.retryAfterMs }
    }
  }

  async reconcile({ conversation, number }: Delivery): Promise<Reconciliation> {
    if (!this.remembers) return 'unknown'
    const there = this.posts.find((post) => post.conversation === conversation && post.number === number)
    return there ? { kind: 'delivered', platformId: there.id } : 'absent'
  }

  async stop(): Promise<void> {
    this.#receive = null
  }

  #post({ conversation, number, message, replaces, under }: Delivery): string {
    const { text, citations } = message
    const content = [text, ...citations.map(({ title }) => title)].join('\n')
    const at = this.#now().getTime()
    const place = this.posts.findIndex((post) => post.id === replaces)
    const id = replaces ?? `post-${this.posts.length + 1}`
    this.posts.splice(place < 0 ? this.posts.length : place, place < 0 ? 0 : 1, {
      conversation,
      number,
      text,
      content,
      at,
      id,
      under,
    })
    return id
  }
}
