import type { SearchOptions } from '../knowledge/passage.js'
import { answerHeld, held } from './answer-held.js'
import type { AnsweringParts, Assessment } from './evidence/assess.js'
import { askedAlone } from './question/asked-alone.js'
import type { Answer, Asked } from './result.js'

/**
 * Answers the one clause that asks, where words about the asker kept the whole from being known; null when no passage
 * holds all of it, or when what he tells of himself is about a policy domain that the documents are not about: his
 * question may then be about it as well.
 */
export async function answerAlone(
  asked: Asked,
  whole: Assessment,
  parts: AnsweringParts,
  options: SearchOptions,
): Promise<Answer | null> {
  const alone = whole.isNotedAsUnanswered ? null : askedAlone(asked.text)
  if (alone === null || parts.domains(alone.ofTheAsker).foreignWords.length > 0) return null
  return answerHeld(await held(alone.asked, asked, parts, options), asked, parts)
}
