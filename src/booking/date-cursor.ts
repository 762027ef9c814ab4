import type { Day, DayRange } from './days.js'
import type { Token } from './tokens.js'
import { numberWord, weekdayWord } from './words.js'

/** Where the reader of dates stands. */
export interface DateCursor {
  readonly tokens: readonly Token[]
  /** Places taken by something else (people, a level): no date begins or continues there. */
  readonly used: ReadonlySet<number>
  /** Today in Brussels. */
  readonly today: Day
  readonly at: number
}

/** Dates read at one place. */
export interface DatesFound {
  /** Several for a list (`3 of 10 maart`); empty when only something wrong was read. */
  readonly ranges: readonly DayRange[]
  /** First place after what was read. */
  readonly next: number
  /** A day no calendar has, as written (`30 februari`); null when all is well. */
  readonly impossible: string | null
  /** The weekday that was named with a single date, 1 to 7; null when none. */
  readonly weekday: number | null
}

/** Tries to read dates at one place; null when there are none. */
export type DateMatcher = (cursor: DateCursor) => DatesFound | null

/** The text of a token, empty past the end or where something else was read. */
export function textAt({ tokens, used }: DateCursor, at: number): string {
  return used.has(at) ? '' : (tokens[at]?.text ?? '')
}

/** A token that is free to be part of a date. */
export function tokenAt({ tokens, used }: DateCursor, at: number): Token | null {
  return used.has(at) ? null : (tokens[at] ?? null)
}

/** One range, with nothing wrong. */
export function found(next: number, ...ranges: readonly DayRange[]): DatesFound {
  return { ranges, next, impossible: null, weekday: null }
}

/** A day as a range of one. */
export function oneDay(day: Day): DayRange {
  return { from: day, to: day }
}

/** A four-digit year at a place (also `'27`), or null. */
export function yearAt(cursor: DateCursor, at: number): number | null {
  const token = tokenAt(cursor, at)
  if (token?.kind !== 'number') return null
  const value = Number(token.text)
  return value >= 2000 && value <= 2100 ? value : null
}

/** A small whole number at a place, in digits or words (`een` included), or null. */
export function smallNumberAt(cursor: DateCursor, at: number): number | null {
  const token = tokenAt(cursor, at)
  if (token?.kind === 'number') return Number(token.text) <= 60 ? Number(token.text) : null
  return token?.kind === 'word' ? numberWord(token.text) : null
}

const SHORT_AND_COMMON = /^(vr|zo|ma|do|za|thu|tue|satur)$/
const PART = /^(vm|nm|voormiddag|namiddag|ochtend|middag|avond|'s|morgen|morning|afternoon|evening)$/
const BEFORE_WEEKDAY =
  /^(op|liefst|komende|volgende|aanstaande|deze|elke|een|niet|geen|of|en|tot|on|next|this|every|eerst|eventueel|liever|dan|behalve|weekdag|t|-|\/)$/

/**
 * The weekday at a place, 1 to 7, or null.
 *
 * `do`, `vr`, `ma`, `zo` are also words of their own: they count only before a number or a part of the day, or
 * next to a word that weekdays follow.
 */
export function weekdayAt(cursor: DateCursor, at: number): number | null {
  const token = tokenAt(cursor, at)
  const weekday = token?.kind === 'word' ? weekdayWord(token.text) : null
  if (token === null || weekday === null || !SHORT_AND_COMMON.test(token.text)) return weekday
  if (beforeDate(cursor, at) || besideWeekday(cursor, at)) return weekday
  // `vr` is short for `voor`, `zo` for `zoals`: a word before them says too little.
  const lead = textAt(cursor, at - 1)
  const leads = /^(vr|zo)$/.test(token.text)
    ? /^(op|komende|volgende|liefst)$/.test(lead)
    : BEFORE_WEEKDAY.test(lead)
  return leads ? weekday : null
}

function beforeDate(cursor: DateCursor, at: number): boolean {
  const next = tokenAt(cursor, textAt(cursor, at + 1) === '.' ? at + 2 : at + 1)
  return next !== null && (/^(number|pair|ordinal|clock)$/.test(next.kind) || PART.test(next.text))
}

// `ma of di`, `di, do`: next to another weekday it is one too.
function besideWeekday(cursor: DateCursor, at: number): boolean {
  return [1, -1].some(
    (side) =>
      /^(of|en|,|\/|or|and|-)$/.test(textAt(cursor, at + side)) &&
      weekdayWord(textAt(cursor, at + 2 * side)) !== null,
  )
}
