import type { SendClaim, Settlement } from '../desk/ports.js'
import type { Work } from './database.js'
import { lookAgainAt, nextInLane } from './lanes.js'
import type { OutboxStatus } from './schema.js'

/** Writes down how a send or a look-back ended and lets the lane go on; false when the lease was lost. */
export async function settle(
  work: Work,
  claim: SendClaim,
  settlement: Settlement,
  now: number,
  freeAt: number,
): Promise<boolean> {
  const { tx } = work
  const lane = await tx
    .updateTable('lanes')
    .set((column) => ({ free_at: column.ref('free_at') }))
    .where('channel', '=', claim.channel)
    .where('lane', '=', claim.lane)
    .returning(['fence', 'lease_owner'])
    .executeTakeFirstOrThrow()
  const held = lane.fence === claim.fence && lane.lease_owner !== null
  // That a message arrived is true whoever holds the lane by now, and spares it a second sending.
  if (held || settlement.kind === 'delivered') await writeDown(work, claim, settlement, now)
  if (!held) return false
  const next = await nextInLane(tx, claim)
  await tx
    .updateTable('lanes')
    .set({
      due_at: next ? Math.max(next.not_before, freeAt) : lookAgainAt(claim, now),
      free_at: freeAt,
      lease_owner: null,
    })
    .where('channel', '=', claim.channel)
    .where('lane', '=', claim.lane)
    .execute()
  if (next) work.announce('outbox')
  return true
}

const STATUS: Readonly<Record<Settlement['kind'], OutboxStatus>> = {
  delivered: 'delivered',
  failed: 'failed',
  later: 'pending',
  again: 'pending',
  check: 'checking',
  uncertain: 'uncertain',
}

async function writeDown({ tx }: Work, claim: SendClaim, settlement: Settlement, now: number) {
  const status = STATUS[settlement.kind]
  const over = status !== 'pending' && status !== 'checking'
  await tx
    .updateTable('outbox')
    .set({
      status,
      reason: settlement.kind === 'delivered' ? null : settlement.reason,
      ...(settlement.kind === 'delivered' ? { platform_id: settlement.platformId } : {}),
      ...(settlement.kind === 'check' ? { not_before: settlement.at.getTime() } : {}),
      ...(settlement.kind === 'later' ? { attempts: claim.attempts - 1 } : {}),
      ...(over ? { settled_at: now } : {}),
    })
    .where('id', '=', claim.delivery.id)
    .where('status', '!=', 'delivered')
    .execute()
}
