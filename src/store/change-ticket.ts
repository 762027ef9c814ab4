import type { NewTicketEvent, TicketDecision, TicketWork } from '../desk/ports.js'
import type { ActionOutcome } from '../escalation/actions.js'
import type { TicketEvent } from '../escalation/tickets.js'
import { lockConversation } from './conversations.js'
import type { Work } from './database.js'
import { planDues } from './due-rows.js'
import { conversationsOf } from './locks.js'
import { appendMessages, type ConversationKey } from './messages.js'
import type { TicketTable } from './schema.js'
import { columnsOf, toTicket, toTicketEvent } from './ticket-rows.js'

/** What a change is made of. */
export interface TicketChange {
  readonly reference: string
  readonly decide: TicketDecision
  /** Names what asked for it; null when it cannot be asked twice. */
  readonly key: string | null
  /** The event that asked for it, for messages that go back to its own conversation; null when none did. */
  readonly cause: (ConversationKey & { readonly sequence: number }) | null
  readonly now: number
}

/** Decides on a ticket under its lock and writes what was decided; the member's conversation is locked before it. */
export async function changeTicket(work: Work, change: TicketChange): Promise<ActionOutcome> {
  const [to] = await conversationsOf(work, [change.reference])
  if (to === undefined) return { kind: 'refused', code: 'not-found', text: '', ticket: null }
  await lockConversation(work, to)
  const row = await lockTicket(work, change.reference)
  const ticket = toTicket(row)
  if (change.key !== null && (await wasHandled(work, change.reference, change.key))) {
    return { kind: 'done', ticket }
  }
  const events = await eventsOf(work, change.reference)
  const decision = change.decide(ticket, events)
  if (decision.kind === 'refuse') return { ...decision, kind: 'refused', ticket }
  const changed = await write(work, change, to, row, events.length, decision.work)
  return { kind: 'done', ticket: toTicket(changed) }
}

/** A write that changes nothing takes the row's lock on both databases alike. */
function lockTicket({ tx }: Work, reference: string): Promise<TicketTable> {
  return tx
    .updateTable('tickets')
    .set((column) => ({ version: column.ref('version') }))
    .where('reference', '=', reference)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function wasHandled({ tx }: Work, reference: string, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom('handled_keys')
    .select('at')
    .where('reference', '=', reference)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

async function eventsOf({ tx }: Work, reference: string): Promise<readonly TicketEvent[]> {
  const rows = await tx
    .selectFrom('ticket_events')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('number')
    .execute()
  return rows.map(toTicketEvent)
}

async function write(
  work: Work,
  { reference, key, cause, now }: TicketChange,
  to: ConversationKey,
  row: TicketTable,
  lastEvent: number,
  { update, events, messages, holds, due }: TicketWork,
): Promise<TicketTable> {
  const changed = await work.tx
    .updateTable('tickets')
    .set((column) => ({
      ...columnsOf(update),
      ...(holds === undefined ? {} : { holds_since: holds ? (row.holds_since ?? now) : null }),
      version: column('version', '+', 1),
      updated_at: now,
    }))
    .where('reference', '=', reference)
    .returningAll()
    .executeTakeFirstOrThrow()
  await addTicketEvents(work, reference, lastEvent, events, now)
  if (key !== null) await work.tx.insertInto('handled_keys').values({ reference, key, at: now }).execute()
  if (changed.holds_since !== row.holds_since) await handOver(work, to, now)
  const own = cause !== null && cause.channel === to.channel && cause.conversation === to.conversation
  await appendMessages(work, to, messages, own ? cause.sequence : null, now)
  await planDues(work, due)
  work.announce('tickets')
  return changed
}

/** Numbers events after `last`; the ticket's row must be locked. */
export async function addTicketEvents(
  { tx }: Work,
  reference: string,
  last: number,
  events: readonly NewTicketEvent[],
  at: number,
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ kind, actor, text, messageId }, index) => ({
    reference,
    number: last + index + 1,
    kind,
    actor: JSON.stringify(actor),
    text,
    message_id: messageId ?? null,
    at,
  }))
  await tx.insertInto('ticket_events').values(rows).execute()
}

/**
 * Gives the conversation to the ticket whose staff took it last, or back to the desk. Its version rises, so that a
 * turn that was decided before is decided again.
 */
async function handOver({ tx }: Work, { channel, conversation }: ConversationKey, now: number) {
  const holder = await tx
    .selectFrom('tickets')
    .select('reference')
    .where('channel', '=', channel)
    .where('conversation', '=', conversation)
    .where('holds_since', 'is not', null)
    .orderBy('holds_since', 'desc')
    .orderBy('reference', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx
    .updateTable('conversations')
    .set((column) => ({
      held_by: holder?.reference ?? null,
      version: column('version', '+', 1),
      updated_at: now,
    }))
    .where('channel', '=', channel)
    .where('id', '=', conversation)
    .execute()
}
