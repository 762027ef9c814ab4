import { sql } from 'kysely'
import type { PersonStore } from '../privacy/person.js'
import type { Database } from './database.js'
import { translated } from './errors.js'
import { erasePerson } from './person-erase.js'
import { exportPerson } from './person-export.js'
import { jsonText } from './person-tables.js'
import { findTraces } from './person-traces.js'
import { scrub } from './scrub.js'

/** What the store keeps about persons, and how it forgets them. */
export function storedPersons(database: Database): PersonStore {
  const { db } = database
  return {
    traces: (id) => translated(() => findTraces(database, id)),
    export: (traces) => translated(() => exportPerson(database, traces)),
    answers: ({ tickets }) =>
      translated(async () => {
        if (tickets.length === 0) return []
        const rows = await db
          .selectFrom('published_answers')
          .select(['id', 'title', 'ticket'])
          .where('ticket', 'in', tickets)
          .where('state', '=', 'published')
          .orderBy('id')
          .execute()
        return rows.map(({ id, title, ticket }) => ({ id, title, ticket: ticket ?? '' }))
      }),
    erase: (traces, answers, now) => translated(() => erasePerson(database, traces, answers, now)),
    scrub: () => translated(() => scrub(database)),
    applied: () =>
      translated(async () => {
        const rows = await db.selectFrom('erasures').select('id').execute()
        return new Set(rows.map(({ id }) => id))
      }),
    markApplied: ({ id, at }) =>
      translated(async () => {
        const row = { id, at: Date.parse(at) }
        await db
          .insertInto('erasures')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }),
    everybody: () => translated(() => everybody(database)),
  }
}

async function everybody({ db, kind }: Database): Promise<readonly string[]> {
  const field = (column: string, name: string) => jsonText(kind, column, name)
  const { rows } = await sql<{ trace: string | null }>`
    select ${field('incoming', 'person')} as trace from inbox
    union select ${field('asker', 'person')} from tickets
    union select reference from tickets where anonymised_at is null
    union select person from bookings
    union select reference from bookings where person <> ''
    union select ${field('contact', 'mail')} from bookings where contact is not null
    union select person from waiting_list
    union select id from conversations where channel = 'mail'
    union select key from records where kind in ('mail-proof', 'mail-code')
    union select ${field('value', 'mail')} from records where kind in ('mail-proof', 'mail-code')
  `.execute(db)
  return rows.flatMap(({ trace }) => (trace === null || trace === '' ? [] : [trace]))
}
