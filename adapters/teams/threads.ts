import { z } from 'zod'
import type { Records } from '../../src/desk/ports.js'
import { conversationAt, type Place } from './conversation-id.js'
import type { Address, Source } from './inbound.js'

/** Records of this kind name the threads of channels that the desk takes part in. */
const THREAD_RECORDS = 'teams-thread'

const DAY_MS = 24 * 60 * 60 * 1000
const REMEMBERED_MS = 180 * DAY_MS
const MOST_CACHED = 5000

const kindSchema = z.enum(['member', 'staff'])

/** `member`: somebody asks the desk something. `staff`: the thread hangs under a post for colleagues. */
type ThreadKind = z.infer<typeof kindSchema>

/** Threads of channels that the desk takes part in. */
export class Threads {
  readonly #records: Records
  readonly #now: () => Date
  readonly #fresh = new Map<string, { readonly kind: ThreadKind; readonly at: number }>()

  constructor(records: Records, now: () => Date) {
    this.#records = records
    this.#now = now
  }

  /** Half a year from the last word on. */
  async remember(place: Place, kind: ThreadKind): Promise<void> {
    const key = conversationAt(place)
    const now = this.#now()
    const fresh = this.#fresh.get(key)
    if (fresh?.kind === kind && now.getTime() - fresh.at < DAY_MS) return
    const until = new Date(now.getTime() + REMEMBERED_MS)
    await this.#records.put(THREAD_RECORDS, key, JSON.stringify(kind), now, until)
    if (this.#fresh.size >= MOST_CACHED) this.#fresh.clear()
    this.#fresh.set(key, { kind, at: now.getTime() })
  }

  /**
   * Where something belongs: a chat as a whole, a thread that began with a mention, or the thread under a post for
   * colleagues.
   *
   * @param pressed whether it is a press on one of our cards, which is always meant for the desk.
   * @returns null when it is not meant for the desk.
   */
  async addressOf(source: Source, pressed: boolean): Promise<Address | null> {
    const { place, kind, revision, mentions } = source
    const forUs = pressed || mentions.some(({ bot }) => bot)
    if (kind !== 'channel') {
      const heard = kind === 'personal' || forUs || revision !== null
      return heard ? { conversation: conversationAt(place), under: null } : null
    }
    const thread = place.thread ?? source.id
    const inThread = { ...place, thread }
    const known = await this.#kindOf(inThread)
    if (known === 'staff') {
      return { conversation: conversationAt({ ...place, thread: null }), under: thread }
    }
    if (known === null && !forUs) return null
    if (!forUs && mentions.length > 0) return null
    await this.remember(inThread, 'member')
    return { conversation: conversationAt(inThread), under: null }
  }

  async #kindOf(place: Place): Promise<ThreadKind | null> {
    const key = conversationAt(place)
    const fresh = this.#fresh.get(key)
    if (fresh) return fresh.kind
    const kept = await this.#records.get(THREAD_RECORDS, key, this.#now())
    const kind = kindSchema.safeParse(kept === null ? null : JSON.parse(kept))
    return kind.success ? kind.data : null
  }
}
