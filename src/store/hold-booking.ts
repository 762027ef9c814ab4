import { randomUUID } from 'node:crypto'
import type { Booking, BookingChange, BookingRefusal, NewHold, Placement } from '../booking/bookings.js'
import { free, lapse, occupied, occupyFirst, putBack, seatsOfBody, writeTimes } from './booking-places.js'
import { readBooking } from './booking-rows.js'
import type { BookingTable } from './booking-schema.js'
import { nextNumber } from './counters.js'
import type { Work } from './database.js'

/** What a change came to, before it is read back. */
export type Changed = { readonly id: string } | { readonly refused: BookingRefusal }

export async function refuse(code: BookingRefusal): Promise<Changed> {
  return { refused: code }
}

/** Keeps a place free; the hold it replaces makes way only when the new one was had. */
export async function holdBooking(
  work: Work,
  { hold, instead, waiting }: Extract<BookingChange, { kind: 'hold' }>,
  now: number,
): Promise<Changed> {
  if (waiting !== null && !(await stillWaits(work, waiting))) return refuse('over')
  const earlier = instead === null ? null : await heldBooking(work, instead)
  const given = earlier === null ? null : await occupied(work, earlier.id)
  // The place of the earlier hold counts as free: it may be wanted again with another number of people.
  if (earlier !== null) await free(work, earlier.id, null)
  const taken = await take(work, hold, earlier?.id ?? '', now)
  if ('refused' in taken) {
    if (given !== null) await putBack(work, given)
    return taken
  }
  if (earlier !== null) await lapse(work, earlier.id, now)
  if (waiting !== null) await offer(work, waiting, taken.id)
  return taken
}

async function take(work: Work, hold: NewHold, earlier: Booking['id'], now: number): Promise<Changed> {
  const id = randomUUID()
  await insertHold(work, id, hold, now)
  const way = await occupyFirst(work, { id, seats: hold.seats, now }, hold.ways)
  if (typeof way === 'string') return undone(work, id, way)
  if (await tooMany(work, [id, earlier], hold, now)) return undone(work, id, 'per-body')
  await placed(work, id, way)
  return { id }
}

async function undone(work: Work, id: string, refused: BookingRefusal): Promise<Changed> {
  await free(work, id, null)
  await work.tx.deleteFrom('bookings').where('id', '=', id).execute()
  return { refused }
}

async function placed(work: Work, id: string, { times, tentative }: Placement): Promise<void> {
  await writeTimes(work, id, times)
  if (!tentative) return
  await work.tx.updateTable('bookings').set({ tentative: 1 }).where('id', '=', id).execute()
}

async function heldBooking(work: Work, id: string): Promise<Booking | null> {
  const booking = await readBooking(work.tx, id)
  return booking?.state === 'held' ? booking : null
}

async function stillWaits({ tx }: Work, id: string): Promise<boolean> {
  const row = await tx.selectFrom('waiting_list').select('state').where('id', '=', id).executeTakeFirst()
  return row?.state === 'waiting'
}

async function offer({ tx }: Work, waiting: string, booking: string): Promise<void> {
  await tx.updateTable('waiting_list').set({ state: 'offered', booking }).where('id', '=', waiting).execute()
}

async function tooMany(
  work: Work,
  except: readonly Booking['id'][],
  { path, body, seats, seatsPerBody }: NewHold,
  now: number,
): Promise<boolean> {
  if (path === null || body === null || seatsPerBody === null) return false
  return (await seatsOfBody(work, path, body, except, now)) + seats > seatsPerBody
}

async function insertHold(work: Work, id: string, hold: NewHold, now: number): Promise<void> {
  const year = new Date(now).getUTCFullYear()
  const number = await nextNumber(work, `bookings-${year}`)
  const row: BookingTable = {
    id,
    reference: `SD-${year}-${String(number).padStart(4, '0')}`,
    uid: randomUUID(),
    level: hold.level,
    path: hold.path,
    state: 'held',
    held_until: hold.until,
    participants: hold.participants,
    seats: hold.seats,
    place: hold.place,
    body: hold.body,
    contact: null,
    channel: hold.asker.channel,
    conversation: hold.asker.conversation,
    person: hold.asker.person,
    language: hold.language,
    tentative: 0,
    sequence: 0,
    version: 1,
    created_at: now,
    updated_at: now,
  }
  await work.tx.insertInto('bookings').values(row).execute()
}
