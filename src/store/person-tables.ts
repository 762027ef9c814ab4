import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.js'
import type { Tables } from './schema.js'

/** A table as persons are looked for in it: what names a row, and the columns in which somebody can be named. */
export interface SearchedTable {
  readonly table: keyof Tables
  readonly key: readonly string[]
  readonly texts: readonly string[]
  /** Those of `texts` that hold JSON. */
  readonly json: readonly string[]
}

/** Every table in which words or names of people can stand. `test/store/person.test.ts` holds it against the schema. */
export const SEARCHED: readonly SearchedTable[] = [
  table('conversations', ['channel', 'id'], [], ['state']),
  table('inbox', ['channel', 'conversation', 'sequence'], ['reason', 'event_id'], ['incoming']),
  table('outbox', ['id'], ['reason', 'lane', 'replaces', 'under', 'platform_id'], ['message']),
  table('tickets', ['reference'], ['question', 'reason', 'conversation'], ['asker', 'found']),
  table('ticket_events', ['reference', 'number'], ['text', 'message_id'], ['actor']),
  table('feedback', ['channel', 'conversation', 'sequence', 'position'], ['question'], []),
  table('dues', ['id'], ['key', 'subject', 'reason'], []),
  table('records', ['kind', 'key'], [], ['value']),
  table('bookings', ['id'], ['conversation', 'person', 'place'], ['contact']),
  table('waiting_list', ['id'], ['conversation', 'person', 'place'], []),
  table('published_answers', ['id'], ['ticket', 'title', 'question', 'answer', 'source', 'form_key'], []),
  table('denied_documents', ['document'], ['reason'], []),
  table('audit', ['number'], ['subject', 'outcome'], []),
]

function table(
  name: keyof Tables,
  key: readonly string[],
  plain: readonly string[],
  json: readonly string[],
): SearchedTable {
  return { table: name, key, texts: [...plain, ...json], json }
}

type Kind = Database['kind']

/** A field of a JSON document as text; null when it has none. */
export function jsonText(kind: Kind, column: string, field: string): RawBuilder<string | null> {
  return kind === 'sqlite'
    ? sql<string | null>`${sql.ref(column)} ->> ${field}`
    : sql<string | null>`${sql.ref(column)}::json ->> ${field}`
}

/** Whether a column holds a text, letter by letter. */
export function holds(kind: Kind, column: string, text: string): RawBuilder<boolean> {
  return kind === 'sqlite'
    ? sql<boolean>`coalesce(instr(${sql.ref(column)}, ${text}), 0) > 0`
    : sql<boolean>`coalesce(strpos(${sql.ref(column)}, ${text}), 0) > 0`
}

/** Whether one of these columns holds one of these texts; false without any. */
export function holdsAny(
  kind: Kind,
  columns: readonly string[],
  texts: readonly string[],
): RawBuilder<boolean> {
  const tests = columns.flatMap((column) => texts.map((text) => holds(kind, column, text)))
  return tests.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`(${sql.join(tests, sql` or `)})`
}
