import type { Kysely, Migration } from 'kysely'

type Figures = {
  turn_figures: { body: string | null }
  tickets: { found: string; anonymised_at: number | null }
}

/**
 * Bodies were counted under a plain hash, which whoever has a list of bodies can look up. Those go: they are named
 * with a key from now on, and how many bodies asked is counted anew. And tickets that were made anonymous lose why
 * their passages were found, which names words of the question.
 */
export const keyedBodies: Migration = {
  async up(db: Kysely<unknown>) {
    const tables = db.withTables<Figures>()
    await tables.updateTable('turn_figures').set({ body: null }).execute()
    await tables.updateTable('tickets').set({ found: '[]' }).where('anonymised_at', 'is not', null).execute()
  },
}
