import type { Kysely, Migration } from 'kysely'

type Figures = { turn_figures: { body: string | null } }

/**
 * Bodies were counted under a plain hash, which whoever has a list of bodies can look up. Those go: they are named
 * with a key from now on, and how many bodies asked is counted anew.
 */
export const keyedBodies: Migration = {
  async up(db: Kysely<unknown>) {
    await db.withTables<Figures>().updateTable('turn_figures').set({ body: null }).execute()
  },
}
