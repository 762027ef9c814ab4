import type { BookingView, BookingWish } from '../desk/outgoing.js'
import { wallClockOf } from './availability.js'
import { addDays, type DayRange, weekdayOf } from './days.js'
import type { Draft } from './draft.js'
import { asksSomethingElse } from './intent.js'
import type { Level } from './level.js'
import { workWeek } from './periods.js'
import { readBarePlace } from './place.js'
import type { MessageReading } from './read.js'
import { type LevelledWish, wishDate, wishRange } from './wishes.js'
import { numberWord } from './words.js'

/**
 * Goes on with the wish under way: an answer to what was asked, a choice, a change of mind, a withdrawal.
 *
 * Null when the message is not about that wish.
 */
export function followUp(reading: MessageReading, previous: BookingView): Draft | 'withdrawn' | null {
  if (asksSomethingElse(reading)) return null
  const base = draftOf(previous)
  const chosen = chosenOffer(reading, previous)
  if (chosen !== null) return merged(base, reading, { wishes: [chosen], offers: [] })
  const shifted = shiftedWish(reading, previous)
  if (shifted !== null) return merged(base, reading, { wishes: [shifted] })
  const bare = bareAnswer(reading, previous, base)
  if (bare !== null) return bare
  if (saysSomething(reading, previous)) return isMostlyAboutIt(reading) ? merged(base, reading, {}) : null
  if (WITHDRAWS.test(reading.text) && reading.tokens.length <= 14) return 'withdrawn'
  return CONFIRMS.test(reading.text) ? { ...base, again: true } : null
}

const WITHDRAWS =
  /\b(toch niet( meer)?|laat (het )?maar( zitten)?|vergeet het|nee,? (bedankt|dank)|neen,? (bedankt|dank)|hoeft niet( meer)?|niet meer nodig|annuleer|annuleren|schrap|stop(pen)?|we zien er(van)? af|zien ervan af|cancel|never ?mind|forget it|no,? thanks?|no thank you|not any ?more|drop it|geen interesse meer)\b/
const CONFIRMS =
  /^(ja|jaja|jawel|yes|yep|ok|oke|okay|okee|prima|goed|perfect|in orde|akkoord|top|fijn|super|fine|great|klopt|dat klopt|dat is (goed|juist|ok)|correct|dat past|graag|bevestig|confirm)\b[^?]{0,25}$/

function draftOf(previous: BookingView): Draft {
  const several = previous.level === null && !previous.missing.includes('level') && previous.wishes.length > 1
  return {
    kind: 'wish',
    level: previous.level,
    unknownLevel: null,
    mixed: several,
    wishes: previous.wishes.map((wish) => ({ wish, level: null, weekday: null })),
    existing: null,
    participants: previous.participants,
    atLeast: null,
    before: null,
    teams: null,
    place: previous.place,
    weekdays: [],
    notWeekdays: [],
    impossible: [],
    bodyKnown: !previous.missing.includes('body'),
    contactKnown: !previous.missing.includes('contact'),
    offers: previous.offers,
    again: true,
  }
}

function merged(base: Draft, reading: MessageReading, fixed: Partial<Draft>): Draft {
  const named = reading.level.mentions
  const level = named.length === 1 ? (named[0]?.level ?? null) : base.level
  const people = reading.people
  const wishes = fixed.wishes ?? newWishes(base, reading)
  const sameDates =
    wishes === base.wishes &&
    level === base.level &&
    reading.dates.weekdays.length === 0 &&
    reading.dates.notWeekdays.length === 0
  return {
    ...base,
    level,
    mixed:
      named.length === 1
        ? false
        : named.length > 1
          ? wishes.some((wish) => wish.level !== null)
          : base.mixed && wishes.length > 1,
    unknownLevel: named.length === 0 ? reading.level.unknown : null,
    wishes,
    participants: people === null ? base.participants : (people.participants ?? base.participants),
    atLeast: people?.atLeast ?? null,
    teams: people?.teams ?? null,
    place: reading.place?.name ?? base.place,
    weekdays: reading.dates.weekdays,
    notWeekdays: reading.dates.notWeekdays,
    impossible: reading.dates.impossible,
    bodyKnown: base.bodyKnown || reading.namesBody,
    contactKnown: base.contactKnown || reading.namesContact,
    offers: fixed.offers ?? (sameDates ? base.offers : null),
  }
}

// A new date replaces the old ones and keeps the part of the day; a new hour alone keeps the dates.
function newWishes(base: Draft, reading: MessageReading): readonly LevelledWish[] {
  const dated = reading.wishes.filter(({ wish }) => wish.date !== null)
  const old = base.wishes[0]?.wish
  if (dated.length > 0) {
    const keepsPart = reading.times.length === 0 && base.wishes.length === 1
    return dated.map((entry) =>
      keepsPart
        ? { ...entry, wish: { ...entry.wish, part: old?.part ?? null, time: old?.time ?? null } }
        : entry,
    )
  }
  const time = reading.wishes[0]?.wish
  if (time === undefined) return base.wishes
  if (base.wishes.length === 0) return reading.wishes
  return base.wishes.map((entry) => ({ ...entry, wish: { ...entry.wish, part: time.part, time: time.time } }))
}

