import { sql } from 'kysely'
import { z } from 'zod'
import type { BookingTrace, PlaceTrace, Traces } from '../privacy/person.js'
import type { Database } from './database.js'
import { parseAsker, parseIncoming } from './json.js'
import { holdsAny, jsonText } from './person-tables.js'

/** Records of somebody's proven address: the key is the person. */
const PROOFS = ['mail-proof', 'mail-code'] as const

/** Kinds of messages that only colleagues get. */
const TO_STAFF = ['ticket-card', 'staff-notice']

const withMail = z.object({ mail: z.string().nullable() })
const contactOf = z.object({ name: z.string().nullable(), mail: z.string().nullable() })

/** What is found while following somebody's names. */
interface Found {
  readonly persons: Set<string>
  readonly mails: Set<string>
  readonly names: Set<string>
  readonly tickets: Set<string>
  readonly bookings: Map<string, BookingTrace>
}

/** Follows everything that leads from one name of a person to the others; null when nothing is kept under it. */
export async function findTraces(database: Database, id: string): Promise<Traces | null> {
  const found: Found = {
    persons: new Set(),
    mails: new Set(),
    names: new Set(),
    tickets: new Set(),
    bookings: new Map(),
  }
  await startAt(database, id.trim(), found)
  await sameProofs(database, found)
  await ticketsOf(database, found)
  await bookingsOf(database, found)
  await namesOf(database, found)
  const conversations = await placesOf(database, found)
  const traces: Traces = {
    persons: [...found.persons],
    mails: [...found.mails],
    names: [...found.names],
    tickets: [...found.tickets].sort(),
    bookings: [...found.bookings.values()],
    conversations,
  }
  return (await isKept(database, traces)) ? traces : null
}

async function startAt(
  { db, kind }: Database,
  id: string,
  { persons, mails, tickets }: Found,
): Promise<void> {
  const ticket = await db
    .selectFrom('tickets')
    .select(['reference', 'asker'])
    .where('reference', '=', id)
    .executeTakeFirst()
  if (ticket !== undefined) {
    tickets.add(ticket.reference)
    add(persons, parseAsker(ticket.asker).person)
    return
  }
  const booking = await db
    .selectFrom('bookings')
    .select('person')
    .where(({ or, eb }) => or([eb('reference', '=', id), eb('id', '=', id)]))
    .executeTakeFirst()
  if (booking !== undefined) add(persons, booking.person)
  else if (/^[^\s@/:]+@[^\s@/]+$/.test(id)) mails.add(id.toLowerCase())
  else add(persons, id)
  if (mails.size === 0) return
  const lower = sql<string>`lower(${jsonText(kind, 'contact', 'mail')})`
  const booked = await db
    .selectFrom('bookings')
    .select('person')
    .where('contact', 'is not', null)
    .where(lower, 'in', [...mails])
    .execute()
  for (const { person } of booked) add(persons, person)
}

/** A proven address is one person's, on whatever device: who proved the same is the same. */
async function sameProofs({ db }: Database, { persons, mails }: Found): Promise<void> {
  const rows = await db.selectFrom('records').select(['key', 'value']).where('kind', 'in', PROOFS).execute()
  const proofs = rows.map(({ key, value }) => ({ person: key, mail: withMail.parse(JSON.parse(value)).mail }))
  for (let before = -1; before !== persons.size + mails.size; ) {
    before = persons.size + mails.size
    for (const { person, mail } of proofs) {
      if (mail === null || !(persons.has(person) || mails.has(mail))) continue
      persons.add(person)
      mails.add(mail)
    }
  }
}

async function ticketsOf({ db, kind }: Database, { persons, tickets }: Found): Promise<void> {
  if (persons.size === 0) return
  const rows = await db
    .selectFrom('tickets')
    .select('reference')
    .where(jsonText(kind, 'asker', 'person'), 'in', [...persons])
    .execute()
  for (const { reference } of rows) tickets.add(reference)
}

