import { topicOf } from '../escalation/routing.js'
import type { Ticket, TicketEvent, Tickets } from '../escalation/tickets.js'
import type { Topics } from '../escalation/topics.js'

/** A question whose topic a colleague set right: an example for whoever tends the keywords of `topics.yaml`. */
export interface Correction {
  readonly reference: string
  readonly question: string
  /** Key that the colleague chose. */
  readonly topic: string
  /** What the keywords make of the question today; null for no topic. */
  readonly found: string | null
  /** Whether the keywords find the right one by now. */
  readonly mended: boolean
  /** UTC, ISO 8601. */
  readonly at: string
}

/** Every correction of a topic, the last one of each ticket, in the order of the tickets. */
export async function corrections(
  tickets: Pick<Tickets, 'list' | 'events'>,
  topics: Topics,
): Promise<readonly Correction[]> {
  const all = await allTickets(tickets)
  const found: Correction[] = []
  for (const ticket of all) {
    const correction = correctionOf(ticket, await tickets.events(ticket.reference), topics)
    if (correction !== null) found.push(correction)
  }
  return found
}

const PAGE = 500

/** Every ticket, urgent ones first and then the oldest. */
export async function allTickets({ list }: Pick<Tickets, 'list'>): Promise<readonly Ticket[]> {
  const all: Ticket[] = []
  for (;;) {
    const page = await list({ limit: PAGE, offset: all.length })
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

function correctionOf(
  { reference, question }: Ticket,
  events: readonly TicketEvent[],
  topics: Topics,
): Correction | null {
  const last = events.findLast(({ kind, actor }) => kind === 'topic' && actor.kind === 'staff')
  if (last === undefined) return null
  const found = topicOf(question, topics).topic
  return { reference, question, topic: last.text, found, mended: found === last.text, at: last.at }
}
