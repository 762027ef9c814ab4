import type { SearchOptions } from '../knowledge/passage.js'
import { liveAnswer } from './answer-live.js'
import { answerOne } from './answer-one.js'
import { quotesOf } from './citation.js'
import type { AnsweringParts } from './evidence/assess.js'
import { ANSWER_FROM } from './evidence/confidence-in-evidence.js'
import { bagOf, type StemBag } from './evidence/matching.js'
import { DECIDES, lack } from './frames/frames.js'
import { givesWhatFollows } from './question/bare-tail.js'
import { completions, goesOnFrom, isFragment, leansOnPrevious } from './question/follow-up.js'
import { keyTerms } from './question/question.js'
import type { Answer, Answered, Asked, DontKnow } from './result.js'

export { answerOf } from './answer-of.js'
export type { Answer, Answered, Asked, DontKnow } from './result.js'

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
  const answered = await answerInContext(asked, parts, options)
  const { result } = answered
  if (asked.previous === null || result.kind === 'dont-know' || !leansOnPrevious(asked.text)) return answered
  const quotes = quotesOf(result.citations)
  return givesWhatFollows(asked.text, quotes) ? answered : { ...answered, result: LEFT_OPEN }
}

/** "En waarom?" after an answer that gives no reason is not answered by giving it again. */
const LEFT_OPEN = notTold('het antwoord zegt wel wat, maar niet wat daarover gevraagd wordt')

async function answerInContext(
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
    if (live.onlyStaffKnow) return { result: NOBODY_WROTE_IT, question: live.question }
  }
  const completed = await Promise.all(
    completions(text, previous).map((question) => completedAnswer(question, asked, parts, options)),
  )
  // The last one asks the old question again beside the new one: for want of a better.
  const replaced = completed.slice(0, -1)
  const answered = replaced.some(({ result }) => result.kind === 'answer')
  const fullest = (answered ? replaced : completed).reduce((best, one) =>
    one.result.confidence > best.result.confidence ? one : best,
  )
  if (isFragment(text)) return fullest
  const goesOn = goesOnFrom(text, previous)
  if (goesOn === 'level' && isSure(fullest.result)) return fullest
  if (alone.result.kind === 'answer' && !tellsFirst(fullest.result, text, parts)) return alone
  return goesOn !== null || saysMore(fullest.result, alone.result) ? fullest : alone
}

function isSure(result: Answer | DontKnow): boolean {
  return result.kind === 'answer' && result.confidence >= ANSWER_FROM
}

/** A sure answer of which the first quote knows the words of the message: what else it tells is beside that. */
function tellsFirst(result: Answer | DontKnow, text: string, parts: AnsweringParts): boolean {
  if (result.kind === 'dont-know' || !isSure(result)) return false
  const [{ title, section, quote }, item] = result.citations
  // The head of a list says nothing without the item that was picked from it.
  const told = quote.endsWith(':') && item !== undefined ? `${quote} ${item.quote}` : quote
  const bag = bagOf(`${title} ${section} ${told}`, parts.analyse)
  return keyTerms(text.toLowerCase()).every(
    ({ word, weight }) => weight < NEW_SUBJECT || knows(bag, word, parts),
  )
}

const NOBODY_WROTE_IT = notTold('de lijst van sluitingsdagen zegt niets over die dag')

/** For a question of which the documents are known to say nothing: none of them is named. */
function notTold(reason: string): DontKnow {
  return { kind: 'dont-know', confidence: 0, reason, found: [] }
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
  const quotes = quotesOf(result.citations)
  // "En wie geeft dat?" names no subject and yet asks for something of its own.
  const lacks = lack(asked.text, quotes) === DECIDES || !givesWhatFollows(asked.text, quotes)
  if (unknown.length === 0 && !lacks) return { question, result }
  const reason = lacks
    ? 'geen passage geeft wat gevraagd is'
    : `geen passage kent ${unknown.map(({ word }) => `"${word}"`).join(', ')}`
  return { question, result: notTold(reason) }
}

function knows(bag: StemBag, word: string, { analyse }: AnsweringParts): boolean {
  return analyse(word).every(
    ({ term, parts }) =>
      bag.wholes.has(term) ||
      bag.parts.has(term) ||
      parts.some((part) => bag.wholes.has(part) || bag.parts.has(part)),
  )
}
