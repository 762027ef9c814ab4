/** A schedule of five cron fields, reckoned in UTC: which minutes, hours, days and months it names. */
export interface Cron {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly days: readonly number[]
  /** 1 is January. */
  readonly months: readonly number[]
  /** 0 is Sunday. */
  readonly weekdays: readonly number[]
}

const FIELDS = [
  ['minutes', 0, 59],
  ['hours', 0, 23],
  ['days', 1, 31],
  ['months', 1, 12],
  ['weekdays', 0, 7],
] as const

/** The rarest day there is, 29 February, comes back within this many. */
const DAYS_AHEAD = 8 * 366 + 1
const DAY_MS = 86_400_000

/**
 * Reads five cron fields: numbers, ranges, steps, lists and `*`; both 0 and 7 are Sunday. Where days of the month and
 * days of the week are both named, both must hold.
 *
 * @throws RangeError when it is no schedule; the configuration has checked it before.
 */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== FIELDS.length)
    throw new RangeError(`five cron fields expected, found ${fields.length}`)
  const [minutes, hours, days, months, weekdays] = FIELDS.map(([, least, most], at) =>
    numbersOf(fields[at] ?? '', least, most),
  )
  if (!minutes || !hours || !days || !months || !weekdays) throw new RangeError('not a cron schedule')
  return { minutes, hours, days, months, weekdays: sorted(weekdays.map((day) => day % 7)) }
}

/** The fields again, as lists that every cron library reads in the same way (some take 7 for Saturday). */
export function cronText({ minutes, hours, days, months, weekdays }: Cron): string {
  const listed = (numbers: readonly number[], all: number) =>
    numbers.length === all ? '*' : numbers.join(',')
  return [
    listed(minutes, 60),
    listed(hours, 24),
    listed(days, 31),
    listed(months, 12),
    listed(weekdays, 7),
  ].join(' ')
}

/**
 * The first planned moment after an instant; null when there never is one (30 February).
 *
 * UTC has no summer time, so a daily schedule has one moment on each day of the year, the two on which the clocks
 * change included.
 *
 * @example
 * ```ts
 * nextRun(parseCron('30 1 * * *'), new Date('2026-03-28T12:00:00Z')) // 2026-03-29T01:30:00Z
 * ```
 */
export function nextRun(cron: Cron, after: Date): Date | null {
  return find(cron, after, 1)
}

/** The last planned moment at or before an instant; null when there never was one. */
export function previousRun(cron: Cron, at: Date): Date | null {
  return find(cron, at, -1)
}

function find(cron: Cron, from: Date, direction: 1 | -1): Date | null {
  const fits = (at: number) => (direction > 0 ? at > from.getTime() : at <= from.getTime())
  const midnight = Math.floor(from.getTime() / DAY_MS) * DAY_MS
  for (let days = 0; days <= DAYS_AHEAD; days++) {
    const day = midnight + direction * days * DAY_MS
    if (!isPlannedDay(cron, new Date(day))) continue
    const moments = cron.hours.flatMap((hour) =>
      cron.minutes.map((minute) => day + (hour * 60 + minute) * 60_000),
    )
    const found = direction > 0 ? moments.find(fits) : moments.findLast(fits)
    if (found !== undefined) return new Date(found)
  }
  return null
}

function isPlannedDay({ days, months, weekdays }: Cron, day: Date): boolean {
  return (
    months.includes(day.getUTCMonth() + 1) &&
    days.includes(day.getUTCDate()) &&
    weekdays.includes(day.getUTCDay())
  )
}

function numbersOf(field: string, least: number, most: number): readonly number[] {
  return sorted(field.split(',').flatMap((part) => rangeOf(part, least, most)))
}

function rangeOf(part: string, least: number, most: number): number[] {
  const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/([1-9]\d*))?$/.exec(part)
  if (!match) throw new RangeError(`"${part}" is not part of a cron schedule`)
  const [, first, last, step] = match
  const from = first === undefined ? least : Number(first)
  // "5/10" goes on to the end, "5" is itself alone.
  const to = last !== undefined ? Number(last) : first !== undefined && step === undefined ? from : most
  if (from < least || to > most || from > to) throw new RangeError(`"${part}" is out of range`)
  const numbers: number[] = []
  for (let number = from; number <= to; number += Number(step ?? 1)) numbers.push(number)
  return numbers
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
