import { join } from 'node:path'
import { calendarOf } from '../../src/booking/calendar.js'
import type { BookingContext } from '../../src/booking/draft.js'
import { type Offerings, readOfferings } from '../../src/booking/offerings.js'
import { readOfficeHours } from '../../src/hours/read-hours.js'
import { packageRoot } from '../../src/package-root.js'

const knowledge = join(packageRoot(), 'knowledge')

/** The offerings of the sample knowledge. */
export const OFFERINGS: Offerings = readOfferings(join(knowledge, 'organisation', 'sessions.yaml'))

/** The timetables and closing days of the sample knowledge. */
export const CALENDAR = calendarOf(readOfficeHours(knowledge))

/** Monday 23 November 2026, ten in the morning in Brussels. */
export const MONDAY = new Date('2026-11-23T10:00:00+01:00')

/** A conversation that has not begun, on that Monday unless another instant is given. */
export function context(change: Partial<BookingContext> = {}): BookingContext {
  return { now: MONDAY, offerings: OFFERINGS, hours: CALENDAR, previous: null, ...change }
}
