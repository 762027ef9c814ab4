import type { Booking, BookingChange, BookingOutcome, DueAfter } from '../booking/bookings.js'
import {
  free,
  lapse,
  occupied,
  occupyAll,
  occupyFirst,
  putBack,
  seatsOfBody,
  writeTimes,
} from './booking-places.js'
import { readBooking } from './booking-rows.js'
import type { BookingTable } from './booking-schema.js'
import { nextNumber } from './counters.js'
import type { Work } from './database.js'
import { planDues } from './due-rows.js'
import { type Changed, holdBooking, refuse } from './hold-booking.js'

type ChangeOf<K extends BookingChange['kind']> = Extract<BookingChange, { kind: K }>

/**
 * Does one change of a booking in the transaction of `work`, with what it leaves to be done later.
 *
 * Changes of bookings take turns: each locks one row first. So two of them never wait for each other, and what one
 * reads stays true until it is committed. That nothing is given twice does not rest on it but on the tables' keys.
 */
export async function changeBooking(
  work: Work,
  change: BookingChange,
  due: DueAfter,
  now: number,
): Promise<BookingOutcome> {
  await nextInLine(work)
  const before = change.kind === 'hold' ? null : await readBooking(work.tx, change.id)
  const changed = await apply(work, change, before, now)
  if ('refused' in changed) return { kind: 'refused', code: changed.refused, booking: before }
  const booking = await readBooking(work.tx, changed.id)
  if (booking === null) return { kind: 'refused', code: 'not-found', booking: null }
  await planDues(work, due(booking, before))
  return { kind: 'done', booking, before }
}

/** Its row stays ours until the commit. */
async function nextInLine(work: Work): Promise<void> {
  await nextNumber(work, 'booking-changes')
}

function apply(work: Work, change: BookingChange, before: Booking | null, now: number): Promise<Changed> {
  if (change.kind === 'hold') return holdBooking(work, change, now)
  if (before === null) return refuse('not-found')
  if ('version' in change && change.version !== before.version) return refuse('changed')
  switch (change.kind) {
    case 'confirm':
      return confirm(work, change, before, now)
    case 'release':
    case 'expire':
      return letGo(work, change, before, now)
    case 'move':
      return move(work, change, before, now)
    case 'swap':
      return swap(work, change, before, now)
    case 'participants':
      return participants(work, change, before, now)
    case 'cancel':
      return cancel(work, before, now)
    default:
      return settle(work, before, now)
  }
}

async function confirm(
  work: Work,
  change: ChangeOf<'confirm'>,
  before: Booking,
  now: number,
): Promise<Changed> {
  if (before.state !== 'held') return refuse(before.state === 'confirmed' ? 'changed' : 'over')
  const { seatsPerBody, body, contact } = change
  if (before.path !== null && seatsPerBody !== null) {
    const others = await seatsOfBody(work, before.path, body, [before.id], now)
    if (others + before.seats > seatsPerBody) return refuse('per-body')
  }
  await write(work, before, now, {
    state: 'confirmed',
    held_until: null,
    body,
    contact: JSON.stringify(contact),
  })
  await work.tx
    .updateTable('waiting_list')
    .set({ state: 'done', booking: null })
    .where('booking', '=', before.id)
    .execute()
  return { id: before.id }
}

async function letGo(
  work: Work,
  { kind }: ChangeOf<'release' | 'expire'>,
  before: Booking,
  now: number,
): Promise<Changed> {
  if (before.state !== 'held') return refuse('over')
  if (kind === 'expire' && (before.heldUntil ?? 0) > now) return refuse('changed')
  await lapse(work, before.id, now)
  return { id: before.id }
}

async function move(work: Work, { ways }: ChangeOf<'move'>, before: Booking, now: number): Promise<Changed> {
  if (before.state !== 'confirmed') return refuse('over')
  const given = await occupied(work, before.id)
  // The old place first: a session may move by less than it lasts.
  await free(work, before.id, null)
  const way = await occupyFirst(work, { id: before.id, seats: before.seats, now }, ways)
  if (typeof way === 'string') {
    await putBack(work, given)
    return refuse(way)
  }
  await work.tx.deleteFrom('booking_times').where('booking', '=', before.id).execute()
  await writeTimes(work, before.id, way.times)
  await write(work, before, now, { tentative: way.tentative ? 1 : 0, sequence: before.sequence + 1 })
  return { id: before.id }
}

async function swap(
  work: Work,
  { number, to }: ChangeOf<'swap'>,
  before: Booking,
  now: number,
): Promise<Changed> {
  if (before.state !== 'confirmed') return refuse('over')
  if (to.number !== number || !before.times.some((time) => time.number === number)) return refuse('not-found')
  const given = await occupied(work, before.id)
  await free(work, before.id, number)
  const refused = await occupyAll(work, { id: before.id, seats: before.seats, now }, [to])
  if (refused !== null) {
    await free(work, before.id, null)
    await putBack(work, given)
    return refuse(refused)
  }
  await work.tx
    .deleteFrom('booking_times')
    .where('booking', '=', before.id)
    .where('number', '=', number)
    .execute()
  await writeTimes(work, before.id, [to])
  await write(work, before, now, { sequence: before.sequence + 1 })
  return { id: before.id }
}

async function participants(
  work: Work,
  { participants: count }: ChangeOf<'participants'>,
  before: Booking,
  now: number,
): Promise<Changed> {
  if (before.state !== 'confirmed' && before.state !== 'held') return refuse('over')
  // Nobody has an invitation for a hold.
  const sequence = before.sequence + (before.state === 'confirmed' ? 1 : 0)
  await write(work, before, now, { participants: count, sequence })
  return { id: before.id }
}

async function cancel(work: Work, before: Booking, now: number): Promise<Changed> {
  if (before.state !== 'confirmed') return refuse('over')
  await free(work, before.id, null)
  await write(work, before, now, { state: 'cancelled', sequence: before.sequence + 1 })
  return { id: before.id }
}

async function settle(work: Work, before: Booking, now: number): Promise<Changed> {
  if (before.state !== 'confirmed' || !before.tentative) return refuse('changed')
  await write(work, before, now, { tentative: 0, sequence: before.sequence + 1 })
  return { id: before.id }
}

async function write(
  work: Work,
  before: Booking,
  now: number,
  set: Partial<
    Pick<
      BookingTable,
      'state' | 'held_until' | 'body' | 'contact' | 'participants' | 'tentative' | 'sequence'
    >
  >,
): Promise<void> {
  await work.tx
    .updateTable('bookings')
    .set({ ...set, version: before.version + 1, updated_at: now })
    .where('id', '=', before.id)
    .execute()
}
