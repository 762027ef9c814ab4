import { grams as gramsOf } from '../dutch/grams.js'
import type { Candidate, IndexFile } from '../generation/index-file.js'
import { countsAt, FIELDS } from '../generation/term-vector.js'
import type { MatchedTerm } from '../passage.js'
import { idf, type Query } from './query.js'
import type { RankingWeights } from './weights.js'

/** A candidate with its score in each ranking, not yet fused. */
export interface Scored {
  readonly row: number
  readonly words: number
  readonly grams: number
  readonly matched: readonly MatchedTerm[]
}

interface Weighted {
  readonly id: number
  readonly term: string
  readonly idf: number
}

/** Scores candidates of one query by words (BM25 over weighted fields) and by the words' 4-grams. */
export function scorer(
  query: Query,
  index: IndexFile,
  weights: RankingWeights,
): (candidate: Candidate) => Scored {
  const terms = new Map<string, Weighted>()
  const lookUp = (term: string) => {
    const found = index.term(term)
    if (found) terms.set(term, { id: found.id, term, idf: idf(found.df, index.passageCount) })
  }
  for (const { term, expansions } of query.words)
    for (const each of [{ term }, ...expansions]) lookUp(each.term)
  for (const { alternatives } of query.glossary) for (const term of alternatives.flat()) lookUp(term)
  const gramIndex = queryGrams(query, index)
  return (candidate) => {
    const bm25 = (term: string) => termScore(terms.get(term), candidate, index, weights)
    const { score, matched } = wordScore(query, bm25, weights)
    return {
      row: candidate.row,
      words: score,
      grams: gramScore(candidate, gramIndex, index, weights),
      matched,
    }
  }
}

/** The most a passage could score by words: every word found, often, in a short passage. */
export function attainableScore(query: Query, weights: RankingWeights): number {
  return query.words.reduce((sum, word) => sum + word.idf * (weights.k1 + 1), 0)
}

function termScore(
  term: Weighted | undefined,
  { terms }: Candidate,
  index: IndexFile,
  weights: RankingWeights,
): number {
  const at = term ? countsAt(terms, term.id) : -1
  if (!term || at < 0) return 0
  let frequency = 0
  for (const [field, name] of FIELDS.entries()) {
    const count = terms.counts[at + field] ?? 0
    if (count === 0) continue
    const relative = (terms.lengths[field] ?? 0) / (index.averageLengths[field] ?? 1)
    frequency += (weights.fields[name] * count) / (1 - weights.b + weights.b * relative)
  }
  return (term.idf * (weights.k1 + 1) * frequency) / (weights.k1 + frequency)
}

function wordScore(query: Query, bm25: (term: string) => number, weights: RankingWeights) {
  const matched: MatchedTerm[] = []
  const scores = query.words.map(({ word, term, expansions }) => {
    let score = bm25(term)
    if (score > 0) matched.push({ word, term, through: 'word' })
    for (const expansion of expansions) {
      const found = bm25(expansion.term) * expansion.weight
      if (found > 0) matched.push({ word, term: expansion.term, through: expansion.through })
      score += found
    }
    return score
  })
  for (const { words, alternatives } of query.glossary) {
    const own = words.reduce((sum, index) => sum + (scores[index] ?? 0), 0)
    for (const alternative of alternatives) {
      const found = phraseScore(alternative, bm25) * weights.glossary
      const [first = 0] = words
      if (found <= own) continue
      for (const at of words) {
        matched.push({ word: query.words[at]?.word ?? '', term: alternative.join(' '), through: 'glossary' })
      }
      scores[first] = Math.max(scores[first] ?? 0, found - own + (scores[first] ?? 0))
    }
  }
  return { score: scores.reduce((sum, score) => sum + score, 0), matched }
}

/** A name of several words counts as far as it is there as a whole. */
function phraseScore(terms: readonly string[], bm25: (term: string) => number): number {
  const scores = terms.map(bm25)
  const found = scores.filter((score) => score > 0).length / terms.length
  return scores.reduce((sum, score) => sum + score, 0) * found * found
}

interface QueryGrams {
  /** For each 32 grams of the query one number a term: the bits of those it holds. */
  readonly masks: readonly Uint32Array[]
  readonly idf: readonly number[]
}

const BITS = 32

function queryGrams(query: Query, index: IndexFile): QueryGrams {
  const masks: Uint32Array[] = []
  const idfs: number[] = []
  let mask = new Uint32Array(0)
  for (const gram of new Set(query.words.flatMap(({ term }) => gramsOf(term)))) {
    const found = index.gram(gram)
    if (!found) continue
    const position = idfs.push(idf(Math.min(found.df, index.passageCount), index.passageCount)) - 1
    if (position % BITS === 0) {
      mask = new Uint32Array(index.termLimit)
      masks.push(mask)
    }
    const bit = 1 << (position % BITS)
    for (const id of found.terms) mask[id] = (mask[id] ?? 0) | bit
  }
  return { masks, idf: idfs }
}

function gramScore(
  { terms }: Candidate,
  grams: QueryGrams,
  index: IndexFile,
  weights: RankingWeights,
): number {
  const frequency = gramFrequencies(terms, grams)
  const length = (terms.lengths[3] ?? 0) / (index.averageLengths[3] ?? 1)
  const norm = weights.k1 * (1 - weights.b + weights.b * length)
  return grams.idf.reduce((sum, value, position) => {
    const count = frequency[position] ?? 0
    return sum + (value * (weights.k1 + 1) * count) / (count + norm)
  }, 0)
}

/** How often each gram of the query stands in a passage. */
function gramFrequencies({ ids, counts }: Candidate['terms'], { masks, idf }: QueryGrams): Uint32Array {
  const frequency = new Uint32Array(idf.length)
  for (const [chunk, mask] of masks.entries()) {
    for (let term = 0; term < ids.length; term++) {
      const bits = mask[ids[term] ?? 0] ?? 0
      if (bits !== 0) addToBits(frequency, chunk * BITS, bits, countOutsideParts(counts, term))
    }
  }
  return frequency
}

/** The last field, parts of compounds, is in the whole words already. */
function countOutsideParts(counts: Uint8Array, term: number): number {
  const at = term * FIELDS.length
  return (counts[at] ?? 0) + (counts[at + 1] ?? 0) + (counts[at + 2] ?? 0) + (counts[at + 3] ?? 0)
}

function addToBits(frequency: Uint32Array, from: number, bits: number, count: number): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const position = from + (BITS - 1 - Math.clz32(left & -left))
    frequency[position] = (frequency[position] ?? 0) + count
  }
}
