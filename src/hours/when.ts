import { type ClockWish, findClock } from './clock-words.js'
import { addDays, dayOf, weekdayOf } from './day.js'
import { type DayRange, findNamedDays } from './named-days.js'
import { Taken } from './taken.js'
import { SHORT_WEEKDAYS, single, takeDate, WEEKDAYS } from './written-dates.js'

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'

/** What a text says about when. */
export interface When {
  /** ISO days, both inclusive and equal for a single day; null when no day is meant. */
  readonly days: DayRange | null
  /** Whether the days were named as something that may be a closing day: a holiday, a school holiday, a bridge day. */
  readonly named: boolean
  readonly part: PartOfDay | null
  readonly clock: ClockWish | null
  /** "nu", "op dit moment": the present instant. */
  readonly now: boolean
  /** The text, in lower case and without accents, with everything about time taken out. */
  readonly rest: string
}

const PARTS: readonly (readonly [RegExp, PartOfDay])[] = [
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
  const taken = new Taken(spreadOut(plain(text)))
  const namedDays = named(taken, today)
  const days = namedDays ?? takeDate(taken, today) ?? words(taken, today)
  const partOfDay = part(taken)
  const { clock, rest } = findClock(taken.text, partOfDay === 'morning', partOfDay === 'evening')
  const remainder = new Taken(rest)
  const isNow =
    remainder.take(
      /\b(?:nu|momenteel|op dit (?:moment|ogenblik|uur)|now|currently|right now|at the moment)\b/,
    ) !== null
  return { days, named: namedDays !== null, part: partOfDay, clock, now: isNow, rest: remainder.text }
}

/** Lower case, without accents, with plain apostrophes. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u00B4`]/g, "'")
}

/** Splits "vrijdagnamiddag", "morgenvroeg" and "vanavond" into the day and the part; greetings are no time. */
function spreadOut(text: string): string {
  return text
    .replace(
      /\b(?:goe(?:de|ie|den)? ?(?:morgen|middag|namiddag|avond|dag)|good (?:morning|afternoon|evening))\b/g,
      ' ',
    )
    .replace(/\b(\w+dag)s?\s?(?:morgen|ochtend|voormiddag)\b/g, '$1 ochtend')
    .replace(/\b(\w+dag)(namiddag|middag|avond)\b/g, '$1 $2')
    .replace(/\b((?:maan|dins|woens|donder|vrij|zater|zon)dag)(?:en|s)\b/g, '$1')
    .replace(/\bmorgen ?(?:vroeg|ochtend|morgen|voormiddag)\b/g, 'morgen ochtend')
    .replace(/\bmorgen(namiddag|middag|avond)\b/g, 'morgen $1')
    .replace(
      /\bvan(?:morgen|ochtend|voormiddag)\b|\bdeze (?:morgen|ochtend|voormiddag)\b/g,
      'vandaag ochtend',
    )
    .replace(/\b(?:van|deze )(?:middag|namiddag)\b|\bthis afternoon\b/g, 'vandaag namiddag')
    .replace(/\b(?:van|deze )avond\b|\btonight\b|\bthis evening\b/g, 'vandaag avond')
    .replace(/\bthis morning\b/g, 'vandaag ochtend')
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
