import { describe, expect, it } from 'vitest'
import { mentionsMinor, mentionsStolenCard } from '../../src/answering/interpret-mentions.js'

describe('mentionsMinor', () => {
  it.each([
    'kind geboren 2011 met bisnummer [bisnummer] naar onze gemeenteschool, mag da',
    'GAS voor minderjarigen',
    'een 15-jarige zonder papieren',
    'niet-begeleide vreemdeling met [rijksregisternummer]',
    'a child with [bisnummer]',
  ])('hears a child in "%s"', (text) => expect(mentionsMinor(text)).toBe(true))

  it.each([
    'kinderopvang subsidie',
    'een man van 45 jaar oud',
    'de kindnorm',
    'een 35-jarige cliënt',
    'wachtlijst van 12 jaar',
  ])('hears none in "%s"', (text) => expect(mentionsMinor(text)).toBe(false))
})

describe('mentionsStolenCard', () => {
  it.each([
    'eid kaartnr [eid] van onze schepen is gestolen wa doen we',
    'mijn identiteitskaart [eid] is verloren',
    'diefstal van identiteitskaart in de gemeente',
    'her id card was stolen',
  ])('hears one in "%s"', (text) => expect(mentionsStolenCard(text)).toBe(true))

  it.each([
    'retributie op identiteitskaarten',
    'gestolen fiets van het OCMW',
    'kaartnummer [eid] klopt niet',
  ])('hears none in "%s"', (text) => expect(mentionsStolenCard(text)).toBe(false))
})
