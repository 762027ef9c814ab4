import type { BookingFilter, Bookings, Taken } from '../booking/bookings.js'
import { GRID_MS } from './booking-places.js'
import { readBooking, toWaiting, withTimes } from './booking-rows.js'
import { changeBooking } from './change-booking.js'
import { type Database, transact } from './database.js'
import { translated } from './errors.js'
import { stopWaiting, waitForPlace } from './waiting-list.js'

/** Bookings, what they occupy, and who waits. */
export function storedBookings(database: Database): Bookings {
  const { db } = database
  return {
    change: (change, due, now) =>
      transact(database, (work) => changeBooking(work, change, due, now.getTime())),
    find: (name) =>
      translated(async () => {
        const query = db.selectFrom('bookings').select('id')
        const row = await query
          .where(({ or, eb }) => or([eb('id', '=', name), eb('reference', '=', name)]))
          .executeTakeFirst()
        return row === undefined ? null : readBooking(db, row.id)
      }),
    list: (filter) => translated(async () => withTimes(db, await filtered(db, filter).execute())),
    taken: (during, now) => translated(() => taken(db, during, now.getTime())),
    wait: (entry, now) => transact(database, (work) => waitForPlace(work, entry, now.getTime())),
    leave: (id) => transact(database, (work) => stopWaiting(work, id)),
    waiting: () =>
      translated(async () => {
        const query = db.selectFrom('waiting_list').selectAll().where('state', 'in', ['waiting', 'offered'])
        return (await query.orderBy('number').execute()).map(toWaiting)
      }),
    forgetContact: async ({ channel, person }) => {
      const query = db.updateTable('bookings').set({ contact: null }).where('channel', '=', channel)
      const rows = await translated(() =>
        query.where('person', '=', person).where('contact', 'is not', null).returning('id').execute(),
      )
      return rows.length
    },
  }
}

function filtered(db: Database['db'], { states, during, host, body, person }: BookingFilter) {
  let query = db.selectFrom('bookings').selectAll()
  if (states !== undefined) query = query.where('state', 'in', [...states])
  if (body !== undefined) query = query.where('body', '=', body)
  if (person !== undefined) {
    query = query.where('channel', '=', person.channel).where('person', '=', person.person)
  }
  if (during === undefined && host === undefined) return query
  return query.where(({ exists, selectFrom }) => {
    let times = selectFrom('booking_times as t').select('t.booking').whereRef('t.booking', '=', 'bookings.id')
    if (host !== undefined) times = times.where('t.host', '=', host)
    if (during !== undefined) {
      times = times.where('t.start_at', '<', during.end).where('t.end_at', '>', during.start)
    }
    return exists(times)
  })
}

async function taken(
  db: Database['db'],
  during: { start: number; end: number },
  now: number,
): Promise<Taken> {
  const cells = await db
    .selectFrom('busy_times as t')
    .innerJoin('bookings as b', 'b.id', 't.booking')
    .select(['t.host', 't.instant', 't.booking'])
    .where('t.instant', '>', during.start - GRID_MS)
    .where('t.instant', '<', during.end)
    .where(({ or, eb }) => or([eb('b.state', '=', 'confirmed'), eb('b.held_until', '>', now)]))
    .orderBy('t.host')
    .orderBy('t.instant')
    .execute()
  const seats = await db
    .selectFrom('booked_seats as s')
    .innerJoin('bookings as b', 'b.id', 's.booking')
    .select(['s.session', (column) => column.fn.countAll<number>().as('count')])
    .where(({ or, eb }) => or([eb('b.state', '=', 'confirmed'), eb('b.held_until', '>', now)]))
    .groupBy('s.session')
    .execute()
  return {
    busy: stretches(cells),
    seats: new Map(seats.map(({ session, count }) => [session, Number(count)])),
  }
}

/** Cells of one booking that touch, as one stretch. */
function stretches(cells: readonly { host: string; instant: number; booking: string }[]): Taken['busy'] {
  const found: { host: string; booking: string; start: number; end: number }[] = []
  for (const { host, instant, booking } of cells) {
    const last = found.at(-1)
    const goesOn = last?.host === host && last.booking === booking && last.end === instant
    if (last !== undefined && goesOn) last.end = instant + GRID_MS
    else found.push({ host, booking, start: instant, end: instant + GRID_MS })
  }
  return found
}
