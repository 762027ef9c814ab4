import { randomUUID } from 'node:crypto'
import type { Claim, CommitResult, Outbound, TurnWork } from '../desk/ports.js'
import type { Work } from './database.js'
import { applyEffects } from './effects.js'

/** State, effects, messages and the event's end in one transaction, or none of it. */
export async function commitTurn(work: Work, claim: Claim, turn: TurnWork): Promise<CommitResult> {
  const { tx } = work
  const row = await lockedConversation(work, claim)
  if (row.fence !== claim.fence || row.lease_owner === null) return 'lost'
  const now = turn.now.getTime()
  const conversation = tx
    .updateTable('conversations')
    .where('channel', '=', claim.channel)
    .where('id', '=', claim.conversation)
  if (row.version !== claim.version) {
    await conversation.set({ due_at: now, lease_owner: null }).execute()
    work.announce('inbox')
    return 'changed'
  }
  const opened = await applyEffects(tx, claim, turn)
  const { state, messages } = turn.conclude(opened)
  await putMessages(work, claim, messages, row.last_number, now)
  await settleEvent(work, claim, turn)
  const next = await openEvent(work, claim)
  await conversation
    .set({
      ...(state === null ? {} : { state: JSON.stringify(state), version: row.version + 1 }),
      last_number: row.last_number + messages.length,
      due_at: next ? now : null,
      lease_owner: null,
      updated_at: now,
    })
    .execute()
  if (next) work.announce('inbox')
  work.announce(`log:${claim.conversation}`)
  return 'committed'
}

/** A write that changes nothing takes the row's lock on both databases alike. */
function lockedConversation({ tx }: Work, claim: Claim) {
  return tx
    .updateTable('conversations')
    .set((column) => ({ version: column.ref('version') }))
    .where('channel', '=', claim.channel)
    .where('id', '=', claim.conversation)
    .returning(['fence', 'version', 'lease_owner', 'last_number'])
    .executeTakeFirstOrThrow()
}

async function putMessages(
  work: Work,
  claim: Claim,
  messages: readonly Outbound[],
  lastNumber: number,
  now: number,
): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map(({ message, lane }, index) => ({
    id: randomUUID(),
    channel: claim.channel,
    conversation: claim.conversation,
    number: lastNumber + index + 1,
    cause: claim.sequence,
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
  }))
  await work.tx.insertInto('outbox').values(rows).execute()
  for (const lane of new Set(messages.map((message) => message.lane))) {
    if (lane !== null) await wakeLane(work, claim, lane, now)
  }
}

/** A lane that has nothing to do gets something; one that is busy looks again when it is done. */
async function wakeLane(work: Work, { channel }: Claim, lane: string, now: number) {
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

async function settleEvent({ tx }: Work, claim: Claim, turn: TurnWork) {
  await tx
    .updateTable('inbox')
    .set({
      status: turn.parked === null ? 'done' : 'parked',
      reason: turn.parked,
      settled_at: turn.now.getTime(),
    })
    .where('channel', '=', claim.channel)
    .where('conversation', '=', claim.conversation)
    .where('sequence', '=', claim.sequence)
    .execute()
}

async function openEvent({ tx }: Work, claim: Claim): Promise<boolean> {
  const row = await tx
    .selectFrom('inbox')
    .select('sequence')
    .where('channel', '=', claim.channel)
    .where('conversation', '=', claim.conversation)
    .where('status', '=', 'open')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
