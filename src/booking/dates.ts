import {
  type DateCursor,
  type DateMatcher,
  type DatesFound,
  oneDay,
  textAt,
  tokenAt,
  weekdayAt,
} from './date-cursor.js'
import { addDays, type Day, type DayRange, daysBetween, daysIn, nextWeekday, weekdayOf } from './days.js'
import { partOfMonth, sliceOfMonth, weekOf, wholeMonth } from './periods.js'
import { comingPeriod, daysAhead, fixedDay, namedPeriod, partOfYear } from './relative-days.js'
import { bareOrdinal, isoDay, namedDay, numericDay } from './single-days.js'
import type { Token } from './tokens.js'

/** One date or period a message names, and where. */
export interface DateMention {
  readonly range: DayRange
  /** First token, and first token after it. */
  readonly at: number
  readonly next: number
  /** The weekday named with it, 1 to 7; null when none. */
  readonly weekday: number | null
}

/** Everything a message says of days. */
export interface DateReading {
  readonly mentions: readonly DateMention[]
  /** Weekdays that are liked best, 1 to 7; empty when it does not matter. */
  readonly weekdays: readonly number[]
  /** Weekdays that do not suit. */
  readonly notWeekdays: readonly number[]
  /** Days that do not exist, as written. */
  readonly impossible: readonly string[]
  /** Places of the tokens that were read. */
  readonly used: ReadonlySet<number>
}

const numberedDay: DateMatcher = (cursor) => isoDay(cursor) ?? numericDay(cursor) ?? namedDay(cursor)
const MATCHERS: readonly DateMatcher[] = [
  numberedDay,
  sliceOfMonth,
  partOfMonth,
  partOfYear,
  weekOf(numberedDay),
  comingPeriod,
  fixedDay,
  daysAhead,
  wholeMonth,
  namedPeriod,
  bareOrdinal,
]
/** A period up to this many days is narrow enough to turn `dinsdag` into a day of it. */
const NARROW_DAYS = 7
const OPEN_END_DAYS = 28

interface Scan {
  readonly mentions: DateMention[]
  readonly lone: { readonly weekday: number; readonly at: number }[]
  readonly impossible: string[]
  readonly used: Set<number>
}

/**
 * Reads the days and periods of a message, Dutch or English, as seen from `today`; a day without a year is its
 * next occurrence.
 *
 * @example
 * ```ts
 * readDates(tokenise('ergens in februari'), new Set(), '2026-11-23').mentions[0]?.range
 * // { from: '2027-02-01', to: '2027-02-28' }
 * ```
 */
export function readDates(tokens: readonly Token[], used: ReadonlySet<number>, today: Day): DateReading {
  const scan: Scan = { mentions: [], lone: [], impossible: [], used: new Set() }
  let at = 0
  while (at < tokens.length) at = step({ tokens, used, today, at }, scan)
  return settle(scan, tokens, today)
}

function step(cursor: DateCursor, scan: Scan): number {
  const { at } = cursor
  if (cursor.used.has(at)) return at + 1
  for (const matcher of MATCHERS) {
    const dates = matcher(cursor)
    if (dates === null) continue
    take(cursor, dates, scan, matcher === namedPeriod)
    return dates.next
  }
  const weekday = weekdayAt(cursor, at)
  if (weekday !== null) {
    scan.lone.push({ weekday, at })
    scan.used.add(at)
  }
  return at + 1
}

function take(cursor: DateCursor, dates: DatesFound, scan: Scan, isNamed: boolean): void {
  for (let place = cursor.at; place < dates.next; place += 1) scan.used.add(place)
  const start = weekdayAt(cursor, cursor.at - 1) === null ? cursor.at : cursor.at - 1
  // `di 12 jan`: the weekday belongs to the date and is not one of its own.
  if (start !== cursor.at && scan.lone.at(-1)?.at === start) scan.lone.pop()
  if (textAt(cursor, cursor.at - 1) === '.' && scan.lone.at(-1)?.at === cursor.at - 2) scan.lone.pop()
  if (dates.impossible !== null) scan.impossible.push(dates.impossible)
  const lead = leadWord(cursor, start, isNamed)
  if (/^(niet|geen|behalve|not|except)$/.test(lead)) return
  for (const range of dates.ranges) {
    scan.mentions.push({
      range: bounded(range, lead, cursor.today),
      at: start,
      next: dates.next,
      weekday: dates.weekday,
    })
  }
}

