import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex } from '../generation/build.js'
import { openIndex } from '../open-index.js'
import { RANKING_WEIGHTS, type RankingWeights } from '../search/weights.js'
import type { Embedder } from '../vectors/embedder.js'
import type { DataSet } from './data-set.js'
import { EVAL_ASKER, type RankingResult, rankingResult } from './evaluate.js'
import { evalSources } from './sources.js'

const NO_VECTORS = { latent: 0, model: 0 }
const ALONE = {
  words: 0,
  grams: 0,
  vectors: NO_VECTORS,
  near: 0,
  opening: 0,
  worded: 0,
  reply: 0,
  continued: 0,
}

/** Rankings with one part alone, or without one part; what is not named is as it serves. */
export const ABLATIONS: readonly (readonly [name: string, change: Partial<RankingWeights>])[] = [
  ['all parts', {}],
  ['words alone', { ...ALONE, words: 1 }],
  ['4-grams alone', { ...ALONE, grams: 1 }],
  ['vectors alone', { ...ALONE, vectors: { latent: 1, model: 1 } }],
  ['without words', { words: 0 }],
  ['without 4-grams', { grams: 0 }],
  ['without vectors', { vectors: NO_VECTORS }],
  ['without nearness', { near: 0 }],
  ['without opening words', { opening: 0 }],
  ['without words as typed', { worded: 0, wordsAgain: 0 }],
  ['without the form of an answer', { reply: 0, continued: 0 }],
  ['without compounds', { compoundPart: 0, joined: 0, fields: { ...RANKING_WEIGHTS.fields, parts: 0 } }],
  ['without spelling slips', { spelling: 0 }],
]

/** Measures each of {@link ABLATIONS} on the queries of a set, all on one index that is removed afterwards. */
export async function evaluateAblations(set: DataSet, embedder: Embedder | null): Promise<RankingResult[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vraagbaak-'))
  try {
    await buildIndex({ knowledgeDir: null, dataDir, sources: evalSources(set.documents), embedder })
    const results: RankingResult[] = []
    for (const [name, change] of ABLATIONS) {
      results.push(await measured(name, { ...RANKING_WEIGHTS, ...change }, set, { dataDir, embedder }))
    }
    return results
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measured(
  name: string,
  weights: RankingWeights,
  { queries }: DataSet,
  where: { readonly dataDir: string; readonly embedder: Embedder | null },
): Promise<RankingResult> {
  const index = await openIndex({ ...where, weights, pollMs: 0 })
  try {
    const judged = []
    for (const { text, relevant } of queries) {
      const start = performance.now()
      const hits = await index.search(text, EVAL_ASKER)
      const ranked = [...new Set(hits.map(({ passage }) => passage.document.id))]
      judged.push({ ranked, relevant, ms: performance.now() - start })
    }
    return rankingResult(name, judged)
  } finally {
    index.close()
  }
}
