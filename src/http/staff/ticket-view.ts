import type { UndeliveredMessage } from '../../desk/ports.js'
import type { Ticket, TicketEvent } from '../../escalation/tickets.js'
import type { StaffSession } from '../sign-in/sessions.js'
import type { StaffParts } from './parts.js'

/** What somebody typed in a form that was refused, so that it stands there again. */
export interface Typed {
  readonly form: 'reply' | 'note' | 'reassign'
  readonly text: string
}

/** A ticket as one colleague sees it now. */
export interface TicketView {
  readonly ticket: Ticket
  readonly events: readonly TicketEvent[]
  readonly undelivered: readonly UndeliveredMessage[]
  /** What just went well, in words; null when nothing was done. */
  readonly done: string | null
  /** Key of the form that was just sent, so that its draft can go; null when none. */
  readonly doneKey: string | null
  /** Why something was not done, in words; null when it was, or nothing was asked. */
  readonly refused: string | null
  readonly typed: Typed | null
  /** A colleague to confirm although she is away; null when there is none. */
  readonly away: string | null
  /** Key of a topic to confirm although whoever has the question loses it; null when there is none. */
  readonly givesBack: string | null
}

/** What every part of the page needs. */
export interface TicketContext extends TicketView {
  readonly parts: StaffParts
  readonly session: StaffSession
  /** A fresh key for a form. */
  readonly key: () => string
}
