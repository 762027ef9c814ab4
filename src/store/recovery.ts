import { type Database, transact } from './database.js'

/** How long a request of the process before us may still be under way to a platform, in milliseconds. */
const IN_FLIGHT_MS = 2000

/**
 * Takes back at once what a desk that ended without a word had leased.
 *
 * Only for the one process that may serve the database: it knows that nobody else holds anything, so it need not
 * wait until the leases run out (which they might not soon, when that desk's clock was ahead).
 */
export async function takeBack(database: Database, now: Date): Promise<void> {
  const at = now.getTime()
  await transact(database, async ({ tx }) => {
    await tx
      .updateTable('conversations')
      .set({ due_at: at, lease_owner: null })
      .where('lease_owner', 'is not', null)
      .execute()
    await tx
      .updateTable('lanes')
      .set({ due_at: at + IN_FLIGHT_MS, lease_owner: null })
      .where('lease_owner', 'is not', null)
      .execute()
    await tx.deleteFrom('leases').execute()
  })
}
