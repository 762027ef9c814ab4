import { ENGLISH } from './booking-en.js'
import { DUTCH } from './booking-nl.js'
import type { BookingLanguage, BookingTexts } from './booking-types.js'

export type { BookingLanguage, BookingTexts, ContactWords, LevelWords, RemarkTexts } from './booking-types.js'

/** The sentences of a language. */
export function bookingTexts(language: BookingLanguage): BookingTexts {
  return language === 'en' ? ENGLISH : DUTCH
}
