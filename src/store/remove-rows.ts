import { sql } from 'kysely'
import type { ChannelName, ConversationId } from '../desk/conversation.js'
import { openConversation } from './conversations.js'
import type { Work } from './database.js'

/** Where tickets stand whose conversation is gone: nobody reads it, and nothing is sent there. */
export const NOWHERE = 'gewist'

/** Events of a ticket whose text is a key and no words of anybody. */
const KEYS_ONLY = [
  'opened',
  'claimed',
  'released',
  'reassigned',
  'topic',
  'urgent',
  'closed',
  'reopened',
  'feedback',
] as const

/**
 * Takes everything out of tickets that says who asked what; what remains counts questions. Those that were still
 * open are closed.
 */
export async function anonymiseTickets(
  work: Work,
  references: readonly string[],
  now: number,
): Promise<number> {
  const { tx } = work
  const rows =
    references.length === 0
      ? []
      : await tx
          .selectFrom('tickets')
          .select(['reference', 'channel', 'asker', 'state'])
          .where('reference', 'in', references)
          .execute()
  if (rows.length === 0) return 0
  const found = rows.map(({ reference }) => reference)
  for (const channel of new Set(rows.map((row) => row.channel))) {
    await openConversation(work, nowhere(channel as ChannelName), now)
  }
  await tx.updateTable('conversations').set({ held_by: null }).where('held_by', 'in', found).execute()
  await unlinkFigures(work, found)
  await tx.deleteFrom('handled_keys').where('reference', 'in', found).execute()
  await tx.deleteFrom('dues').where('subject', 'in', found).execute()
  await tx.updateTable('ticket_events').set({ message_id: null }).where('reference', 'in', found).execute()
  await tx
    .updateTable('ticket_events')
    .set({ text: '' })
    .where('reference', 'in', found)
    .where('kind', 'not in', KEYS_ONLY)
    .execute()
  for (const { reference, asker, state } of rows) {
    await tx
      .updateTable('tickets')
      .set((column) => ({
        question: '',
        reason: '',
        // Why a passage was found names words of the question.
        found: '[]',
        conversation: NOWHERE,
        asker: nobody(asker),
        holds_since: null,
        anonymised_at: now,
        version: column('version', '+', 1),
        ...(state === 'closed' ? {} : { state: 'closed', close_reason: 'withdrawn', updated_at: now }),
      }))
      .where('reference', '=', reference)
      .execute()
  }
  work.announce('tickets')
  return rows.length
}

/** The count of a question no longer says which ticket it became; that it helped stays counted. */
async function unlinkFigures({ tx }: Work, references: readonly string[]): Promise<void> {
  const confirmed = tx
    .selectFrom('tickets')
    .select('reference')
    .where('reference', 'in', references)
    .where('resolution', '=', 'confirmed')
  await tx.updateTable('turn_figures').set({ helped: 1 }).where('ticket', 'in', confirmed).execute()
  await tx.updateTable('turn_figures').set({ ticket: null }).where('ticket', 'in', references).execute()
}

function nowhere(channel: ChannelName) {
  return { channel, conversation: NOWHERE as ConversationId }
}

/** The kind of body stays, for counting. */
function nobody(asker: string): string {
  const read: unknown = JSON.parse(asker)
  const kind = typeof read === 'object' && read !== null && 'kind' in read ? read.kind : 'onbekend'
  return JSON.stringify({ body: null, kind, name: null, person: '' })
}

/** Bookings keep their time, place and body; who they were made with is gone. */
export async function anonymiseBookings({ tx }: Work, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await tx
    .updateTable('bookings')
    .set({ contact: null, person: '', conversation: '' })
    .where('id', 'in', ids)
    .returning('id')
    .execute()
  return rows.length
}

/**
 * Removes conversations with everything that was said in them. One that a ticket still stands in stays, empty.
 *
 * @returns how many rows went, by table.
 */
export async function removeConversation(
  { tx }: Work,
  { channel, conversation }: { readonly channel: ChannelName; readonly conversation: string },
  now: number,
): Promise<Readonly<Record<string, number>>> {
  const gone: Record<string, number> = {}
  for (const table of ['inbox', 'outbox', 'feedback'] as const) {
    const rows = await tx
      .deleteFrom(table)
      .where(sql.ref<string>('channel'), '=', channel)
      .where('conversation', '=', conversation)
      .executeTakeFirst()
    gone[table] = Number(rows.numDeletedRows)
  }
  await tx.deleteFrom('lanes').where('channel', '=', channel).where('lane', '=', conversation).execute()
  const stands = await tx
    .selectFrom('tickets')
    .select('reference')
    .where('channel', '=', channel)
    .where('conversation', '=', conversation)
    .limit(1)
    .executeTakeFirst()
  if (stands !== undefined) {
    await tx
      .updateTable('conversations')
      .set((column) => ({
        state: '{}',
        version: column('version', '+', 1),
        due_at: null,
        lease_owner: null,
        updated_at: now,
      }))
      .where('channel', '=', channel)
      .where('id', '=', conversation)
      .execute()
    return gone
  }
  const rows = await tx
    .deleteFrom('conversations')
    .where('channel', '=', channel)
    .where('id', '=', conversation)
    .executeTakeFirst()
  return { ...gone, conversations: Number(rows.numDeletedRows) }
}
