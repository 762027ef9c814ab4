import type { DateFact } from './dates.js'
import { numberWord } from './number-words.js'
import { wordsIn } from './plain.js'

/** A number as it was written, with what it measures. */
export interface NumberFact {
  /** In words or digits the same value; a clock time in minutes after midnight or, for a duration, minutes. */
  readonly value: number
  readonly unit: 'count' | 'percent' | 'euro' | 'time'
  readonly start: number
  readonly end: number
}

/** Telephone, account and register numbers: only the digits as a whole mean anything. */
export interface CodeFact {
  readonly digits: string
  readonly start: number
  readonly end: number
}

const CODE = /(?<![\p{L}\d])(?:\+|\(0\)|0)?[\d][\d ./()-]{5,}\d(?![\p{L}\d])/gu
const GROUPED = /^\d{1,3}(?:[. ]\d{3})+$/
const LEAST_DIGITS = 7

/** Long numbers in groups, such as a telephone number; dates and thousands with separators are none. */
export function codesIn(text: string, dates: readonly DateFact[]): readonly CodeFact[] {
  return [...text.matchAll(CODE)].flatMap(({ 0: found, index }) => {
    if (dates.some(({ start, end }) => start < index + found.length && index < end)) return []
    const digits = found.replace(/^\+32\s?(?:\(0\))?|^0032/, '0').replace(/\D/g, '')
    const ordinary = GROUPED.test(found) && !found.startsWith('0')
    if (digits.length < LEAST_DIGITS || ordinary) return []
    return [{ digits, start: index, end: index + found.length }]
  })
}

const DIGITS =
  /(?<![\p{L}\d])(\d{1,2}[:u.]\d{2}(?=\s?(?:uur|u)(?![\p{L}\d]))|\d{1,2}[:u]\d{2}(?!\d)|\d{1,2}u(?![\p{L}\d])|\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)*)(?:e|ste|de)?(?!\p{L})/gu
/** "van 9 tot 12 uur": the first is a time as well. */
const TIME_AHEAD =
  /^\s*(?:-|tot|t\/m|en|of|to)\s*(?:en met\s*)?\d{1,2}(?:[.:u]\d{2})?\s?(?:uur|u)(?![\p{L}\d])/u

/**
 * The numbers of a text in plain characters, in digits and in words, those within dates and codes left out.
 *
 * `300`, `driehonderd` and `1.000` or `1 000` are read as their values; a percentage, an amount and a clock time
 * equal only their own kind.
 */
export function numbersIn(
  text: string,
  taken: readonly { readonly start: number; readonly end: number }[] = [],
): readonly NumberFact[] {
  const free = (start: number) => taken.every((span) => start < span.start || start >= span.end)
  const digits = [...text.matchAll(DIGITS)].map((match) => {
    const end = match.index + match[0].length
    return measured(match[1] ?? '', text, match.index, end)
  })
  const words = wordsIn(text).flatMap(({ text: word, start, end }) => {
    const said = numberWord(word)
    if (said === null) return []
    const unit = unitAround(text, start, end)
    return [{ value: unit === 'time' ? said * 60 : said, unit, start, end }]
  })
  return [...digits, ...words].filter(({ start }) => free(start)).sort((a, b) => a.start - b.start)
}

function measured(token: string, text: string, start: number, end: number): NumberFact {
  const unit = unitAround(text, start, end)
  const clock = /^(\d{1,2})[:u.](\d{2})$/.exec(token)
  const asClock = clock !== null && (/[:u]/.test(token) || unit === 'time')
  if (asClock) return { value: Number(clock[1]) * 60 + Number(clock[2]), unit: 'time', start, end }
  if (/^\d{1,2}u$/.test(token)) return { value: Number.parseInt(token, 10) * 60, unit: 'time', start, end }
  const value = Number(token.replace(/[. ](?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
  return { value: unit === 'time' ? value * 60 : value, unit, start, end }
}

function unitAround(text: string, start: number, end: number): NumberFact['unit'] {
  const [before, after] = [text.slice(Math.max(0, start - 8), start), text.slice(end, end + 30)]
  if (/^\s?(?:%|procent\b|percent\b|pct\b)/i.test(after)) return 'percent'
  if (/(?:€|\beuro|\beur)\s?$/i.test(before) || /^\s?(?:€|euro\b|eur\b)/i.test(after)) return 'euro'
  if (/^(?:ste|de|e)?\s?(?:uur|u)(?![\p{L}\d])/iu.test(after) || TIME_AHEAD.test(after)) return 'time'
  return 'count'
}

/** Spans of dates and codes: their digits are no numbers by themselves. */
export function spansOf(dates: readonly DateFact[], codes: readonly CodeFact[]) {
  return [...dates, ...codes].map(({ start, end }) => ({ start, end }))
}
