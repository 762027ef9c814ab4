import { describe, expect, it } from 'vitest'
import { answerHours } from '../../../src/answering/hours-answer/hours-answer.js'
import { detectLanguage } from '../../../src/answering/question/language.js'
import { brussels, sampleHours } from '../../hours/sample.js'
import { lines } from '../interpretation/read.js'

const ask = (question: string, previous: string | null = null) =>
  answerHours(question, brussels('2026-11-23 10:00'), sampleHours, detectLanguage(question), previous)

const ASKED: readonly (readonly [string, 'yes' | 'no' | null])[] = [
  ['zijn uw burelen al open om half negen', 'yes'],
  ['Kan ik zonder afspraak nog binnen om 16u20 op een dinsdag?', 'yes'],
  ['we komen vrijdag met de trein toe om 15u40, redden we dat nog?', 'yes'],
  ['Op welke dag gaan de deuren vroeger dicht en hoe laat is dat dan?', null],
  ["'s morgens om 8 uur gebeld, niemand. Wanneer begint de permanentie?", null],
  ['morgenvroeg 9u30 langskomen ok?', 'yes'],
  ['tweede pinksterdag 17 mei 2027, is vvsg dan open of niet', 'no'],
  ['11 november 2027 is een donderdag. Kan ik dan bellen?', 'no'],
  ['1 nov volgend jaar: open ja of nee', 'no'],
  ['volgens mijn schepen is het kantoor op vrijdag open tot 19 uur, bevestig', 'no'],
  ['bellen lukt niet om 12u45, klopt dat?', 'yes'],
  ['binnen 3 uur heb ik tijd om te bellen (dus om 13u), is er dan iemand?', 'no'],
  ['vanaf hoe laat na de middag pakken ze terug de telefoon op', null],
  ['What are your office hours?', null],
  ['volgens een collega zijn jullie op zaterdag open, klopt dat?', 'no'],
  ['mijn collega zegt dat jullie vrijdag om 16u al dicht zijn', 'yes'],
  ['klopt het dat jullie zaterdag niet open zijn?', 'yes'],
  ['klopt het dat jullie dinsdag niet open zijn', 'no'],
  ['wanneer gaat de receptie open', null],
  ['jullie uren aub', null],
  ['donderdag of vrijdag open tot wanneer?', null],
  ['zijn jullie donderdag of vrijdag open', 'yes'],
  ['zijn jullie vrijdag of zaterdag open', null],
  ['mag ik morgen om 9u toekomen', 'yes'],
  ['kunnen we woensdag om 14u aankomen', 'yes'],
  ['over een half uur nog iemand op kantoor? het is zaterdag', 'no'],
  ['kan ik over een kwartier bellen', 'yes'],
  ['binnen 2 uur iemand aan de telefoon?', 'yes'],
  ['is er morgen om 12u45 iemand bereikbaar aan de telefoon', 'no'],
  ['pinkstermaandag 2027 open?', 'no'],
  ['zijn jullie op 11 juli 2028 open', 'no'],
  ['are you open on 11 July 2028?', 'no'],
  ['21 juli volgend jaar toe of open', 'no'],
  ['15 aug volgend jaar open?', 'no'],
  ['2 november volgend jaar kan ik bellen?', 'yes'],
  ['open op O.L.V.-Hemelvaart?', 'no'],
  ['op tweede kerstdag bereikbaar', 'no'],
  ['OLH hemelvaart bemand?', 'no'],
  ['dag van de arbeid open?', 'no'],
  ['What time do you close on Fridays?', null],
  ['Is the reception open at 9 am?', 'yes'],
  ['Is somebody at the desk on Saturday?', 'no'],
  ['office hours?', null],
  ['hebben jullie een middagpauze', null],
  ['sluiten jullie over de middag? welke uren?', null],
  ['kan ik tussen de middag bellen', 'no'],
  ['tot hoe laat kan ik de deur binnen', null],
  ['kan ik dinsdag nog binnen om 16u15', 'yes'],
  ['raak ik vrijdag om 16u10 nog binnen?', 'no'],
  ['vm telefonisch bereikbaar?', 'yes'],
  ['zat nm open?', 'no'],
  ['kom ik woensdag om 11u toe, is er dan iemand?', 'yes'],
]

