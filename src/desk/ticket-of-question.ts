import { exampleFor } from '../escalation/examples.js'
import { hasSubject, isSameQuestion } from '../escalation/same-question.js'
import type { Ticket } from '../escalation/tickets.js'
import { teamFor } from '../escalation/topics.js'
import { deskTexts } from '../texts/desk.js'
import { ticketTexts } from '../texts/tickets.js'
import { type Moment, openTickets } from './member-desk.js'
import type { NewTicket } from './turn.js'

/** Reasons that are about how far an earlier question is, rather than a question. */
export const ABOUT_PROGRESS: ReadonlySet<string> = new Set(['response-time', 'file-status'])

/** The open ticket that a question for staff belongs to; null when it is a new subject. */
export async function sameTicket(asked: NewTicket, moment: Moment): Promise<Ticket | null> {
  const open = await openTickets(moment)
  const [last] = open
  if (last === undefined) return null
  if (ABOUT_PROGRESS.has(asked.reason)) return last
  for (const ticket of open) {
    const events = await moment.desk.tickets.events(ticket.reference)
    const written = events.flatMap(({ kind, text }) => (kind === 'added' ? [text] : []))
    if ([ticket.question, ...written].some((text) => isSameQuestion(asked.question, text))) return ticket
  }
  const nothingNew = asked.question === deskTexts('nl').noQuestion || !hasSubject(asked.question)
  return asked.reason === 'human' && nothingNew ? last : null
}

/** A question without a topic goes to the team that took one like it, and says which. */
export async function byExample(ticket: NewTicket, { desk }: Moment): Promise<NewTicket> {
  if (ticket.topic !== null || desk.corrections === undefined) return ticket
  const { topics } = desk.setting
  const example = exampleFor(ticket.question, await desk.corrections(), topics)
  if (example === null) return ticket
  const { topic, reference } = example
  const why = ticketTexts('nl').byExample(reference)
  const question = `${ticket.question}\n(${why})`
  return { ...ticket, topic, team: teamFor(topics, topic).key, question }
}
