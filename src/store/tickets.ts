import { type ExpressionBuilder, sql } from 'kysely'
import type { TicketStore } from '../desk/ports.js'
import type { TopicExample } from '../escalation/examples.js'
import type { Ticket, TicketFilter } from '../escalation/tickets.js'
import { changeTicket } from './change-ticket.js'
import { type Database, transact } from './database.js'
import { translated } from './errors.js'
import { jsonText } from './person-tables.js'
import type { Tables } from './schema.js'
import { toTicket, toTicketEvent } from './ticket-rows.js'

const DEFAULT_LIMIT = 200
const MOST = 500

/** Tickets for reading and changing; `effects` opens them. */
export function storedTickets(database: Database): TicketStore {
  const { db } = database
  return {
    list: (filter = {}) => translated(() => list(database, filter)),
    find: (reference) =>
      translated(async () => {
        const query = db.selectFrom('tickets').selectAll().where('reference', '=', reference)
        const row = await query.executeTakeFirst()
        return row ? toTicket(row) : null
      }),
    events: (reference) =>
      translated(async () => {
        const query = db.selectFrom('ticket_events').selectAll().where('reference', '=', reference)
        return (await query.orderBy('number').execute()).map(toTicketEvent)
      }),
    corrections: (limit) => translated(() => corrections(database, limit)),
    change: (reference, decide, now, key) =>
      transact(database, (work) =>
        changeTicket(work, { reference, decide, key, cause: null, now: now.getTime() }),
      ),
  }
}

async function corrections({ db, kind }: Database, limit: number): Promise<readonly TopicExample[]> {
  const rows = await db
    .selectFrom('ticket_events as e')
    .innerJoin('tickets as t', 't.reference', 'e.reference')
    .select(['e.reference', 't.question', 'e.text as topic'])
    .where('e.kind', '=', 'topic')
    .where(jsonText(kind, 'e.actor', 'kind'), '=', 'staff')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ticket_events as later')
            .select('later.number')
            .whereRef('later.reference', '=', 'e.reference')
            .where('later.kind', '=', 'topic')
            .whereRef('later.number', '>', 'e.number'),
        ),
      ),
    )
    .orderBy('e.at', 'desc')
    .orderBy('e.reference', 'desc')
    .limit(Math.min(Math.max(Math.trunc(limit), 1), MOST))
    .execute()
  return rows
}

async function list({ db, kind }: Database, filter: TicketFilter): Promise<readonly Ticket[]> {
  const { states, team, claimedBy, asker, text = '', limit = DEFAULT_LIMIT, offset = 0 } = filter
  if (states?.length === 0) return []
  let query = db.selectFrom('tickets').selectAll('tickets')
  if (states !== undefined) query = query.where('state', 'in', states)
  if (team !== undefined) query = query.where('team', '=', team)
  if (claimedBy !== undefined) query = query.where('claimed_by', '=', claimedBy)
  if (asker !== undefined) {
    const { channel, person } = asker
    query = query
      .where(sql<boolean>`${sql.ref('channel')} = ${channel}`)
      .where(jsonText(kind, 'asker', 'person'), '=', person)
  }
  for (const word of text.split(/\s+/).filter(Boolean)) query = query.where((column) => says(column, word))
  const ordered =
    filter.newestFirst === true
      ? query.orderBy('created_at', 'desc').orderBy('reference', 'desc')
      : query.orderBy('urgent', 'desc').orderBy('created_at').orderBy('reference')
  const rows = await ordered
    .limit(Math.min(Math.max(Math.trunc(limit), 1), MOST))
    .offset(Math.max(Math.trunc(offset), 0))
    .execute()
  return rows.map(toTicket)
}

/** Whether a word, whatever its capitals, is in the reference, the question or what was written since. */
function says(column: ExpressionBuilder<Tables, 'tickets'>, word: string) {
  const pattern = `%${word.replaceAll(/[\\%_]/g, (special) => `\\${special}`)}%`
  const like = (name: string) => sql<boolean>`lower(${sql.ref(name)}) like lower(${pattern}) escape '\\'`
  return column.or([
    like('tickets.reference'),
    like('tickets.question'),
    column.exists(
      column
        .selectFrom('ticket_events as e')
        .select('e.number')
        .whereRef('e.reference', '=', 'tickets.reference')
        .where(like('e.text')),
    ),
  ])
}
