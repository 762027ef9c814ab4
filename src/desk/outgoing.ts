import type { Citation } from '../answering/citation.js'
import type { BookingView } from '../booking/view.js'

/** What a message to a member is. `notice` is anything the desk says of itself (the AI notice, a failure). */
export type OutgoingKind =
  | 'answer'
  | 'clarify'
  | 'hand-over'
  | 'book'
  | 'out-of-remit'
  | 'small-talk'
  | 'notice'
  | 'staff-reply'

/** Something the member can press; a channel without buttons leaves them out, the text says how to type it. */
export interface OutgoingAction {
  readonly name: string
  readonly label: string
  readonly value: string
}

/** A ticket as the member sees it. */
export interface TicketView {
  /** The reference a member can quote, for example VB-2026-0001. */
  readonly reference: string
  readonly topic: string
}

/** A message the desk sends to a member: complete as text, with what richer channels can show beside it. */
export interface OutgoingMessage {
  readonly kind: OutgoingKind
  /** Everything the member must read; never depends on the fields below. */
  readonly text: string
  readonly citations: readonly Citation[]
  readonly actions: readonly OutgoingAction[]
  readonly ticket: TicketView | null
  readonly booking: BookingView | null
}
