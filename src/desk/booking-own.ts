import { detectLanguage } from '../answering/question/language.js'
import type { Booking, BookingAsker } from '../booking/bookings.js'
import type { MessageReading } from '../booking/read.js'
import { answersBooking } from '../booking/small-words.js'
import { aboutBooking } from '../booking/wish.js'
import type { Language } from '../texts/language.js'
import { type BookingParts, isAskerOf } from './booking-parts.js'
import type { Moment } from './member-desk.js'
import type { ConversationState } from './state.js'

/** Whether a message may be about something this person has with us; most are not, and nothing is looked up for them. */
export function mayConcernOwn({ incoming, state }: Moment, reading: MessageReading): boolean {
  const { action, contact, masked } = incoming
  const underWay = state.booking !== null || state.appointment !== null || action !== null
  const gives = contact !== undefined || masked.includes('e-mail')
  return underWay || gives || aboutBooking(reading, null) || answersBooking(reading.text)
}

/** Bookings and holds of a person that are not over, soonest first. */
export async function ownBookings(
  own: Pick<BookingAsker, 'channel' | 'person'>,
  { bookings }: BookingParts,
  now: Date,
): Promise<readonly Booking[]> {
  const found = await bookings.list({ person: own, states: ['held', 'confirmed'] })
  return found.filter(
    (booking) => isAskerOf(booking, own) && (booking.times.at(-1)?.start ?? 0) > now.getTime(),
  )
}

/** A few words are in the language of what they answer. */
export function languageOf(text: string, state: ConversationState): Language {
  const { appointment, booking, bookingLanguage, lastQuestion } = state
  const short = text.trim().split(/\s+/).length <= 6
  const underWay = appointment?.language ?? (booking === null ? null : bookingLanguage)
  if (underWay !== null && short) return underWay
  const language = detectLanguage(text)
  const goesOn = short && lastQuestion !== null && detectLanguage(lastQuestion) === 'en'
  return goesOn ? 'en' : language
}
