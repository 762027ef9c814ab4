import type { GlossaryReader } from '../answering/clarify.js'
import type { AnsweringParts } from '../answering/evidence/assess.js'
import type { AnswerDocuments } from '../answering/model/answer-port.js'
import type { Offerings } from '../booking/offerings.js'
import type { Topics } from '../escalation/topics.js'
import type { OfficeHours } from '../hours/office-hours.js'
import type { MaskedKind } from '../members/masking.js'
import type { Language } from '../texts/language.js'
import type { Interpret } from './interpret-once.js'
import type { AskContext, Reply } from './reply.js'
import type { ConversationState } from './state.js'
import type { NewTicket } from './turn.js'

/** Everything a reply is made with, put together once. */
export interface DeskParts {
  /** Answering for one moment: what the clock decides depends on it. */
  readonly answering: (now: Date, language: Language) => AnsweringParts
  readonly glossary: GlossaryReader
  readonly topics: Topics
  readonly hours: OfficeHours
  readonly offerings: Offerings
  /** How the documents answer; left out it is the desk's own way, `answerFromDocuments`. */
  readonly answer?: AnswerDocuments
}

/** What a member sent, masked. `ask-staff` passes the last question on. */
export interface Asked {
  readonly text: string
  readonly masked: readonly MaskedKind[]
  readonly intent: 'message' | 'ask-staff'
  /** Reads the message where the turn has read it already; left out it is read anew. */
  readonly interpret?: Interpret
}

/** A reply, what is remembered, and what staff get. */
export interface Responded {
  readonly reply: Reply
  readonly state: ConversationState
  /** To be opened; null when the question does not go to staff. */
  readonly ticket: NewTicket | null
  /** Reference of an open ticket that the message is added to instead; null when there is none. */
  readonly addTo: string | null
}

export type Responder = (asked: Asked, state: ConversationState, context: AskContext) => Promise<Responded>

/** What a message is answered in. */
export interface Around {
  readonly language: Language
  readonly context: AskContext
  readonly parts: DeskParts
  readonly state: ConversationState
}

/** What a reply needs no more: offered readings and a booking under way do not outlive a change of subject. */
export function forget(state: ConversationState): ConversationState {
  return { ...state, readings: [] }
}
