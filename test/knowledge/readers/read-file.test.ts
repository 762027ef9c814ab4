import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderSources } from '../../../src/knowledge/generation/sources.js'
import { readDocumentFile } from '../../../src/knowledge/readers/read-file.js'
import { temporaryFolder } from '../temporary.js'
import { docxOf, pdfOf, wordParagraph } from './made-files.js'

async function readOne(name: string, content: string | Uint8Array) {
  const [source] = await folderSources(temporaryFolder({ [name]: content }))
  if (!source) throw new Error('nothing to read')
  return source.read()
}

describe('reading Markdown', () => {
  const document = [
    '---',
    'title: Wie is lid',
    'kind: samenvatting',
    'source: VVSG, Over ons',
    'url: https://www.vvsg.be/over-ons',
    'date: 2024-03-01',
    'authority: 10',
    'audience: leden',
    'vragen:',
    '  - Wie mag er lid worden?',
    '---',
    '',
    'De leden zijn lokale besturen.',
    '',
    '## Aantallen',
    '',
    '<!-- vragen: Hoeveel gemeenten zijn lid? | Hoeveel OCMW’s zijn lid? -->',
    '<!-- niet: Hoeveel inwoners hebben ze? |',
    '  Hoeveel leden telt Limburg? -->',
    '',
    'Lid zijn:',
    '',
    '- **300** gemeenten',
    '- 300 [OCMW’s](https://voorbeeld.be)',
    '',
    '### Sinds',
    'Sinds 1993.',
  ].join('\n')

  it('takes over what the front matter says', async () => {
    const { info } = await readOne('leden.md', document)
    expect(info).toEqual({
      id: 'leden',
      title: 'Wie is lid',
      kind: 'samenvatting',
      source: 'VVSG, Over ons',
      url: 'https://www.vvsg.be/over-ons',
      date: '2024-03-01',
      authority: 10,
      validFrom: null,
      validUntil: null,
      audience: 'leden',
      language: 'nl',
      origin: 'documents',
    })
  })

  it('cuts at headings, keeps a list with its lead-in and the questions with their section', async () => {
    const { passages } = await readOne('leden.md', document)
    expect(passages.map(({ id, section, text, asked }) => ({ id, section, text, asked }))).toEqual([
      {
        id: 'leden#0',
        section: [],
        text: 'De leden zijn lokale besturen.',
        asked: ['Wie mag er lid worden?'],
      },
      {
        id: 'leden#1',
        section: ['Aantallen'],
        text: 'Lid zijn:\n- 300 gemeenten\n- 300 OCMW’s',
        asked: ['Hoeveel gemeenten zijn lid?', 'Hoeveel OCMW’s zijn lid?'],
      },
      { id: 'leden#2', section: ['Aantallen', 'Sinds'], text: 'Sinds 1993.', asked: [] },
    ])
    expect(passages.map(({ unanswered }) => unanswered)).toEqual([
      [],
      ['Hoeveel inwoners hebben ze?', 'Hoeveel leden telt Limburg?'],
      [],
    ])
  })

  it.each([
    ['---js\nmodule.exports = { title: process.exit(3) }\n---\nTekst.', /slecht\.md:1: .*bare "---"/],
    ['---json\n{}\n---\nTekst.', /slecht\.md:1: /],
    ['---\ntitle: Open\nTekst.', /slecht\.md:1: front matter is not closed/],
    ['---\ntitle: Goed\ndatum: 2024\n---\nTekst.', /slecht\.md:3: .*datum/],
    ['---\naudience: iedereen\n---\nTekst.', /slecht\.md:2: audience: must be publiek or leden/],
    ['---\nvalidFrom: morgen\n---\nTekst.', /slecht\.md:2: validFrom: must be a day such as/],
    ['---\nurl: javascript:alert(1)\n---\nTekst.', /slecht\.md:2: url: must be an http/],
    ['---\ntitle: [a\n---\nTekst.', /slecht\.md:\d+: is not valid YAML/],
    ['---\n---\n\n## Alleen een kop\n', /slecht\.md: no text found/],
  ])('refuses %j with file, line and what was expected', async (content, message) => {
    await expect(readOne('slecht.md', content)).rejects.toThrow(message)
  })
})

