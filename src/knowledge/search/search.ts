import type { Candidate } from '../generation/index-file.js'
import type { OpenGeneration } from '../generation/open.js'
import type { Hit, SearchOptions } from '../passage.js'
import type { Embedder } from '../vectors/embedder.js'
import { foldIn, type LatentTerm, unit } from '../vectors/latent.js'
import { cosine } from '../vectors/vector-index.js'
import { type Query, readQuery } from './query.js'
import { attainableScore, type Scored, scorer } from './rank.js'
import type { RankingWeights } from './weights.js'

/** Passages taken from each ranking before they are scored together. */
const CANDIDATES = 300
const NEIGHBOURS = 60

/** What one search needs besides the query. */
export interface SearchContext {
  readonly generation: OpenGeneration
  readonly embedder: Embedder | null
  readonly weights: RankingWeights
  /** Documents that must not be found, whatever the index holds. */
  readonly denied: ReadonlySet<string>
}

/** Reads a query against an open generation. */
export function queryFor({ generation, weights }: SearchContext, text: string): Query {
  return readQuery(text, generation.index, generation.glossary, weights)
}

/** Finds passages by words, by 4-grams and by vectors, and fuses the three. */
export async function searchGeneration(
  context: SearchContext,
  text: string,
  options: SearchOptions,
): Promise<Hit[]> {
  const query = queryFor(context, text)
  const vector = await queryVector(context, query)
  const { index, vectors } = context.generation
  const near = vector ? vectors.nearest(vector, NEIGHBOURS).map(({ row }) => row) : []
  const rows = new Set([...index.rowsWith(searchedTerms(query), CANDIDATES, options), ...near])
  const candidates = index.candidates([...rows], options)
  const score = scorer(query, index, context.weights)
  const scored = candidates.map((candidate) => ({
    ...score(candidate),
    cosine: similarity(candidate, vector),
  }))
  return fuse(scored, query, context, options.limit)
}

function similarity({ vector }: Candidate, query: Float32Array | null): number {
  return vector && query ? Math.max(0, cosine(vector, query)) : 0
}

/** Everything a passage may hold to be worth scoring. */
function searchedTerms(query: Query): string[] {
  const words = query.words.flatMap(({ term, expansions }) => [
    term,
    ...expansions.map((expansion) => expansion.term),
  ])
  return [...new Set([...words, ...query.glossary.flatMap(({ alternatives }) => alternatives.flat())])]
}

async function queryVector(
  { generation, embedder }: SearchContext,
  query: Query,
): Promise<Float32Array | null> {
  const { dimensions, count } = generation.manifest.vectors
  if (count === 0) return null
  if (embedder) return unit(Float32Array.from(await embedder.embedQuery(query.text)))
  return foldIn(latentTerms(query, generation), dimensions)
}

function latentTerms(query: Query, { index }: OpenGeneration): LatentTerm[] {
  const terms = query.words.flatMap(({ term, expansions }) => [
    { term, weight: 1 },
    ...expansions.map((expansion) => ({ term: expansion.term, weight: expansion.weight * 0.5 })),
  ])
  return terms.flatMap(({ term, weight }) => {
    const place = index.latent(term)
    return place ? [{ place, weight }] : []
  })
}

function fuse(
  scored: readonly (Scored & { cosine: number })[],
  query: Query,
  { generation, weights, denied }: SearchContext,
  limit: number,
): Hit[] {
  const share = sharesFor(generation, weights)
  const most = {
    words: Math.max(1e-9, ...scored.map(({ words }) => words)),
    grams: Math.max(1e-9, ...scored.map(({ grams }) => grams)),
    cosine: Math.max(1e-9, ...scored.map(({ cosine }) => cosine)),
  }
  const total = share.words + share.grams + share.vectors
  const attainable = attainableScore(query, weights)
  const fused = scored.map((each) => ({
    each,
    score:
      (share.words * each.words) / most.words / total +
      (share.grams * each.grams) / most.grams / total +
      (share.vectors * each.cosine) / most.cosine / total,
  }))
  const hits: Hit[] = []
  for (const { each, score } of fused.sort((a, b) => b.score - a.score || a.each.row - b.each.row)) {
    if (hits.length >= limit || score <= 0) break
    const passage = generation.index.passageAt(each.row)
    if (!passage || denied.has(passage.document.id)) continue
    const parts = { words: each.words, grams: each.grams, vectors: each.cosine, attainable }
    hits.push({ passage, score, parts, matched: each.matched })
  }
  return hits
}

/** Vectors learned from a small corpus are noise: they are searched, but count for nothing. */
function sharesFor({ manifest }: OpenGeneration, weights: RankingWeights) {
  const trusted = manifest.vectors.embedder !== 'latent' || manifest.passages.count >= weights.vectorsFrom
  return { words: weights.words, grams: weights.grams, vectors: trusted ? weights.vectors : 0 }
}
