import { type Kysely, type Migration, sql } from 'kysely'

/** Answers that staff wrote for the next one who asks. */
export const publishedAnswers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('published_answers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('form_key', 'text', (column) => column.notNull().unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('ticket', 'text', (column) => column.references('tickets.reference'))
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('source', 'text')
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('review_by', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('author_name', 'text', (column) => column.notNull())
      .addColumn('published_by', 'text')
      .addColumn('published_at', 'bigint')
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addCheckConstraint('published_answers_state', sql`state in ('draft', 'published', 'withdrawn')`)
      .addCheckConstraint('published_answers_audience', sql`audience in ('publiek', 'leden')`)
      .addCheckConstraint('published_answers_language', sql`language in ('nl', 'en')`)
      // What is published says by whom and when.
      .addCheckConstraint(
        'published_answers_published',
        sql`state <> 'published' or (published_by is not null and published_at is not null)`,
      )
      .execute()
    await db.schema
      .createIndex('published_answers_by_state')
      .on('published_answers')
      .columns(['state', 'updated_at'])
      .execute()
  },
}
