import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerHours } from '../../../src/answering/hours-answer/hours-answer.js'
import { cpuMs } from '../../fakes/cpu-time.js'
import { brussels, sampleHours } from '../../hours/sample.js'

const WEEK =
  'De kantoren zijn open van 8.30 tot 16.30 uur, op vrijdag tot 16 uur; ' +
  'telefonisch bereikbaar van 8.30 tot 12.30 uur en van 13.30 tot 17 uur.'

const ask = (question: string, at = '2026-11-23 10:00', previous: string | null = null) =>
  answerHours(question, brussels(at), sampleHours, 'nl', previous)

/** Monday 23 November 2026, 10.00 unless the row says otherwise: question, verdict, what the text says. */
const ANSWERED: readonly (readonly [string, 'yes' | 'no' | null, readonly string[], string?])[] = [
  ['zijn jullie nu open?', 'yes', ['Ja, het kantoor is nu open, tot 16.30 uur', 'bemand, tot 12.30 uur']],
  [
    'Zijn jullie nu open?',
    'no',
    ['Nee, het kantoor is nu gesloten', 'maandag 23 november) open vanaf 8.30 uur'],
    '2026-11-22 10:00',
  ],
  [
    'zijn jullie nog open',
    'no',
    ['bemand, tot 17 uur', '02 211 55 00', 'dinsdag 24 november) open vanaf 8.30'],
    '2026-11-23 16:45',
  ],
  [
    'open?',
    'no',
    ['gesloten (Wapenstilstand, een wettelijke feestdag), morgen (donderdag 12 november)'],
    '2026-11-11 10:00',
  ],
  [
    'kan ik vrijdag om 16u15 nog binnenspringen?',
    'no',
    [
      'Nee, vrijdag 27 november om 16.15 uur',
      'open van 8.30 tot 16 uur',
      'telefonisch bereikbaar, tot 17 uur',
    ],
  ],
  [
    'is de telefoon om 16u45 nog bemand? dacht dat ge om 16u30 toe waart',
    'yes',
    ['telefonisch bereikbaar tot 17 uur', 'kantoor open van 8.30 tot 16.30 uur'],
  ],
  ['is er om half vijf nog iemand op kantoor?', 'no', ['om 16.30 uur is het kantoor gesloten']],
  [
    'kan ik om kwart na vier nog langskomen',
    'yes',
    ['vandaag om 16.15 uur is het kantoor open, tot 16.30 uur'],
  ],
  ['kan ik jullie om 17u bellen?', 'no', ['vandaag om 17 uur is de telefoon niet bemand']],
  [
    'zijn jullie om 12u30 telefonisch bereikbaar',
    'no',
    ['12.30 uur is de telefoon niet bemand', 'Het kantoor is dan wel open'],
  ],
  [
    'is de telefoon bemand tijdens de middag',
    'no',
    ['tijdens de middag is de telefoon niet bemand', 'Het kantoor is dan wel open'],
  ],
  [
    'zijn jullie open over de middag?',
    'yes',
    ['tijdens de middag is het kantoor open', 'De telefoon is dan niet bemand (opnieuw vanaf 13.30 uur)'],
  ],
  ['zijn jullie bereikbaar tijdens de lunch', 'yes', []],
  ['zijn jullie vanavond bereikbaar?', 'no', ['vanavond zijn we gesloten']],
  ["zijn jullie 's avonds open", 'no', ["'s avonds zijn we gesloten"]],
  ['zijn jullie maandagvoormiddag open', 'yes', []],
  ['zijt ge open op 11 november', 'no', ['Wapenstilstand', '12 november 2027 opnieuw open vanaf 8.30 uur']],
  [
    'zijt ge toe op 11 november',
    'yes',
    ['Ja, donderdag 11 november 2027 zijn we gesloten (Wapenstilstand, een wettelijke feestdag)'],
  ],
  [
    'zijn jullie morgen gesloten?',
    'no',
    ['Nee, morgen (dinsdag 24 november) is het kantoor open van 8.30 tot 16.30 uur'],
  ],
  ['zijn jullie morgen open', 'yes', ['morgen (dinsdag 24 november)']],
  [
    'overmorgen telefonisch bereikbaar?',
    'yes',
    ['woensdag 25 november zijn we telefonisch bereikbaar van 8.30 tot 12.30 uur en van 13.30 tot 17 uur'],
  ],
  ['zijn jullie er vrijdag?', 'yes', ['open van 8.30 tot 16 uur']],
  [
    'zijn jullie in het weekend open',
    'no',
    ['in het weekend zijn we gesloten', 'Maandag 30 november opnieuw open'],
  ],
  ['open met kerst?', 'no', ['Kerstmis', 'Maandag 28 december']],
  [
    'zijn jullie open tussen kerst en nieuw?',
    'yes',
    ['op weekdagen open op de gewone uren', 'geen extra sluitingsdagen op onze lijst'],
  ],
  [
    'zijn jullie open in de kerstvakantie',
    'yes',
    ['behalve op vrijdag 25 december (Kerstmis) en vrijdag 1 januari 2027 (Nieuwjaar)'],
  ],
  ['zijn jullie er met hemelvaart', 'no', ['O.L.H.-Hemelvaart']],
  ['is het kantoor open op de brugdag?', 'yes', ['vrijdag 7 mei 2027', 'geen extra sluitingsdagen']],
  ['zijn jullie op 11 juli 2029 open', 'no', ['Feestdag van de Vlaamse Gemeenschap']],
  ['zijn jullie vrijdag tot 16u30 open', 'no', ['open van 8.30 tot 16 uur']],
  ['kan ik jullie al voor 9 uur bellen', 'yes', ['van 8.30']],
  [
    'zijn jullie vandaag open',
    'no',
    ['vandaag is het kantoor open van 8.30 tot 16.30 uur', 'nu gesloten'],
    '2026-11-23 18:00',
  ],
  [
    'tot hoe laat telefonisch bereikbaar',
    null,
    ['Telefonisch bereikbaar van 8.30 tot 12.30 uur en van 13.30 tot 17 uur', 'nu bemand, tot 12.30 uur'],
  ],
  ['openingsuren', null, [`${WEEK} Het kantoor is nu open`]],
  ['openigsuren', null, [WEEK]],
  ['Goeiemorgen, wat zijn jullie openingsuren? bedankt!', null, [WEEK]],
  ['openingsuren vrijdag', null, ['Vrijdag 27 november is het kantoor open van 8.30 tot 16 uur']],
  [
    'tot hoe laat zijn jullie vrijdag open?',
    null,
    ['Vrijdag 27 november is het kantoor open van 8.30 tot 16 uur'],
  ],
  ['vanaf hoe laat kan ik bellen', null, [WEEK.slice(0, 20).toLowerCase()]],
  [
    'wanneer zijn jullie gesloten?',
    null,
    ['vrijdag 25 december (Kerstmis)', 'maandag 29 maart 2027 (paasmaandag)'],
  ],
]

