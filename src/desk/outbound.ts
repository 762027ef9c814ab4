import type { Channel, ChannelLimits } from './channel.js'
import type { ChannelName, ConversationId } from './conversation.js'
import type { OutgoingMessage, TicketView } from './outgoing.js'
import type { Outbound } from './ports.js'
import { splitText } from './split-text.js'

/** Channels whose outbox is the delivery: readers follow the log, nothing is sent. */
const LOGGED: ReadonlySet<ChannelName> = new Set<ChannelName>(['web'])

/** Whether messages of this channel go out through the sender. */
export function isSent(channel: ChannelName): boolean {
  return !LOGGED.has(channel)
}

/** Where messages go: what the outbox must know of a channel. */
export interface Destination {
  readonly channel: ChannelName
  readonly conversation: ConversationId
  readonly limits: ChannelLimits
}

/**
 * What is assumed of a channel that this process does not serve: what is posted there waits for one that does. A mail
 * is one mail however long it is.
 */
const NOT_SERVED: ChannelLimits = { maxTextLength: 3000, spacingMs: 0 }
const NOT_SERVED_MAIL: ChannelLimits = { maxTextLength: 1_000_000, spacingMs: 0 }

/** What is assumed of a channel that is not there; its messages wait until it is. */
export function assumedLimits(channel: ChannelName): ChannelLimits {
  return channel === 'mail' ? NOT_SERVED_MAIL : NOT_SERVED
}

/** Where messages to a conversation go, also when its channel is not served here. */
export function destination(
  channels: ReadonlyMap<ChannelName, Channel>,
  channel: ChannelName,
  conversation: ConversationId,
): Destination {
  return { channel, conversation, limits: channels.get(channel)?.limits ?? assumedLimits(channel) }
}

/**
 * Makes messages ready for the outbox: puts in the ticket's reference, and splits what is too long.
 *
 * @param opened the ticket opened together with these messages; null leaves `{ticket}` as it stands.
 */
export function outbound(
  messages: readonly OutgoingMessage[],
  opened: TicketView | null,
  to: Destination,
): readonly Outbound[] {
  const lane = isSent(to.channel) ? (to.limits.lane?.(to.conversation) ?? to.conversation) : null
  return messages
    .map((message) => withTicket(message, opened))
    .flatMap((message) => split(message, to.limits.maxTextLength))
    .map((message) => ({ message, lane }))
}

function withTicket(message: OutgoingMessage, opened: TicketView | null): OutgoingMessage {
  if (opened === null || !message.text.includes('{ticket}')) return message
  const text = message.text.replaceAll('{ticket}', () => opened.reference)
  return { ...message, text, ticket: { ...opened, ...(message.ticket && { topic: message.ticket.topic }) } }
}

/**
 * What belongs to the whole (sources, buttons, ticket, booking, card, files) goes with the last part, where the
 * reader ends. Each part of a post that is changed later is a post of its own, by its number from the front.
 */
function split(message: OutgoingMessage, maxLength: number): readonly OutgoingMessage[] {
  const parts = splitText(message.text, maxLength)
  const { card: _card, files: _files, replaces, ...rest } = message
  return parts.map((text, index) =>
    index === parts.length - 1
      ? { ...message, text }
      : {
          ...rest,
          text,
          citations: [],
          actions: [],
          ticket: ticketOfPart(message),
          booking: null,
          ...(replaces === undefined ? {} : { replaces: `${replaces}#${index + 1}` }),
        },
  )
}

/** Each part of a colleague's reply names its ticket, so that one that does not arrive is shown there. */
function ticketOfPart({ kind, ticket }: OutgoingMessage): OutgoingMessage['ticket'] {
  return kind === 'staff-reply' ? ticket : null
}
