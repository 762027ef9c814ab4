import type Sqlite from 'better-sqlite3'
import { Kysely, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { SignalTopic } from '../desk/ports.js'
import { translated } from './errors.js'
import { GroupCommit } from './group-commit.js'
import { NOTIFY_CHANNEL } from './listener.js'
import { postgresDialect } from './postgres.js'
import type { Tables } from './schema.js'
import { type Announcer, localSignals } from './signals.js'
import { sqliteDialect } from './sqlite.js'

/** What every repository works with. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres'
  readonly db: Kysely<Tables>
  readonly signals: Announcer
  /** Runs work in a transaction; resolves when it is committed. */
  transaction<T>(body: (tx: Transaction<Tables>) => Promise<T>): Promise<T>
}

/** @param file opened by `openSqlite`; closed with the database. */
export function sqliteDatabase(file: Sqlite.Database): Database {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file) })
  const group = new GroupCommit(db)
  return { kind: 'sqlite', db, signals: localSignals(), transaction: (body) => group.run(body) }
}

/** @param pool ended with the database. */
export function postgresDatabase(pool: pg.Pool): Database {
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) })
  const transaction: Database['transaction'] = (body) => db.transaction().execute(body)
  return { kind: 'postgres', db, signals: localSignals(), transaction }
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
    database.transaction(async (tx) => {
      const value = await body({ tx, announce: (topic) => void topics.add(topic) })
      if (database.kind === 'postgres') await notify(tx, topics)
      return value
    }),
  )
  for (const topic of topics) database.signals.publish(topic)
  return result
}

async function notify(tx: Transaction<Tables>, topics: ReadonlySet<SignalTopic>) {
  if (topics.size === 0) return
  const calls = [...topics].map((topic) => sql`pg_notify(${NOTIFY_CHANNEL}, ${topic})`)
  await sql`select ${sql.join(calls)}`.execute(tx)
}
