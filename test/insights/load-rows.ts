import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { DATABASE_FILE } from '../../src/store/open-store.js'
import type { TestDatabase } from '../store/databases.js'
import type { SyntheticYear } from './synthetic-year.js'

type Row = SyntheticYear['figures'][number]

/** Everything in it was asked in one. */
const CONVERSATION: Row = {
  channel: 'web',
  id: 'c',
  state: '{}',
  version: 0,
  last_event: 0,
  last_number: 0,
  fence: 0,
  created_at: 0,
  updated_at: 0,
}

/** Puts a year into a database past the store, at the speed of the database. */
export async function loadYear(
  database: Pick<TestDatabase, 'dataDir' | 'databaseUrl'>,
  { figures, tickets, bookings }: SyntheticYear,
): Promise<void> {
  const tables = [
    ['conversations', [CONVERSATION]],
    ['tickets', tickets],
    ['turn_figures', figures],
    ['bookings', bookings],
  ] as const
  if (database.databaseUrl === null) return loadSqlite(database.dataDir, tables)
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  try {
    for (const [table, rows] of tables) await loadPostgres(client, table, rows)
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

function loadSqlite(dataDir: string, tables: readonly (readonly [string, readonly Row[]])[]) {
  const db = new Sqlite(join(dataDir, DATABASE_FILE))
  try {
    for (const [table, rows] of tables) {
      const columns = Object.keys(rows[0] ?? {})
      if (columns.length === 0) continue
      const places = columns.map(() => '?').join(', ')
      const insert = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`)
      db.transaction(() => {
        for (const row of rows) insert.run(columns.map((column) => row[column]))
      })()
    }
  } finally {
    db.close()
  }
}

const AT_ONCE = 5_000

async function loadPostgres(client: pg.Client, table: string, rows: readonly Row[]) {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + AT_ONCE))
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [some],
    )
  }
}
