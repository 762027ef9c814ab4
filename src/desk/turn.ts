import type { BookingChange, DueAfter, NewWait } from '../booking/bookings.js'
import type { Asker } from '../escalation/tickets.js'
import type { Language } from '../texts/language.js'
import type { CountedTurn } from './counted.js'
import type { Incoming } from './incoming.js'
import type { OutgoingMessage } from './outgoing.js'
import type { ShowProgress } from './progress.js'
import type { ConversationState } from './state.js'
import type { NewDue, Outcomes, TicketDecision } from './work.js'

/** A hand-over to be kept: what staff need to pick the question up. */
export interface NewTicket {
  /** The question in full, masked. */
  readonly question: string
  /** Key of a topic of `topics.yaml`; null when none fits. */
  readonly topic: string | null
  /** Key of the team that gets it. */
  readonly team: string
  /** Why the desk did not answer, for staff. */
  readonly reason: string
  /** What the desk found: passage ids with their scores, best first. */
  readonly found: readonly { readonly passage: string; readonly score: number; readonly why?: string }[]
  readonly asker: Asker
  /** Whether it goes before the others of its team. */
  readonly urgent: boolean
  /** The platform's id of the message that asked; null when it has none. */
  readonly messageId: string | null
}

/** What a turn wants done, committed together with its messages or not at all. */
export type Effect =
  | {
      readonly kind: 'open-ticket'
      readonly ticket: NewTicket
      /** What has to be done about it later, once its reference is known. */
      readonly due: (reference: string) => readonly NewDue[]
    }
  /** Decided inside the transaction on the ticket as it is then; how it ended is in {@link Outcomes}. */
  | { readonly kind: 'change-ticket'; readonly reference: string; readonly decide: TicketDecision }
  | { readonly kind: 'feedback'; readonly helped: boolean; readonly question: string }
  | { readonly kind: 'plan'; readonly due: readonly NewDue[] }
  /** How it ended is in {@link Outcomes}; `due` is planned only when it was done. */
  | { readonly kind: 'booking'; readonly change: BookingChange; readonly due: DueAfter }
  /** Puts the asker on the waiting list. */
  | { readonly kind: 'wait'; readonly entry: NewWait }
  | { readonly kind: 'stop-waiting'; readonly id: string }

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
  /** What is counted of it; left out where nothing is: colleagues, and members who talk with colleagues. */
  readonly counted?: CountedTurn
  /**
   * What is said and remembered instead, once it is known how the effects ended; called inside the transaction, so
   * without waiting for anything. Left out where that makes no difference.
   */
  readonly conclude?: (outcomes: Outcomes) => Pick<TurnResult, 'state' | 'messages'>
}

/**
 * One turn of a conversation: decides what to say and do, changes nothing itself.
 *
 * It may be run again for the same message (a lost lease, a changed state), so it must be free of side effects.
 *
 * @param heldBy reference of the ticket whose staff have this conversation: the desk stays out of it. Null when
 * the desk has it.
 * @param show told how far it is, for the member to see meanwhile; left out where nobody looks.
 */
export type Turn = (
  incoming: Incoming,
  state: ConversationState,
  now: Date,
  heldBy: string | null,
  show?: ShowProgress,
) => Promise<TurnResult>
