import { addDays, weekdayOf } from './day.js'
import type { DayRange } from './named-days.js'
import { DUTCH_NUMBERS, ENGLISH_NUMBERS } from './number-words.js'
import type { Taken } from './taken.js'
import { single, WEEKDAYS } from './written-dates.js'

/** A day told from another one: "de dag erna", "twee dagen later", "de maandag erop". */
export interface DayShift {
  /** Days after the other one, before it when negative; with a weekday only its sign counts. */
  readonly days: number
  /** 1 for Monday to 7: the first one after or before the other day; null when days are counted. */
  readonly weekday: number | null
}

const WEEKDAY = WEEKDAYS.map(({ source }) => source).join('|')
const COUNT = '(\\d{1,2}|een|1|twee|drie|vier|vijf|zes|a|one|two|three|four|five|six)'
/** What makes "dag na" and "dag voor" a time of that day: "een dag voor de middag", "vrijdag voor 9 uur". */
const NO_CLOCK = '(?! (?:de |het |the )?(?:middag|noen|noon|lunch|half|kwart|\\d{1,2} ?(?:u|uur|h|:|\\.)))'

const AFTER = [
  `\\b(dag|day) (?:na|after)\\b(?! tomorrow)${NO_CLOCK}`,
  `\\b(dag|${WEEKDAY}) (?:er|daar)(?:na|op|achter)\\b`,
  `\\b(dag|${WEEKDAY}) (?:nadien|nadat|after(?:wards| that)?)\\b(?! tomorrow)`,
  '\\b(?:de |the )?(?:volgende|daaropvolgende|following|next) (dag|day)\\b',
]
const BEFORE = [
  `\\b(dag|day) (?:voor|before)\\b${NO_CLOCK}`,
  `\\b(dag|${WEEKDAY}) (?:er|daar)(?:voor|aan voorafgaand)\\b`,
  `\\b(dag|${WEEKDAY}) (?:voordien|voorheen|tevoren|before(?: that)?)\\b`,
  '\\b(?:de |the )?(?:vorige|voorgaande|previous) (dag|day)\\b',
]
const LATER = `\\b${COUNT} (?:dag|dagen|dagje|days?) (later|erna|daarna|nadien|after)\\b`
const EARLIER = `\\b${COUNT} (?:dag|dagen|dagje|days?) (vroeger|eerder|ervoor|daarvoor|voordien|earlier|before)\\b`

/** Takes a day told from another one out of lower-case text; null when there is none. */
export function takeShift(taken: Taken): DayShift | null {
  const counted = taken.take(new RegExp(LATER)) ?? taken.take(new RegExp(EARLIER))
  if (counted !== null) {
    const sign = new RegExp(EARLIER).test(counted[0]) ? -1 : 1
    return { days: sign * countOf(counted[1] ?? ''), weekday: null }
  }
  for (const [patterns, sign] of [
    [AFTER, 1],
    [BEFORE, -1],
  ] as const) {
    const match = taken.take(new RegExp(patterns.join('|')))
    if (match !== null) return { days: sign, weekday: weekdayIn(match.slice(1).join('')) }
  }
  return null
}

/** The day that lies so far from another, or from the end of a stretch it is nearest to. */
export function shifted({ from, until }: DayRange, { days, weekday }: DayShift): DayRange {
  // Of two feast days ("Pasen") the second one is the day after.
  const start = days > 0 && addDays(from, 1) < until ? until : from
  if (weekday === null) return single(addDays(start, days))
  const step = Math.sign(days)
  let day = addDays(start, step)
  while (weekdayOf(day) !== weekday) day = addDays(day, step)
  return single(day)
}

function countOf(word: string): number {
  return { ...DUTCH_NUMBERS, ...ENGLISH_NUMBERS, een: 1, a: 1 }[word] ?? Number(word)
}

function weekdayIn(word: string): number | null {
  const at = WEEKDAYS.findIndex((pattern) => pattern.test(word))
  return at < 0 ? null : at + 1
}
