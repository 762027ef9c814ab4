import { describe, expect, it } from 'vitest'
import { answerHours } from '../../../src/answering/hours-answer/hours-answer.js'
import type { Language } from '../../../src/texts/language.js'
import { brussels, sampleHours } from '../../hours/sample.js'

const ask = (question: string, at = '2026-11-23 10:00', language: Language = 'nl') =>
  answerHours(question, brussels(at), sampleHours, language)

describe('answerHours, about bringing, fetching and turning up', () => {
  it.each([
    ['kan ik morgen een pakje afgeven aan de balie', 'yes', 'van 8.30 tot 16.30 uur'],
    ['mag ik vrijdag om 16u een dossier komen brengen', 'no', 'van 8.30 tot 16 uur'],
    ['tot hoe laat kan de koerier vandaag stukken leveren', null, 'van 8.30 tot 16.30 uur'],
    ['kan ik donderdag een map ophalen op kantoor', 'yes', 'van 8.30 tot 16.30 uur'],
    ['kan de koerier zaterdag iets komen afleveren', 'no', 'Maandag 30 november opnieuw open vanaf 8.30 uur'],
    ['zijde nu open? ik sta om de hoek', 'yes', 'tot 16.30 uur'],
    ['morgen om 8u stipt aan de deur, is er dan al volk', 'no', 'van 8.30'],
    ['bel ik best om 13u of iets later?', null, 'van 13.30 tot 17 uur'],
    ['is het gebouw over de middag toe? ik wou dinsdag om 12u45 langskomen', 'no', 'het kantoor open, tot'],
    ['Krijg ik donderdag om 17.15 uur nog iemand aan de lijn?', 'no', 'van 13.30 tot 17 uur'],
    ['zaterdagvoormiddag open?', 'no', 'Maandag 30 november opnieuw open vanaf 8.30 uur'],
    ['zijn jullie gesloten op kerstmis', 'yes', 'Kerstmis, een wettelijke feestdag'],
  ] as const)('answers "%s"', (question, verdict, says) => {
    const answer = ask(question)
    expect(answer?.verdict).toBe(verdict)
    expect(answer?.text).toContain(says)
  })

  it.each([
    ['can I drop off a parcel on Friday at 4 pm', '8:30 to 16:00'],
    ['Until when are your phones answered in the morning?', '8:30 to 12:30'],
    ['are you open on 25 December?', 'Christmas Day, a public holiday'],
  ])('answers "%s"', (question, says) => {
    expect(ask(question, '2026-11-23 10:00', 'en')?.text).toContain(says)
  })

  it.each([
    'is het gemeentehuis open morgen',
    'wanneer is het loket open om een dossier af te geven',
    'tot hoe laat kan ik afval brengen naar het recyclagepark',
    'kan ik mijn dossier zaterdag ophalen in de bibliotheek',
    'is onze balie open om 17u',
    'moet de koerier een dossier afgeven op het gemeentehuis',
    'mag een burger stukken afgeven op kantoor',
    'wanneer kunnen we een dossier bezorgen',
    'wanneer kan ik stukken binnenbrengen',
    'wanneer moeten we de stukken bezorgen aan de raadsleden',
    'binnen welke termijn moeten we een dossier leveren aan de toezichthouder',
    'kunnen jullie het dossier vrijdag leveren',
  ])('leaves "%s" to others', (question) => {
    expect(ask(question)).toBeNull()
  })
})
