import type { Delivery } from './channel.js'
import type { ChannelName, ConversationId } from './conversation.js'
import type { Incoming } from './incoming.js'
import type { OutgoingMessage, TicketView } from './outgoing.js'
import type { Effect } from './turn.js'

/** Takes events in, once each. */
export interface Inbox {
  /**
   * Commits an event; once this resolves the platform may be told that it arrived.
   *
   * `repeat` when the channel gave this event id before: nothing changes, whatever became of the first.
   *
   * @throws StoreError `STORE_FULL` or `STORE_UNAVAILABLE`: nothing was kept, the platform must send it again.
   */
  accept(incoming: Incoming, now: Date): Promise<'accepted' | 'repeat'>
}

/** The right to handle a conversation's oldest open event, until the lease runs out. */
export interface Claim {
  readonly channel: ChannelName
  readonly conversation: ConversationId
  /** Rises with every claim of the conversation, so that a late holder is recognised. */
  readonly fence: number
  /** Of the state: a commit is refused when somebody changed it since. */
  readonly version: number
  /** As it was stored, of any version; `readState` makes a `ConversationState` of it. */
  readonly state: unknown
  /** Position of the event in its conversation: 1, 2, 3 ... */
  readonly sequence: number
  /** How often the event was taken up, this time included. A crash counts too. */
  readonly attempts: number
  readonly incoming: Incoming
}

/** A message ready for the outbox: already short enough for its channel. */
export interface Outbound {
  readonly message: OutgoingMessage
  /** Messages of one lane share the platform's limits; null when being committed is being delivered (the web log). */
  readonly lane: string | null
}

/** What a turn leaves behind, all of it in one transaction. */
export interface TurnWork {
  readonly now: Date
  readonly effects: readonly Effect[]
  /** The year in the reference of a ticket opened by this turn. */
  readonly ticketYear: number
  /** Called inside the transaction, so without waiting for anything; null when the turn opened no ticket. */
  readonly conclude: (opened: TicketView | null) => Conclusion
  /** Why the event is set aside for staff; null when it was handled. */
  readonly parked: string | null
}

/** What follows once it is known which ticket the turn opened. */
export interface Conclusion {
  /** Null leaves the state as it is. */
  readonly state: object | null
  readonly messages: readonly Outbound[]
}

/** `lost`: another process holds the conversation. `changed`: the state moved on, take the turn again. */
export type CommitResult = 'committed' | 'lost' | 'changed'

/** Which work to take, and for whom. */
export interface ClaimRequest {
  /** Names the process; unique among those that run. */
  readonly owner: string
  readonly now: Date
  readonly leaseMs: number
  readonly limit: number
  /** Those this process serves; what belongs to others waits for one that does. */
  readonly channels: readonly ChannelName[]
}

/** Conversations that wait for the desk. */
export interface Turns {
  /** Leases conversations that have something to do, the longest waiting first; empty when there is nothing. */
  claim(request: ClaimRequest): Promise<readonly Claim[]>

  /** Lengthens a lease; false when it was lost. */
  renew(claim: Claim, until: Date): Promise<boolean>

  /** Commits what a turn decided, or nothing. */
  commit(claim: Claim, work: TurnWork): Promise<CommitResult>

  /**
   * Gives a conversation back: its event is taken up again from `at` on. Nothing happens when the lease was lost.
   *
   * @param blame whether the attempt counts against the event; false when it was not to blame.
   */
  release(claim: Claim, at: Date, blame: boolean): Promise<void>
}

/** The right to send one message, or to look back whether it arrived. */
export interface SendClaim {
  readonly channel: ChannelName
  readonly lane: string
  readonly fence: number
  /** `check`: an earlier send ended without anyone knowing how. */
  readonly kind: 'send' | 'check'
  readonly delivery: Delivery
  /** How often this message was sent, and looked for, this time included. */
  readonly attempts: number
  readonly checks: number
}

