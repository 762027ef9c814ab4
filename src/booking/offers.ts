import { bookableDays, type Circumstances, freeSlots, type Slot } from './availability.js'
import { type BookingCalendar, bridgeOf } from './calendar.js'
import { addDays, type Day, type DayRange, daysBetween, weekdayOf } from './days.js'
import type { Offering } from './offerings.js'
import { schoolHolidayOn } from './school-holidays.js'
import type { BookingWish, Liking } from './view.js'
import { wishRange } from './wishes.js'

interface Ranked {
  readonly slot: Slot
  readonly cost: number
}

const NOON = 12 * 60
const EVENING = 17 * 60
/** How far around a wish the nearest slots are looked for. */
const LOOK_AROUND_DAYS = 35
/** A period longer than this is offered a choice spread over it. */
const LONG_DAYS = 10

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
  const costs = new Map<Day, number>()
  const dayCost = (day: Day): number => {
    const cost = costs.get(day) ?? costOfDay(day, range, liking, circumstances.calendar)
    costs.set(day, cost)
    return cost
  }
  const ranked = fits
    .map((slot) => ({ slot, cost: dayCost(slot.day) + partCost(slot, wish) + timeCost(slot, wish) }))
    .sort((a, b) => a.cost - b.cost || (a.slot.start < b.slot.start ? -1 : 1))
  return pick(ranked, range, count, circumstances.calendar)
}

// A wish before the first bookable day is answered from that day on.
function around(range: DayRange, bookable: DayRange): DayRange {
  const from = range.from < bookable.from ? bookable.from : range.from
  const to = range.to < from ? from : range.to
  return { from: addDays(from, -LOOK_AROUND_DAYS), to: addDays(to, LOOK_AROUND_DAYS) }
}

function costOfDay(day: Day, range: DayRange, liking: Liking, calendar: BookingCalendar): number {
  const outside = day < range.from ? daysBetween(day, range.from) : Math.max(0, daysBetween(range.to, day))
  const single = range.from === range.to
  const disliked = liking.weekdays.length > 0 && !liking.weekdays.includes(weekdayOf(day))
  // A likely bridge day is offered only to who asked for that day.
  const bridge = bridgeOf(day, calendar) !== null && !(single && outside === 0)
  const holiday = !single && schoolHolidayOn(day) !== null
  // A liked weekday or part counts for more than a few days; a day in the wished period for more than all else.
  const away = single ? outside * 10 : outside > 0 ? 400 + outside * 10 : 0
  return away + (holiday ? 3 : 0) + (disliked ? 150 : 0) + (bridge ? 45 : 0)
}

function partCost(slot: Slot, { part, time }: BookingWish): number {
  const is = slot.minute < NOON ? 'morning' : slot.minute < EVENING ? 'afternoon' : 'evening'
  // Nobody asked for lunch time unless they named the hour.
  const lunch = time === null && slot.minute >= NOON && slot.minute < NOON + 60 ? 2 : 0
  if (part === null || part === 'day' || part === is) return lunch
  // For an evening the late afternoon is nearest.
  return part === 'evening' ? (EVENING - slot.minute) / 20 : 25 + lunch
}

function timeCost(slot: Slot, { time, part }: BookingWish): number {
  if (time === null) return part === 'evening' ? 0 : slot.minute / 1440
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return Math.abs(slot.minute - hour * 60 - minute) / 20
}

function pick(ranked: readonly Ranked[], range: DayRange, count: number, calendar: BookingCalendar): Slot[] {
  // Beside a day that may not do, other days are worth more than other hours.
  const manyThatDay = range.from === range.to && bridgeOf(range.from, calendar) === null
  const first = spreadOver(ranked, range, count)
  const chosen: Slot[] = [...first]
  for (const { slot } of ranked) {
    if (chosen.length >= count) break
    const limit = manyThatDay && slot.day === range.from ? count : 1
    const sameDay = chosen.filter(({ day }) => day === slot.day)
    // Two moments of one day are worth offering when they differ by an hour or more.
    const apart = sameDay.every(({ minute }) => Math.abs(minute - slot.minute) >= 60)
    if (sameDay.length < limit && apart) chosen.push(slot)
  }
  return range.from === range.to ? chosen : chosen.sort((a, b) => (a.start < b.start ? -1 : 1))
}

// Over a long period the best day of its beginning, its middle and its end, so that there is a choice.
function spreadOver(ranked: readonly Ranked[], range: DayRange, count: number): Slot[] {
  const length = daysBetween(range.from, range.to) + 1
  const best = ranked[0]
  if (length <= LONG_DAYS || count < 2 || best === undefined) return []
  const good = ranked.filter(
    ({ slot, cost }) => slot.day >= range.from && slot.day <= range.to && cost < best.cost + 1,
  )
  const slots = Array.from({ length: count }, (_, index) => {
    const from = addDays(range.from, Math.floor((index * length) / count))
    const to = addDays(range.from, Math.floor(((index + 1) * length) / count) - 1)
    return good.find(({ slot }) => slot.day >= from && slot.day <= to)?.slot
  })
  return slots.filter((slot) => slot !== undefined)
}
