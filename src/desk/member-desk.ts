import type { Decision, Situation } from '../escalation/change.js'
import type { TopicExample } from '../escalation/examples.js'
import { promise } from '../escalation/promise.js'
import type { Ticket, Tickets } from '../escalation/tickets.js'
import { isOpen, nextOpening } from '../hours/opening.js'
import type { MemberIdentity } from '../members/identity.js'
import type { Language } from '../texts/language.js'
import type { Incoming } from './incoming.js'
import type { Interpret } from './interpret-once.js'
import type { OutgoingMessage } from './outgoing.js'
import { plainMessage } from './plain-message.js'
import type { ShowProgress } from './progress.js'
import type { Responded, Responder } from './responder.js'
import type { ConversationState } from './state.js'
import { type TicketMechanics, ticketDecision } from './ticket-work.js'
import type { Effect, TurnResult } from './turn.js'

/** Who somebody is, as far as it is known: decides which passages may answer, and for which body a ticket is. */
export type WhoIs = (incoming: Incoming) => Promise<MemberIdentity>

/** What a member's turn works with. */
export interface MemberDesk extends TicketMechanics {
  readonly respond: Responder
  readonly whoIs: WhoIs
  readonly tickets: Pick<Tickets, 'find' | 'events'>
  /** Questions whose topic colleagues set right, the newest first. Left out where none are kept. */
  readonly corrections?: () => Promise<readonly TopicExample[]>
  /**
   * What the desk itself does about a booking: a finished turn, a reply whose ticket is still to be opened, or null
   * when the message is about something else or is not for the desk to book. Left out where nothing is booked.
   */
  readonly booking?: (moment: Moment, identity: MemberIdentity) => Promise<TurnResult | Responded | null>
}

/** One message of a member, when it is handled. */
export interface Moment {
  readonly incoming: Incoming
  readonly state: ConversationState
  readonly now: Date
  readonly desk: MemberDesk
  /** Reads the message, each part of the turn the same. */
  readonly interpret: Interpret
  /** Left out where nobody looks. */
  readonly show?: ShowProgress
}

/** The tickets of a conversation that it still knows, the last first. */
export function ticketsOf({ tickets, ticket }: ConversationState): readonly string[] {
  return tickets.length > 0 || ticket === null ? tickets : [ticket]
}

/** Those of them that are not closed, the last first. */
export async function openTickets({ state, desk }: Moment): Promise<readonly Ticket[]> {
  const found = await Promise.all(ticketsOf(state).map((reference) => desk.tickets.find(reference)))
  return found.filter((ticket) => ticket !== null).filter((ticket) => ticket.state !== 'closed')
}

/** A ticket with this reference that this person, or this conversation, asked for; null when there is none. */
export async function ownTicket(reference: string, { incoming, desk }: Moment): Promise<Ticket | null> {
  const ticket = await desk.tickets.find(reference)
  if (ticket === null || ticket.channel !== incoming.channel) return null
  const own = ticket.asker.person === incoming.person || ticket.conversation === incoming.conversation
  return own ? ticket : null
}

/** A change of a ticket, decided when it is committed. */
export function change(
  reference: string,
  decide: (situation: Situation) => Decision,
  { now, desk }: Moment,
): Effect {
  return { kind: 'change-ticket', reference, decide: ticketDecision(decide, now, desk) }
}

/** When staff are there, in a language. */
export function promiseNow({ now, desk }: Moment, language: Language): string {
  return promise(now, desk.setting.hours, language)
}

/** The opening that a promise made now is about; null while the office is open. */
export function promisedOpening({ now, desk }: Moment): string | null {
  const { hours } = desk.setting
  if (isOpen(hours, 'office', now)) return null
  return nextOpening(hours, 'office', now)?.toISOString() ?? ''
}

/** The state after the member was told when staff are there. */
export function promised(state: ConversationState, moment: Moment): ConversationState {
  const promisedFor = promisedOpening(moment)
  return promisedFor === null ? state : { ...state, promisedFor }
}

/** A turn that says nothing (yet). */
export function quietly(
  { state }: Pick<Moment, 'state'>,
  outcome: string,
  language: Language,
  effects: readonly Effect[] = [],
): TurnResult {
  return { state, messages: [], effects, figures: { outcome, confidence: 1, topic: null, language } }
}

/** A word about a ticket, which channels can show with it. */
export function ticketMessage(text: string, { reference, topic }: Ticket): OutgoingMessage {
  return { ...plainMessage('hand-over', text), ticket: { reference, topic: topic ?? '' } }
}
