import type { Kysely } from 'kysely'
import type { Traces } from '../privacy/person.js'
import type { Tables } from './schema.js'

/**
 * Ids of the counts that still lead to somebody: of questions that became the person's tickets, and the last of each
 * of the person's conversations. Nothing leads from any other count to anybody.
 */
export async function figuresOf(
  db: Pick<Kysely<Tables>, 'selectFrom'>,
  { tickets, conversations }: Traces,
): Promise<readonly string[]> {
  const found = new Set<string>()
  if (tickets.length > 0) {
    const rows = await db.selectFrom('turn_figures').select('id').where('ticket', 'in', tickets).execute()
    for (const { id } of rows) found.add(id)
  }
  for (const { channel, conversation } of conversations) {
    const row = await db
      .selectFrom('conversations')
      .select('last_figure')
      .where('channel', '=', channel as Tables['conversations']['channel'])
      .where('id', '=', conversation)
      .executeTakeFirst()
    if (row?.last_figure != null) found.add(row.last_figure)
  }
  return [...found]
}
