import type { SearchOptions } from '../knowledge/passage.js'
import { answerOf } from './answer-of.js'
import { type AnsweringParts, type Assessment, assess } from './evidence/assess.js'
import { ANSWER_FROM } from './evidence/confidence-in-evidence.js'
import { questionOf } from './question/question.js'
import type { Answer, Asked } from './result.js'

/** A text of the asker's held against the documents, see `assess`; `whole` is what it is a part of. */
export function held(
  text: string,
  { language, masked }: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
  whole?: string,
): Promise<Assessment> {
  return assess(questionOf(text, language, masked), parts, options, whole)
}

/** One passage knows every word of the question. */
export function holdsAll(assessment: Assessment): boolean {
  return assessment.confidence >= ANSWER_FROM && assessment.evidence[0]?.missing.length === 0
}

/** The answer of the passage that knows every word of the question; null when there is none. */
export function answerHeld(
  assessment: Assessment,
  { language }: Asked,
  parts: AnsweringParts,
): Answer | null {
  return holdsAll(assessment) ? answerOf(assessment, parts, language) : null
}
