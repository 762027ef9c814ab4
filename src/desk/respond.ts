import { answerFromDocuments } from '../answering/answer.js'
import { clarification } from '../answering/clarify.js'
import { type Interpretation, interpret } from '../answering/interpret.js'
import { mentionsMinor, mentionsStolenCard } from '../answering/interpret-mentions.js'
import { detectLanguage } from '../answering/question/language.js'
import { normalise } from '../answering/question/normalise.js'
import { namedPlace } from '../booking/small-words.js'
import { plain as plainWords } from '../booking/tokens.js'
import { topicOf } from '../escalation/routing.js'
import { dayOf } from '../hours/day.js'
import { withoutMasks } from '../members/masking.js'
import type { Language } from '../texts/language.js'
import { type HandOverReason, repliesIn } from '../texts/replies.js'
import { isBareAnswer } from './bare-answer.js'
import { bookingReply } from './booking-reply.js'
import { handOver, passOn } from './hand-over.js'
import { plain } from './plain-reply.js'
import type { AskContext, Reply } from './reply.js'
import {
  type Around,
  type Asked,
  type DeskParts,
  forget,
  type Responded,
  type Responder,
} from './responder.js'
import { withTitle } from './source-title.js'
import type { ConversationState } from './state.js'

/** How many passages are weighed for a question. */
const PASSAGES = 20

/** Makes the responder: one message in, one reply out, nothing changed anywhere. */
export function createResponder(parts: DeskParts): Responder {
  return async (asked, state, context) => {
    const draft =
      asked.intent === 'ask-staff'
        ? passOn(state, context, parts)
        : await respondTo(chosenReading(asked, state, context, parts), state, context, parts)
    const { reply } = draft
    return { ...draft, reply: asked.masked.length > 0 ? withMaskedNotice(reply, asked) : reply }
  }
}

/** A number or the words of an offered reading stand for that reading, in the place of the short form. */
function chosenReading(asked: Asked, state: ConversationState, context: AskContext, parts: DeskParts): Asked {
  const { glossary, hours } = parts
  const { lastQuestion, readings } = state
  const typed = asked.text.trim().toLowerCase()
  const chosen = isBareAnswer(typed, dayOf(context.now, hours.zone))
    ? namedPlace(plainWords(typed), readings.length)
    : null
  const byNumber = chosen === null ? undefined : readings[chosen - 1]
  const reading = byNumber ?? readings.find((one) => one.toLowerCase() === typed)
  if (reading === undefined || lastQuestion === null) return asked
  const short = glossary(lastQuestion).find(({ meanings }) => meanings.includes(reading))?.word
  const text =
    short !== undefined && lastQuestion.includes(short)
      ? lastQuestion.replace(short, () => reading)
      : `${lastQuestion} (${reading})`
  return { ...asked, text }
}

async function respondTo(
  asked: Asked,
  state: ConversationState,
  context: AskContext,
  parts: DeskParts,
): Promise<Responded> {
  const language = languageOf(asked.text, state)
  const around: Around = { language, context, parts, state }
  const reading = readingOf(asked, around)
  // "Ja" and "ok" answer an offer while a booking is under way; else they are talk.
  const mayBook = reading.kind === 'question' || (reading.kind === 'small-talk' && state.booking !== null)
  const booking = mayBook ? bookingReply(asked, around) : null
  if (booking) return booking
  const spoken = saidWithoutDocuments(reading, language)
  if (spoken) return { reply: spoken, state: forget(state), ticket: null, addTo: null }
  if (reading.kind !== 'question') return handOver(asked.text, handOverReason(reading), around)
  if (answersNothing(asked.text, around)) return whatAbout(asked.text, around)
  return answerOrHandOver(asked, reading.text, around)
}

/** A few words that could be either go on in the language of the question before: "And level 3?". */
function languageOf(text: string, { lastQuestion }: ConversationState): Language {
  const language = detectLanguage(text)
  const goesOn = lastQuestion !== null && detectLanguage(lastQuestion) === 'en'
  return language === 'nl' && goesOn && ENGLISH_OPENING.test(text) ? 'en' : language
}

const ENGLISH_OPENING = /^(?:and|or|but|what|how|who|where|when|which|also|ok|yes|no)\b/i

