import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/knowledge/generation/build.js'
import { openIndex } from '../../src/knowledge/open-index.js'
import { embedderFrom, fromLangChain } from '../../src/knowledge/vectors/embedder.js'
import { unit } from '../../src/knowledge/vectors/latent.js'
import { rightSingularVectors } from '../../src/knowledge/vectors/random-svd.js'
import {
  checkVector,
  exactSearch,
  openVectorFile,
  VectorIndexBuilder,
} from '../../src/knowledge/vectors/vector-index.js'
import { temporaryFolder } from './temporary.js'

function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

function randomVectors(count: number, dimensions: number): Float32Array[] {
  const random = randomNumbers(11)
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5)
    return unit(vector) ?? vector
  })
}

describe('vectors that cannot be compared', () => {
  it.each([
    ['not a number', [Number.NaN, 1, 0]],
    ['infinite', [Number.POSITIVE_INFINITY, 1, 0]],
    ['zero', [0, 0, 0]],
    ['of another length', [1, 0]],
  ])('are refused: %s', (_, numbers) => {
    const index = VectorIndexBuilder.empty(3, 4)
    expect(() => index.add(1, Float32Array.from(numbers))).toThrow(
      expect.objectContaining({ code: 'E_VECTOR_INVALID' }),
    )
    expect(() => checkVector(Float32Array.from(numbers), 3)).toThrow()
  })
})

describe('the vector index', () => {
  it('finds what exact search finds, and grows past its first size', async () => {
    const vectors = randomVectors(1500, 32)
    const builder = VectorIndexBuilder.empty(32, 16)
    vectors.forEach((vector, row) => {
      builder.add(row, vector)
    })
    const path = join(temporaryFolder(), 'v.hnsw')
    await builder.save(path)
    const sidecar = {
      file: 'v.hnsw',
      sha256: '',
      dimensions: 32,
      space: 'cosine',
      count: 1500,
      embedder: 'x',
    } as const
    const index = await openVectorFile(path, sidecar)
    const exact = exactSearch(() => vectors.map((vector, row) => ({ row, vector })))
    let agreed = 0
    for (const query of vectors.slice(0, 100)) {
      const wanted = new Set(exact.nearest(query, 10).map(({ row }) => row))
      agreed += index.nearest(query, 10).filter(({ row }) => wanted.has(row)).length
    }
    expect(agreed / 1000).toBeGreaterThanOrEqual(0.98)
  })
})

describe('the singular vectors', () => {
  it('find the direction that carries most of a matrix', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      columns: Uint32Array.of(0, 1, 2),
      values: Float32Array.of(3 * (i + 1), 4 * (i + 1), (i % 3) - 1),
    }))
    const { data, columns } = rightSingularVectors(rows, 3, 2, randomNumbers(3))
    expect(columns).toBe(2)
    const sign = Math.sign(data[0] ?? 1)
    expect((data[0] ?? 0) * sign).toBeCloseTo(0.6, 3)
    expect((data[2] ?? 0) * sign).toBeCloseTo(0.8, 3)
  })
})

describe('an embedder of a model', () => {
  /** Knows two subjects in several words: what a real model does and latent vectors of three documents cannot. */
  const subjects = ['fiets velo tweewieler', 'belasting taks heffing']
  const embed = (text: string) =>
    subjects.map((words) => words.split(' ').filter((word) => text.includes(word)).length)
  const embedder = fromLangChain('test:subjects', {
    embedDocuments: async (texts) => texts.map(embed),
    embedQuery: async (text) => embed(text),
  })

  it('finds a passage that shares no word with the question, and leaves out what it cannot place', async () => {
    const knowledgeDir = temporaryFolder({
      'fiets.md': 'Een fiets huren kan aan het station.',
      'taks.md': 'De taks op drijfkracht.',
      'zwembad.md': 'Het zwembad is dicht.',
    })
    const dataDir = temporaryFolder()
    const report = await buildIndex({ knowledgeDir, dataDir, embedder })
    expect(report).toMatchObject({ vectors: 2, withoutVector: 1, embedder: 'test:subjects' })
    const index = await openIndex({ dataDir, embedder, pollMs: 0 })
    const hits = await index.search('velo', { limit: 1, membersOnly: false, today: '2026-11-23' })
    expect(hits.map(({ passage }) => passage.document.id)).toEqual(['fiets'])
    index.close()
  })

  it('is chosen by a setting', async () => {
    expect(await embedderFrom(undefined)).toBeNull()
    expect(await embedderFrom('latent')).toBeNull()
    expect((await embedderFrom('ollama:nomic-embed-text'))?.id).toBe('ollama:nomic-embed-text')
    await expect(embedderFrom('onbekend:x')).rejects.toMatchObject({ code: 'E_EMBEDDER' })
    await expect(embedderFrom('openai')).rejects.toMatchObject({ code: 'E_EMBEDDER' })
  })
})
