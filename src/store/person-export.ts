import { sql } from 'kysely'
import type { PersonExport, Traces } from '../privacy/person.js'
import type { Database } from './database.js'
import { figuresOf } from './person-figures.js'
import { holdsAny, SEARCHED } from './person-tables.js'
import { namesOf, standsIn, wholeNames } from './person-words.js'

/** Columns that hold JSON, read for who gets the export. */
const DOCUMENTS: ReadonlySet<string> = new Set(SEARCHED.flatMap(({ json }) => json))

/** All rows that belong to somebody, or in which one of the person's keys, addresses or references stands. */
export async function exportPerson({ db, kind }: Database, traces: Traces): Promise<PersonExport> {
  const names = namesOf(traces)
  const whole = wholeNames(names)
  const places = new Set(traces.conversations.map((place) => `${place.channel} ${place.conversation}`))
  const tables: Record<string, readonly Record<string, unknown>[]> = {}
  for (const { table, key, texts } of SEARCHED) {
    const columns = [...key.filter((column) => !NUMBERS.has(column)), ...texts]
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)}
      where ${holdsAny(kind, columns, names)} or ${inPlaces(table, traces)}
    `.execute(db)
    const found = rows.filter(
      (row) =>
        places.has(`${row.channel} ${row[PLACES[table] ?? '']}`) ||
        standsIn(
          whole,
          columns.map((column) => row[column]),
        ),
    )
    if (found.length > 0) tables[table] = found.map(readable)
  }
  const times = await timesOf(db, traces)
  if (times.length > 0) tables.booking_times = times.map(readable)
  const counted = await countsOf(db, traces)
  if (counted.length > 0) tables.turn_figures = counted.map(readable)
  return { traces, tables }
}

/** Of the columns that name rows, those that are no text. */
const NUMBERS: ReadonlySet<string> = new Set(['sequence', 'number', 'position'])

/** Which column of a table names a conversation. */
const PLACES: Readonly<Record<string, string>> = {
  conversations: 'id',
  inbox: 'conversation',
  outbox: 'conversation',
  feedback: 'conversation',
}

function inPlaces(table: string, { conversations }: Traces) {
  const column = PLACES[table]
  if (column === undefined || conversations.length === 0) return sql<boolean>`1 = 0`
  const tests = conversations.map(
    ({ channel, conversation }) => sql`(channel = ${channel} and ${sql.ref(column)} = ${conversation})`,
  )
  return sql<boolean>`(${sql.join(tests, sql` or `)})`
}

async function timesOf(db: Database['db'], { bookings }: Traces) {
  if (bookings.length === 0) return []
  const ids = bookings.map(({ id }) => id)
  return db.selectFrom('booking_times').selectAll().where('booking', 'in', ids).orderBy('start_at').execute()
}

async function countsOf(db: Database['db'], traces: Traces) {
  const ids = await figuresOf(db, traces)
  if (ids.length === 0) return []
  return db.selectFrom('turn_figures').selectAll().where('id', 'in', ids).orderBy('at').execute()
}

function readable(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, readableValue(column, value)]),
  )
}

/** Columns that hold an instant. */
const INSTANT = /^(at|until|held_until|not_before|.*_at)$/u

function readableValue(column: string, value: unknown): unknown {
  if (DOCUMENTS.has(column) && typeof value === 'string') return parsed(value)
  return INSTANT.test(column) && typeof value === 'number' ? new Date(value).toISOString() : value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text // A record of another kind than JSON.
  }
}
