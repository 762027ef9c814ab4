import type { Language } from '../../../texts/language.js'
import type { Analyse } from '../../evidence/matching.js'
import { INSTRUCTION_TABLE } from '../../interpret/instruction-rules.js'
import { metRules } from '../../interpret/rule.js'
import { detectLanguage } from '../../question/language.js'
import { foreignFigure } from './figures.js'
import type { Ground } from './ground.js'
import { foreignLink, withoutAddresses } from './links.js'
import { foreignName } from './names.js'
import { plain } from './plain.js'
import { turned } from './polarity.js'
import { supporting, unsupported } from './support.js'

/** Longer than this no helpful sentence is, in characters. */
const LONGEST = 400

/** A sentence that held, in the characters it was checked in, or why it did not. */
export type Checked =
  | { readonly ok: true; readonly text: string }
  /** `why` is a fixed word for counting; it holds nothing of the text. */
  | { readonly ok: false; readonly why: string }

/**
 * Holds one sentence of a model against the passages it says it rests on; pure and strict: what cannot be checked
 * fails.
 *
 * Links, e-mail addresses, telephone and other long numbers, dates, amounts, percentages, numbers in digits or words,
 * addresses and names must stand in those passages, a number beside what it counts there. Markup, other scripts,
 * orders, questions, another language, an added or dropped denial and stronger words than the passage's fail. The rest
 * of its words must be the passages' own but for a few.
 *
 * @example
 * ```ts
 * // passage: "De Duinbond telt 214 duinposten."
 * checkSentence('De Duinbond telt 214 duinposten.', [ground], 'nl', analyse) //=> { ok: true, ... }
 * checkSentence('De Duinbond telt 215 duinposten.', [ground], 'nl', analyse) //=> { ok: false, why: 'number' }
 * ```
 */
export function checkSentence(
  sentence: string,
  grounds: readonly Ground[],
  language: Language,
  analyse: Analyse,
): Checked {
  const text = plain(sentence)
  const why = shape(sentence, text, language) ?? content(text, grounds, analyse)
  return why === null ? { ok: true, text } : { ok: false, why }
}

function shape(raw: string, text: string, language: Language): string | null {
  if (text.length === 0 || text.length > LONGEST) return 'length'
  // Nobody writes an answer with characters that cannot be seen.
  if (/(?!\u00ad)\p{Cf}/u.test(raw)) return 'unseen'
  if (text.includes('?')) return 'question'
  if (detectLanguage(text) !== language) return 'language'
  return metRules(INSTRUCTION_TABLE, text).length > 0 ? 'order' : null
}

function content(text: string, grounds: readonly Ground[], analyse: Analyse): string | null {
  if (grounds.length === 0) return 'no passage'
  const foreign = foreignLink(text, grounds) ?? foreignFigure(text, grounds, analyse)
  if (foreign !== null) return foreign
  const words = withoutAddresses(text)
  if (foreignName(words, grounds) !== null) return 'name'
  const loose = unsupported(words, grounds, analyse)
  if (loose !== null) return loose
  const units = supporting(words, grounds, analyse)
  return units.length === 0 ? 'empty' : turned(words, units)
}
