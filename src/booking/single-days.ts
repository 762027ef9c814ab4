import {
  type DateCursor,
  type DateMatcher,
  type DatesFound,
  found,
  oneDay,
  textAt,
  tokenAt,
  weekdayAt,
  yearAt,
} from './date-cursor.js'
import { addDays, type Day, type DayRange, makeDay } from './days.js'
import { isEnglishMonth, monthWord, numberWord } from './words.js'

/** A day and month that may lack a year. */
interface DayParts {
  readonly day: number
  readonly month: number
  readonly year: number | null
}

/** Reads `2027-03-18`. */
export const isoDay: DateMatcher = (cursor) => {
  const token = tokenAt(cursor, cursor.at)
  if (token?.kind !== 'iso') return null
  const [year = 0, month = 0, day = 0] = token.numbers
  return resolved(cursor, [{ day, month, year }], cursor.at, cursor.at + 1, token.raw)
}

/** Reads `20/4`, `20.04.2027`, `14-1`, and `2/3 tot 5/3`. */
export const numericDay: DateMatcher = (cursor) => {
  const first = pairAt(cursor, cursor.at)
  if (first === null) return noSuchDay(cursor)
  const linkWord = textAt(cursor, cursor.at + 1)
  const second = /^(tot|t|tem|-|en|of|to|,|and|or|\+|&)$/.test(linkWord)
    ? pairAt(cursor, cursor.at + 2)
    : null
  const raw = tokenAt(cursor, cursor.at)?.raw ?? ''
  if (second !== null && /^(tot|tem|-|to)$/.test(linkWord)) {
    return asRange(resolved(cursor, [first, second], cursor.at, cursor.at + 3, raw))
  }
  return resolved(cursor, [first], cursor.at, cursor.at + 1, raw)
}

// `12/13`, `31/13`: written as a date, but no calendar has it.
function noSuchDay(cursor: DateCursor): DatesFound | null {
  const token = tokenAt(cursor, cursor.at)
  if (token?.kind !== 'pair' || !token.text.includes('/')) return null
  const [day = 0, month = 0] = token.numbers
  if (day < 1 || (day <= 31 && month >= 1 && month <= 12)) return null
  return { ranges: [], next: cursor.at + 1, impossible: token.raw, weekday: null }
}

function pairAt(cursor: DateCursor, at: number): DayParts | null {
  const token = tokenAt(cursor, at)
  if (token?.kind !== 'pair') return null
  const [day = 0, month = 0, year] = token.numbers
  const isClock =
    /^\d+\.\d+$/.test(token.text) &&
    (/^(u|uur|h)$/.test(textAt(cursor, at + 1)) || /^(om|vanaf|at|rond|tegen)$/.test(textAt(cursor, at - 1)))
  if (isClock || month < 1 || month > 12 || day < 1 || day > 31) return null
  // A bare `10-12` is seldom a date: a weekday or `op` before it says that it is one.
  if (
    /^\d+-\d+$/.test(token.text) &&
    !/^(op|on|van|v|naar|tot|en)$/.test(textAt(cursor, at - 1)) &&
    weekdayAt(cursor, at - 1) === null
  )
    return null
  return { day, month, year: year === undefined ? null : year < 100 ? 2000 + year : year }
}

/** Reads `do 11 maart`, `18 maart 2027`, `3, 4 of 10 mei`, `van 1 tot 15 maart`, `de 2de van april`, `March 18`. */
export const namedDay: DateMatcher = (cursor) => dayThenMonth(cursor) ?? monthThenDay(cursor)

function dayThenMonth(cursor: DateCursor): DatesFound | null {
  const list = daysBefore(cursor)
  const named = list === null ? null : monthAfter(cursor, list.next)
  if (list === null || named === null) return null
  const year = yearAt(cursor, named.next)
  const end = year === null ? named.next : named.next + 1
  const raw = cursor.tokens
    .slice(cursor.at, end)
    .map((token) => token.raw)
    .join(' ')
  const parts = list.days.map((day) => ({ day, month: named.month, year }))
  const result = resolved(cursor, parts, cursor.at, end, raw)
  return list.range ? asRange(result) : result
}

interface DayList {
  readonly days: readonly number[]
  /** Whether they are the first and last of a period. */
  readonly range: boolean
  readonly next: number
}

const MOST_DAYS = 6
const UNTIL = /^(tot|tem|t|-|to|a|through|until)$/

/** `3, 4 of 10`, `1 tot 15`, `2 en do 4`: the numbers before a month. */
function daysBefore(cursor: DateCursor): DayList | null {
  const days: number[] = []
  const between = /^(tussen|between)$/.test(textAt(cursor, cursor.at - 1))
  let at = cursor.at
  let range = false
  while (days.length < MOST_DAYS) {
    const day = dayNumberAt(cursor, at)
    if (day === null) return null
    days.push(day)
    at += 1
    if (monthAfter(cursor, at) !== null) return { days, range, next: at }
    const link = textAt(cursor, at)
    if (!UNTIL.test(link) && !/^(,|of|en|or|and|&|\+|\/)$/.test(link)) return null
    range ||= UNTIL.test(link) || (between && /^(en|and)$/.test(link))
    at = afterLink(cursor, at)
  }
  return null
}

