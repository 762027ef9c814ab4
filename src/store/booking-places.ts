import type { Booking, PlacedTime, Placement } from '../booking/bookings.js'
import type { Work } from './database.js'

/** Length of a cell of the grid, in milliseconds. */
export const GRID_MS = 5 * 60_000

/** For whom a place is taken. */
export interface Claimant {
  readonly id: string
  readonly seats: number
  readonly now: number
}

/** Takes the first way that is free, whole; `null` when it did, else why the last one was refused. */
export async function occupyFirst(
  work: Work,
  claimant: Claimant,
  ways: readonly Placement[],
): Promise<Placement | 'taken' | 'full'> {
  let refused: 'taken' | 'full' = 'taken'
  for (const way of ways) {
    const ended = await occupyAll(work, claimant, way.times)
    if (ended === null) return way
    refused = ended
  }
  return refused
}

/** Null when all of it is taken; else nothing is, and why. */
export async function occupyAll(
  work: Work,
  claimant: Claimant,
  times: readonly PlacedTime[],
): Promise<'taken' | 'full' | null> {
  for (const time of times) {
    const ended = await occupy(work, claimant, time)
    if (ended === null) continue
    for (const { number } of times) await free(work, claimant.id, number)
    return ended
  }
  return null
}

async function occupy(work: Work, claimant: Claimant, time: PlacedTime): Promise<'taken' | 'full' | null> {
  if (time.busy !== null && !(await occupyTime(work, claimant, time, time.busy))) return 'taken'
  if (time.session === null || time.capacity === null) return null
  return (await occupySeats(work, claimant, time, time.session, time.capacity)) ? null : 'full'
}

async function occupyTime(
  work: Work,
  { id, now }: Claimant,
  { host, number }: PlacedTime,
  busy: NonNullable<PlacedTime['busy']>,
): Promise<boolean> {
  const first = Math.floor(busy.start / GRID_MS) * GRID_MS
  const cells = Math.ceil((busy.end - first) / GRID_MS)
  const rows = Array.from({ length: cells }, (_, cell) => ({
    host,
    instant: first + cell * GRID_MS,
    booking: id,
    number,
  }))
  const over = await work.tx
    .selectFrom('busy_times as t')
    .innerJoin('bookings as b', 'b.id', 't.booking')
    .select('b.id')
    .distinct()
    .where('t.host', '=', host)
    .where('t.instant', '>=', first)
    .where('t.instant', '<', busy.end)
    .where('b.state', '=', 'held')
    .where('b.held_until', '<=', now)
    .execute()
  for (const hold of over) await lapse(work, hold.id, now)
  // Not an error but a smaller number: PostgreSQL would give up the whole transaction with an error.
  const inserted = await work.tx
    .insertInto('busy_times')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['host', 'instant']).doNothing())
    .returning('instant')
    .execute()
  return inserted.length === rows.length
}

async function occupySeats(
  work: Work,
  { id, seats, now }: Claimant,
  { number }: PlacedTime,
  session: string,
  capacity: number,
): Promise<boolean> {
  const over = await work.tx
    .selectFrom('booked_seats as s')
    .innerJoin('bookings as b', 'b.id', 's.booking')
    .select('b.id')
    .distinct()
    .where('s.session', '=', session)
    .where('b.state', '=', 'held')
    .where('b.held_until', '<=', now)
    .execute()
  for (const hold of over) await lapse(work, hold.id, now)
  const given = await work.tx
    .selectFrom('booked_seats')
    .select('seat')
    .where('session', '=', session)
    .execute()
  const gone = new Set(given.map(({ seat }) => seat))
  const numbers = Array.from({ length: capacity }, (_, index) => index + 1).filter((seat) => !gone.has(seat))
  if (numbers.length < seats) return false
  const rows = numbers.slice(0, seats).map((seat) => ({ session, seat, booking: id, number }))
  const inserted = await work.tx
    .insertInto('booked_seats')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['session', 'seat']).doNothing())
    .returning('seat')
    .execute()
  return inserted.length === rows.length
}

/** Gives back what one meeting of a booking occupies, or (`number` null) all of it. */
export async function free({ tx }: Work, id: string, number: number | null): Promise<void> {
  for (const table of ['busy_times', 'booked_seats'] as const) {
    const query = tx.deleteFrom(table).where('booking', '=', id)
    await (number === null ? query : query.where('number', '=', number)).execute()
  }
}

/** What a booking occupies, so that it can be put back. */
export async function occupied({ tx }: Work, id: string) {
  return {
    busy: await tx.selectFrom('busy_times').selectAll().where('booking', '=', id).execute(),
    seats: await tx.selectFrom('booked_seats').selectAll().where('booking', '=', id).execute(),
  }
}

export async function putBack(
  { tx }: Work,
  { busy, seats }: Awaited<ReturnType<typeof occupied>>,
): Promise<void> {
  if (busy.length > 0) await tx.insertInto('busy_times').values(busy).execute()
  if (seats.length > 0) await tx.insertInto('booked_seats').values(seats).execute()
}

/** Ends a hold: its place is free for others, and who waited for it by its offer no longer has it. */
export async function lapse(work: Work, id: string, now: number): Promise<void> {
  await free(work, id, null)
  await work.tx
    .updateTable('bookings')
    .set((column) => ({
      state: 'lapsed' as const,
      held_until: null,
      version: column('version', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', id)
    .execute()
  await work.tx
    .updateTable('waiting_list')
    .set({ state: 'left', booking: null })
    .where('booking', '=', id)
    .execute()
}

/** The rows that say when a booking is. */
export async function writeTimes({ tx }: Work, id: string, times: readonly PlacedTime[]): Promise<void> {
  const rows = times.map(({ number, host, session, start, end }) => ({
    booking: id,
    number,
    host,
    session,
    start_at: start,
    end_at: end,
  }))
  await tx.insertInto('booking_times').values(rows).execute()
}

/** Seats a body has in a path, some bookings not counted. */
export async function seatsOfBody(
  { tx }: Work,
  path: string,
  body: string,
  except: readonly Booking['id'][],
  now: number,
): Promise<number> {
  const row = await tx
    .selectFrom('bookings')
    .select((column) => column.fn.sum<number>('seats').as('seats'))
    .where('path', '=', path)
    .where('body', '=', body)
    .where(({ or, eb, and }) =>
      or([eb('state', '=', 'confirmed'), and([eb('state', '=', 'held'), eb('held_until', '>', now)])]),
    )
    .where('id', 'not in', [...except])
    .executeTakeFirst()
  return Number(row?.seats ?? 0)
}