const ORDINAL =
  /^(?:(?:ok|oke|ja|prima|goed|doe|dan|maar|toch|liever|liefst|graag|nummer|nr|optie|keuze|voor|yes|the|number|option|de|het|'t|,|we|nemen|kiezen|take|i'll|we'll|neem|ik|wij|geef)\s+)*(eerste|tweede|derde|laatste|1e|2e|3e|1ste|2de|3de|first|second|third|last|1|2|3|een|twee|drie)(?:\s+(?:optie|datum|moment|voorstel|graag|aub|past|is|goed|ok|prima|voor|ons|please|one|option|dan|maar|keuze|slot|het|best|beste|then|nemen|we|works|mogelijkheid|reserveren|boeken))*[.! ]*$/

/** `de tweede`, `optie 3`, `doe maar de laatste`, `die van dinsdag`: one of the slots that were offered. */
function chosenOffer(reading: MessageReading, previous: BookingView): LevelledWish | null {
  if (previous.offers.length === 0) return null
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

function placeOf(word: string): number {
  const digit = /^\d/.exec(word)
  if (digit !== null) return Number(digit[0])
  const rows = [
    ['eerste', 'first', 'een'],
    ['tweede', 'second', 'twee'],
    ['derde', 'third', 'drie'],
  ]
  return rows.findIndex((row) => row.includes(word)) + 1
}

function offerAsWish(offer: string | undefined): LevelledWish | null {
  if (offer === undefined) return null
  const { day, minute } = wallClockOf(offer)
  const two = (value: number): string => String(value).padStart(2, '0')
  return asWish({ date: day, part: null, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` })
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

function shiftedWish(reading: MessageReading, previous: BookingView): LevelledWish | null {
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

function moved({ from, to }: DayRange, days: number): DayRange {
  return { from: addDays(from, days), to: addDays(to, days) }
}

/** `2`, `twintig`, `Gent`: a bare answer to the first thing that was asked. */
function bareAnswer(reading: MessageReading, previous: BookingView, base: Draft): Draft | null {
  const number = bareNumber(reading)
  if (number !== null) {
    const level: Level | null = number === 1 || number === 2 || number === 3 ? number : null
    if (previous.missing[0] === 'level' && level !== null) return { ...base, level, offers: null }
    if (number >= 1 && number <= 999) return { ...base, participants: number }
  }
  const ordinal =
    /^(?:de |het |the |doe maar (?:de |het )?)?(eerste|tweede|derde|first|second|third)(?: niveau| level)?[.! ]*$/.exec(
      reading.text,
    )
  if (ordinal !== null && previous.missing.includes('level')) {
    const level = placeOf(ordinal[1] ?? '')
    return { ...base, level: level === 1 ? 1 : level === 2 ? 2 : 3, offers: null }
  }
  if (!previous.missing.includes('place') || reading.dates.mentions.length > 0 || reading.tokens.length > 5)
    return null
  const place = readBarePlace(reading.message)
  return place === null ? null : merged({ ...base, place: place.name }, reading, {})
}

function bareNumber(reading: MessageReading): number | null {
  const match =
    /^(?:(?:met|ongeveer|een|we zijn met|ca|circa|about|around|zo'n|doe maar|maak er|maak het|in totaal|nee|toch|liever|,) ?)*(\d{1,3}|[a-z]+)(?: ?(?:ongeveer|in totaal|aub|dan|van|please|tal|stuks|eigenlijk))*[.! ]*$/.exec(
      reading.text,
    )
  const word = match?.[1] ?? ''
  return /^\d+$/.test(word) ? Number(word) : numberWord(word)
}

function saysSomething(
  { level, people, wishes, dates, place, namesBody, namesContact }: MessageReading,
  previous: BookingView,
): boolean {
  const days =
    wishes.length > 0 ||
    dates.weekdays.length > 0 ||
    dates.notWeekdays.length > 0 ||
    dates.impossible.length > 0
  const who = (namesBody && previous.missing.includes('body')) || namesContact
  return (
    level.mentions.length > 0 || level.unknown !== null || people !== null || days || place !== null || who
  )
}

const SMALL =
  /^(liever|toch|dan|maar|doe|graag|ok|oke|ja|nee|neen|is|was|zijn|kan|kunnen|ook|het|de|een|we|wij|ik|voor|op|om|in|bij|ons|onze|te|van|naar|en|of|als|dat|die|dit|er|nog|wel|niet|aub|past|beter|goed|eigenlijk|zou|wordt|worden|met|mag|lukt|sorry|hm|mss|misschien|eerder|verander|wijzig|maak|zet|neem|pas|aan|aantal|deelnemers|uur|u|h|please|rather|make|it|that|the|we|would|prefer|to|for|a|on|at|can|be|our|and|instead|actually|of|with|no|yes|then|mogelijk|alternatief|een|andere|dag|datum|plaats|locatie|liefst|gaat|komen|komt|zal|hebben|willen|wil|vast|vastleggen|boeken|boek|kies|kiezen|nemen|team|teams|hier|alles|samen|totaal|totaal|personen|man|mensen|collega's|contact|contactpersoon|gemeente|stad|ocmw|bestuur|naam|mail|e-mail|telefoon|bereikbaar|via|namiddag|voormiddag|sessie|workshop|opleiding)$/

/** Whether little is left once what was read and the small words are taken out: else it is another question. */
function isMostlyAboutIt(reading: MessageReading): boolean {
  const { tokens, dates, times, level, text } = reading
  const taken = new Set([...dates.used, ...level.used, ...level.mentions.map(({ at }) => at)])
  for (const { at, next } of times) for (let place = at; place < next; place += 1) taken.add(place)
  const left = tokens.filter(
    (token, at) => token.kind === 'word' && !taken.has(at) && !SMALL.test(token.text),
  )
  if (reading.namesContact || reading.namesBody) return left.length <= 8
  const cue = /\b(liever|toch|dan|doe maar|eerder|in plaats|ipv|rather|instead|prefer)\b/.test(text)
  return left.length <= (cue ? 4 : text.endsWith('?') ? 1 : 2)
}
