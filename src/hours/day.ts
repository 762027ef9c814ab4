import { IANAZone } from 'luxon'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** The calendar day at an instant in a zone, as ISO `2026-11-23`. */
export function dayOf(at: Date, zone: string): string {
  return wallClock(at, zone).toISOString().slice(0, 10)
}

/** Minutes after local midnight on the wall clock, 0 to 1439. */
export function minuteOf(at: Date, zone: string): number {
  const clock = wallClock(at, zone)
  return clock.getUTCHours() * 60 + clock.getUTCMinutes()
}

/** What the clock on the wall shows, read from the UTC fields. */
function wallClock(at: Date, zone: string): Date {
  return new Date(at.getTime() + offsetAt(at.getTime(), zone) * MINUTE_MS)
}

/** Minutes to add to UTC at an instant (milliseconds since 1970). */
export function offsetAt(instant: number, zone: string): number {
  if (instant !== last.instant || zone !== last.zone)
    last = { instant, zone, offset: IANAZone.create(zone).offset(instant) }
  return last.offset
}

/** One message asks for the day and the hour of one instant some dozens of times. */
let last = { instant: Number.NaN, zone: '', offset: 0 }

/**
 * The day some days later, earlier when negative.
 *
 * @example
 * ```ts
 * addDays('2026-12-31', 1) //=> '2027-01-01'
 * ```
 */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7
}

/** Whether a text is a day of the calendar in ISO form; `2026-02-30` is not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
}

/** The instant as ISO 8601 on the wall clock with its offset, for example `2026-11-23T08:30:00+01:00`. */
export function isoWithOffset(at: Date, zone: string): string {
  const offset = offsetAt(at.getTime(), zone)
  const sign = offset < 0 ? '-' : '+'
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${wallClock(at, zone).toISOString().slice(0, 19)}${sign}${two(offset / 60)}:${two(offset % 60)}`
}
