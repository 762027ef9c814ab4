import { bookingTexts } from '../texts/booking.js'
import { hourText } from '../texts/hours.js'
import { wallClockOf } from './availability.js'
import type { Booking, BookingTime } from './bookings.js'
import { dayAt } from './days.js'
import { titleOf } from './invitation.js'
import { type LearningPath, type Offerings, pathOf } from './offerings.js'
import { brusselsIso, clockText, pathTimes } from './placing.js'
import { fullDay, placeWords, slotWords, type Voice } from './speak.js'

/** A language with its sentences. */
export function voiceIn(language: 'nl' | 'en'): Voice {
  return { language, texts: bookingTexts(language) }
}

/** `donderdag 14 januari 2027, 14 uur - 15 uur`. */
export function timeWords({ start, end }: Pick<BookingTime, 'start' | 'end'>, voice: Voice): string {
  return slotWords(brusselsIso(start), (end - start) / 60_000, voice)
}

/** All dates of a booking, in a sentence. */
export function whenWords({ times, language }: Booking): string {
  return times.map((time) => timeWords(time, voiceIn(language))).join('; ')
}

/** What is booked, when, for how many and where, on one line. */
export function bookingWords(booking: Booking, offerings: Offerings): string {
  const voice = voiceIn(booking.language)
  const people = voice.texts.participants(booking.participants, null)
  return [titleOf(booking, offerings), whenWords(booking), people, placeWords(booking.place, voice)].join(
    ', ',
  )
}

/** The days of a learning path: `donderdag 25 februari 2027, donderdag 22 april 2027 ...`. */
export function pathDates(path: LearningPath, voice: Voice): string {
  return pathTimes(path)
    .map(({ start }) => fullDay(dayAt(new Date(start)), voice))
    .join(', ')
}

/** An instant as `maandag 23 november 2026 om 10.30 uur`, or only the hour when it is today. */
export function untilWords(instant: number, now: Date, voice: Voice): string {
  const { day, minute } = wallClockOf(brusselsIso(instant))
  const hour = hourText(minute, voice.language)
  return day === dayAt(now) ? hour : `${fullDay(day, voice)} ${voice.texts.at(hour)}`
}

/** What one would type for a slot, so that a button and typing come to the same: `op 14-01-2027 om 14:00`. */
export function slotAsTyped(start: string): string {
  const { day, minute } = wallClockOf(start)
  const [year = '', month = '', date = ''] = day.split('-')
  return `op ${Number(date)}/${Number(month)}/${year} om ${clockText(minute)}`
}

/** Name of the path of a booking; null for a single session. */
export function pathName(booking: Booking, offerings: Offerings): string | null {
  return pathOf(offerings, booking.path)?.name[booking.language] ?? null
}
