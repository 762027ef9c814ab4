import { describe, expect, it } from 'vitest'
import {
  coreOf,
  facetsOf,
  hasSubject,
  keyTerms,
  questionOf,
  questionsIn,
  TELLING,
} from '../../../src/answering/question/question.js'
import { rarity } from '../../../src/answering/question/rarity.js'

it('asks about a number when it asks why in words that say little', () => {
  expect(questionOf('waarom stond er vroeger 214', 'nl').terms.map(({ word }) => word)).toContain('214')
  expect(questionOf('jullie hebben toch 214 leden', 'nl').terms.map(({ word }) => word)).not.toContain('214')
})

describe('what a question asks for', () => {
  it.each([
    ['hoeveel duinposten zijn lid?', 'count'],
    ['hoeveel kost de boeienlijn?', 'amount'],
    ['welk aandeel van de inkomsten is lidgeld?', 'percent'],
    ['hoe lang duurt niveau 2?', 'duration'],
    ['wanneer keurt de bond?', 'clock'],
    ['wie is de contactpersoon?', 'person'],
    ['waar is het Schelpenhuis?', 'place'],
    ['waar gaat de keuring door?', 'place'],
    ['waarom is er een ledenblad?', 'reason'],
    ['op welke zaken let de bond wanneer de mandaten verdeeld worden?', 'open'],
    ['wie weet wanneer de bond keurt?', 'clock'],
    ['hoe laat en wanneer is de keuring?', 'clock'],
    ['wat is een duinpost?', 'definition'],
    ['strandcabines', 'open'],
    ['jullie hebben toch 500 duinposten?', 'count'],
    ['how many lighthouses are members?', 'count'],
    ['how many days does level 2 take?', 'duration'],
    ['waarvan hangt af hoeveel een duinpost betaalt?', 'open'],
  ])('%s: %s', (text, type) => {
    expect(questionOf(text, 'nl').type).toBe(type)
  })

  it.each([
    ['klopt het dat 500 duinposten lid zijn?', true, ['500']],
    ['zijn er 37 vuurtorens lid?', true, ['37']],
    ['500 leden, toch?', true, ['500']],
    ['hoeveel leden zijn er?', false, []],
    ['is niveau 2 om 14.30 uur?', true, []],
    ['klopt het dat het nummer 0409.782.141 is?', true, ['0409.782.141']],
    ['klopt BE 0409 782 141 als btw-nummer?', true, ['0409 782 141']],
    ['is 02 211 55 00 het nummer voor 500 leden?', true, ['500', '02 211 55 00']],
  ])('%s: yes or no %s, claims %j', (text, yesNo, claims) => {
    expect(questionOf(text, 'nl')).toMatchObject({ yesNo, claims })
  })

  it('knows the word that is asked for, and that a bare number is none', () => {
    const terms = keyTerms('hoeveel vuurtorens van niveau 2 en 500 zijn lid?')
    expect(terms.filter(({ head }) => head).map(({ word }) => word)).toEqual(['vuurtorens'])
    expect(terms.map(({ word }) => word)).toContain('niveau 2')
    expect(terms.map(({ word }) => word)).not.toContain('500')
  })

  it('weighs rare words above common ones, and the point of a question always fully', () => {
    expect(rarity('planschade')).toBe(1)
    expect(rarity('gewoon')).toBeLessThan(rarity('toren'))
    expect(keyTerms('wat kost dat')).toMatchObject([{ word: 'kost', weight: 1, point: true }])
  })

  it('has no subject in words that everybody uses', () => {
    expect(hasSubject('en wat is dat dan precies?')).toBe(false)
    expect(hasSubject('vuurtorens')).toBe(true)
    expect(keyTerms('vuurtorens').every(({ weight }) => weight >= TELLING)).toBe(true)
  })
})

