import type { TimeMention } from './clock-time.js'
import type { DateMention } from './dates.js'
import type { DayRange } from './days.js'
import type { Level, LevelMention } from './level.js'
import type { Token } from './tokens.js'
import type { BookingWish } from './view.js'

/** A date wish with the level it is for, where a message names a level with each date. */
export interface LevelledWish {
  readonly wish: BookingWish
  readonly level: Level | null
  /** The weekday that was named with a single day, 1 to 7; null when none. */
  readonly weekday: number | null
}

/** The period of a wish; null when it names no day. */
export function wishRange(wish: BookingWish): DayRange | null {
  if (wish.date === null) return null
  const [from = '', to = from] = wish.date.split('/')
  return { from, to }
}

/** A period as a wish writes it: one day, or `first/last`. */
export function wishDate(range: DayRange): string {
  return range.from === range.to ? range.from : `${range.from}/${range.to}`
}

/**
 * Puts dates, times and levels of a message together: a time belongs to the date before it (and to the other
 * dates of the same list), levels go with the dates in order when there are as many.
 */
export function joinWishes(
  tokens: readonly Token[],
  dates: readonly DateMention[],
  times: readonly TimeMention[],
  levels: readonly LevelMention[],
): LevelledWish[] {
  if (dates.length === 0) return undated(times)
  const groups = groupsOf(tokens, dates)
  const wishes = dates.map((date, index) => {
    const own = times.filter((time) => ownerGroup(dates, groups, time.at) === groups[index])
    const level = levels.length > 1 && levels.length === dates.length ? (levels[index]?.level ?? null) : null
    return { wish: { date: wishDate(date.range), ...partAndTime(own) }, level, weekday: date.weekday }
  })
  return levels.length > 1 && dates.length === 1 ? eachLevel(wishes, levels) : wishes
}

function undated(times: readonly TimeMention[]): LevelledWish[] {
  return times.length === 0
    ? []
    : [{ wish: { date: null, ...partAndTime(times) }, level: null, weekday: null }]
}

function partAndTime(times: readonly TimeMention[]): Pick<BookingWish, 'part' | 'time'> {
  return {
    part: times.find(({ part }) => part !== null)?.part ?? null,
    time: times.find(({ time }) => time !== null)?.time ?? null,
  }
}

function eachLevel(wishes: readonly LevelledWish[], levels: readonly LevelMention[]): LevelledWish[] {
  return wishes.flatMap((entry) => levels.map(({ level }) => ({ ...entry, level })))
}

// Dates with nothing but `,`, `of`, `en` or a weekday between them are one list.
function groupsOf(tokens: readonly Token[], dates: readonly DateMention[]): number[] {
  let group = 0
  return dates.map((date, index) => {
    const previous = dates[index - 1]
    const between = previous === undefined ? [] : tokens.slice(previous.next, date.at)
    const listed = between.every(({ text }) =>
      /^(,|of|en|or|and|op|\/|&|\+|-|ofwel|eventueel|anders|desnoods)$/.test(text),
    )
    if (previous !== undefined && !listed) group += 1
    return group
  })
}

function ownerGroup(dates: readonly DateMention[], groups: readonly number[], at: number): number {
  const before = dates.findLastIndex((date) => date.at <= at)
  return groups[before < 0 ? 0 : before] ?? 0
}
