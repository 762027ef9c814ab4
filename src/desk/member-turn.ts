import { detectLanguage } from '../answering/language.js'
import { deskTexts } from '../texts/desk.js'
import { repliesIn } from '../texts/replies.js'
import type { Incoming } from './incoming.js'
import type { OutgoingAction, OutgoingMessage } from './outgoing.js'
import type { NewTicketEvent } from './ports.js'
import type { AskContext, Reply } from './reply.js'
import type { Responded, Responder } from './responder.js'
import type { ConversationState } from './state.js'
import type { Effect, NewTicket, Turn, TurnResult } from './turn.js'

/** Names of the buttons a member can press, the same on every channel. */
export const ACTIONS = { helped: 'helped', askStaff: 'ask-staff', choose: 'choose' } as const

/** Who somebody is, as far as it is known: decides which passages may answer. */
export type WhoIs = (incoming: Incoming) => Pick<AskContext, 'memberKind' | 'knownMember'>

/**
 * The desk's turn: a member's message or button becomes messages, tickets and a new state; see {@link Turn}.
 *
 * The first message of a conversation is preceded by the notice that one talks to an AI system.
 */
export function memberTurn(respond: Responder, whoIs: WhoIs): Turn {
  return async (incoming, state, now) => {
    const context = { now, opensTickets: true, person: incoming.person, ...whoIs(incoming) }
    const result = await turnFor(incoming, state, respond, context)
    if (state.greeted) return result
    const notice = plainMessage('notice', repliesIn(result.figures.language).aiNotice)
    return { ...result, state: { ...result.state, greeted: true }, messages: [notice, ...result.messages] }
  }
}

async function turnFor(
  incoming: Incoming,
  state: ConversationState,
  respond: Responder,
  context: AskContext,
): Promise<TurnResult> {
  const { action } = incoming
  if (action?.name === ACTIONS.helped) return feedback(state)
  if (action?.name === ACTIONS.askStaff) {
    return fromResponse(
      await respond({ text: '', masked: [], intent: 'ask-staff' }, state, context),
      '',
      incoming,
    )
  }
  const text = action?.name === ACTIONS.choose ? action.value : incoming.text
  return fromResponse(
    await respond({ text, masked: incoming.masked, intent: 'message' }, state, context),
    text,
    incoming,
  )
}

function feedback(state: ConversationState): TurnResult {
  const question = state.lastQuestion ?? ''
  const language = detectLanguage(question)
  return {
    state,
    messages: [plainMessage('notice', deskTexts(language).helped)],
    effects: [{ kind: 'feedback', helped: true, question }],
    figures: { outcome: 'feedback', confidence: 1, topic: null, language },
  }
}

function fromResponse(
  { reply, state, ticket, addTo }: Responded,
  typed: string,
  incoming: Incoming,
): TurnResult {
  const effects: Effect[] = []
  if (ticket) effects.push({ kind: 'open-ticket', ticket: asked(ticket, incoming), due: () => [] })
  if (addTo !== null) effects.push(addition(addTo, typed, incoming))
  const message: OutgoingMessage = {
    kind: reply.outcome,
    text: reply.text,
    citations: reply.citations,
    actions: actionsFor(reply),
    ticket: null,
    booking: reply.booking,
  }
  return {
    state,
    messages: [message],
    effects,
    figures: {
      outcome: reply.outcome,
      confidence: reply.confidence,
      topic: reply.topic,
      language: reply.language,
    },
  }
}

function asked(ticket: NewTicket, { person, personName, messageId }: Incoming): NewTicket {
  return {
    ...ticket,
    asker: { ...ticket.asker, name: personName ?? null, person },
    messageId: messageId ?? null,
  }
}

function addition(reference: string, text: string, { messageId }: Incoming): Effect {
  const event: NewTicketEvent = {
    kind: 'added',
    actor: { kind: 'member' },
    text,
    ...(messageId === undefined ? {} : { messageId }),
  }
  return {
    kind: 'change-ticket',
    reference,
    decide: () => ({ kind: 'do', work: { update: {}, events: [event], messages: [], due: [] } }),
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

function plainMessage(kind: OutgoingMessage['kind'], text: string): OutgoingMessage {
  return { kind, text, citations: [], actions: [], ticket: null, booking: null }
}
