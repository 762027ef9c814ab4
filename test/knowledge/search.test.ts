import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type KnowledgeIndex, openTemporaryIndex } from '../../src/knowledge/open-index.js'
import type { SearchOptions } from '../../src/knowledge/passage.js'
import { temporaryFolder } from './temporary.js'

const ASKER: SearchOptions = { limit: 5, membersOnly: false, today: '2026-11-23' }

let index: KnowledgeIndex
let close: () => Promise<void>

beforeAll(async () => {
  const knowledgeDir = temporaryFolder({
    'documents/huwelijk.md': '# Trouwen\n\nVoor een huwelijksaangifte kom je naar burgerzaken.',
    'documents/welzijn.md':
      '# Welzijn\n\nHet openbaar centrum voor maatschappelijk welzijn helpt inwoners met schulden.',
    'documents/ocmw.md': '# Sociale dienst\n\nHet OCMW van de stad verhuurt noodwoningen.',
    'documents/vergoeding.md': '# Leden\n\nLeden betalen een bijdrage volgens hun inwoners.',
    'documents/opleiding.md': '# Servicedesign\n\nEr is een opleiding servicedesign voor projectteams.',
    'documents/btw.md': '# Facturatie\n\nOns btw-nummer staat op elke factuur.',
    'documents/afval.md': '# Afval\n\nAfvalintercommunales halen het huisvuil op.',
    'documents/wachtwoord.md':
      '# Aanmelden\n\n<!-- vragen: Hoe kom ik weer binnen? -->\nVraag een nieuw wachtwoord aan.\n\n## Termijn\n\nDat is een dag geldig.',
    'documents/intern.md': '---\naudience: leden\n---\nDe onderhandelingsnota over de kazerne.',
    'documents/oud.md': '---\nvalidUntil: 2025-12-31\n---\nHet subsidiereglement zwembaden.',
    'documents/straks.md': '---\nvalidFrom: 2026-11-24\n---\nHet subsidiereglement bibliotheken.',
    'glossary.yaml': [
      '- term: OCMW',
      '  full: openbaar centrum voor maatschappelijk welzijn',
      '  synonyms: [public centre for social welfare]',
      '- term: lidgeld',
      '  full: ledenbijdrage',
      '  synonyms: [membership fee, bijdrage]',
      '- term: OV',
      '  full: openbaar vervoer of onroerende voorheffing',
      '  ambiguous: true',
      '  meanings: [openbaar vervoer, onroerende voorheffing]',
    ].join('\n'),
  })
  ;({ index, close } = await openTemporaryIndex({ knowledgeDir }))
})

afterAll(() => close())

async function found(query: string, asker = ASKER): Promise<string[]> {
  const hits = await index.search(query, asker)
  return hits.map(({ passage }) => passage.document.id)
}

describe('a question finds its passage', () => {
  it.each([
    ['a part of a compound', 'aangifte huwelijk', 'huwelijk'],
    ['a compound for its part', 'afvalophaling intercommunale', 'afval'],
    ['two words for a compound', 'service design', 'opleiding'],
    ['a compound for two words', 'btwnummer', 'btw'],
    ['other hyphens', 'btw nummer', 'btw'],
    ['a spelling slip', 'wachtwoort vergeten', 'wachtwoord'],
    ['swapped letters', 'wahctwoord', 'wachtwoord'],
    ['a question its author noted', 'hoe kom ik weer binnen', 'wachtwoord'],
    ['another form of the word', 'het lid betaalde', 'vergoeding'],
    ['English through the glossary', 'how is the membership fee calculated', 'vergoeding'],
  ])('through %s', async (_, query, document) => {
    expect((await found(query))[0]).toBe(document)
  })

  it('through the glossary in both directions', async () => {
    expect(await found('OCMW')).toEqual(expect.arrayContaining(['ocmw', 'welzijn']))
    expect(await found('openbaar centrum voor maatschappelijk welzijn')).toEqual(
      expect.arrayContaining(['ocmw', 'welzijn']),
    )
  })

  it('and says through what each word matched', async () => {
    const [hit] = await index.search('wachtwoort', ASKER)
    expect(hit?.matched).toEqual([{ word: 'wachtwoort', term: 'wachtwoord', through: 'spelling' }])
  })
})

describe('a short form with several meanings', () => {
  it('is reported with its readings and expanded with none', () => {
    const query = index.read('hoeveel OV moet ik betalen')
    expect(query.ambiguous).toEqual([
      { word: 'OV', meanings: ['openbaar vervoer', 'onroerende voorheffing'] },
    ])
    expect(query.glossary).toEqual([])
  })
})

describe('what an asker may not see', () => {
  it('is not found: members only', async () => {
    expect(await found('onderhandelingsnota kazerne')).toEqual([])
    expect(await found('onderhandelingsnota kazerne', { ...ASKER, membersOnly: true })).toEqual(['intern'])
  })

  it.each([
    ['2025-12-31', ['oud']],
    ['2026-01-01', []],
    ['2026-11-23', []],
    ['2026-11-24', ['straks']],
  ])('is not found: outside its validity, on %s', async (today, documents) => {
    expect(await found('subsidiereglement', { ...ASKER, today })).toEqual(documents)
  })
})

describe('any query text', () => {
  it.each([
    '',
    '   ',
    '"',
    '*',
    'NEAR(a b)',
    "'; DROP TABLE words; --",
    'a:b',
    '-x',
    '((((',
    'title:leden',
    '\u0000',
    '💩',
  ])('such as %j gives an answer', async (query) => {
    await expect(index.search(query, ASKER)).resolves.toBeInstanceOf(Array)
  })

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 80 }), async (query) => {
        const hits = await index.search(query, ASKER)
        expect(hits.length).toBeLessThanOrEqual(ASKER.limit)
        for (const { score } of hits) expect(score).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })

  it('finds nothing where nothing matches', async () => {
    expect(await found('xyzzy plugh')).toEqual([])
    expect(await found('wat is het')).toEqual([])
  })
})
