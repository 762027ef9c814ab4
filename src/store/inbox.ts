import type { Incoming } from '../desk/incoming.js'
import type { Inbox } from '../desk/ports.js'
import { openConversation } from './conversations.js'
import { type Database, transact, type Work } from './database.js'
import { translated } from './errors.js'

/** The inbox: one row an event, numbered within its conversation in the order of commit. */
export function storedInbox(database: Database): Inbox {
  return {
    async accept(incoming, now) {
      // Platforms repeat themselves in bursts: the common repeat is told without taking a lock.
      if (await translated(() => known(database, incoming))) return 'repeat'
      return transact(database, (work) => insert(work, incoming, now.getTime()))
    },
  }
}

async function known(database: Database, { channel, eventId }: Incoming): Promise<boolean> {
  const row = await database.db
    .selectFrom('inbox')
    .select('sequence')
    .where('channel', '=', channel)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row !== undefined
}

async function insert(work: Work, incoming: Incoming, now: number): Promise<'accepted' | 'repeat'> {
  const conversation = await openConversation(work, incoming, now)
  const sequence = conversation.last_event + 1
  const row = await work.tx
    .insertInto('inbox')
    .values({
      channel: incoming.channel,
      conversation: incoming.conversation,
      sequence,
      event_id: incoming.eventId,
      incoming: JSON.stringify(incoming),
      status: 'open',
      attempts: 0,
      reason: null,
      received_at: now,
      settled_at: null,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'event_id']).doNothing())
    .returning('sequence')
    .executeTakeFirst()
  if (!row) return 'repeat'
  await work.tx
    .updateTable('conversations')
    // While somebody holds the conversation, `due_at` is the end of the lease; the commit looks for open events.
    .set({ last_event: sequence, due_at: conversation.due_at ?? now })
    .where('channel', '=', incoming.channel)
    .where('id', '=', incoming.conversation)
    .execute()
  work.announce('inbox')
  return 'accepted'
}
