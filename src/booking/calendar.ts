import { closingDayOn, type OfficeHours, windowsOn } from '../hours/office-hours.js'
import { addDays, type Day, weekdayOf } from './days.js'

/** A stretch of minutes of one day on the Brussels wall clock, the end not included. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** Why the organisation is closed on a day. */
export interface ClosedDay {
  /** Key of the legal holiday, `easter-monday`; null for a day the organisation takes itself. */
  readonly holiday: string | null
  /** The name staff gave an own day; null when it has none. */
  readonly name: string | null
}

/** What booking needs to know of the organisation's hours; wired to the timetables and closing days. */
export interface BookingCalendar {
  /** Why a day is closed; null on an ordinary day, weekends included. */
  closedOn(day: Day): ClosedDay | null
  /** When the office is open on a day, in order; empty on closing days and weekends. */
  windowsOn(day: Day): readonly Window[]
}

/** No closing days and an office that never shuts: only weekends stand out. For when nothing else is known. */
export const OPEN_CALENDAR: BookingCalendar = {
  closedOn: () => null,
  windowsOn: (day) => (weekdayOf(day) > 5 ? [] : [{ from: 0, to: 1440 }]),
}

/** The calendar that the organisation's hours and closing days make: sessions are given when the building is open. */
export function calendarOf(hours: OfficeHours): BookingCalendar {
  return {
    closedOn: (day) => closingDayOn(hours, day),
    windowsOn: (day) =>
      windowsOn(hours, 'office', day).map(({ opens, closes }) => ({ from: opens, to: closes })),
  }
}

/**
 * The closing day that makes a working day a likely bridge day: the Friday after a closed Thursday, the Monday
 * before a closed Tuesday; null on every other day.
 */
export function bridgeOf(day: Day, calendar: BookingCalendar): ClosedDay | null {
  if (calendar.closedOn(day) !== null) return null
  const weekday = weekdayOf(day)
  if (weekday === 5) return calendar.closedOn(addDays(day, -1))
  return weekday === 1 ? calendar.closedOn(addDays(day, 1)) : null
}
