import { type Kysely, type Migration, sql } from 'kysely'

/** What is counted of questions, apart from what was said and by whom. */
export const turnFigures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('turn_figures')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('week', 'text', (column) => column.notNull())
      .addColumn('hour', 'integer', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('topic', 'text')
      .addColumn('member_kind', 'text', (column) => column.notNull())
      .addColumn('body', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('confidence', 'double precision', (column) => column.notNull())
      .addColumn('helped', 'integer')
      .addColumn('ticket', 'text')
      .addCheckConstraint('turn_figures_hour', sql`hour between 0 and 167`)
      .addCheckConstraint('turn_figures_helped', sql`helped in (0, 1)`)
      .execute()
    // All that is counted by week, so that the rows themselves need not be read.
    await db.schema
      .createIndex('turn_figures_counted')
      .on('turn_figures')
      .columns(['week', 'topic', 'member_kind', 'outcome', 'helped', 'ticket'])
      .execute()
    await db.schema
      .createIndex('turn_figures_load')
      .on('turn_figures')
      .columns(['week', 'hour', 'body'])
      .execute()
    await db.schema.createIndex('tickets_by_age').on('tickets').columns(['created_at']).execute()
    // The question last counted in a conversation: goes with the conversation, so that nothing leads back to it.
    await db.schema.alterTable('conversations').addColumn('last_figure', 'text').execute()
  },
}
