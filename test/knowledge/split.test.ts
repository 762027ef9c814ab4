import { describe, expect, it } from 'vitest'
import { markdownBlocks } from '../../src/knowledge/readers/markdown.js'
import { PASSAGE_LENGTH, splitDocument } from '../../src/knowledge/split.js'
import { documentInfo } from '../fakes/document-info.js'

const DOCUMENT = documentInfo({ id: 'reglement', title: 'Reglement' })

const texts = async (markdown: string) =>
  (await splitDocument(DOCUMENT, markdownBlocks(markdown))).map((passage) => passage.text)

describe('a long section', () => {
  it('is cut between sentences, never inside a time, an article or an amount', async () => {
    const sentence = 'Het loket is open van 8.30 uur tot 16.30 uur, zie art. 12 en de som van 10.000 euro.'
    const pieces = await texts(Array.from({ length: 60 }, () => sentence).join(' '))
    expect(pieces.length).toBeGreaterThan(3)
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(PASSAGE_LENGTH)
      expect(piece.split(sentence).join('').trim()).toBe('')
    }
  })

  it('loses no word, however long the sentence', async () => {
    const words = Array.from({ length: 900 }, (_, i) => `woord${i}`)
    expect((await texts(words.join(' '))).join(' ').split(/\s+/)).toEqual(words)
  })

  it('repeats the lead-in over each part of a long list', async () => {
    const items = Array.from({ length: 60 }, (_, i) => `- taak ${i} van de dienst, met een omschrijving`)
    const pieces = await texts(`De taken zijn:\n\n${items.join('\n')}`)
    expect(pieces.length).toBeGreaterThan(1)
    for (const piece of pieces) expect(piece).toMatch(/^De taken zijn:\n- taak/)
    expect(pieces.join('\n').match(/- taak \d+/g)).toHaveLength(60)
  })
})
