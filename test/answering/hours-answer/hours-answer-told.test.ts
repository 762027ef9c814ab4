import { describe, expect, it } from 'vitest'
import { answerHours } from '../../../src/answering/hours-answer/hours-answer.js'
import { detectLanguage } from '../../../src/answering/question/language.js'
import { brussels, sampleHours } from '../../hours/sample.js'
import { lines } from '../interpretation/read.js'

const ask = (question: string, previous: string | null = null) =>
  answerHours(question, brussels('2026-11-23 10:00'), sampleHours, detectLanguage(question), previous)

/** The verdict, and the day that was understood. */
const TOLD: readonly (readonly [string, 'yes' | 'no' | null, string | null])[] = [
  ['Kerstmis valt dit jaar op een vrijdag: is het gebouw dan toegankelijk', 'no', '2026-12-25'],
  ['Pasen is op 1 april in 2029; de dag erna, sta ik dan voor een gesloten deur', 'yes', '2029-04-02'],
  ['O.L.V.-Hemelvaart valt in 2028 op een dinsdag, is er dan volk op de bureaus?', 'no', '2028-08-15'],
  ['1 mei 2027 is een zaterdag. De maandag erop, zijn jullie er dan terug?', 'yes', '2027-05-03'],
  ['met allerheiligen moet ik toch in Brussel zijn. kan ik dan bij jullie aankloppen?', 'no', '2027-11-01'],
  ['Wij rijden op 21 juli naar Brussel. Loont het om bij jullie binnen te springen?', 'no', '2027-07-21'],
  ['Wapenstilstand is voor ons een gewone werkdag. Voor jullie ook?', 'no', '2027-11-11'],
  ['ik wou 1 januari even bellen, is dat zinloos', 'yes', '2027-01-01'],
  ['paasmaandag is het bij jullie ook verlof zeker', 'yes', '2027-03-29'],
  ['wij vertrekken pas om tien na drie uit Hasselt, halen wij het nog vrijdag', null, '2026-11-27'],
  ['is tien voor half twee te vroeg om jullie te proberen', 'no', null],
  ['kan de chauffeur jullie omslag nog kwijt om tien voor vijf', 'no', null],
  ['als ik om kwart na twaalf de hoorn opneem, krijg ik dan iemand van jullie te horen?', 'yes', null],
  ['gaan jullie allemaal samen eten om half een of blijft er iemand aan de telefoon', 'no', null],
  ['ik zit in vergadering tot half één, neemt er dan nog iemand op', 'no', null],
  ['onze raad duurt tot kwart voor vijf, krijg ik jullie daarna nog aan de lijn', 'yes', null],
  ['kan ik om 17u nog bellen of ben ik dan te laat', 'no', null],
  ['mag ik om 12u45 bellen of wacht ik beter tot na de middag', 'no', null],
  ['bel al 3x om 13u10 en niemand neemt op!!', 'no', null],
  ['is de telefoon bemand tussen half een en half twee', 'no', null],
  ['kan ik jullie bellen tussen 12u en 13u', null, null],
  ['kan ik jullie bellen tussen 9u en 10u', 'yes', null],
  ['kan ik zaterdag tussen 10u en 11u langskomen', 'no', '2026-11-28'],
  ['is er op vrijdag na vieren nog telefonisch gehoor', 'yes', '2026-11-27'],
  ['onze koerier vertrekt om kwart over drie uit Gent, raakt die vrijdag nog binnen?', null, '2026-11-27'],
  ['om 8u25 krijg ik niemand te pakken, is dat normaal?', 'yes', null],
  ['op 21 juli wou ik bellen, hoor ik dan iemand', 'no', '2027-07-21'],
  ['is de kust vrij om te bellen om 14u', 'yes', null],
  ['Do you close for lunch?', 'no', null],
  ['ik heb pauze van 12u30 tot 13u, kan ik dan bellen met jullie? anders wanneer wel', 'no', null],
  ['sluiten jullie over de middag', 'no', null],
  ['ben ik om tien over vier op vrijdag nog welkom', 'no', '2026-11-27'],
  ["hoe vroeg is er 's ochtends iemand in dat gebouw", null, null],
  ['k zie 17u12 op mijn klok.. heeft bellen nog zin', 'no', null],
  ['het is hier al kwart na vijf, neemt er nog iemand op?', 'no', null],
  ['om 13u stipt even bellen vanuit de dienstwagen, is er dan al iemand terug?', 'no', null],
  ['mijn trein komt om 7u50 toe, kan ik direct bij u binnen of moet ik nog ergens gaan zitten', 'no', null],
  ['vrijdagnamiddag tussen 4 en 5 nog opbellen, of zijn ze dan al in weekend?', 'yes', '2026-11-27'],
  ['neemt er om 13u iemand op bij jullie', 'no', null],
  ['tot hoe laat mag mijn collega nog proberen om u aan de lijn te krijgen', null, null],
  ['mijn planning zit vol: geef mij gewoon de uren waarop ik kan telefoneren', null, null],
  ['ik heb hier een dossier over een bouwvergunning liggen, hoe laat is de balie open', null, null],
  [
    'hebben jullie met Kerstmis iemand aan het onthaal? Wij werken die dag gewoon verder.',
    'no',
    '2026-12-25',
  ],
  ['dus na half vijf is jullie gebouw dicht maar kan ik wel nog bellen?', 'yes', null],
  ['telefoneren tijdens de lunch heeft dus geen zin?', 'yes', null],
  ['Do you close earlier on Fridays?', 'yes', '2026-11-27'],
  ['kan mijn burgemeester u morgen om halfdrie telefoneren', 'yes', '2026-11-24'],
  ['mijn baas wil bij u langskomen, tussen welke uren kan dat?', null, null],
  ['onze penningmeester wil jullie opbellen, tot hoe laat kan dat', null, null],
]

