import { randomUUID } from 'node:crypto'
import type { ChannelName, ConversationId } from '../desk/conversation.js'
import type { Outbound } from '../desk/ports.js'
import type { Work } from './database.js'

/** A conversation by its name. */
export interface ConversationKey {
  readonly channel: ChannelName
  readonly conversation: ConversationId
}

/**
 * Adds messages to a conversation and wakes what sends or follows them.
 *
 * @param cause sequence of the event that caused them; null when none did.
 */
export async function appendMessages(
  work: Work,
  to: ConversationKey,
  messages: readonly Outbound[],
  cause: number | null,
  now: number,
): Promise<void> {
  if (messages.length === 0) return
  const { last_number } = await work.tx
    .updateTable('conversations')
    .set((column) => ({ last_number: column('last_number', '+', messages.length), updated_at: now }))
    .where('channel', '=', to.channel)
    .where('id', '=', to.conversation)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  const first = last_number - messages.length + 1
  const rows = messages.map((message, index) => row(to, message, first + index, cause, now))
  await work.tx.insertInto('outbox').values(rows).execute()
  for (const lane of new Set(messages.map((message) => message.lane))) {
    if (lane !== null) await wakeLane(work, to.channel, lane, now)
  }
  work.announce(`log:${to.conversation}`)
}

function row(
  { channel, conversation }: ConversationKey,
  { message, lane }: Outbound,
  number: number,
  cause: number | null,
  now: number,
) {
  return {
    id: randomUUID(),
    channel,
    conversation,
    number,
    cause,
    lane: lane ?? '',
    message: JSON.stringify(message),
    status: lane === null ? ('delivered' as const) : ('pending' as const),
    attempts: 0,
    checks: 0,
    not_before: now,
    platform_id: null,
    reason: null,
    created_at: now,
    settled_at: lane === null ? now : null,
    replaces: message.replaces ?? null,
    under: message.under ?? null,
  }
}

/** A lane that has nothing to do gets something; one that is busy looks again when it is done. */
async function wakeLane(work: Work, channel: ChannelName, lane: string, now: number) {
  await work.tx
    .insertInto('lanes')
    .values({ channel, lane, due_at: now, free_at: 0, lease_owner: null, fence: 0 })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'lane']).doUpdateSet((column) => ({
        due_at: column
          .case()
          .when('lanes.due_at', 'is not', null)
          .then(column.ref('lanes.due_at'))
          .when('lanes.free_at', '>', now)
          .then(column.ref('lanes.free_at'))
          .else(now)
          .end(),
      })),
    )
    .execute()
  work.announce('outbox')
}
