import type { Transaction } from 'kysely'
import type { Burst } from '../desk/channel.js'
import type { LaneKey } from './lanes.js'
import type { Tables } from './schema.js'

/**
 * From when a lane may send without exceeding any of the bounds, by what it delivered before, whichever process did;
 * 0 when it may at once.
 */
export async function freeByPace(
  tx: Transaction<Tables>,
  lane: LaneKey,
  bursts: readonly Burst[],
  now: number,
): Promise<number> {
  let freeAt = 0
  for (const { count, withinMs } of bursts) {
    const oldest = await tx
      .selectFrom('outbox')
      .select('settled_at')
      .where('channel', '=', lane.channel)
      .where('lane', '=', lane.lane)
      .where('settled_at', '>', now - withinMs)
      // What was sent and failed counts too: the platform counts what it is asked.
      .where('attempts', '>', 0)
      .orderBy('settled_at', 'desc')
      .offset(count - 1)
      .limit(1)
      .executeTakeFirst()
    if (oldest) freeAt = Math.max(freeAt, (oldest.settled_at ?? now) + withinMs)
  }
  return freeAt
}
