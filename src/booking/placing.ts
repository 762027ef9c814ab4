import { type Busy, type Circumstances, freeSlots, type Slot, wallClockOf } from './availability.js'
import type { Booking, PlacedTime, Placement } from './bookings.js'
import { clockOf, type Day, dayAt } from './days.js'
import { isBookable, type LearningPath, type Offering, type Offerings, offeringOf } from './offerings.js'
import type { BookingWish } from './view.js'
import { wishRange } from './wishes.js'

const MINUTE_MS = 60_000

/** The free slot that a wish names exactly (one day, one hour); null when it names none, or it is not free. */
export function exactSlot(
  offering: Offering,
  { date, time }: BookingWish,
  circumstances: Circumstances,
  today: Day,
): Slot | null {
  const range = wishRange({ date, time, part: null })
  if (range === null || range.from !== range.to || time === null) return null
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const slots = freeSlots(offering, range, circumstances, today)
  return slots.find((slot) => slot.minute === hour * 60 + minute) ?? null
}

/** Every way to place a session in a slot: one for each free host, those whose calendar could be read first. */
export function slotWays(offering: Offering, slot: Slot): readonly Placement[] {
  const start = Date.parse(slot.start)
  const end = Date.parse(slot.end)
  const busy = {
    start: start - offering.bufferBefore * MINUTE_MS,
    end: end + offering.bufferAfter * MINUTE_MS,
  }
  const ways = slot.hosts.map((host): Placement => {
    const tentative = slot.unsure.includes(host)
    return { tentative, times: [{ number: 1, host, session: null, start, end, busy, capacity: null }] }
  })
  return ways.sort((a, b) => Number(a.tentative) - Number(b.tentative))
}

/** One day of a path, as it is placed and as its seats are counted: `traject-a/2`. */
export function pathTimes({ id, host, days, teams }: LearningPath): readonly PlacedTime[] {
  return days.map(({ date, from, to }, index) => ({
    number: index + 1,
    host,
    session: `${id}/${index + 1}`,
    start: instantOf(date, from),
    end: instantOf(date, to),
    busy: null,
    capacity: teams.max,
  }))
}

/** A path with all its days; its timetable keeps the host free, so only seats are taken. */
export function pathWay(path: LearningPath): Placement {
  return { tentative: false, times: pathTimes(path) }
}

/** When the hosts of the paths are not free, buffers included; paths of a level that is not booked count for nothing. */
export function busyWithPaths(offerings: Offerings): readonly Busy[] {
  const offering = offeringOf(offerings, 3)
  if (!isBookable(offering)) return []
  return offerings.paths.flatMap((path) =>
    pathTimes(path).map(({ host, start, end }) => ({
      host,
      start: start - offering.bufferBefore * MINUTE_MS,
      end: end + offering.bufferAfter * MINUTE_MS,
    })),
  )
}

/** How many teams this many people make: as few as their size allows. */
export function teamsFor(participants: number, offering: Offering): number {
  return Math.max(1, Math.ceil(participants / (offering.teams?.size.max ?? participants)))
}

/** How many teams can still join a path: what its fullest day has left. */
export function seatsLeft(path: LearningPath, taken: ReadonlyMap<string, number>): number {
  const gone = pathTimes(path).map(({ session }) => taken.get(session ?? '') ?? 0)
  return Math.max(0, path.teams.max - Math.max(0, ...gone))
}

/** The paths one can still join, in the order of the file. */
export function openPaths(offerings: Offerings, today: Day): readonly LearningPath[] {
  return offerings.paths.filter(({ joinUntil }) => today <= joinUntil)
}

/** Another group's day that can take the place of one day of a booking. */
export interface Exchange {
  readonly path: LearningPath
  readonly to: PlacedTime
}

/** The days with the same number in other groups that are still to come and have room. */
export function exchanges(
  booking: Booking,
  number: number,
  offerings: Offerings,
  taken: ReadonlyMap<string, number>,
  now: Date,
): readonly Exchange[] {
  const own = booking.times.find((time) => time.number === number)
  return offerings.paths.flatMap((path) => {
    const to = pathTimes(path).find((time) => time.number === number)
    if (to === undefined || to.session === own?.session || to.start <= now.getTime()) return []
    const left = (to.capacity ?? 0) - (taken.get(to.session ?? '') ?? 0)
    // Two of one's days at once help nobody.
    const clashes = booking.times.some(
      (time) => time.number !== number && time.start < to.end && to.start < time.end,
    )
    return left >= booking.seats && !clashes ? [{ path, to }] : []
  })
}

/** Whether a booking may still be changed here: its next meeting is far enough away. */
export function mayStillChange(start: number, offerings: Offerings, now: Date): boolean {
  const { changeUntilDays } = offerings.booking
  const days = (Date.parse(dayAt(new Date(start))) - Date.parse(dayAt(now))) / 86_400_000
  return days >= changeUntilDays
}

/** An instant as ISO on the Brussels clock: `2027-01-14T14:00:00+01:00`. */
export function brusselsIso(instant: number): string {
  return clockOf(dayAt(new Date(instant))).iso(instant)
}

/** What a booking looks like as a wish, so that what is said of it next can be understood. */
export function wishOf({ times }: Booking): BookingWish {
  const { day, minute } = wallClockOf(brusselsIso(times[0]?.start ?? 0))
  return { date: day, part: null, time: clockText(minute) }
}

/** `14:30` for a minute after midnight. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function instantOf(day: Day, minute: number): number {
  // No session starts in the hour that spring skips; should a file say so, the hour after it is meant.
  return clockOf(day).instant(minute) ?? clockOf(day).instant(minute + 60) ?? Date.parse(day)
}
