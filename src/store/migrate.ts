import { type Kysely, type Migration, Migrator } from 'kysely'
import { StoreError } from './errors.js'
import { start } from './migrations/0001-start.js'
import { ticketsAndDues } from './migrations/0002-tickets-and-dues.js'
import { deniedDocuments } from './migrations/0003-denied-documents.js'
import { bookings } from './migrations/0004-bookings.js'
import { audit } from './migrations/0005-audit.js'
import { publishedAnswers } from './migrations/0006-published-answers.js'
import { turnFigures } from './migrations/0008-turn-figures.js'
import { privacy } from './migrations/0010-privacy.js'
import { keyedBodies } from './migrations/0011-keyed-bodies.js'
import type { Tables } from './schema.js'

/** In order of their names; one that was released never changes. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-start': start,
  '0002-tickets-and-dues': ticketsAndDues,
  '0003-denied-documents': deniedDocuments,
  '0004-bookings': bookings,
  '0005-audit': audit,
  '0006-published-answers': publishedAnswers,
  '0008-turn-figures': turnFigures,
  '0010-privacy': privacy,
  '0011-keyed-bodies': keyedBodies,
}

/**
 * Brings the schema up to date.
 *
 * @throws StoreError `STORE_SCHEMA_NEWER` when a newer version of the program wrote it: nothing is changed.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await refuseNewer(db)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/**
 * Checks that the schema is exactly the one this program knows, for commands that must not change it.
 *
 * @throws StoreError `STORE_SCHEMA_NEWER` or `STORE_SCHEMA_OLDER`.
 */
export async function requireCurrent(db: Kysely<Tables>): Promise<void> {
  const done = await refuseNewer(db)
  if (Object.keys(MIGRATIONS).every((name) => done.has(name))) return
  throw new StoreError(
    'STORE_SCHEMA_OLDER',
    'The database was made by an older version of vraagbaak; start "vraagbaak serve" once to bring it up to date.',
  )
}

async function refuseNewer(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const done = await executed(db)
  const unknown = done.filter((name) => !(name in MIGRATIONS))
  if (unknown.length === 0) return new Set(done)
  throw new StoreError(
    'STORE_SCHEMA_NEWER',
    `The database was made by a newer version of vraagbaak (it has ${unknown.join(', ')}); ` +
      'run that version, or put back a backup made by this one.',
  )
}

/** Reads the migrator's own table; `Migrator.getMigrations` leaves out names it does not know. */
async function executed(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const log = db.withTables<{ kysely_migration: { name: string } }>()
  const rows = await log.selectFrom('kysely_migration').select('name').execute()
  return rows.map((row) => row.name)
}
