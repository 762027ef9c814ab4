import type { Claim, ClaimRequest, Turns } from '../desk/ports.js'
import { commitTurn } from './commit.js'
import { type Database, transact, type Work } from './database.js'
import { translated } from './errors.js'
import { parseIncoming } from './json.js'

/**
 * Conversations that wait, leased with a fence that rises at every claim.
 *
 * @param pseudonymOf under which a body is counted.
 */
export function storedTurns(database: Database, pseudonymOf: (body: string) => string): Turns {
  return {
    claim: (request) => claim(database, request),
    renew: (claim, until) => renew(database, claim, until),
    commit: (claim, work) =>
      transact(database, (transaction) => commitTurn(transaction, claim, work, pseudonymOf)),
    release: (claim, at, blame) => transact(database, (work) => release(work, claim, at, blame)),
  }
}

async function claim(database: Database, request: ClaimRequest): Promise<readonly Claim[]> {
  if (request.channels.length === 0) return []
  // Looking costs nothing; a transaction is opened only when there is something to take.
  const waiting = await translated(() => due(database.db, request).limit(1).executeTakeFirst())
  if (!waiting) return []
  return transact(database, async (work) => {
    const query = due(work.tx, request).limit(request.limit)
    const rows = await (database.kind === 'postgres' ? query.forUpdate().skipLocked() : query).execute()
    const claims: Claim[] = []
    for (const row of rows) {
      const taken = await take(work, row, request)
      if (taken) claims.push(taken)
    }
    return claims
  })
}

type Row = Pick<Claim, 'channel'> & { readonly id: string }

function due(db: Database['db'], { now, channels }: ClaimRequest) {
  return db
    .selectFrom('conversations')
    .select(['channel', 'id'])
    .where('due_at', '<=', now.getTime())
    .where('channel', 'in', channels)
    .orderBy('due_at')
}

async function take({ tx }: Work, row: Row, request: ClaimRequest): Promise<Claim | null> {
  const event = await tx
    .selectFrom('inbox')
    .select(['sequence', 'incoming', 'attempts'])
    .where('channel', '=', row.channel)
    .where('conversation', '=', row.id)
    .where('status', '=', 'open')
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()
  const lease = await tx
    .updateTable('conversations')
    .set((column) => ({
      due_at: event ? request.now.getTime() + request.leaseMs : null,
      lease_owner: event ? request.owner : null,
      fence: column('fence', '+', 1),
    }))
    .where('channel', '=', row.channel)
    .where('id', '=', row.id)
    .returning(['fence', 'version', 'state', 'held_by'])
    .executeTakeFirstOrThrow()
  if (!event) return null
  const incoming = parseIncoming(event.incoming)
  const claim: Claim = {
    channel: row.channel,
    conversation: incoming.conversation,
    fence: lease.fence,
    version: lease.version,
    state: JSON.parse(lease.state),
    sequence: event.sequence,
    attempts: event.attempts + 1,
    incoming,
    heldBy: lease.held_by,
  }
  await setAttempts(tx, claim, claim.attempts)
  return claim
}

/** Counted when taken up, not when failed: an event that kills the process must not do so for ever. */
async function setAttempts(tx: Work['tx'], claim: Claim, attempts: number) {
  await tx
    .updateTable('inbox')
    .set({ attempts })
    .where('channel', '=', claim.channel)
    .where('conversation', '=', claim.conversation)
    .where('sequence', '=', claim.sequence)
    .execute()
}

async function renew(database: Database, claim: Claim, until: Date): Promise<boolean> {
  const renewed = await translated(() =>
    held(database.db, claim).set({ due_at: until.getTime() }).returning('fence').executeTakeFirst(),
  )
  return renewed !== undefined
}

async function release({ tx, announce }: Work, claim: Claim, at: Date, blame: boolean): Promise<void> {
  const released = await held(tx, claim)
    .set({ due_at: at.getTime(), lease_owner: null })
    .returning('fence')
    .executeTakeFirst()
  if (!released) return
  if (!blame) await setAttempts(tx, claim, claim.attempts - 1)
  announce('inbox')
}

function held(db: Database['db'], claim: Claim) {
  return db
    .updateTable('conversations')
    .where('channel', '=', claim.channel)
    .where('id', '=', claim.conversation)
    .where('fence', '=', claim.fence)
    .where('lease_owner', 'is not', null)
}
