import { expressionBuilder, type Transaction } from 'kysely'
import type { Delivery } from '../desk/channel.js'
import type { ChannelName, ConversationId } from '../desk/conversation.js'
import { parseMessage } from './json.js'
import type { OutboxStatus, Tables } from './schema.js'

export interface LaneKey {
  readonly channel: ChannelName
  readonly lane: string
}

/** The message a lane turns to next. */
export interface NextInLane {
  readonly id: string
  readonly status: OutboxStatus
  readonly attempts: number
  readonly checks: number
  readonly not_before: number
  /** Without what it replaces and belongs under: that is looked up when it is sent. */
  readonly delivery: Omit<Delivery, 'replaces' | 'under'>
}

/** A message in one of these keeps the later ones of its conversation waiting. */
const OPEN: readonly OutboxStatus[] = ['pending', 'sending', 'checking']

/** The lane's longest waiting message that is the first open one of its conversation; null when none is open. */
export async function nextInLane(tx: Transaction<Tables>, lane: LaneKey): Promise<NextInLane | null> {
  const row = await tx
    .selectFrom('outbox as o')
    .select(['o.id', 'o.conversation', 'o.number', 'o.message', 'o.status'])
    .select(['o.attempts', 'o.checks', 'o.not_before'])
    .where('o.channel', '=', lane.channel)
    .where('o.lane', '=', lane.lane)
    .where('o.status', 'in', OPEN)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.channel', '=', 'o.channel')
            .whereRef('earlier.conversation', '=', 'o.conversation')
            .whereRef('earlier.number', '<', 'o.number')
            .where('earlier.status', 'in', OPEN),
        ),
      ),
    )
    .orderBy('o.not_before')
    .orderBy('o.number')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { id, status, attempts, checks, not_before, number } = row
  const conversation = row.conversation as ConversationId // it came in as one
  const delivery = { id, conversation, number, message: parseMessage(row.message) }
  return { id, status, attempts, checks, not_before, delivery }
}

/** How soon a lane looks again whose messages all wait for one of their conversation in another lane, in milliseconds. */
const BLOCKED_MS = 1000

/**
 * When a lane in which nothing can be sent is due, for an update of its row: never, unless what it has waits for
 * another lane (the lanes of a channel were divided differently when that message was written).
 */
export function lookAgainAt({ channel, lane }: LaneKey, now: number) {
  const expression = expressionBuilder<Tables, never>()
  const waits = expression.exists(
    expression
      .selectFrom('outbox')
      .select('id')
      .where('channel', '=', channel)
      .where('lane', '=', lane)
      .where('status', 'in', OPEN),
  )
  return expression
    .case()
    .when(waits)
    .then(now + BLOCKED_MS)
    .else(null)
    .end()
}
