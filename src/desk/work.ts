import type { BookingOutcome } from '../booking/bookings.js'
import type { ActionOutcome, RefusalCode } from '../escalation/actions.js'
import type { Actor, Ticket, TicketEvent, TicketEventKind, TicketUpdate } from '../escalation/tickets.js'
import type { OutgoingMessage, TicketView } from './outgoing.js'

/** A message ready for the outbox: already short enough for its channel. */
export interface Outbound {
  readonly message: OutgoingMessage
  /** Messages of one lane share the platform's limits; null when being committed is being delivered (the web log). */
  readonly lane: string | null
}

/** How the effects of a turn ended. */
export interface Outcomes {
  /** The ticket opened last; null when the turn opened none. */
  readonly opened: TicketView | null
  /** One for each `change-ticket`, in their order. */
  readonly tickets: readonly ActionOutcome[]
  /** One for each `booking`, in their order. */
  readonly bookings: readonly BookingOutcome[]
}

/** An event of a ticket that is about to be written; its number is given by the store. */
export interface NewTicketEvent {
  readonly kind: TicketEventKind
  readonly actor: Actor
  /** Masked. */
  readonly text: string
  /** Left out where there is none. */
  readonly messageId?: string
}

/** What one change of a ticket leaves behind, all of it in one transaction. */
export interface TicketWork {
  readonly update: TicketUpdate
  readonly events: readonly NewTicketEvent[]
  /** To the conversation the member asked in, in order. */
  readonly messages: readonly Outbound[]
  /** Whether staff have that conversation from now on; left out it stays as it is. */
  readonly holds?: boolean
  readonly due: readonly NewDue[]
}

/**
 * Decides on a ticket as it is at that moment, under its lock, so without waiting for anything.
 *
 * `code` and `text` tell the colleague who tried why not; then nothing is changed.
 */
export type TicketDecision = (
  ticket: Ticket,
  events: readonly TicketEvent[],
) =>
  | { readonly kind: 'do'; readonly work: TicketWork }
  | { readonly kind: 'refuse'; readonly code: RefusalCode; readonly text: string }

/** Something that has to be done at an instant: a reminder, a digest, the end of a hold. */
export interface NewDue {
  /** Unique: one that is planned with a known key stays as it was planned first. */
  readonly key: string
  /** Chooses the handler. */
  readonly kind: string
  /** What it is about: a ticket's reference, a booking's id, a team. */
  readonly subject: string
  /** UTC; `hours` computed it. */
  readonly at: Date
}
