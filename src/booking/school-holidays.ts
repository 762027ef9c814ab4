import { addDays, type Day, type DayRange, easterSunday, mondayOf, nextWeekday, weekdayOf } from './days.js'

/** The Flemish school holidays that members plan around. */
export type SchoolHoliday = 'kerst' | 'krokus' | 'paas' | 'zomer' | 'herfst'

/**
 * A Flemish school holiday that starts in a calendar year, by the rule the Flemish Community publishes; weekends
 * at its end included.
 *
 * @example
 * ```ts
 * schoolHoliday('paas', 2027) // { from: '2027-03-29', to: '2027-04-11' }
 * ```
 */
export function schoolHoliday(name: SchoolHoliday, year: number): DayRange {
  switch (name) {
    case 'zomer':
      return { from: `${year}-07-01`, to: `${year}-08-31` }
    case 'krokus': {
      // The week of Ash Wednesday.
      const from = addDays(easterSunday(year), -48)
      return { from, to: addDays(from, 6) }
    }
    case 'herfst': {
      // The week of 1 November; when that is a Sunday, the week that follows.
      const first = `${year}-11-01`
      const from = weekdayOf(first) === 7 ? addDays(first, 1) : mondayOf(first)
      return { from, to: addDays(from, 6) }
    }
    case 'kerst': {
      // Two weeks from the Monday of Christmas week; when Christmas is in a weekend, from the Monday after.
      const christmas = `${year}-12-25`
      const from = weekdayOf(christmas) > 5 ? nextWeekday(christmas, 1) : mondayOf(christmas)
      return { from, to: addDays(from, 13) }
    }
    case 'paas':
      return easterHoliday(year)
  }
}

const NAMES: readonly SchoolHoliday[] = ['kerst', 'krokus', 'paas', 'zomer', 'herfst']

/** The school holiday a day is in; null on a school day. Christmas holidays run into January. */
export function schoolHolidayOn(day: Day): SchoolHoliday | null {
  const year = Number(day.slice(0, 4))
  const within = (name: SchoolHoliday, of: number): boolean => {
    const { from, to } = schoolHoliday(name, of)
    return from <= day && day <= to
  }
  return NAMES.find((name) => within(name, year) || within(name, year - 1)) ?? null
}

// Two weeks from the first Monday of April; with Easter in March from Easter Monday, with Easter after
// 15 April from the second Monday before it.
function easterHoliday(year: number): DayRange {
  const easter = easterSunday(year)
  const first = nextWeekday(`${year}-04-01`, 1)
  const from =
    easter < `${year}-04-01` ? addDays(easter, 1) : easter > `${year}-04-15` ? addDays(easter, -13) : first
  return { from, to: addDays(from, 13) }
}
