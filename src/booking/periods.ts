import {
  type DateCursor,
  type DateMatcher,
  type DatesFound,
  found,
  textAt,
  tokenAt,
  yearAt,
} from './date-cursor.js'
import { addDays, type DayRange, lastOfMonth, mondayOf } from './days.js'
import { monthWord, ordinalWord } from './words.js'

const pad = (value: number): string => String(value).padStart(2, '0')

/** A month as a range; month 1 to 12. */
export function monthRange(year: number, month: number): DayRange {
  return { from: `${year}-${pad(month)}-01`, to: lastOfMonth(year, month) }
}

/** A month word at a place, with the year that is meant: the named one, or the next time it comes. */
interface MonthAt {
  readonly year: number
  readonly month: number
  readonly next: number
}

const EITHER = /^(may|jan|mar|march|juni)$/
const MONTH_LEADS =
  /^(in|of|van|v|maand|begin|eind|einde|half|midden|medio|mid|vanaf|na|voor|tot|tegen|tussen|en|early|late|before|after|until|next|volgende|week|or|liefst|-|\/|between|for)$/

function monthAt(cursor: DateCursor, at: number): MonthAt | null {
  const token = tokenAt(cursor, at)
  const month = token?.kind === 'word' ? monthWord(token.text) : null
  if (month === null || token === null) return null
  // `may` is a verb and `jan` a first name unless something says month.
  if (
    EITHER.test(token.text) &&
    /^(may|jan)$/.test(token.text) &&
    !MONTH_LEADS.test(textAt(cursor, at - 1)) &&
    yearAt(cursor, at + 1) === null
  )
    return null
  const dot = textAt(cursor, at + 1) === '.' && token.text.length <= 4 ? 1 : 0
  const year = yearAt(cursor, at + 1 + dot)
  const coming =
    /^(volgend|next)$/.test(textAt(cursor, at + 1 + dot)) &&
    /^(jaar|year)$/.test(textAt(cursor, at + 2 + dot))
  const thisYear = Number(cursor.today.slice(0, 4))
  if (year !== null) return { year, month, next: at + 2 + dot }
  if (coming) return { year: thisYear + 1, month, next: at + 3 + dot }
  // A month with less than a week left is the next one of that name.
  const past = lastOfMonth(thisYear, month) < addDays(cursor.today, 7)
  return { year: past ? thisYear + 1 : thisYear, month, next: at + 1 + dot }
}

/** Reads `februari`, `in mei 2027`, `maart of april`, `tussen maart en mei`. */
export const wholeMonth: DateMatcher = (cursor) => {
  const first = monthAt(cursor, cursor.at)
  if (first === null) return null
  const link = textAt(cursor, first.next)
  const second = /^(of|en|tot|or|and|to|-|\/)$/.test(link) ? monthAt(cursor, first.next + 1) : null
  const range = monthRange(first.year, first.month)
  if (second === null) return found(first.next, range)
  const year = second.month < first.month && second.year === first.year ? first.year + 1 : second.year
  const until = monthRange(year < first.year ? first.year : year, second.month)
  const spans = /^(tot|to|-|\/)$/.test(link) || /^(tussen|between)$/.test(textAt(cursor, cursor.at - 1))
  const joined = spans || addDays(range.to, 1) === until.from
  return joined ? found(second.next, { from: range.from, to: until.to }) : found(second.next, range, until)
}

const PARTS: readonly (readonly [RegExp, (range: DayRange) => DayRange])[] = [
  [/^(begin|vroeg|early|start)$/, ({ from }) => ({ from, to: addDays(from, 9) })],
  [
    /^(midden|half|medio|mid|rond|middle)$/,
    ({ from }) => ({ from: addDays(from, 10), to: addDays(from, 19) }),
  ],
  [/^(eind|einde|laat|late|end)$/, ({ from, to }) => ({ from: addDays(from, 20), to })],
]

/** Reads `begin maart`, `half mei`, `eind juni`, `mid-March`. */
export const partOfMonth: DateMatcher = (cursor) => {
  const part = PARTS.find(([word]) => word.test(textAt(cursor, cursor.at)))
  if (part === undefined) return null
  const month = monthAt(cursor, afterSmallWords(cursor, cursor.at + 1))
  if (month === null) return null
  return found(month.next, part[1](monthRange(month.year, month.month)))
}

function afterSmallWords(cursor: DateCursor, at: number): number {
  let place = at
  while (/^(van|v|de|het|of|the|in|-|maand|'|')$/.test(textAt(cursor, place))) place += 1
  return place
}

/** Reads `tweede helft mei`, `eerste week van maart`, `laatste week van juni`. */
export const sliceOfMonth: DateMatcher = (cursor) => {
  const token = tokenAt(cursor, cursor.at)
  const order = token?.kind === 'ordinal' ? (token.numbers[0] ?? 0) : ordinalWord(token?.text ?? '')
  const unit = textAt(cursor, cursor.at + 1)
  if (order === null || !/^(helft|half|week|weken)$/.test(unit)) return null
  const month = monthAt(cursor, afterSmallWords(cursor, cursor.at + 2))
  if (month === null) return null
  const { from, to } = monthRange(month.year, month.month)
  const middle = addDays(from, 14)
  if (/^(helft|half)$/.test(unit))
    return found(month.next, order === 1 ? { from, to: middle } : { from: addDays(middle, 1), to })
  if (order === -1) return found(month.next, { from: addDays(to, -6), to })
  const start = addDays(from, (order - 1) * 7)
  return found(month.next, { from: start, to: addDays(start, 6) < to ? addDays(start, 6) : to })
}

/** Reads `week van 8 maart` (through the matcher given) and `week 10`: Monday to Friday. */
export function weekOf(day: DateMatcher): DateMatcher {
  return (cursor) => {
    if (textAt(cursor, cursor.at) !== 'week' && textAt(cursor, cursor.at) !== 'wk') return null
    const number = tokenAt(cursor, cursor.at + 1)
    if (number?.kind === 'number' && Number(number.text) >= 1 && Number(number.text) <= 53)
      return isoWeek(cursor, Number(number.text))
    let at = cursor.at + 1
    while (/^(van|v|of|the|de|maandag|ma|monday)$/.test(textAt(cursor, at))) at += 1
    const inner = at > cursor.at + 1 ? day({ ...cursor, at }) : null
    const first = inner?.ranges[0]
    if (inner === null || first === undefined) return null
    return found(inner.next, workWeek(first.from))
  }
}

/** Monday to Friday of the week a day is in. */
export function workWeek(day: string): DayRange {
  return { from: mondayOf(day), to: addDays(mondayOf(day), 4) }
}

function isoWeek(cursor: DateCursor, week: number): DatesFound {
  const thisYear = Number(cursor.today.slice(0, 4))
  const named = yearAt(cursor, cursor.at + 2)
  // The week with 4 January is week 1.
  const inYear = (year: number): DayRange => workWeek(addDays(`${year}-01-04`, (week - 1) * 7))
  const range = inYear(named ?? thisYear)
  const coming = named === null && range.to < cursor.today ? inYear(thisYear + 1) : range
  return found(cursor.at + (named === null ? 2 : 3), coming)
}
