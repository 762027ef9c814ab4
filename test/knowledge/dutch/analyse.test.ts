import { describe, expect, it } from 'vitest'
import { analyse } from '../../../src/knowledge/dutch/analyse.js'
import { splitCompound } from '../../../src/knowledge/dutch/compounds.js'
import { grams } from '../../../src/knowledge/dutch/grams.js'
import { stem } from '../../../src/knowledge/dutch/stem.js'
import { tokenize } from '../../../src/knowledge/dutch/tokenize.js'
import { infinitive } from '../../../src/knowledge/dutch/verbs.js'
import { loadWordList } from '../../../src/knowledge/dutch/word-list.js'

describe('tokens', () => {
  it.each([
    ["OCMW's en AGB’s", ['ocmw', 'en', 'agb']],
    ['btw-nummer BE 0451.857.573', ['btwnummer', 'be', '0451857573']],
    ['van 8.30 tot 16:30, om 16u30 of 14u', ['van', '8_30', 'tot', '16_30', 'om', '16_30', 'of', '14']],
    ['43,9% van 2.500', ['43_9', 'van', '2500']],
    ['Bischoffsheimlaan 1-8', ['bischoffsheimlaan', '1_8']],
    ['efficiënte café’s', ['efficiente', 'cafe']],
  ])('of %j', (text, words) => {
    expect(tokenize(text).map(({ word }) => word)).toEqual(words)
  })

  it('point at the text they came from', () => {
    const text = 'Het btw-nummer, ja.'
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Het',
      'btw-nummer',
      'ja',
    ])
  })
})

describe('compounds', () => {
  it.each([
    ['afvalintercommunales', ['afval', 'intercommunales']],
    ['servicedesign', ['service', 'design']],
    ['btwnummer', ['btw', 'nummer']],
    ['personeelsleden', ['personeel', 'leden']],
    ['openingsuren', ['opening', 'uren']],
    ['gemeentehuis', ['gemeente', 'huis']],
    ['kinderopvangplaats', ['kinder', 'opvang', 'plaats']],
    ['omgevingsvergunning', ['omgeving', 'vergunning']],
  ])('%s comes apart', (word, parts) => {
    expect(splitCompound(word)).toEqual(parts)
  })

  it.each([
    'gemeente',
    'gemeenten',
    'vereniging',
    'inkomsten',
    'instellingen',
    'maatschappelijk',
    'informatie',
    'xyzzyplugh',
  ])('%s stays whole', (word) => {
    expect(splitCompound(word)).toEqual([])
  })
})

describe('verbs', () => {
  it.each([
    ['ontwikkelt', 'ontwikkelen'],
    ['ontwikkelde', 'ontwikkelen'],
    ['geregistreerd', 'registreren'],
    ['gemeld', 'melden'],
    ['betaald', 'betalen'],
    ['werkt', 'werken'],
  ])('%s belongs to %s', (word, verb) => {
    expect(infinitive(word, loadWordList())).toBe(verb)
  })

  it.each([
    'gemeente',
    'gezond',
    'markt',
    'inhoud',
    'hond',
    'verband',
    'dienst',
    'geld',
  ])('%s is no verb', (word) => {
    expect(infinitive(word, loadWordList())).toBeNull()
  })
})

describe('analysis', () => {
  it('leaves stop words out, stems, and puts parts beside the whole', () => {
    expect(analyse('Wat zijn de openingsuren?')).toMatchObject([
      { term: 'openingsur', parts: ['open', 'uur'], word: 'openingsuren', position: 3 },
    ])
  })

  it('unites plural and singular', () => {
    expect(stem('gemeenten')).toBe(stem('gemeente'))
    expect(stem('leden')).toBe(stem('lid'))
    expect(stem('personeelsleden')).toBe(stem('personeelslid'))
    expect(stem('centrumsteden')).toBe(stem('centrumstad'))
    expect(stem('overleden')).not.toBe(stem('overlid'))
  })

  it('sees both names in two glued words', () => {
    expect(analyse('NamahnRead')[0]?.parts).toEqual(['namahn', 'read'])
  })

  it('keeps numbers apart that only look alike', () => {
    expect(grams('300')).toEqual(['^300$'])
  })
})
