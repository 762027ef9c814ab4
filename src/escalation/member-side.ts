import type { Language } from '../texts/language.js'
import { REFUSALS } from '../texts/staff.js'
import { ticketTexts } from '../texts/tickets.js'
import {
  changeOf,
  type Decision,
  type NewEvent,
  nextNumber,
  refuse,
  type Situation,
  unclaimedState,
} from './change.js'
import { cardDue, firstReminder } from './due.js'
import { waitsSince } from './reminders.js'
import type { Resolution, Ticket } from './tickets.js'

const MEMBER = { kind: 'member' } as const

/** What a member wrote, masked. */
export interface MemberNote {
  readonly text: string
  /** The platform's id of the message; null when it has none. */
  readonly messageId: string | null
}

/**
 * The member adds to the ticket: whoever has it is to look again, and one that was closed is opened again. Never
 * refused, so that nothing a member writes is lost.
 */
export function memberAdds(situation: Situation, { text, messageId }: MemberNote): Decision {
  const { ticket, events } = situation
  const added: NewEvent = { kind: 'added', actor: MEMBER, text, ...(messageId !== null && { messageId }) }
  if (ticket.state === 'closed') {
    return changeOf({
      update: reopening(),
      events: [added, { kind: 'reopened', actor: MEMBER, text: '' }],
      due: [...told(situation), ...waitsAnew(situation)],
    })
  }
  const state = ticket.claimedBy === null ? unclaimedState(events) : 'claimed'
  return changeOf({
    update: state === ticket.state ? {} : { state },
    events: [added],
    due: [...told(situation), ...(waitsSince(ticket, events) === null ? waitsAnew(situation) : [])],
  })
}

/** The member changed or took back a message that belongs to the ticket; it shows, and nothing is answered. */
export function memberRevises(
  situation: Situation,
  revision: { readonly kind: 'edited' | 'deleted'; readonly of: string; readonly text: string },
): Decision {
  const known = situation.events.some(({ messageId }) => messageId === revision.of)
  if (!known) return refuse('unknown', '')
  const { kind, of, text } = revision
  return changeOf({ events: [{ kind, actor: MEMBER, text, messageId: of }], due: told(situation) })
}

/** The member no longer needs an answer. */
export function memberWithdraws(situation: Situation): Decision {
  if (situation.ticket.state === 'closed') return refuse('closed', REFUSALS.closed)
  return changeOf({
    update: { state: 'closed', closeReason: 'withdrawn' },
    events: [{ kind: 'closed', actor: MEMBER, text: 'withdrawn' }],
    holds: false,
    due: told(situation),
  })
}

/** Whether a closed ticket helped: if not it is open again. Asked once it is closed, and silence stays `unknown`. */
export function memberFeedback(situation: Situation, helped: boolean): Decision {
  const { ticket } = situation
  if (ticket.state !== 'closed') return refuse('not-closed', REFUSALS.notClosed)
  const resolution: Resolution = helped ? 'confirmed' : 'not-helped'
  const feedback: NewEvent = { kind: 'feedback', actor: MEMBER, text: resolution }
  if (helped) {
    if (ticket.resolution === 'confirmed') return changeOf({})
    return changeOf({ update: { resolution }, events: [feedback], due: told(situation) })
  }
  return changeOf({
    update: { ...reopening(), resolution },
    events: [feedback, { kind: 'reopened', actor: MEMBER, text: '' }],
    due: [...told(situation), ...waitsAnew(situation)],
  })
}

/** A message to the member did not arrive, or nobody knows whether it did. */
export function notDelivered(situation: Situation, reason: string): Decision {
  return changeOf({
    events: [{ kind: 'undelivered', actor: { kind: 'desk' }, text: reason }],
    due: told(situation),
  })
}

/** What a member is told of the state of an own ticket, besides when staff are there; in the language it is asked in. */
export function stateForMember(
  { reference, state, claimedBy }: Ticket,
  { promise, language }: { readonly promise: string; readonly language: Language },
  { staff }: Pick<Situation['setting'], 'staff'>,
): string {
  const oursToCome = state === 'new' || state === 'claimed' || state === 'reopened'
  const who = staff.byId(claimedBy)?.name ?? null
  return ticketTexts(language).state(reference, state, who, oursToCome ? promise : null)
}

function reopening() {
  return { state: 'reopened', claimedBy: null, closeReason: null } as const
}

/** Colleagues are told of the next event. */
function told(situation: Situation) {
  const event = nextNumber(situation.events)
  return cardDue(situation, { event, team: situation.ticket.team, notifies: true })
}

function waitsAnew({ ticket, now, setting }: Situation) {
  return firstReminder(ticket.reference, ticket.topic, now, setting)
}
