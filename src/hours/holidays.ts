import { addDays } from './day.js'

/** The ten legal holidays of Belgium. Observances such as 11 July are the organisation's own list. */
export const HOLIDAY_KEYS = [
  'new-year',
  'easter-monday',
  'labour-day',
  'ascension',
  'whit-monday',
  'national-day',
  'assumption',
  'all-saints',
  'armistice',
  'christmas',
] as const

export type HolidayKey = (typeof HOLIDAY_KEYS)[number]

const FIXED: Readonly<Record<string, HolidayKey>> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '07-21': 'national-day',
  '08-15': 'assumption',
  '11-01': 'all-saints',
  '11-11': 'armistice',
  '12-25': 'christmas',
}

/** Days after Easter Sunday. */
const MOVING: readonly (readonly [number, HolidayKey])[] = [
  [1, 'easter-monday'],
  [39, 'ascension'],
  [50, 'whit-monday'],
]

/**
 * The legal holiday on an ISO day, or null.
 *
 * In a year in which Ascension falls on 1 May the day is Ascension's.
 */
export function legalHolidayOn(day: string): HolidayKey | null {
  const easter = easterSunday(Number(day.slice(0, 4)))
  const moving = MOVING.find(([after]) => addDays(easter, after) === day)
  return moving?.[1] ?? FIXED[day.slice(5)] ?? null
}

/** The day a holiday falls on in a year, as ISO day. */
export function dayOfHoliday(key: HolidayKey, year: number): string {
  const moving = MOVING.find(([, holiday]) => holiday === key)
  if (moving !== undefined) return addDays(easterSunday(year), moving[0])
  const fixed = Object.entries(FIXED).find(([, holiday]) => holiday === key)
  return `${String(year).padStart(4, '0')}-${fixed?.[0] ?? '01-01'}`
}

/** Easter Sunday of a year of the Gregorian calendar, as ISO day (the method of Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const lunar =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + lunar + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  const month = Math.floor(days / 31)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`
}
