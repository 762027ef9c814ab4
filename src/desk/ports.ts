import type { ActionOutcome } from '../escalation/actions.js'
import type { TopicExample } from '../escalation/examples.js'
import type { Tickets } from '../escalation/tickets.js'
import type { Burst, Delivery } from './channel.js'
import type { ChannelName, ConversationId } from './conversation.js'
import type { CountedTurn } from './counted.js'
import type { Incoming } from './incoming.js'
import type { OutgoingKind, OutgoingMessage } from './outgoing.js'
import type { Effect } from './turn.js'
import type { NewDue, NewTicketEvent, Outbound, Outcomes, TicketDecision } from './work.js'

export type {
  NewDue,
  NewTicketEvent,
  Outbound,
  Outcomes,
  TicketDecision,
  TicketWork,
} from './work.js'

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
  /** Reference of the ticket whose staff have the conversation; null when the desk has it. */
  readonly heldBy: string | null
}

/** What a turn leaves behind, all of it in one transaction. */
export interface TurnWork {
  readonly now: Date
  readonly effects: readonly Effect[]
  /** The year in the reference of a ticket opened by this turn. */
  readonly ticketYear: number
  /** Called inside the transaction, so without waiting for anything. */
  readonly conclude: (outcomes: Outcomes) => Conclusion
  /** Why the event is set aside for staff; null when it was handled. */
  readonly parked: string | null
  /** What is counted of it; left out where nothing is. */
  readonly counted?: CountedTurn
}

/** What follows once it is known how the effects ended. */
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
  /** How much a lane of a channel sends within a time, for the outbox; left out: no bounds. */
  readonly bursts?: ReadonlyMap<ChannelName, readonly Burst[]>
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

/**
 * `inbox`: an event; `outbox`: a message to send; `dues`: something was planned; `tickets`: one was opened or
 * changed; `log:...`: a web conversation.
 */
export type SignalTopic = 'inbox' | 'outbox' | 'dues' | 'tickets' | `log:${string}`

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
  readonly kind: OutgoingKind
  /** Reference of the ticket it is about; null when it is about none. */
  readonly ticket: string | null
  readonly text: string
  readonly attempts: number
  readonly reason: string
  /** UTC, ISO 8601. */
  readonly createdAt: string
}

/** Something that is due and failed at least once; it is still tried, ever less often. */
export interface StuckDue {
  readonly key: string
  readonly kind: string
  readonly subject: string
  readonly attempts: number
  readonly reason: string
  /** When it should have been done. UTC, ISO 8601. */
  readonly at: string
}

/** What went wrong and waits for a person. */
export interface Troubles {
  /** Oldest first. */
  parked(): Promise<readonly ParkedEvent[]>
  /** Oldest first. */
  undelivered(): Promise<readonly UndeliveredMessage[]>
  /** Oldest first. */
  stuck(): Promise<readonly StuckDue[]>
}

/** Tickets with the one way to change them. */
export interface TicketStore extends Tickets {
  /** The last correction of the topic by a colleague, of at most `limit` tickets, the newest first. */
  corrections(limit: number): Promise<readonly TopicExample[]>

  /**
   * Decides and writes in one transaction; two changes of one ticket never run at once. The member's conversation
   * is locked before the ticket, as a turn does.
   *
   * @param key names the press or post that asked for it: the same key again changes nothing and returns `done`
   * with the ticket as it is. A key of which the change was refused may be tried again.
   * @returns refused as `not-found`, with an empty text, when no ticket has this reference.
   */
  change(reference: string, decide: TicketDecision, now: Date, key: string): Promise<ActionOutcome>
}

/** A due row that was taken up. */
export interface Due extends NewDue {
  readonly id: string
  /** How often it was taken up, this time included. */
  readonly attempts: number
}

/** Messages to one conversation that no event of it caused. The conversation is made when it does not exist. */
export interface Post {
  readonly channel: ChannelName
  readonly conversation: ConversationId
  readonly messages: readonly Outbound[]
}

/** What a due row leaves behind, together with its end, in one transaction. */
export interface DueWork {
  readonly posts: readonly Post[]
  readonly due: readonly NewDue[]
  readonly ticketEvents: readonly { readonly reference: string; readonly event: NewTicketEvent }[]
  /**
   * What the decision was based on: when one of these has another version by now nothing is written and the row is
   * taken up again. Empty when it rests on nothing that changes.
   */
  readonly guards: readonly {
    readonly table: 'tickets' | 'bookings'
    readonly id: string
    readonly version: number
  }[]
}

/** What has come due. No row is handled twice, also after a crash and with several processes. */
export interface Dues {
  plan(due: readonly NewDue[], now: Date): Promise<void>

  /** Leases rows whose instant has come, the oldest first; one whose lease ran out is given again. */
  claim(owner: string, now: Date, leaseMs: number, limit: number): Promise<readonly Due[]>

  /** Writes what the row led to and its end; `changed` when a guard does not hold, `lost` when another has the row. */
  finish(due: Due, work: DueWork, now: Date): Promise<'done' | 'changed' | 'lost'>

  /** Gives a row back, to be taken up again from `at` on; `reason` is kept for whoever runs the desk. */
  postpone(due: Due, at: Date, reason: string): Promise<void>

  /** Earliest instant at which something is due; null when nothing is planned. */
  next(): Promise<Date | null>
}

/** Posts of ours as the platform names them, for buttons and threads that come back. */
export interface Posts {
  /** Key (`OutgoingMessage.replaces`) of the post with this `platformId`; null when it is not one of ours. */
  keyOf(channel: ChannelName, conversation: ConversationId, platformId: string): Promise<string | null>

  /** Which of these keys have a post in a conversation, sent or on its way; empty when none has. */
  present(
    channel: ChannelName,
    conversation: ConversationId,
    keys: readonly string[],
  ): Promise<ReadonlySet<string>>

  /** Posts to a conversation outside a turn. */
  post(post: Post, now: Date): Promise<void>
}

/**
 * Small records with an optional end, for what adapters and sign-in must remember: installations, conversation
 * references, sessions, one-time codes. Values are opaque JSON text.
 */
export interface Records {
  /** Null when there is none, or its time is over. */
  get(kind: string, key: string, now: Date): Promise<string | null>
  /** @param until null: without end. */
  put(kind: string, key: string, value: string, now: Date, until: Date | null): Promise<void>
  /** Puts it only when there is none (or its time is over); false when there is. */
  add(kind: string, key: string, value: string, now: Date, until: Date | null): Promise<boolean>
  /** Returns and removes it; of two at once one gets it. Null when there is none, or its time is over. */
  take(kind: string, key: string, now: Date): Promise<string | null>
  remove(kind: string, key: string): Promise<void>
  /** All of a kind whose time is not over, ordered by key. */
  list(kind: string, now: Date): Promise<readonly { readonly key: string; readonly value: string }[]>
}
