import type { Language } from '../texts/language.js'
import type { Incoming } from './incoming.js'
import type { OutgoingMessage } from './outgoing.js'
import type { ConversationState } from './state.js'

/** A hand-over to be kept: what staff need to pick the question up. */
export interface NewTicket {
  /** The question in full, masked. */
  readonly question: string
  /** Key of a topic of `topics.yaml`; null when none fits. */
  readonly topic: string | null
  /** Why the desk did not answer, for staff. */
  readonly reason: string
  /** What the desk found: passage ids with their scores, best first. */
  readonly found: readonly { readonly passage: string; readonly score: number }[]
}

/** What a turn wants done, committed together with its messages or not at all. */
export type Effect =
  | { readonly kind: 'open-ticket'; readonly ticket: NewTicket }
  | { readonly kind: 'add-to-ticket'; readonly reference: string; readonly text: string }
  | { readonly kind: 'feedback'; readonly helped: boolean; readonly question: string }

/** Figures of a turn for the one log line: no text. */
export interface TurnFigures {
  readonly outcome: string
  readonly confidence: number
  readonly topic: string | null
  readonly language: Language
}

export interface TurnResult {
  readonly state: ConversationState
  /**
   * In order. A ticket's reference is not known before it is committed: where a text contains `{ticket}` the
   * store's commit puts the reference of the ticket opened in this turn, and fills `ticket` of that message.
   */
  readonly messages: readonly OutgoingMessage[]
  readonly effects: readonly Effect[]
  readonly figures: TurnFigures
}

/**
 * One turn of a conversation: decides what to say and do, changes nothing itself.
 *
 * It may be run again for the same message (a lost lease, a changed state), so it must be free of side effects.
 */
export type Turn = (incoming: Incoming, state: ConversationState, now: Date) => Promise<TurnResult>
