import { cardKey, digestDue, readCardKey, shownFrom, TICKET_DUE } from '../escalation/due.js'
import type { Ticket, TicketEvent } from '../escalation/tickets.js'
import type { OfficeHours } from '../hours/office-hours.js'
import { isOpen, nextOpening, openSince } from '../hours/opening.js'
import type { DueHandler } from './due-runner.js'
import type { Destination } from './outbound.js'
import type { Due, DueWork, Post } from './ports.js'
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

/**
 * What came in while the office was closed: one message and the cards, urgent ones first.
 *
 * An opening that the desk missed is left to the digest of the opening it is now, which shows all that is not there
 * yet: a team never gets two at once.
 */
async function digest(due: Due, now: Date, parts: TicketDueParts): Promise<DueWork> {
  const { hours } = parts.setting
  const team = due.subject
  const opening = openSince(hours, 'office', now) ?? nextOpening(hours, 'office', now)
  if (opening === null) return NOTHING_DUE
  const own = digestDue(team, opening)
  if (own.key !== due.key) return { ...NOTHING_DUE, due: [own] }
  const waiting = await parts.tickets.list({ team, states: WAITING, limit: MOST_IN_DIGEST })
  const came = waiting.filter((ticket) => cameBefore(ticket, opening, hours))
  const places = await parts.teams.ofTeam(team)
  const keys = came.map(({ reference }) => cardKey(reference))
  const posts = await Promise.all(
    places.map(async (to) => {
      const there = await parts.posts.present(to.channel, to.conversation, keys)
      return digestFor(
        to,
        came.filter(({ reference }) => !there.has(cardKey(reference))),
        now,
        parts,
      )
    }),
  )
  return { ...NOTHING_DUE, posts: posts.flat(), guards: came.map(guard) }
}

const WAITING = ['new', 'claimed', 'waiting', 'reopened'] as const

/** Asked while the office was closed, before this opening. */
function cameBefore(ticket: Ticket, opening: Date, hours: OfficeHours): boolean {
  const asked = Date.parse(ticket.createdAt)
  const shown = shownFrom(ticket, hours).getTime()
  return asked < shown && shown <= opening.getTime()
}

async function digestFor(
  to: Destination,
  came: readonly Ticket[],
  now: Date,
  parts: TicketDueParts,
): Promise<readonly Post[]> {
  if (came.length === 0) return []
  const cards = await Promise.all(
    came.map(async (ticket) => cardMessage(ticket, await eventsOf(ticket, parts), ticket.team, parts)),
  )
  const text = digestText(came, now, parts.setting.hours.zone)
  return [postTo(to, [staffNotice(text, to.channel, { under: null, to: null }), ...cards])]
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
