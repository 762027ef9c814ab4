import { z } from 'zod'
import type { Records } from '../../src/desk/ports.js'
import { conversationAt, isDirect, type Place, placeOf } from './conversation-id.js'
import type { Address, Bot, SourceMessage } from './inbound.js'
import { isForAnother, mentions } from './markup.js'

/** Records of this kind name the threads and direct messages that the desk takes part in. */
const THREAD_RECORDS = 'slack-thread'

const DAY_MS = 24 * 60 * 60 * 1000
const REMEMBERED_MS = 180 * DAY_MS
const MOST_CACHED = 5000

/** `member`: somebody asks the desk something. `staff`: the thread hangs under a post for colleagues. */
export type ThreadKind = 'member' | 'staff'

/** Threads that the desk takes part in, so that what is written there without a mention is heard too. */
export class Threads {
  readonly #records: Records
  readonly #now: () => Date
  /** What was written down today, so that a busy thread is not written down again and again. */
  readonly #fresh = new Map<string, { readonly kind: ThreadKind; readonly at: number }>()

  constructor(records: Records, now: () => Date) {
    this.#records = records
    this.#now = now
  }

  /** Null when the desk does not take part in it. */
  async kindOf(place: Place): Promise<ThreadKind | null> {
    const key = conversationAt(place)
    const fresh = this.#fresh.get(key)
    if (fresh) return fresh.kind
    const kept = await this.#records.get(THREAD_RECORDS, key, this.#now())
    return kept === null ? null : (readKept(kept)?.kind ?? null)
  }

  /** Half a year from the last word on. */
  async remember(place: Place, kind: ThreadKind): Promise<void> {
    const key = conversationAt(place)
    const now = this.#now()
    const fresh = this.#fresh.get(key)
    if (fresh?.kind === kind && now.getTime() - fresh.at < DAY_MS) return
    const value = JSON.stringify({ kind, at: now.toISOString() })
    await this.#records.put(THREAD_RECORDS, key, value, now, new Date(now.getTime() + REMEMBERED_MS))
    if (this.#fresh.size >= MOST_CACHED) this.#fresh.clear()
    this.#fresh.set(key, { kind, at: now.getTime() })
  }

  /** Those where somebody wrote since, newest first. */
  async activeSince(since: Date): Promise<readonly Place[]> {
    const kept = await this.#records.list(THREAD_RECORDS, this.#now())
    // Written down at most once a day, so a day more counts.
    const from = since.getTime() - DAY_MS
    return kept
      .map(({ key, value }) => ({ place: placeOf(key), at: readKept(value)?.at ?? 0 }))
      .filter(({ at }) => at >= from)
      .sort((a, b) => b.at - a.at)
      .flatMap(({ place }) => (place === null ? [] : [place]))
  }

  /**
   * Where a message belongs, by where it was written: a thread of direct messages, a thread that began with a
   * mention, or the thread under a post for colleagues.
   *
   * @returns null when it is not meant for the desk.
   */
  async addressOf(source: SourceMessage, bot: Bot): Promise<Address | null> {
    const thread = source.thread ?? source.ts
    const place: Place = { team: bot.team, channel: source.channel, thread }
    if (isDirect(source.channel)) {
      // Every thread there is the desk's: only that the channel exists must be known, to look back in it.
      await this.remember({ ...place, thread: null }, 'member')
      return { conversation: conversationAt(place), under: null }
    }
    const kind = source.parentUser === bot.userId ? 'staff' : await this.kindOf(place)
    if (kind === 'staff') return { conversation: conversationAt({ ...place, thread: null }), under: thread }
    if (!isMeantForUs(source, kind, bot)) return null
    await this.remember(place, 'member')
    return { conversation: conversationAt(place), under: null }
  }
}

function isMeantForUs(source: SourceMessage, kind: ThreadKind | null, bot: Bot): boolean {
  if (kind === null) return source.revision === null && mentions(source.text, bot.userId)
  return source.revision !== null || !isForAnother(source.text, bot.userId)
}

const keptSchema = z.object({ kind: z.enum(['member', 'staff']), at: z.string() })

function readKept(value: string): { readonly kind: ThreadKind; readonly at: number } | null {
  const kept = keptSchema.safeParse(JSON.parse(value))
  return kept.success ? { kind: kept.data.kind, at: Date.parse(kept.data.at) } : null
}
