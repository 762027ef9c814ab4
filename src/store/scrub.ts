import { setTimeout as sleep } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import type { Database } from './database.js'
import { StoreError } from './errors.js'

/** How often a checkpoint that met a reader is tried again, and the wait between, in milliseconds. */
const TRIES = 50
const WAIT_MS = 100

const TABLES = [
  'conversations',
  'inbox',
  'outbox',
  'tickets',
  'ticket_events',
  'feedback',
  'dues',
  'records',
  'bookings',
  'published_answers',
]

/**
 * Makes sure that deleted rows are gone from the files. SQLite overwrites them when they are deleted; what the
 * write-ahead log still holds goes here. On PostgreSQL its own vacuum frees their place.
 *
 * @throws StoreError `STORE_UNAVAILABLE` when another process reads on and on; nothing but the log was left.
 */
export async function scrub({ db, kind }: Database): Promise<void> {
  if (kind === 'postgres') {
    for (const table of TABLES) await sql`vacuum ${sql.table(table)}`.execute(db)
    return
  }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
    if (rows[0]?.busy === 0) return
    await sleep(WAIT_MS)
  }
  throw new StoreError(
    'STORE_UNAVAILABLE',
    'What was deleted still stands in the write-ahead log, because another program keeps reading; end it and try again.',
  )
}

/** Set in files whose free pages were emptied once; since then every deletion overwrites. */
const SCRUBBED = 1

/** Rewrites a file from before deletions were overwritten, once. Without room on the disk it is tried at the next start. */
export function scrubOnce(file: Sqlite.Database): void {
  if (file.pragma('user_version', { simple: true }) !== 0) return
  try {
    file.exec('vacuum')
    file.pragma(`user_version = ${SCRUBBED}`)
  } catch {
    // A full disk refuses it; that the disk is full is told elsewhere.
  }
}
