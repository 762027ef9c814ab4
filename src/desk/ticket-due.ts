import type { Ticket, Tickets } from '../escalation/tickets.js'
import type { DueWork, Posts } from './ports.js'
import type { TeamChannels } from './team-channels.js'
import type { CardMessageParts } from './ticket-card-message.js'

/** What tickets that have come due are handled with. */
export interface TicketDueParts extends CardMessageParts {
  readonly tickets: Pick<Tickets, 'find' | 'events' | 'list'>
  readonly teams: TeamChannels
  readonly posts: Pick<Posts, 'present'>
}

/** A row that leads to nothing any more. */
export const NOTHING_DUE: DueWork = { posts: [], due: [], ticketEvents: [], guards: [] }

/** What was decided holds as long as the ticket is as it was. */
export function guard({ reference, version }: Ticket): DueWork['guards'][number] {
  return { table: 'tickets', id: reference, version }
}
