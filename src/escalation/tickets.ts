/** A question that waits for staff. */
export interface Ticket {
  /** The reference a member can quote: `VB-2026-0001`; numbers of a year have no gaps. */
  readonly reference: string
  /** In full, masked. */
  readonly question: string
  /** Key of a topic of `topics.yaml`; null when none fitted. */
  readonly topic: string | null
  /** Why the desk did not answer. */
  readonly reason: string
  /** What the desk found, best first: passage ids with their scores. */
  readonly found: readonly { readonly passage: string; readonly score: number }[]
  /** Where the member asked: the channel's name and its own id of the conversation. */
  readonly channel: string
  readonly conversation: string
  readonly state: 'new'
  /** UTC, ISO 8601. */
  readonly createdAt: string
}

/** Something that happened to a ticket. */
export interface TicketEvent {
  /** 1, 2, 3 ... within the ticket; the first is `opened`. */
  readonly number: number
  /** `added`: the member wrote more. */
  readonly kind: 'opened' | 'added'
  /** Masked; empty for `opened`. */
  readonly text: string
  /** UTC, ISO 8601. */
  readonly at: string
}

/** Tickets as they are kept. They are opened by the commit of a turn, together with the message that names them. */
export interface Tickets {
  /** Newest last; empty when there is none. */
  list(): Promise<readonly Ticket[]>

  /** Null when no ticket has this reference. */
  find(reference: string): Promise<Ticket | null>

  /** In order; empty when no ticket has this reference. */
  events(reference: string): Promise<readonly TicketEvent[]>
}
