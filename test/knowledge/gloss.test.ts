import { describe, expect, it } from 'vitest'
import { englishGlosses } from '../../src/knowledge/gloss.js'
import { type GlossaryEntry, glossaryOf, loadGlossary } from '../../src/knowledge/glossary.js'

const entry = (term: string, en?: string, rest: Partial<GlossaryEntry> = {}): GlossaryEntry => ({
  term,
  full: term,
  synonyms: [],
  ...(en === undefined ? {} : { en }),
  ...rest,
})

const entries = [
  entry('gemeente', 'municipality', { full: 'gemeentebestuur', synonyms: ['stad'] }),
  entry('gemeenten', 'municipalities'),
  entry('alle Vlaamse gemeenten', 'all Flemish municipalities'),
  entry('lidgelden', 'membership fees'),
  entry('één dag', 'one day'),
  entry("OCMW's", 'public centres for social welfare'),
  entry('service design', 'service design'),
  entry('subsidies'),
  entry('OV', 'public transport', { ambiguous: true }),
]

const english = (text: string) => englishGlosses(text, entries).map((gloss) => gloss.english)

describe('English for the phrases of a Dutch quote', () => {
  it('comes in the order of the text, as the text writes it', () => {
    expect(englishGlosses("Lidgelden van gemeenten en OCMW's.", entries)).toEqual([
      { dutch: 'Lidgelden', english: 'membership fees' },
      { dutch: 'gemeenten', english: 'municipalities' },
      { dutch: "OCMW's", english: 'public centres for social welfare' },
    ])
  })

  it('takes the longest phrase where phrases overlap', () => {
    expect(english('Lid zijn alle Vlaamse gemeenten.')).toEqual(['all Flemish municipalities'])
  })

  it('prefers an entry written as the text to another form of the word', () => {
    expect(english('De gemeente en de gemeenten.')).toEqual(['municipality', 'municipalities'])
  })

  it('knows other forms of a word', () => {
    expect(englishGlosses('Het lidgeld.', entries)).toEqual([
      { dutch: 'lidgeld', english: 'membership fees' },
    ])
  })

  it('does not take a short word for another with the same stem', () => {
    const press = [entry('pers', 'press')]
    expect(englishGlosses('Per mail aan de pers.', press)).toEqual([{ dutch: 'pers', english: 'press' }])
  })

  it('gives each phrase once', () => {
    expect(english('Gemeenten helpen gemeenten.')).toEqual(['municipalities'])
  })

  it('keeps the accent that makes a number of an article', () => {
    expect(english('Het duurt één dag.')).toEqual(['one day'])
    expect(english('Op een dag.')).toEqual([])
  })

  it('does not join words across punctuation', () => {
    expect(english('alle, Vlaamse, gemeenten')).toEqual(['municipalities'])
  })

  it('leaves out what is English already, what has no English and what is ambiguous', () => {
    expect(english('Service design met subsidies en OV.')).toEqual([])
    expect(english('')).toEqual([])
  })

  it('gives eight at most', () => {
    const many = Array.from({ length: 12 }, (_, i) => entry(`woordje${i}`, `word ${i}`))
    expect(englishGlosses(many.map(({ term }) => term).join(' '), many)).toHaveLength(8)
  })

  it('explains the subjects of the delivered glossary', () => {
    const delivered = loadGlossary('knowledge')
    const fee = 'Het lidgeld van een gemeente is gebaseerd op haar aantal inwoners.'
    expect(englishGlosses(fee, delivered)).toEqual([
      { dutch: 'lidgeld', english: 'membership fee' },
      { dutch: 'gemeente', english: 'municipality' },
      { dutch: 'aantal inwoners', english: 'number of inhabitants' },
    ])
  })
})

describe('An entry that only explains', () => {
  it('does not hide a shorter name inside it from the search', () => {
    const glossary = glossaryOf([
      entry('gemeente', undefined, { synonyms: ['stad'] }),
      entry('Vlaamse gemeenten', 'Flemish municipalities'),
    ])
    const found = glossary.find([
      { term: 'vlam', position: 0 },
      { term: 'gemeent', position: 1 },
    ])
    expect(found).toEqual([{ words: [1], alternatives: [['stad']] }])
  })
})
