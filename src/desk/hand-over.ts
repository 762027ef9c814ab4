import type { DontKnow } from '../answering/answer.js'
import { leansOnPrevious } from '../answering/question/follow-up.js'
import { detectLanguage } from '../answering/question/language.js'
import { promise } from '../escalation/promise.js'
import { topicOf } from '../escalation/routing.js'
import { teamFor, topicByKey } from '../escalation/topics.js'
import { withoutMasks } from '../members/masking.js'
import { deskTexts } from '../texts/desk.js'
import { type HandOverReason, repliesIn } from '../texts/replies.js'
import { plain } from './plain-reply.js'
import type { AskContext } from './reply.js'
import { type Around, type DeskParts, forget, type Responded } from './responder.js'
import type { ConversationState } from './state.js'

/** The member asks for a person about the question before, or the documents did not help. */
export function passOn(state: ConversationState, context: AskContext, parts: DeskParts): Responded {
  const language = detectLanguage(state.lastQuestion ?? '')
  const around: Around = { language, context, parts, state }
  if (state.lastQuestion !== null) return handOver(state.lastQuestion, 'human', around)
  const passed = handOver(deskTexts('nl').noQuestion, 'human', around)
  return { ...passed, state: forget(state) }
}

/** What the documents had for the question. */
export interface Searched {
  readonly result: DontKnow
  /** The question in full. */
  readonly question: string
  /** Whether it was completed with the question before it. */
  readonly completed: boolean
}

/** The question goes to staff: the member is told so, with when they are next there and no word of how soon. */
export function handOver(
  question: string,
  reason: HandOverReason,
  { language, context, parts, state }: Around,
  searched: Searched | null = null,
): Responded {
  const full = searched?.question ?? question
  const topic = subjectOf(full, reason, parts)
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
      confidence: searched?.result.confidence ?? 0,
      topic,
      promise: there,
    },
    state: { ...forget(state), lastQuestion: full },
    ticket: {
      question: ticketQuestion(question, searched?.completed ? full : null, state.lastQuestion),
      topic,
      team: teamFor(parts.topics, topic).key,
      reason: searched?.result.reason ?? reason,
      found: searched?.result.found ?? [],
      asker: { body: null, kind: context.memberKind, name: null, person: '' },
      urgent: false,
      messageId: null,
    },
    addTo: null,
  }
}

/** "Een medewerker spreken over schuldbemiddeling" is about that, and not about speaking to somebody. */
const PERSON =
  /\b(?:(?:staf)?medewerkers?|collega'?s?|iemand|persoon|mens|spreken|praten|someone|person|speak|talk)\b/giu

/** What stands in the place of personal data names no topic either. */
function subjectOf(text: string, reason: HandOverReason, { topics }: DeskParts): string | null {
  const own = withoutMasks(text)
  const subject = reason === 'human' ? topicOf(own.replace(PERSON, ' '), topics).topic : null
  return subject ?? topicOf(own, topics).topic
}

/** Staff see what was typed; for a follow-up also the question as it was completed, or else the one before it. */
function ticketQuestion(typed: string, completed: string | null, previous: string | null): string {
  if (completed !== null) return `${typed}\n(${completed})`
  const unclear = previous !== null && previous !== typed && leansOnPrevious(typed)
  return unclear ? `${typed}\n(${deskTexts('nl').after(previous)})` : typed
}
