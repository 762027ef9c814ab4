import { dayOf, minuteOf, weekdayOf } from '../hours/day.js'
import { dayText, hourText } from '../texts/hours.js'
import { reasonText, STAFF_TEXTS, stateText } from '../texts/staff.js'
import type { TicketCard } from './card.js'
import type { Setting } from './change.js'
import type { Asker, Ticket, TicketEvent } from './tickets.js'
import { teamByKey, topicByKey } from './topics.js'

/** What a card needs besides the ticket. */
export interface CardParts {
  readonly setting: Setting
  /** Title of the document of a passage; null when it is gone. */
  readonly titleOf: (passage: string) => string | null
  /** Where members and staff reach the desk, without a slash at the end; null when it has no public address. */
  readonly publicUrl: string | null
}

/** The last so many things that were written are on the card. */
const LATEST = 4
const FOUND = 3

/**
 * A ticket as a team sees it in its channel; everything in it was masked when it was stored.
 *
 * @param team the team whose channel it is: one that no longer has the ticket sees where it went.
 */
export function ticketCard(
  ticket: Ticket,
  events: readonly TicketEvent[],
  team: string,
  { setting, titleOf, publicUrl }: CardParts,
): TicketCard {
  const { topics, staff, hours } = setting
  const who = staff.byId(ticket.claimedBy)?.name ?? nameOf(ticket.claimedBy, events)
  const teamName = teamByKey(topics, ticket.team)?.name ?? ticket.team
  const titles = ticket.found.map(({ passage }) => titleOf(passage)).filter((title) => title !== null)
  return {
    reference: ticket.reference,
    question: ticket.question,
    state: ticket.state,
    status:
      team === ticket.team ? stateText(ticket.state, who, ticket.closeReason) : STAFF_TEXTS.movedTo(teamName),
    topic: topicByKey(topics, ticket.topic)?.name ?? null,
    team: teamName,
    member: askerText(ticket.asker),
    urgent: ticket.urgent,
    askedAt: momentText(new Date(ticket.createdAt), hours.zone),
    reason: reasonText(ticket.reason),
    found: [...new Set(titles)].slice(0, FOUND),
    latest: events.flatMap(written).slice(-LATEST),
    url: publicUrl === null ? null : `${publicUrl}/staff/tickets/${ticket.reference}`,
  }
}

/** "zaterdag 21 november om 23.10 uur". */
export function momentText(at: Date, zone: string): string {
  const day = dayOf(at, zone)
  return `${dayText(day, weekdayOf(day), false, 'nl')} om ${hourText(minuteOf(at, zone), 'nl')}`
}

/** "Gemeente Zonnegem (gemeente)", or that the body is not known; with the person where the platform names one. */
export function askerText({ body, kind, name }: Asker): string {
  const of = body === null ? STAFF_TEXTS.unknownAsker : `${body} (${kind})`
  return name === null ? of : `${name}, ${of}`
}

type Written = TicketCard['latest'][number]

function written({ kind, actor, text }: TicketEvent): readonly Written[] {
  const who =
    actor.kind === 'staff' ? actor.name : actor.kind === 'member' ? STAFF_TEXTS.member : STAFF_TEXTS.desk
  switch (kind) {
    case 'added':
    case 'replied':
    case 'asked-back':
      return [{ who, text, internal: false }]
    case 'edited':
      return [{ who: `${who} (aangepast)`, text, internal: false }]
    case 'deleted':
      return [{ who, text: '(bericht verwijderd)', internal: false }]
    case 'note':
      return [{ who, text, internal: true }]
    default:
      return []
  }
}

function nameOf(id: string | null, events: readonly TicketEvent[]): string | null {
  if (id === null) return null
  const own = events.findLast(({ actor }) => actor.kind === 'staff' && actor.id === id)?.actor
  return own?.kind === 'staff' ? own.name : id
}
