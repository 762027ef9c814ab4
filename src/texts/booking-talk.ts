import { TALK_EN } from './booking-talk-en.js'
import { TALK_NL } from './booking-talk-nl.js'
import type { BookingTalkTexts } from './booking-talk-types.js'
import type { BookingLanguage } from './booking-types.js'

export type { BookingTalkTexts } from './booking-talk-types.js'

/** The words of holding, confirming and changing, in a language. */
export function bookingTalkTexts(language: BookingLanguage): BookingTalkTexts {
  return language === 'en' ? TALK_EN : TALK_NL
}
