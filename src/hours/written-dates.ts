import { addDays, isDay } from './day.js'
import type { DayRange } from './named-days.js'
import { DAYS_SAID } from './number-words.js'
import type { Taken } from './taken.js'

const MONTHS: readonly RegExp[] = [
  /jan(?:uari|uary)?/,
  /feb(?:ruari|ruary)?/,
  /maart|mrt|march/,
  /apr(?:il)?/,
  /mei|may/,
  /juni?|june?/,
  /juli|jul|july/,
  /aug(?:ustus|ust)?/,
  /sep(?:t|tember)?/,
  /o[kc]t(?:ober)?/,
  /nov(?:ember)?/,
  /dec(?:ember)?/,
]
/** The names of the months, as the source of a pattern. */
export const MONTH = MONTHS.map(({ source }) => source).join('|')

const SAID = Object.keys(DAYS_SAID).sort((a, b) => b.length - a.length)
const SAID_DAY = new RegExp(`\\b(${SAID.join('|')})(?= (?:van |of )?(?:${MONTH})\\b)`, 'g')
/** "24 en 31 december": the month of the last day is the first one's too. */
const SHARED_MONTH = new RegExp(
  `\\b(\\d{1,2})(,| en| of| and| or) (?=\\d{1,2}(?:e|de|ste)? (${MONTH})\\b)`,
  'g',
)

/** The dates of lower-case text in figures and with their month: "elf november", "24 en 31 december". */
export function withFullDates(text: string): string {
  return (
    text
      .replace(SAID_DAY, (said) => String(DAYS_SAID[said] ?? said))
      .replace(SHARED_MONTH, '$1 $3$2 ')
      // The first of three shares it with the second, which has it now.
      .replace(SHARED_MONTH, '$1 $3$2 ')
  )
}

/** Names of the days of the week, Monday first. */
export const WEEKDAYS: readonly RegExp[] = [
  /(?:maandag|monday)/,
  /(?:dinsdag|tuesday)/,
  /(?:woensdag|wednesday)/,
  /(?:donderdag|thursday)/,
  /(?:vrijdag|friday)/,
  /(?:zaterdag|saturday)/,
  /(?:zondag|sunday)/,
]
/** Short names: words of their own too ("zo", "do"), so they count only next to a date or a preposition. */
export const SHORT_WEEKDAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']

/**
 * Takes a date in figures or with the name of a month out of a text: `2027-01-14`, `14/1`, `11 november`,
 * `van 24 tot 31 december`, `in augustus`. Without a year it lies today or later. Null when there is none.
 */
export function takeDate(taken: Taken, today: string): DayRange | null {
  return (
    isoDate(taken) ??
    range(taken, today) ??
    dayAndMonth(taken, today) ??
    figures(taken, today) ??
    month(taken, today)
  )
}

function isoDate(taken: Taken): DayRange | null {
  const match = taken.take(/\b20\d\d-\d\d-\d\d\b/)
  return match !== null && isDay(match[0]) ? single(match[0]) : null
}

/** "van 24 tot 31 december", "24 december t/m 2 januari" */
function range(taken: Taken, today: string): DayRange | null {
  const match = taken.take(
    new RegExp(
      `\\b(\\d{1,2})(?:e|de|ste)?(?: (${MONTH}))?(?: ?- ?| t/?m | tot(?: en met)? | until | to )(\\d{1,2})(?:e|de|ste)? (${MONTH})\\b(?: (20\\d\\d))?`,
    ),
  )
  if (match === null) return null
  const [, first = '', firstMonth, last = '', lastMonth = '', year] = match
  const until = dayIn(last, monthOf(lastMonth), year, today)
  if (until === null) return null
  const from = dayIn(first, monthOf(firstMonth ?? lastMonth), until.slice(0, 4), today)
  if (from === null) return null
  return { from: from <= until ? from : `${Number(until.slice(0, 4)) - 1}${from.slice(4)}`, until }
}

function dayAndMonth(taken: Taken, today: string): DayRange | null {
  weekdayBeforeDate(taken)
  const dutch = taken.take(
    new RegExp(`\\b(\\d{1,2})(?:e|de|ste|st|nd|rd|th)?(?: of)? ?(${MONTH})\\b\\.?(?: (20\\d\\d))?`),
  )
  if (dutch !== null) return singleOrNull(dayIn(dutch[1] ?? '', monthOf(dutch[2] ?? ''), dutch[3], today))
  const english = taken.take(new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (20\\d\\d))?`))
  if (english === null) return null
  return singleOrNull(dayIn(english[2] ?? '', monthOf(english[1] ?? ''), english[3], today))
}

function figures(taken: Taken, today: string): DayRange | null {
  const match = taken.take(/\b(\d{1,2})[/-](\d{1,2})(?:[/-]((?:20)?\d\d))?\b/)
  if (match === null) return null
  const [, day = '', month = '', year] = match
  return singleOrNull(dayIn(day, Number(month), year?.padStart(4, '20'), today))
}

/** "vrijdag 11 december": the figures say which day it is. */
function weekdayBeforeDate(taken: Taken): void {
  const weekday = [...WEEKDAYS.map(({ source }) => source), ...SHORT_WEEKDAYS].join('|')
  taken.text = taken.text.replace(new RegExp(`\\b(?:${weekday})\\.? (?=\\d{1,2}(?:e|de|ste)?[ /-])`), ' ')
}

function month(taken: Taken, today: string): DayRange | null {
  const match = taken.take(new RegExp(`\\bin (${MONTH})\\b(?: (20\\d\\d))?`))
  if (match === null) return null
  const month = monthOf(match[1] ?? '')
  const year =
    Number(match[2] ?? today.slice(0, 4)) +
    (match[2] === undefined && month < Number(today.slice(5, 7)) ? 1 : 0)
  const from = `${year}-${two(month)}-01`
  const after = month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`
  return { from, until: addDays(after, -1) }
}

const two = (value: number) => String(value).padStart(2, '0')
export const single = (day: string): DayRange => ({ from: day, until: day })
const singleOrNull = (day: string | null): DayRange | null => (day === null ? null : single(day))

function monthOf(word: string): number {
  return MONTHS.findIndex(({ source }) => new RegExp(`^(?:${source})$`).test(word)) + 1
}

/** The day as ISO; without a year the first one that is not over. Null when there is no such day. */
function dayIn(day: string, month: number, year: string | undefined, today: string): string | null {
  const first = Number(year ?? today.slice(0, 4))
  for (let candidate = first; candidate <= (year === undefined ? first + 8 : first); candidate++) {
    const iso = `${candidate}-${two(month)}-${two(Number(day))}`
    if (isDay(iso) && (year !== undefined || iso >= today)) return iso
  }
  return null
}
