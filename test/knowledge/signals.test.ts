import { describe, expect, it } from 'vitest'
import { retrievalConfidence } from '../../src/answering/confidence.js'
import { openTemporaryIndex } from '../../src/knowledge/open-index.js'
import { retrievalSignals } from '../../src/knowledge/signals.js'
import { temporaryFolder } from './temporary.js'

const ASKER = { limit: 5, membersOnly: false, today: '2026-11-23' }

describe('the signals of a search', () => {
  it('are high for a covered question, low for a look-alike, and nothing for an unknown one', async () => {
    const { index, close } = await openTemporaryIndex({
      knowledgeDir: temporaryFolder({
        'a.md': '# Lidgeld\n\nHet lidgeld van een gemeente hangt af van haar inwoners.',
        'b.md': '# Zwembad\n\nHet zwembad van de gemeente sluit in augustus voor onderhoud.',
        'c.md': '# Kermis\n\nDe kermis begint op zondag op het marktplein.',
      }),
    })
    const measure = async (question: string) =>
      retrievalSignals(index.read(question), await index.search(question, ASKER))
    const covered = await measure('waarvan hangt het lidgeld van een gemeente af?')
    const lookAlike = await measure('hoeveel kost de omgevingsvergunning van een gemeente?')
    const unknown = await measure('paspoort verloren')
    await close()
    expect(covered.window).toBeGreaterThan(lookAlike.window)
    expect(covered.unknown).toBe(0)
    expect(lookAlike.keyWord).toBe(0)
    expect(lookAlike.unknown).toBeGreaterThan(0.5)
    expect(unknown).toEqual({
      attained: 0,
      window: 0,
      near: 0,
      opening: 0,
      margin: 0,
      unknown: 1,
      keyWord: 0,
      likeness: null,
    })
    const confidences = [covered, lookAlike, unknown].map(retrievalConfidence)
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
    expect(confidences[0]).toBeGreaterThan(0.5)
    expect(confidences[2]).toBeLessThan(0.15)
  })

  it('count likeness of subject only beside words in common', () => {
    const signals = { attained: 0.3, window: 0, near: 0, opening: 0.5, margin: 0, unknown: 0, keyWord: 0 }
    const at = (likeness: number, attained = signals.attained) =>
      retrievalConfidence({ ...signals, attained, likeness })
    expect(at(0.8)).toBeGreaterThan(at(0.3))
    expect(at(0.9, 0)).toBe(at(0.1, 0))
    expect(retrievalConfidence({ ...signals, likeness: null })).toBeGreaterThan(0.3)
  })
})
