import { weekdayOf } from './day.js'
import { type HolidayKey, legalHolidayOn } from './holidays.js'

/** The building, and the telephone, which is staffed at hours of its own. */
export const TIMETABLES = ['office', 'telephone'] as const

export type TimetableName = (typeof TIMETABLES)[number]

/** One opening period on the wall clock, `[opens, closes)` in minutes after local midnight; 1440 is midnight. */
export interface OpeningWindow {
  readonly opens: number
  readonly closes: number
}

/** Opening periods of a day, ascending and apart; none means closed all day. */
export type DayWindows = readonly OpeningWindow[]

/** Opening periods of Monday, Tuesday ... Sunday: always seven. */
export type Week = readonly DayWindows[]

/** A stretch of days with hours of its own. */
export interface SpecialDays {
  /** ISO days, both inclusive; both `MM-DD` for a day that comes back every year. */
  readonly from: string
  readonly until: string
  /** As members read it, for example "Feestdag van de Vlaamse Gemeenschap"; null when it has no name. */
  readonly name: string | null
  /** Whether the organisation still has to confirm it. */
  readonly unconfirmed?: boolean
  /** Hours on those days; null leaves that timetable as it would have been. */
  readonly hours: Readonly<Record<TimetableName, DayWindows | null>>
}

/** Everything about when the organisation is there. */
export interface OfficeHours {
  /** IANA name, for example `Europe/Brussels`. */
  readonly zone: string
  /** As published, for example "02 211 55 00". */
  readonly telephoneNumber: string
  readonly week: Readonly<Record<TimetableName, Week>>
  /** The most important first: what an earlier entry says of a day and a timetable holds. */
  readonly special: readonly SpecialDays[]
}

/** A day on which the organisation is closed, or open at other hours, and why. */
export interface ClosingDay {
  /** ISO day. */
  readonly day: string
  /** The legal holiday; null for a day of the organisation's own. */
  readonly holiday: HolidayKey | null
  /** The name of an own day; null for a legal holiday or a day without a name. */
  readonly name: string | null
  /** Whether the organisation still has to confirm it. */
  readonly unconfirmed?: boolean
}

/** The opening periods of a timetable on an ISO day, holidays and exceptions counted. */
export function windowsOn(hours: OfficeHours, timetable: TimetableName, day: string): DayWindows {
  for (const special of hours.special) {
    const windows = special.hours[timetable]
    if (windows !== null && covers(special, day)) return windows
  }
  if (legalHolidayOn(day) !== null) return []
  return usualWindows(hours, timetable, weekdayOf(day))
}

/** The opening periods of a day of the week (1 is Monday) when nothing special is on. */
export function usualWindows(hours: OfficeHours, timetable: TimetableName, weekday: number): DayWindows {
  return hours.week[timetable][weekday - 1] ?? []
}

/**
 * The closing day on an ISO day: a legal holiday or a day of the organisation's own on which neither the building
 * opens nor the telephone is staffed. Null on other days, ordinary weekends included.
 */
export function closingDayOn(hours: OfficeHours, day: string): ClosingDay | null {
  const special = specialDayOn(hours, day)
  return special !== null && isClosedAllDay(hours, day) ? special : null
}

/** As {@link closingDayOn}, for a day with other hours than its weekday as well (a half day). */
export function specialDayOn(hours: OfficeHours, day: string): ClosingDay | null {
  const own = hours.special.find((special) => covers(special, day))
  if (own !== undefined) {
    const holiday = own.name === null ? legalHolidayOn(day) : null
    return { day, holiday, name: own.name, ...(own.unconfirmed ? { unconfirmed: true } : {}) }
  }
  const holiday = legalHolidayOn(day)
  return holiday === null ? null : { day, holiday, name: null }
}

function isClosedAllDay(hours: OfficeHours, day: string): boolean {
  return TIMETABLES.every((timetable) => windowsOn(hours, timetable, day).length === 0)
}

function covers({ from, until }: SpecialDays, day: string): boolean {
  const compared = from.length === 5 ? day.slice(5) : day
  return from <= compared && compared <= until
}
