import type { Kysely } from 'kysely'
import type { Database } from './database.js'
import { translated } from './errors.js'
import type { Tables } from './schema.js'

/** What waits and what went wrong, for `/readyz` and `/metrics`. */
export interface StoreHealth {
  readonly database: 'sqlite' | 'postgres'
  readonly waitingEvents: number
  readonly waitingMessages: number
  /** Age in milliseconds of the oldest event or message that waits; 0 when none does. */
  readonly oldestWaitingMs: number
  readonly parkedEvents: number
  readonly failedMessages: number
  readonly uncertainMessages: number
  /** What is due and failed at least once. */
  readonly failingDues: number
  /** By how many milliseconds the longest waiting due row is late; 0 when none is. */
  readonly dueLateMs: number
}

type Groups = ReadonlyMap<string, { readonly count: number; readonly oldest: number }>

/** @throws StoreError `STORE_UNAVAILABLE` when the database does not answer. */
export function storeHealth({ db, kind }: Database, now: Date): Promise<StoreHealth> {
  return translated(async () => {
    const events = await eventGroups(db)
    const messages = await messageGroups(db)
    const due = await dueGroup(db, now.getTime())
    const waiting = [
      events.get('open'),
      messages.get('pending'),
      messages.get('sending'),
      messages.get('checking'),
    ]
    const oldest = Math.min(now.getTime(), ...waiting.map((group) => group?.oldest ?? now.getTime()))
    return {
      database: kind,
      waitingEvents: events.get('open')?.count ?? 0,
      waitingMessages: waiting.slice(1).reduce((sum, group) => sum + (group?.count ?? 0), 0),
      oldestWaitingMs: now.getTime() - oldest,
      parkedEvents: events.get('parked')?.count ?? 0,
      failedMessages: messages.get('failed')?.count ?? 0,
      uncertainMessages: messages.get('uncertain')?.count ?? 0,
      failingDues: due.failing,
      dueLateMs: now.getTime() - due.oldest,
    }
  })
}

/** What is done is left out: it grows without bound. */
async function eventGroups(db: Kysely<Tables>): Promise<Groups> {
  const rows = await db
    .selectFrom('inbox')
    .select('status')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('received_at').as('oldest')])
    .where('status', 'in', ['open', 'parked'])
    .groupBy('status')
    .execute()
  return new Map(rows.map((row) => [row.status, row]))
}

async function messageGroups(db: Kysely<Tables>): Promise<Groups> {
  const rows = await db
    .selectFrom('outbox')
    .select('status')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('created_at').as('oldest')])
    .where('status', 'in', ['pending', 'sending', 'checking', 'failed', 'uncertain'])
    .groupBy('status')
    .execute()
  return new Map(rows.map((row) => [row.status, row]))
}

async function dueGroup(db: Kysely<Tables>, now: number) {
  const row = await db
    .selectFrom('dues')
    .select(({ fn }) => [fn.min('at').as('oldest'), fn.count<number>('reason').as('failing')])
    .where('not_before', 'is not', null)
    .where('at', '<=', now)
    .executeTakeFirst()
  return { oldest: row?.oldest ?? now, failing: row?.failing ?? 0 }
}
