import type { Ticket, TicketEvent, Tickets } from '../escalation/tickets.js'
import type { Database } from './database.js'
import { translated } from './errors.js'
import { parseFound } from './json.js'
import type { TicketTable } from './schema.js'

/** Tickets for reading; `effects` opens them. */
export function storedTickets({ db }: Database): Tickets {
  return {
    list: () =>
      translated(async () => {
        const query = db.selectFrom('tickets').selectAll().orderBy('created_at').orderBy('reference')
        return (await query.execute()).map(toTicket)
      }),
    find: (reference) =>
      translated(async () => {
        const query = db.selectFrom('tickets').selectAll().where('reference', '=', reference)
        const row = await query.executeTakeFirst()
        return row ? toTicket(row) : null
      }),
    events: (reference) =>
      translated(async () => {
        const query = db.selectFrom('ticket_events').selectAll().where('reference', '=', reference)
        const rows = await query.orderBy('number').execute()
        return rows.map(({ number, kind, text, at }): TicketEvent => ({ number, kind, text, at: iso(at) }))
      }),
  }
}

function toTicket(row: TicketTable): Ticket {
  const { reference, question, topic, reason, channel, conversation, state } = row
  const found = parseFound(row.found)
  return {
    reference,
    question,
    topic,
    reason,
    found,
    channel,
    conversation,
    state,
    createdAt: iso(row.created_at),
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
