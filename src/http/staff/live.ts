import type { Response } from 'express'
import { TICKET_STATES } from '../../escalation/tickets.js'
import type { StaffParts } from './parts.js'

/** How often to look what changed; signals of the store come in between. */
const LOOK_MS = 2_000
/** Who typed within this time is typing. */
const TYPING_MS = 8_000
/** A stream ends after this long: the browser opens it again, and is asked anew who it is. */
const STREAM_MS = 5 * 60_000
/** A line now and then, so that a proxy does not think the stream dead. */
const BEAT_MS = 20_000
/** Streams of one colleague at a time; more windows than this are not updated by themselves. */
const MOST_STREAMS = 20

const TYPING = 'staff-typing'

/** Needed of the desk to see what changes. */
type Watched = Pick<StaffParts, 'tickets' | 'records' | 'signals' | 'now' | 'log'>

interface Follower {
  readonly response: Response
  /** Reference of a ticket; null for the queue. */
  readonly reference: string | null
  readonly staff: string
  /** What it was told last of each thing, so that it is told only of changes. */
  readonly told: Map<string, string>
}

/**
 * Tells open pages that something changed, over server-sent events; they fetch themselves what it is.
 *
 * One look serves every page of this process, and nobody looks while no page is open.
 */
export class Live {
  readonly #parts: Watched
  readonly #followers = new Set<Follower>()
  readonly #unsubscribe: () => void
  #timer: NodeJS.Timeout | undefined
  #looking = false

  constructor(parts: Watched) {
    this.#parts = parts
    this.#unsubscribe = parts.signals.subscribe('tickets', () => void this.#look())
  }

  /** Answers with a stream for the queue, or for one ticket; false when this colleague has too many open. */
  follow(response: Response, reference: string | null, staff: string): boolean {
    if ([...this.#followers].filter((one) => one.staff === staff).length >= MOST_STREAMS) return false
    response.set({
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    })
    response.flushHeaders()
    response.write(`retry: ${LOOK_MS}\n\n`)
    const follower = { response, reference, staff, told: new Map<string, string>() }
    this.#followers.add(follower)
    const beat = setInterval(() => response.write(':\n\n'), BEAT_MS)
    const end = setTimeout(() => response.end(), STREAM_MS)
    response.once('close', () => {
      clearInterval(beat)
      clearTimeout(end)
      this.#followers.delete(follower)
      if (this.#followers.size === 0) clearInterval(this.#timer)
    })
    if (this.#followers.size === 1) this.#timer = setInterval(() => void this.#look(), LOOK_MS)
    void this.#look()
    return true
  }

  /** Writes down that a colleague is writing in a ticket. */
  async typing(reference: string, staff: { readonly id: string; readonly name: string }): Promise<void> {
    const { records, now } = this.#parts
    const until = new Date(now().getTime() + TYPING_MS)
    await records.put(TYPING, `${reference}/${staff.id}`, staff.name, now(), until)
    await this.#look()
  }

  /** Ends every stream. */
  stop(): void {
    this.#unsubscribe()
    clearInterval(this.#timer)
    for (const { response } of this.#followers) response.end()
  }

  async #look(): Promise<void> {
    if (this.#looking || this.#followers.size === 0) return
    this.#looking = true
    try {
      await this.#tellAll()
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'live updates of the staff desk')
    } finally {
      this.#looking = false
    }
  }

  async #tellAll(): Promise<void> {
    const followers = [...this.#followers]
    if (followers.some(({ reference }) => reference === null)) {
      const queue = await this.#queue()
      for (const one of followers) if (one.reference === null) tell(one, 'queue', queue)
    }
    const references = new Set(followers.flatMap(({ reference }) => reference ?? []))
    if (references.size === 0) return
    const { records, tickets, now } = this.#parts
    const typing = await records.list(TYPING, now())
    for (const reference of references) {
      const version = (await tickets.find(reference))?.version ?? 0
      for (const one of followers.filter((follower) => follower.reference === reference)) {
        tell(one, 'ticket', JSON.stringify({ version }))
        const others = typing.filter(
          ({ key }) => key.startsWith(`${reference}/`) && key !== `${reference}/${one.staff}`,
        )
        tell(one, 'typing', JSON.stringify(others.map(({ value }) => value)))
      }
    }
  }

  /** Something that is the same as long as the queue is. */
  async #queue(): Promise<string> {
    const states = TICKET_STATES.filter((state) => state !== 'closed')
    const tickets = await this.#parts.tickets.list({ states, limit: 500 })
    return JSON.stringify(tickets.map(({ reference, version }) => `${reference}/${version}`))
  }
}

function tell(follower: Follower, event: string, state: string): void {
  const before = follower.told.get(event)
  if (before === state) return
  follower.told.set(event, state)
  // What the page was rendered with is not news; who types, and a ticket's version, it compares itself.
  if (event === 'queue' && before === undefined) return
  follower.response.write(`event: ${event}\ndata: ${event === 'queue' ? '{}' : state}\n\n`)
}
