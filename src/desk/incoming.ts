import type { MaskedKind } from '../members/masking.js'
import type { ChannelName, ConversationId, PersonKey } from './conversation.js'

/** A button or form the member or a colleague used; `name` is one of the desk's own action names, `value` is opaque to the channel. */
export interface IncomingAction {
  readonly name: string
  readonly value: string
  /** What was filled in, by field name; texts masked. Left out when the action has no form. */
  readonly fields?: Readonly<Record<string, string>>
}

/** What the platform vouches for about the sender; decides for which body somebody asks. */
export interface Origin {
  /** The Slack workspace or Teams tenant of the sender; left out where the platform has none. */
  readonly slackTeam?: string
  readonly teamsTenant?: string
  /** A guest, or somebody from outside the organisation the desk is installed for: a stranger whatever the tenant. */
  readonly outsider: boolean
}

/** A message that was changed or taken back by the one who wrote it; it is never answered. */
export interface Revision {
  readonly kind: 'edited' | 'deleted'
  /** `messageId` of the message it is about. */
  readonly of: string
}

/**
 * What a member or a colleague sent, with everything platform-specific taken off and personal data masked.
 *
 * It is the only form in which a message is stored: the raw text and the platform's payload stop in the adapter.
 */
export interface Incoming {
  /** The platform's id of the event, unique within the channel; the same id again is the same event. */
  readonly eventId: string
  readonly channel: ChannelName
  readonly conversation: ConversationId
  readonly person: PersonKey
  /** UTC, ISO 8601, when the adapter took it in. */
  readonly receivedAt: string
  /** What was written, masked; empty when only an action was used, and for a deletion. */
  readonly text: string
  /** Which kinds of personal data were masked in `text`, each once; empty when none. */
  readonly masked: readonly MaskedKind[]
  readonly action: IncomingAction | null
  /** The platform's id of the message itself, by which a later edit or deletion names it; left out where there is none. */
  readonly messageId?: string
  /** Left out for a new message. */
  readonly revision?: Revision
  /** The sender's name as the platform shows it, for colleagues who pick the question up; left out when unknown. */
  readonly personName?: string
  /** Left out where nothing is known of the sender. */
  readonly origin?: Origin
  /**
   * Where an address is kept that was asked for: a token of the contact vault, for an hour. The address itself is
   * masked in `text`. Left out when none was given.
   */
  readonly contact?: string
  /** In a staff conversation: `platformId` of the post of ours under which this was written or pressed. */
  readonly under?: string
}
