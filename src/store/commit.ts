import type { Claim, CommitResult, TurnWork } from '../desk/ports.js'
import { countTurn } from './count-turn.js'
import type { Work } from './database.js'
import { applyEffects } from './effects.js'
import { lockForTurn } from './locks.js'
import { appendMessages } from './messages.js'

/** State, effects, messages and the event's end in one transaction, or none of it. */
export async function commitTurn(
  work: Work,
  claim: Claim,
  turn: TurnWork,
  pseudonymOf: (body: string) => string,
): Promise<CommitResult> {
  const { tx } = work
  const row = await lockForTurn(work, claim, changedBy(turn))
  if (row.fence !== claim.fence || row.lease_owner === null) return 'lost'
  const now = turn.now.getTime()
  const conversation = tx
    .updateTable('conversations')
    .where('channel', '=', claim.channel)
    .where('id', '=', claim.conversation)
  if (row.version !== claim.version) {
    await conversation.set({ due_at: now, lease_owner: null }).execute()
    await forgiveAttempt(work, claim)
    work.announce('inbox')
    return 'changed'
  }
  const outcomes = await applyEffects(work, claim, turn)
  const { state, messages } = turn.conclude(outcomes)
  await appendMessages(work, claim, messages, claim.sequence, now)
  await countTurn(work, claim, withPseudonym(turn, pseudonymOf), outcomes)
  await settleEvent(work, claim, turn)
  const next = await openEvent(work, claim)
  await conversation
    .set((column) => ({
      ...(state === null ? {} : { state: JSON.stringify(state), version: column('version', '+', 1) }),
      due_at: next ? now : null,
      lease_owner: null,
      updated_at: now,
    }))
    .execute()
  if (next) work.announce('inbox')
  work.announce(`log:${claim.conversation}`)
  return 'committed'
}

/** The name of the body stays in this process. */
function withPseudonym(turn: TurnWork, pseudonymOf: (body: string) => string): TurnWork {
  const { counted } = turn
  if (counted === undefined || counted.body === null) return turn
  return { ...turn, counted: { ...counted, body: pseudonymOf(counted.body) } }
}

function changedBy({ effects }: TurnWork): readonly string[] {
  return effects.flatMap((effect) => (effect.kind === 'change-ticket' ? [effect.reference] : []))
}

/** That somebody else changed the conversation is not the fault of the event. */
async function forgiveAttempt({ tx }: Work, claim: Claim) {
  await tx
    .updateTable('inbox')
    .set({ attempts: claim.attempts - 1 })
    .where('channel', '=', claim.channel)
    .where('conversation', '=', claim.conversation)
    .where('sequence', '=', claim.sequence)
    .execute()
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
