import { freeSlots } from '../booking/availability.js'
import type { Booking, BookingChange, BookingOutcome, BookingRefusal } from '../booking/bookings.js'
import { addDays, clockOf, dayAt, mondayOf } from '../booking/days.js'
import { titleOf } from '../booking/invitation.js'
import { offeringOf } from '../booking/offerings.js'
import { brusselsIso, exactSlot, slotWays } from '../booking/placing.js'
import { timeWords, voiceIn, whenWords } from '../booking/say.js'
import type { StaffMember } from '../escalation/actions.js'
import { bookingRefusalText } from '../texts/booking-staff.js'
import { BOOKING_DUE, dueAfter } from './booking-due.js'
import { countPaths, type PathCount } from './booking-minimum.js'
import { availability, type BookingParts } from './booking-parts.js'

/** One meeting as a week shows it. */
export interface WeekEntry {
  readonly booking: Booking
  /** 1, 2, 3 ... within a learning path; 1 for a single session. */
  readonly number: number
  readonly host: string
  /** ISO instants with the Brussels offset. */
  readonly start: string
  readonly end: string
  /** `donderdag 14 januari 2027, 14 uur - 15 uur`. */
  readonly when: string
}

/** One day of a week; no entries when nothing is booked. */
export interface WeekDay {
  /** ISO day. */
  readonly day: string
  readonly entries: readonly WeekEntry[]
}

/** What a colleague can do with a booking. */
export type BookingAction =
  | { readonly kind: 'cancel' }
  /** To this start, an ISO instant; only where a host is free. Not for a learning path. */
  | { readonly kind: 'move'; readonly start: string }
  | { readonly kind: 'participants'; readonly participants: number }
  /** The host's calendar was looked at: what was tentative is sure. */
  | { readonly kind: 'settle' }

/** How it ended; `text` tells the colleague why not. */
export type BookingActionOutcome =
  | { readonly kind: 'done'; readonly booking: Booking }
  | {
      readonly kind: 'refused'
      readonly code: BookingRefusal | 'not-free'
      readonly text: string
      readonly booking: Booking | null
    }

/** Bookings as colleagues work them. */
export interface BookingDesk {
  /** Seven days from the Monday of the week that `day` is in. */
  week(day: string): Promise<readonly WeekDay[]>
  /** The learning paths with how many teams they have, in the order of the file. */
  paths(): Promise<readonly PathCount[]>
  /** By id or reference; null when there is none. */
  find(idOrReference: string): Promise<Booking | null>
  /** One line about a booking: what, when, for how many, where. */
  describe(booking: Booking): string
  /** Free starts (ISO instants with offset) on a day for a booking that may move there; empty when there is none. */
  freeStarts(booking: Booking, day: string, now: Date): Promise<readonly string[]>
  /**
   * Does one thing, wholly or not at all; the member is told in the conversation and everybody by mail.
   *
   * @param version the booking as the colleague saw it: another one is refused as `changed`.
   */
  act(
    id: string,
    version: number,
    staff: StaffMember,
    action: BookingAction,
    now: Date,
  ): Promise<BookingActionOutcome>
}

/** The one way for colleagues to work bookings. */
export function bookingDesk(parts: BookingParts): BookingDesk {
  return {
    week: (day) => week(day, parts),
    paths: () => countPaths(parts),
    find: (name) => parts.bookings.find(name),
    describe: (booking) => described({ ...booking, language: 'nl' }, parts),
    freeStarts: (booking, day, now) => freeStarts(booking, day, now, parts),
    act: (id, version, _staff, action, now) => act(id, version, action, now, parts),
  }
}

// Without the place: "bij u" is said to the member, not to a colleague.
function described(booking: Booking, { offerings }: BookingParts): string {
  return `${titleOf(booking, offerings)}, ${whenWords(booking)}`
}