/** The address of a booking is the asker's own. It leads to mails, not to other people. */
async function bookingsOf({ db }: Database, { persons, mails, names, bookings }: Found): Promise<void> {
  if (persons.size === 0) return
  const rows = await db
    .selectFrom('bookings')
    .select(['id', 'reference', 'uid', 'contact'])
    .where('person', 'in', [...persons])
    .execute()
  for (const { contact, ...booking } of rows) {
    bookings.set(booking.id, booking)
    const { name, mail } =
      contact === null ? { name: null, mail: null } : contactOf.parse(JSON.parse(contact))
    if (mail !== null) mails.add(mail)
    if (name !== null) add(names, name)
  }
}

async function namesOf({ db, kind }: Database, { persons, tickets, names }: Found): Promise<void> {
  if (tickets.size > 0) {
    const rows = await db
      .selectFrom('tickets')
      .select('asker')
      .where('reference', 'in', [...tickets])
      .execute()
    for (const { asker } of rows) add(names, parseAsker(asker).name ?? '')
  }
  if (persons.size === 0) return
  const written = await db
    .selectFrom('inbox')
    .select(jsonText(kind, 'incoming', 'personName').as('name'))
    .distinct()
    .where(jsonText(kind, 'incoming', 'person'), 'in', [...persons])
    .execute()
  for (const { name } of written) add(names, name ?? '')
}

/** Conversations of the person in which nobody else wrote and no colleague was told anything, and mails to the person. */
async function placesOf(
  database: Database,
  { persons, mails, tickets }: Found,
): Promise<readonly PlaceTrace[]> {
  const { db, kind } = database
  const mailed = [...mails].map((mail) => ({ channel: 'mail', conversation: mail }))
  const asked =
    tickets.size === 0
      ? []
      : await db
          .selectFrom('tickets')
          .select(['channel', 'conversation'])
          .where('reference', 'in', [...tickets])
          .where('anonymised_at', 'is', null)
          .execute()
  const wrote =
    persons.size === 0
      ? []
      : await db
          .selectFrom('inbox')
          .select(['channel', 'conversation'])
          .distinct()
          .where(jsonText(kind, 'incoming', 'person'), 'in', [...persons])
          .execute()
  const booked =
    persons.size === 0
      ? []
      : await db
          .selectFrom('bookings')
          .select(['channel', 'conversation'])
          .where('person', 'in', [...persons])
          .execute()
  const places = new Map(
    [...asked, ...wrote, ...booked].map((place) => [`${place.channel} ${place.conversation}`, place]),
  )
  const own: PlaceTrace[] = []
  for (const place of places.values()) if (await isOwn(database, place, persons)) own.push(place)
  return [...own, ...mailed]
}

async function isOwn(
  { db, kind }: Database,
  { channel, conversation }: PlaceTrace,
  persons: ReadonlySet<string>,
): Promise<boolean> {
  const written = await db
    .selectFrom('inbox')
    .select('incoming')
    .where(sql.ref('channel'), '=', channel)
    .where('conversation', '=', conversation)
    .execute()
  if (written.some(({ incoming }) => !persons.has(parseIncoming(incoming).person))) return false
  const toStaff = await db
    .selectFrom('outbox')
    .select('id')
    .where(sql.ref('channel'), '=', channel)
    .where('conversation', '=', conversation)
    .where(jsonText(kind, 'message', 'kind'), 'in', TO_STAFF)
    .limit(1)
    .executeTakeFirst()
  return toStaff === undefined
}

async function isKept({ db, kind }: Database, traces: Traces): Promise<boolean> {
  if (traces.tickets.length + traces.bookings.length > 0) return true
  if (traces.conversations.some(({ channel }) => channel !== 'mail')) return true
  const names = [...traces.persons, ...traces.mails]
  for (const [table, columns] of [
    ['inbox', ['incoming']],
    ['records', ['key', 'value']],
    ['outbox', ['conversation']],
    ['waiting_list', ['person']],
  ] as const) {
    const row = await db
      .selectFrom(table)
      .select(sql`1`.as('one'))
      .where(holdsAny(kind, columns, names))
      .limit(1)
      .executeTakeFirst()
    if (row !== undefined) return true
  }
  return false
}

function add(set: Set<string>, value: string): void {
  if (value.trim() !== '') set.add(value)
}
