import type { BookingView } from '../booking/view.js'

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
  ticket: null,
  tickets: [],
  promisedFor: null,
  greeted: false,
}
