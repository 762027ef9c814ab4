import { answerFromDocuments, type DontKnow } from '../answering/answer.js'
import type { AnsweringParts } from '../answering/assess.js'
import { clarification, type GlossaryReader } from '../answering/clarify.js'
import { type Interpretation, interpret } from '../answering/interpret.js'
import { mentionsMinor, mentionsStolenCard } from '../answering/interpret-mentions.js'
import { detectLanguage } from '../answering/language.js'
import { normalise } from '../answering/normalise.js'
import { calendarOf } from '../booking/calendar.js'
import type { Offerings } from '../booking/offerings.js'
import { understandBooking } from '../booking/wish.js'
import { promise } from '../escalation/promise.js'
import { topicOf } from '../escalation/routing.js'
import { type Topics, topicByKey } from '../escalation/topics.js'
import { dayOf } from '../hours/day.js'
import type { OfficeHours } from '../hours/office-hours.js'
import type { MaskedKind } from '../members/masking.js'
import type { Language } from '../texts/language.js'
import { type HandOverReason, repliesIn } from '../texts/replies.js'
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
}

/** What a member sent, masked. `ask-staff` passes the last question on. */
export interface Asked {
  readonly text: string
  readonly masked: readonly MaskedKind[]
  readonly intent: 'message' | 'ask-staff'
}

/** A reply, what is remembered, and the ticket to open when the question goes to staff. */
export interface Responded {
  readonly reply: Reply
  readonly state: ConversationState
  readonly ticket: NewTicket | null
}

export type Responder = (asked: Asked, state: ConversationState, context: AskContext) => Promise<Responded>

/** How many passages are weighed for a question. */
const PASSAGES = 12

/** Makes the responder: one message in, one reply out, nothing changed anywhere. */
export function createResponder(parts: DeskParts): Responder {
  return async (asked, state, context) => {
    const draft =
      asked.intent === 'ask-staff'
        ? passOn(state, context, parts)
        : await respondTo(chosenReading(asked, state), state, context, parts)
    const { reply } = draft
    return { ...draft, reply: asked.masked.length > 0 ? withMaskedNotice(reply, asked) : reply }
  }
}

/** A number or the words of an offered reading stand for that reading. */
function chosenReading(asked: Asked, state: ConversationState): Asked {
  const typed = asked.text.trim().toLowerCase()
  const byNumber = /^\d$/.test(typed) ? state.readings[Number(typed) - 1] : undefined
  const reading = byNumber ?? state.readings.find((one) => one.toLowerCase() === typed)
  if (reading === undefined || state.lastQuestion === null) return asked
  return { ...asked, text: `${state.lastQuestion} (${reading})` }
}

async function respondTo(
  asked: Asked,
  state: ConversationState,
  context: AskContext,
  parts: DeskParts,
): Promise<Responded> {
  const language = detectLanguage(asked.text)
  const reading = readingOf(asked.text, language, context, parts)
  const spoken = saidWithoutDocuments(reading, language)
  if (spoken) return { reply: spoken, state: forget(state), ticket: null }
  const booking = reading.kind === 'question' ? bookingReply(asked, state, context, language, parts) : null
  if (booking) return booking
  if (reading.kind !== 'question') {
    return handOver(asked.text, handOverReason(reading), { language, context, parts, state })
  }
  return answerOrHandOver(asked, reading.text, { language, context, parts, state })
}

/** "Is er nu iemand aan de telefoon?" asks when, not for whom: the clock answers it. */
function readingOf(
  text: string,
  language: Language,
  { now, memberKind }: AskContext,
  parts: DeskParts,
): Interpretation {
  const reading = interpret(text, { memberKind, language })
  if (reading.kind !== 'human') return reading
  const plainWords = normalise(text)
  const clock = parts.answering(now, language).live(plainWords, null)
  return clock === null ? reading : { kind: 'question', text: plainWords, rule: null }
}

interface Around {
  readonly language: Language
  readonly context: AskContext
  readonly parts: DeskParts
  readonly state: ConversationState
}

function saidWithoutDocuments(reading: Interpretation, language: Language): Reply | null {
  const replies = repliesIn(language)
  switch (reading.kind) {
    case 'small-talk':
      return plain('small-talk', replies.smallTalk(reading.reason), language, {
        offersStaff: reading.reason === 'insult' || reading.reason === 'dissatisfied',
      })
    case 'out-of-remit':
      return plain('out-of-remit', replies.outOfRemit(reading.reason), language)
    case 'instruction':
      return plain('out-of-remit', replies.instruction, language)
    default:
      return null
  }
}

function handOverReason(reading: Interpretation): HandOverReason {
  return reading.kind === 'response-time' || reading.kind === 'file-status' ? reading.kind : 'human'
}

