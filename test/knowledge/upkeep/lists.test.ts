import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/knowledge/generation/build.js'
import { temporaryFolder, writeFiles } from '../temporary.js'

const LONG = `De bibliotheek leent boeken, strips, films en spelletjes uit aan wie in de gemeente woont of werkt.
Lid worden kan aan de balie met een identiteitskaart, en het lidmaatschap loopt een vol jaar. Wie iets te laat
terugbrengt, betaalt een kleine vergoeding; wie iets verliest, betaalt de aankoopprijs. Reserveren kan aan de balie,
met de telefoon en op de webpagina, en een reservatie blijft een week liggen.`

async function lists(files: Readonly<Record<string, string>>) {
  const knowledgeDir = temporaryFolder(files)
  const dataDir = temporaryFolder()
  const build = () => buildIndex({ knowledgeDir, dataDir })
  return { knowledgeDir, build, report: await build() }
}

function pairs(contradictions: Awaited<ReturnType<typeof buildIndex>>['contradictions']) {
  return contradictions.map(({ statements }) => statements.map(({ document }) => document))
}

describe('documents that say nearly the same', { timeout: 30_000 }, () => {
  it('are listed with their owners, and no longer once one of them changes or goes', async () => {
    const { knowledgeDir, build, report } = await lists({
      'bib.md': `---\nowner: Team Bib\n---\n${LONG}`,
      'oud/bib.md': `---\nowner: Onthaal\n---\n${LONG.replace('een vol jaar', 'een jaar')}`,
      'zwembad.md': LONG.split(' ').reverse().join(' '),
    })
    expect(report.overlaps).toEqual([
      { documents: ['bib', 'oud/bib'], share: expect.closeTo(0.9, 0), owners: ['Team Bib', 'Onthaal'] },
    ])
    expect((await build()).overlaps).toEqual(report.overlaps)
    writeFiles(knowledgeDir, { 'oud/bib.md': 'Zie het nieuwe reglement.' })
    expect((await build()).overlaps).toEqual([])
    writeFiles(knowledgeDir, { 'oud/bib.md': LONG })
    expect((await build()).overlaps).toMatchObject([
      { documents: ['bib', 'oud/bib'], share: 1, owners: ['Team Bib'] },
    ])
  })

  it('are not looked for among short ones and those that hold one after the other', async () => {
    const { report } = await lists({
      'a.md': 'Dit artikel is opgeheven.',
      'b.md': 'Dit artikel is opgeheven.',
      'tot.md': `---\nvalidUntil: 2025-12-31\n---\n${LONG}`,
      'vanaf.md': `---\nvalidFrom: 2026-01-01\n---\n${LONG}`,
    })
    expect(report.overlaps).toEqual([])
  })
})

describe('documents that contradict each other', { timeout: 30_000 }, () => {
  it('are listed with the sentence, the date and the owners, the one that goes first before the other', async () => {
    const { report } = await lists({
      'a.md':
        '---\nowner: Team A\ndate: 2024-01-01\n---\nDe jaarlijkse bijdrage van een gemeente bedraagt 500 euro per inwoner.',
      'b.md':
        '---\nowner: Team B\ndate: 2026-01-01\n---\nDe jaarlijkse bijdrage van gemeenten bedraagt 650 euro per inwoner.',
    })
    expect(report.contradictions).toEqual([
      {
        owners: ['Team A', 'Team B'],
        statements: [
          { document: 'b', date: '2026-01-01', text: expect.stringContaining('650 euro') },
          { document: 'a', date: '2024-01-01', text: expect.stringContaining('500 euro') },
        ],
      },
    ])
  })

  it.each([
    [
      'a count',
      'De vereniging telt vandaag 300 gemeenten als lid.',
      'De vereniging telt vandaag 285 gemeenten als lid.',
    ],
    [
      'a percentage',
      'Van de werkingsmiddelen komt 43,9 % uit lidgelden.',
      'Van de werkingsmiddelen komt 41 procent uit lidgelden.',
    ],
    [
      'a day',
      'De aanvraag voor de premie moet binnen zijn op 1 maart 2026.',
      'De aanvraag voor de premie moet binnen zijn op 15 maart 2026.',
    ],
    [
      'a time',
      'Het onthaal van het gebouw sluit om 17 uur.',
      'Het onthaal van het gebouw sluit om 16.30 uur.',
    ],
  ])('are noticed by %s', async (_, a, b) => {
    const { report } = await lists({
      'a.md': `# Over de vereniging\n\n${a}`,
      'b.md': `# Over de vereniging\n\n${b}`,
    })
    expect(pairs(report.contradictions)).toEqual([['a', 'b']])
  })

  it.each([
    [
      'the same number',
      'De bijdrage van een gemeente bedraagt 500 euro per jaar.',
      'De bijdrage van een gemeente bedraagt € 500 per jaar.',
    ],
    [
      'another subject',
      'De bijdrage van een gemeente bedraagt 500 euro per jaar.',
      'De huur van de grote vergaderzaal bedraagt 120 euro per dag.',
    ],
    [
      'another unit',
      'De vereniging telt vandaag 300 gemeenten als lid.',
      'De vereniging telt vandaag 110 politiezones als lid.',
    ],
    [
      'another year',
      'De bijdrage bedroeg in 2024 voor iedere gemeente 500 euro.',
      'De bijdrage bedroeg in 2025 voor iedere gemeente 520 euro.',
    ],
    [
      'an article number',
      'Zie artikel 12 van het decreet over lokale besturen.',
      'Zie artikel 14 van het decreet over lokale besturen.',
    ],
    [
      'a short sentence below other headings',
      '## Zwembad\n\nEen beurt kost 3 euro.',
      '## Bibliotheek\n\nEen beurt kost 5 euro.',
    ],
  ])('are not seen in %s', async (_, a, b) => {
    const { report } = await lists({ 'a.md': `# Eerste\n\n${a}`, 'b.md': `# Tweede\n\n${b}` })
    expect(report.contradictions).toEqual([])
  })

  it('are gone from the list once they agree', async () => {
    const { knowledgeDir, build, report } = await lists({
      'a.md': 'De vereniging telt vandaag 300 gemeenten als lid.',
      'b.md': 'De vereniging telt vandaag 285 gemeenten als lid.',
    })
    expect(report.contradictions).toHaveLength(1)
    writeFiles(knowledgeDir, { 'a.md': 'De vereniging telt vandaag 285 gemeenten als lid.' })
    expect((await build()).contradictions).toEqual([])
  })
})
