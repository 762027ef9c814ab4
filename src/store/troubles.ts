import type { ConversationId } from '../desk/conversation.js'
import type { ParkedEvent, StuckDue, Troubles, UndeliveredMessage } from '../desk/ports.js'
import type { Database } from './database.js'
import { translated } from './errors.js'
import { parseIncoming, parseMessage } from './json.js'

/** What went wrong for good, as staff see it. */
export function storedTroubles(database: Database): Troubles {
  return {
    parked: () => translated(() => parked(database)),
    undelivered: () => translated(() => undelivered(database)),
    stuck: () => translated(() => stuck(database)),
  }
}

async function parked({ db }: Database): Promise<readonly ParkedEvent[]> {
  const rows = await db
    .selectFrom('inbox')
    .selectAll()
    .where('status', '=', 'parked')
    .orderBy('received_at')
    .execute()
  return rows.map((row) => {
    const { channel, conversation, eventId, text } = parseIncoming(row.incoming)
    const receivedAt = new Date(row.received_at).toISOString()
    return {
      channel,
      conversation,
      eventId,
      text,
      attempts: row.attempts,
      reason: row.reason ?? '',
      receivedAt,
    }
  })
}

async function undelivered({ db }: Database): Promise<readonly UndeliveredMessage[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('status', 'in', ['failed', 'uncertain'])
    .orderBy('created_at')
    .orderBy('number')
    .execute()
  return rows.map((row) => {
    const { kind, text, ticket } = parseMessage(row.message)
    return {
      channel: row.channel,
      conversation: row.conversation as ConversationId, // it came in as one
      number: row.number,
      status: row.status === 'failed' ? 'failed' : 'uncertain',
      kind,
      ticket: ticket?.reference ?? null,
      text,
      attempts: row.attempts,
      reason: row.reason ?? '',
      createdAt: new Date(row.created_at).toISOString(),
    }
  })
}

async function stuck({ db }: Database): Promise<readonly StuckDue[]> {
  const rows = await db
    .selectFrom('dues')
    .select(['key', 'kind', 'subject', 'at', 'attempts', 'reason'])
    .where('not_before', 'is not', null)
    .where('reason', 'is not', null)
    .orderBy('at')
    .orderBy('key')
    .execute()
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString(), reason: row.reason ?? '' }))
}