/** Days held against the others. */
const COMPARED: readonly (readonly [string, 'yes' | 'no' | null])[] = [
  ['sluit ge vrijdag vroeger dan de andere dagen', 'yes'],
  ['is het kantoor vrijdag langer open', 'no'],
  ['zijn de telefoonuren op vrijdag anders dan op andere dagen', 'no'],
  ['zijn jullie uren op vrijdag dezelfde', 'no'],
  ['is het kantoor dinsdag even lang open', 'yes'],
  ['sluiten jullie vroeger op 24 en 31 december?', 'no'],
  ['sluiten jullie op 11 november vroeger', null],
]

const CLAIMED: readonly (readonly [string, 'yes' | 'no'])[] = [
  ['ik noteer: telefoon stopt om 16u30. correct?', 'no'],
  ['volgens ons handboek staat de lunch bij jullie van 12.00 tot 13.00, is dat nog zo', 'no'],
  ['wij noteerden dat de lijn dicht is van half een tot half twee, klopt dat nog', 'yes'],
  ['in onze gids staat: kantoor 8.30 tot 16.30 uur. juist?', 'yes'],
  ['op onze affiche staat "VVSG bereikbaar 9-12 en 13-16u", moeten we dat aanpassen?', 'yes'],
  ['op jullie oude folder staat tot 18 uur. Geldt dat nog?', 'no'],
  ['kantooruren ma-vr 9u tot 17u, is dat nog actueel', 'no'],
  ['Volgens de website van onze koepel is het kantoor op vrijdag tot 16 uur open. Correct?', 'yes'],
  ['op mijn post-it: telefoon dicht 12.30-13.30, nog altijd zo?', 'yes'],
  ['De middagpauze aan de telefoon loopt van 12 tot 13 uur, juist?', 'no'],
  ['sluiten de kantoren op vrijdag om 4 uur?', 'yes'],
  ['sluiten jullie om 17 uur?', 'no'],
  ['gaan de deuren om 9u open', 'no'],
  ['opent het kantoor om half negen', 'yes'],
  ['jullie doen den telefoon toch ook om 16u30 dicht zeker, zoals het gebouw?', 'no'],
  ['Is it still the case that you close at 4 pm on Fridays?', 'yes'],
]

const SOMETHING_ELSE = lines(`
  Wij geven ons personeel vrij op 11 juli, mag dat?
  ons gemeentehuis is dicht op 11 november, moeten we dat publiceren?
  Is het loket, de bibliotheek en het kantoor open op 11 november
  Stuur ons de factuur. Zijn jullie morgen open?
  Hoeveel gemeenten zijn lid, en zijn jullie vrijdag open?
  kunnen jullie op vrijdag langskomen voor een toelichting aan de raad
  wie van jullie is op 11 november aanwezig op de herdenking
  hebben jullie iemand die vrijdag een vorming kan geven
  glijdende werktijden: telefoon bemand tot 17u?
  bel me morgen om 10u
  Waar werken jullie rond?
  welke bus stopt er voor de deur van Huis Madou
  pakken jullie dat dossier op
  kan ik tussen 4 en 5 deelnemers inschrijven
  onze telefoon stopt om 16u30, correct?
  het stembureau is open van 8 tot 14 uur, klopt dat?
  het recyclagepark sluit om 16u30, juist?
  wij willen jullie vragen of ons OCMW langs mag gaan bij cliënten, tussen welke uren kan dat?
  wanneer komen jullie bij ons langs voor de doorlichting?
  sluit het loket vrijdag vroeger dan de andere dagen
`)

describe('the hours, with a story around the question', () => {
  it.each(TOLD)('%s: %s, %s', (question, verdict, day) => {
    const answer = ask(question)
    expect(answer).toMatchObject({ verdict })
    expect(answer?.asked.days?.from ?? null).toBe(day)
  })

  it.each(COMPARED)('%s: %s', (question, verdict) => {
    expect(ask(question)).toMatchObject({ verdict })
  })

  it.each(CLAIMED)('%s: %s', (question, verdict) => {
    expect(ask(question)).toMatchObject({ verdict })
  })

  it.each(SOMETHING_ELSE)('are not what is asked in "%s"', (question) => {
    expect(ask(question)).toBeNull()
  })

  it.each([
    ['en de dag daarna?', '2027-11-12'],
    ['en de dag ervoor?', '2027-11-10'],
    ['en twee dagen later?', '2027-11-13'],
    ['en de maandag erop?', '2027-11-15'],
  ])('count "%s" from the day before it', (question, day) => {
    expect(ask(question, 'is er iemand op 11 november 2027')?.asked.days).toEqual({ from: day, until: day })
  })
})