function bookingReply(
  asked: Asked,
  state: ConversationState,
  context: AskContext,
  language: Language,
  parts: DeskParts,
): Responded | null {
  const understood = understandBooking(asked.text, {
    now: context.now,
    offerings: parts.offerings,
    previous: state.booking,
    hours: calendarOf(parts.hours),
    language,
  })
  if (!understood) return null
  const withdrawn = understood.kind === 'withdrawn'
  const reply: Reply = {
    ...plain('book', understood.text, language),
    confidence: understood.confidence,
    topic: 'service-design',
    booking: understood.view,
    promise: understood.handsOver ? promise(context.now, parts.hours, language) : null,
  }
  const ticket: NewTicket | null = understood.handsOver
    ? { question: asked.text, topic: 'service-design', reason: 'boeking', found: [] }
    : null
  return {
    reply,
    state: { ...state, readings: [], booking: withdrawn ? null : understood.view },
    ticket,
  }
}

async function answerOrHandOver(asked: Asked, question: string, around: Around): Promise<Responded> {
  const { language, context, parts, state } = around
  const { result, question: full } = await answerFromDocuments(
    { text: question, language, previous: state.lastQuestion },
    parts.answering(context.now, language),
    { limit: PASSAGES, membersOnly: context.knownMember, today: dayOf(context.now, parts.hours.zone) },
  )
  const remembered = { ...state, lastQuestion: full, readings: [], lastPassages: [], booking: null }
  if (result.kind === 'answer') {
    const reply: Reply = {
      ...plain('answer', result.text, language, { offersStaff: result.offersStaff }),
      citations: result.citations,
      confidence: result.confidence,
      topic: topicOf(full, parts.topics).topic,
    }
    const lastPassages = result.citations.map(({ passage }) => passage)
    return { reply, state: { ...remembered, lastPassages }, ticket: null }
  }
  const several = clarification(question, parts.glossary)
  if (several && state.readings.length === 0) {
    const text = repliesIn(language).clarify({ term: several.word, readings: several.meanings })
    const reply: Reply = {
      ...plain('clarify', text, language, { offersStaff: true }),
      confidence: result.confidence,
      topic: topicOf(full, parts.topics).topic,
      readings: several.meanings,
    }
    return { reply, state: { ...remembered, readings: several.meanings }, ticket: null }
  }
  return handOver(asked.text, 'not-covered', around, result, full)
}

/** The member asks for a person about the question before, or the documents did not help. */
function passOn(state: ConversationState, context: AskContext, parts: DeskParts): Responded {
  const question = state.lastQuestion ?? ''
  const language = detectLanguage(question)
  return handOver(question, 'human', { language, context, parts, state })
}

function handOver(
  question: string,
  reason: HandOverReason,
  { language, context, parts, state }: Around,
  unknown: DontKnow | null = null,
  full: string = question,
): Responded {
  const topic = topicOf(full, parts.topics).topic
  const there = promise(context.now, parts.hours, language)
  const text = repliesIn(language).handOver({
    reason,
    topic: topicByKey(parts.topics, topic)?.name ?? null,
    promise: there,
    ticket: context.opensTickets,
  })
  return {
    reply: {
      ...plain('hand-over', text, language),
      confidence: unknown?.confidence ?? 0,
      topic,
      promise: there,
    },
    state: { ...forget(state), lastQuestion: full },
    ticket: {
      question: ticketQuestion(question, full),
      topic,
      reason: unknown?.reason ?? reason,
      found: unknown?.found ?? [],
    },
  }
}

/** Staff see what was typed, and for a follow-up also the question as it was completed. */
function ticketQuestion(typed: string, full: string): string {
  return full === typed || full === '' ? typed : `${typed}\n(${full})`
}

/** What a reply needs no more: offered readings and a booking under way do not outlive a change of subject. */
function forget(state: ConversationState): ConversationState {
  return { ...state, readings: [] }
}

function withMaskedNotice(reply: Reply, asked: Asked): Reply {
  const replies = repliesIn(reply.language)
  const notice = replies.maskedNotice({ kinds: asked.masked, minor: mentionsMinor(asked.text) })
  const stolen = asked.masked.includes('eid') && mentionsStolenCard(asked.text)
  const parts = [notice, stolen ? replies.stolenCard : '', reply.text]
  return { ...reply, masked: asked.masked, text: parts.filter(Boolean).join('\n\n') }
}

function plain(
  outcome: Reply['outcome'],
  text: string,
  language: Language,
  { offersStaff = false } = {},
): Reply {
  return {
    outcome,
    offersStaff,
    text,
    citations: [],
    confidence: 1,
    language,
    topic: null,
    masked: [],
    promise: null,
    booking: null,
    readings: [],
  }
}
