import type { Hit, MatchedTerm } from '../passage.js'

/** Why a passage was found, compact enough to be kept with a ticket. */
export interface Explanation {
  /** Each way in which a word of the question stands in the passage, once. */
  readonly matched: readonly MatchedTerm[]
  /** Words of the question that the passage holds in no way. */
  readonly missing: readonly string[]
  /** Shares of the question within ten words, and in title, headings and opening; 0 to 1. */
  readonly near: number
  readonly opening: number
  /** Whether only the likeness of vectors found it. */
  readonly bySubject: boolean
}

/**
 * Explains a hit.
 *
 * @param words the words of the question that carry a subject, as typed (`KnowledgeIndex.read(question).words`)
 */
export function explain({ matched, parts }: Hit, words: readonly string[]): Explanation {
  const known = new Set(
    matched.flatMap(({ word }) => [word, ...word.split(/[\s-]+/)].map((one) => one.toLowerCase())),
  )
  const unique = new Map(matched.map((one) => [`${one.word}\n${one.term}\n${one.through}`, one]))
  return {
    matched: [...unique.values()],
    missing: [...new Set(words)].filter((word) => !known.has(word.toLowerCase())),
    near: parts.near ?? 0,
    opening: parts.opening ?? 0,
    bySubject: matched.length === 0,
  }
}