/** "Is er nu iemand aan de telefoon?" asks when, not for whom: the clock answers it. */
function readingOf({ text, interpret: read = interpret }: Asked, around: Around): Interpretation {
  const { language, context, parts } = around
  const { now, memberKind } = context
  const reading = read(text, { memberKind, language })
  if (reading.kind !== 'human') return reading
  const plainWords = normalise(text)
  const clock = parts.answering(now, language).live(plainWords, null)
  return clock === null ? reading : { kind: 'question', text: plainWords, rule: null }
}

/** A bare day, number or choice while nothing is open to be answered, and that the clock does not answer. */
function answersNothing(text: string, { context, language, parts, state }: Around): boolean {
  const { lastQuestion, readings } = state
  if (readings.length > 0 || !isBareAnswer(text, dayOf(context.now, parts.hours.zone))) return false
  if (lastQuestion !== null && GOES_ON.test(text)) return false
  const { live } = parts.answering(context.now, language)
  return live(text, null) === null && (lastQuestion === null || live(text, lastQuestion) === null)
}

/** "En in 2024?" goes on with the question before it. */
const GOES_ON = /^(?:en|and|maar|but|wat met|what about|hoe zit)\b/i

function whatAbout(text: string, { language, state }: Around): Responded {
  const reply = plain('clarify', repliesIn(language).whatAbout(text.trim()), language, { offersStaff: true })
  return { reply, state: forget(state), ticket: null, addTo: null }
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

async function answerOrHandOver(asked: Asked, question: string, around: Around): Promise<Responded> {
  const { language, context, parts, state } = around
  // What stands in the place of personal data is no word of the question.
  const searched = withoutMasks(question)
  const { result, question: full } = await (parts.answer ?? answerFromDocuments)(
    { text: searched, language, masked: asked.masked.length > 0, previous: subjectBefore(state) },
    parts.answering(context.now, language),
    { limit: PASSAGES, membersOnly: context.knownMember, today: dayOf(context.now, parts.hours.zone) },
    { person: context.person ?? null, ...(context.onProgress && { onEvent: context.onProgress }) },
  )
  const topic = topicOf(full, parts.topics).topic
  const remembered = { ...state, lastQuestion: full, readings: [], lastPassages: [], booking: null }
  if (result.kind === 'answer') {
    const lastPassages = result.citations.map(({ passage }) => passage)
    return {
      reply: {
        ...plain('answer', result.text, language, { offersStaff: result.offersStaff }),
        citations: result.citations.map((citation) => withTitle(citation, language)),
        confidence: result.confidence,
        topic,
      },
      // A question about the sessions does not end the booking it was asked in.
      state: { ...remembered, lastPassages, booking: topic === 'service-design' ? state.booking : null },
      ticket: null,
      addTo: null,
    }
  }
  const several = state.readings.length === 0 ? clarification(question, parts.glossary) : null
  if (several === null)
    return handOver(asked.text, 'not-covered', around, {
      result,
      question: full,
      completed: full !== searched,
    })
  const text = repliesIn(language).clarify({ term: several.word, readings: several.meanings })
  return {
    reply: {
      ...plain('clarify', text, language, { offersStaff: true }),
      confidence: result.confidence,
      topic,
      readings: several.meanings,
    },
    state: { ...remembered, readings: several.meanings },
    ticket: null,
    addTo: null,
  }
}

/** What a question may lean on: "hoelang duurt dat?" in the middle of a booking is about its level. */
function subjectBefore({ lastQuestion, booking }: ConversationState): string | null {
  if (lastQuestion !== null || booking === null || booking.level === null) return lastQuestion
  return `service design niveau ${booking.level}`
}

function withMaskedNotice(reply: Reply, asked: Asked): Reply {
  const text = [maskedNotice(asked, reply.language), reply.text].join('\n\n')
  return { ...reply, masked: asked.masked, text }
}

/** What is said before a reply to a message with personal data; empty where there was none. */
export function maskedNotice({ text, masked }: Pick<Asked, 'text' | 'masked'>, language: Language): string {
  if (masked.length === 0) return ''
  const replies = repliesIn(language)
  const notice = replies.maskedNotice({ kinds: masked, minor: mentionsMinor(text) })
  const stolen = masked.includes('eid') && mentionsStolenCard(text)
  return stolen ? `${notice}\n\n${replies.stolenCard}` : notice
}
