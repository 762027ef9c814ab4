import { z } from 'zod'
import type { Booking, BookingContact, BookingTime, Waiting } from '../booking/bookings.js'
import type { BookingTable, BookingTimeTable, WaitingListTable } from './booking-schema.js'
import type { Database, Work } from './database.js'

type Reader = Database['db'] | Work['tx']

const contact: z.ZodType<BookingContact> = z.object({
  name: z.string().nullable(),
  mail: z.string().nullable(),
})

/** Bookings with their times, in order of the first one. */
export async function withTimes(db: Reader, rows: readonly BookingTable[]): Promise<readonly Booking[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const times = await db
    .selectFrom('booking_times')
    .selectAll()
    .where('booking', 'in', ids)
    .orderBy('start_at')
    .execute()
  const byBooking = new Map<string, BookingTimeTable[]>(ids.map((id) => [id, []]))
  for (const time of times) byBooking.get(time.booking)?.push(time)
  return rows
    .map((row) => toBooking(row, byBooking.get(row.id) ?? []))
    .sort((a, b) => (a.times[0]?.start ?? 0) - (b.times[0]?.start ?? 0) || a.createdAt - b.createdAt)
}

/** One booking as it is in this transaction; null when there is none. */
export async function readBooking(db: Reader, id: string): Promise<Booking | null> {
  const row = await db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const [booking] = await withTimes(db, [row])
  return booking ?? null
}

function toBooking(row: BookingTable, times: readonly BookingTimeTable[]): Booking {
  return {
    id: row.id,
    reference: row.reference,
    uid: row.uid,
    level: row.level,
    path: row.path,
    state: row.state,
    heldUntil: row.held_until,
    participants: row.participants,
    seats: row.seats,
    place: row.place,
    body: row.body,
    contact: row.contact === null ? null : contact.parse(JSON.parse(row.contact)),
    asker: { channel: row.channel, conversation: row.conversation, person: row.person },
    language: row.language,
    tentative: row.tentative === 1,
    sequence: row.sequence,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    times: times.map(toTime),
  }
}

function toTime({ number, host, session, start_at, end_at }: BookingTimeTable): BookingTime {
  return { number, host, session, start: start_at, end: end_at }
}

export function toWaiting(row: WaitingListTable): Waiting {
  return {
    id: row.id,
    level: row.level,
    path: row.path,
    from: row.from_day,
    to: row.to_day,
    participants: row.participants,
    seats: row.seats,
    place: row.place,
    body: row.body,
    asker: { channel: row.channel, conversation: row.conversation, person: row.person },
    language: row.language,
    state: row.state,
    booking: row.booking,
    createdAt: row.created_at,
  }
}
