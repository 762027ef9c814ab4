import type { AnswerChange, PublishedAnswer, PublishedAnswers } from '../knowledge/published-answers.js'
import { nextNumber } from './counters.js'
import { type Database, transact } from './database.js'
import { translated } from './errors.js'
import type { PublishedAnswerTable } from './schema.js'

/** Answers of staff in a table; a change is one statement that names the version it was made on. */
export function storedPublishedAnswers(database: Database): PublishedAnswers {
  const { db } = database
  return {
    list: (state) =>
      translated(async () => {
        const all = db.selectFrom('published_answers').selectAll().orderBy('updated_at', 'desc').orderBy('id')
        const rows = await (state === null ? all : all.where('state', '=', state)).execute()
        return rows.map(toAnswer)
      }),
    find: (id) =>
      translated(async () => {
        const query = db.selectFrom('published_answers').selectAll().where('id', '=', id)
        const row = await query.executeTakeFirst()
        return row ? toAnswer(row) : null
      }),
    add: (draft, key, now) =>
      transact(database, async (work) => {
        // The counter's row is locked first, so of two equal forms at once the second sees the first.
        const number = await nextNumber(work, 'published-answers')
        const known = work.tx.selectFrom('published_answers').selectAll().where('form_key', '=', key)
        const before = await known.executeTakeFirst()
        if (before) return toAnswer(before)
        const { authorName, reviewBy, ...same } = draft
        const row = {
          ...same,
          id: `antwoord-${String(number).padStart(4, '0')}`,
          form_key: key,
          state: 'draft' as const,
          author_name: authorName,
          review_by: reviewBy,
          published_by: null,
          published_at: null,
          version: 1,
          created_at: now.getTime(),
          updated_at: now.getTime(),
        }
        await work.tx.insertInto('published_answers').values(row).execute()
        return toAnswer(row)
      }),
    change: (id, version, change, now) =>
      translated(async () => {
        const row = await db
          .updateTable('published_answers')
          .set((column) => ({
            ...columnsOf(change),
            version: column('version', '+', 1),
            updated_at: now.getTime(),
          }))
          .where('id', '=', id)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirst()
        return row ? toAnswer(row) : null
      }),
  }
}

function columnsOf(change: AnswerChange): Partial<PublishedAnswerTable> {
  const { reviewBy, authorName, publishedBy, publishedAt, ...same } = change
  return {
    ...same,
    ...(reviewBy !== undefined && { review_by: reviewBy }),
    ...(authorName !== undefined && { author_name: authorName }),
    ...(publishedBy !== undefined && { published_by: publishedBy }),
    ...(publishedAt !== undefined && { published_at: publishedAt === null ? null : Date.parse(publishedAt) }),
  }
}

function toAnswer(row: PublishedAnswerTable): PublishedAnswer {
  const { id, state, ticket, title, question, answer, source, audience, language, author, version } = row
  return {
    id,
    state,
    ticket,
    title,
    question,
    answer,
    source,
    audience,
    language,
    author,
    version,
    authorName: row.author_name,
    reviewBy: row.review_by,
    publishedBy: row.published_by,
    publishedAt: row.published_at === null ? null : new Date(row.published_at).toISOString(),
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  }
}
