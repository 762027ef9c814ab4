import { wallClockOf } from './availability.js'
import { addDays, type DayRange, weekdayOf } from './days.js'
import { workWeek } from './periods.js'
import type { MessageReading } from './read.js'
import type { BookingView, BookingWish } from './view.js'
import { type LevelledWish, wishDate, wishRange } from './wishes.js'
import { weekdayWord } from './words.js'

/** An offer that was chosen, and the wish it makes. */
export interface Choice {
  readonly wish: LevelledWish
  readonly offer: string
}

const ORDINAL =
  /^(?:(?:ok|oke|ja|prima|goed|doe|dan|maar|toch|liever|liefst|graag|nummer|nr|optie|keuze|voor|yes|the|number|option|de|het|'t|,|we|nemen|kiezen|take|i'll|we'll|neem|ik|wij|geef)\s+)*(eerste|tweede|derde|laatste|1e|2e|3e|1ste|2de|3de|first|second|third|last|1|2|3|een|twee|drie)(?:\s+(?:optie|datum|moment|voorstel|graag|aub|past|is|goed|ok|prima|voor|ons|please|one|option|dan|maar|keuze|slot|het|best|beste|then|nemen|we|works|mogelijkheid|reserveren|boeken))*[.! ]*$/

/** `de tweede`, `optie 3`, `doe maar de laatste`, `die van dinsdag`: one of the slots that were offered. */
export function chosenOffer(reading: MessageReading, previous: BookingView): Choice | null {
  // With several sessions under way each offer is for another of them: there is nothing to choose between.
  const several = previous.level === null && previous.wishes.length > 1
  if (previous.offers.length === 0 || several) return null
  const word = ORDINAL.exec(reading.text)?.[1]
  if (word !== undefined && !onlyNumber(reading.text, previous)) {
    const place = /^(laatste|last)$/.test(word) ? previous.offers.length : placeOf(word)
    return offerAsWish(previous.offers[place - 1])
  }
  const weekday = reading.text.match(
    /^(?:die|deze|the one|dan|doe maar|ok|liefst|graag)?\s*(?:van|op|on)?\s*(maandag|dinsdag|woensdag|donderdag|vrijdag|monday|tuesday|wednesday|thursday|friday)(?:\s+(?:dan|graag|past|is goed|aub|please|works))*[.! ]*$/,
  )
  const only = reading.wishes.length === 1 ? reading.wishes[0]?.wish.date : null
  if (weekday === null || only === null || only === undefined) return null
  const matching = previous.offers.filter((offer) => weekdayOf(wallClockOf(offer).day) === weekdayOf(only))
  return matching.length === 1 ? offerAsWish(matching[0]) : null
}

// A bare `20` cannot be a choice; a bare `2` is the level while that is what was asked first.
function onlyNumber(text: string, previous: BookingView): boolean {
  return /^\d$/.test(text) && previous.missing[0] === 'level'
}

/** 1 to 3 for `eerste`, `2de`, `third`; 0 when it is none. */
export function placeOf(word: string): number {
  const digit = /^\d/.exec(word)
  if (digit !== null) return Number(digit[0])
  const rows = [
    ['eerste', 'first', 'een'],
    ['tweede', 'second', 'twee'],
    ['derde', 'third', 'drie'],
  ]
  return rows.findIndex((row) => row.includes(word)) + 1
}

function offerAsWish(offer: string | undefined): Choice | null {
  if (offer === undefined) return null
  const { day, minute } = wallClockOf(offer)
  const two = (value: number): string => String(value).padStart(2, '0')
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  return { wish: asWish({ date: day, part: null, time }), offer }
}

function asWish(wish: BookingWish): LevelledWish {
  return { wish, level: null, weekday: null }
}

const SHIFTS: readonly (readonly [RegExp, (range: DayRange) => DayRange])[] = [
  [
    /\b(later|verder) (die|in die|in de|dezelfde|that) week\b|\blater in the week\b/,
    ({ from }) => ({ from: addDays(from, 1), to: workWeek(from).to }),
  ],
  [
    /\b(vroeger|eerder) (die|in die|in de|dezelfde) week\b|\bearlier (that|in the) week\b/,
    ({ from }) => ({ from: workWeek(from).from, to: addDays(from, -1) }),
  ],
  [
    /\b((een|1|a|one) week (later|verder)|(de )?week (erna|daarna|erop|nadien|later)|the week after|volgende week dan)\b/,
    (range) => moved(range, 7),
  ],
  [/\b(twee|2|two) (weken|weeks) (later|verder|after)\b/, (range) => moved(range, 14)],
  [
    /\b((een|1|a|one) week (vroeger|eerder|earlier)|(de )?week (ervoor|daarvoor|voordien)|the week before)\b/,
    (range) => moved(range, -7),
  ],
  [
    /\b((een|1|a|one) dag (later|verder)|(de )?dag (erna|daarna|erop|nadien)|the (next day|day after)|a day later)\b/,
    (range) => moved(range, 1),
  ],
  [
    /\b((een|1) dag (vroeger|eerder)|(de )?dag (ervoor|daarvoor|voordien)|the day before|a day earlier)\b/,
    (range) => moved(range, -1),
  ],
  [
    /\b((een|1) maand (later|verder)|(de )?maand (erna|daarna|nadien)|a month later|the month after)\b/,
    (range) => moved(range, 28),
  ],
]

/** `later die week`, `een week later`, `de dag erna`: the wish under way, moved; null when nothing is moved. */
export function shiftedWish(reading: MessageReading, previous: BookingView): LevelledWish | null {
  const wish = previous.wishes[0]
  const range = wish === undefined ? null : wishRange(wish)
  if (wish === undefined || range === null || reading.dates.mentions.length > 0) return null
  const shift = SHIFTS.find(([pattern]) => pattern.test(reading.text))
  if (shift === undefined) return null
  const next = shift[1](range)
  if (next.to < next.from) return null
  const time = reading.wishes[0]?.wish
  return asWish({
    date: wishDate(next),
    part: time?.part ?? wish.part,
    time: time?.time ?? (next.from === next.to ? wish.time : null),
  })
}

/**
 * `liever op donderdag` while a day or a period is under way: a Thursday of that week or in that period, and not the
 * next one from today. Gives the message as if it said so; null when it names anything but a bare weekday.
 */
export function weekdayOfWish(reading: MessageReading, previous: BookingView): MessageReading | null {
  const [wish, ...others] = previous.wishes
  const range = wish === undefined ? null : wishRange(wish)
  const [mention, ...more] = reading.dates.mentions
  if (range === null || others.length > 0 || mention === undefined || more.length > 0) return null
  const bare = mention.next === mention.at + 1 && weekdayWord(reading.tokens[mention.at]?.text ?? '') !== null
  const announced = /^(volgende|komende|aanstaande|next|coming|this|deze)$/
  if (!bare || announced.test(reading.tokens[mention.at - 1]?.text ?? '')) return null
  const weekday = weekdayOf(mention.range.from)
  if (range.from !== range.to) return likes(reading, weekday)
  const day = addDays(range.from, weekday - weekdayOf(range.from))
  return day < mention.range.from ? null : on(reading, day)
}

function likes(reading: MessageReading, weekday: number): MessageReading {
  const wishes = reading.wishes
    .map((entry) => ({ ...entry, wish: { ...entry.wish, date: null } }))
    .filter(({ wish }) => wish.part !== null || wish.time !== null)
  return { ...reading, wishes, dates: { ...reading.dates, mentions: [], weekdays: [weekday] } }
}

function on(reading: MessageReading, day: string): MessageReading {
  const wishes = reading.wishes.map((entry) => ({ ...entry, wish: { ...entry.wish, date: day } }))
  return { ...reading, wishes }
}

function moved({ from, to }: DayRange, days: number): DayRange {
  return { from: addDays(from, days), to: addDays(to, days) }
}
