import type { Booking, BookingDue, DueAfter } from '../booking/bookings.js'
import { addDays, clockOf, dayAt } from '../booking/days.js'
import { type LearningPath, type Offerings, pathOf } from '../booking/offerings.js'
import type { OfficeHours } from '../hours/office-hours.js'
import { nextOpening, openingsOn } from '../hours/opening.js'

/** Kinds of what comes due about bookings. */
export const BOOKING_DUE = {
  /** A hold ends. Subject: the booking's id. */
  hold: 'booking-hold',
  /** Calendars must hear of it. Subject: the booking's id; the key's end names hosts who no longer have it. */
  notice: 'booking-notice',
  /** Subject: the booking's id; the key says which meeting, and whether a week or a day before. */
  reminder: 'booking-reminder',
  /** The day's list of a host. Subject: host and day. */
  day: 'booking-day',
  /** A place came free. Subject: the id of the booking that had it. */
  freed: 'booking-freed',
  /** Somebody on the waiting list is told of the place held for them. Subject: that booking's id. */
  offer: 'booking-offer',
  /** The member is told of what a colleague did. Subject: the booking's id. */
  told: 'booking-told',
  /** Joining a path is over: are there enough teams? Subject: the path's id. */
  minimum: 'booking-minimum',
} as const

/** How long before a meeting its people are reminded, in days. */
const REMINDERS = { week: 7, day: 1 } as const

export type ReminderKind = keyof typeof REMINDERS

/** What decides when something is due. */
export interface DueParts {
  readonly hours: OfficeHours
  readonly offerings: Offerings
}

/** What every change leaves to be done later: the end of a hold, invitations, reminders, what came free, the count of a path. */
export function dueAfter({ hours, offerings }: DueParts, now: Date): DueAfter {
  return (booking, before) => {
    if (booking.state === 'held') return [holdEnds(booking)]
    const gone = before !== null && (before.state !== booking.state || moved(before, booking))
    const freed = gone && (before.state === 'held' ? booking.state === 'lapsed' : true)
    return [
      ...(freed ? [placeFreed(booking, now)] : []),
      ...(before?.state === 'held' && booking.state === 'lapsed' ? [] : [notice(booking, before, now)]),
      ...(booking.state === 'confirmed'
        ? [...reminders(booking, hours, now), ...dayLists(booking, hours, now)]
        : []),
      ...counting(booking, { hours, offerings }, now),
    ]
  }
}

/** The teams of a path are counted once joining is over, and again when one leaves after that. */
function counting(
  { path: id, version }: Booking,
  { hours, offerings }: DueParts,
  now: Date,
): readonly BookingDue[] {
  const path = pathOf(offerings, id)
  if (path === null) return []
  const after = countingAt(path, hours)
  const late = after !== null && after <= now
  const key = late ? `${BOOKING_DUE.minimum}/${path.id}/${version}` : `${BOOKING_DUE.minimum}/${path.id}`
  return after === null ? [] : [{ key, kind: BOOKING_DUE.minimum, subject: path.id, at: late ? now : after }]
}

/** The first opening of the office after the last day to join; null when it does not open in two years. */
function countingAt({ joinUntil }: LearningPath, hours: OfficeHours): Date | null {
  const over = clockOf(addDays(joinUntil, 1)).instant(0) ?? Date.parse(joinUntil)
  return nextOpening(hours, 'office', new Date(over))
}

function moved(before: Booking, after: Booking): boolean {
  const places = ({ times }: Booking) => times.map(({ start, host }) => `${start} ${host}`).join()
  return places(before) !== places(after)
}

function holdEnds({ id, heldUntil, version }: Booking): BookingDue {
  const at = new Date(heldUntil ?? 0)
  return { key: `${BOOKING_DUE.hold}/${id}/${version}`, kind: BOOKING_DUE.hold, subject: id, at }
}

function placeFreed({ id, version }: Booking, now: Date): BookingDue {
  return { key: `${BOOKING_DUE.freed}/${id}/${version}`, kind: BOOKING_DUE.freed, subject: id, at: now }
}

/** Hosts who had a meeting of it and no longer have one are named, so that they hear of it too. */
function notice(booking: Booking, before: Booking | null, now: Date): BookingDue {
  const hosts = new Set(booking.times.map(({ host }) => host))
  const former = (before?.times ?? []).map(({ host }) => host).filter((host) => !hosts.has(host))
  const key = [BOOKING_DUE.notice, booking.id, booking.version, [...new Set(former)].join('+')].join('/')
  return { key, kind: BOOKING_DUE.notice, subject: booking.id, at: now }
}

/** Named by the meeting's instant: a meeting that stays where it is keeps the reminder it had. */
function reminders({ id, times }: Booking, hours: OfficeHours, now: Date): readonly BookingDue[] {
  return times.flatMap(({ start }) =>
    kindsOfReminder().flatMap((kind) => {
      const at = reminderAt(start, kind, hours)
      if (at === null || at <= now) return []
      const key = `${BOOKING_DUE.reminder}/${id}/${start}/${kind}`
      return [{ key, kind: BOOKING_DUE.reminder, subject: id, at }]
    }),
  )
}

function kindsOfReminder(): readonly ReminderKind[] {
  return ['week', 'day']
}

/**
 * When to remind of a meeting: at the opening of the office a week or a day before; when it is closed all that day,
 * of the last day before it that is open. Null when none is within two weeks.
 */
export function reminderAt(start: number, kind: ReminderKind, hours: OfficeHours): Date | null {
  const wanted = addDays(dayAt(new Date(start)), -REMINDERS[kind])
  for (let back = 0; back < 14; back++) {
    const [opening] = openingsOn(hours, 'office', addDays(wanted, -back))
    if (opening !== undefined) return new Date(opening.start)
  }
  return null
}

function dayLists({ times }: Booking, hours: OfficeHours, now: Date): readonly BookingDue[] {
  return times.flatMap(({ host, start }) => {
    const day = dayAt(new Date(start))
    const [opening] = openingsOn(hours, 'office', day)
    // A session that begins before the office opens: the host must know before it.
    const at = new Date(Math.min(opening?.start ?? start, start) - (opening === undefined ? 3_600_000 : 0))
    if (at <= now) return []
    return [
      { key: `${BOOKING_DUE.day}/${host}/${day}`, kind: BOOKING_DUE.day, subject: `${host}/${day}`, at },
    ]
  })
}
