import { answerTexts, type NamedSource } from './answers.js'
import type { Language } from './language.js'

/**
 * A message for a channel that shows text alone: the words, then a line for each source.
 *
 * Two quotes from one section are one source.
 */
export function plainText(text: string, citations: readonly NamedSource[], language: Language): string {
  const sources = new Set(citations.map((citation) => answerTexts(language).source(citation)))
  return sources.size === 0 ? text : `${text}\n\n${[...sources].join('\n')}`
}
