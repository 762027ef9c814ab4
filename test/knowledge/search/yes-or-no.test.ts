import { describe, expect, it } from 'vitest'
import { asksYesOrNo, repliesYesOrNo } from '../../../src/knowledge/search/yes-or-no.js'

describe('a question', () => {
  it.each([
    ['Mag ik mijn bewijs op papier tonen?', true],
    ['Ik ben op reis, kan ik de app dan gebruiken?', true],
    ['Vind ik het reglement ook online?', true],
    ['Als ik geen gsm heb, moet ik dan zelf komen?', true],
    ['Hoe lang is een bewijs geldig?', false],
    ['Vanaf welke leeftijd mag dat?', false],
    ['Het scherm is rood. Wat moet ik doen?', false],
    ['Kan dat en, zo ja, wanneer kan ik langskomen?', null],
    ['Mag dat, en wat kost het?', null],
    ['termijn voor bezwaar', null],
    ['', null],
  ])('%s', (question, wanted) => {
    expect(asksYesOrNo(question)).toBe(wanted)
  })
})

describe('a text that replies', () => {
  it.each([
    ['Ja, dat kan.', true],
    ['- Nee. Kom langs.', true],
    ['Januari is een drukke maand.', false],
    ['Dat kan, ja.', false],
    ['', false],
  ])('%s', (text, wanted) => {
    expect(repliesYesOrNo(text)).toBe(wanted)
  })
})
