import { describe, expect, it } from 'vitest'
import { singular } from '../../../src/knowledge/dutch/singular.js'
import { stem } from '../../../src/knowledge/dutch/stem.js'
import { loadWordList } from '../../../src/knowledge/dutch/word-list.js'

describe('plurals in s', () => {
  it.each([
    ['politiezones', 'politiezone'],
    ['vuurtorens', 'vuurtoren'],
    ['intercommunales', 'intercommunale'],
    ['niveaus', 'niveau'],
    ['gemeentes', 'gemeente'],
    ['kamers', 'kamer'],
  ])('share the stem of their singular: %s', (plural, one) => {
    expect(stem(plural)).toBe(stem(one))
  })

  it.each([
    'adres',
    'mailadres',
    'huis',
    'gemeentehuis',
    'proces',
    'sms',
    'kans',
    'reis',
  ])('are told from an s that belongs to the word: %s', (word) => {
    expect(singular(word, loadWordList())).toBe(word)
  })
})
