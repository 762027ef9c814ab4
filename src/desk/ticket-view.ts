import { whyNot } from '../escalation/permissions.js'
import type { Tickets } from '../escalation/tickets.js'
import type { Clock } from './clock.js'
import type { OutgoingMessage } from './outgoing.js'
import { readStaffAction } from './staff-actions.js'
import { type CardMessageParts, cardMessage } from './ticket-card-message.js'

/** What the card of a ticket is made with. */
export interface ViewParts extends CardMessageParts {
  readonly tickets: Pick<Tickets, 'find' | 'events'>
  readonly clock: Clock
}

/** A ticket's card for one person on a channel; null for whoever is no colleague, and for a ticket that is gone. */
export type TicketView = (reference: string, person: string) => Promise<OutgoingMessage | null>

/** Cards with only what the one who looks can do: others than who has the ticket see who has it, and do not answer it. */
export function ticketView(channel: string, parts: ViewParts): TicketView {
  const { tickets, setting, clock } = parts
  return async (reference, person) => {
    const by = setting.staff.byPerson(channel, person)
    const ticket = by && (await tickets.find(reference))
    if (!by || !ticket) return null
    const events = await tickets.events(reference)
    const situation = { ticket, events, now: clock.now(), setting }
    const card = cardMessage(ticket, events, ticket.team, parts)
    const actions = card.actions.filter(({ name, value }) => {
      const action = readStaffAction({ name, value })
      return action === null || whyNot(situation, by, action) === null
    })
    return { ...card, actions }
  }
}
