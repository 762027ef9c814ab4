import { addDays, weekdayOf } from './day.js'
import { dayOfHoliday, easterSunday, HOLIDAY_KEYS } from './holidays.js'

/** ISO days, both inclusive. */
export interface DayRange {
  readonly from: string
  readonly until: string
}

interface NamedDays {
  readonly pattern: RegExp
  of(year: number): DayRange
}

const one = (day: string): DayRange => ({ from: day, until: day })
const fixed = (monthDay: string) => (year: number) => one(`${year}-${monthDay}`)
const easter =
  (from: number, until = from) =>
  (year: number) => ({
    from: addDays(easterSunday(year), from),
    until: addDays(easterSunday(year), until),
  })
const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))
/** The Monday from which a school holiday of the week around a day is counted: a weekend belongs to the week after. */
const mondayAround = (day: string) => addDays(mondayOf(day), weekdayOf(day) > 5 ? 7 : 0)

/** Names of days and stretches of days, the longer names first: "tweede kerstdag" before "kerst". */
const NAMED: readonly NamedDays[] = [
  {
    pattern:
      /tussen (?:kerst(?:mis|dag)?|kerst en) en (?:oud ?(?:en|&) ?)?nieuw(?:jaar)?|between christmas and new year/,
    of: (year) => ({ from: `${year}-12-26`, until: `${year}-12-31` }),
  },
  { pattern: /(?:tweede|2e|2de) kerstdag|boxing day/, of: fixed('12-26') },
  { pattern: /kerstavond|christmas eve/, of: fixed('12-24') },
  {
    pattern: /kerstvakantie|christmas (?:holidays?|break)/,
    of: (year) => {
      const from = mondayAround(`${year}-12-25`)
      return { from, until: addDays(from, 13) }
    },
  },
  {
    pattern: /eindejaar(?:speriode)?|(?:tijdens|over|in|met) de (?:kerst- en nieuwjaars)?feestdagen/,
    of: (year) => ({ from: `${year}-12-24`, until: `${year + 1}-01-01` }),
  },
  {
    pattern: /(?:(?:eerste|1e|1ste) )?kerst(?:dag|mis)?\b|christmas(?: day)?\b|\bxmas\b/,
    of: fixed('12-25'),
  },
  { pattern: /oudejaar(?:sdag|savond)?|oude?jaarsavond|new year'?s eve/, of: fixed('12-31') },
  { pattern: /nieuwjaar(?:sdag)?|new year(?:'?s day)?/, of: fixed('01-01') },
  {
    pattern: /krokus(?:vakantie|verlof)?/,
    of: (year) => ({ from: addDays(easterSunday(year), -48), until: addDays(easterSunday(year), -42) }),
  },
  { pattern: /goede vrijdag|good friday/, of: easter(-2) },
  { pattern: /paasmaandag|tweede paasdag|easter monday/, of: easter(1) },
  { pattern: /\bpasen\b|paas(?:weekend|zondag)|easter(?: weekend| sunday)?/, of: easter(0, 1) },
  { pattern: /pinkstermaandag|tweede pinksterdag|whit monday/, of: easter(50) },
  { pattern: /pinkster(?:en|weekend|zondag)|whitsun|pentecost/, of: easter(49, 50) },
  {
    pattern:
      /(?:o\.?l\.?v\.?|onze[- ]lieve[- ]vrouw)[- ]?(?:ten[- ])?hemelvaart|half[- ]?oogst|half augustus|\bassumption\b/,
    of: fixed('08-15'),
  },
  { pattern: /(?:vrijdag|brugdag|dag) na (?:o\.?l\.?h\.?[- ])?hemelvaart(?:sdag)?/, of: easter(40) },
  { pattern: /hemelvaart(?:s?weekend)/, of: easter(39, 42) },
  { pattern: /(?:o\.?l\.?h\.?[- ])?hemelvaart(?:s?dag)?|ascension(?: day)?/, of: easter(39) },
  { pattern: /(?:dag|feest) van de arbeid|labou?r day/, of: fixed('05-01') },
  {
    pattern: /feest(?:dag)? van de vlaamse gemeenschap|vlaamse feestdag|guldensporen(?:dag|feest)?/,
    of: fixed('07-11'),
  },
  { pattern: /(?:belgische )?nationale feestdag|(?:belgian )?national (?:holi)?day/, of: fixed('07-21') },
  {
    pattern: /herfst(?:vakantie|verlof)|autumn (?:holidays?|break)/,
    of: (year) => {
      const from = mondayAround(`${year}-11-01`)
      return { from, until: addDays(from, 6) }
    },
  },
  { pattern: /allerheiligen|all saints(?:'? day)?/, of: fixed('11-01') },
  { pattern: /allerzielen|all souls(?:'? day)?/, of: fixed('11-02') },
  { pattern: /wapenstilstand|armistice(?: day)?/, of: fixed('11-11') },
  { pattern: /koningsdag|dag van de (?:koning|dynastie)|king'?s day/, of: fixed('11-15') },
  {
    pattern: /(?:zomer|grote )vakantie|(?:tijdens|in) de zomer|(?:zomer|verlof)periode|summer(?: holidays?)?/,
    of: (year) => ({ from: `${year}-07-01`, until: `${year}-08-31` }),
  },
]

/**
 * The named day or stretch of days in lower-case text that ends today or later, next year's when this year's is
 * over; with a year in the text that year's. Null when the text names none.
 */
export function findNamedDays(text: string, today: string): { range: DayRange; found: string } | null {
  for (const { pattern, of } of NAMED) {
    const match = new RegExp(`(?:${pattern.source})(?: (20\\d\\d))?`).exec(text)
    if (match === null) continue
    const year = match[1] === undefined ? null : Number(match[1])
    return { range: year === null ? next(of, today) : of(year), found: match[0] }
  }
  const bridge = /brugdag(?:en)?|de brug\b|bridge days?/.exec(text)
  return bridge === null ? null : { range: next(bridgeDay, today), found: bridge[0] }
}

function next(of: (year: number) => DayRange | null, today: string): DayRange {
  const thisYear = Number(today.slice(0, 4))
  for (let year = thisYear - 1; year < thisYear + 10; year++) {
    const range = of(year)
    if (range !== null && range.until >= today) return range
  }
  return one(today)
}

/** The day between a holiday on a Thursday or Tuesday and the weekend: the first of a year. */
function bridgeDay(year: number): DayRange | null {
  const bridges = HOLIDAY_KEYS.map((key) => dayOfHoliday(key, year)).flatMap((day) => {
    if (weekdayOf(day) === 4) return [addDays(day, 1)]
    return weekdayOf(day) === 2 ? [addDays(day, -1)] : []
  })
  const [first] = bridges.sort()
  return first === undefined ? null : one(first)
}
