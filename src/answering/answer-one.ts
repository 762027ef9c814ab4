import type { SearchOptions } from '../knowledge/passage.js'
import { explain } from '../knowledge/search/explain.js'
import { answerTexts } from '../texts/answers.js'
import { whyFound } from '../texts/why-found.js'
import { answerAlone } from './answer-alone.js'
import { answerFacets, joinAnswers, standApart } from './answer-facets.js'
import { held, holdsAll } from './answer-held.js'
import { liveAnswer } from './answer-live.js'
import { answerOf } from './answer-of.js'
import { quotesOf } from './citation.js'
import type { AnsweringParts, Assessment } from './evidence/assess.js'
import { OFFER_STAFF_FROM } from './evidence/confidence-in-evidence.js'
import { answerPartly } from './partly-known.js'
import { bareTail, gives } from './question/bare-tail.js'
import { coreOf, facetsOf, questionsIn } from './question/question.js'
import type { Answer, Asked, DontKnow } from './result.js'
import { withContact } from './rewording/contact-asked.js'
import { contactAsked } from './rewording/contact-question.js'
import { putPlainly } from './rewording/put-plainly.js'

/**
 * Several questions in one message are answered one by one when each is known. Otherwise the whole is tried first; one
 * that asks for several things is answered part by part when no single passage holds them all: of questions the first
 * at least. Parts without an answer are named, and staff are offered for them; so is a question word behind it all
 * ("en wanneer?") that the answer leaves open.
 */
export async function answerOne(
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | DontKnow> {
  const tail = bareTail(asked.text)
  const answer = await answerWhole(asked, parts, options)
  if (tail === null || (answer.kind === 'answer' && gives(tail.asks, quotesOf(answer.citations))))
    return answer
  const rest = await answerWhole({ ...asked, text: tail.rest }, parts, options)
  if (rest.kind === 'dont-know' || gives(tail.asks, quotesOf(rest.citations))) return rest
  return joinAnswers([rest], [answerTexts(asked.language).unanswered([tail.asks])]) ?? rest
}

async function answerWhole(
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | DontKnow> {
  const { language } = asked
  const { text, questions } = plainQuestions(asked.text, (sentence) => parts.live(sentence, null) !== null)
  const facets = facetsOf(text, (part, before) => parts.live(part, before) !== null)
  const live = parts.live(asked.text, null) ?? parts.live(text, null)
  if (live?.onlyStaffKnow) return dontKnow(await held(text, asked, parts, options))
  const fromClock = async () => (live ? liveAnswer(live, asked, parts, options) : null)
  const timed = facets.map((facet) => parts.live(facet, null) !== null)
  const fromClockAlone = isOnlyTold(questions, facets, timed) ? await fromClock() : null
  if (fromClockAlone) return fromClockAlone
  const each = await answerEach(questions, asked, parts, options)
  if (each && !each.offersStaff) return each
  // A domain that is named beside the question is what the question is about.
  const whole = await held(text, asked, parts, options, asked.text)
  // What the clock answers stands in no passage, however well one knows the words.
  const inParts = facets.length > 1 && (timed.includes(true) || !holdsAll(whole))
  return (
    (await plainContact(whole, asked, parts, options)) ??
    (each && (saysMore(whole, questions) || fromSeveral(each)) ? each : null) ??
    (inParts ? await answerFacets(facets, asked, parts, options) : null) ??
    (await fromClock()) ??
    (whole.confidence >= OFFER_STAFF_FROM ? answerOf(whole, parts, language) : null) ??
    (await answerAlone(asked, whole, parts, options)) ??
    (await answerPartly(asked, parts, options)) ??
    dontKnow(whole)
  )
}

/** What is told around a question for the clock is part of it: "om 8 uur begint mijn dienst, kan ik dan bellen". */
function isOnlyTold(
  questions: readonly string[],
  facets: readonly string[],
  timed: readonly boolean[],
): boolean {
  if (timed.every(Boolean)) return true
  const asksContact = facets.some((facet) => contactAsked(facet) !== null)
  return questions.length === 1 && !asksContact && facets.some((facet) => TELLS_WHEN.test(facet))
}

const TELLS_WHEN =
  /\d|\b(?:half|kwart|vandaag|morgen|straks|weekend|(?:voor|na)?middags?|ochtends?|morgens|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|quarter|today|tomorrow|lunch|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu

/** What is asked, and its questions each in plain words; one question is its own only element. */
function plainQuestions(
  asked: string,
  asksMore: (sentence: string) => boolean,
): { readonly text: string; readonly questions: readonly string[] } {
  const core = coreOf(withContact(asked), asksMore)
  const several = questionsIn(core)
  if (several.length > 1) return { text: core, questions: several.map(putPlainly) }
  const text = putPlainly(core)
  return { text, questions: questionsIn(text) }
}

/** Most of several questions answered, or the first with the others named; null when there is only one. */
async function answerEach(
  questions: readonly string[],
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  return questions.length > 1 ? answerFacets(questions, asked, parts, options, 'first') : null
}

/** Whether the questions answered apart say more than the passage that answers the whole best. */
function saysMore(whole: Assessment, questions: readonly string[]): boolean {
  if (holdsAll(whole) || whole.isNotedAsUnanswered) return false
  return standApart(questions) || whole.confidence < OFFER_STAFF_FROM
}

/** Two questions were answered, each by its own passage: the whole is about both. */
function fromSeveral({ citations }: Answer): boolean {
  return new Set(citations.map(({ passage }) => passage)).size > 1
}

/** An ordinary question for a contact, without the story around it; not one noted as answered nowhere. */
async function plainContact(
  whole: Assessment,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  const plain = whole.isNotedAsUnanswered ? null : contactAsked(asked.text)
  if (plain === null || plain === asked.text) return null
  const answer = await answerOne({ ...asked, text: plain }, parts, options)
  return answer.kind === 'answer' ? answer : null
}

function dontKnow(assessment: Assessment): DontKnow {
  const missing = assessment.evidence[0]?.missing ?? assessment.question.terms.map((term) => term.word)
  const reason =
    missing.length > 0
      ? `geen passage kent ${missing.map((word) => `"${word}"`).join(', ')}`
      : 'geen passage antwoordt met voldoende zekerheid'
  return {
    kind: 'dont-know',
    confidence: assessment.confidence,
    reason,
    found: assessment.hits.slice(0, 5).map((hit) => ({
      passage: hit.passage.id,
      score: hit.score,
      why: whyFound(
        explain(
          hit,
          assessment.question.terms.map(({ word }) => word),
        ),
      ),
    })),
  }
}