async function week(day: string, { bookings }: BookingParts): Promise<readonly WeekDay[]> {
  const monday = mondayOf(day)
  const start = clockOf(monday).instant(0) ?? Date.parse(monday)
  const after = addDays(monday, 7)
  const end = clockOf(after).instant(0) ?? Date.parse(after)
  const shown = await bookings.list({ states: ['confirmed', 'held'], during: { start, end } })
  const entries = shown.flatMap((booking) => booking.times.map((time) => entry(booking, time)))
  return Array.from({ length: 7 }, (_, index) => {
    const one = addDays(monday, index)
    const own = entries.filter((found) => found.start.startsWith(one))
    return { day: one, entries: own.sort((a, b) => (a.start < b.start ? -1 : 1)) }
  })
}

function entry(booking: Booking, time: Booking['times'][number]): WeekEntry {
  const { number, host, start, end } = time
  const when = timeWords(time, voiceIn('nl'))
  return { booking, number, host, start: brusselsIso(start), end: brusselsIso(end), when }
}

async function freeStarts(
  booking: Booking,
  day: string,
  now: Date,
  parts: BookingParts,
): Promise<readonly string[]> {
  const offering = offeringOf(parts.offerings, booking.level)
  if (offering === null || booking.path !== null) return []
  const free = await availability(parts, now, booking.id)
  const slots = freeSlots(offering, { from: day, to: day }, free.circumstances, dayAt(now))
  return slots.map(({ start }) => start)
}

async function act(
  id: string,
  version: number,
  action: BookingAction,
  now: Date,
  parts: BookingParts,
): Promise<BookingActionOutcome> {
  const booking = await parts.bookings.find(id)
  if (booking === null) return refused('not-found', null)
  if (booking.version !== version) return refused('changed', booking)
  const change = await changeFor(booking, action, now, parts)
  if (change === null) return refused('not-free', booking)
  return outcomeOf(await parts.bookings.change(change, toldToo(parts, now), now))
}

/** Null when the moment is not free. */
async function changeFor(
  booking: Booking,
  action: BookingAction,
  now: Date,
  parts: BookingParts,
): Promise<BookingChange | null> {
  const { id, version } = booking
  switch (action.kind) {
    case 'cancel':
      return booking.state === 'held' ? { kind: 'release', id } : { kind: 'cancel', id }
    case 'participants':
      return { kind: 'participants', id, version, participants: action.participants }
    case 'settle':
      return { kind: 'settle', id }
    default: {
      const ways = await waysTo(booking, action.start, now, parts)
      return ways.length === 0 ? null : { kind: 'move', id, version, ways }
    }
  }
}

async function waysTo(booking: Booking, start: string, now: Date, parts: BookingParts) {
  const offering = offeringOf(parts.offerings, booking.level)
  if (offering === null || booking.path !== null || Number.isNaN(Date.parse(start))) return []
  const iso = brusselsIso(Date.parse(start))
  const free = await availability(parts, now, booking.id)
  const wish = { date: iso.slice(0, 10), part: null, time: iso.slice(11, 16) }
  const slot = exactSlot(offering, wish, free.circumstances, dayAt(now))
  return slot === null ? [] : slotWays(offering, slot)
}

/** What every change leaves, and a word to the member. */
function toldToo(parts: BookingParts, now: Date) {
  const after = dueAfter(parts, now)
  return (booking: Booking, before: Booking | null) => [
    ...after(booking, before),
    {
      key: `${BOOKING_DUE.told}/${booking.id}/${booking.version}`,
      kind: BOOKING_DUE.told,
      subject: booking.id,
      at: now,
    },
  ]
}

function outcomeOf(outcome: BookingOutcome): BookingActionOutcome {
  return outcome.kind === 'done'
    ? { kind: 'done', booking: outcome.booking }
    : refused(outcome.code, outcome.booking)
}

function refused(code: BookingRefusal | 'not-free', booking: Booking | null): BookingActionOutcome {
  return { kind: 'refused', code, text: bookingRefusalText(code), booking }
}
