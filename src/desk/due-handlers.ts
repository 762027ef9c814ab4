import { readCardKey, shownFrom, TICKET_DUE } from '../escalation/due.js'
import type { Ticket, TicketEvent } from '../escalation/tickets.js'
import { isOpen, nextOpening } from '../hours/opening.js'
import type { DueHandler } from './due-runner.js'
import type { Due, DueWork } from './ports.js'
import { remind } from './remind.js'
import { digestText, followUp, staffNotice } from './staff-notices.js'
import { postTo } from './team-channels.js'
import { cardMessage } from './ticket-card-message.js'
import { guard, NOTHING_DUE, type TicketDueParts } from './ticket-due.js'

const MOST_IN_DIGEST = 500

/** Handlers of what comes due about tickets, by kind; see `DueRunner`. */
export function ticketDueHandlers(parts: TicketDueParts): ReadonlyMap<string, DueHandler> {
  return new Map<string, DueHandler>([
    [TICKET_DUE.card, (due, now) => showTicket(due, now, parts)],
    [TICKET_DUE.digest, (due, now) => digest(due, now, parts)],
    [TICKET_DUE.reminder, (due, now) => remind(due, now, parts)],
  ])
}

/** The card as the ticket is now, and in its thread what happened, when that asks for attention. */
async function showTicket(due: Due, now: Date, parts: TicketDueParts): Promise<DueWork> {
  const subject = readCardKey(due.key)
  const ticket = subject && (await parts.tickets.find(subject.reference))
  if (!subject || !ticket) return NOTHING_DUE
  const events = await parts.tickets.events(ticket.reference)
  const event = events.find(({ number }) => number === subject.event)
  const told = event && subject.team === ticket.team ? followUp(ticket, event, parts.setting.staff) : null
  if (told !== null || event?.kind === 'opened') {
    const later = whenOpen(due, now, parts)
    if (later !== null) return later
  }
  const card = cardMessage(ticket, events, subject.team, parts)
  const places = await parts.teams.ofTeam(subject.team)
  const posts = places.map((to) => {
    const notice = told && staffNotice(told.text, to.channel, { under: ticket.reference, to: told.to })
    return postTo(to, notice ? [card, notice] : [card])
  })
  return { ...NOTHING_DUE, posts, guards: [guard(ticket)] }
}

/** What came in since the office closed: one message and the cards, urgent ones first. */
async function digest(due: Due, now: Date, parts: TicketDueParts): Promise<DueWork> {
  const later = whenOpen(due, now, parts)
  if (later !== null) return later
  const { hours } = parts.setting
  const opens = Date.parse(due.key.split('/')[2] ?? '')
  const team = due.subject
  const states = ['new', 'claimed', 'waiting', 'reopened'] as const
  const waiting = await parts.tickets.list({ team, states, limit: MOST_IN_DIGEST })
  const came = waiting.filter(
    (ticket) => Date.parse(ticket.createdAt) < opens && shownFrom(ticket, hours).getTime() === opens,
  )
  if (came.length === 0) return NOTHING_DUE
  const cards = await Promise.all(
    came.map(async (ticket) => cardMessage(ticket, await eventsOf(ticket, parts), team, parts)),
  )
  const text = digestText(came, now, hours.zone)
  const places = await parts.teams.ofTeam(team)
  const posts = places.map((to) =>
    postTo(to, [staffNotice(text, to.channel, { under: null, to: null }), ...cards]),
  )
  return { ...NOTHING_DUE, posts, guards: came.map(guard) }
}

/** The same again at the next opening, when the office is closed now: nobody is told anything then. */
function whenOpen(due: Due, now: Date, { setting }: TicketDueParts): DueWork | null {
  if (isOpen(setting.hours, 'office', now)) return null
  const at = nextOpening(setting.hours, 'office', now)
  if (at === null) return null
  const base = due.key.split('/again/')[0] ?? due.key
  const { kind, subject } = due
  return { ...NOTHING_DUE, due: [{ key: `${base}/again/${at.toISOString()}`, kind, subject, at }] }
}

function eventsOf({ reference }: Ticket, { tickets }: TicketDueParts): Promise<readonly TicketEvent[]> {
  return tickets.events(reference)
}
