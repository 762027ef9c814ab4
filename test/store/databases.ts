import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, describe } from 'vitest'
import type { ClaimRequest } from '../../src/desk/ports.js'
import { DATABASE_FILE, openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { freshPostgresDatabase, sharedPostgres } from '../fakes/postgres.js'

/** The databases that every store test runs on. */
export const DATABASES = ['SQLite', 'PostgreSQL'] as const

export type DatabaseName = (typeof DATABASES)[number]

/** When tests begin. */
export const START = '2026-11-23T09:00:00.000Z'

/** An empty database and what is opened on it. */
export interface TestDatabase {
  readonly name: DatabaseName
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** Opens it as a desk does; on PostgreSQL as often as one likes. */
  open(now?: Date): Promise<Store>
  /** Closes what was opened and removes the database. */
  remove(): Promise<void>
}

export async function freshDatabase(name: DatabaseName): Promise<TestDatabase> {
  return databaseFrom(name, null)
}

/** As `freshDatabase`, with the newest schema in it: a copy of one that was migrated once for this process. */
export async function migratedDatabase(name: DatabaseName): Promise<TestDatabase> {
  templates[name] ??= migratedOnce(name)
  return databaseFrom(name, await templates[name])
}

/** The file of a migrated SQLite database, or the name of a migrated database on the PostgreSQL server. */
type Template = Buffer | string

const templates: Partial<Record<DatabaseName, Promise<Template>>> = {}

async function migratedOnce(name: DatabaseName): Promise<Template> {
  const first = await freshDatabase(name)
  await (await first.open()).close()
  if (first.databaseUrl !== null) return new URL(first.databaseUrl).pathname.slice(1)
  const file = readFileSync(join(first.dataDir, DATABASE_FILE))
  await first.remove()
  return file
}

async function databaseFrom(name: DatabaseName, template: Template | null): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-store-'))
  if (template instanceof Buffer) writeFileSync(join(dataDir, DATABASE_FILE), template)
  const source = typeof template === 'string' ? template : 'template1'
  const postgres = name === 'PostgreSQL' ? await freshPostgresDatabase(await sharedPostgres(), source) : null
  const databaseUrl = postgres?.url ?? null
  const opened: Store[] = []
  return {
    name,
    dataDir,
    databaseUrl,
    async open(now = new Date(START)) {
      const store = await openStore({ dataDir, databaseUrl, use: 'serve', now })
      opened.push(store)
      return store
    },
    async remove() {
      for (const store of opened) await store.close()
      await postgres?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The first start of the shared server on a busy machine takes its time, and so do hundreds of transactions. */
const PATIENCE_MS = 60_000

/**
 * Declares a suite once for each database; each test gets an empty one.
 *
 * @param body declares the tests; what it is given is there from each test's beginning.
 */
export function onEachDatabase(
  title: string,
  body: (fixture: { readonly database: TestDatabase; readonly store: Store }) => void,
): void {
  describe.each(DATABASES)(`${title} on %s`, { timeout: PATIENCE_MS }, (name) => {
    let current: { database: TestDatabase; store: Store } | null = null
    const get = () => {
      if (!current) throw new Error('There is no database outside a test')
      return current
    }
    beforeEach(async () => {
      const database = await migratedDatabase(name)
      current = { database, store: await database.open() }
    }, PATIENCE_MS)
    afterEach(() => current?.database.remove(), PATIENCE_MS)
    body({
      get database() {
        return get().database
      },
      get store() {
        return get().store
      },
    })
  })
}

/** A claim of everything by one process. */
export function claimRequest(now: Date, change: Partial<ClaimRequest> = {}): ClaimRequest {
  return { owner: 'desk-1', now, leaseMs: 30_000, limit: 10, channels: ['web', 'slack', 'teams'], ...change }
}

/** Runs a statement past the store, as a person with a database client would; its rows, when it gives any. */
export async function query(
  { databaseUrl, dataDir }: Pick<TestDatabase, 'databaseUrl' | 'dataDir'>,
  statement: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (databaseUrl !== null) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(statement).finally(() => client.end())
    return rows
  }
  const db = new Sqlite(join(dataDir, DATABASE_FILE))
  try {
    const prepared = db.prepare<[], Record<string, unknown>>(statement)
    if (prepared.reader) return prepared.all()
    prepared.run()
    return []
  } finally {
    db.close()
  }
}
