import type { ChannelName } from '../desk/conversation.js'
import { personHash } from '../person-hash.js'
import type { AnswersOnErase, ErasedRows, Traces } from '../privacy/person.js'
import { type Database, transact, type Work } from './database.js'
import { figuresOf } from './person-figures.js'
import { redactMessages } from './person-redact.js'
import { sweep } from './person-sweep.js'
import { holdsAny, jsonText } from './person-tables.js'
import { namesOf } from './person-words.js'
import { anonymiseBookings, anonymiseTickets, removeConversation } from './remove-rows.js'

/** How the id of an answer's document begins in the index. */
const ANSWER_DOCUMENT = 'gepubliceerd:'

/**
 * Forgets somebody: what is the person's own in one transaction, then what colleagues were told about it, then every
 * other place where a key, address or reference of the person stands.
 */
export async function erasePerson(
  database: Database,
  traces: Traces,
  answers: AnswersOnErase,
  now: Date,
): Promise<ErasedRows> {
  const rows: Record<string, number> = {}
  const count = (more: Readonly<Record<string, number>>) => {
    for (const [table, number] of Object.entries(more))
      if (number > 0) rows[table] = (rows[table] ?? 0) + number
  }
  // Before the person's own rows are gone: they tell which posts to colleagues were about the person.
  count(await redactMessages(database, traces))
  count(await transact(database, (work) => eraseOwn(work, traces, answers, now.getTime())))
  count(await sweep(database, traces))
  return rows
}

async function eraseOwn(work: Work, traces: Traces, answers: AnswersOnErase, now: number) {
  const rows: Record<string, number> = {}
  // Before the tickets and conversations that lead to them are gone.
  rows.turn_figures = await eraseFigures(work, traces)
  rows.published_answers = await eraseAnswers(work, traces.tickets, answers, now)
  rows.tickets = await anonymiseTickets(work, traces.tickets, now)
  const { past } = await eraseDues(work, traces, now)
  rows.bookings = await anonymiseBookings(
    work,
    traces.bookings.map(({ id }) => id),
  )
  rows.dues = past
  rows.waiting_list = await eraseWaiting(work, traces)
  for (const { channel, conversation } of traces.conversations) {
    const gone = await removeConversation(work, { channel: channel as ChannelName, conversation }, now)
    for (const [table, number] of Object.entries(gone)) rows[table] = (rows[table] ?? 0) + number
  }
  rows.inbox = (rows.inbox ?? 0) + (await eraseAmongOthers(work, traces.persons))
  rows.records = await eraseRecords(work, traces)
  rows.counters = await eraseCounters(work, traces.persons)
  return rows
}

/** That a question was asked stays counted; of which body it was is gone. */
async function eraseFigures({ tx }: Work, traces: Traces): Promise<number> {
  const ids = await figuresOf(tx, traces)
  if (ids.length === 0) return 0
  await tx.updateTable('turn_figures').set({ body: null }).where('id', 'in', ids).execute()
  return ids.length
}

/** Drafts and withdrawn answers go; published ones only when that was asked for. */
async function eraseAnswers({ tx }: Work, tickets: readonly string[], answers: AnswersOnErase, now: number) {
  if (tickets.length === 0) return 0
  const gone = await tx
    .deleteFrom('published_answers')
    .where('ticket', 'in', tickets)
    .where(
      'state',
      'in',
      answers === 'withdraw' ? ['draft', 'withdrawn', 'published'] : ['draft', 'withdrawn'],
    )
    .returning(['id', 'state'])
    .execute()
  for (const { id } of gone.filter(({ state }) => state === 'published')) {
    const said = { reason: 'gewist op verzoek', denied_by: 'vraagbaak', denied_at: now }
    await tx
      .insertInto('denied_documents')
      .values({ document: `${ANSWER_DOCUMENT}${id}`, ...said })
      .onConflict((conflict) => conflict.column('document').doUpdateSet(said))
      .execute()
  }
  return gone.length
}

/** A session that is still to come goes on: its host and its end of hold must be heard of. */
async function eraseDues({ tx }: Work, { bookings }: Traces, now: number) {
  if (bookings.length === 0) return { past: 0 }
  const ids = bookings.map(({ id }) => id)
  const coming = await tx
    .selectFrom('bookings')
    .innerJoin('booking_times', 'booking_times.booking', 'bookings.id')
    .select('bookings.id')
    .distinct()
    .where('bookings.id', 'in', ids)
    .where('bookings.state', 'in', ['held', 'confirmed'])
    .where('booking_times.end_at', '>', now)
    .execute()
  const over = ids.filter((id) => !coming.some((one) => one.id === id))
  if (over.length === 0) return { past: 0 }
  const gone = await tx.deleteFrom('dues').where('subject', 'in', over).executeTakeFirst()
  return { past: Number(gone.numDeletedRows) }
}

async function eraseWaiting({ tx }: Work, { persons }: Traces): Promise<number> {
  if (persons.length === 0) return 0
  const gone = await tx.deleteFrom('waiting_list').where('person', 'in', persons).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** What the person wrote where others write too, and what the desk replied to it there. */
async function eraseAmongOthers({ tx, kind }: Work, persons: readonly string[]): Promise<number> {
  if (persons.length === 0) return 0
  const rows = await tx
    .deleteFrom('inbox')
    .where(jsonText(kind, 'incoming', 'person'), 'in', persons)
    .returning(['channel', 'conversation', 'sequence'])
    .execute()
  for (const { channel, conversation, sequence } of rows) {
    const here = { channel, conversation }
    await tx
      .deleteFrom('outbox')
      .where('channel', '=', channel)
      .where('conversation', '=', conversation)
      .where('cause', '=', sequence)
      .execute()
    await tx
      .deleteFrom('feedback')
      .where('channel', '=', channel)
      .where('conversation', '=', conversation)
      .where('sequence', '=', sequence)
      .execute()
    await tx
      .updateTable('conversations')
      .set((column) => ({ state: '{}', version: column('version', '+', 1) }))
      .where('channel', '=', here.channel)
      .where('id', '=', here.conversation)
      .execute()
  }
  return rows.length
}

async function eraseRecords({ tx, kind }: Work, traces: Traces): Promise<number> {
  const places = traces.conversations.map(({ conversation }) => conversation)
  const gone = await tx
    .deleteFrom('records')
    .where(holdsAny(kind, ['key', 'value'], [...namesOf(traces), ...places]))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** How often somebody asked a language model today is counted under a hash of the person. */
async function eraseCounters({ tx }: Work, persons: readonly string[]): Promise<number> {
  let gone = 0
  for (const person of persons) {
    const rows = await tx
      .deleteFrom('counters')
      .where('name', 'like', `model/%/asked/${personHash(person)}`)
      .executeTakeFirst()
    gone += Number(rows.numDeletedRows)
  }
  return gone
}
