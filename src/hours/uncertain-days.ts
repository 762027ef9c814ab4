import { addDays, weekdayOf } from './day.js'
import { legalHolidayOn } from './holidays.js'
import type { DayRange } from './named-days.js'
import { type OfficeHours, specialDayOn, TIMETABLES, windowsOn } from './office-hours.js'

/** Days that are no legal holiday but that many local bodies give off: the second, the fifteenth of November, the last days of the year. */
const OFTEN_OFF = /^(?:11-02|11-15|12-2[6-9]|12-3[01])$/
/** A whole summer has its usual hours, whatever one bridge day in it does. */
const LONGEST = 16

/**
 * Whether nobody can tell from the files if it is open in a stretch of days: a bridge day or another day that is
 * often given off, on which the organisation's own list is silent because it says nothing of that year.
 *
 * Once the list names a confirmed closing day of that year, its silence means that it is open.
 */
export function isUncertain(hours: OfficeHours, { from, until }: DayRange): boolean {
  for (let day = from, count = 1; day <= until && count <= LONGEST; day = addDays(day, 1), count++) {
    if (isUncertainDay(hours, day)) return addDays(from, LONGEST) > until
  }
  return false
}

function isUncertainDay(hours: OfficeHours, day: string): boolean {
  if (!(OFTEN_OFF.test(day.slice(5)) || isBridge(day)) || specialDayOn(hours, day) !== null) return false
  const usuallyOpen = TIMETABLES.some((timetable) => windowsOn(hours, timetable, day).length > 0)
  return usuallyOpen && !isListed(hours, day.slice(0, 4))
}

/** The Friday after a holiday on a Thursday, the Monday before one on a Tuesday. */
function isBridge(day: string): boolean {
  const weekday = weekdayOf(day)
  const beside = weekday === 5 ? addDays(day, -1) : weekday === 1 ? addDays(day, 1) : null
  return beside !== null && legalHolidayOn(beside) !== null
}

/** Whether the own list says anything certain of a year. */
function isListed({ special }: OfficeHours, year: string): boolean {
  return special.some(
    ({ from, until, unconfirmed }) =>
      !unconfirmed && (from.length === 5 || (from.slice(0, 4) <= year && year <= until.slice(0, 4))),
  )
}