describe('a question about when VVSG is there', () => {
  const rows = ANSWERED.map(([question, verdict, said, at]) => ({ question, verdict, said, at }))

  it.each(rows)('$question: $verdict', ({ question, verdict, said, at }) => {
    const answer = ask(question, at)
    expect(answer?.verdict).toBe(verdict)
    expect(answer?.text.startsWith('Ja, ')).toBe(verdict === 'yes')
    expect(answer?.text.startsWith('Nee, ')).toBe(verdict === 'no')
    for (const part of said) expect(answer?.text).toContain(part)
    expect(answer?.text).toContain('e kantoren zijn open van 8.30 tot 16.30 uur, op vrijdag tot 16 uur')
    expect(answer?.text).toContain('van 8.30 tot 12.30 uur en van 13.30 tot 17 uur')
  })

  it('is answered in English', () => {
    const answer = answerHours(
      'are you open on friday at 4:15 pm?',
      brussels('2026-11-23 10:00'),
      sampleHours,
      'en',
    )
    expect(answer?.text).toBe(
      'No, Friday 27 November at 16:15 the office is closed: that day the office is open from 8:30 to 16:00. ' +
        'You can still reach us by telephone then, until 17:00, on 02 211 55 00. ' +
        'The offices are open from 8:30 to 16:30, on Friday until 16:00; ' +
        'the telephone is staffed from 8:30 to 12:30 and from 13:30 to 17:00.',
    )
    for (const question of [
      'opening hours',
      'when are you open?',
      'can I call you now?',
      'are you closed tomorrow?',
      'is anyone in the office on saturday',
    ]) {
      expect(answerHours(question, brussels('2026-11-23 10:00'), sampleHours, 'en')).not.toBeNull()
    }
  })

  it('tells what it rests on', () => {
    expect(ask('kan ik jullie vrijdag om 14u bellen')).toMatchObject({
      timetables: ['telephone', 'office'],
      asked: { days: { from: '2026-11-27', until: '2026-11-27' }, clock: 840, part: null },
      status: { at: '2026-11-23T10:00:00+01:00' },
    })
  })

  it('is right on both days on which the clocks change, and after', () => {
    expect(ask('zijn jullie nu open', '2026-03-29 09:00')?.verdict).toBe('no')
    expect(ask('zijn jullie nu open', '2026-03-30 08:30')?.verdict).toBe('yes')
    expect(ask('zijn jullie nu open', '2026-10-26 08:29')?.verdict).toBe('no')
    expect(ask('zijn jullie morgen open', '2026-10-25 02:30')?.text).toContain('maandag 26 oktober')
  })
})

