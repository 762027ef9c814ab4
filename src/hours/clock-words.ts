import { DUTCH_NUMBERS, ENGLISH_NUMBERS } from './number-words.js'

/** A time of day as somebody typed it. */
export interface ClockWish {
  /** Minutes after midnight, 0 to 1440. */
  readonly minute: number
  /** `until` for "tot 17 uur" and "voor 9 uur": the time itself is the end. */
  readonly relation: 'at' | 'until' | 'from'
}

/** What was found, and the text without it. */
export interface ClockFind {
  /** The first time in the text; null when there is none. */
  readonly clock: ClockWish | null
  /** Every time in the text, in its order. */
  readonly all: readonly ClockWish[]
  /** The text with every time taken out. */
  readonly rest: string
}

const NUMBERS: Readonly<Record<string, number>> = {
  een: 1,
  ...DUTCH_NUMBERS,
  twintig: 20,
  kwart: 15,
  ...ENGLISH_NUMBERS,
  quarter: 15,
  twenty: 20,
}

/** "na vieren" is after four. */
const PLURAL: Readonly<Record<string, number>> = {
  tweeen: 2,
  drieen: 3,
  vieren: 4,
  vijven: 5,
  zessen: 6,
  zevenen: 7,
  achten: 8,
  negenen: 9,
  tienen: 10,
  elven: 11,
  twaalven: 12,
}

const HOUR =
  '(\\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const BEFORE =
  '(?:\\b(om|tot|tegen|vanaf|van|na|voor|rond|sinds|at|until|till|after|before|from|around|by)\\s+)?'
const NEEDED = BEFORE.slice(0, -1)
const HALF_DAY = '\\s?(am|pm|a\\.m\\.|p\\.m\\.)?'
const UUR = "(?:\\s?(?:u(?:ur)?|h|o'?clock)\\b)"
const MINUTES = '(\\d{1,2}|vijf|tien|twintig|kwart|(?:a )?quarter|five|ten|twenty)(?: minu(?:ten|utes))?'

/** How a layout's groups become a time: hour and minute on a clock of twelve or twenty-four. */
interface Layout {
  readonly pattern: RegExp
  /** Groups after the preposition. */
  read(groups: readonly string[]): { hour: number; minute: number } | null
}

const at = (hour: number, minute: number) => {
  const total = hour * 60 + minute
  return { hour: Math.floor(total / 60), minute: total % 60 }
}

const LAYOUTS: readonly Layout[] = [
  {
    // tien voor half vijf, vijf na half vijf
    pattern: new RegExp(`${BEFORE}\\b${MINUTES} (voor|na|over) half ${HOUR}\\b${UUR}?`, 'g'),
    read: ([minutes = '', side, hour = '']) =>
      at(number(hour) - 1, 30 + (side === 'voor' ? -1 : 1) * number(minutes)),
  },
  {
    // kwart na vier, quarter to five
    pattern: new RegExp(`${BEFORE}\\b${MINUTES} (voor|na|over|past|to) ${HOUR}\\b${UUR}?`, 'g'),
    read: ([minutes = '', side, hour = '']) =>
      at(number(hour), (side === 'voor' || side === 'to' ? -1 : 1) * number(minutes)),
  },
  {
    pattern: new RegExp(`${BEFORE}\\bhalf past ${HOUR}\\b`, 'g'),
    read: ([hour = '']) => at(number(hour), 30),
  },
  {
    // half vijf is 4.30
    pattern: new RegExp(`${BEFORE}\\bhalf ${HOUR}\\b${UUR}?`, 'g'),
    read: ([hour = '']) => at(number(hour) - 1, 30),
  },
  {
    // 16u45, 16:45, 16 uur 45, 4:45 pm
    pattern: new RegExp(`${BEFORE}\\b(\\d{1,2})\\s?(?:uur|u|h|:)\\s?([0-5]\\d)\\b${UUR}?${HALF_DAY}`, 'g'),
    read: ([hour = '', minute = '', half]) => at(onTwelve(number(hour), half), number(minute)),
  },
  {
    // 16.45 uur
    pattern: new RegExp(`${BEFORE}\\b(\\d{1,2})\\.([0-5]\\d)\\b(?:${UUR}|\\s?(am|pm)\\b)`, 'g'),
    read: ([hour = '', minute = '', half]) => at(onTwelve(number(hour), half), number(minute)),
  },
  {
    // om 16.45: without "uur" only after a preposition, or 16.45 may be a date
    pattern: new RegExp(`${NEEDED}(\\d{1,2})\\.([0-5]\\d)\\b`, 'g'),
    read: ([hour = '', minute = '']) => at(number(hour), number(minute)),
  },
  {
    pattern: new RegExp(`${BEFORE}\\b${HOUR}(?:${UUR}|\\s?(am|pm)\\b)`, 'g'),
    read: ([hour = '', half]) => at(onTwelve(number(hour), half), 0),
  },
  {
    // na vieren, tegen tienen
    pattern: new RegExp(`\\b(om|tegen|rond|na|voor|vanaf|tot)\\s+(${Object.keys(PLURAL).join('|')})\\b`, 'g'),
    read: ([hour = '']) => at(PLURAL[hour] ?? 0, 0),
  },
  {
    // om 16
    pattern: /\b(om|tegen|rond|at|around)\s+(\d{1,2})\b(?![/.-]\d)/g,
    read: ([hour = '']) => at(number(hour), 0),
  },
]

