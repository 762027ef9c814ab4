import type { BookingTexts, LevelWords } from '../texts/booking.js'
import { dayText, holidayName, hourText, listText, weekdayName } from '../texts/hours.js'
import { wallClockOf } from './availability.js'
import type { ClosedDay } from './calendar.js'
import type { Remark } from './checks.js'
import { addDays, type Day, type DayRange, nextWeekday, weekdayOf } from './days.js'
import type { Offering } from './offerings.js'
import { PLACES } from './place.js'
import type { BookingWish } from './view.js'
import { wishRange } from './wishes.js'

/** A language with its sentences. */
export interface Voice {
  readonly language: 'nl' | 'en'
  readonly texts: BookingTexts
}

/** `donderdag 18 maart 2027`. */
export function fullDay(day: Day, { language }: Voice): string {
  return dayText(day, weekdayOf(day), true, language)
}

/** A day, a whole month (`februari 2027`), or `tussen maandag 1 februari 2027 en zondag 28 februari 2027`. */
export function fullRange(range: DayRange, voice: Voice): string {
  if (range.from === range.to) return fullDay(range.from, voice)
  if (
    range.from.endsWith('-01') &&
    addDays(range.to, 1).endsWith('-01') &&
    range.from.slice(0, 7) === range.to.slice(0, 7)
  )
    return monthText(range.from, voice.language)
  return voice.texts.period(fullDay(range.from, voice), fullDay(range.to, voice))
}

/** A wish in full: day or period, part of the day, hour. */
export function fullWish(wish: BookingWish, voice: Voice): string {
  const range = wishRange(wish)
  const words = [
    range === null ? null : fullRange(range, voice),
    wish.part === null ? null : voice.texts.parts[wish.part],
    wish.time === null ? null : voice.texts.at(hourText(minutesOf(wish.time), voice.language)),
  ]
  return words.filter((word) => word !== null).join(' ')
}

/** `dinsdag 2 maart 2027, 9 tot 16 uur`: a slot from its start and its length in minutes (null: only the start). */
export function slotWords(start: string, minutes: number | null, voice: Voice): string {
  const { day, minute } = wallClockOf(start)
  if (minutes === null) return `${fullDay(day, voice)} ${voice.texts.at(hourText(minute, voice.language))}`
  return `${fullDay(day, voice)}, ${hourText(minute, voice.language)} - ${hourText(minute + minutes, voice.language)}`
}

/** A level as the texts name it. */
export function levelWords(offering: Offering, { language }: Voice): LevelWords {
  return {
    number: offering.level,
    name: offering.name[language],
    lasts: offering.lasts[language],
    content: offering.content[language],
  }
}

/** Where a session is to be, in words: `bij u in Ieper`, `online`. */
export function placeWords(place: string, { texts }: Voice): string {
  if (place === PLACES.vvsg) return texts.places.vvsg
  if (place === PLACES.online) return texts.places.online
  return place === PLACES.member ? texts.places.member : texts.placeOf(place)
}

/** Weekday names in a row. */
export function weekdayWords(weekdays: readonly number[], { language, texts }: Voice): string {
  const names = weekdays.map((weekday) => weekdayName(weekday, language))
  return names.length < 3 ? names.join(texts.or) : listText(names, language)
}

/** What is said about an obstacle or something to confirm. */
export function remarkWords(remark: Remark, voice: Voice, offering: Offering | null): string {
  const { remarks } = voice.texts
  const day = 'day' in remark && remark.day !== null ? fullDay(remark.day, voice) : ''
  switch (remark.kind) {
    case 'past':
      return remarks.past(day)
    case 'impossible':
      return remarks.impossible(remark.text)
    case 'wrong-weekday':
      return remarks.wrongWeekday(
        day,
        weekdayName(remark.weekday, voice.language),
        fullDay(nearestOn(remark.day, remark.weekday), voice),
      )
    case 'school-holiday':
      return remarks.schoolHoliday(day, voice.texts.holidays[remark.holiday])
    case 'weekend':
      return remark.day === null ? remarks.weekends : remarks.weekend(day)
    case 'closed':
      return remarks.closed(day, closedName(remark.closed, voice))
    case 'bridge':
      return remarks.bridge(day, closedName(remark.closed, voice))
    case 'outside-hours':
      return hoursWords(remark, voice, offering)
    case 'evening':
      return remarks.evening(hourText(remark.closes, voice.language))
    case 'too-soon':
      return remarks.tooSoon(day, remark.level, remark.noticeDays, fullDay(remark.first, voice))
    case 'too-far':
      return remarks.tooFar(day, fullDay(remark.last, voice))
    default:
      return groupWords(remark, voice)
  }
}

type OutsideHours = Extract<Remark, { kind: 'outside-hours' }>
type GroupRemark = Extract<
  Remark,
  { kind: 'group-large' | 'group-small' | 'teams' | 'place' | 'unknown-level' }
>

function groupWords(remark: GroupRemark, { texts }: Voice): string {
  const { remarks } = texts
  switch (remark.kind) {
    case 'group-large':
      return remarks.groupLarge(remark.level, remark.participants, remark.max)
    case 'group-small':
      return remarks.groupSmall(remark.level, remark.participants, remark.min)
    case 'teams':
      return remarks.teams(remark.min, remark.max)
    case 'place':
      return remarks.place(remark.level, texts.places[remark.place])
    case 'unknown-level':
      return texts.unknownLevel(remark.number)
  }
}

function hoursWords(remark: OutsideHours, voice: Voice, offering: Offering | null): string {
  const { language, texts } = voice
  const weekday = weekdayName(weekdayOf(remark.day), language)
  const opens = hourText(remark.opens, language)
  const closes = hourText(remark.closes, language)
  const insideButTooLong = remark.start >= remark.opens && remark.start < remark.closes
  return insideButTooLong && offering !== null
    ? texts.remarks.outsideHoursWithEnd(weekday, opens, closes, offering.lasts[language])
    : texts.remarks.outsideHours(weekday, opens, closes)
}

// The weekday that was named, within three days of the date that was named.
function nearestOn(day: Day, weekday: number): Day {
  return nextWeekday(addDays(day, -3), weekday)
}

function closedName(closed: ClosedDay, { language }: Voice): string {
  if (closed.holiday !== null) return holidayName(closed.holiday, language)
  return closed.name ?? (language === 'nl' ? 'sluitingsdag' : 'closing day')
}

// `maandag 1 februari 2027` without its weekday and day.
function monthText(day: Day, language: 'nl' | 'en'): string {
  return dayText(day, weekdayOf(day), true, language).split(' ').slice(2).join(' ')
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
