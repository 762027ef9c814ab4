import type { SearchOptions } from '../knowledge/passage.js'
import { answerOf } from './answer-of.js'
import { type AnsweringParts, assess, type LiveAnswer } from './evidence/assess.js'
import { OFFER_STAFF_FROM } from './evidence/confidence-in-evidence.js'
import { questionOf } from './question/question.js'
import type { Answer, Asked } from './result.js'

/** What the clock decides still has its source: the passage about the hours. Without one there is no answer. */
export async function liveAnswer(
  live: LiveAnswer,
  asked: Asked,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  if (live.onlyStaffKnow) return null
  for (const query of live.sources) {
    const source = await assess(questionOf(query, 'nl'), parts, options)
    if (source.confidence < OFFER_STAFF_FROM) continue
    const { citations } = answerOf(source, parts, asked.language)
    return { kind: 'answer', text: live.text, citations, confidence: source.confidence, offersStaff: false }
  }
  return null
}
