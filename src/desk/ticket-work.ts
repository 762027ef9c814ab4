import type { Decision, MemberWords, Setting, Situation } from '../escalation/change.js'
import type { Ticket } from '../escalation/tickets.js'
import { ticketTexts } from '../texts/tickets.js'
import type { ChannelLimits } from './channel.js'
import type { ChannelName, ConversationId } from './conversation.js'
import { assumedLimits, outbound } from './outbound.js'
import type { OutgoingMessage } from './outgoing.js'
import { plainMessage } from './plain-message.js'
import type { Outbound, TicketDecision } from './ports.js'
import { repliesToMail } from './reply-by-mail.js'

/** Buttons under the end of a ticket; their value is its reference. */
export const TICKET_FEEDBACK = { helped: 'ticket-helped', notHelped: 'ticket-not-helped' } as const

/** What working tickets takes besides the store. */
export interface TicketMechanics {
  readonly setting: Setting
  /** Limits of a channel; null when it is not configured (any more). */
  readonly limitsOf: (channel: ChannelName) => ChannelLimits | null
}

/** Makes a decision about a ticket one that the store can write: its words become messages to the member. */
export function ticketDecision(
  decide: (situation: Situation) => Decision,
  now: Date,
  mechanics: TicketMechanics,
): TicketDecision {
  return (ticket, events) => {
    const decision = decide({ ticket, events, now, setting: mechanics.setting })
    if (decision.kind === 'refuse') return decision
    const { toMember, ...rest } = decision.change
    const due = [...rest.due, ...repliesToMail(ticket, events, rest.events, now)]
    return { kind: 'do', work: { ...rest, due, messages: toTheMember(toMember, ticket, mechanics) } }
  }
}

function toTheMember(
  words: readonly MemberWords[],
  ticket: Ticket,
  { setting, limitsOf }: TicketMechanics,
): readonly Outbound[] {
  const channel = ticket.channel as ChannelName // it came in over one
  const to = {
    channel,
    conversation: ticket.conversation as ConversationId, // it came in as one
    limits: limitsOf(channel) ?? assumedLimits(channel),
  }
  const messages = words.map((one) => memberMessage(one, ticket, setting))
  return outbound(messages, null, to)
}

function memberMessage(words: MemberWords, ticket: Ticket, { languageOf }: Setting): OutgoingMessage {
  const { labels } = ticketTexts(languageOf(ticket.question))
  const { reference, topic } = ticket
  return {
    ...plainMessage(words.kind, words.text),
    actions: words.asksWhetherHelped
      ? [
          { name: TICKET_FEEDBACK.helped, label: labels.helped, value: reference },
          { name: TICKET_FEEDBACK.notHelped, label: labels.notHelped, value: reference },
        ]
      : [],
    ticket: { reference, topic: topic ?? '' },
  }
}
