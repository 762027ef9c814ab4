import type { BookingAsker, NewHold, PlacedTime, Placement } from '../../src/booking/bookings.js'
import type { Offerings } from '../../src/booking/offerings.js'
import { OFFERINGS } from './setting.js'

/** The sample's sessions as they are once VVSG confirmed them, with hosts that can be mailed. */
export const BOOKABLE: Offerings = {
  ...OFFERINGS,
  levels: OFFERINGS.levels.map((level) => ({ ...level, confirmedOn: '2026-11-02' })),
  hosts: OFFERINGS.hosts.map((host) => ({ ...host, mail: `${host.id}@vvsg.example` })),
}

export const ASKER: BookingAsker = { channel: 'web', conversation: 'web-1', person: 'person-1' }

const MINUTE_MS = 60_000

/** One hour at an instant, with an hour free on both sides. */
export function hourAt(iso: string, host = 'begeleider-oost'): PlacedTime {
  const start = Date.parse(iso)
  const end = start + 60 * MINUTE_MS
  const busy = { start: start - 60 * MINUTE_MS, end: end + 60 * MINUTE_MS }
  return { number: 1, host, session: null, start, end, busy, capacity: null }
}

export function way(...times: readonly PlacedTime[]): Placement {
  return { tentative: false, times }
}

/** A hold of half an hour from `now` on. */
export function holdOf(ways: readonly Placement[], now: Date, change: Partial<NewHold> = {}): NewHold {
  return {
    level: 1,
    path: null,
    participants: 12,
    seats: 0,
    seatsPerBody: null,
    place: 'Gent',
    body: 'Gemeente Voorbeeldegem',
    asker: ASKER,
    language: 'nl',
    until: now.getTime() + 30 * MINUTE_MS,
    ways,
    ...change,
  }
}

/** Seats in a path of two days that holds `capacity` teams. */
export function pathOfTwoDays(capacity: number): Placement {
  return way(
    ...['2027-02-25T08:00:00Z', '2027-04-22T07:00:00Z'].map((iso, index) => ({
      ...hourAt(iso),
      number: index + 1,
      session: `traject/${index + 1}`,
      busy: null,
      capacity,
    })),
  )
}
