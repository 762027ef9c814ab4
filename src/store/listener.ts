import pg from 'pg'
import type { SignalTopic } from '../desk/ports.js'
import { connectionOptions } from './postgres.js'
import type { Announcer } from './signals.js'

/** The one PostgreSQL notification channel; the topic is its payload. */
export const NOTIFY_CHANNEL = 'vraagbaak'

const RECONNECT_MS = 1000

/**
 * Hears what other processes committed, and passes it on to this one.
 *
 * A lost connection is made again every second; then everybody is woken, since notifications are not kept. While
 * there is none, those who wait look for themselves (they poll), so a failure here is never a failure of the desk.
 */
export class NotificationListener {
  readonly #url: string
  readonly #signals: Announcer
  #client: pg.Client | null = null
  #timer: NodeJS.Timeout | null = null
  #stopped = false

  constructor(url: string, signals: Announcer) {
    this.#url = url
    this.#signals = signals
  }

  async start(): Promise<void> {
    const client = new pg.Client(connectionOptions(this.#url))
    client.on('notification', ({ payload }) => {
      if (payload && isTopic(payload)) this.#signals.publish(payload)
    })
    client.on('error', () => this.#lost(client))
    client.on('end', () => this.#lost(client))
    this.#client = client
    try {
      await client.connect()
      await client.query(`listen ${NOTIFY_CHANNEL}`)
      this.#signals.publishAll()
    } catch {
      this.#lost(client)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  #lost(client: pg.Client) {
    if (this.#stopped || this.#client !== client) return
    this.#client = null
    client.end().catch(() => {})
    this.#timer = setTimeout(() => void this.start(), RECONNECT_MS)
    this.#timer.unref()
  }
}

const TOPICS: ReadonlySet<string> = new Set<SignalTopic>(['inbox', 'outbox', 'dues', 'tickets'])

function isTopic(payload: string): payload is SignalTopic {
  return TOPICS.has(payload) || payload.startsWith('log:')
}
