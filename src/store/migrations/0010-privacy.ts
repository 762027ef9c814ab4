import type { Kysely, Migration } from 'kysely'

/** Whom the desk forgot, and which tickets no longer say who asked what. */
export const privacy: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('erasures')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.alterTable('tickets').addColumn('anonymised_at', 'bigint').execute()
  },
}
