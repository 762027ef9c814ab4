import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, postgresDatabase, sqliteDatabase } from '../../src/store/database.js'
import { migrate } from '../../src/store/migrate.js'
import { start } from '../../src/store/migrations/0001-start.js'
import { DATABASE_FILE, openStore } from '../../src/store/open-store.js'
import { postgresPool } from '../../src/store/postgres.js'
import { openSqlite } from '../../src/store/sqlite.js'
import { incoming } from '../fakes/messages.js'
import { freshPostgresDatabase, sharedPostgres } from '../fakes/postgres.js'
import { claimRequest, DATABASES, START } from './databases.js'

const now = new Date(START)

/** What the first version of the program left: a conversation with its messages, and a ticket with two events. */
const OLD_ROWS = [
  `insert into conversations values ('web', 'c1', '{"seen":1}', 3, 2, 2, 0, null, 4, 1000, 2000)`,
  `insert into inbox values ('web', 'c1', 1, 'e1', '{}', 'done', 1, null, 1000, 1000)`,
  `insert into outbox values ('o1', 'slack', 'c2', 1, null, 'l', '${message('een')}', 'pending', 0, 0, 0, null, null, 1, null)`,
  `insert into outbox values ('o2', 'web', 'c1', 2, 1, '', '${message('twee')}', 'delivered', 0, 0, 0, 'p1', null, 1, 1)`,
  `insert into lanes values ('slack', 'l', 0, 0, null, 0)`,
  `insert into tickets values ('VB-2026-0007', 'web', 'c1', 'Wat nu?', 'personeel', 'niets', '[]', 'new', 1000)`,
  `insert into ticket_events values ('VB-2026-0007', 1, 'opened', '', 1000)`,
  `insert into ticket_events values ('VB-2026-0007', 2, 'added', 'nog dit', 2000)`,
]

function message(text: string): string {
  return JSON.stringify({ kind: 'notice', text, citations: [], actions: [], ticket: null, booking: null })
}

describe.each(DATABASES)('a database of the first version, on %s', { timeout: 60_000 }, (name) => {
  let dataDir = ''
  let databaseUrl: string | null = null
  let drop = async () => {}
  let database: Database
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-migrate-'))
    if (name === 'PostgreSQL') {
      const fresh = await freshPostgresDatabase(await sharedPostgres())
      databaseUrl = fresh.url
      drop = fresh.drop
    }
    database =
      databaseUrl === null
        ? sqliteDatabase(openSqlite(join(dataDir, DATABASE_FILE)))
        : postgresDatabase(postgresPool(databaseUrl))
    await firstVersion(database)
  }, 60_000)
  afterEach(async () => {
    await drop()
    drop = async () => {}
    databaseUrl = null
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('keeps everything it had', async () => {
    await database.db.destroy()
    const store = await openStore({ dataDir, databaseUrl, use: 'serve', now })
    expect(await store.tickets.find('VB-2026-0007')).toMatchObject({
      question: 'Wat nu?',
      team: '',
      asker: { body: null, kind: 'onbekend', name: null, person: '' },
      urgent: false,
      claimedBy: null,
      resolution: 'unknown',
      version: 1,
      updatedAt: '1970-01-01T00:00:01.000Z',
    })
    expect(await store.tickets.events('VB-2026-0007')).toMatchObject([
      { number: 1, kind: 'opened', actor: { kind: 'member' }, messageId: null },
      { number: 2, kind: 'added', text: 'nog dit' },
    ])
    expect(await store.webLog.read(incoming('c1', '').conversation, 0)).toMatchObject([
      { number: 2, message: { text: 'twee' } },
    ])
    expect(await store.outbox.claim(claimRequest(now))).toMatchObject([
      { delivery: { id: 'o1', number: 1, message: { text: 'een' }, replaces: null, under: null } },
    ])
    await store.inbox.accept(incoming('c1', 'dag'), now)
    expect(await store.turns.claim(claimRequest(now))).toMatchObject([
      { sequence: 3, state: { seen: 1 }, version: 3, heldBy: null },
    ])
    await store.close()
  })

  it('stays as it was when bringing it up to date is cut off, and is brought up to date the next time', async () => {
    // A table in the way of one of the last statements ends it half way.
    await sql`create table records (x text)`.execute(database.db)
    await expect(migrate(database.db)).rejects.toThrow()
    await sql`drop table records`.execute(database.db)
    await migrate(database.db)
    await database.db.destroy()
    const store = await openStore({ dataDir, databaseUrl, use: 'serve', now })
    expect(await store.tickets.find('VB-2026-0007')).toMatchObject({ version: 1 })
    await store.close()
  })
})

async function firstVersion({ db }: Database) {
  await start.up(db)
  await sql`create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(
    db,
  )
  await sql`insert into kysely_migration values ('0001-start', '2026-10-01T00:00:00.000Z')`.execute(db)
  await sql`insert into conversations values ('slack', 'c2', '{}', 0, 0, 1, null, null, 0, 1, 1)`.execute(db)
  for (const row of OLD_ROWS) await sql.raw(row).execute(db)
}