// `t/m`, `tot en met`, `of de`, `en do`: what may stand between two numbers.
function afterLink(cursor: DateCursor, at: number): number {
  let place = textAt(cursor, at) === 't' ? at + 3 : at + 1
  while (/^(en|met|de|the)$/.test(textAt(cursor, place))) place += 1
  return weekdayAt(cursor, place) === null ? place : place + 1
}

function dayNumberAt(cursor: DateCursor, at: number): number | null {
  const token = tokenAt(cursor, at)
  if (token === null) return null
  const value = token.kind === 'word' ? (numberWord(token.text) ?? 0) : (token.numbers[0] ?? 0)
  const wordy = token.kind === 'word' && (token.text === 'een' || token.text === 'ene')
  const fits = /^(number|ordinal|word)$/.test(token.kind) && value >= 1 && value <= 31 && !wordy
  return fits ? value : null
}

function monthAfter(cursor: DateCursor, at: number): { month: number; next: number } | null {
  const skip = /^(van|of|v|\.|dag)$/.test(textAt(cursor, at)) ? 1 : 0
  const token = tokenAt(cursor, at + skip)
  const month = token?.kind === 'word' ? monthWord(token.text) : null
  if (month === null) return null
  const dot = textAt(cursor, at + skip + 1) === '.' && token !== null && token.text.length <= 5 ? 1 : 0
  return { month, next: at + skip + 1 + dot }
}

function monthThenDay(cursor: DateCursor): DatesFound | null {
  const token = tokenAt(cursor, cursor.at)
  const month = token?.kind === 'word' ? monthWord(token.text) : null
  if (month === null || token === null) return null
  const the = textAt(cursor, cursor.at + 1) === 'the' ? 1 : 0
  const dayToken = tokenAt(cursor, cursor.at + 1 + the)
  const english =
    isEnglishMonth(token.text) ||
    /^(mar|apr|april|jun|jul|sept?|nov|dec|september|november|december)$/.test(token.text)
  const plainNumber = dayToken?.kind === 'number' && english
  const day = dayToken?.kind === 'ordinal' || plainNumber ? (dayToken.numbers[0] ?? 0) : 0
  if (day < 1 || day > 31) return null
  const after = cursor.at + 2 + the
  const comma = textAt(cursor, after) === ',' ? 1 : 0
  const year = yearAt(cursor, after + comma)
  const end = year === null ? after : after + comma + 1
  return resolved(cursor, [{ day, month, year }], cursor.at, end, `${token.raw} ${dayToken?.raw ?? ''}`)
}

/** Reads `de 18de` without a month: the next such day. */
export const bareOrdinal: DateMatcher = (cursor) => {
  const token = tokenAt(cursor, cursor.at)
  const announced = /^(de|op|the|naar)$/.test(textAt(cursor, cursor.at - 1))
  if (token?.kind !== 'ordinal' || !announced) return null
  const day = token.numbers[0] ?? 0
  if (day < 4 || day > 31) return null
  const [year = 0, month = 1] = cursor.today.split('-').map(Number)
  for (let ahead = 0; ahead < 12; ahead += 1) {
    const total = month - 1 + ahead
    const candidate = makeDay(year + Math.floor(total / 12), (total % 12) + 1, day)
    if (candidate !== null && candidate >= cursor.today)
      return { ...found(cursor.at + 1, oneDay(candidate)), weekday: null }
  }
  return null
}

function resolved(
  cursor: DateCursor,
  parts: readonly DayParts[],
  at: number,
  next: number,
  raw: string,
): DatesFound {
  const days = parts.map((part) => nextOccurrence(part, cursor.today))
  const weekday = weekdayBefore(cursor, at)
  const possible = days.filter((day) => day !== null)
  const impossible = possible.length === days.length ? null : raw
  return { ranges: possible.map(oneDay), next, impossible, weekday: days.length === 1 ? weekday : null }
}

// `vr`, `zo`, `ma` and `do` may be words of their own, so they never contradict a date.
function weekdayBefore(cursor: DateCursor, at: number): number | null {
  const back = /^[.,]$|^(de|den|the)$/.test(textAt(cursor, at - 1)) ? at - 2 : at - 1
  return /^(vr|zo|ma|do|za)$/.test(textAt(cursor, back)) ? null : weekdayAt(cursor, back)
}

/**
 * The day that is meant: with a year that day, without one its next occurrence, today included.
 *
 * Null when there is no such day (31 April); 29 February without a year is the one of the next leap year
 * only when that is the coming one.
 */
export function nextOccurrence({ day, month, year }: DayParts, today: Day): Day | null {
  if (year !== null) return makeDay(year, month, day)
  const thisYear = Number(today.slice(0, 4))
  const candidate = makeDay(thisYear, month, day)
  if (candidate !== null && candidate >= today) return candidate
  if (candidate === null && makeDay(thisYear, month, 1) !== null && `${today}` < endOf(thisYear, month))
    return null
  return makeDay(thisYear + 1, month, day)
}

function endOf(year: number, month: number): Day {
  return addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`, -1)
}

function asRange(dates: DatesFound): DatesFound {
  const first = dates.ranges[0]
  const last = dates.ranges.at(-1)
  if (first === undefined || last === undefined || last.to < first.from) return dates
  const range: DayRange = { from: first.from, to: last.to }
  return { ...dates, ranges: [range], weekday: null }
}
