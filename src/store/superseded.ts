import type { Transaction } from 'kysely'
import { type LaneKey, type NextInLane, nextInLane } from './lanes.js'
import { platformIdOf } from './posts.js'
import type { Tables } from './schema.js'

/**
 * The message a lane turns to next, past those that need not be sent any more because a later one says what became
 * of the same post; these are marked so.
 */
export async function nextToSend(
  tx: Transaction<Tables>,
  lane: LaneKey,
  now: number,
): Promise<NextInLane | null> {
  for (;;) {
    const next = await nextInLane(tx, lane)
    if (next?.status !== 'pending' || !(await isSuperseded(tx, lane, next))) return next
    await tx
      .updateTable('outbox')
      .set({ status: 'superseded', settled_at: now })
      .where('id', '=', next.id)
      .execute()
  }
}

/** A post that is not there yet may only be skipped when nothing that belongs in its thread waits for it. */
async function isSuperseded(
  tx: Transaction<Tables>,
  { channel }: LaneKey,
  { delivery }: NextInLane,
): Promise<boolean> {
  const { conversation, number, message } = delivery
  const key = message.replaces
  if (key === undefined) return false
  const waiting = await tx
    .selectFrom('outbox')
    .select('replaces')
    .where('channel', '=', channel)
    .where('conversation', '=', conversation)
    .where('number', '>', number)
    .where('status', '=', 'pending')
    .where(({ or, eb }) => or([eb('replaces', '=', key), eb('under', '=', key)]))
    .orderBy('number')
    .execute()
  if (waiting.length === 0) return false
  const there = (await platformIdOf(tx, { channel, conversation }, key)) !== null
  return there ? waiting.some(({ replaces }) => replaces === key) : waiting[0]?.replaces === key
}