function leadWord(cursor: DateCursor, start: number, isNamed: boolean): string {
  let at = start - 1
  while (/^(de|het|the|op|in|eind|weekend|'|pas)$/.test(textAt(cursor, at))) at -= 1
  const word = textAt(cursor, at)
  if (word === 'laatste' && textAt(cursor, at - 1) === 'ten') return 'uiterlijk'
  // `voor de zomer` and `vóór 15 maart` mean before it, `voor de tweede week van juni` means that week.
  const stressed = tokenAt(cursor, at)?.raw.normalize('NFC').startsWith('vó') === true
  return /^(voor|vr)$/.test(word) && (isNamed || stressed) ? 'before' : word
}

// `na de paasvakantie`, `vanaf 1 maart`, `voor de zomer`, `uiterlijk 30 april`: open at one end.
function bounded(range: DayRange, lead: string, today: Day): DayRange {
  const single = range.from === range.to
  const opened = (from: Day): DayRange => ({ from, to: addDays(from, OPEN_END_DAYS - 1) })
  if (/^(na|after)$/.test(lead)) return opened(addDays(range.to, 1))
  if (/^(vanaf|sinds)$/.test(lead)) return single ? opened(range.from) : range
  if (/^(uiterlijk|tegen|by)$/.test(lead) && range.to > today) return { from: today, to: range.to }
  return lead === 'before' && range.from > today ? { from: today, to: addDays(range.from, -1) } : range
}

function settle(scan: Scan, tokens: readonly Token[], today: Day): DateReading {
  const notWeekdays = scan.lone.filter(({ at }) => negated(tokens, at)).map(({ weekday }) => weekday)
  const liked = scan.lone.filter(({ at }) => !negated(tokens, at))
  const weekdays = [...new Set(liked.map(({ weekday }) => weekday))]
  const base = { notWeekdays, impossible: scan.impossible, used: scan.used }
  if (weekdays.length === 0) return { ...base, mentions: scan.mentions, weekdays }
  const narrow = scan.mentions.filter(({ range }) => isNarrow(range))
  if (narrow.length === 1 && scan.mentions.length === 1) {
    return { ...base, mentions: narrow.flatMap((mention) => onWeekdays(mention, weekdays)), weekdays: [] }
  }
  // `di of do` leaves the week open; `dinsdag` alone is the coming one.
  const preferred = weekdays.length > 1 || liked.every(({ at }) => isPreference(tokens, at))
  const alone = scan.mentions.length === 0 && !preferred
  const mentions = alone ? liked.map(({ weekday, at }) => loneMention(weekday, at, today)) : scan.mentions
  return { ...base, mentions, weekdays: alone ? [] : weekdays }
}

function isNarrow(range: DayRange): boolean {
  const length = daysBetween(range.from, range.to) + 1
  return length > 1 && length <= NARROW_DAYS
}

function onWeekdays(mention: DateMention, weekdays: readonly number[]): DateMention[] {
  const days = daysIn(mention.range).filter((day) => weekdays.includes(weekdayOf(day)))
  return days.length === 0 ? [mention] : days.map((day) => ({ ...mention, range: oneDay(day) }))
}

// The coming one: `dinsdag` written on a Tuesday means the one in a week.
function loneMention(weekday: number, at: number, today: Day): DateMention {
  return { range: oneDay(nextWeekday(addDays(today, 1), weekday)), at, next: at + 1, weekday: null }
}

function negated(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at).map((token) => token.text)
  return (
    before.some((word) => /^(niet|geen|behalve|not|except|never|nooit)$/.test(word)) &&
    !before.includes('maar')
  )
}

function isPreference(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at).map((token) => token.text)
  const plural =
    /(dagen|days|s)$/.test(tokens[at]?.text ?? '') && !/(day|tues|thurs)$/.test(tokens[at]?.text ?? '')
  return (
    plural ||
    before.some((word) => /^(liefst|voorkeur|preferably|elke|any|meestal|een|a|every|altijd)$/.test(word))
  )
}
