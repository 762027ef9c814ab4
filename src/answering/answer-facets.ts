import type { SearchOptions } from '../knowledge/passage.js'
import { answerTexts } from '../texts/answers.js'
import { answerHeld, held } from './answer-held.js'
import { liveAnswer } from './answer-live.js'
import type { Citation } from './citation.js'
import type { AnsweringParts } from './evidence/assess.js'
import { keyTerms } from './question/question.js'
import type { Answer, Asked } from './result.js'
import { contactAsked } from './rewording/contact-question.js'

/**
 * Answers the parts of a question one by one; null when too few of them are known.
 *
 * @param least `first`: the first part is enough; the others are named as not answered.
 */
export async function answerFacets(
  facets: readonly string[],
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
  least: 'most' | 'first' = 'most',
): Promise<Answer | null> {
  const answered = (
    await Promise.all(
      facets.map((facet, at) => answerFacet(facet, facets[at - 1] ?? null, asked, parts, options)),
    )
  ).flat()
  const answers = answered.flatMap(({ answer }) => (answer ? [answer] : []))
  const left = answered.filter(({ answer }) => answer === null).map(({ facet }) => named(facet))
  const known = least === 'first' && answered[0]?.answer != null
  // A day that nobody wrote about is no doubt about the rest.
  const forStaff = facets.filter((facet) => parts.live(facet, null)?.onlyStaffKnow).length
  if (!known && !isEnough(answers.length, left.length - forStaff, facets)) return null
  return joinAnswers(answers, left.length > 0 ? [answerTexts(asked.language).unanswered(left)] : [])
}

/** A part as it is named in a reply. */
export function named(facet: string): string {
  return facet.replace(/^(?:(?:en|and|maar|but) )+/iu, '').replace(/[?.!,;]+$/u, '')
}

/** Answers to parts of one message as one; `left` says what is not answered. Null without an answer. */
export function joinAnswers(answers: readonly Answer[], left: readonly string[]): Answer | null {
  const [first, ...rest] = uniqueCitations(answers.flatMap(({ citations }) => citations))
  if (!first) return null
  // Two parts may quote the same section: it is read once.
  const texts = [...new Set(answers.flatMap(({ text }) => text.split('\n\n'))), ...left]
  return {
    kind: 'answer',
    text: texts.join('\n\n'),
    citations: [first, ...rest],
    confidence: Math.min(...answers.map(({ confidence }) => confidence)),
    offersStaff: left.length > 0,
  }
}

/**
 * Of an enumeration most parts must be known, and so of questions in one sentence, where the unknown one may be the
 * point of the other; of sentences that each ask, half will do and the others are named.
 */
function isEnough(known: number, unknown: number, facets: readonly string[]): boolean {
  if (facets.every((facet) => facet.endsWith('?'))) return known > 0 && unknown <= known
  const apart = facets.every((facet) => QUESTION.test(facet) && !LEANS.test(facet))
  if (apart) return unknown < known
  return known > 1 && unknown <= known / 2
}

const QUESTION =
  /[?]$|^(?:hoe\p{L}*|wat|wie|welke?|waar|wanneer|tot (?:hoe|wanneer)|vanaf wanneer|is|zijn|bent|heeft|hebben|kan|kunnen|mag|mogen|moet|moeten|how|what|who|which|where|when|is|are|do|does|can|may)\b/iu

/** Means nothing without the question before it: "en wie is daar voorzitter". */
const LEANS =
  /\b(?:(?:daar|hier)(?:in|van|aan|mee|bij|over|voor|op)?|er ?(?:in|van|aan|mee|bij|over|voor|op)|die|ze|hij|it|they|there)\b/iu

/** Whether the questions behind the first mean something without it. */
export function standApart([, ...others]: readonly string[]): boolean {
  return !others.some((other) => LEANS.test(other))
}

interface AnsweredFacet {
  readonly facet: string
  readonly answer: Answer | null
}

/** One part of an enumeration; telegram style ("adres btw nummer") is cut in two where both halves are answered. */
async function answerFacet(
  facet: string,
  before: string | null,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<readonly AnsweredFacet[]> {
  // "en ook zaterdag?" goes on about the hours of the part before it.
  const live = before === null ? null : parts.live(facet, before)
  const whole =
    (await surely(facet, asked, parts, options)) ??
    (live ? await liveAnswer(live, asked, parts, options) : null)
  if (whole) return [{ facet, answer: whole }]
  const words = facet.split(' ')
  if (!words.every((word) => hasWeight(word))) return [{ facet, answer: null }]
  for (let cut = 1; cut < Math.min(words.length, MOST_CUTS); cut++) {
    const halves = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
    const answers = await Promise.all(halves.map((half) => surely(half, asked, parts, options)))
    if (answers.every((answer) => answer !== null)) {
      return halves.map((half, at) => ({ facet: half, answer: answers[at] ?? null }))
    }
  }
  return [{ facet, answer: null }]
}

/** Telegram style has no little words in it. */
function hasWeight(word: string): boolean {
  return keyTerms(word.toLowerCase()).length > 0
}

const MOST_CUTS = 5

const ADDRESSED = /\b(?:jullie|ulle|u|uw|vvsg|you|your)\b/iu

/** The answer to a part, when one passage or the clock surely knows it; null otherwise. */
export async function surely(
  text: string,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  const live = parts.live(text, null)
  const fromClock = live ? await liveAnswer(live, asked, parts, options) : null
  if (fromClock || live?.onlyStaffKnow) return fromClock
  const assessment = await held(text, asked, parts, options, asked.text)
  const answer = answerHeld(assessment, asked, parts)
  if (answer) return answer
  const plain = contactAsked(text)
  if (plain === null) return null
  // Who brings us a permit asks for our address all the same: what the story is about does not count then.
  const noted = ADDRESSED.test(asked.text) ? await held(text, asked, parts, options) : assessment
  if (noted.isNotedAsUnanswered) return null
  return answerHeld(await held(plain, asked, parts, options), asked, parts)
}

function uniqueCitations(citations: readonly Citation[]): readonly Citation[] {
  const seen = new Map(citations.map((citation) => [`${citation.passage}\n${citation.quote}`, citation]))
  return [...seen.values()]
}
