import type { ActionOutcome, StaffMember, TicketAction, TicketDesk } from '../escalation/actions.js'
import { decide } from '../escalation/lifecycle.js'
import { absentUntil } from '../escalation/staff-directory.js'
import { dayOf, weekdayOf } from '../hours/day.js'
import { maskMessage } from '../members/masking.js'
import { dayText } from '../texts/hours.js'
import { REFUSALS, STAFF_TEXTS } from '../texts/staff.js'
import type { TicketDecision, TicketStore } from './ports.js'
import { type TicketMechanics, ticketDecision } from './ticket-work.js'

/** The one way to work a ticket: from the staff desk here, from Slack and Teams with {@link staffDecision}. */
export function ticketDesk(tickets: Pick<TicketStore, 'change'>, mechanics: TicketMechanics): TicketDesk {
  return {
    async act(reference, staff, action, now, key, seen = null) {
      const decision = ifUnchanged(seen, staffDecision(staff, action, now, mechanics))
      const outcome = await tickets.change(reference, decision, now, key)
      return inWords(outcome, reference, action, now, mechanics)
    },
  }
}

/** Decides only on the ticket that was seen; null where that does not matter. */
function ifUnchanged(seen: number | null, decision: TicketDecision): TicketDecision {
  return (ticket, events) =>
    seen === null || ticket.version === seen
      ? decision(ticket, events)
      : { kind: 'refuse', code: 'changed', text: REFUSALS.changed }
}

/** What a colleague's action does to a ticket; what she typed is masked before anything is decided. */
export function staffDecision(
  staff: StaffMember,
  action: TicketAction,
  now: Date,
  mechanics: TicketMechanics,
): TicketDecision {
  const safe = masked(action)
  return ticketDecision((situation) => decide(situation, staff, safe), now, mechanics)
}

/** The outcome with what the store cannot know: words for a reference that does not exist, and a warning. */
export function inWords(
  outcome: ActionOutcome,
  reference: string,
  action: TicketAction,
  now: Date,
  { setting }: TicketMechanics,
): ActionOutcome {
  if (outcome.kind === 'refused')
    return outcome.text === '' ? { ...outcome, text: REFUSALS.notFound(reference) } : outcome
  const to = action.kind === 'reassign' ? setting.staff.byId(action.to) : null
  const today = dayOf(now, setting.hours.zone)
  const until = to && absentUntil(to, today)
  if (!to || until === null) return outcome
  const day = dayText(until, weekdayOf(until), until.slice(0, 4) !== today.slice(0, 4), 'nl')
  return { ...outcome, warning: STAFF_TEXTS.absent(to.name, day) }
}

function masked(action: TicketAction): TicketAction {
  if (action.kind !== 'reply' && action.kind !== 'note') return action
  return { ...action, text: maskMessage(action.text).text }
}
