import type { MaskedKind } from '../members/masking.js'
import type { ChannelName, ConversationId, PersonKey } from './conversation.js'

/** A button or form the member used; `name` is one of the desk's own action names, `value` is opaque to the channel. */
export interface IncomingAction {
  readonly name: string
  readonly value: string
}

/**
 * What a member sent, with everything platform-specific taken off and personal data masked.
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
  /** What was written, masked; empty when only an action was used. */
  readonly text: string
  /** Which kinds of personal data were masked in `text`, each once; empty when none. */
  readonly masked: readonly MaskedKind[]
  readonly action: IncomingAction | null
}
