import type { Citation } from '../answering/citation.js'
import { answerTexts } from './answers.js'
import type { ReplyLanguage } from './replies.js'

/**
 * A message for a channel that shows text alone: the words, then a line for each source.
 *
 * Two quotes from one section are one source.
 */
export function plainText(text: string, citations: readonly Citation[], language: ReplyLanguage): string {
  const sources = new Set(citations.map((citation) => answerTexts(language).source(citation)))
  return sources.size === 0 ? text : `${text}\n\n${[...sources].join('\n')}`
}
