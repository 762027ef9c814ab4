import type { TicketCard } from '../escalation/card.js'
import { cardKey } from '../escalation/due.js'
import { type CardParts, ticketCard } from '../escalation/ticket-card.js'
import type { Ticket, TicketEvent } from '../escalation/tickets.js'
import { STAFF_TEXTS } from '../texts/staff.js'
import type { OutgoingMessage } from './outgoing.js'
import { plainMessage } from './plain-message.js'
import { staffActionsFor } from './staff-actions.js'

/** What cards are made with. */
export interface CardMessageParts extends CardParts {
  /** Whether an answer can be made a document from a channel. */
  readonly publishes: boolean
}

/** A ticket for a team's channel: one post, which the next one of the same ticket changes in place. */
export function cardMessage(
  ticket: Ticket,
  events: readonly TicketEvent[],
  team: string,
  parts: CardMessageParts,
): OutgoingMessage {
  const card = ticketCard(ticket, events, team, parts)
  const { topics, staff } = parts.setting
  return {
    ...plainMessage('ticket-card', cardText(card)),
    actions:
      team === ticket.team ? staffActionsFor(ticket, { topics, staff, publishes: parts.publishes }) : [],
    card,
    replaces: cardKey(ticket.reference),
  }
}

/** Longer texts are on the staff desk: a card must be one post. */
const LONGEST = { question: 1000, latest: 200, reason: 300, found: 300 } as const

/** What a card says as text, for where there is nothing but text. */
function cardText(card: TicketCard): string {
  const title = STAFF_TEXTS.card(card.reference, card.status)
  return [
    card.urgent ? `${STAFF_TEXTS.urgent}: ${title}` : title,
    shortened(card.question, LONGEST.question),
    STAFF_TEXTS.askedBy(card.member, card.askedAt),
    card.topic === null ? STAFF_TEXTS.noTopic : STAFF_TEXTS.topic(card.topic),
    shortened(card.reason, LONGEST.reason),
    // A wish for a person or a booking searches nothing: the reason says it all.
    ...(card.found.length === 0 ? [] : [STAFF_TEXTS.found(shortened(card.found.join('; '), LONGEST.found))]),
    ...card.latest.map(
      ({ who, text, internal }) =>
        `${internal ? `${who} (${STAFF_TEXTS.internal})` : who}: ${shortened(text, LONGEST.latest)}`,
    ),
    ...(card.url === null ? [] : [card.url]),
  ].join('\n')
}

function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`
}
