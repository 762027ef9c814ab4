import type { BookingCalendar, Window } from './calendar.js'
import { addDays, clockOf, type Day, type DayRange, daysIn, weekdayOf } from './days.js'
import type { Host, Offering } from './offerings.js'

/** A stretch of time, the end not included: two that touch do not overlap. Milliseconds since 1970, UTC. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** What a host is busy with; buffers already included by whoever made the booking. */
export interface Busy extends Interval {
  readonly host: string
}

/** A moment at which a session can be given. */
export interface Slot {
  /** ISO with the Brussels offset, `2027-03-18T09:00:00+01:00`. */
  readonly start: string
  readonly end: string
  readonly day: Day
  /** Minutes after midnight on the wall clock. */
  readonly minute: number
  /** Ids of the hosts who are free, in the order of the offering. */
  readonly hosts: readonly string[]
  /** Those of them whose own calendar could not be read: offered with that reserve, never as surely free. */
  readonly unsure: readonly string[]
}

/** What decides which slots are free. */
export interface Circumstances {
  readonly now: Date
  readonly calendar: BookingCalendar
  readonly hosts: readonly Host[]
  /** Bookings and holds; empty when nothing is booked. */
  readonly busy: readonly Busy[]
  /** Hosts whose own calendar could not be read; none when left out. */
  readonly unsure?: ReadonlySet<string>
}

/** Whether two stretches share an instant; touching ones do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end
}

/** The first and last day that can be asked for: after the notice, within the horizon. */
export function bookableDays(offering: Offering, today: Day): DayRange {
  return { from: addDays(today, offering.noticeDays), to: addDays(today, offering.horizonDays) }
}

/**
 * Every free slot of a level in a period, in order of time.
 *
 * A slot fits whole inside one of the office's windows and one stretch of a host's week; with its buffers it
 * touches nothing the host is busy with. Wall-clock times hold through both clock changes.
 */
export function freeSlots(
  offering: Offering,
  range: DayRange,
  circumstances: Circumstances,
  today: Day,
): Slot[] {
  const bookable = bookableDays(offering, today)
  const from = range.from > bookable.from ? range.from : bookable.from
  const to = range.to < bookable.to ? range.to : bookable.to
  return daysIn({ from, to }).flatMap((day) => slotsOf(offering, day, circumstances))
}

function slotsOf(offering: Offering, day: Day, circumstances: Circumstances): Slot[] {
  const { calendar, now } = circumstances
  const clock = clockOf(day)
  const starts = calendar.windowsOn(day).flatMap((window) => startsIn(window, offering))
  return starts.flatMap((minute) => {
    const start = clock.instant(minute)
    if (start === null || start <= now.getTime()) return []
    const end = start + offering.minutes * 60_000
    const hosts = freeHosts(offering, day, minute, { start, end }, circumstances)
    if (hosts.length === 0) return []
    const unsure = hosts.filter((host) => circumstances.unsure?.has(host))
    return [{ start: clock.iso(start), end: clock.iso(end), day, minute, hosts, unsure }]
  })
}

function startsIn(window: Window, offering: Offering): number[] {
  const step = offering.stepMinutes
  const first = Math.ceil(window.from / step) * step
  const count = Math.floor((window.to - offering.minutes - first) / step) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step)
}

function freeHosts(
  offering: Offering,
  day: Day,
  minute: number,
  session: Interval,
  { hosts, busy }: Circumstances,
): string[] {
  const taken = {
    start: session.start - offering.bufferBefore * 60_000,
    end: session.end + offering.bufferAfter * 60_000,
  }
  return offering.hosts.filter((id) => {
    const host = hosts.find((one) => one.id === id)
    if (host === undefined || host.absences.some(({ from, to }) => from <= day && day <= to)) return false
    const works = host.available.some(
      ({ weekday, from, to }) =>
        weekday === weekdayOf(day) && from <= minute && minute + offering.minutes <= to,
    )
    return works && !busy.some((other) => other.host === id && overlaps(other, taken))
  })
}

/** The day and wall-clock minute that an ISO instant with offset shows. */
export function wallClockOf(iso: string): { readonly day: Day; readonly minute: number } {
  return { day: iso.slice(0, 10), minute: Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16)) }
}