/** What becomes of a message after a send or a look-back. */
export type Settlement =
  | { readonly kind: 'delivered'; readonly platformId: string | null }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Send it when the lane is free: the platform refused it for now, and nothing was posted. */
  | { readonly kind: 'later'; readonly reason: string }
  /** Send it again: it surely did not arrive. */
  | { readonly kind: 'again'; readonly reason: string }
  /** Look back at `at`. */
  | { readonly kind: 'check'; readonly at: Date; readonly reason: string }
  /** Nobody will ever know; staff see it and the next message goes on. */
  | { readonly kind: 'uncertain'; readonly reason: string }

/** Messages on their way out. */
export interface Outbox {
  /** Leases lanes of these channels that have a message due, one message each; what a crash left behind is a `check`. */
  claim(request: ClaimRequest): Promise<readonly SendClaim[]>

  /**
   * Writes down how it ended; the lane sends nothing more before `laneFreeAt`.
   *
   * False when the lease was lost: then only a `delivered` is kept, because it is true whoever reports it.
   */
  settle(claim: SendClaim, settlement: Settlement, now: Date, laneFreeAt: Date): Promise<boolean>
}

/** One message of a conversation as it was committed. */
export interface LoggedMessage {
  /** 1, 2, 3 ... within the conversation, without gaps. */
  readonly number: number
  /** Stable and unique. */
  readonly id: string
  /** Event that caused it; null for what came by itself (a reminder, a colleague's reply). */
  readonly eventId: string | null
  readonly message: OutgoingMessage
  /** UTC, ISO 8601. */
  readonly at: string
}

/** What became of one event of a member. */
export interface HandledEvent {
  readonly status: 'open' | 'done' | 'parked'
  /** Caused by this event, in order; empty while open, and when the desk had nothing to say. */
  readonly messages: readonly LoggedMessage[]
}

/** The numbered log of a conversation, which any process can read and follow. */
export interface WebLog {
  /** Messages with a number above `afterNumber`, in order; empty when there is none or no such conversation. */
  read(conversation: ConversationId, afterNumber: number): Promise<readonly LoggedMessage[]>

  /** One event; null when it was never taken in, or belongs to another conversation. */
  event(conversation: ConversationId, eventId: string): Promise<HandledEvent | null>

  /**
   * Waits until the conversation may have changed: a message above `afterNumber`, or an event handled.
   *
   * Resolves at once when there is such a message already, when `signal` aborts, and after `timeoutMs`; look
   * again after each of them. Never rejects.
   */
  waitForMore(
    conversation: ConversationId,
    afterNumber: number,
    options: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ): Promise<void>
}

/** Tells parts of the desk, in this process and in others, that there may be something new. A hint, never a promise. */
export interface Signals {
  /** Calls `listener` when something may be due; returns what ends it. */
  subscribe(topic: SignalTopic, listener: () => void): () => void
}

/** `inbox`: an event; `outbox`: a message to send; `log:...`: a web conversation. */
export type SignalTopic = 'inbox' | 'outbox' | `log:${string}`

/** Locks with an end, for what only one process may do at a time. */
export interface Leases {
  /** Takes or lengthens the lease `name`; false when another owner holds it and its time is not over. */
  hold(name: string, owner: string, now: Date, forMs: number): Promise<boolean>

  /** Gives the lease up; nothing happens when `owner` does not hold it. */
  release(name: string, owner: string): Promise<void>
}

/** An event the desk gave up on. */
export interface ParkedEvent {
  readonly channel: ChannelName
  readonly conversation: ConversationId
  readonly eventId: string
  /** Masked. */
  readonly text: string
  readonly attempts: number
  readonly reason: string
  /** UTC, ISO 8601. */
  readonly receivedAt: string
}

/** A message that did not arrive, or of which nobody knows. */
export interface UndeliveredMessage {
  readonly channel: ChannelName
  readonly conversation: ConversationId
  readonly number: number
  readonly status: 'failed' | 'uncertain'
  readonly text: string
  readonly attempts: number
  readonly reason: string
  /** UTC, ISO 8601. */
  readonly createdAt: string
}

/** What went wrong and waits for a person. */
export interface Troubles {
  /** Oldest first. */
  parked(): Promise<readonly ParkedEvent[]>
  /** Oldest first. */
  undelivered(): Promise<readonly UndeliveredMessage[]>
}
