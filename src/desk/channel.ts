import type { ChannelName, ConversationId } from './conversation.js'
import type { Incoming } from './incoming.js'
import type { OutgoingMessage } from './outgoing.js'

/** One message on its way to a conversation. */
export interface Delivery {
  /** The outbox row's id: unique, stable over retries, usable as an idempotency key where a platform has one. */
  readonly id: string
  readonly conversation: ConversationId
  /** Position in the conversation: 1, 2, 3 ... without gaps. */
  readonly number: number
  readonly message: OutgoingMessage
  /** `platformId` of the post that this one changes in place; null posts anew. */
  readonly replaces: string | null
  /** `platformId` of the post in whose thread it belongs; null for the conversation itself. */
  readonly under: string | null
}

/**
 * How a send ended.
 *
 * - `delivered`: the platform has it; `platformId` names the post where the platform gives a name.
 * - `rate-limited`: the platform refused for now; nothing was posted.
 * - `failed`: the platform said no for good; trying again cannot help.
 * - `uncertain`: nobody can tell whether it was posted (reset after sending, 5xx): never sent again blindly.
 */
export type SendOutcome =
  | { readonly kind: 'delivered'; readonly platformId: string | null }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'uncertain'; readonly reason: string }

/**
 * What a look-back at the platform found about an uncertain send. With `platformId` where the platform names the
 * post: without it a later message with the same `replaces` cannot change that post in place.
 */
export type Reconciliation =
  | 'delivered'
  | 'absent'
  | 'unknown'
  | { readonly kind: 'delivered'; readonly platformId: string }

/** At most `count` messages within any `withinMs` milliseconds. */
export interface Burst {
  readonly count: number
  readonly withinMs: number
}

/** How fast and how much a channel takes; the outbox keeps to it. */
export interface ChannelLimits {
  /** Longest text of one message, in UTF-16 units; longer messages are split, never cut. */
  readonly maxTextLength: number
  /** At least this long between two messages to one conversation, in milliseconds; 0 is no pacing. */
  readonly spacingMs: number
  /** What the platform allows over longer times, for each lane; left out where it says nothing of the kind. */
  readonly bursts?: readonly Burst[]
  /**
   * Which conversations share the spacing and a refusal for now (threads of one Slack channel, for example): those
   * with the same lane. Left out, each conversation is a lane of its own.
   */
  readonly lane?: (conversation: ConversationId) => string
}

/**
 * What a member may see while the desk is still at work on a message. It is never the reply: that comes from the
 * outbox, takes its place, and may say something else.
 */
export interface Progress {
  readonly step: ProgressStep
  /** What the desk is doing, in the asker's language. */
  readonly status: string
  /** All sentences so far that were held against their sources, in order; empty when there is none yet. */
  readonly sentences: readonly string[]
}

export type ProgressStep = 'searching' | 'writing'

/** Takes in one event; resolves once it is committed and may be acknowledged. A repeat of an event id resolves too. */
export type Receive = (incoming: Incoming) => Promise<void>

/** A place where members write. Every adapter implements it and passes `test/contracts/channel.contract.ts`. */
export interface Channel {
  readonly name: ChannelName
  readonly limits: ChannelLimits

  /** Connects, then calls `receive` for each message of a member. Messages from bots, this one included, stop here. */
  start(receive: Receive): Promise<void>

  /** Posts one message. Never throws for what a platform does: that is an outcome. */
  send(delivery: Delivery): Promise<SendOutcome>

  /** Looks back whether an uncertain send arrived. */
  reconcile(delivery: Delivery): Promise<Reconciliation>

  /**
   * The conversation of a team's channel as the organisation wrote it in its configuration. Left out by a channel
   * in which staff do not work.
   *
   * @returns null when the desk is not (or not yet) there, so that nothing can be posted.
   */
  staffConversation?(configured: string): Promise<ConversationId | null>

  /**
   * Shows how far the desk is with the message it is at work on, in place of what it showed before; null: it is no
   * longer at work on it, and what was shown goes.
   *
   * Best effort: it is neither kept nor sent again, it is not waited for and never throws. Only the process that
   * handles the message shows it. Left out by a channel that has nothing to show it with.
   */
  showProgress?(conversation: ConversationId, progress: Progress | null): void

  /** Stops taking messages; sends under way may finish. */
  stop(): Promise<void>
}
