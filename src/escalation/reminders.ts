import { dayOf } from '../hours/day.js'
import { isOpen, nextOpening } from '../hours/opening.js'
import { addWorkingTime } from '../hours/working-time.js'
import type { Setting } from './change.js'
import { type Colleague, isAbsent } from './staff-directory.js'
import type { Ticket, TicketEvent } from './tickets.js'
import { targetMinutes, teamByKey } from './topics.js'

/** Whom a reminder is for, the nearest first; the stable names are kept in `reminded` events. */
export type RemindedWho = 'claimer' | 'team' | 'lead'

/** What a look at a ticket leads to. `colleague` is null for the team as a whole. */
export type Reminder =
  /** Nobody is waiting, or everybody was told. */
  | { readonly kind: 'none' }
  /** Look again then. */
  | { readonly kind: 'later'; readonly at: Date }
  | { readonly kind: 'now'; readonly who: RemindedWho; readonly colleague: Colleague | null }

/**
 * Whether somebody has to be reminded of a ticket now.
 *
 * A ticket waits from the question, an addition or a reopening on, until a colleague replies or closes it. When its
 * target has passed in working time its claimer is reminded, and each half target later its team and its lead: each
 * once, in office hours only. A claimer who is absent is passed over.
 */
export function reminderNow(
  ticket: Ticket,
  events: readonly TicketEvent[],
  now: Date,
  setting: Setting,
): Reminder {
  const since = waitsSince(ticket, events)
  if (since === null) return { kind: 'none' }
  const sent = events.filter(({ kind, number }) => kind === 'reminded' && number > since.number)
  const next = chain(ticket, now, setting).find(({ who }) => sent.every(({ text }) => text !== who))
  if (next === undefined) return { kind: 'none' }
  const last = sent.at(-1)
  const at =
    last === undefined
      ? reminderAt(new Date(since.at), ticket.topic, 'first', setting)
      : reminderAt(new Date(last.at), ticket.topic, 'next', setting)
  if (at === null) return { kind: 'none' }
  if (at > now) return { kind: 'later', at }
  if (isOpen(setting.hours, 'office', now)) return { kind: 'now', ...next }
  const opens = nextOpening(setting.hours, 'office', now)
  return opens === null ? { kind: 'none' } : { kind: 'later', at: opens }
}

/** When a reminder is due: an instant at which the office is open. Null when it never opens that long. */
export function reminderAt(
  since: Date,
  topic: string | null,
  which: 'first' | 'next',
  { hours, topics }: Pick<Setting, 'hours' | 'topics'>,
): Date | null {
  const target = targetMinutes(topics, topic)
  const passed = addWorkingTime(hours, 'office', since, which === 'first' ? target : target / 2)
  // Time that is used up in the closing minute ends at closing time; nobody is there then.
  return passed && nextOpening(hours, 'office', passed)
}

/** The event from which on the member waits for staff; null when nothing of ours is to come. */
export function waitsSince(ticket: Ticket, events: readonly TicketEvent[]): TicketEvent | null {
  if (ticket.state === 'closed') return null
  let since: TicketEvent | null = null
  for (const event of events) {
    if (event.kind === 'replied' || event.kind === 'asked-back' || event.kind === 'closed') since = null
    else if (event.kind === 'opened' || event.kind === 'reopened') since = event
    else if (event.kind === 'added') since ??= event
  }
  return since
}

interface Recipient {
  readonly who: RemindedWho
  readonly colleague: Colleague | null
}

function chain(ticket: Ticket, now: Date, setting: Setting): readonly Recipient[] {
  const today = dayOf(now, setting.hours.zone)
  const claimer = setting.staff.byId(ticket.claimedBy)
  const lead = leadOf(ticket.team, today, setting)
  return [
    ...(claimer && !isAbsent(claimer, today) ? [{ who: 'claimer', colleague: claimer } as const] : []),
    { who: 'team', colleague: null },
    ...(lead ? [{ who: 'lead', colleague: lead } as const] : []),
  ]
}

/** The team's lead, or another one of the team who is there; null when there is none. */
function leadOf(team: string, today: string, { topics, staff }: Setting): Colleague | null {
  const named = staff.byId(teamByKey(topics, team)?.lead ?? null)
  const others = staff.ofTeam(team).filter(({ role }) => role === 'lead')
  return [...(named ? [named] : []), ...others].find((one) => !isAbsent(one, today)) ?? null
}
