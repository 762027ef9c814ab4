import type { Kysely, Migration } from 'kysely'

/** Documents that were withdrawn: not found from that moment on, whatever the index holds. */
export const deniedDocuments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('denied_documents')
      .addColumn('document', 'text', (column) => column.primaryKey())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('denied_by', 'text', (column) => column.notNull())
      .addColumn('denied_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
