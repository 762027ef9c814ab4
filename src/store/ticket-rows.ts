import type { Ticket, TicketEvent, TicketUpdate } from '../escalation/tickets.js'
import { parseActor, parseAsker, parseFound } from './json.js'
import type { TicketEventTable, TicketTable } from './schema.js'

export function toTicket(row: TicketTable): Ticket {
  const { reference, question, topic, team, reason, channel, conversation, state, resolution, version } = row
  return {
    reference,
    question,
    topic,
    team,
    reason,
    found: parseFound(row.found),
    channel,
    conversation,
    asker: parseAsker(row.asker),
    urgent: row.urgent === 1,
    state,
    claimedBy: row.claimed_by,
    closeReason: row.close_reason,
    resolution,
    version,
    createdAt: iso(row.created_at),
    answeredAt: row.answered_at === null ? null : iso(row.answered_at),
    updatedAt: iso(row.updated_at),
    ...(row.anonymised_at !== null && { anonymous: true as const }),
  }
}

export function toTicketEvent({ number, kind, actor, text, message_id, at }: TicketEventTable): TicketEvent {
  return { number, kind, actor: parseActor(actor), text, messageId: message_id, at: iso(at) }
}

/** The columns that an update sets; what it leaves out stays as it is. */
export function columnsOf(update: TicketUpdate): Partial<TicketTable> {
  const { urgent, claimedBy, closeReason, answeredAt, ...same } = update
  return {
    ...same,
    ...(urgent === undefined ? {} : { urgent: urgent ? 1 : 0 }),
    ...(claimedBy === undefined ? {} : { claimed_by: claimedBy }),
    ...(closeReason === undefined ? {} : { close_reason: closeReason }),
    ...(answeredAt === undefined ? {} : { answered_at: answeredAt === null ? null : Date.parse(answeredAt) }),
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
