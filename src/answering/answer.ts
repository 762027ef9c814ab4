import type { SearchOptions } from '../knowledge/passage.js'
import { answerTexts } from '../texts/answers.js'
import type { Language } from '../texts/language.js'
import { countsOneOf } from './answer-type.js'
import { type AnsweringParts, type Assessment, assess, type LiveAnswer } from './assess.js'
import type { Citation } from './citation.js'
import { type Composed, compose, type Piece } from './compose.js'
import { ANSWER_FROM, OFFER_STAFF_FROM } from './confidence-in-evidence.js'
import { conflictsWith } from './conflicts.js'
import type { Evidence, ScoredUnit } from './evidence.js'
import { completions, isFragment, leansOnPrevious } from './follow-up.js'
import { bagOf, type StemBag, soughtTerms } from './matching.js'
import { quantitiesOf } from './quantities.js'
import { coreOf, facetsOf, keyTerms, type Question, questionOf } from './question.js'
import { selectUnits } from './select.js'
import { verdictOf } from './verdict.js'

/** The documents answer: always with at least one citation. */
export interface Answer {
  readonly kind: 'answer'
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
  readonly confidence: number
  readonly offersStaff: boolean
}

/** The documents do not answer; `found` is for staff, best first. */
export interface DontKnow {
  readonly kind: 'dont-know'
  readonly confidence: number
  readonly reason: string
  readonly found: readonly { readonly passage: string; readonly score: number }[]
}

/** A message to be answered. */
export interface Asked {
  /** Normalised (see `normalise`), masked. */
  readonly text: string
  readonly language: Language
  /** The question before it in the same conversation, completed; null when it is the first. */
  readonly previous: string | null
}

/** An answer, or that there is none, with the question as it was understood. */
export interface Answered {
  readonly result: Answer | DontKnow
  /** The question in full, follow-ups completed. */
  readonly question: string
}

/**
 * Answers a question from the documents, or says that they do not answer it.
 *
 * A message that leans on the question before it is completed in several ways; the completion that the documents
 * answer best is taken, unless the message on its own is answered at least as well.
 */
