import { dayOf, isoWithOffset } from './day.js'
import { type ClosingDay, closingDayOn, type OfficeHours, type TimetableName } from './office-hours.js'
import { closesAt, isOpen, nextOpening } from './opening.js'

/** Whether it is open, and the next change; an instant is ISO 8601 with offset, null when no change is in sight. */
export type TimetableStatus =
  | { readonly open: true; readonly until: string | null }
  | { readonly open: false; readonly opens: string | null }

/** The state of both timetables at an instant. */
export interface HoursStatus {
  /** The instant itself, on the wall clock of the office with its offset. */
  readonly at: string
  readonly office: TimetableStatus
  readonly telephone: TimetableStatus
  /** The closing day that `at` falls on; null on other days. */
  readonly closingDay: ClosingDay | null
}

/**
 * Whether the building is open and the telephone staffed at an instant, and what comes next.
 *
 * @example
 * ```ts
 * hoursStatus(new Date('2026-11-21T22:10:00Z'), hours).office //=> { open: false, opens: '2026-11-23T08:30:00+01:00' }
 * ```
 */
export function hoursStatus(at: Date, hours: OfficeHours): HoursStatus {
  return {
    at: isoWithOffset(at, hours.zone),
    office: timetableStatus(at, hours, 'office'),
    telephone: timetableStatus(at, hours, 'telephone'),
    closingDay: closingDayOn(hours, dayOf(at, hours.zone)),
  }
}

function timetableStatus(at: Date, hours: OfficeHours, timetable: TimetableName): TimetableStatus {
  const iso = (instant: Date | null) => (instant === null ? null : isoWithOffset(instant, hours.zone))
  if (isOpen(hours, timetable, at)) return { open: true, until: iso(closesAt(hours, timetable, at)) }
  return { open: false, opens: iso(nextOpening(hours, timetable, at)) }
}
