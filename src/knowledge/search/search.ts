import type { Candidate } from '../generation/index-file.js'
import type { OpenGeneration } from '../generation/open.js'
import type { Placed } from '../generation/placed.js'
import type { Hit, SearchOptions } from '../passage.js'
import { type Embedder, LATENT_EMBEDDER_ID } from '../vectors/embedder.js'
import { foldIn, type LatentTerm, unit } from '../vectors/latent.js'
import { cosine } from '../vectors/vector-index.js'
import { candidateRows } from './candidates.js'
import { nearnessOf } from './nearness.js'
import { type Query, readQuery } from './query.js'
import { attainableScore, type Scored, scorer } from './rank.js'
import type { RankingWeights } from './weights.js'
import { wordings } from './wording.js'
import { asksYesOrNo, repliesYesOrNo } from './yes-or-no.js'

/** Passages taken from each ranking before they are scored together. */
const CANDIDATES = 180
const NEIGHBOURS = 30
/** Passages looked at word by word. */
const RERANKED = 40

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
  const shares = sharesFor(context.generation, context.weights)
  const near = vector ? vectors.nearest(vector, NEIGHBOURS) : []
  // Where nearness of vectors counts for nothing it brings no candidates either.
  const neighbours = shares.vectors > 0 ? near.map(({ row }) => row) : []
  const rows = new Set([...neighbours, ...candidateRows(query, index, options, CANDIDATES)])
  const candidates = index.candidates([...rows], options)
  const score = scorer(query, index, context.weights)
  const scored = candidates.map((candidate) => ({
    ...score(candidate),
    cosine: similarity(candidate, vector),
  }))
  return rerank(fuse(scored, shares), query, context, options.limit)
}

function similarity({ vector }: Candidate, query: Float32Array | null): number {
  return vector && query ? Math.max(0, cosine(vector, query)) : 0
}

async function queryVector(
  { generation, embedder }: SearchContext,
  query: Query,
): Promise<Float32Array | null> {
  const { dimensions, count } = generation.manifest.vectors
  if (count === 0) return null
  if (embedder) return embedded(query.text, embedder)
  return foldIn(latentTerms(query, generation), dimensions)
}

/** A provider that fails leaves the words to search by: a member is answered all the same. */
async function embedded(text: string, embedder: Embedder): Promise<Float32Array | null> {
  try {
    return unit(Float32Array.from(await embedder.embedQuery(text)))
  } catch {
    process.emitWarning('no vector for a query: searched by words only', {
      type: 'EmbedderWarning',
      code: 'E_EMBEDDER',
    })
    return null
  }
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

interface Fused {
  readonly each: Scored & { readonly cosine: number }
  readonly score: number
  /** What of the score comes from the ranking by words. */
  readonly fromWords: number
}

/** Each ranking divided by its best score, so that none outweighs the others by its scale alone. */
function fuse(scored: readonly Fused['each'][], shares: ReturnType<typeof sharesFor>): Fused[] {
  const best = (value: (each: Fused['each']) => number) => Math.max(1e-9, ...scored.map(value))
  const words = best((each) => each.words)
  const grams = best((each) => each.grams)
  const cosine = best((each) => each.cosine)
  return scored
    .map((each) => {
      const fromWords = (shares.words * each.words) / words
      const score = fromWords + (shares.grams * each.grams) / grams + (shares.vectors * each.cosine) / cosine
      return { each, score, fromWords }
    })
    .sort((a, b) => b.score - a.score || a.each.row - b.each.row)
}

/** The best passages once more, now by what stands near what and by how it is said. */
function rerank(fused: readonly Fused[], query: Query, context: SearchContext, limit: number): Hit[] {
  const { generation, weights } = context
  const attainable = attainableScore(query, weights)
  const measure = nearnessOf(query, generation.index, weights)
  const read = fused.slice(0, Math.max(RERANKED, limit)).flatMap((one) => readable(one, context))
  const said = saidAlike(query.text, read, weights)
  const shares = sharesFor(generation, weights)
  const total = shares.words + shares.grams + shares.vectors + weights.near + weights.opening
  const latent = shares.vectors > 0 && generation.manifest.vectors.embedder === LATENT_EMBEDDER_ID
  return read
    .map(({ fused: { each, score, fromWords }, placed }, at) => {
      const nearness = measure(placed.sequence)
      const { worded = 0, form = 0 } = said[at] ?? {}
      const sum = score + weights.near * nearness.near + weights.opening * nearness.opening
      const { words, grams, cosine: vectors, matched } = each
      const parts = {
        words,
        grams,
        vectors,
        attainable,
        ...nearness,
        worded,
        ...(latent ? { latent: vectors } : {}),
      }
      // How it is said decides the order alone: the score stays one of what was found.
      const order = sum - weights.wordsAgain * fromWords + weights.worded * worded + form
      return { row: each.row, parts, matched, score: sum / total, order }
    })
    .sort((a, b) => b.order - a.order || a.row - b.row)
    .slice(0, limit)
    .flatMap(({ row, parts, matched, score }) => {
      const passage = generation.index.passageAt(row)
      return passage ? [{ passage, score, parts, matched }] : []
    })
}

interface Readable {
  readonly fused: Fused
  readonly placed: Placed
}

/** A passage with what it says; nothing for one that was not found by anything, or that is denied. */
function readable(fused: Fused, { generation: { index }, denied }: SearchContext): readonly Readable[] {
  const placed = fused.score > 0 ? index.sequenceAt(fused.each.row) : null
  return placed === null || denied.has(placed.document) ? [] : [{ fused, placed }]
}

/** How far each passage is worded as the question is and has the form of an answer to it. */
function saidAlike(question: string, read: readonly Readable[], weights: RankingWeights) {
  const texts = read.map(({ placed }) => placed.written)
  const worded = weights.worded > 0 ? wordings(question, texts, weights) : []
  const wantsReply = asksYesOrNo(question)
  const reply = wantsReply === null ? 0 : wantsReply ? weights.reply : -weights.reply
  return read.map(({ placed: { text, continued } }, at) => ({
    worded: worded[at] ?? 0,
    form: (repliesYesOrNo(text) ? reply : 0) - (continued ? weights.continued : 0),
  }))
}

/** Vectors learned from a small corpus are noise: they are searched, but count for nothing. */
function sharesFor({ manifest }: OpenGeneration, { words, grams, vectors, vectorsFrom }: RankingWeights) {
  if (manifest.vectors.embedder !== LATENT_EMBEDDER_ID) return { words, grams, vectors: vectors.model }
  return { words, grams, vectors: manifest.passages.count >= vectorsFrom ? vectors.latent : 0 }
}
