import { type Database, transact, type Work } from './database.js'

/** How long a request of the process before us may still be under way to a platform, in milliseconds. */
const IN_FLIGHT_MS = 2000

/** Nothing is put off longer than this, in milliseconds; what is, was put off by a clock that went ahead of ours. */
const LONGEST_WAIT_MS = 3_600_000

/**
 * Takes back at once what a desk that ended without a word had leased.
 *
 * Only for the one process that may serve the database: it knows that nobody else holds anything, so it need not
 * wait until the leases run out. What a desk with its clock ahead (`serve --now`) put off is taken up too.
 */
export async function takeBack(database: Database, now: Date): Promise<void> {
  const at = now.getTime()
  const tooLate = at + LONGEST_WAIT_MS
  await transact(database, async ({ tx }) => {
    await tx
      .updateTable('conversations')
      .set({ due_at: at, lease_owner: null })
      .where(({ or, eb }) => or([eb('lease_owner', 'is not', null), eb('due_at', '>', tooLate)]))
      .execute()
    await tx
      .updateTable('lanes')
      .set({ due_at: at + IN_FLIGHT_MS, lease_owner: null })
      .where(({ or, eb }) => or([eb('lease_owner', 'is not', null), eb('due_at', '>', tooLate)]))
      .execute()
    await tx.updateTable('lanes').set({ free_at: at }).where('free_at', '>', tooLate).execute()
    await tx.updateTable('outbox').set({ not_before: at }).where('not_before', '>', tooLate).execute()
    await takeBackDues(tx, at, tooLate)
    await tx.deleteFrom('leases').execute()
  })
}

/** What is planned for later stays planned; only leases and back-offs are taken back. */
async function takeBackDues(tx: Work['tx'], at: number, tooLate: number) {
  const waiting = tx.updateTable('dues').set({ lease_owner: null }).where('not_before', 'is not', null)
  await waiting
    .set({ not_before: at })
    .where('at', '<=', at)
    .where(({ or, eb }) => or([eb('lease_owner', 'is not', null), eb('not_before', '>', tooLate)]))
    .execute()
  // Taken up or put off by a clock that was ahead: it is not its time yet.
  await waiting
    .set((column) => ({ not_before: column.ref('at') }))
    .where('at', '>', at)
    .whereRef('not_before', '!=', 'at')
    .execute()
}
