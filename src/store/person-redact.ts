import { z } from 'zod'
import type { Traces } from '../privacy/person.js'
import { type Database, transact } from './database.js'
import { parseIncoming, parseMessage } from './json.js'
import { holdsAny } from './person-tables.js'
import { GONE, namesOf, standsIn, wholeNames } from './person-words.js'

/**
 * Blanks what was sent to others about the person: cards and digests of colleagues, mails to hosts, and what
 * colleagues wrote about the tickets. Where they stand and when stays, so that posts keep their place.
 */
export async function redactMessages(
  database: Database,
  traces: Traces,
): Promise<Readonly<Record<string, number>>> {
  const names = namesOf(traces)
  const whole = wholeNames(names)
  if (whole === null) return {}
  const sent = await database.db
    .selectFrom('outbox')
    .select(['id', 'message', 'status', 'platform_id'])
    .where(holdsAny(database.kind, ['message'], names))
    .execute()
  const about = sent.filter(({ message }) => standsIn(whole, [message]))
  for (const { id, message, status } of about) await blankSent(database, id, message, status)
  const posts = about.flatMap(({ platform_id }) => (platform_id === null ? [] : [platform_id]))
  const received = await blankReceived(database, names, posts, whole)
  return { outbox: about.length, inbox: received }
}

async function blankSent(database: Database, id: string, message: string, status: string): Promise<void> {
  const { kind, replaces, under } = parseMessage(message)
  const blank = {
    kind,
    text: GONE,
    citations: [],
    actions: [],
    ticket: null,
    booking: null,
    ...(replaces !== undefined && { replaces }),
    ...(under !== undefined && { under }),
  }
  const waits = status === 'pending'
  await transact(database, ({ tx }) =>
    tx
      .updateTable('outbox')
      .set({ message: JSON.stringify(blank), reason: null, ...(waits && { status: 'superseded' }) })
      .where('id', '=', id)
      .execute(),
  )
}

async function blankReceived(
  database: Database,
  names: readonly string[],
  posts: readonly string[],
  whole: RegExp,
): Promise<number> {
  const rows = await database.db
    .selectFrom('inbox')
    .select(['channel', 'conversation', 'sequence', 'incoming'])
    .where(holdsAny(database.kind, ['incoming'], [...names, ...posts.map((post) => JSON.stringify(post))]))
    .execute()
  const about = rows.filter(
    ({ incoming }) => standsIn(whole, [incoming]) || posts.includes(underOf(incoming) ?? ''),
  )
  for (const { channel, conversation, sequence, incoming } of about) {
    const { contact: _, ...kept } = parseIncoming(incoming)
    const action = kept.action && { name: kept.action.name, value: '' }
    await transact(database, ({ tx }) =>
      tx
        .updateTable('inbox')
        .set({ incoming: JSON.stringify({ ...kept, text: '', action }), reason: null })
        .where('channel', '=', channel)
        .where('conversation', '=', conversation)
        .where('sequence', '=', sequence)
        .execute(),
    )
  }
  return about.length
}

function underOf(incoming: string): string | null {
  return z.object({ under: z.string().optional() }).parse(JSON.parse(incoming)).under ?? null
}