const SOMETHING_ELSE = lines(`
  wanneer is ons gemeentehuis verplicht open
  openingsuren recyclagepark zaterdag
  sluitingsuur cafés in het reglement
  is het loket burgerzaken open op zaterdag
  telefonische permanentie van ons OCMW buiten de uren
  mag ons loket een middagpauze hebben
  hoe lang is de middagpauze van het personeel
  recht op middagpauze
  mag een raadslid om 20u toekomen op de zitting
  binnen welke termijn krijg ik antwoord
  wanneer komt de subsidie binnen
  wanneer moet de aanvraag binnen zijn
  volgens onze schepen is het kantoor van de burgemeester open
  hoeveel uren duurt de opleiding
  kan ik donderdag of vrijdag een workshop boeken
  we zijn met twee personen op 3 maart
  kunnen jullie bij ons langskomen op vrijdag
  wanneer begint de opleiding
  wanneer start de workshop
  wanneer eindigt de legislatuur
  hoe geraak ik met de trein tot bij jullie
  met welke bus kom ik naar jullie
  is er een deurbeleid voor cafés
  mag de bib om 18u sluiten
  kan ik een afspraak krijgen op dinsdag
  wie neemt de telefoon op bij het OCMW na 17u
  moeten wij op brugdagen open blijven
  blijven jullie de premie nog betalen
  is de deur van het stemlokaal open om 8u
  wat kost het om te bellen
  krijg ik een medewerker aan de lijn
  hoe laat begint de gemeenteraad
  is het zwembad open op 11 november
  kan ik iemand spreken
  zoek de uren van het containerpark
  uren van een jobstudent
  wanneer krijgen wij de factuur
  wanneer krijg ik jullie antwoord
  krijg ik morgen antwoord
  wanneer nemen jullie contact op
  wie neemt er op
  nemen jullie deel aan de onderhandelingen
  gaat de dag door op 3 maart
  gaat de workshop door
  is dat zeker
  klopt dat
  is dat juist?
  wie is er directeur
  wat zijn de uren
  kan dat op 4 maart om 10u
  twee dagen
  hoe lang duurt het
  wanneer is het
  kan ik vrijdag
  hoe laat start het
  kan ik iemand aan de lijn krijgen
`)

describe('the hours, asked in many ways', () => {
  it.each(ASKED)('%s: %s', (question, verdict) => {
    expect(ask(question)).toMatchObject({ verdict })
  })

  it.each(SOMETHING_ELSE)('are not what is asked in "%s"', (question) => {
    expect(ask(question)).toBeNull()
  })

  it('are told day by day when several days are asked for', () => {
    const text = ask('donderdag of vrijdag?', 'zijn jullie morgen open?')?.text
    expect(text).toContain('onderdag 26 november is het kantoor open van 8.30 tot 16.30 uur')
    expect(text).toContain('Vrijdag 27 november is het kantoor open van 8.30 tot 16 uur')
  })

  it('are the hours of the moment meant with "binnen 3 uur"', () => {
    expect(ask('kan ik binnen 3 uur bellen')?.text).toContain('Nee, vandaag om 13 uur')
    expect(ask('kan ik over een half uur bellen')?.text).toContain('Ja, vandaag om 10.30 uur')
  })

  it('of a closed day are a no in a follow-up', () => {
    expect(ask('en zaterdag?', 'wat zijn jullie openingsuren?')?.text).toMatch(/^Nee, zaterdag 28 november/)
    expect(ask('And on Saturdays?', 'What are your office hours?')?.verdict).toBe('no')
    expect(ask('en vrijdag?', 'wat zijn jullie openingsuren?')?.verdict).toBeNull()
  })

  it('say of a day that is still to be decided that it is', () => {
    expect(ask('zijn jullie op 11 juli 2028 open')?.text).toContain(
      'Nee, dinsdag 11 juli 2028 zijn we gesloten (Feestdag van de Vlaamse Gemeenschap, nog te bevestigen)',
    )
    expect(ask('are you open on 11 July 2028?')?.text).toContain('still to be confirmed')
    expect(ask('zijn jullie op 21 juli 2027 open')?.text).not.toContain('bevestigen')
  })

  it.each(['en op zaterdagen', 'en 4 januari?', 'And by phone?', 'en nu?'])('go on with "%s"', (question) => {
    expect(ask(question, 'zijn jullie morgen open?')).not.toBeNull()
  })
})
