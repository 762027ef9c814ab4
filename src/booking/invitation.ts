import ical, {
  ICalAttendeeRole,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
import { DateTime } from 'luxon'
import { bookingTexts } from '../texts/booking.js'
import { bookingMailTexts } from '../texts/booking-mail.js'
import type { Booking, BookingTime } from './bookings.js'
import { BRUSSELS_TIMEZONE } from './brussels-timezone.js'
import { ZONE } from './days.js'
import { type Offerings, offeringOf, pathOf } from './offerings.js'
import { PLACES } from './place.js'
import { placeWords } from './speak.js'

/** What a calendar is to do with it: put it in, take it out, or only show it. */
export type InvitationMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/** Somebody who is expected. */
export interface Attendee {
  readonly name: string
  readonly mail: string
}

/** What an invitation is made with besides the booking. */
export interface InvitationParts {
  readonly offerings: Offerings
  readonly method: InvitationMethod
  /** Empty where a calendar only shows the booking. */
  readonly attendees: readonly Attendee[]
  /** When it is written. */
  readonly at: Date
}

/**
 * The booking as an iCalendar file: one name (`UID`) for all its dates and for every later version, whose `SEQUENCE`
 * is higher; wall-clock times in Brussels with the rules of that clock.
 *
 * A learning path is one event that recurs on its dates (`RDATE`), each of which has its own times and title.
 *
 * @example
 * ```ts
 * invitation(booking, { offerings, method: 'REQUEST', attendees: [], at: now }) //=> 'BEGIN:VCALENDAR...'
 * ```
 */
export function invitation(booking: Booking, parts: InvitationParts): string {
  const calendar = emptyCalendar(parts.method)
  addBooking(calendar, booking, parts)
  return written(calendar)
}

/** Several bookings as one calendar to follow. Cancelled ones are in it as cancelled, so that they disappear. */
export function calendarFeed(
  bookings: readonly Booking[],
  name: string,
  parts: Omit<InvitationParts, 'method' | 'attendees'>,
): string {
  const calendar = emptyCalendar('PUBLISH')
  calendar.name(name).ttl(60 * 60)
  for (const booking of bookings)
    addBooking(calendar, booking, { ...parts, method: 'PUBLISH', attendees: [] })
  return written(calendar)
}

/** Whom an invitation asks: the host, and the member's contact where there is an address. */
export function attendeesOf(booking: Booking, offerings: Offerings): readonly Attendee[] {
  const ids = new Set(booking.times.map(({ host }) => host))
  const hosts = offerings.hosts.flatMap(({ id, role, mail }) =>
    ids.has(id) && mail !== null ? [{ name: role, mail }] : [],
  )
  const mail = booking.contact?.mail ?? null
  const member = mail === null ? [] : [{ name: booking.contact?.name ?? booking.body ?? mail, mail }]
  return [...member, ...hosts]
}

/** Stands for `RDATE`, which the generator cannot write. */
const MORE_DATES = 'X-MORE-DATES'

function emptyCalendar(method: InvitationMethod): ICalCalendar {
  return ical({
    prodId: '//VVSG//Vraagbaak//NL',
    method: ICalCalendarMethod[method],
    timezone: { name: null, generator: () => BRUSSELS_TIMEZONE },
  })
}

function written(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`.replaceAll(`${MORE_DATES}:`, `RDATE;TZID=${ZONE}:`)
}

function addBooking(calendar: ICalCalendar, booking: Booking, parts: InvitationParts): void {
  const [first, ...others] = booking.times
  if (first === undefined) return
  const whole = common(booking, parts)
  const dates: [string, string][] = others.map(({ start }) => [
    MORE_DATES,
    clock(start).toFormat("yyyyMMdd'T'HHmmss"),
  ])
  calendar.createEvent({ ...whole, ...when(first, booking, whole.summary), x: dates })
  if (booking.state === 'cancelled') return
  for (const time of others) {
    const own = when(time, booking, whole.summary)
    calendar.createEvent({ ...whole, ...own, recurrenceId: own.start })
  }
}

/** Where it is for everybody who reads the calendar: "bij u" would be the reader's own place. */
function locationOf(booking: Booking): string {
  const { place, body } = booking
  if (place === PLACES.vvsg || place === PLACES.online || body === null || body === '') {
    return placeWords(place, voice(booking))
  }
  return place === PLACES.member || body.includes(place) ? body : `${body}, ${place}`
}

function common(booking: Booking, { offerings, attendees, at, method }: InvitationParts) {
  const { contact } = offerings
  // Without anybody who can be asked it is the organisation's own appointment: an invitation always asks somebody.
  const organiser = method === 'PUBLISH' ? [] : [{ name: contact.name, mail: contact.email }]
  const asked = attendees.length > 0 ? attendees : organiser
  const cancelled = booking.state === 'cancelled'
  return {
    id: booking.uid,
    sequence: booking.sequence,
    stamp: DateTime.fromJSDate(at, { zone: 'utc' }),
    timezone: ZONE,
    summary: titleOf(booking, offerings),
    description: descriptionOf(booking, offerings),
    location: locationOf(booking),
    organizer: { name: 'VVSG', email: contact.email },
    attendees: asked.map(({ name, mail }) => ({
      name: name.replaceAll('"', "'"),
      email: mail,
      role: ICalAttendeeRole.REQ,
      rsvp: false,
    })),
    status: cancelled
      ? ICalEventStatus.CANCELLED
      : booking.tentative
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
  } satisfies Partial<ICalEventData>
}

function when({ number, start, end }: BookingTime, { times, language }: Booking, title: string) {
  const summary = times.length === 1 ? title : bookingMailTexts(language).dayOf(title, number, times.length)
  return { start: clock(start), end: clock(end), summary }
}

/** `Service design: introductieworkshop (niveau 1)`, or the name of the learning path. */
export function titleOf(booking: Booking, offerings: Offerings): string {
  const path = pathOf(offerings, booking.path)
  const name = path?.name ?? offeringOf(offerings, booking.level)?.name
  return bookingMailTexts(booking.language).title(name?.[booking.language] ?? '', booking.level)
}

/** What one should know of a booking: how many, for whom, how to prepare, whom to reach. Names no mail address of the member. */
export function descriptionOf(booking: Booking, offerings: Offerings): string {
  const texts = bookingMailTexts(booking.language)
  const offering = offeringOf(offerings, booking.level)
  const { name, email, phone } = offerings.contact
  return [
    ...(booking.tentative ? [texts.tentative] : []),
    ...(booking.body === null ? [] : [texts.body(booking.body)]),
    ...(booking.seats > 0 ? [texts.teams(booking.seats)] : []),
    texts.participants(booking.participants),
    ...(offering === null ? [] : [texts.preparation(offering.preparation[booking.language])]),
    texts.reference(booking.reference),
    texts.contact(name, email, phone),
  ].join('\n')
}

function voice({ language }: Booking) {
  return { language, texts: bookingTexts(language) }
}

function clock(instant: number): DateTime {
  return DateTime.fromMillis(instant, { zone: ZONE })
}
