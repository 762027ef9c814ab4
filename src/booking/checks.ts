import { type BookingCalendar, bridgeOf, type ClosedDay } from './calendar.js'
import { addDays, type Day, daysBetween, nextWeekday, weekdayOf } from './days.js'
import type { Level } from './level.js'
import type { Offering } from './offerings.js'
import { type SchoolHoliday, schoolHolidayOn } from './school-holidays.js'
import type { BookingWish } from './view.js'
import { type LevelledWish, wishRange } from './wishes.js'

/** Something about a wish that the member must hear. */
export type Remark =
  | { readonly kind: 'past'; readonly day: Day }
  | { readonly kind: 'impossible'; readonly text: string }
  | { readonly kind: 'wrong-weekday'; readonly day: Day; readonly weekday: number }
  | { readonly kind: 'weekend'; readonly day: Day | null }
  | { readonly kind: 'school-holiday'; readonly day: Day; readonly holiday: SchoolHoliday }
  | { readonly kind: 'closed'; readonly day: Day; readonly closed: ClosedDay }
  | { readonly kind: 'bridge'; readonly day: Day; readonly closed: ClosedDay }
  | {
      readonly kind: 'outside-hours'
      readonly day: Day
      readonly opens: number
      readonly closes: number
      readonly start: number
    }
  | { readonly kind: 'evening'; readonly closes: number }
  | {
      readonly kind: 'too-soon'
      readonly day: Day
      readonly level: Level
      readonly first: Day
      readonly noticeDays: number
    }
  | { readonly kind: 'too-far'; readonly day: Day; readonly last: Day }
  | {
      readonly kind: 'group-large'
      readonly level: Level
      readonly participants: number
      readonly max: number
    }
  | {
      readonly kind: 'group-small'
      readonly level: Level
      readonly participants: number
      readonly min: number
    }
  | {
      readonly kind: 'teams'
      readonly teams: number | null
      readonly participants: number | null
      readonly min: number
      readonly max: number
    }
  | { readonly kind: 'place'; readonly level: Level; readonly place: 'online' | 'member' | 'vvsg' }
  | { readonly kind: 'unknown-level'; readonly number: number }

/** Whether a remark means that the wish cannot be had as it was asked. */
export function isObstacle({ kind }: Remark): boolean {
  return /^(past|impossible|wrong-weekday|weekend|closed|outside-hours|evening|too-soon|too-far)$/.test(kind)
}

/** Everything to be said about when a wish falls; empty when nothing stands in its way. */
export function checkWish(
  { wish, weekday }: LevelledWish,
  offering: Offering | null,
  calendar: BookingCalendar,
  today: Day,
): Remark[] {
  const range = wishRange(wish)
  if (range === null) return checkHours(null, wish, offering, calendar, today)
  if (range.to < today) return [{ kind: 'past', day: range.from }]
  if (range.from !== range.to)
    return [
      ...checkNotice(range.to, offering, today, range.from),
      ...checkHours(null, wish, offering, calendar, range.from),
    ]
  const day = range.from
  if (weekday !== null && weekdayOf(day) !== weekday) return [{ kind: 'wrong-weekday', day, weekday }]
  return [
    ...checkDay(day, calendar),
    ...checkNotice(day, offering, today, day),
    ...onOpenDay(day, wish, offering, calendar),
  ]
}

function checkDay(day: Day, calendar: BookingCalendar): Remark[] {
  const closed = calendar.closedOn(day)
  if (closed !== null) return [{ kind: 'closed', day, closed }]
  if (weekdayOf(day) > 5) return [{ kind: 'weekend', day }]
  const bridge = bridgeOf(day, calendar)
  const holiday = schoolHolidayOn(day)
  return [
    ...(bridge === null ? [] : [{ kind: 'bridge', day, closed: bridge } as const]),
    ...(holiday === null ? [] : [{ kind: 'school-holiday', day, holiday } as const]),
  ]
}

function onOpenDay(
  day: Day,
  wish: BookingWish,
  offering: Offering | null,
  calendar: BookingCalendar,
): Remark[] {
  const open = calendar.closedOn(day) === null && weekdayOf(day) <= 5
  return open ? checkHours(day, wish, offering, calendar, day) : []
}

/** `last` is the last day that would do, `first` the first: a period is too soon only when all of it is. */
function checkNotice(last: Day, offering: Offering | null, today: Day, first: Day): Remark[] {
  if (offering === null) return []
  const earliest = addDays(today, offering.noticeDays)
  const latest = addDays(today, offering.horizonDays)
  if (last < earliest)
    return [
      {
        kind: 'too-soon',
        day: last,
        level: offering.level,
        first: earliest,
        noticeDays: offering.noticeDays,
      },
    ]
  return daysBetween(latest, first) > 0 ? [{ kind: 'too-far', day: first, last: latest }] : []
}

/** The office hours that count: of the day itself, or (no single day) of an ordinary Monday near it. */
function checkHours(
  day: Day | null,
  wish: BookingWish,
  offering: Offering | null,
  calendar: BookingCalendar,
  near: Day,
): Remark[] {
  const on = day ?? ordinaryMonday(near, calendar)
  const windows = calendar.windowsOn(on)
  const first = windows[0]
  const last = windows.at(-1)
  if (first === undefined || last === undefined) return []
  if (wish.part === 'evening' && wish.time === null) return [{ kind: 'evening', closes: last.to }]
  if (wish.time === null) return []
  const [hour = 0, minute = 0] = wish.time.split(':').map(Number)
  const start = hour * 60 + minute
  const length = offering?.minutes ?? 0
  const fits = windows.some(({ from, to }) => from <= start && start + length <= to && start < to)
  return fits ? [] : [{ kind: 'outside-hours', day: on, opens: first.from, closes: last.to, start }]
}

function ordinaryMonday(near: Day, calendar: BookingCalendar): Day {
  const monday = nextWeekday(near, 1)
  return calendar.windowsOn(monday).length > 0 ? monday : addDays(monday, 7)
}

/** Whether the number of people (or teams) fits the level. */
export function checkGroup(
  offering: Offering | null,
  participants: number | null,
  teams: number | null,
): Remark[] {
  if (offering === null) return []
  const { level, group } = offering
  if (offering.teams !== null) return checkTeams(offering.teams, participants, teams)
  if (participants === null) return []
  if (participants > group.max) return [{ kind: 'group-large', level, participants, max: group.max }]
  return participants < group.min ? [{ kind: 'group-small', level, participants, min: group.min }] : []
}

function checkTeams(
  { size }: NonNullable<Offering['teams']>,
  participants: number | null,
  teams: number | null,
): Remark[] {
  if (participants === null) return []
  const fewest = teams ?? Math.ceil(participants / size.max)
  const fits = participants >= fewest * size.min && participants <= fewest * size.max
  return fits ? [] : [{ kind: 'teams', teams, participants, min: size.min, max: size.max }]
}

/** Whether the level is given where it was asked. */
export function checkPlace(offering: Offering | null, where: 'member' | 'vvsg' | 'online' | null): Remark[] {
  if (offering === null || where === null || offering.where.includes(where)) return []
  return [{ kind: 'place', level: offering.level, place: where }]
}
