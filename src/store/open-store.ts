import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { storedAudit } from './audit.js'
import { backupPostgres, backupSqlite } from './backup.js'
import { bodyPseudonyms } from './body-pseudonym.js'
import { storedBookings } from './bookings.js'
import { type Database, postgresDatabase, sqliteDatabase } from './database.js'
import { storedDeniedDocuments } from './denied-documents.js'
import { storedDues } from './dues.js'
import { StoreError, translated } from './errors.js'
import { type FileLock, takeFileLock } from './file-lock.js'
import { storeHealth } from './health.js'
import { storedInbox } from './inbox.js'
import { storedInsights } from './insights.js'
import { storedLeases } from './leases.js'
import { NotificationListener } from './listener.js'
import { migrate, requireCurrent } from './migrate.js'
import { storedModelLedger } from './model-ledger.js'
import { storedOutbox } from './outbox.js'
import { storedPersons } from './person.js'
import { postgresPool } from './postgres.js'
import { storedPosts } from './posts.js'
import { storedPublishedAnswers } from './published-answers.js'
import { storedRecords } from './records.js'
import { takeBack } from './recovery.js'
import { storedRetention } from './retention.js'
import { scrubOnce } from './scrub.js'
import { openSqlite } from './sqlite.js'
import type { Store } from './store.js'
import { storedTickets } from './tickets.js'
import { storedTroubles } from './troubles.js'
import { storedTurns } from './turns.js'
import { storedWebLog } from './web-log.js'

/** Name of the SQLite database in the data folder. */
export const DATABASE_FILE = 'vraagbaak.db'

export interface StoreOptions {
  /** Where SQLite's file lives; made when it is not there. */
  readonly dataDir: string
  /** `postgres://...`, or null for SQLite in `dataDir`. */
  readonly databaseUrl: string | null
  /**
   * `serve`: brings the schema up to date, and on SQLite is the only one on its folder. `command`: works beside a
   * desk that runs, and changes no schema.
   */
  readonly use: 'serve' | 'command'
  readonly now: Date
}

/**
 * Opens the store.
 *
 * @throws StoreError `STORE_IN_USE` when another desk serves this folder; `STORE_SCHEMA_NEWER`,
 * `STORE_SCHEMA_OLDER` and `STORE_MISSING` when the database is not what this program can use;
 * `STORE_SQLITE_UNSAFE`, `STORE_URL`, `STORE_UNAVAILABLE`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.databaseUrl === null) return openOnSqlite(options)
  if (/^postgres(ql)?:\/\//.test(options.databaseUrl)) return openOnPostgres(options, options.databaseUrl)
  throw new StoreError(
    'STORE_URL',
    'DATABASE_URL must start with postgres:// (leave it out for SQLite in DATA_DIR).',
  )
}

async function openOnSqlite({ dataDir, use, now }: StoreOptions): Promise<Store> {
  const file = join(dataDir, DATABASE_FILE)
  if (use === 'command' && !existsSync(file)) {
    throw new StoreError(
      'STORE_MISSING',
      `There is no ${file} yet; start "vraagbaak serve" once, or set DATA_DIR.`,
    )
  }
  mkdirSync(dataDir, { recursive: true })
  const lock = use === 'serve' ? lockFolder(dataDir) : null
  try {
    const sqlite = openSqlite(file)
    const database = sqliteDatabase(sqlite)
    const store = assemble(
      database,
      pseudonymsFor(dataDir, use),
      async (target) => backupSqlite(sqlite, target),
      async () => lock?.release(),
    )
    await prepare(database, store, use)
    if (lock) scrubOnce(sqlite)
    if (lock) await takeBack(database, now)
    return store
  } catch (error) {
    lock?.release()
    throw error
  }
}

function lockFolder(dataDir: string): FileLock {
  const lock = takeFileLock(join(dataDir, 'serve.lock'))
  if (lock) return lock
  throw new StoreError(
    'STORE_IN_USE',
    `Another "vraagbaak serve" uses ${dataDir}; stop it, give this one another DATA_DIR, ` +
      'or set DATABASE_URL to PostgreSQL, on which several can work side by side.',
  )
}

async function openOnPostgres({ dataDir, use }: StoreOptions, url: string): Promise<Store> {
  const pseudonymOf = pseudonymsFor(dataDir, use)
  const database = postgresDatabase(postgresPool(url))
  const listener = new NotificationListener(url, database.signals)
  const store = assemble(
    database,
    pseudonymOf,
    (target) => backupPostgres(url, target),
    () => listener.stop(),
  )
  await prepare(database, store, use)
  if (use === 'serve') await listener.start()
  return store
}

async function prepare(database: Database, store: Store, use: StoreOptions['use']) {
  try {
    await translated(() => (use === 'serve' ? migrate(database.db) : requireCurrent(database.db)))
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Only a desk that serves counts; a command makes no key. */
function pseudonymsFor(dataDir: string, use: StoreOptions['use']): (body: string) => string {
  return use === 'serve' ? bodyPseudonyms(dataDir) : (body) => bodyPseudonyms(dataDir)(body)
}

function assemble(
  database: Database,
  pseudonymOf: (body: string) => string,
  backup: Store['backup'],
  closing: () => Promise<void>,
): Store {
  let closed: Promise<void> | null = null
  return {
    kind: database.kind,
    inbox: storedInbox(database),
    turns: storedTurns(database, pseudonymOf),
    outbox: storedOutbox(database),
    posts: storedPosts(database),
    dues: storedDues(database),
    records: storedRecords(database),
    webLog: storedWebLog(database),
    signals: database.signals,
    tickets: storedTickets(database),
    troubles: storedTroubles(database),
    leases: storedLeases(database),
    modelLedger: storedModelLedger(database),
    deniedDocuments: storedDeniedDocuments(database),
    audit: storedAudit(database),
    publishedAnswers: storedPublishedAnswers(database),
    bookings: storedBookings(database),
    insights: storedInsights(database),
    persons: storedPersons(database),
    retention: storedRetention(database),
    health: (now) => storeHealth(database, now),
    backup,
    close() {
      closed ??= database.db.destroy().then(closing)
      return closed
    },
  }
}
