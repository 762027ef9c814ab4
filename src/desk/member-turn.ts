import { detectLanguage } from '../answering/question/language.js'
import { openingDue } from '../escalation/due.js'
import { memberAdds, stateForMember } from '../escalation/member-side.js'
import type { Ticket } from '../escalation/tickets.js'
import { isUrgent } from '../escalation/urgency.js'
import type { MemberIdentity } from '../members/identity.js'
import { deskTexts } from '../texts/desk.js'
import { repliesIn } from '../texts/replies.js'
import { ticketTexts } from '../texts/tickets.js'
import { countedAsker, weekAndHour } from './counted.js'
import { heldTurn } from './held-turn.js'
import { interpretOnce } from './interpret-once.js'
import { ACTIONS } from './member-actions.js'
import {
  change,
  type MemberDesk,
  type Moment,
  promised,
  promiseNow,
  quietly,
  ticketsOf,
} from './member-desk.js'
import { added, askedIn, feedbackOn, revised, ticketTalk } from './member-tickets.js'
import type { OutgoingAction, OutgoingMessage } from './outgoing.js'
import { plainMessage } from './plain-message.js'
import type { Outcomes } from './ports.js'
import type { AskContext, Reply } from './reply.js'
import type { Responded } from './responder.js'
import type { ConversationState } from './state.js'
import { ABOUT_PROGRESS, byExample, sameTicket } from './ticket-of-question.js'
import { TICKET_FEEDBACK } from './ticket-work.js'
import type { Effect, NewTicket, Turn, TurnResult } from './turn.js'

export { ACTIONS } from './member-actions.js'
export type { MemberDesk, WhoIs } from './member-desk.js'

/**
 * The turn of a member's message or button: it becomes messages, tickets and a new state; see {@link Turn}.
 *
 * The first message of a conversation is preceded by the notice that one talks to an AI system. While a colleague has
 * the conversation the desk stays out of it; see {@link heldTurn}.
 */
export function memberTurn(desk: MemberDesk): Turn {
  return async (incoming, state, now, heldBy, show) => {
    const moment: Moment = { incoming, state, now, desk, interpret: interpretOnce(), ...(show && { show }) }
    if (heldBy !== null) return heldTurn(moment, heldBy)
    if (incoming.revision !== undefined) return revised(moment)
    const result = await freeTurn(moment)
    return state.greeted ? result : greeted(result)
  }
}

function greeted(result: TurnResult): TurnResult {
  const notice = plainMessage('notice', repliesIn(result.figures.language).aiNotice)
  const before = ({ state, messages }: Pick<TurnResult, 'state' | 'messages'>) => ({
    state: { ...state, greeted: true },
    messages: [notice, ...messages],
  })
  const { conclude } = result
  return {
    ...result,
    ...before(result),
    ...(conclude && { conclude: (outcomes) => before(conclude(outcomes)) }),
  }
}

async function freeTurn(moment: Moment): Promise<TurnResult> {
  const { incoming, desk } = moment
  const { action } = incoming
  if (action?.name === TICKET_FEEDBACK.helped || action?.name === TICKET_FEEDBACK.notHelped)
    return feedbackOn(moment)
  if (action?.name === ACTIONS.helped) return feedback(moment)
  const identity = await desk.whoIs(incoming)
  return counted(await askedTurn(moment, identity), identity, moment)
}

/** With what is counted of it. */
function counted(result: TurnResult, identity: MemberIdentity, { incoming, now, desk }: Moment): TurnResult {
  const { outcome, confidence, topic, language } = result.figures
  const name = incoming.action?.name
  const sameQuestion = name === ACTIONS.choose || name === ACTIONS.askStaff
  const when = weekAndHour(now, desk.setting.hours.zone)
  const asker = countedAsker(identity)
  return { ...result, counted: { outcome, confidence, topic, language, sameQuestion, ...when, ...asker } }
}

async function askedTurn(moment: Moment, identity: MemberIdentity): Promise<TurnResult> {
  const { incoming, state, now, desk, show } = moment
  const { action } = incoming
  // "Annuleer maar" in the middle of a booking is about that booking, and not about an earlier question.
  const settled = state.appointment === null ? null : await aboutBooking(moment, identity)
  if (settled !== null) return settled
  const talk = await ticketTalk(moment)
  if (talk !== null) return talk
  const booked = state.appointment === null ? await aboutBooking(moment, identity) : null
  if (booked !== null) return booked
  const context: AskContext = {
    now,
    memberKind: identity.kind,
    knownMember: identity.known,
    bodyKnown: identity.body !== null,
    opensTickets: true,
    person: incoming.person,
    ...(show && { onProgress: show }),
  }
  const asked =
    action?.name === ACTIONS.askStaff
      ? ({ text: '', masked: [], intent: 'ask-staff' } as const)
      : ({ text: typed(moment), masked: incoming.masked, intent: 'message' } as const)
  const { interpret } = moment
  return answered(await desk.respond({ ...asked, interpret }, state, context), identity, moment)
}

