import { describe, expect, it } from 'vitest'
import { retrievalConfidence } from '../../src/answering/confidence.js'
import { readDataSet, readHoldout } from '../../src/knowledge/eval/data-set.js'
import { evaluate, evaluatePeer } from '../../src/knowledge/eval/evaluate.js'
import { auroc, ndcg, rankingMetrics, riskCoverage } from '../../src/knowledge/eval/metrics.js'
import { buildPeers, PEERS } from '../../src/knowledge/eval/peers.js'
import { temporaryFolder } from './temporary.js'

describe('the figures', () => {
  it('of a ranking are those worked out by hand', () => {
    const metrics = rankingMetrics([
      { ranked: ['a', 'b'], relevant: ['a'] },
      { ranked: ['x', 'y', 'c'], relevant: ['c', 'd'] },
      { ranked: ['x'], relevant: [] },
    ])
    expect(metrics).toMatchObject({ queries: 2, recallAt1: 0.5, recallAt5: 0.75, recallAt10: 0.75 })
    expect(metrics.mrrAt10).toBeCloseTo((1 + 1 / 3) / 2)
    // The second query: one of two found at rank 3, 0.5 / (1 + 0.6309).
    expect(metrics.ndcgAt10).toBeCloseTo((1 + 0.5 / 1.6309) / 2, 3)
  })

  it('see nothing below rank ten', () => {
    const ranked = [...'abcdefghij', 'k']
    expect(ndcg({ ranked, relevant: ['k'] })).toBe(0)
  })

  it('of a confidence count ties half', () => {
    const cases = (...pairs: [number, boolean][]) =>
      pairs.map(([confidence, positive]) => ({ confidence, positive }))
    expect(auroc(cases([0.9, true], [0.1, false]))).toBe(1)
    expect(auroc(cases([0.9, false], [0.1, true]))).toBe(0)
    expect(auroc(cases([0.5, true], [0.5, false]))).toBe(0.5)
    expect(auroc(cases([0.9, true], [0.5, true], [0.5, false], [0.1, false]))).toBe(0.875)
    expect(auroc(cases([0.9, true]))).toBeNull()
  })

  it('of risk start with the most confident tenth', () => {
    const cases = Array.from({ length: 20 }, (_, i) => ({
      confidence: i / 20,
      positive: true,
      right: i >= 10,
    }))
    const rows = riskCoverage(cases)
    expect(rows[0]).toEqual({ threshold: 0.9, coverage: 0.1, error: 0 })
    expect(rows[9]).toEqual({ threshold: 0, coverage: 1, error: 0.5 })
  })
})

const CORPUS = [
  { id: 'd1', title: 'Bibliotheek', text: 'De bibliotheek is open op zaterdag.' },
  { id: 'd2', title: 'Zwembad', text: 'Het zwembad sluit in augustus.' },
]
const lines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join('\n')

describe('a data set', () => {
  it('is measured, with its holdout and its peers', async () => {
    const queries = [
      { id: 'q1', text: 'wanneer sluit het zwembad', relevant: ['d2'] },
      { id: 'q2', text: 'bibliotheken op zaterdag', relevant: ['d1'] },
      { id: 'q3', text: 'hoe vraag ik een paspoort aan', relevant: [] },
    ]
    const dir = temporaryFolder({
      'corpus.jsonl': lines(CORPUS),
      'queries.jsonl': lines(queries),
      'holdout/corpus.jsonl': lines(CORPUS.slice(1)),
      'holdout/queries.jsonl': lines(queries),
    })
    const set = await readDataSet(dir)
    expect((await readHoldout(dir))?.documents).toHaveLength(1)
    const { ranking, decision, documents } = await evaluate(set, {
      confidence: retrievalConfidence,
      threshold: 0.5,
    })
    expect(documents).toBe(2)
    expect(ranking.metrics).toMatchObject({ queries: 2, recallAt1: 1, ndcgAt10: 1 })
    expect(decision).toMatchObject({ answerable: 2, unanswerable: 1, auroc: 1, unanswerableAmongAnswered: 0 })
    for (const name of PEERS) {
      for (const peer of await buildPeers(name, set.documents)) {
        const { metrics } = await evaluatePeer(peer, set)
        expect(metrics, peer.name).toMatchObject({ queries: 2, recallAt10: 1 })
      }
    }
  })

  it.each([
    ['{"id":"d1"}', /corpus\.jsonl:1: text:/],
    ['geen json', /corpus\.jsonl:1: not a JSON object/],
  ])('with a bad line %j is refused with file and line', async (line, message) => {
    const dir = temporaryFolder({ 'corpus.jsonl': line, 'queries.jsonl': '' })
    await expect(readDataSet(dir)).rejects.toThrow(message)
  })

  it('without its files is refused', async () => {
    await expect(readDataSet(temporaryFolder())).rejects.toMatchObject({ code: 'E_DATA_SET' })
  })
})
