import { chosenOffer, placeOf, shiftedWish, weekdayOfWish } from './choices.js'
import type { Draft } from './draft.js'
import { asksSomethingElse } from './intent.js'
import type { Level } from './level.js'
import { PLACES, readBarePlace, whereOf } from './place.js'
import type { MessageReading } from './read.js'
import type { BookingView, Liking } from './view.js'
import type { LevelledWish } from './wishes.js'
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
  if (chosen !== null) return merged(base, reading, { wishes: [chosen.wish], offers: [chosen.offer] })
  const shifted = shiftedWish(reading, previous)
  if (shifted !== null) return merged(base, reading, { wishes: [shifted] })
  const within = weekdayOfWish(reading, previous)
  if (within !== null && isMostlyAboutIt(reading)) return merged(base, within, {})
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
    wishes: previous.wishes.map(({ level = null, ...wish }) => ({ wish, level, weekday: null })),
    existing: null,
    participants: previous.participants,
    atLeast: null,
    before: null,
    teams: null,
    more: null,
    place: previous.place,
    weekdays: previous.liking?.weekdays ?? [],
    notWeekdays: previous.liking?.notWeekdays ?? [],
    impossible: [],
    bodyKnown: !previous.missing.includes('body'),
    contactKnown: !previous.missing.includes('contact'),
    offers: previous.offers,
    again: true,
    message: '',
  }
}

function merged(base: Draft, reading: MessageReading, fixed: Partial<Draft>): Draft {
  const { dates, people } = reading
  const wishes = fixed.wishes ?? newWishes(base, reading)
  const mixed = stillMixed(base, reading, wishes)
  const { level, unknownLevel } = mixed ? { level: null, unknownLevel: null } : levelNow(base, reading)
  const sameDates = wishes === base.wishes && level === base.level
  const sameDays = dates.weekdays.length === 0 && dates.notWeekdays.length === 0
  return {
    ...base,
    level,
    unknownLevel,
    mixed,
    wishes,
    participants: people?.participants ?? base.participants,
    atLeast: people?.atLeast ?? null,
    teams: people?.teams ?? null,
    place: placeNow(base, reading),
    ...likingNow(base, reading, wishes),
    impossible: dates.impossible,
    bodyKnown: base.bodyKnown || reading.namesBody,
    contactKnown: base.contactKnown || reading.namesContact,
    offers: fixed.offers ?? (sameDates && sameDays ? base.offers : null),
  }
}

/** "Bij ons" after "bij ons in Gent" is still in Gent. */
function placeNow(base: Draft, { place }: MessageReading): string | null {
  const known = place?.name === PLACES.member && whereOf(base.place) === 'member'
  return known ? base.place : (place?.name ?? base.place)
}

/** Weekdays that were liked stay so, until others are named or a single day is chosen. */
function likingNow(base: Draft, { dates }: MessageReading, wishes: readonly LevelledWish[]): Liking {
  const named = dates.weekdays.length > 0 || dates.notWeekdays.length > 0
  if (named) return { weekdays: dates.weekdays, notWeekdays: dates.notWeekdays }
  const chosen = wishes.some(({ wish }) => wish.date !== null && !wish.date.includes('/'))
  const { weekdays, notWeekdays } = base
  return chosen ? { weekdays: [], notWeekdays: [] } : { weekdays, notWeekdays }
}

function levelNow(base: Draft, { level }: MessageReading): Pick<Draft, 'level' | 'unknownLevel'> {
  const only = level.mentions.length === 1 ? level.mentions[0]?.level : undefined
  return { level: only ?? base.level, unknownLevel: level.mentions.length === 0 ? level.unknown : null }
}

function stillMixed(base: Draft, { level }: MessageReading, wishes: readonly LevelledWish[]): boolean {
  if (level.mentions.length === 0) return base.mixed && wishes.length > 1
  return level.mentions.length > 1 && wishes.some((wish) => wish.level !== null)
}

// A new date replaces the old ones and keeps the part of the day, for the same session; a new hour alone keeps the dates.
function newWishes(base: Draft, reading: MessageReading): readonly LevelledWish[] {
  const dated = reading.wishes.filter(({ wish }) => wish.date !== null)
  if (dated.length > 0)
    return reading.times.length > 0 || otherLevel(base, reading)
      ? dated
      : dated.map((entry) => withOldTime(entry, base))
  const time = reading.wishes[0]?.wish
  if (time === undefined) return base.wishes
  if (base.wishes.length === 0) return reading.wishes
  return base.wishes.map((entry) => ({ ...entry, wish: { ...entry.wish, part: time.part, time: time.time } }))
}

function otherLevel(base: Draft, { level }: MessageReading): boolean {
  return level.mentions.some((mention) => mention.level !== base.level)
}

function withOldTime(entry: LevelledWish, base: Draft): LevelledWish {
  const old = base.wishes.length === 1 ? base.wishes[0]?.wish : undefined
  // The hour of a slot that was offered came with that day; the member never named it.
  const ownHour = base.offers?.length === 1 ? null : (old?.time ?? null)
  return { ...entry, wish: { ...entry.wish, part: old?.part ?? null, time: ownHour } }
}

/** `2`, `twintig`, `het tweede`, `Gent`: a bare answer to the first thing that was asked. */
function bareAnswer(reading: MessageReading, previous: BookingView, base: Draft): Draft | null {
  const number = bareNumber(reading)
  const level = bareLevel(reading, previous, number)
  if (level !== null) return { ...base, level, offers: null }
  if (number !== null && number >= 1 && number <= 999) return { ...base, participants: number }
  const range = /^(\d{1,3}) ?(?:a|tot|-|of|to) ?(\d{1,3})[.! ]*$/.exec(reading.text)
  if (range !== null) return { ...base, participants: Number(range[2]), atLeast: Number(range[1]) }
  return barePlace(reading, previous, base)
}

function bareLevel({ text }: MessageReading, previous: BookingView, number: number | null): Level | null {
  const ordinal =
    /^(?:de |het |the |doe maar (?:de |het )?)?(eerste|tweede|derde|first|second|third)(?: niveau| level)?[.! ]*$/.exec(
      text,
    )
  const first = previous.missing[0] === 'level' ? number : null
  const value = first ?? (previous.missing.includes('level') ? placeOf(ordinal?.[1] ?? '') : 0)
  return value === 1 || value === 2 || value === 3 ? value : null
}

function barePlace(reading: MessageReading, previous: BookingView, base: Draft): Draft | null {
  const asked = previous.missing.includes('place')
  if (!asked || reading.dates.mentions.length > 0 || reading.tokens.length > 5) return null
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
