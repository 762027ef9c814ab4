import type { BookingWish } from '../desk/outgoing.js'
import { bookableDays, type Circumstances, freeSlots, type Slot } from './availability.js'
import { addDays, type Day, type DayRange, daysBetween, weekdayOf } from './days.js'
import type { Offering } from './offerings.js'
import { wishRange } from './wishes.js'

/** What is liked besides the wish itself. */
export interface Liking {
  /** Weekdays liked best, 1 to 7; empty when it does not matter. */
  readonly weekdays: readonly number[]
  readonly notWeekdays: readonly number[]
}

const NOON = 12 * 60
const EVENING = 17 * 60
/** How far around a wish the nearest slots are looked for. */
const LOOK_AROUND_DAYS = 35

/**
 * Up to `count` free slots nearest to a wish, best first: inside the wished period before outside it, liked
 * weekdays and parts of the day before others, then by how far they are from what was asked.
 *
 * A wish without a day has no offers. Over a period each day is offered once; around a single day the other
 * moments of that day come first.
 */
export function nearestSlots(
  offering: Offering,
  wish: BookingWish,
  liking: Liking,
  circumstances: Circumstances,
  today: Day,
  count: number,
): Slot[] {
  const range = wishRange(wish)
  if (range === null) return []
  const slots = freeSlots(offering, around(range, bookableDays(offering, today)), circumstances, today)
  const fits = slots.filter(({ day }) => !liking.notWeekdays.includes(weekdayOf(day)))
  const ranked = fits
    .map((slot) => ({ slot, cost: costOf(slot, wish, range, liking) }))
    .sort((a, b) => a.cost - b.cost || (a.slot.start < b.slot.start ? -1 : 1))
  return spread(
    ranked.map(({ slot }) => slot),
    range,
    count,
  )
}

// A wish before the first bookable day is answered from that day on.
function around(range: DayRange, bookable: DayRange): DayRange {
  const from = range.from < bookable.from ? bookable.from : range.from
  const to = range.to < from ? from : range.to
  return { from: addDays(from, -LOOK_AROUND_DAYS), to: addDays(to, LOOK_AROUND_DAYS) }
}

function costOf(slot: Slot, wish: BookingWish, range: DayRange, liking: Liking): number {
  const outside =
    slot.day < range.from ? daysBetween(slot.day, range.from) : Math.max(0, daysBetween(range.to, slot.day))
  const weekday = liking.weekdays.length > 0 && !liking.weekdays.includes(weekdayOf(slot.day)) ? 15 : 0
  // A liked weekday or part counts for more than a few days; a day in the wished period for more than all else.
  const away = range.from === range.to ? outside * 10 : outside > 0 ? 400 + outside * 10 : 0
  return away + weekday * 10 + partCost(slot, wish) + timeCost(slot, wish)
}

function partCost(slot: Slot, { part }: BookingWish): number {
  const is = slot.minute < NOON ? 'morning' : slot.minute < EVENING ? 'afternoon' : 'evening'
  if (part === null || part === 'day' || part === is) return 0
  // For an evening the late afternoon is nearest.
  return part === 'evening' ? (EVENING - slot.minute) / 20 : 25
}

function timeCost(slot: Slot, { time, part }: BookingWish): number {
  if (time === null) return part === 'evening' ? 0 : slot.minute / 1440
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return Math.abs(slot.minute - hour * 60 - minute) / 20
}

function spread(ranked: readonly Slot[], range: DayRange, count: number): Slot[] {
  const perDay = range.from === range.to ? count : 1
  const chosen: Slot[] = []
  for (const slot of ranked) {
    const sameDay = chosen.filter(({ day }) => day === slot.day)
    const limit = slot.day === range.from ? perDay : 1
    // Two moments of one day are worth offering when they differ by more than an hour.
    const apart = sameDay.every(({ minute }) => Math.abs(minute - slot.minute) >= 60)
    if (sameDay.length < limit && apart) chosen.push(slot)
    if (chosen.length === count) break
  }
  return chosen
}
