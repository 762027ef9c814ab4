import { sql } from 'kysely'
import type { Traces } from '../privacy/person.js'
import { type Database, transact } from './database.js'
import { holdsAny, SEARCHED, type SearchedTable } from './person-tables.js'
import { GONE, standsIn, wholeNames } from './person-words.js'

/** Shorter ones stand in other words by chance. */
const LEAST_LENGTH = 6

/**
 * Takes the keys and addresses of a person, and the names of the person's conversations, out of every text that is
 * left anywhere, a row at a time. References of tickets and bookings stay: by now they lead to nobody.
 */
export async function sweep(database: Database, traces: Traces): Promise<Readonly<Record<string, number>>> {
  const places = traces.conversations.map(({ conversation }) => conversation)
  const names = [...new Set([...traces.persons, ...traces.mails, ...places])]
  const searched = names.filter((name) => name.length >= LEAST_LENGTH)
  const whole = wholeNames(searched)
  if (whole === null) return {}
  const rows: Record<string, number> = {}
  for (const one of SEARCHED) rows[one.table] = await sweepTable(database, one, searched, whole)
  return rows
}

async function sweepTable(
  database: Database,
  { table, key, texts }: SearchedTable,
  names: readonly string[],
  whole: RegExp,
): Promise<number> {
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join([...key, ...texts].map((column) => sql.ref(column)))} from ${sql.table(table)}
    where ${holdsAny(database.kind, texts, names)}
  `.execute(database.db)
  const found = rows.filter((row) =>
    standsIn(
      whole,
      texts.map((column) => row[column]),
    ),
  )
  for (const row of found) {
    const changes = texts.flatMap((column) => {
      const text = row[column]
      return typeof text === 'string' && standsIn(whole, [text])
        ? [sql`${sql.ref(column)} = ${text.replace(whole, GONE)}`]
        : []
    })
    const here = key.map((column) => sql`${sql.ref(column)} = ${row[column]}`)
    await transact(database, ({ tx }) =>
      sql`update ${sql.table(table)} set ${sql.join(changes)} where ${sql.join(here, sql` and `)}`.execute(
        tx,
      ),
    )
  }
  return found.length
}
