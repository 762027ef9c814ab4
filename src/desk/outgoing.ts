import type { Citation } from '../answering/citation.js'
import type { BookingView } from '../booking/view.js'
import type { TicketCard } from '../escalation/card.js'
import type { PersonKey } from './conversation.js'

/**
 * What a message is. `notice` is anything the desk says of itself (the AI notice, a failure). `ticket-card` and
 * `staff-notice` go to colleagues in their team's channel.
 */
export type OutgoingKind =
  | 'answer'
  | 'clarify'
  | 'hand-over'
  | 'book'
  | 'out-of-remit'
  | 'small-talk'
  | 'notice'
  | 'staff-reply'
  | 'ticket-card'
  | 'staff-notice'

/** One thing to fill in. */
export interface FormField {
  /** Key in `IncomingAction.fields`. */
  readonly name: string
  readonly label: string
  /** `date` is `2027-03-18`, `number` a whole number, `choice` one of `options`; both come back as text. */
  readonly kind: 'text' | 'long-text' | 'date' | 'number' | 'choice'
  readonly required: boolean
  /** For `choice`, else left out. */
  readonly options?: readonly { readonly label: string; readonly value: string }[]
  /** Filled in beforehand; left out when empty. */
  readonly value?: string
  /**
   * An address of the asker, for a booking: a channel that can keeps it in the contact vault and passes on its token
   * (`Incoming.contact`), never the address. Left out for any other field.
   */
  readonly contact?: true
}

/** What opens when an action needs more than a press: a modal in Slack, inputs in the card in Teams, a form on a page. */
export interface ActionForm {
  readonly title: string
  readonly submit: string
  readonly fields: readonly FormField[]
}

/** Something one can press; a channel without buttons leaves them out, the text says how to type it. */
export interface OutgoingAction {
  readonly name: string
  readonly label: string
  readonly value: string
  /** Left out where a press is enough. */
  readonly form?: ActionForm
  /** How it should look where a channel can show it; left out for a plain one. */
  readonly style?: 'primary' | 'danger'
}

/** A ticket as the member sees it. */
export interface TicketView {
  /** The reference a member can quote, for example VB-2026-0001. */
  readonly reference: string
  readonly topic: string
}

/** A file that goes with a message: an invitation. */
export interface OutgoingFile {
  readonly name: string
  /** `text/calendar; method=REQUEST; charset=utf-8` for example. */
  readonly type: string
  readonly content: string
}

/** A message the desk sends: complete as text, with what richer channels can show beside it. */
export interface OutgoingMessage {
  readonly kind: OutgoingKind
  /** Everything the reader must read; never depends on the fields below. */
  readonly text: string
  readonly citations: readonly Citation[]
  readonly actions: readonly OutgoingAction[]
  readonly ticket: TicketView | null
  readonly booking: BookingView | null
  /** For `ticket-card`, else left out. */
  readonly card?: TicketCard
  /** Messages of one conversation with the same key are one post, which the later ones change in place. */
  readonly replaces?: string
  /** Key (`replaces`) of the post in whose thread this belongs; left out for the conversation itself. */
  readonly under?: string
  /** Colleagues whose attention it asks for, where the channel can; their names stand in the text anyway. */
  readonly mentions?: readonly PersonKey[]
  /** Subject where the channel has one (mail); left out elsewhere. */
  readonly subject?: string
  readonly files?: readonly OutgoingFile[]
}
