/** A date as far as it was written; null where a part was left out. */
export interface DateFact {
  readonly day: number | null
  readonly month: number
  readonly year: number | null
  readonly start: number
  readonly end: number
}

const MONTHS: Readonly<Record<string, number>> = {
  januari: 1,
  februari: 2,
  maart: 3,
  april: 4,
  mei: 5,
  juni: 6,
  juli: 7,
  augustus: 8,
  september: 9,
  oktober: 10,
  november: 11,
  december: 12,
  january: 1,
  february: 2,
  march: 3,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  october: 10,
}
const NAMES = Object.keys(MONTHS).join('|')
const WRITTEN = new RegExp(
  `(?<![\\p{L}\\d])(?:(\\d{1,2})(?:e|ste|de)?\\s+)?(${NAMES})(?:\\s+(\\d{4}))?(?![\\p{L}\\d])`,
  'giu',
)
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g
const SLASHED = /(?<![\d/])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/g

/**
 * The dates of a text in plain characters, whatever way they are written: `1 maart 2025`, `2025-03-01`, `1/3/2025`,
 * `maart 2025`, `1 maart`.
 */
export function datesIn(text: string): readonly DateFact[] {
  const found: DateFact[] = []
  for (const match of text.matchAll(WRITTEN)) {
    const [whole, day, month = '', year] = match
    found.push(fact(match.index, whole, day, MONTHS[month.toLowerCase()] ?? 0, year))
  }
  for (const match of text.matchAll(ISO)) {
    const [whole, year, month, day] = match
    found.push(fact(match.index, whole, day, Number(month), year))
  }
  for (const match of text.matchAll(SLASHED)) {
    const [whole, day, , month, year] = match
    found.push(fact(match.index, whole, day, Number(month), year))
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Whether a source that has `known` says `said`: what was said must be there, what was left out may. */
export function saysDate(known: DateFact, said: DateFact): boolean {
  return (
    known.month === said.month &&
    (said.day === null || said.day === known.day) &&
    (said.year === null || said.year === known.year)
  )
}

function fact(
  start: number,
  whole: string,
  day: string | undefined,
  month: number,
  year: string | undefined,
): DateFact {
  return {
    day: day === undefined ? null : Number(day),
    month,
    year: year === undefined ? null : Number(year),
    start,
    end: start + whole.length,
  }
}
