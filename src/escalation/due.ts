import type { OfficeHours } from '../hours/office-hours.js'
import { isOpen, nextOpening } from '../hours/opening.js'
import type { Planned, Setting, Situation } from './change.js'
import { reminderAt } from './reminders.js'
import type { Ticket } from './tickets.js'

/** Kinds of what comes due about tickets. */
export const TICKET_DUE = {
  /** Show a ticket, as it is then, in a team's channel. */
  card: 'ticket-card',
  /** What came in while the office was closed, one message a team. */
  digest: 'team-digest',
  reminder: 'ticket-reminder',
} as const

/** Key of a ticket's post in a team's channel, which later ones change in place. */
export function cardKey(reference: string): string {
  return `ticket:${reference}`
}

/** What a `ticket-card` row shows: which event led to it, and in which team's channel. */
export interface CardSubject {
  readonly reference: string
  /** Number of the event. */
  readonly event: number
  readonly team: string
}

/** Reads the key that {@link cardDue} wrote; null when it is none. */
export function readCardKey(key: string): CardSubject | null {
  const [kind, reference, event, team] = key.split('/')
  if (kind !== TICKET_DUE.card || reference === undefined || team === undefined) return null
  return { reference, event: Number(event), team }
}

/**
 * What follows when a ticket is opened: its card at once while the office is open, else one digest for the team when
 * it opens; and the first reminder.
 */
export function openingDue(
  reference: string,
  { team, topic }: Pick<Ticket, 'team' | 'topic'>,
  now: Date,
  setting: Setting,
): readonly Planned[] {
  const opens = nextOpening(setting.hours, 'office', now)
  const shown =
    opens === null || isOpen(setting.hours, 'office', now)
      ? showCard({ reference, event: 1, team }, now)
      : digestDue(team, opens)
  return [shown, ...firstReminder(reference, topic, now, setting)]
}

/** The one message of a team at an opening. */
export function digestDue(team: string, opens: Date): Planned {
  return {
    key: `${TICKET_DUE.digest}/${team}/${opens.toISOString()}`,
    kind: TICKET_DUE.digest,
    subject: team,
    at: opens,
  }
}

function showCard({ reference, event, team }: CardSubject, at: Date): Planned {
  const key = `${TICKET_DUE.card}/${reference}/${event}/${team}`
  return { key, kind: TICKET_DUE.card, subject: reference, at }
}

/** From when on colleagues see a ticket in their channel: when it was asked, or at the opening after that. */
export function shownFrom({ createdAt }: Pick<Ticket, 'createdAt'>, hours: OfficeHours): Date {
  return openingAfter(new Date(createdAt), hours)
}

/** The instant itself while the office is open, and when it never opens again. */
function openingAfter(at: Date, hours: OfficeHours): Date {
  return nextOpening(hours, 'office', at) ?? at
}

/** How a change reaches a team's channel. */
export interface CardChange {
  readonly event: number
  readonly team: string
  /** Whether it draws attention, so that it waits for office hours; a card that only changes in place does not. */
  readonly notifies: boolean
}

/**
 * Shows a change of a ticket in a team's channel. Nothing is planned while the ticket itself still waits for the
 * opening: the digest shows it as it is then.
 */
export function cardDue(
  { ticket, events, now, setting: { hours } }: Situation,
  { event, team, notifies }: CardChange,
): readonly Planned[] {
  const arrives = team !== ticket.team
  if (shownFrom(ticket, hours) > now && !arrives) return []
  // The card of a ticket that moved to this team while the office was closed is not there yet either.
  const moved = events.findLast(({ kind }) => kind === 'reassigned' || kind === 'topic')
  const waits = notifies || arrives || (moved !== undefined && openingAfter(new Date(moved.at), hours) > now)
  return [showCard({ reference: ticket.reference, event, team }, waits ? openingAfter(now, hours) : now)]
}

/** The first reminder of a question that waits from `since` on; none when the office never opens. */
export function firstReminder(
  reference: string,
  topic: string | null,
  since: Date,
  setting: Setting,
): readonly Planned[] {
  const at = reminderAt(since, topic, 'first', setting)
  return at === null ? [] : [reminderDue(reference, at)]
}

/** A look at whether somebody has to be reminded; several at one instant are one. */
export function reminderDue(reference: string, at: Date): Planned {
  const key = `${TICKET_DUE.reminder}/${reference}/${at.toISOString()}`
  return { key, kind: TICKET_DUE.reminder, subject: reference, at }
}
