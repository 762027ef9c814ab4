import {
  type DateCursor,
  type DateMatcher,
  found,
  oneDay,
  smallNumberAt,
  textAt,
  weekdayAt,
  yearAt,
} from './date-cursor.js'
import { addDays, type Day, type DayRange, daysBetween, easterSunday, nextWeekday } from './days.js'
import { monthRange, workWeek } from './periods.js'
import { type SchoolHoliday, schoolHoliday } from './school-holidays.js'

const FIXED: readonly (readonly [RegExp, number])[] = [
  [/^(vandaag|today|vanmiddag|vanavond|vanochtend|vandag)$/, 0],
  [/^(morgen|tomorrow|mrgn|morge)$/, 1],
  [/^(overmorgen)$/, 2],
  [/^(gisteren|gister|gisternamiddag|yesterday)$/, -1],
  [/^(eergisteren)$/, -2],
]

/** Reads `vandaag`, `overmorgen`, `gisteren`; a `morgen` after `'s` or `goede` is a part of the day, not a date. */
export const fixedDay: DateMatcher = (cursor) => {
  const word = textAt(cursor, cursor.at)
  const hit = FIXED.find(([name]) => name.test(word))
  if (hit === undefined) return null
  const before = textAt(cursor, cursor.at - 1)
  const partOfDay =
    word === 'morgen' &&
    (/^('s|s|goede|goeie|de)$/.test(before) ||
      weekdayAt(cursor, cursor.at - 1) !== null ||
      /^(overmorgen)$/.test(before))
  const greeting = word === 'morgen' && cursor.at === 0 && /^[!,]$/.test(textAt(cursor, 1))
  return partOfDay || greeting ? null : found(cursor.at + 1, oneDay(addDays(cursor.today, hit[1])))
}

/** Reads `begin volgend jaar`, `eind dit jaar`: its first or last two months. */
export const partOfYear: DateMatcher = (cursor) => {
  const early = /^(begin|vroeg|early)$/.test(textAt(cursor, cursor.at))
  if (!early && !/^(eind|einde|late|end)$/.test(textAt(cursor, cursor.at))) return null
  const next = COMING.test(textAt(cursor, cursor.at + 1))
  const named = yearAt(cursor, cursor.at + 1)
  const unit =
    /^(jaar|year)$/.test(textAt(cursor, cursor.at + 2)) && (next || THIS.test(textAt(cursor, cursor.at + 1)))
  if (!unit && named === null) return null
  const year = named ?? Number(cursor.today.slice(0, 4)) + (next ? 1 : 0)
  const end = cursor.at + (named === null ? 3 : 2)
  return early
    ? found(end, { from: `${year}-01-01`, to: monthRange(year, 2).to })
    : found(end, { from: `${year}-11-01`, to: `${year}-12-31` })
}

const COMING = /^(volgende|komende|aanstaande|volgend|next|komend|eerstvolgende|coming|aanst)$/
const THIS = /^(deze|dit|this)$/
const LAST = /^(vorige|afgelopen|voorbije|vorig|last)$/

/** Reads `volgende week dinsdag`, `komende donderdag`, `deze week`, `vorige maand`, `volgend jaar`. */
export const comingPeriod: DateMatcher = (cursor) => {
  const word = textAt(cursor, cursor.at)
  const shift = COMING.test(word) ? 1 : THIS.test(word) ? 0 : LAST.test(word) ? -1 : null
  if (shift === null) return null
  const weekday = weekdayAt(cursor, cursor.at + 1)
  if (weekday !== null) return found(cursor.at + 2, oneDay(comingWeekday(cursor.today, weekday, shift)))
  const unit = textAt(cursor, cursor.at + 1)
  if (/^(week|wk|weken)$/.test(unit)) return weekShifted(cursor, shift)
  const range = unitRange(cursor.today, unit, shift)
  return range === null ? null : found(cursor.at + 2, range)
}

function comingWeekday(today: Day, weekday: number, shift: number): Day {
  return shift < 0
    ? addDays(nextWeekday(today, weekday), -7)
    : nextWeekday(shift === 0 ? today : addDays(today, 1), weekday)
}

function weekShifted(cursor: DateCursor, shift: number) {
  const week = workWeek(addDays(cursor.today, shift * 7))
  const weekday = weekdayAt(cursor, cursor.at + 2) ?? weekdayAt(cursor, cursor.at + 3)
  if (weekday === null) return found(cursor.at + 2, week)
  const next = cursor.at + (weekdayAt(cursor, cursor.at + 2) === null ? 4 : 3)
  return found(next, oneDay(addDays(week.from, weekday - 1)))
}

function unitRange(today: Day, unit: string, shift: number): DayRange | null {
  const [year = 0, month = 1] = today.split('-').map(Number)
  if (/^(maand|month)$/.test(unit)) {
    const total = year * 12 + month - 1 + shift
    return monthRange(Math.floor(total / 12), (total % 12) + 1)
  }
  if (/^(jaar|year)$/.test(unit)) return { from: `${year + shift}-01-01`, to: `${year + shift}-12-31` }
  if (/^(kwartaal|quarter)$/.test(unit)) {
    const quarter = year * 4 + Math.floor((month - 1) / 3) + shift
    return quarterRange(Math.floor(quarter / 4), (quarter % 4) + 1)
  }
  return null
}

function quarterRange(year: number, quarter: number): DayRange {
  return { from: monthRange(year, quarter * 3 - 2).from, to: monthRange(year, quarter * 3).to }
}

/** Reads `binnen 3 weken`, `over tien dagen`, `in two weeks`: the day or week that is then. */
export const daysAhead: DateMatcher = (cursor) => {
  if (!/^(binnen|over|in)$/.test(textAt(cursor, cursor.at))) return null
  const some =
    /^(een|a|paar|enkele|few)$/.test(textAt(cursor, cursor.at + 1)) &&
    /^(paar|few)$/.test(textAt(cursor, cursor.at + 2))
  const count = some ? 2 : smallNumberAt(cursor, cursor.at + 1)
  const at = cursor.at + (some ? 3 : 2)
  if (count === null) return null
  const unit = textAt(cursor, at)
  if (/^(dag|dagen|days?)$/.test(unit)) return found(at + 1, oneDay(addDays(cursor.today, count)))
  if (/^(week|weken|weeks?|wk)$/.test(unit)) return found(at + 1, workWeek(addDays(cursor.today, count * 7)))
  const range = /^(maand|maanden|months?)$/.test(unit) ? unitRange(cursor.today, 'month', count) : null
  return range === null ? null : found(at + 1, range)
}

const SEASONS: readonly (readonly [RegExp, string, string])[] = [
  [/^(voorjaar)$/, '03-01', '06-30'],
  [/^(lente|spring)$/, '03-01', '05-31'],
  [/^(zomer|summer|zomervakantie|zomerverlof|zomermaanden|grote)$/, '07-01', '08-31'],
  [/^(najaar|herfst|autumn|fall)$/, '09-01', '11-30'],
  [/^(schooljaar)$/, '09-01', '06-30'],
]
const SCHOOL: readonly (readonly [RegExp, SchoolHoliday])[] = [
  [/^(kerstvakantie|kerstverlof|kerst|kerstmis|christmas|eindejaar|feestdagen)$/, 'kerst'],
  [/^(krokusvakantie|krokusverlof|krokus|krokusweek)$/, 'krokus'],
  [/^(paasvakantie|paasverlof|pasen|easter)$/, 'paas'],
  [/^(herfstvakantie|herfstverlof|allerheiligenvakantie)$/, 'herfst'],
]
const FEASTS: readonly (readonly [RegExp, (year: number) => Day])[] = [
  [/^(nieuwjaar|nieuwjaarsdag)$/, (year) => `${year}-01-01`],
  [/^(paasmaandag)$/, (year) => addDays(easterSunday(year), 1)],
  [/^(hemelvaart|hemelvaartsdag|ascension)$/, (year) => addDays(easterSunday(year), 39)],
  [/^(pinkstermaandag|pinksteren)$/, (year) => addDays(easterSunday(year), 50)],
  [/^(kerstdag)$/, (year) => `${year}-12-25`],
  [/^(allerheiligen)$/, (year) => `${year}-11-01`],
  [/^(wapenstilstand|wapenstilstandsdag)$/, (year) => `${year}-11-11`],
]

/** Reads `in het najaar`, `de paasvakantie`, `nieuwjaar`, `Q2`: the next time it comes, or the year that is named. */
export const namedPeriod: DateMatcher = (cursor) => {
  const word = textAt(cursor, cursor.at)
  const inYear = periodInYear(cursor, word)
  if (inYear === null) return null
  const named = yearAt(cursor, cursor.at + 1)
  const thisYear = Number(cursor.today.slice(0, 4))
  if (named !== null) return found(cursor.at + 2, inYear(named))
  const range = inYear(thisYear)
  return found(cursor.at + 1, mostlyOver(range, cursor.today) ? inYear(thisYear + 1) : range)
}

// In November `in het najaar` is the next one.
function mostlyOver({ from, to }: DayRange, today: Day): boolean {
  return to < today || (from < today && daysBetween(today, to) < daysBetween(from, today))
}

function periodInYear(cursor: DateCursor, word: string): ((year: number) => DayRange) | null {
  const season = SEASONS.find(([name]) => name.test(word))
  if (season !== undefined) {
    const [, from, to] = season
    return (year) => ({ from: `${year}-${from}`, to: `${from > to ? year + 1 : year}-${to}` })
  }
  if (word === 'winter') return (year) => ({ from: `${year}-12-01`, to: monthRange(year + 1, 2).to })
  const school = SCHOOL.find(([name]) => name.test(word))
  if (school !== undefined) return (year) => schoolHoliday(school[1], year)
  const feast = FEASTS.find(([name]) => name.test(word))
  if (feast !== undefined) return (year) => oneDay(feast[1](year))
  const quarter = word === 'q' ? smallNumberAt(cursor, cursor.at + 1) : null
  return quarter !== null && quarter >= 1 && quarter <= 4 ? (year) => quarterRange(year, quarter) : null
}
