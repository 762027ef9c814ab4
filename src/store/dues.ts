import type { Due, Dues } from '../desk/ports.js'
import { type Database, transact, type Work } from './database.js'
import { planDues } from './due-rows.js'
import { translated } from './errors.js'
import { finishDue } from './finish-due.js'

/** Rows with an instant: leased like a conversation, and ended in the transaction that writes what they led to. */
export function storedDues(database: Database): Dues {
  return {
    plan: (due) => transact(database, (work) => planDues(work, due)),
    claim: (owner, now, leaseMs, limit) => claim(database, owner, now.getTime(), leaseMs, limit),
    finish: (due, work, now) => transact(database, (tx) => finishDue(tx, due, work, now.getTime())),
    postpone: (due, at, reason) => transact(database, (work) => postpone(work, due, at, reason)),
    next: () => translated(() => next(database)),
  }
}

async function claim(
  database: Database,
  owner: string,
  now: number,
  leaseMs: number,
  limit: number,
): Promise<readonly Due[]> {
  // Looking costs nothing; a transaction is opened only when there is something to take.
  const waiting = await translated(() => due(database.db, now).limit(1).executeTakeFirst())
  if (!waiting) return []
  return transact(database, async ({ kind, tx }) => {
    const query = due(tx, now).limit(limit)
    const rows = await (kind === 'postgres' ? query.forUpdate().skipLocked() : query).execute()
    const claimed: Due[] = []
    for (const row of rows) claimed.push(await take(tx, row.id, owner, now + leaseMs))
    return claimed
  })
}

function due(db: Database['db'], now: number) {
  return db
    .selectFrom('dues')
    .select('id')
    .where('not_before', '<=', now)
    .orderBy('not_before')
    .orderBy('at')
    .orderBy('key')
}

/** Counted when taken up, not when failed: one that kills the process must be seen to do so. */
async function take(tx: Work['tx'], id: string, owner: string, until: number): Promise<Due> {
  const row = await tx
    .updateTable('dues')
    .set((column) => ({ not_before: until, lease_owner: owner, attempts: column('attempts', '+', 1) }))
    .where('id', '=', id)
    .returning(['key', 'kind', 'subject', 'at', 'attempts'])
    .executeTakeFirstOrThrow()
  return { ...row, id, at: new Date(row.at) }
}

async function postpone({ tx, announce }: Work, { id, attempts }: Due, at: Date, reason: string) {
  await tx
    .updateTable('dues')
    .set({ not_before: at.getTime(), lease_owner: null, reason: reason.slice(0, 300) })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('lease_owner', 'is not', null)
    .execute()
  announce('dues')
}

async function next({ db }: Database): Promise<Date | null> {
  const row = await db
    .selectFrom('dues')
    .select(({ fn }) => fn.min('not_before').as('at'))
    .executeTakeFirst()
  return row?.at == null ? null : new Date(row.at)
}