/**
 * Finds times of day in lower-case text, Flemish and English: `16u30`, `16.30 uur`, `half vijf`, `kwart na vier`,
 * `4 pm`, `om 16`.
 *
 * Hours 1 to 6 are in the afternoon, since nobody asks about the night; with `morning` they stay.
 */
export function findClock(text: string, morning: boolean, evening: boolean): ClockFind {
  let rest = withStretchInFull(text)
  const all: { readonly index: number; readonly clock: ClockWish }[] = []
  for (const { pattern, read } of LAYOUTS) {
    for (const match of rest.matchAll(pattern)) {
      const [found, preposition, ...groups] = match
      const time = read(groups)
      if (time === null || time.hour < 0 || time.hour > 24) continue
      const clock = { minute: likely(time, found, morning, evening), relation: relationOf(preposition) }
      all.push({ index: match.index, clock })
      // Blanked rather than cut, so that places stay comparable.
      rest = rest.replace(found, ' '.repeat(found.length))
    }
  }
  const inOrder = all.sort((a, b) => a.index - b.index).map(({ clock }) => clock)
  return { clock: inOrder[0] ?? null, all: inOrder, rest }
}

/** "tussen 4 en 5": two hours without "uur", unless they count something. */
const BARE_STRETCH = new RegExp(
  `\\b(tussen|van|between|from) ${HOUR} (en|tot|and|to|until) ${HOUR}(?= ?(?:[?.!,;]|$)| (?:nog|dan|even|eens|op|is|zijn|kan|mag|bellen|opbellen|telefoneren|langskomen|bereikbaar|open|iemand|volk|aan|te|in de|still|be|can|open|is)\\b)`,
  'g',
)

function withStretchInFull(text: string): string {
  return text.replace(BARE_STRETCH, '$1 $2u $3 $4u')
}

function number(word: string): number {
  return NUMBERS[word.replace(/^a /, '')] ?? Number(word)
}

function onTwelve(hour: number, half: string | undefined): number {
  if (half?.startsWith('p') && hour < 12) return hour + 12
  return half?.startsWith('a') && hour === 12 ? 0 : hour
}

function likely(
  time: { hour: number; minute: number },
  found: string,
  morning: boolean,
  evening: boolean,
): number {
  const given = time.hour * 60 + time.minute
  if (/\bam\b|a\.m\.|\b0\d/.test(found)) return given
  const afternoon = (time.hour < 7 && !morning) || (evening && time.hour < 12)
  // "half een" is after noon; only figures say midnight.
  const midnight = time.hour === 0 && /\b(?:0|12|24)/.test(found)
  return afternoon && !midnight ? Math.min(given + 720, 1440) : Math.min(given, 1440)
}

function relationOf(preposition: string | undefined): ClockWish['relation'] {
  if (preposition === undefined) return 'at'
  if (/^(?:tot|voor|until|till|before|by)$/.test(preposition)) return 'until'
  return /^(?:vanaf|sinds|from)$/.test(preposition) ? 'from' : 'at'
}
