import { cardKey } from '../escalation/due.js'
import type { RemindedWho } from '../escalation/reminders.js'
import { type Colleague, personKeyOf, type StaffDirectory } from '../escalation/staff-directory.js'
import { momentText } from '../escalation/ticket-card.js'
import type { Ticket, TicketEvent } from '../escalation/tickets.js'
import { addDays, dayOf, minuteOf, weekdayOf } from '../hours/day.js'
import { hourText, weekdayName } from '../texts/hours.js'
import { durationText, STAFF_TEXTS } from '../texts/staff.js'
import type { ChannelName, PersonKey } from './conversation.js'
import type { OutgoingMessage } from './outgoing.js'
import { plainMessage } from './plain-message.js'

/**
 * A word to colleagues. It stands in the thread of a ticket's card where `under` names one, and asks the attention of
 * `to`, whose name begins it.
 */
export function staffNotice(
  text: string,
  channel: ChannelName,
  { under, to }: { readonly under: string | null; readonly to: Colleague | null },
): OutgoingMessage {
  const key = to && personKeyOf(to, channel)
  return {
    ...plainMessage('staff-notice', to === null ? text : STAFF_TEXTS.attention(to.name, text)),
    ...(under !== null && { under: cardKey(under) }),
    ...(key && { mentions: [key as PersonKey] }), // as the adapter makes it, see `personKeyOf`
  }
}

/** A word about an event, and whose attention it asks for; null for one that the card itself shows. */
export function followUp(
  ticket: Ticket,
  event: TicketEvent,
  staff: StaffDirectory,
): { readonly text: string; readonly to: Colleague | null } | null {
  const to = staff.byId(ticket.claimedBy)
  const { reference } = ticket
  if (event.kind === 'undelivered') return { text: STAFF_TEXTS.undelivered(reference), to }
  if (event.kind === 'reassigned') return reassigned(reference, event, staff)
  const text = event.actor.kind === 'member' ? memberText(reference, event) : null
  return text === null ? null : { text, to }
}

function memberText(reference: string, { kind, text }: TicketEvent): string | null {
  switch (kind) {
    case 'added':
      return STAFF_TEXTS.added(reference, text)
    case 'edited':
      return STAFF_TEXTS.edited(reference, text)
    case 'deleted':
      return STAFF_TEXTS.deleted(reference)
    case 'closed':
      return STAFF_TEXTS.withdrew(reference)
    case 'feedback':
      return text === 'confirmed' ? STAFF_TEXTS.helped(reference) : STAFF_TEXTS.notHelped(reference)
    case 'reopened':
      return STAFF_TEXTS.reopened(reference)
    default:
      return null
  }
}

/** Who was given a ticket by somebody else hears of it. */
function reassigned(reference: string, { text, actor }: TicketEvent, staff: StaffDirectory) {
  const to = staff.byId(text)
  if (to === null || (actor.kind === 'staff' && actor.id === to.id)) return null
  return { text: STAFF_TEXTS.reassigned(reference, to.name), to }
}

/** "Sinds zaterdag 23.10 uur kwamen 3 vragen binnen.", with the date when that was a week ago or more. */
export function digestText(tickets: readonly Ticket[], now: Date, zone: string): string {
  const first = Math.min(...tickets.map(({ createdAt }) => Date.parse(createdAt)))
  const since = new Date(first)
  const day = dayOf(since, zone)
  const near = day > addDays(dayOf(now, zone), -7)
  const moment = near
    ? `${weekdayName(weekdayOf(day), 'nl')} ${hourText(minuteOf(since, zone), 'nl')}`
    : momentText(since, zone)
  return STAFF_TEXTS.digest(moment, tickets.length)
}

/** What a reminder says; `minutes` of working time have passed. */
export function reminderText(
  ticket: Ticket,
  who: RemindedWho,
  minutes: number,
  names: { readonly claimer: string | null; readonly team: string },
): string {
  const waited = durationText(minutes)
  const { reference } = ticket
  if (who === 'claimer') return STAFF_TEXTS.remindClaimer(reference, waited)
  if (who === 'team') return STAFF_TEXTS.remindTeam(reference, waited, names.claimer)
  return STAFF_TEXTS.remindLead(reference, waited, names.team)
}
