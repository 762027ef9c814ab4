import { describe, expect, it } from 'vitest'
import { cleanText, withoutRunningLines } from '../../../src/knowledge/readers/clean.js'

describe('cleaning a text', () => {
  it.each([
    ['replacement characters between words', 'Raam\ufffd\ufffden\ufffdNamahn', 'Raam en Namahn'],
    ['words they glued', 'van\ufffdNamahnLees meer', 'van Namahn Lees meer'],
    ['names in other lines, untouched', 'de CoronaCheck-app', 'de CoronaCheck-app'],
    ['soft hyphens', 'open\u00adbaar', 'openbaar'],
    ['ligatures', 'ﬁets, eﬃciënt, ĳs', 'fiets, efficiënt, ijs'],
    ['non-breaking and thin spaces', '8.30\u00a0uur\u2009tot', '8.30 uur tot'],
    ['zero-width characters and byte order marks', '\ufeffa\u200bb', 'ab'],
    ['direction overrides', 'a\u202eb', 'ab'],
    ['line ends of other systems', 'a\r\nb\rc', 'a\nb\nc'],
  ])('mends %s', (_, before, after) => {
    expect(cleanText(before)).toBe(after)
  })
})

describe('running lines', () => {
  it('go when they return on most pages, whatever page number they hold', () => {
    const pages = [1, 2, 3].map((n) => `Jaarverslag ${n}/3\nTekst van bladzijde ${'abc'[n - 1]}.`)
    expect(withoutRunningLines(pages)).toEqual([
      'Tekst van bladzijde a.',
      'Tekst van bladzijde b.',
      'Tekst van bladzijde c.',
    ])
  })

  it('stay in a document of two pages', () => {
    expect(withoutRunningLines(['Kop\na', 'Kop\nb'])).toEqual(['Kop\na', 'Kop\nb'])
  })
})
