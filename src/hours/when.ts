import { type ClockWish, findClock } from './clock-words.js'
import { addDays, dayOf, minuteOf, weekdayOf } from './day.js'
import { type DayRange, findNamedDays } from './named-days.js'
import { plainTime } from './plain-time.js'
import { type DayShift, shifted, takeShift } from './relative-day.js'
import { Taken } from './taken.js'
import { MONTH, SHORT_WEEKDAYS, single, takeDate, WEEKDAYS } from './written-dates.js'

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'

/** What a text says about when. */
export interface When {
  /** ISO days, both inclusive and equal for a single day; null when no day is meant. */
  readonly days: DayRange | null
  /** Further single days that were asked for as well: "donderdag of vrijdag". */
  readonly otherDays: readonly DayRange[]
  /** Whether the days were named as something that may be a closing day: a holiday, a school holiday, a bridge day. */
  readonly named: boolean
  /** "de dag erna" where the text names no day that it could follow; null otherwise. */
  readonly shift: DayShift | null
  readonly part: PartOfDay | null
  readonly clock: ClockWish | null
  /** The end of "tussen 12u en 13u", in minutes after midnight; null when no stretch of a day was told. */
  readonly clockEnd: number | null
  /** "nu", "op dit moment": the present instant. */
  readonly now: boolean
  /** The text, in lower case and without accents, with everything about time taken out. */
  readonly rest: string
}

