import { setTimeout as sleep } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { Kysely, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { SignalTopic } from '../desk/ports.js'
import { isConflict, translated } from './errors.js'
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
  readonly kind: Database['kind']
  readonly tx: Transaction<Tables>
  announce(topic: SignalTopic): void
}

/** How often a transaction that the database chose to end is begun again, and the longest wait before that, in milliseconds. */
const CONFLICT_TRIES = 6
const CONFLICT_WAIT_MS = 40

/**
 * Runs one short transaction; its announcements reach other processes with the commit and this one right after.
 *
 * On SQLite it takes the write lock at its start, so that nothing changes between what it reads and what it writes.
 * On PostgreSQL one that met another in a deadlock is begun again, so `body` does nothing but work on the database.
 */
export async function transact<T>(database: Database, body: (work: Work) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await translated(() => attemptOf(database, body))
    } catch (error) {
      if (attempt === CONFLICT_TRIES || !isConflict(error)) throw error
      await sleep(Math.random() * CONFLICT_WAIT_MS * attempt)
    }
  }
}

async function attemptOf<T>(database: Database, body: (work: Work) => Promise<T>): Promise<T> {
  const topics = new Set<SignalTopic>()
  const result = await database.transaction(async (tx) => {
    const { kind } = database
    const value = await body({ kind, tx, announce: (topic) => void topics.add(topic) })
    if (kind === 'postgres') await notify(tx, topics)
    return value
  })
  for (const topic of topics) database.signals.publish(topic)
  return result
}

async function notify(tx: Transaction<Tables>, topics: ReadonlySet<SignalTopic>) {
  if (topics.size === 0) return
  const calls = [...topics].map((topic) => sql`pg_notify(${NOTIFY_CHANNEL}, ${topic})`)
  await sql`select ${sql.join(calls)}`.execute(tx)
}