/** What the desk itself does about a booking; null when the message is not about one it makes. */
async function aboutBooking(moment: Moment, identity: MemberIdentity): Promise<TurnResult | null> {
  const result = (await moment.desk.booking?.(moment, identity)) ?? null
  return result === null || 'messages' in result ? result : answered(result, identity, moment)
}

async function answered(responded: Responded, identity: MemberIdentity, moment: Moment): Promise<TurnResult> {
  const waiting = responded.ticket === null ? null : await sameTicket(responded.ticket, moment)
  if (waiting !== null) return joined(waiting, responded, moment)
  const ticket = responded.ticket && (await byExample(responded.ticket, moment))
  return fromResponse({ ...responded, ticket }, identity, moment)
}

function typed({ incoming: { action, text } }: Moment): string {
  return action?.name === ACTIONS.choose ? action.value : text
}

function feedback(moment: Moment): TurnResult {
  const question = moment.state.lastQuestion ?? ''
  const language = detectLanguage(question)
  return {
    ...quietly(moment, 'feedback', language, [{ kind: 'feedback', helped: true, question }]),
    messages: [plainMessage('notice', deskTexts(language).helped)],
  }
}

function joined(ticket: Ticket, { state: left, ticket: asked }: Responded, moment: Moment): TurnResult {
  const after: Moment = { ...moment, state: { ...left, ticket: ticket.reference } }
  const text = typed(moment) || ticketTexts('nl').asksForPerson(asked?.question ?? ticket.question)
  if (asked === null || !ABOUT_PROGRESS.has(asked.reason)) return added(ticket, { text, says: null }, after)
  const language = askedIn(text, ticket)
  const promise = promiseNow(moment, language)
  const state = stateForMember(ticket, { promise, language }, moment.desk.setting)
  const says = asked.reason === 'response-time' ? `${ticketTexts(language).noResponseTime} ${state}` : state
  return added(ticket, { text, says }, after)
}

function fromResponse(responded: Responded, identity: MemberIdentity, moment: Moment): TurnResult {
  const { reply, ticket, addTo } = responded
  const effects: Effect[] = []
  if (ticket) effects.push(opening(ticket, identity, moment))
  if (addTo !== null) {
    const note = { text: typed(moment), messageId: moment.incoming.messageId ?? null }
    effects.push(change(addTo, (situation) => memberAdds(situation, note), moment))
  }
  const state = reply.promise === null ? responded.state : promised(responded.state, moment)
  const messages = [messageOf(reply)]
  return {
    state,
    messages,
    effects,
    figures: {
      outcome: reply.outcome,
      confidence: reply.confidence,
      topic: reply.topic,
      language: reply.language,
    },
    ...(ticket && {
      conclude: ({ opened }: Outcomes) => ({
        state: opened === null ? state : withTicket(state, opened.reference),
        messages,
      }),
    }),
  }
}

/** So many references are remembered in a conversation. */
const MOST_TICKETS = 10

function withTicket(state: ConversationState, reference: string): ConversationState {
  return { ...state, ticket: reference, tickets: [reference, ...ticketsOf(state)].slice(0, MOST_TICKETS) }
}

function opening(
  ticket: NewTicket,
  { body, bodies, kind }: MemberIdentity,
  { incoming, now, desk }: Moment,
): Effect {
  const { person, personName, messageId } = incoming
  return {
    kind: 'open-ticket',
    ticket: {
      ...ticket,
      asker: { body: body ?? anyOf(bodies), kind, name: personName ?? null, person },
      urgent: ticket.urgent || isUrgent(ticket.question),
      messageId: messageId ?? null,
    },
    due: (reference) => openingDue(reference, ticket, now, desk.setting),
  }
}

/** Who works for several bodies and said of none: staff see which they are. */
function anyOf(bodies: readonly string[]): string | null {
  return bodies.length === 0 ? null : ticketTexts('nl').oneOf(bodies)
}

function messageOf(reply: Reply): OutgoingMessage {
  return {
    ...plainMessage(reply.outcome, reply.text),
    citations: reply.citations,
    actions: actionsFor(reply),
    booking: reply.booking,
  }
}

function actionsFor(reply: Reply): readonly OutgoingAction[] {
  const { labels } = deskTexts(reply.language)
  const askStaff = { name: ACTIONS.askStaff, label: labels.askStaff, value: '' }
  switch (reply.outcome) {
    case 'answer':
      return [{ name: ACTIONS.helped, label: labels.helped, value: '' }, askStaff]
    case 'clarify':
      return [
        ...reply.readings.map((reading) => ({ name: ACTIONS.choose, label: reading, value: reading })),
        askStaff,
      ]
    case 'book':
      return [askStaff]
    default:
      return reply.offersStaff ? [askStaff] : []
  }
}
