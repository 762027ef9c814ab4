import { answerTexts } from '../texts/answers.js'
import type { Language } from '../texts/language.js'
import { type Composed, compose, type Piece } from './compose.js'
import { conflictsWith } from './conflicts.js'
import { countsOneOf } from './evidence/answer-type.js'
import type { AnsweringParts, Assessment } from './evidence/assess.js'
import { ANSWER_FROM } from './evidence/confidence-in-evidence.js'
import type { Evidence, ScoredUnit } from './evidence/evidence.js'
import { soughtTerms } from './evidence/matching.js'
import { type Quantity, quantitiesOf } from './evidence/quantities.js'
import { selectUnits } from './evidence/select.js'
import type { Question } from './question/question.js'
import type { Answer } from './result.js'
import { verdictOf } from './verdict.js'

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

/** "8 tot 20 deelnemers" gives no one number. */
function endsRange(text: string, { start }: Quantity): boolean {
  return /\d\s*(?:tot|à|-|–|to)\s*$/u.test(text.slice(0, start))
}

/** The number that was asked for, when exactly one number in the quote counts what was asked about. */
function askedNumber(
  question: Question,
  main: Evidence,
  chosen: readonly ScoredUnit[],
  parts: AnsweringParts,
): string | null {
  // How many do not take part is another number than how many do.
  if (question.negated || (question.type !== 'count' && question.type !== 'percent')) return null
  const sought = soughtTerms(question.terms, main.hit, parts.analyse)
  const counted = chosen
    .flatMap(({ unit }) => quantitiesOf(unit.text).filter((quantity) => !endsRange(unit.text, quantity)))
    .filter((quantity) => quantity.unit === question.type && countsOneOf(quantity, sought, parts.analyse))
  const [number, ...others] = new Set(counted.map(({ text }) => text))
  return number !== undefined && others.length === 0 && /^\d/.test(number) ? number : null
}
