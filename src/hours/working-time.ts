import { addDays, dayOf } from './day.js'
import type { OfficeHours, TimetableName } from './office-hours.js'
import { openingsOn } from './opening.js'

/** Ten years: more than any term, and a timetable without windows ends there. */
const HORIZON_DAYS = 3_660

/**
 * The first instant by which `minutes` of opening time have passed since `from`.
 *
 * Time outside opening hours does not count. Time used up in the closing minute ends at closing time, not at the
 * next opening. `minutes` of 0 or less give `from` itself. Null when ten years do not hold that much time.
 *
 * @example
 * ```ts
 * // Friday 15.30, the building closes at 16.00: half an hour then, the rest on Monday
 * addWorkingTime(hours, 'office', new Date('2026-11-20T14:30:00Z'), 60) //=> 2026-11-23T08:00:00Z
 * ```
 */
export function addWorkingTime(
  hours: OfficeHours,
  timetable: TimetableName,
  from: Date,
  minutes: number,
): Date | null {
  let left = minutes * 60_000
  if (left <= 0) return from
  const instant = from.getTime()
  const first = dayOf(from, hours.zone)
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead++) {
    for (const { start, end } of openingsOn(hours, timetable, addDays(first, ahead))) {
      const begins = Math.max(start, instant)
      if (begins >= end) continue
      if (left <= end - begins) return new Date(begins + left)
      left -= end - begins
    }
  }
  return null
}

/** Minutes of opening time between two instants, fractions included; 0 when `to` is not after `from`. */
export function workingTimeBetween(
  hours: OfficeHours,
  timetable: TimetableName,
  from: Date,
  to: Date,
): number {
  const last = dayOf(to, hours.zone)
  let total = 0
  for (let day = dayOf(from, hours.zone); day <= last; day = addDays(day, 1)) {
    for (const { start, end } of openingsOn(hours, timetable, day)) {
      total += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()))
    }
  }
  return total / 60_000
}
