import { describe, expect, it } from 'vitest'
import { evalSources } from '../../src/knowledge/eval/sources.js'
import { Recent } from '../../src/knowledge/generation/recent.js'
import { openTemporaryIndex } from '../../src/knowledge/open-index.js'
import { explain } from '../../src/knowledge/search/explain.js'
import { RANKING_WEIGHTS } from '../../src/knowledge/search/weights.js'
import { whyFound } from '../../src/texts/why-found.js'

const ASKER = { limit: 3, membersOnly: true, today: '2026-11-23' } as const

describe('among more passages than are scored', () => {
  it('the one that holds most of the question is found, wherever it stands', async () => {
    const documents = Array.from({ length: 700 }, (_, seed) => ({
      id: `d${seed}`,
      title: `Bericht ${seed}`,
      text:
        seed === 650
          ? 'De vuurtoren krijgt een nieuwe lamp van de kustwacht.'
          : `De lamp van straat ${seed} is nieuw.`,
    }))
    const { index, close } = await openTemporaryIndex({
      knowledgeDir: null,
      sources: evalSources(documents),
      // Vectors would bring it in by themselves.
      weights: { ...RANKING_WEIGHTS, vectors: { latent: 0, model: 0 } },
    })
    try {
      const [first] = await index.search('nieuwe lamp voor de vuurtoren', ASKER)
      expect(first?.passage.document.id).toBe('d650')
      const words = index.read('nieuwe lamp voor de vuurtorens').words.map(({ word }) => word)
      const [hit] = await index.search('nieuwe lamp voor de vuurtorens zebra', ASKER)
      const why = hit ? explain(hit, [...words, 'zebra']) : null
      expect(why?.missing).toEqual(['zebra'])
      expect(why ? whyFound(why) : '').toMatch(/^woorden: .*"vuurtorens".*niet gevonden: "zebra"$/)
    } finally {
      await close()
    }
  }, 60_000)
})

describe('what was looked up lately', () => {
  it('is read once, and again when too much is kept', () => {
    let reads = 0
    const recent = new Recent<number>(2)
    const get = (key: string) => recent.get(key, () => ++reads)
    expect([get('a'), get('a'), get('b'), get('a')]).toEqual([1, 1, 2, 1])
    get('c')
    expect(get('a')).toBe(4)
  })
})

describe('why a passage was found', () => {
  it('is one line for staff', () => {
    const matched = [
      { word: 'pz', term: 'politiezon', through: 'glossary' },
      { word: 'lid', term: 'lid', through: 'word' },
      { word: 'lid', term: 'lidgeld', through: 'compound' },
      { word: 'aantl', term: 'aantal', through: 'spelling' },
    ] as const
    expect(whyFound({ matched, missing: [], near: 0.9, opening: 0.2, bySubject: false })).toBe(
      'woorden: "lid"; andere naam: "pz"; vermoedelijke tikfout: "aantl"; alles dicht bij elkaar',
    )
    expect(whyFound({ matched: [], missing: ['boei'], near: 0, opening: 0, bySubject: true })).toMatch(
      /verwant onderwerp/,
    )
  })
})
