import { addDays, dayOf, offsetAt, weekdayOf } from '../hours/day.js'

export { addDays, weekdayOf } from '../hours/day.js'
export { easterSunday } from '../hours/holidays.js'

/** Where every wall clock of a booking hangs. */
export const ZONE = 'Europe/Brussels'

/** A calendar day in Brussels, ISO `2027-02-24`. Days compare as strings: `a < b` means a is earlier. */
export type Day = string

/** First and last day of a period, both included; a single day has the same day twice. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const iso = (utc: number): Day => new Date(utc).toISOString().slice(0, 10)

/** The day it is in Brussels at an instant; at 23:30 UTC that is already the next one. */
export function dayAt(instant: Date): Day {
  return dayOf(instant, ZONE)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** The Monday of the week a day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** The last day of a month; month 1 to 12. */
export function lastOfMonth(year: number, month: number): Day {
  return iso(Date.UTC(year, month, 0))
}

/**
 * Builds a day, or null when the calendar has no such day.
 *
 * @example
 * ```ts
 * makeDay(2028, 2, 29) // '2028-02-29'
 * makeDay(2027, 2, 29) // null
 * ```
 */
export function makeDay(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? iso(date.getTime()) : null
}

/** The first day on or after `start` that falls on a weekday (1 to 7). */
export function nextWeekday(start: Day, weekday: number): Day {
  return addDays(start, (weekday - weekdayOf(start) + 7) % 7)
}

/** Every day of a range in order; empty when it ends before it begins. */
export function daysIn(range: DayRange): Day[] {
  const count = daysBetween(range.from, range.to) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(range.from, index))
}

/** Turns wall-clock minutes of a day into instants. */
export interface DayClock {
  /** Milliseconds since 1970 of a minute after midnight; null when the spring change skips it. Of an hour that comes twice, the first. */
  instant(minute: number): number | null
  /** An instant of this day as ISO with the Brussels offset, without fractions. */
  iso(instant: number): string
}

/** The clock of a day in Brussels; asks for the offset from UTC twice, so it is cheap for a whole day of slots. */
export function clockOf(day: Day): DayClock {
  const midnight = Date.parse(day)
  const offsets = [offsetAt(midnight - 2 * 60 * MINUTE_MS, ZONE), offsetAt(midnight + DAY_MS, ZONE)]
  const text = (instant: number): string => {
    const offset = offsets[0] === offsets[1] ? (offsets[0] ?? 0) : offsetAt(instant, ZONE)
    const wall = new Date(instant + offset * MINUTE_MS).toISOString().slice(0, 19)
    return `${wall}+${String(Math.floor(offset / 60)).padStart(2, '0')}:${String(offset % 60).padStart(2, '0')}`
  }
  const instant = (minute: number): number | null => {
    const fits = offsets
      .map((offset) => midnight + (minute - offset) * MINUTE_MS)
      .filter(
        (at) =>
          offsets[0] === offsets[1] || at + offsetAt(at, ZONE) * MINUTE_MS === midnight + minute * MINUTE_MS,
      )
    return fits.length === 0 ? null : Math.min(...fits)
  }
  return { instant, iso: text }
}
