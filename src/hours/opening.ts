import { DateTime } from 'luxon'
import { addDays, dayOf, offsetAt } from './day.js'
import { type DayWindows, type OfficeHours, type TimetableName, windowsOn } from './office-hours.js'

/** A stretch of time `[start, end)`, in milliseconds since 1970. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** How far ahead an opening is looked for: a timetable without any window must not be searched for ever. */
const HORIZON_DAYS = 800

/**
 * Tells whether the building is open, or the telephone staffed, at an instant.
 *
 * Compared on the wall clock, so it stays right when the clocks change. The opening minute is open, the closing
 * minute closed.
 *
 * @example
 * ```ts
 * isOpen(hours, 'office', new Date('2026-11-23T07:30:00Z')) //=> true: Monday 8.30 in Brussels
 * isOpen(hours, 'office', new Date('2026-11-23T15:30:00Z')) //=> false: Monday 16.30
 * ```
 */
export function isOpen(hours: OfficeHours, timetable: TimetableName, at: Date): boolean {
  return intervalAt(hours, timetable, at.getTime()) !== null
}

/** The first instant from `at` on that is open: `at` itself when open then. Null when nothing opens in two years. */
export function nextOpening(hours: OfficeHours, timetable: TimetableName, at: Date): Date | null {
  const instant = at.getTime()
  const first = dayOf(at, hours.zone)
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead++) {
    for (const { start, end } of openingsOn(hours, timetable, addDays(first, ahead))) {
      if (instant < end) return new Date(Math.max(start, instant))
    }
  }
  return null
}

/** Since when it is open at `at`, a break such as lunch included: the start of that stretch. Null when it is closed. */
export function openSince(hours: OfficeHours, timetable: TimetableName, at: Date): Date | null {
  const current = intervalAt(hours, timetable, at.getTime())
  return current === null ? null : new Date(current.start)
}

/**
 * The instant at which what is open at `at` closes, a break such as lunch included. Null when it is closed then,
 * and when it never closes within two years.
 */
export function closesAt(hours: OfficeHours, timetable: TimetableName, at: Date): Date | null {
  const current = intervalAt(hours, timetable, at.getTime())
  if (current === null) return null
  let { end } = current
  const first = dayOf(at, hours.zone)
  // Open through midnight: the day after begins in the instant this one ends.
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead++) {
    const day = openingsOn(hours, timetable, addDays(first, ahead))
    const next = day.find(({ start }) => start === end)
    if (next !== undefined) end = next.end
    else if (ahead > 0) return new Date(end)
  }
  return null
}

function intervalAt(hours: OfficeHours, timetable: TimetableName, instant: number): Interval | null {
  const day = dayOf(new Date(instant), hours.zone)
  return openingsOn(hours, timetable, day).find(({ start, end }) => start <= instant && instant < end) ?? null
}

const known = new WeakMap<OfficeHours, Map<string, readonly Interval[]>>()
const MOST_KNOWN_DAYS = 4_000

/** The opening periods of an ISO day as instants, ascending and apart. Days are remembered: they do not change. */
export function openingsOn(hours: OfficeHours, timetable: TimetableName, day: string): readonly Interval[] {
  const days = known.get(hours) ?? new Map<string, readonly Interval[]>()
  if (days.size === 0 || days.size > MOST_KNOWN_DAYS) {
    days.clear()
    known.set(hours, days)
  }
  const key = `${timetable} ${day}`
  const before = days.get(key)
  if (before !== undefined) return before
  const openings = intervalsOf(windowsOn(hours, timetable, day), day, hours.zone)
  days.set(key, openings)
  return openings
}

/**
 * A day has one offset from UTC, or two when the clocks change. Each part is laid over the windows by itself, so a
 * minute that is skipped is not counted and one that comes twice is open twice.
 */
function intervalsOf(windows: DayWindows, day: string, zone: string): Interval[] {
  if (windows.length === 0) return []
  const midnight = Date.parse(day)
  const intervals = partsOfDay(day, zone).flatMap(({ start, end, offset }) =>
    windows.flatMap(({ opens, closes }) => {
      const from = Math.max(start, midnight + (opens - offset) * 60_000)
      const until = Math.min(end, midnight + (closes - offset) * 60_000)
      return from < until ? [{ start: from, end: until }] : []
    }),
  )
  return joined(intervals)
}

interface DayPart extends Interval {
  readonly offset: number
}

function partsOfDay(day: string, zone: string): DayPart[] {
  const start = DateTime.fromISO(day, { zone }).toMillis()
  const end = DateTime.fromISO(addDays(day, 1), { zone }).toMillis()
  const first = offsetAt(start, zone)
  const last = offsetAt(end - 1, zone)
  if (first === last) return [{ start, end, offset: first }]
  const change = firstInstantWith(last, start, end, zone)
  return [
    { start, end: change, offset: first },
    { start: change, end, offset: last },
  ]
}

function firstInstantWith(offset: number, start: number, end: number, zone: string): number {
  let before = start
  let from = end - 1
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (offsetAt(middle, zone) === offset) from = middle
    else before = middle
  }
  return from
}

function joined(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  for (const interval of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1]
    if (last !== undefined && interval.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, interval.end) }
    } else result.push(interval)
  }
  return result
}