const PARTS: readonly (readonly [RegExp, PartOfDay])[] = [
  [/\b(?:na|after) (?:de |the )?(?:middag|noen|noon|lunch)\b/, 'afternoon'],
  [/\b(?:voor|before) (?:de |the )?(?:middag|noen|noon|lunch)\b/, 'morning'],
  [
    /(?:'?s )?(?:morgens|ochtends|voormiddags)|(?:in )?(?:de |the )?(?:ochtend|voormiddag|morning)\b/,
    'morning',
  ],
  [/(?:'?s )?namiddags|(?:in )?(?:de |the )?(?:namiddag|afternoon)\b/, 'afternoon'],
  [
    /(?:tijdens|over|in|op) (?:de|het) (?:middag|noen|lunch|lunchpauze|middagpauze|middaguur)|(?:'?s )?middags|\b(?:middagpauze|lunchpauze|lunch ?(?:time|break|hour)?|middaguur|middag|noon|midday)\b/,
    'noon',
  ],
  [/(?:'?s )?avonds|(?:in )?(?:de |the )?(?:avond|evening)\b|\btonight\b/, 'evening'],
  [/(?:'?s )?nachts|(?:in |at )?(?:de |the )?(?:nacht|night)\b/, 'night'],
]

/**
 * Reads a day, a stretch of days, a part of the day and a time out of a text as members type it, Flemish or English.
 *
 * Days without a year lie today or later. Pure: `now` and `zone` decide what "morgen" is.
 *
 * @example
 * ```ts
 * parseWhen('vrijdag om 16u15 nog?', new Date('2026-11-23T09:00:00Z'), 'Europe/Brussels')
 * //=> days 2026-11-27, clock 975
 * ```
 */
export function parseWhen(text: string, now: Date, zone: string): When {
  const today = dayOf(now, zone)
  const taken = new Taken(plainTime(text))
  const from = firstDayOfYear(taken, today)
  const later = moment(taken, now, zone)
  const shift = takeShift(taken)
  const namedDays = named(taken, from)
  // "tweede pinksterdag 17 mei 2027": the date says which year.
  const written = takeDate(taken, from)
  // "11 november 2027 is een donderdag"
  if (written !== null) takeWeekday(taken)
  const base = written ?? namedDays ?? words(taken, today) ?? later?.days ?? null
  const days = base !== null && shift !== null ? shifted(base, shift) : base
  const otherDays = days === null ? [] : furtherDays(taken, from)
  const partOfDay = part(taken)
  const found = findClock(taken.text, isEarly(partOfDay), partOfDay === 'evening')
  const { rest } = found
  const [first, second] = found.all
  const isStretch =
    found.all.length === 2 && BETWEEN.test(taken.text) && (first?.minute ?? 0) < (second?.minute ?? 0)
  const clock = found.clock ?? later?.clock ?? null
  const remainder = new Taken(rest)
  const isNow =
    remainder.take(
      /\b(?:nu|momenteel|op dit (?:moment|ogenblik|uur)|now|currently|right now|at the moment)\b/,
    ) !== null
  return {
    days,
    otherDays,
    named: namedDays !== null && shift === null,
    shift: base === null ? shift : null,
    part: partOfDay,
    clock,
    clockEnd: isStretch ? (second?.minute ?? null) : null,
    now: isNow,
    rest: remainder.text,
  }
}

/** Two times that are the ends of a stretch. */
const BETWEEN = /\b(?:tussen|van|between|from)\b.*\b(?:en|tot|and|to|until|till)\b/

/** In the morning and at night the small hours are meant as they are. */
function isEarly(part: PartOfDay | null): boolean {
  return part === 'morning' || part === 'night'
}

/** With "volgend jaar" or "in 2028" days are counted from its first day; without, from today. */
function firstDayOfYear(taken: Taken, today: string): string {
  const year = Number(today.slice(0, 4))
  if (taken.take(/\b(?:(?:van |in )?(?:het )?(?:volgend|komend) jaar|next year)\b/) !== null)
    return `${year + 1}-01-01`
  if (taken.take(/\b(?:van |in )?(?:dit jaar|this year)\b/) !== null) return `${year}-01-01`
  const named = /\b(?:in|van|het jaar|the year) (20\d\d)\b/.exec(taken.text)
  if (named === null || Number(named[1]) < year) return today
  taken.remove(named[0])
  return `${named[1]}-01-01`
}

const SOON =
  /\b(?:binnen|over|in|within)\s+(\d{1,2}|een|een half|half|a|an|half an|twee|drie|vier|vijf|zes|two|three|four)\s?(uur|u|hours?|uurtje|minuten|minutes|min|kwartier)\b(?! (?:open|bereikbaar))/

const COUNTS: Readonly<Record<string, number>> = {
  een: 1,
  a: 1,
  an: 1,
  twee: 2,
  two: 2,
  drie: 3,
  three: 3,
  vier: 4,
  four: 4,
  vijf: 5,
  zes: 6,
}

/** "binnen 3 uur", "over een half uur", "binnen een kwartier": a moment today, or tomorrow past midnight. */
function moment(taken: Taken, now: Date, zone: string): { days: DayRange; clock: ClockWish } | null {
  const match = taken.take(SOON)
  if (match === null) return null
  const [, count = '', unit = ''] = match
  const minutes = /^u|^h/.test(unit) ? 60 : unit === 'kwartier' ? 15 : 1
  const number = /half/.test(count) ? 0.5 : (COUNTS[count] ?? Number(count))
  const at = new Date(now.getTime() + number * minutes * 60_000)
  return { days: single(dayOf(at, zone)), clock: { minute: minuteOf(at, zone), relation: 'at' } }
}

function named(taken: Taken, today: string): DayRange | null {
  const found = findNamedDays(taken.text, today)
  if (found !== null) taken.remove(found.found)
  return found?.range ?? null
}

function words(taken: Taken, today: string): DayRange | null {
  const monday = addDays(today, 1 - weekdayOf(today))
  if (taken.take(/\bovermorgen\b|\bday after tomorrow\b/) !== null) return single(addDays(today, 2))
  if (taken.take(/\bmorgen\b|\btomorrow\b/) !== null) return single(addDays(today, 1))
  if (taken.take(/\bvandaag\b|\btoday\b/) !== null) return single(today)
  if (taken.take(/\bweekends?\b|\bweek-end\b/) !== null) {
    const later = taken.take(/\b(?:volgend|komend|next)\b/) !== null && weekdayOf(today) > 5 ? 7 : 0
    return { from: addDays(monday, 5 + later), until: addDays(monday, 6 + later) }
  }
  return weekday(taken, today, monday) ?? week(taken, monday)
}

function weekday(taken: Taken, today: string, monday: string): DayRange | null {
  const index = takeWeekday(taken)
  if (index === null) return null
  const nextWeek = taken.take(/\b(?:volgende(?: week)?|next(?: week)?|(?:binnen|over) een week)\b/) !== null
  const ahead = addDays(monday, index + (nextWeek ? 7 : 0))
  return single(ahead < today ? addDays(ahead, 7) : ahead)
}

/** "donderdag of vrijdag", "24 en 31 december": the days after the first. */
function furtherDays(taken: Taken, today: string): readonly DayRange[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  const further: DayRange[] = []
  for (let more = taken.take(AND_OR_DAY); more !== null; more = taken.take(AND_OR_DAY)) {
    const one = new Taken(more[0])
    const day = takeDate(one, today) ?? weekday(one, today, monday)
    if (day !== null) further.push(day)
  }
  return further
}

const AND_OR_DAY = new RegExp(
  `(?:\\b(?:of|en|or|and)|,)(?: op)? (?:${WEEKDAYS.map(({ source }) => source).join('|')}|\\d{1,2}(?:[/-]\\d{1,2}| (?:${MONTH})))\\b(?: 20\\d\\d)?`,
)

function takeWeekday(taken: Taken): number | null {
  const long = WEEKDAYS.findIndex(({ source }) => taken.take(new RegExp(`\\b${source}\\b`)) !== null)
  if (long >= 0) return long
  // Short names are words too ("zo", "do"), so only after "op" and the like.
  const short = taken.take(/\b(op|volgende|deze|komende|aanstaande|en|en op) (ma|di|wo|do|vr|za|zo)\b/)
  return short === null ? null : SHORT_WEEKDAYS.indexOf(short[2] ?? '')
}

function week(taken: Taken, monday: string): DayRange | null {
  if (taken.take(/\b(?:volgende|komende|next) week\b/) !== null) {
    return { from: addDays(monday, 7), until: addDays(monday, 11) }
  }
  return taken.take(/\b(?:deze|this) week\b/) === null ? null : { from: monday, until: addDays(monday, 4) }
}

function part(taken: Taken): PartOfDay | null {
  for (const [pattern, part] of PARTS) if (taken.take(pattern) !== null) return part
  return null
}
