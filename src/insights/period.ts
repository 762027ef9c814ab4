import { DateTime } from 'luxon'
import { addDays, dayOf, weekdayOf } from '../hours/day.js'
import type { Span, Weeks } from './insights.js'

/** A period that can be chosen: the last so many whole weeks, or a calendar year of weeks. */
export type PeriodKey = '13' | '26' | '52' | `j${number}`

/** Weeks up to the last that is over, and the years before this one. */
export const TRAILING = ['13', '26', '52'] as const
const YEARS_BACK = 2

/** Periods to choose from, the shortest and latest first. */
export function periodKeys(now: Date, zone: string): readonly PeriodKey[] {
  const year = weekOf(thisMonday(now, zone)).year
  return [...TRAILING, ...Array.from({ length: YEARS_BACK }, (_, at): PeriodKey => `j${year - 1 - at}`)]
}

/** The weeks of a period; an unknown key is the first that can be chosen. */
export function weeksOf(key: string, now: Date, zone: string): { key: PeriodKey; weeks: Weeks } {
  const chosen = periodKeys(now, zone).find((known) => known === key) ?? TRAILING[0]
  const monday = thisMonday(now, zone)
  if (chosen.startsWith('j')) {
    const year = Number(chosen.slice(1))
    return { key: chosen, weeks: { from: firstMonday(year), until: firstMonday(year + 1) } }
  }
  return { key: chosen, weeks: { from: addDays(monday, -7 * Number(chosen)), until: monday } }
}

/** The last so many whole weeks. */
export function lastWeeks(count: number, now: Date, zone: string): Weeks {
  const monday = thisMonday(now, zone)
  return { from: addDays(monday, -7 * count), until: monday }
}

/** The Mondays of weeks, in order. */
export function mondays({ from, until }: Weeks): readonly string[] {
  const count = Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / (7 * 86_400_000)))
  return Array.from({ length: count }, (_, at) => addDays(from, 7 * at))
}

/** From local midnight of the first Monday to that of the last. */
export function spanOf({ from, until }: Weeks, zone: string): Span {
  const midnight = (day: string) => DateTime.fromISO(day, { zone }).toMillis()
  return { from: midnight(from), until: midnight(until) }
}

/** Number and year of a week as calendars show them: week 1 has the first Thursday of the year. */
export function weekOf(monday: string): { readonly week: number; readonly year: number } {
  const { weekNumber, weekYear } = DateTime.fromISO(monday, { zone: 'utc' })
  return { week: weekNumber, year: weekYear }
}

function thisMonday(now: Date, zone: string): string {
  const day = dayOf(now, zone)
  return addDays(day, 1 - weekdayOf(day))
}

/** The Monday of week 1: that of 4 January. */
function firstMonday(year: number): string {
  const day = `${year}-01-04`
  return addDays(day, 1 - weekdayOf(day))
}