export async function answerFromDocuments(
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answered> {
  const { text, previous } = asked
  const alone: Answered = { result: await answerOne(asked, parts, options), question: text }
  if (previous === null || !leansOnPrevious(text)) return alone
  const live = parts.live(text, previous)
  if (live) {
    const answer = await liveAnswer(live, asked, parts, options)
    if (answer) return { result: answer, question: live.question }
  }
  const completed = await Promise.all(
    completions(text, previous).map((question) => completedAnswer(question, asked, parts, options)),
  )
  const fullest = completed.reduce((best, one) =>
    one.result.confidence > best.result.confidence ? one : best,
  )
  return isFragment(text) || saysMore(fullest.result, alone.result) ? fullest : alone
}

/** Of two answers from one passage that are as good, the completed question knows what is asked for: a number. */
const AS_GOOD = 0.03

function saysMore(completed: Answer | DontKnow, alone: Answer | DontKnow): boolean {
  if (completed.kind === 'dont-know' || alone.kind === 'dont-know') {
    return completed.confidence > alone.confidence
  }
  const same = completed.citations[0].passage === alone.citations[0].passage
  return completed.confidence > alone.confidence - (same ? AS_GOOD : 0)
}

/** A follow-up is short: from this weight on a word of it is its subject. */
const NEW_SUBJECT = 0.4

/** A completion counts only when what is quoted knows what the new message is about: "wat kost dat?" asks the price. */
async function completedAnswer(
  question: string,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answered> {
  const result = await answerOne({ ...asked, text: question }, parts, options)
  if (result.kind === 'dont-know') return { question, result }
  const quoted = bagOf(
    result.citations.map((one) => `${one.title} ${one.section} ${one.quote}`).join('\n'),
    parts.analyse,
  )
  const unknown = keyTerms(asked.text.toLowerCase()).filter(
    ({ word, weight }) => weight >= NEW_SUBJECT && !knows(quoted, word, parts),
  )
  if (unknown.length === 0) return { question, result }
  const reason = `geen passage kent ${unknown.map(({ word }) => `"${word}"`).join(', ')}`
  return { question, result: { kind: 'dont-know', confidence: 0, reason, found: [] } }
}

function knows(bag: StemBag, word: string, { analyse }: AnsweringParts): boolean {
  return analyse(word).every(
    ({ term, parts }) =>
      bag.wholes.has(term) ||
      bag.parts.has(term) ||
      parts.some((part) => bag.wholes.has(part) || bag.parts.has(part)),
  )
}

/**
 * The whole question is tried first; one that asks for several things is answered part by part when no single
 * passage holds them all. Parts without an answer are named, and staff are offered for them.
 */
async function answerOne(
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | DontKnow> {
  const { language } = asked
  const text = coreOf(asked.text)
  const facets = facetsOf(text)
  const live = parts.live(asked.text, null) ?? parts.live(text, null)
  if (live && facets.every((facet) => parts.live(facet, null) !== null)) {
    const answer = await liveAnswer(live, asked, parts, options)
    if (answer) return answer
  }
  const whole = await assess(questionOf(text, language), parts, options)
  if (facets.length > 1 && !holdsAll(whole)) {
    const answer = await answerFacets(facets, asked, parts, options)
    if (answer) return answer
  }
  if (live) {
    const answer = await liveAnswer(live, asked, parts, options)
    if (answer) return answer
  }
  return whole.confidence >= OFFER_STAFF_FROM ? answerOf(whole, parts, language) : dontKnow(whole)
}

/** What the clock decides still has its source: the passage about the hours. Without one there is no answer. */
async function liveAnswer(
  live: LiveAnswer,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  for (const query of live.sources) {
    const source = await assess(questionOf(query, 'nl'), parts, options)
    if (source.confidence < OFFER_STAFF_FROM) continue
    const { citations } = answerOf(source, parts, asked.language)
    return { kind: 'answer', text: live.text, citations, confidence: source.confidence, offersStaff: false }
  }
  return null
}

/** One passage knows every word of the question. */
function holdsAll(assessment: Assessment): boolean {
  return assessment.confidence >= ANSWER_FROM && assessment.evidence[0]?.missing.length === 0
}

async function answerFacets(
  facets: readonly string[],
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  const answered = (
    await Promise.all(facets.map((facet) => answerFacet(facet, asked, parts, options)))
  ).flat()
  const answers = answered.flatMap(({ answer }) => (answer ? [answer] : []))
  const left = answered.filter(({ answer }) => answer === null).map(({ facet }) => facet)
  if (!isEnough(answers.length, left.length, facets)) return null
  // Two parts may quote the same section: it is read once.
  const texts = [...new Set(answers.flatMap(({ text }) => text.split('\n\n')))]
  if (left.length > 0) texts.push(answerTexts(asked.language).unanswered(left))
  const [first, ...rest] = uniqueCitations(answers.flatMap(({ citations }) => citations))
  if (!first) return null
  return {
    kind: 'answer',
    text: texts.join('\n\n'),
    citations: [first, ...rest],
    confidence: Math.min(...answers.map(({ confidence }) => confidence)),
    offersStaff: left.length > 0,
  }
}

/** Of an enumeration most parts must be known; of separate questions half will do, the others are named. */
function isEnough(known: number, unknown: number, facets: readonly string[]): boolean {
  if (facets.every((facet) => /[?]$/.test(facet))) return known > 0 && unknown <= known
  return known > 1 && unknown <= known / 2
}

interface AnsweredFacet {
  readonly facet: string
  readonly answer: Answer | null
}

/** One part of an enumeration; telegram style ("adres btw nummer") is cut in two where both halves are answered. */
async function answerFacet(
  facet: string,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<readonly AnsweredFacet[]> {
  const whole = await surely(facet, asked, parts, options)
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

async function surely(text: string, asked: Asked, parts: AnsweringParts, options: SearchOptions) {
  const live = parts.live(text, null)
  const fromClock = live ? await liveAnswer(live, asked, parts, options) : null
  if (fromClock) return fromClock
  const assessment = await assess(questionOf(text, asked.language), parts, options, asked.text)
  return holdsAll(assessment) ? answerOf(assessment, parts, asked.language) : null
}

function uniqueCitations(citations: readonly Citation[]): readonly Citation[] {
  const seen = new Map(citations.map((citation) => [`${citation.passage}\n${citation.quote}`, citation]))
  return [...seen.values()]
}

/** Builds the answer from the best passage of an assessment, whatever its confidence. */
export function answerOf(assessment: Assessment, parts: AnsweringParts, language: Language): Answer {
  const { question } = assessment
  const [main, chosen, conflicts] = mainAndConflicts(assessment, parts)
  const composed: Composed = compose(
    [{ evidence: main, chosen }, ...companions(question, main, assessment.evidence)],
    conflicts,
    { verdict: verdictOf(question, chosen), number: askedNumber(question, main, chosen, parts) },
    { language, glosses: parts.glosses },
  )
  const offersStaff = assessment.confidence < ANSWER_FROM
  return {
    kind: 'answer',
    text: offersStaff ? `${composed.text}\n\n${answerTexts(language).unsure}` : composed.text,
    citations: composed.citations,
    confidence: assessment.confidence,
    offersStaff,
  }
}

/** A main quote shorter than this may be followed by another section of the same document. */
const SHORT_QUOTE = 160

/** Another section of the same document that is about all the question is about: "voor wie" is followed by "resultaat". */
function companions(question: Question, main: Evidence, evidence: readonly Evidence[]): readonly Piece[] {
  if (question.type === 'count' || question.type === 'percent' || question.yesNo) return []
  const { document, text } = main.hit.passage
  if (text.length > SHORT_QUOTE) return []
  const other = evidence.find(
    (one) =>
      one !== main &&
      one.hit.passage.document.id === document.id &&
      one.missing.length === 0 &&
      one.focus >= main.focus &&
      one.hit.passage.text.length <= 2 * SHORT_QUOTE,
  )
  return other ? [{ evidence: other, chosen: selectUnits(question, other) }] : []
}

/** Where sources disagree, the one with more authority, then the newer one, speaks first. */
function mainAndConflicts(assessment: Assessment, parts: AnsweringParts) {
  const { question, evidence } = assessment
  const [first] = evidence
  if (!first) throw new Error('there is nothing to answer from')
  const chosen = selectUnits(question, first)
  const conflicts = conflictsWith(question, first, chosen, evidence, parts.analyse)
  const stronger = conflicts.find((conflict) => outranks(conflict.evidence, first))
  if (!stronger) return [first, chosen, conflicts] as const
  const units = selectUnits(question, stronger.evidence)
  return [
    stronger.evidence,
    units,
    conflictsWith(question, stronger.evidence, units, evidence, parts.analyse),
  ] as const
}

function outranks(other: Evidence, first: Evidence): boolean {
  const [a, b] = [other.hit.passage.document, first.hit.passage.document]
  if (a.authority !== b.authority) return a.authority > b.authority
  return a.date !== null && b.date !== null && /^\d{4}/.test(a.date) && a.date > b.date
}

/** The number that was asked for, when exactly one number in the quote counts what was asked about. */
function askedNumber(
  question: Question,
  main: Evidence,
  chosen: readonly ScoredUnit[],
  parts: AnsweringParts,
): string | null {
  if (question.type !== 'count' && question.type !== 'percent') return null
  const sought = soughtTerms(question.terms, main.hit, parts.analyse)
  const counted = chosen
    .flatMap((scored) => quantitiesOf(scored.unit.text))
    .filter((quantity) => quantity.unit === question.type && countsOneOf(quantity, sought, parts.analyse))
  const [number, ...others] = new Set(counted.map(({ text }) => text))
  return number !== undefined && others.length === 0 && /^\d/.test(number) ? number : null
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
    found: assessment.hits.slice(0, 5).map((hit) => ({ passage: hit.passage.id, score: hit.score })),
  }
}
