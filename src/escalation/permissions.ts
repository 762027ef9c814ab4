import { REFUSALS } from '../texts/staff.js'
import type { StaffMember, TicketAction } from './actions.js'
import { type Decision, refuse, type Situation } from './change.js'
import type { Ticket } from './tickets.js'
import { teamByKey } from './topics.js'

type Refusal = Decision | null

/** Refuses words that are empty, and a move to nowhere. */
export function emptyFor(action: TicketAction): Refusal {
  if (action.kind === 'reply' && action.text.trim() === '') return refuse('empty', REFUSALS.emptyReply)
  if (action.kind === 'note' && action.text.trim() === '') return refuse('empty', REFUSALS.emptyNote)
  if (action.kind === 'reassign' && action.team === null && action.to === null)
    return refuse('empty', REFUSALS.nobody)
  return null
}

/** Why somebody may not do this with a ticket as it is, whatever she would fill in; null when she may. */
export function whyNot(situation: Situation, by: StaffMember, action: TicketAction): Refusal {
  return (
    closedFor(situation, action) ?? notTheirs(situation, by, action) ?? heldByOther(situation, by, action)
  )
}

/** What can still be done with a closed ticket: note something, correct its topic, open it again. */
const ON_CLOSED: ReadonlySet<TicketAction['kind']> = new Set(['note', 'topic', 'reopen'])

/**
 * Refuses what needs an open ticket on a closed one, reopening one that is open, and everything but its topic on one
 * that is anonymous: nobody knows any more what was asked, and what is written there would never go.
 */
function closedFor({ ticket }: Situation, action: TicketAction): Refusal {
  if (ticket.state !== 'closed')
    return action.kind === 'reopen' ? refuse('not-closed', REFUSALS.notClosed) : null
  if (ticket.anonymous && action.kind !== 'topic') return refuse('anonymous', REFUSALS.anonymous)
  return ON_CLOSED.has(action.kind) ? null : refuse('closed', REFUSALS.closed)
}

/** Refuses to let a colleague of another team work it. */
function notTheirs({ ticket, setting }: Situation, by: StaffMember, action: TicketAction): Refusal {
  if (action.kind === 'note' || isLead(by) || ticket.claimedBy === by.id) return null
  if (by.teams.includes(ticket.team)) return null
  const team = teamByKey(setting.topics, ticket.team)?.name ?? ticket.team
  return refuse('not-allowed', REFUSALS.notAllowed(team))
}

/** What a lead may do with a ticket that somebody else has; to answer it, she takes it over first. */
const LEAD_MAY: ReadonlySet<TicketAction['kind']> = new Set(['release', 'reassign', 'topic', 'close'])

/** What everybody of the team may do with a ticket that somebody else has. */
const TEAM_MAY: ReadonlySet<TicketAction['kind']> = new Set(['note', 'urgent', 'reopen'])

/** Refuses what only the one who has it may do, and claiming twice. */
function heldByOther(situation: Situation, by: StaffMember, action: TicketAction): Refusal {
  const { ticket } = situation
  if (ticket.claimedBy === null || ticket.state === 'closed') return null
  if (ticket.claimedBy === by.id)
    return action.kind === 'claim' ? refuse('taken', REFUSALS.takenBySelf) : null
  if (TEAM_MAY.has(action.kind) || (isLead(by) && LEAD_MAY.has(action.kind))) return null
  const name = claimerName(situation, ticket)
  return refuse('taken', isLead(by) ? REFUSALS.takenLead(name) : REFUSALS.taken(name))
}

/** The name of who has it: as the directory gives it, or as it was when it was claimed. */
export function claimerName(
  { events, setting }: Pick<Situation, 'events' | 'setting'>,
  ticket: Ticket,
): string {
  const known = setting.staff.byId(ticket.claimedBy)?.name
  const claimed = events.findLast(({ actor }) => actor.kind === 'staff' && actor.id === ticket.claimedBy)
  return known ?? (claimed?.actor.kind === 'staff' ? claimed.actor.name : 'Een collega')
}

function isLead({ role }: StaffMember): boolean {
  return role !== 'staff'
}
