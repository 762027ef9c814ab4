import type { Hit } from './passage.js'
import type { Query, QueryWord } from './search/query.js'

/** What a search says about whether its best passage holds the answer. Each is 0 to 1; 0 without any hit. */
export interface RetrievalSignals {
  /** Score of the best passage by words, over the most that any passage could score for this question. */
  readonly attained: number
  /** Share of the question, by weight of its words, within the best 25 words in a row of a top passage. */
  readonly window: number
  /** The same within ten words. */
  readonly near: number
  /** The same in title, headings and the first twenty words of the text. */
  readonly opening: number
  /** How far the best passage stands above the next one of another document. */
  readonly margin: number
  /** Share of the question's weight in words that the index does not know at all, not even by another name. */
  readonly unknown: number
  /** How well the best passage holds the question's heaviest word: itself 1, as a part or by another name less. */
  readonly keyWord: number
  /**
   * How near the question comes to a top passage in the latent space learned from these passages; null where there is
   * none that counts: few passages, or vectors of a model, which have a scale of their own.
   */
  readonly likeness: number | null
}

/** Passages that are looked at: the answer need not stand in the very first one. */
const TOP = 3
/** Where likeness is looked for: the most alike need not be among the very first. */
const TOP_ALIKE = 10

/**
 * Measures a search. The signals feed {@link retrievalConfidence} and may be used one by one.
 *
 * @param query What `KnowledgeIndex.read` made of the question.
 * @param hits What `search` found for the same question, best first.
 */
export function retrievalSignals(query: Query, hits: readonly Hit[]): RetrievalSignals {
  const top = hits.slice(0, TOP)
  const best = (part: string) => Math.max(0, ...top.map((hit) => hit.parts[part] ?? 0))
  const attainable = best('attainable')
  return {
    attained: attainable > 0 ? Math.min(1, best('words') / attainable) : 0,
    window: best('window'),
    near: best('near'),
    opening: best('opening'),
    margin: margin(hits),
    unknown: unknownShare(query),
    keyWord: keyWord(query, hits[0]),
    likeness: likeness(hits.slice(0, TOP_ALIKE)),
  }
}

function margin(hits: readonly Hit[]): number {
  const [first] = hits
  if (!first) return 0
  const next = hits.find((hit) => hit.passage.document.id !== first.passage.document.id)
  return next ? Math.max(0, (first.score - next.score) / first.score) : 1
}

function likeness(hits: readonly Hit[]): number | null {
  const likenesses = hits.flatMap(({ parts: { latent } }) => latent ?? [])
  return likenesses.length === 0 ? null : Math.max(...likenesses)
}

function unknownShare({ words, glossary }: Query): number {
  const named = new Set(glossary.flatMap((match) => match.words))
  const total = words.reduce((sum, { idf }) => sum + idf, 0)
  const unknown = words.filter((word, index) => !isKnown(word) && !named.has(index))
  return total > 0 ? unknown.reduce((sum, { idf }) => sum + idf, 0) / total : 0
}

function isKnown({ known, expansions }: QueryWord): boolean {
  return known || expansions.length > 0
}

const KEY_WORD_VALUES = { word: 1, glossary: 0.9, spelling: 0.7, compound: 0.6 } as const

function keyWord({ words }: Query, hit: Hit | undefined): number {
  const [heaviest] = [...words].sort((a, b) => b.idf - a.idf)
  if (!heaviest || !hit) return 0
  const matches = hit.matched.filter(({ word }) => word === heaviest.word)
  return Math.max(0, ...matches.map(({ through }) => KEY_WORD_VALUES[through]))
}
