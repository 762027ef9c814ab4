import { randomUUID } from 'node:crypto'
import type { NewDue } from '../desk/ports.js'
import type { Work } from './database.js'

/** Plans what has to be done later; what is known by its key stays as it was planned first. */
export async function planDues(work: Work, dues: readonly NewDue[]): Promise<void> {
  if (dues.length === 0) return
  // In one order everywhere, so that two who plan the same wait for each other and not both.
  const sorted = [...dues].sort((a, b) => (a.key < b.key ? -1 : 1))
  const rows = sorted.map(({ key, kind, subject, at }) => ({
    id: randomUUID(),
    key,
    kind,
    subject,
    at: at.getTime(),
    not_before: at.getTime(),
    lease_owner: null,
    attempts: 0,
    reason: null,
    done_at: null,
  }))
  await work.tx
    .insertInto('dues')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  work.announce('dues')
}
