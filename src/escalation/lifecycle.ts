import { REFUSALS } from '../texts/staff.js'
import type { StaffMember, TicketAction } from './actions.js'
import { changeOf, type Decision, type NewEvent, refuse, type Situation, unclaimedState } from './change.js'
import { firstReminder } from './due.js'
import { reassign, topicCorrected } from './moves.js'
import { emptyFor, whyNot } from './permissions.js'
import { actorOf, claimedWords, releasedWords, shown, textsFor } from './steps.js'
import type { CloseReason, TicketUpdate } from './tickets.js'

/**
 * What an action of a colleague does to a ticket, or why it does not.
 *
 * Colleagues work the tickets of their teams and what was given to them; a lead or admin may besides close, release
 * and reassign what somebody else has, and so take it over. Writing a note is open to every colleague, and no way
 * leads from it to the member.
 *
 * @param by already signed in, or known by the person key of the platform.
 */
export function decide(situation: Situation, by: StaffMember, action: TicketAction): Decision {
  const refusal = emptyFor(action) ?? whyNot(situation, by, action)
  return refusal ?? done(situation, by, action)
}

function done(situation: Situation, by: StaffMember, action: TicketAction): Decision {
  switch (action.kind) {
    case 'claim':
      return claim(situation, by)
    case 'release':
      return release(situation, by)
    case 'reply':
      return reply(situation, by, action.text, action.asksBack)
    case 'note':
      return recorded(situation, { kind: 'note', actor: actorOf(by), text: action.text })
    case 'reassign':
      return reassign(situation, by, action)
    case 'topic':
      return topicCorrected(situation, by, action)
    case 'urgent':
      return urgency(situation, by, action.urgent)
    case 'close':
      return close(situation, by, action.reason)
    case 'reopen':
      return reopen(situation, by)
  }
}

function claim(situation: Situation, by: StaffMember): Decision {
  return changeOf({
    update: { state: 'claimed', claimedBy: by.id },
    events: [{ kind: 'claimed', actor: actorOf(by), text: '' }],
    toMember: claimedWords(situation, by.name),
    holds: true,
    due: shown(situation),
  })
}

function release(situation: Situation, by: StaffMember): Decision {
  const { ticket, events } = situation
  if (ticket.claimedBy === null) return refuse('not-claimed', REFUSALS.notClaimed)
  const waits = ticket.state === 'claimed'
  return changeOf({
    update: { claimedBy: null, ...(waits && { state: unclaimedState(events) }) },
    events: [{ kind: 'released', actor: actorOf(by), text: '' }],
    toMember: releasedWords(situation),
    holds: false,
    due: shown(situation),
  })
}

function reply(situation: Situation, by: StaffMember, text: string, asksBack: boolean): Decision {
  const { ticket, now } = situation
  const texts = textsFor(situation)
  const claims = ticket.claimedBy === null
  const actor = actorOf(by)
  const claimed: NewEvent[] = claims ? [{ kind: 'claimed', actor, text: '' }] : []
  const words = asksBack ? texts.askedBack : texts.reply
  const update: TicketUpdate = {
    state: asksBack ? 'waiting' : 'answered',
    claimedBy: by.id,
    ...(ticket.answeredAt === null && { answeredAt: now.toISOString() }),
  }
  return changeOf({
    update,
    events: [...claimed, { kind: asksBack ? 'asked-back' : 'replied', actor, text }],
    toMember: [
      { kind: 'staff-reply', text: words(by.name, ticket.reference, text), asksWhetherHelped: false },
    ],
    holds: true,
    due: shown(situation),
  })
}

function urgency(situation: Situation, by: StaffMember, urgent: boolean): Decision {
  if (situation.ticket.urgent === urgent) return changeOf({})
  const event: NewEvent = { kind: 'urgent', actor: actorOf(by), text: String(urgent) }
  return recorded(situation, event, { urgent })
}

const ASKED_WHETHER_HELPED: ReadonlySet<CloseReason> = new Set<CloseReason>(['answered', 'referred'])

function close(situation: Situation, by: StaffMember, reason: CloseReason): Decision {
  const { reference } = situation.ticket
  const texts = textsFor(situation)
  const asks = ASKED_WHETHER_HELPED.has(reason)
  const words = texts.closed(reference, reason)
  return changeOf({
    update: { state: 'closed', closeReason: reason, resolution: 'unknown' },
    events: [{ kind: 'closed', actor: actorOf(by), text: reason }],
    toMember: [
      { kind: 'notice', text: asks ? `${words} ${texts.didItHelp}` : words, asksWhetherHelped: asks },
    ],
    holds: false,
    due: shown(situation),
  })
}

function reopen(situation: Situation, by: StaffMember): Decision {
  const { ticket, now, setting } = situation
  return changeOf({
    update: { state: 'reopened', claimedBy: null, closeReason: null },
    events: [{ kind: 'reopened', actor: actorOf(by), text: '' }],
    due: [...shown(situation), ...firstReminder(ticket.reference, ticket.topic, now, setting)],
  })
}

function recorded(situation: Situation, event: NewEvent, update: TicketUpdate = {}): Decision {
  return changeOf({ update, events: [event], due: shown(situation) })
}
