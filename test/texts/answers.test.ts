import { describe, expect, it } from 'vitest'
import { answerTexts, type NamedSource } from '../../src/texts/answers.js'
import { deskTexts } from '../../src/texts/desk.js'
import { plainText } from '../../src/texts/plain-text.js'

const report: NamedSource = {
  kind: 'bron',
  title: 'Jaarverslag',
  source: null,
  section: 'Leden > Cijfers',
  date: '2025-03-01',
  url: 'https://duinbond.example/jaarverslag',
}
const summary: NamedSource = {
  kind: 'samenvatting',
  title: 'Oude folder',
  source: 'Folder Duinbond',
  section: '',
  date: null,
  url: null,
}

describe('the line that names a source', () => {
  it.each([
    [report, 'nl', 'Bron: Jaarverslag, Leden > Cijfers (2025-03-01) https://duinbond.example/jaarverslag'],
    [summary, 'nl', 'Bron: onze samenvatting van Folder Duinbond (datum onbekend)'],
    [{ ...summary, source: null }, 'nl', 'Bron: onze samenvatting van Oude folder (datum onbekend)'],
    [summary, 'en', 'Source: our summary of Folder Duinbond (date unknown)'],
    [{ ...summary, date: 'circa 2013' }, 'nl', 'Bron: onze samenvatting van Folder Duinbond (circa 2013)'],
  ] as const)('%j in %s', (citation, language, expected) => {
    expect(answerTexts(language).source(citation)).toBe(expected)
  })
})

describe('the words around quotes', () => {
  it('introduce a quote in another language, and only that', () => {
    expect(answerTexts('nl').quoted('Zin.', 'nl')).toBe('Zin.')
    expect(answerTexts('en').quoted('Zin.', 'nl')).toBe('Our documents say, in Dutch: “Zin.”')
    expect(answerTexts('nl').quoted('Line.', 'en')).toBe('Onze bron zegt, in het Engels: “Line.”')
  })

  it('name both date and source of a figure that differs', () => {
    expect(answerTexts('nl').conflict(report)).toContain('Jaarverslag (2025-03-01)')
    expect(answerTexts('en').conflict(summary)).toContain('our summary of Folder Duinbond (date unknown)')
  })

  it('name every part without an answer', () => {
    expect(answerTexts('nl').unanswered(['a', 'b'])).toContain('“a” en “b”')
    expect(answerTexts('en').unanswered(['a', 'b'])).toContain('“a” and “b”')
  })

  it('never say when an answer comes', () => {
    for (const language of ['nl', 'en'] as const) {
      const texts = answerTexts(language)
      const all = [texts.unsure, texts.unanswered(['x']), deskTexts(language).helped].join(' ')
      expect(all).not.toMatch(/\d|binnen|snel|soon|within|hours|days/)
    }
  })

  it('label the same buttons in both languages', () => {
    expect(Object.keys(deskTexts('nl').labels)).toEqual(Object.keys(deskTexts('en').labels))
    expect(deskTexts('nl').after('wat?')).toBe('na de vraag: wat?')
  })
})

describe('a message as text alone', () => {
  it('ends with each source once', () => {
    expect(plainText('Antwoord.', [report, { ...report }, summary], 'nl').split('\n')).toEqual([
      'Antwoord.',
      '',
      answerTexts('nl').source(report),
      answerTexts('nl').source(summary),
    ])
  })

  it('is the text itself without sources', () => {
    expect(plainText('Dag!', [], 'nl')).toBe('Dag!')
  })
})
