/** Words of the calendar as members type them, Dutch and English, short forms included. */

const WEEKDAY_WORDS: readonly (readonly string[])[] = [
  ['maandag', 'ma', 'monday', 'maandags', 'maandagen', 'mondays'],
  ['dinsdag', 'di', 'tuesday', 'tue', 'tues', 'dinsdags', 'dinsdagen', 'tuesdays'],
  ['woensdag', 'wo', 'woe', 'wednesday', 'woensdags', 'woensdagen', 'wednesdays'],
  ['donderdag', 'do', 'dond', 'thursday', 'thu', 'thur', 'thurs', 'donderdags', 'donderdagen', 'thursdays'],
  ['vrijdag', 'vr', 'vrijd', 'friday', 'fri', 'vrijdags', 'vrijdagen', 'fridays'],
  ['zaterdag', 'za', 'zat', 'saturday', 'satur', 'zaterdags', 'zaterdagen', 'saturdays'],
  ['zondag', 'zo', 'sunday', 'zondags', 'zondagen', 'sundays'],
]

const MONTH_WORDS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january', 'januarie'],
  ['februari', 'feb', 'febr', 'february', 'februarie'],
  ['maart', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['augustus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const NUMBER_WORDS: readonly (readonly string[])[] = [
  [],
  ['een', 'one', 'ene'],
  ['twee', 'two', 'tweeen'],
  ['drie', 'three', 'drieen'],
  ['vier', 'four', 'vieren'],
  ['vijf', 'five', 'vijven'],
  ['zes', 'six', 'zessen'],
  ['zeven', 'seven', 'zevenen'],
  ['acht', 'eight', 'achten'],
  ['negen', 'nine', 'negenen'],
  ['tien', 'ten', 'tienen'],
  ['elf', 'eleven', 'elven'],
  ['twaalf', 'twelve', 'twaalven', 'dozijn', 'dozen'],
  ['dertien', 'thirteen'],
  ['veertien', 'fourteen'],
  ['vijftien', 'fifteen'],
  ['zestien', 'sixteen'],
  ['zeventien', 'seventeen'],
  ['achttien', 'eighteen'],
  ['negentien', 'nineteen'],
  ['twintig', 'twenty'],
]
const TENS: readonly (readonly [string, number])[] = [
  ['vijfentwintig', 25],
  ['dertig', 30],
  ['thirty', 30],
  ['vijfendertig', 35],
  ['veertig', 40],
  ['forty', 40],
  ['vijftig', 50],
  ['fifty', 50],
  ['zestig', 60],
  ['sixty', 60],
  ['tachtig', 80],
  ['honderd', 100],
]

const WEEKDAYS = numbered(WEEKDAY_WORDS, 1)
const MONTHS = numbered(MONTH_WORDS, 1)
const NUMBERS = new Map([...numbered(NUMBER_WORDS, 0), ...TENS])
const ORDINALS = new Map([
  ['eerste', 1],
  ['first', 1],
  ['tweede', 2],
  ['second', 2],
  ['derde', 3],
  ['third', 3],
  ['vierde', 4],
  ['laatste', -1],
  ['last', -1],
])
// Long names only: a slip in `di` or `mrt` cannot be told from another word.
const LONG_WEEKDAYS = longOnly(WEEKDAYS)
const LONG_MONTHS = longOnly(MONTHS)

/** 1 (Monday) to 7, or null; one slip of the pen is forgiven in a full name. */
export function weekdayWord(word: string): number | null {
  return WEEKDAYS.get(word) ?? nearest(LONG_WEEKDAYS, word)
}

/** 1 to 12, or null; one slip of the pen is forgiven in a full name. */
export function monthWord(word: string): number | null {
  return MONTHS.get(word) ?? nearest(LONG_MONTHS, word)
}

/** Whether the word is a month's English name. */
export function isEnglishMonth(word: string): boolean {
  return /^(january|february|march|may|june|july|august|october)$/.test(word)
}

/** The number a word says, 1 to 20 and some tens; null when none. */
export function numberWord(word: string): number | null {
  return (
    NUMBERS.get(word) ??
    NUMBERS.get(word.replace(/(tal|tigtal)$/, (end) => (end === 'tal' ? '' : 'tig'))) ??
    null
  )
}

/** 1 to 4, -1 for the last; null when the word is no ordinal. */
export function ordinalWord(word: string): number | null {
  return ORDINALS.get(word) ?? null
}

/** Whether two words are the same but for one added, dropped, changed or swapped letter. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b
  let head = 0
  while (head < a.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const left = a.slice(head, a.length - tail)
  const right = b.slice(head, b.length - tail)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && left === [...right].reverse().join('')
}

function numbered(rows: readonly (readonly string[])[], first: number): Map<string, number> {
  return new Map(rows.flatMap((words, index) => words.map((word) => [word, index + first] as const)))
}

function longOnly(words: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...words].filter(([word]) => word.length >= 6))
}

function nearest(words: ReadonlyMap<string, number>, word: string): number | null {
  if (word.length < 5) return null
  for (const [known, value] of words) if (oneSlipApart(known, word)) return value
  return null
}
