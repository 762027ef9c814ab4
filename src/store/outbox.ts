import type { ClaimRequest, Outbox, SendClaim, Settlement } from '../desk/ports.js'
import { type Database, transact, type Work } from './database.js'
import { translated } from './errors.js'
import { type LaneKey, lookAgainAt, type NextInLane } from './lanes.js'
import { freeByPace } from './pace.js'
import { platformIdOf } from './posts.js'
import { settle } from './settle.js'
import { nextToSend } from './superseded.js'

/** Messages on their way out: a lane is leased like a conversation, and sends one message at a time. */
export function storedOutbox(database: Database): Outbox {
  return {
    claim: (request) => claim(database, request),
    settle: (claim: SendClaim, settlement: Settlement, now: Date, laneFreeAt: Date) =>
      transact(database, (work) => settle(work, claim, settlement, now.getTime(), laneFreeAt.getTime())),
  }
}

async function claim(database: Database, request: ClaimRequest): Promise<readonly SendClaim[]> {
  if (request.channels.length === 0) return []
  const waiting = await translated(() => due(database.db, request).limit(1).executeTakeFirst())
  if (!waiting) return []
  return transact(database, async (work) => {
    const query = due(work.tx, request).limit(request.limit)
    const lanes = await (database.kind === 'postgres' ? query.forUpdate().skipLocked() : query).execute()
    const claims: SendClaim[] = []
    for (const lane of lanes) {
      const taken = await take(work, lane, request)
      if (taken) claims.push(taken)
    }
    return claims
  })
}

function due(db: Database['db'], { now, channels }: ClaimRequest) {
  return db
    .selectFrom('lanes')
    .select(['channel', 'lane', 'free_at'])
    .where('due_at', '<=', now.getTime())
    .where('channel', 'in', channels)
    .orderBy('due_at')
}

async function take(
  { tx }: Work,
  lane: LaneKey & { readonly free_at: number },
  { now, owner, leaseMs, bursts }: ClaimRequest,
): Promise<SendClaim | null> {
  const at = now.getTime()
  const next = await nextToSend(tx, lane, at)
  const dueAt = next ? Math.max(next.not_before, lane.free_at, await paced(tx, lane, bursts, at)) : null
  const ready = next && dueAt !== null && dueAt <= at ? next : null
  const { fence } = await tx
    .updateTable('lanes')
    .set((column) => ({
      due_at: ready ? at + leaseMs : (dueAt ?? lookAgainAt(lane, at)),
      lease_owner: ready ? owner : null,
      fence: column('fence', '+', 1),
    }))
    .where('channel', '=', lane.channel)
    .where('lane', '=', lane.lane)
    .returning('fence')
    .executeTakeFirstOrThrow()
  return ready && takeUp(tx, lane, ready, fence)
}

function paced(tx: Work['tx'], lane: LaneKey, bursts: ClaimRequest['bursts'], at: number) {
  return freeByPace(tx, lane, bursts?.get(lane.channel) ?? [], at)
}

async function takeUp(
  tx: Work['tx'],
  { channel, lane }: LaneKey,
  ready: NextInLane,
  fence: number,
): Promise<SendClaim> {
  // `sending` without a holder is what a crash left: it may have arrived, so it is looked for first.
  const kind = ready.status === 'pending' ? 'send' : 'check'
  const attempts = ready.attempts + (kind === 'send' ? 1 : 0)
  const checks = ready.checks + (kind === 'check' ? 1 : 0)
  await tx
    .updateTable('outbox')
    .set({ status: kind === 'send' ? 'sending' : 'checking', attempts, checks })
    .where('id', '=', ready.id)
    .execute()
  const to = { channel, conversation: ready.delivery.conversation }
  const { message } = ready.delivery
  const delivery = {
    ...ready.delivery,
    replaces: await platformIdOf(tx, to, message.replaces),
    under: await platformIdOf(tx, to, message.under),
  }
  return { channel, lane, fence, kind, delivery, attempts, checks }
}
