import { DateTime } from 'luxon'
import { addDays, weekdayOf } from '../hours/day.js'

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

const utc = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc' })
const iso = (date: DateTime): Day => date.toFormat('yyyy-MM-dd')

/** The day it is in Brussels at an instant; at 23:30 UTC that is already the next one. */
export function dayAt(instant: Date): Day {
  return DateTime.fromJSDate(instant, { zone: ZONE }).toFormat('yyyy-MM-dd')
}

/** Minutes after midnight on the Brussels wall clock, 0 to 1439. */
export function minuteAt(instant: Date): number {
  const local = DateTime.fromJSDate(instant, { zone: ZONE })
  return local.hour * 60 + local.minute
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(utc(to).diff(utc(from), 'days').days)
}

/** The Monday of the week a day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** The last day of a month; month 1 to 12. */
export function lastOfMonth(year: number, month: number): Day {
  return iso(DateTime.utc(year, month).endOf('month'))
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
  const date = DateTime.utc(year, month, day)
  return date.isValid ? iso(date) : null
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

/** The instant of a wall-clock minute of a day in Brussels; a time the spring change skips moves an hour on. */
export function instantOf(day: Day, minute: number): DateTime {
  return DateTime.fromISO(day, { zone: ZONE }).set({ hour: Math.floor(minute / 60), minute: minute % 60 })
}

/** An instant as ISO with the Brussels offset, without fractions: `2027-03-29T09:00:00+02:00`. */
export function isoWithOffset(at: DateTime): string {
  return at.toISO({ suppressMilliseconds: true }) ?? ''
}