describe('a question that only looks like it', () => {
  it.each([
    'openingsuren recyclagepark',
    'openingsuren van ons gemeentehuis aanpassen',
    'telefoon van een personeelslid terugvorderen',
    'sluitingsuur cafés reglement',
    'hoe lang moet het loket open zijn',
    'kunnen we het college om 8u samenroepen',
    'moeten wij op 11 juli open zijn?',
    'zijn we morgen open',
    'zijn wij verplicht open op brugdagen',
    'werken wij op 11 november',
    'op welk mailadres kan ik jullie bereiken?',
    'hoe kan ik jullie bereiken',
    'wat is jullie telefoonnummer',
    'niv 1 op 22 januari om 16u30?',
    'mag ik vrijdag een workshop boeken',
    'wanneer krijg ik antwoord',
    'hallo',
    'bedankt',
    'wie ben je',
    'kunnen jullie mij bellen',
    'bel me morgen',
    'wanneer bellen jullie terug',
    'kunnen jullie langskomen op vrijdag',
    'kan iemand langskomen bij ons',
    'hoe laat is het',
    'kan ik iemand spreken',
    'adres btw nummer en openingsuren in 1 antw plz',
    'is de zitting open',
    'openbaarheid van bestuur termijn',
    'mag de bib dicht tussen kerst en nieuw',
    'werken jullie met Slack',
    'wanneer zijn jullie nieuwe kantoren klaar',
    'hoe lang blijft een omgevingsvergunning open',
    'nachtwinkels sluiten om 1u',
    'kan de schepen telefonisch deelnemen aan het college',
    'telefonische permanentie OCMW verplicht',
    'winkels open op zondag',
    'hebben jullie een model van openingsuren',
    'openingsuren stembureau 8u tot 13u',
    'sluitingsdagen kinderopvang feestdagen',
    'mag het gemeentehuis dicht op de brugdag na hemelvaart',
    'glijdende werktijden: telefoon bemand tot 17u?',
    'staat de vacature nog open',
    'when do I get an answer',
    'is the council meeting open to the public',
    'feestdagen personeel 2027',
    'verlof tussen kerst en nieuw',
    'morgen',
    'om 16u30',
    'en op vrijdag?',
    '',
  ])('%s', (question) => {
    expect(ask(question)).toBeNull()
  })
})

describe('a follow-up', () => {
  const first = 'zijn jullie vrijdag om 16u15 open?'

  it.each<readonly [string, 'yes' | 'no' | null, string]>([
    ['en donderdag?', 'yes', 'donderdag 26 november om 16.15 uur is het kantoor open'],
    ['en telefonisch?', 'yes', 'vrijdag 27 november om 16.15 uur zijn we telefonisch bereikbaar tot 17 uur'],
    ['en om 15u', 'yes', 'vrijdag 27 november om 15 uur is het kantoor open, tot 16 uur'],
    ['tot hoe laat dan?', null, 'Vrijdag 27 november is het kantoor open van 8.30 tot 16 uur'],
    ['ok en in het weekend', 'no', 'in het weekend zijn we gesloten'],
    ['en nu?', 'yes', 'het kantoor is nu open'],
  ])('%s', (question, verdict, said) => {
    const answer = ask(question, undefined, first)
    expect(answer?.verdict).toBe(verdict)
    expect(answer?.text).toContain(said)
  })

  it('is no follow-up when it is about something else, or follows something else', () => {
    expect(ask('en hoeveel kost dat?', undefined, first)).toBeNull()
    expect(ask('bedankt', undefined, first)).toBeNull()
    expect(ask('en op vrijdag?', undefined, 'hoeveel gemeenten zijn er lid?')).toBeNull()
  })

  it('leads to a question in full that means the same, so that the next can follow it', () => {
    const followUps = [
      'en donderdag?',
      'en telefonisch?',
      'en om 17u?',
      'en morgenvoormiddag',
      'en tussen kerst en nieuw',
      'en nu',
      'tot hoe laat',
      'en in het weekend',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...followUps), { minLength: 1, maxLength: 4 }), (questions) => {
        let previous = first
        for (const question of questions) {
          const answer = ask(question, undefined, previous)
          expect(answer).not.toBeNull()
          previous = answer?.question ?? ''
          expect(ask(previous)).toMatchObject({ verdict: answer?.verdict, asked: answer?.asked })
        }
      }),
    )
  })
})

describe('any text at all', () => {
  it('is answered or not, in a moment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        ask(text, undefined, 'zijn jullie open?')
      }),
    )
    const ms = cpuMs(() => {
      for (let i = 0; i < 200; i++) ask('kan ik vrijdag om 16u15 nog binnenspringen?')
    })
    expect(ms / 200).toBeLessThan(5)
  })
})
