import type { ChannelName, ConversationId, PersonKey } from '../../src/desk/conversation.js'
import type { Incoming } from '../../src/desk/incoming.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { EMPTY_STATE } from '../../src/desk/state.js'
import type { Effect, NewTicket, Turn, TurnResult } from '../../src/desk/turn.js'

/** A conversation's id as an adapter would make it. */
export function conversationId(id: string): ConversationId {
  return id as ConversationId
}

/** What a member wrote; the event id says which message of which conversation it is. */
export function incoming(
  conversation: string,
  text: string,
  options: { eventId?: string; channel?: ChannelName } = {},
): Incoming {
  return {
    eventId: options.eventId ?? `${conversation}/${text}`,
    channel: options.channel ?? 'web',
    conversation: conversationId(conversation),
    person: `person-of-${conversation}` as PersonKey,
    receivedAt: '2026-11-23T09:00:00.000Z',
    text,
    masked: [],
    action: null,
  }
}

export function notice(text: string): OutgoingMessage {
  return { kind: 'notice', text, citations: [], actions: [], ticket: null, booking: null }
}

/** A hand-over of somebody unknown to the team "personeel". */
export function newTicket(change: Partial<NewTicket> = {}): NewTicket {
  return {
    question: 'Wat nu?',
    topic: 'personeel',
    team: 'personeel',
    reason: 'Niets gevonden',
    found: [{ passage: 'a#1', score: 0.5 }],
    asker: { body: null, kind: 'onbekend', name: null, person: 'person-of-c1' },
    urgent: false,
    messageId: null,
    ...change,
  }
}

export function opensTicket(change: Partial<NewTicket> = {}): Extract<Effect, { kind: 'open-ticket' }> {
  return { kind: 'open-ticket', ticket: newTicket(change), due: () => [] }
}

/** What a member adds to a ticket. */
export function addsTo(reference: string, text: string): Effect {
  const event = { kind: 'added', actor: { kind: 'member' }, text } as const
  return {
    kind: 'change-ticket',
    reference,
    decide: () => ({ kind: 'do', work: { update: {}, events: [event], messages: [], due: [] } }),
  }
}

/** What a turn decides when it says these texts and does nothing else. */
export function says(...texts: readonly string[]): TurnResult {
  return {
    state: { ...EMPTY_STATE, greeted: true },
    messages: texts.map(notice),
    effects: [],
    figures: { outcome: 'answer', confidence: 1, topic: null, language: 'nl' },
  }
}

/** Answers every message with an echo of it. */
export const echo: Turn = async ({ text }) => says(`Antwoord op ${text}`)