describe('reading plain text', () => {
  it('finds headings, lead-ins and lists, and the words that odd characters glued', async () => {
    const { info, passages } = await readOne(
      'toelichting.nl.txt',
      [
        'Missie',
        '',
        'De vereniging telt onder haar leden',
        '',
        ' • alle gemeenten (300)',
        ' • bijna alle politiezones (110)',
        '',
        'Contactgegevens',
        '',
        'Het ontwerp is van Geel Raam\ufffd\ufffd\ufffden\u00a0NamahnLees de hele tekst',
        'tel. 02 000 00 00',
      ].join('\n'),
    )
    expect(info).toMatchObject({ title: 'Toelichting', kind: 'bron', url: null, date: null, language: 'nl' })
    expect(passages.map(({ section, text }) => [section.join(), text])).toEqual([
      [
        'Missie',
        'De vereniging telt onder haar leden\n- alle gemeenten (300)\n- bijna alle politiezones (110)',
      ],
      ['Contactgegevens', 'Het ontwerp is van Geel Raam en Namahn Lees de hele tekst\ntel. 02 000 00 00'],
    ])
  })
})

describe('reading other formats', { timeout: 30_000 }, () => {
  it('takes the article out of a web page and runs nothing', async () => {
    const paragraph = 'De reglementen van de gemeenteraad worden op de website bekendgemaakt. '.repeat(6)
    const { info, passages } = await readOne(
      'pagina.html',
      `<html><head><title>Bekendmaken</title><script>throw new Error('run')</script></head><body>
       <nav><a href="/">Start</a></nav><article><h1>Bekendmaken</h1><p>${paragraph}</p>
       <h2>Termijn</h2><p>Binnen tien dagen. ${paragraph}</p><ul><li>besluiten</li></ul></article></body></html>`,
    )
    expect(info.title).toBe('Bekendmaken')
    const text = passages.map((passage) => passage.text).join('\n')
    expect(text).toContain('Binnen tien dagen.')
    expect(text).not.toMatch(/Start|throw/)
    expect(passages.at(-1)?.section).toContain('Termijn')
  })

  it('reads a PDF without its running headers', async () => {
    const pages = ['eerste', 'tweede', 'derde', 'vierde'].map((word, i) => [
      `Reglement - pagina ${i + 1}`,
      `Dit is de ${word} bladzijde van het reglement.`,
    ])
    const { passages } = await readOne('reglement.pdf', pdfOf(pages))
    const text = passages.map((passage) => passage.text).join('\n')
    expect(text).toContain('Dit is de derde bladzijde van het reglement.')
    expect(text).not.toContain('pagina')
  })

  it('reads a Word document with its headings', async () => {
    const body =
      wordParagraph('Verlof', 'Heading1') + wordParagraph('Aanvragen doe je bij de personeelsdienst.')
    const { info, passages } = await readOne('verlof.docx', docxOf(body))
    expect(info.title).toBe('Verlof')
    expect(passages.map(({ text }) => text)).toEqual(['Aanvragen doe je bij de personeelsdienst.'])
  })

  it.each(['stuk.pdf', 'stuk.docx'])('names a file that is no %s', async (name) => {
    await expect(readOne(name, 'geen document')).rejects.toThrow(new RegExp(`^${name}: cannot be read: `))
  })
})

describe('limits', () => {
  it('refuses a file that is too large', async () => {
    const folder = temporaryFolder({ 'groot.txt': 'Te groot. '.repeat(100) })
    const reading = readDocumentFile('groot.txt', join(folder, 'groot.txt'), {
      bytes: 500,
      milliseconds: 1000,
    })
    await expect(reading).rejects.toMatchObject({
      code: 'E_DOCUMENT_TOO_LARGE',
      message: /groot\.txt: 1000 bytes/,
    })
  })

  it('masks personal numbers before anything is indexed', async () => {
    const { maskedDocument } = await import('../../../src/knowledge/generation/sources.js')
    const read = await readOne(
      'dossier.md',
      '## Rekening BE71 0961 2345 6769\n\nRijksregisternummer 85.07.30-033.28.',
    )
    const [passage] = maskedDocument(read).passages
    expect(passage?.section.join()).toBe('Rekening [rekeningnummer]')
    expect(passage?.text).toBe('Rijksregisternummer [rijksregisternummer].')
  })
})