describe('taking a message apart', () => {
  it('leaves the letter around a question out', () => {
    expect(coreOf("Wij maken een nota. Hoeveel OCMW's zijn lid? Alvast bedankt.")).toBe(
      "Hoeveel OCMW's zijn lid?",
    )
    expect(coreOf('Hoeveel vuurtorens zijn lid')).toBe('Hoeveel vuurtorens zijn lid')
  })

  it.each([
    ['Onze bond vroeg zich af hoe het lidgeld bepaald wordt.', 'hoe het lidgeld bepaald wordt.'],
    ['Wij weten niet of de vuurtoren lid is', 'klopt het dat de vuurtoren lid is'],
    ['Voor onze boekhouding: het ondernemingsnummer?', 'het ondernemingsnummer?'],
    ['Er komt een koerier. Die vraagt een huisnummer. Hebt u dat?', 'Die vraagt een huisnummer. Hebt u dat?'],
    ['Wat is het ledenblad? Mail naar ik@example.org.', 'Wat is het ledenblad?'],
    ['Wie leidt de boeienlijn? En waar ligt die?', 'Wie leidt de boeienlijn?'],
    ['Kan de bond zeggen of een vuurtoren wettig is?', 'Kan de bond zeggen of een vuurtoren wettig is?'],
    ['ledenblad?', 'ledenblad?'],
    ['net terug, 340 mails, dus kort: wat was de boeienlijn', 'wat was de boeienlijn'],
    ['mijn hond is ziek: welke vuurtorens zijn lid?', 'welke vuurtorens zijn lid?'],
    ['onze boeienlijn ligt al vast: wat kost dat?', 'onze boeienlijn ligt al vast: wat kost dat?'],
  ])('%j asks %j', (text, core) => {
    expect(coreOf(text)).toBe(core)
  })

  it.each([
    ['waar ligt de vuurtoren en wie leidt de bond?', ['waar ligt de vuurtoren', 'wie leidt de bond?']],
    ['Wie leidt de bond? Komt het ledenblad nog uit?', ['Wie leidt de bond?', 'Komt het ledenblad nog uit?']],
    ['wie leidt de bond en hoe dan?', ['wie leidt de bond en hoe dan?']],
    ['vuurtorens en ledenblad', ['vuurtorens en ledenblad']],
    [
      'geven jullie een ledenblad uit en organiseren jullie ook keuringen?',
      ['geven jullie een ledenblad uit', 'organiseren jullie ook keuringen?'],
    ],
    [
      'ons lidgeld: wie bepaalt dat en waarvan hangt het af?',
      ['ons lidgeld: wie bepaalt dat', 'ons lidgeld: waarvan hangt het af?'],
    ],
    ['Wie leidt de bond, welke voorzitter?', ['Wie leidt de bond, welke voorzitter?']],
    ['Wie zit in de bond? Enkel de vuurtorens?', ['Wie zit in de bond? Enkel de vuurtorens?']],
    [
      'wat is de Lichtkring en zijn jullie daar lid van',
      ['wat is de Lichtkring en zijn jullie daar lid van'],
    ],
    ['wat zijn duinposten en hoeveel daarvan zijn lid', ['wat zijn duinposten en hoeveel daarvan zijn lid']],
    ['wat is de Lichtkring en hoeveel leden telt het', ['wat is de Lichtkring en hoeveel leden telt het']],
    [
      'wat is de Lichtkring en hoeveel duinposten zijn lid',
      ['wat is de Lichtkring', 'hoeveel duinposten zijn lid'],
    ],
  ])('hears in %j the questions %j', (text, questions) => {
    expect(questionsIn(text)).toEqual(questions)
  })

  it.each([
    ['hoeveel autonome vuurtorens zijn lid?', 'vuurtorens'],
    ['welke duinposten zijn lid?', 'duinposten'],
  ])('%j asks for %j', (text, head) => {
    expect(questionOf(text, 'nl').terms.find((term) => term.head)?.word).toBe(head)
  })

  it('counts the commonest word behind "hoeveel"', () => {
    expect(questionOf('hoeveel mensen mogen mee naar de boeienlijn?', 'nl').terms[0]).toMatchObject({
      word: 'mensen',
      head: true,
    })
  })

  it('lets the second of two alternatives weigh less than the first', () => {
    const weights = new Map(
      questionOf('mag een torenwachter zelf bellen of moet dat via de havenmeester?', 'nl').terms.map(
        ({ word, weight }) => [word, weight],
      ),
    )
    expect(weights.get('torenwachter')).toBe(1)
    expect(weights.get('havenmeester')).toBeLessThan(TELLING)
  })

  it('takes a negation for part of the question only in the clause that asks', () => {
    expect(questionOf('de gps vindt u niet, wat is de straat?', 'nl').negated).toBe(false)
    expect(questionOf('welke vuurtorens zijn niet lid?', 'nl').negated).toBe(true)
  })

  it.each([
    ['ledenblad, ondernemingsnummer en vergadering', ['ledenblad', 'ondernemingsnummer', 'vergadering']],
    ['Hoeveel vuurtorens? Wat is het ledenblad?', ['Hoeveel vuurtorens?', 'Wat is het ledenblad?']],
    ['hoeveel vuurtorens zijn lid', ['hoeveel vuurtorens zijn lid']],
  ])('cuts %j in parts', (text, parts) => {
    expect(facetsOf(text)).toEqual(parts)
  })
})
