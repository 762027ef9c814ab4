import { sql } from 'kysely'
import type { Due, DueWork } from '../desk/ports.js'
import { addTicketEvents } from './change-ticket.js'
import { openConversation } from './conversations.js'
import type { Work } from './database.js'
import { planDues } from './due-rows.js'
import { conversationsOf, inOrder, lockTickets } from './locks.js'
import { appendMessages } from './messages.js'

/** Tries at once, and after them ever later: who loses every race should not race for ever. */
const TRIES_AT_ONCE = 3
const RACE_WAIT_MS = 1000

/**
 * Writes what a row led to, and its end. Locks are taken as a turn takes them: conversations, then tickets.
 */
export async function finishDue(
  work: Work,
  due: Due,
  result: DueWork,
  now: number,
): Promise<'done' | 'changed' | 'lost'> {
  if (!(await isHeld(work, due))) return 'lost'
  await lockAll(work, result, now)
  if (!(await guardsHold(work, result))) {
    await giveBack(work, due, now)
    return 'changed'
  }
  for (const post of result.posts) await appendMessages(work, post, post.messages, null, now)
  for (const { reference, event } of result.ticketEvents) {
    await addTicketEvents(work, reference, await lastEvent(work, reference), [event], now)
  }
  if (result.ticketEvents.length > 0) await touchTickets(work, result, now)
  await planDues(work, result.due)
  await work.tx
    .updateTable('dues')
    .set({ not_before: null, lease_owner: null, reason: null, done_at: now })
    .where('id', '=', due.id)
    .execute()
  return 'done'
}

/** Conversations before tickets, all in order; those that are posted to are made. */
async function lockAll(work: Work, { posts, ticketEvents }: DueWork, now: number) {
  const references = ticketEvents.map(({ reference }) => reference)
  const keys = [...posts, ...(await conversationsOf(work, references))]
  for (const key of inOrder(keys)) await openConversation(work, key, now)
  await lockTickets(work, references)
}

/** A write that changes nothing takes the row's lock on both databases alike. */
async function isHeld({ tx }: Work, { id, attempts }: Due): Promise<boolean> {
  const row = await tx
    .updateTable('dues')
    .set((column) => ({ attempts: column.ref('attempts') }))
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('lease_owner', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

async function giveBack(work: Work, { id, attempts }: Due, now: number) {
  const wait = attempts <= TRIES_AT_ONCE ? 0 : attempts * RACE_WAIT_MS
  await work.tx
    .updateTable('dues')
    .set({ not_before: now + wait, lease_owner: null })
    .where('id', '=', id)
    .execute()
  work.announce('dues')
}

/** Whether everything the decision rested on is as it was, and stays so until the commit. */
async function guardsHold(work: Work, { guards }: DueWork): Promise<boolean> {
  const sorted = [...guards].sort((a, b) => (`${a.table} ${a.id}` < `${b.table} ${b.id}` ? -1 : 1))
  for (const guard of sorted) if (!(await holds(work, guard))) return false
  return true
}

const KEY = { tickets: 'reference', bookings: 'id' } as const

async function holds(
  { kind, tx }: Work,
  { table, id, version }: DueWork['guards'][number],
): Promise<boolean> {
  const shared = kind === 'postgres' ? sql` for share` : sql``
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.table(table)} where ${sql.ref(KEY[table])} = ${id}${shared}
  `.execute(tx)
  return rows[0]?.version === version
}

async function lastEvent({ tx }: Work, reference: string): Promise<number> {
  const row = await tx
    .selectFrom('ticket_events')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row?.number ?? 0
}

async function touchTickets({ tx, announce }: Work, { ticketEvents }: DueWork, now: number) {
  await tx
    .updateTable('tickets')
    .set((column) => ({ version: column('version', '+', 1), updated_at: now }))
    .where('reference', 'in', [...new Set(ticketEvents.map(({ reference }) => reference))])
    .execute()
  announce('tickets')
}
