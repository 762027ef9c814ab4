import { type Kysely, sql, type Transaction } from 'kysely'
import type { SignalTopic } from '../desk/ports.js'
import { translated } from './errors.js'
import { NOTIFY_CHANNEL } from './listener.js'
import type { Tables } from './schema.js'
import type { Announcer } from './signals.js'

/** What every repository works with. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres'
  readonly db: Kysely<Tables>
  readonly signals: Announcer
}

/** A transaction, and what to announce once it is committed. */
export interface Work {
  readonly tx: Transaction<Tables>
  announce(topic: SignalTopic): void
}

/**
 * Runs one short transaction; its announcements reach other processes with the commit and this one right after.
 *
 * On SQLite it takes the write lock at its start, so that nothing changes between what it reads and what it writes.
 */
export async function transact<T>(database: Database, body: (work: Work) => Promise<T>): Promise<T> {
  const topics = new Set<SignalTopic>()
  const result = await translated(() =>
    database.db.transaction().execute(async (tx) => {
      const value = await body({ tx, announce: (topic) => void topics.add(topic) })
      if (database.kind === 'postgres') await notify(tx, topics)
      return value
    }),
  )
  for (const topic of topics) database.signals.publish(topic)
  return result
}

async function notify(tx: Transaction<Tables>, topics: ReadonlySet<SignalTopic>) {
  for (const topic of topics) await sql`select pg_notify(${NOTIFY_CHANNEL}, ${topic})`.execute(tx)
}
