import type { BookingView } from '../booking/view.js'
import type { Language } from '../texts/language.js'

/** What is being settled about a booking; the booking itself is kept apart. */
export interface Appointment {
  /** Id of the booking; null while a group of a learning path is still being chosen. */
  readonly id: string | null
  /** What the next word of the member answers. `booked`: nothing is asked. */
  readonly step: 'held' | 'joining' | 'moving' | 'swapping' | 'cancelling' | 'booked'
  /** What can be chosen: starts as ISO instants with offset, or ids of paths. */
  readonly offers: readonly string[]
  /** Number of the day of a path that is swapped; null when none is. */
  readonly number: number | null
  /** The body it is for, once chosen among several; null until then. */
  readonly body: string | null
  readonly language: Language
}

/**
 * What the desk remembers of a conversation between two messages: small, JSON, masked.
 *
 * An older version read from the store is brought up to date on reading, never refused.
 */
export interface ConversationState {
  /** The last question in full (follow-ups completed), masked; null before the first. */
  readonly lastQuestion: string | null
  /** Ids of the passages the last answer cited. */
  readonly lastPassages: readonly string[]
  /** Readings offered by the last `clarify`, waiting for a choice; empty when none. */
  readonly readings: readonly string[]
  /** The booking wish under way; null when none. */
  readonly booking: BookingView | null
  /** Language the booking wish was last spoken of in; null when none was. */
  readonly bookingLanguage: Language | null
  /** The held or made booking this conversation is about; null when none. */
  readonly appointment: Appointment | null
  /** Reference of the ticket this conversation opened last; null when none. */
  readonly ticket: string | null
  /** References of the tickets this conversation opened, the last first; the oldest are forgotten after ten. */
  readonly tickets: readonly string[]
  /**
   * The opening for which the member was told when staff are there, so that it is said once while the office is
   * closed; UTC, ISO 8601. Null when nothing was said yet.
   */
  readonly promisedFor: string | null
  /** Whether the AI notice was shown to this conversation. */
  readonly greeted: boolean
}

/** The state of a conversation that has not begun. */
export const EMPTY_STATE: ConversationState = {
  lastQuestion: null,
  lastPassages: [],
  readings: [],
  booking: null,
  bookingLanguage: null,
  appointment: null,
  ticket: null,
  tickets: [],
  promisedFor: null,
  greeted: false,
}
