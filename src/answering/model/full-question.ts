import type { Analyse } from '../evidence/matching.js'
import { INSTRUCTION_TABLE } from '../interpret/instruction-rules.js'
import { metRules } from '../interpret/rule.js'
import { foreignFigure } from './grounding/figures.js'
import type { Ground } from './grounding/ground.js'
import { foreignLink } from './grounding/links.js'
import { foreignName } from './grounding/names.js'
import { plain } from './grounding/plain.js'
import { subjectWords, unsupported } from './grounding/support.js'
import { NEGATION } from './grounding/vocabulary.js'

/**
 * A completed question, when it asks nothing but what the two messages ask: their figures, names and words, the new
 * message's subject among them, no order, no address. Null otherwise.
 */
export function checkedQuestion(
  rewritten: string,
  previous: string,
  text: string,
  analyse: Analyse,
): string | null {
  const question = plain(rewritten)
  const said = plain(`${previous} ${text}`)
  const grounds: readonly Ground[] = [
    { id: '', heading: '', text: said, url: null, units: [{ text: said, leadIn: '' }] },
  ]
  const foreign =
    foreignLink(question, grounds) ??
    foreignFigure(question, grounds, analyse) ??
    foreignName(question, grounds) ??
    unsupported(question, grounds, analyse)
  if (foreign !== null || metRules(INSTRUCTION_TABLE, question).length > 0) return null
  if (NEGATION.test(question) !== NEGATION.test(said)) return null
  const kept = new Set(subjectWords(question))
  const subject = subjectWords(plain(text))
  return subject.length === 0 || subject.some((word) => kept.has(word)) ? question : null
}
