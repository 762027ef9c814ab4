import type { Busy, Circumstances } from '../booking/availability.js'
import type { Booking, BookingAsker, Bookings } from '../booking/bookings.js'
import { calendarOf } from '../booking/calendar.js'
import type { HostsElsewhere } from '../booking/host-calendars.js'
import type { Host, Offerings } from '../booking/offerings.js'
import { busyWithPaths } from '../booking/placing.js'
import type { Topics } from '../escalation/topics.js'
import type { OfficeHours } from '../hours/office-hours.js'
import type { Records } from './ports.js'

/** What booking works with. */
export interface BookingParts {
  readonly bookings: Bookings
  readonly offerings: Offerings
  readonly hours: OfficeHours
  readonly topics: Topics
  /** What hosts have in calendars of their own. */
  readonly elsewhere: (
    hosts: readonly Host[],
    during: { readonly start: number; readonly end: number },
    now: Date,
  ) => Promise<HostsElsewhere>
  /** Addresses that were asked for; see {@link CONTACTS}. */
  readonly records: Pick<Records, 'get'>
  /** Whether mail can be sent; where it cannot, mails wait in the outbox. */
  readonly sendsMail: boolean
}

/** Kind of the records in which addresses are kept that were asked for, by token, for an hour. */
export const CONTACTS = 'contact'

/** All that decides what is free at one moment. */
export interface Availability {
  readonly circumstances: Circumstances
  readonly busy: readonly Busy[]
  readonly unsure: ReadonlySet<string>
  /** Seats taken, by session. */
  readonly seats: ReadonlyMap<string, number>
}

const DAY_MS = 86_400_000

/**
 * What is free from now to the horizon.
 *
 * @param except the booking whose own time counts as free, because it is to be moved; null when none is.
 */
export async function availability(
  { bookings, offerings, hours, elsewhere }: BookingParts,
  now: Date,
  except: Booking['id'] | null,
): Promise<Availability> {
  const horizon = Math.max(...offerings.levels.map(({ horizonDays }) => horizonDays))
  const during = { start: now.getTime(), end: now.getTime() + (horizon + 2) * DAY_MS }
  const [taken, others] = await Promise.all([
    bookings.taken(during, now),
    elsewhere(offerings.hosts, during, now),
  ])
  const own = taken.busy.filter(({ booking }) => booking !== except)
  const busy = [...own, ...busyWithPaths(offerings), ...others.busy]
  const { unsure } = others
  const circumstances = { now, calendar: calendarOf(hours), hosts: offerings.hosts, busy, unsure }
  return { circumstances, busy, unsure, seats: taken.seats }
}

/** Whether somebody on a channel is the one who asked for a booking. */
export function isAskerOf({ asker }: Booking, { channel, person }: Pick<BookingAsker, 'channel' | 'person'>) {
  return asker.channel === channel && asker.person === person
}
