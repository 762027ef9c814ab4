import { type HoursLanguage, holidayName } from '../texts/hours.js'
import { dayOf, isoWithOffset } from './day.js'
import { type ClosingDay, closingDayOn, type OfficeHours, type TimetableName } from './office-hours.js'
import { closesAt, isOpen, nextOpening } from './opening.js'
import { promise } from './promise.js'

/** Whether it is open, and the next change; an instant is ISO 8601 with offset, null when no change is in sight. */
export type TimetableStatus =
  | { readonly open: true; readonly until: string | null }
  | { readonly open: false; readonly opens: string | null }

/** The state of both timetables at an instant, as `vraagbaak hours --json` prints it. */
export interface HoursStatus {
  readonly at: string
  readonly office: TimetableStatus
  readonly telephone: TimetableStatus
  /** Name of the closing day that `at` falls on; null on other days. */
  readonly closingDay: string | null
  readonly promise: string
}

export function hoursStatus(at: Date, hours: OfficeHours, language: HoursLanguage = 'nl'): HoursStatus {
  const closing = closingDayOn(hours, dayOf(at, hours.zone))
  return {
    at: isoWithOffset(at, hours.zone),
    office: timetableStatus(at, hours, 'office'),
    telephone: timetableStatus(at, hours, 'telephone'),
    closingDay: closing === null ? null : closingDayName(closing, language),
    promise: promise(at, hours, language),
  }
}

/** What a closing day is called; the organisation's own days have one name in every language. */
export function closingDayName({ holiday, name }: ClosingDay, language: HoursLanguage): string {
  if (holiday !== null) return holidayName(holiday, language)
  return name ?? (language === 'nl' ? 'sluitingsdag' : 'closing day')
}

function timetableStatus(at: Date, hours: OfficeHours, timetable: TimetableName): TimetableStatus {
  const iso = (instant: Date | null) => (instant === null ? null : isoWithOffset(instant, hours.zone))
  if (isOpen(hours, timetable, at)) return { open: true, until: iso(closesAt(hours, timetable, at)) }
  return { open: false, opens: iso(nextOpening(hours, timetable, at)) }
}
