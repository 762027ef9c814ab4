import type { Language } from '../texts/language.js'
import type { Outcome, Reply } from './reply.js'

/** A reply of words alone; what a source, a booking or staff add is spread over it. */
export function plain(
  outcome: Outcome,
  text: string,
  language: Language,
  { offersStaff = false } = {},
): Reply {
  return {
    outcome,
    offersStaff,
    text,
    citations: [],
    confidence: 1,
    language,
    topic: null,
    masked: [],
    promise: null,
    booking: null,
    readings: [],
  }
}
