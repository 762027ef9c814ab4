import type { Citation } from '../answering/citation.js'

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

/** What was understood of a booking wish, as `vraagbaak ask --json` prints it. */
export interface BookingView {
  readonly level: 1 | 2 | 3 | null
  readonly participants: number | null
  readonly place: string | null
  readonly wishes: readonly BookingWish[]
  /** Which of `level`, `date`, `participants`, `place`, `body`, `contact` are still to be asked, in that order. */
  readonly missing: readonly string[]
  /** Slots on offer, as ISO instants with offset; empty while nothing can be offered. */
  readonly offers: readonly string[]
}

/** One date wish: a single day, a part of a day, a clock time; each null when the member left it open. */
export interface BookingWish {
  /** ISO day `2027-02-24`, or a range `2027-02-01/2027-02-28` (last day included). */
  readonly date: string | null
  readonly part: 'morning' | 'afternoon' | 'evening' | 'day' | null
  /** Wall-clock time in Brussels, `16:30`. */
  readonly time: string | null
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
