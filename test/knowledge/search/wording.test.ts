import { describe, expect, it } from 'vitest'
import { openTemporaryIndex } from '../../../src/knowledge/open-index.js'
import { wordings } from '../../../src/knowledge/search/wording.js'
import { temporaryFolder } from '../temporary.js'

const BM25 = { k1: 1, b: 0.8 }

describe('the wording of passages beside that of a question', () => {
  it('tells apart by small words and by the form of a word', () => {
    const texts = [
      'Zo lang blijft het bewijs geldig.',
      'Op reis geldt het bewijs niet.',
      'Bewijzen zijn er genoeg.',
    ]
    const [lang = 0, reis = 0, form = 0] = wordings('hoe lang is het bewijs geldig', texts, BM25)
    expect(lang).toBe(1)
    expect(reis).toBeGreaterThan(form)
    expect(form).toBe(0)
  })

  it('is nothing for a question without words, and takes marks for what they are', () => {
    expect(wordings('?!', ['Een tekst.'], BM25)).toEqual([0])
    expect(wordings('(.*)+ [a', [], BM25)).toEqual([])
    expect(wordings('qr', ['Een qr-code.'], BM25)).toEqual([0])
  })
})

describe('passages that hold the same words', () => {
  const ordered = async (texts: Record<string, string>, question: string) => {
    const files = Object.entries(texts).map(([name, text]) => [`documents/${name}.md`, text])
    const { index, close } = await openTemporaryIndex({
      knowledgeDir: temporaryFolder(Object.fromEntries(files)),
    })
    const hits = await index.search(question, { limit: 5, membersOnly: false, today: '2026-11-23' })
    await close()
    return hits.map(({ passage }) => passage.id)
  }

  it('come in the order of the answer that is wanted: ja or nee, or something else', async () => {
    const texts = {
      ja: '# Bewijs\n\nJa, een bewijs op papier is geldig.',
      lang: '# Bewijs\n\nHier is een bewijs op papier geldig.',
    }
    expect((await ordered(texts, 'Is een bewijs op papier geldig?'))[0]).toBe('ja#0')
    expect((await ordered(texts, 'Waar is een bewijs op papier geldig?'))[0]).toBe('lang#0')
  })

  it('come with the beginning of a section before what goes on with it', async () => {
    const filling = 'Dit vult de sectie met woorden over allerlei zaken van de dienst. '.repeat(16)
    const same = 'Een fietsvergoeding vraagt u aan bij personeelszaken.'
    const texts = {
      een: `# Vergoeding\n\n${filling}\n\n${same} ${filling}`,
      twee: `# Vergoeding\n\n${same} ${filling}`,
    }
    const found = await ordered(texts, 'fietsvergoeding aanvragen')
    expect(found[0]).toBe('twee#0')
    expect(found[1]).toBe('een#1')
  })
})
