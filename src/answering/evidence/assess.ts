import type { Hit, PassageIndex, SearchOptions } from '../../knowledge/passage.js'
import type { Question } from '../question/question.js'
import { staffAnswerDay } from '../staff-answers-first.js'
import {
  confidenceIn,
  type Domains,
  type EvidenceSignals,
  evidenceSignals,
} from './confidence-in-evidence.js'
import { type Evidence, weigh } from './evidence.js'
import { type Analyse, bagOf } from './matching.js'
import { isSaidAs } from './noted-questions.js'
import { withOtherNames } from './other-names.js'

/** An answer from the clock and the timetables, with the documents it rests on. */
export interface LiveAnswer {
  readonly text: string
  /** Questions about its source ("openingsuren van het gebouw"): the passage that answers the first is cited. */
  readonly sources: readonly string[]
  /** Whether it may not be given: what the clock does not know, no passage about ordinary days knows either. */
  readonly onlyStaffKnow?: boolean
  /** The question in full, follow-ups completed. */
  readonly question: string
}

/** What answering needs from outside. */
export interface AnsweringParts {
  readonly index: PassageIndex
  readonly analyse: Analyse
  /** How strongly a text is about a policy domain that the documents are not about. */
  readonly domains: (text: string) => Domains
  /** Answers what the clock decides (is the office open), else null. */
  readonly live: (text: string, previous: string | null) => LiveAnswer | null
  /** Other names of words and phrases in a text as stems, by what is typed in lower case, words one space apart. */
  readonly otherNames: (text: string) => ReadonlyMap<string, readonly string[]>
  /** Phrases of a Dutch text with their English, for an asker who reads English; empty when none are known. */
  readonly glosses: (text: string) => readonly { readonly dutch: string; readonly english: string }[]
}

/** A passage held against a question. */
export interface Weighed {
  readonly evidence: Evidence
  readonly signals: EvidenceSignals
  readonly confidence: number
}

/** A question held against everything found for it. */
export interface Assessment {
  readonly question: Question
  /** Best first; empty when nothing was found. */
  readonly evidence: readonly Evidence[]
  /** Probability that the best passage answers the question, 0 to 1. */
  readonly confidence: number
  /** Each passage with its signals and probability, best first. */
  readonly weighed: readonly Weighed[]
  readonly hits: readonly Hit[]
  /** The question is one that an author noted as answered nowhere. */
  readonly isNotedAsUnanswered: boolean
}

/**
 * Searches and weighs what is found; the passage most likely to answer comes first.
 *
 * @param whole the text the question is a part of: a part of a question about planning law is about planning law
 */
export async function assess(
  asked: Question,
  parts: AnsweringParts,
  options: SearchOptions,
  whole = asked.text,
): Promise<Assessment> {
  const hits = await parts.index.search(asked.text, options)
  const question = withOtherNames(asked, parts.otherNames(asked.text))
  const domains = parts.domains(whole)
  const isNoted = isSaidAs(asked.text)
  const weighed = hits
    .map((hit) => {
      const evidence = weigh(question, hit, parts.analyse)
      const signals = evidenceSignals(question, evidence, domains, knownBy(hit, evidence, parts.analyse))
      if (isNoted(hit.passage.asked)) return { evidence, signals, confidence: SAID_AS_NOTED }
      return { evidence, signals, confidence: question.terms.length === 0 ? 0 : confidenceIn(signals) }
    })
    .filter(({ evidence }) => evidence.units.length > 0)
    // Of two passages that answer as well, the one search ranked higher.
    .sort((a, b) => b.confidence - a.confidence || b.evidence.hit.score - a.evidence.hit.score)
    .sort((a, b) => staffAnswerDay(b).localeCompare(staffAnswerDay(a)))
  const isUnanswered = notedAsUnanswered(weighed) || isSaidAsUnanswered(weighed, isNoted)
  const answered = isUnanswered ? weighed.map((one) => ({ ...one, confidence: 0 })) : weighed
  const best = answered[0]
  return {
    question,
    evidence: answered.map(({ evidence }) => evidence),
    confidence: best?.confidence ?? 0,
    weighed: answered,
    hits,
    isNotedAsUnanswered: isUnanswered,
  }
}

/** The author of a passage says that it answers just this. */
const SAID_AS_NOTED = 0.97

/** So like a question noted as answered nowhere that chance words do not explain it. */
const UNANSWERED_FROM = 0.6

/** Of all questions noted with what was found, the closest is one that no document answers. */
function notedAsUnanswered(weighed: readonly Weighed[]): boolean {
  const closest = (of: (evidence: Evidence) => number) =>
    weighed.reduce((most, { evidence }) => Math.max(most, of(evidence)), 0)
  const unanswered = closest(({ unanswered }) => unanswered)
  return unanswered >= UNANSWERED_FROM && unanswered > closest(({ asked }) => asked)
}

/** In the very words of a note that no document answers it, and of none that one does. */
function isSaidAsUnanswered(weighed: readonly Weighed[], isNoted: ReturnType<typeof isSaidAs>): boolean {
  const passages = weighed.map(({ evidence }) => evidence.hit.passage)
  return (
    passages.some(({ unanswered }) => unanswered && isNoted(unanswered)) &&
    !passages.some(({ asked }) => isNoted(asked))
  )
}

/** So like a question its author noted that the words of those are the passage's own as well. */
const NOTED_FROM = 0.8

/** A passage knows a word or phrase when its text, title or headings hold all its stems. */
function knownBy({ passage }: Hit, { asked }: Evidence, analyse: Analyse): (word: string) => boolean {
  const noted = asked >= NOTED_FROM ? passage.asked : []
  const bag = bagOf([passage.document.title, ...passage.section, passage.text, ...noted].join('\n'), analyse)
  return (word) => analyse(word).every(({ term }) => bag.wholes.has(term) || bag.parts.has(term))
}
