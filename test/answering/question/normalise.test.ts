import { describe, expect, it } from 'vitest'
import { normalise } from '../../../src/answering/question/normalise.js'

const PLAIN: readonly (readonly [string, string])[] = [
  ['En hoe berekenen ze de bijdrage vr het ocmw?', 'En hoe berekenen ze de bijdrage voor het ocmw?'],
  ['wa is t adres v/d vvsg aub??', 'wat is het adres van de vvsg alstublieft?'],
  ['overdragen nr een welzijnsvereniging', 'overdragen naar een welzijnsvereniging'],
  ['telefoon nr plz', 'telefoon nummer alstublieft'],
  ['zie nr 5 en nr. 7', 'zie nummer 5 en nummer 7'],
  ['wat is jullie btw nr', 'wat is jullie btw nummer'],
  [
    'adres btw nummer en openingsuren in 1 antw plz',
    'adres btw nummer en openingsuren in 1 antwoord alstublieft',
  ],
  ['contractueel ziek na 6 mnd', 'contractueel ziek na 6 maanden'],
  ['1 mnd opzeg', '1 maand opzeg'],
  ['opleiding ipv advies ivm GAS', 'opleiding in plaats van advies in verband met GAS'],
  ['m.b.t. de agenda', 'met betrekking tot de agenda'],
  ['i.p.v. een brief', 'in plaats van een brief'],
  ['obv inw', 'op basis van inwoners'],
  ['igv ziekte evt uitstel', 'in geval van ziekte eventueel uitstel'],
  ['zijt gij een robot of ne mens', 'bent u een robot of een mens'],
  ['gij zijt echt nen hopeloze bot', 'u bent echt een hopeloze bot'],
  ['dacht dat ge om 16u30 toe waart', 'dacht dat u om 16u30 toe waart'],
  ["'k wil 't weten", 'ik wil het weten'],
  ['installatiepremie 2de keer kan da', 'installatiepremie 2de keer kan dat'],
  ['buiten afval en streekontw.?', 'buiten afval en streekontwikkeling?'],
  ['idd, mss morgen', 'inderdaad, misschien morgen'],
  ["foto's v kinderen op fb v d gemeente", "foto's van kinderen op fb van de gemeente"],
  ['stand v zaken lok. best.', 'stand van zaken lokale besturen'],
  ['Wa kost da?', 'Wat kost dat?'],
  ['hvl gem. zijn lid', 'hoeveel gemeente zijn lid'],
  ['kaartnr [eid]', 'kaartnummer [eid]'],
  ['halloooo!!!', 'halloo!'],
  ['wat  is\u00a0dit\n\nnu', 'wat is dit nu'],
  ['de ‘AGB’s’ en “VVSG”', "de 'AGB's' en \"VVSG\""],
  ['AUB antwoord', 'Alstublieft antwoord'],
  ['sessie voor 12 pers op 3 maart', 'sessie voor 12 personen op 3 maart'],
]

const UNTOUCHED = [
  'is de telefoon om 16u45 nog bemand?',
  'klopt het dat BE 0451.857.573 het nummer is',
  'de VVSG heeft 300 leden en 43,9% lidgelden',
  'mag een OV een BV oprichten met VB of NR',
  'Bischoffsheimlaan 1-8, 1000 Brussel',
  'contact: info@vvsg.be of www.vvsg.be',
  'vraag van Max Claes over 5 m stoep',
  'ik ben van de pers',
  'dat is best.',
  'van 8.30 tot 16.30 uur... en dan?',
  'reserveer 20/4 hele dag',
  'hoofdstuk III',
  '',
]

describe('normalise', () => {
  it.each(PLAIN)('reads "%s" as "%s"', (typed, plain) => {
    expect(normalise(typed)).toBe(plain)
  })

  it.each(UNTOUCHED)('leaves "%s" as it is', (text) => {
    expect(normalise(text)).toBe(text)
  })

  it('changes nothing the second time', () => {
    for (const [typed] of PLAIN) expect(normalise(normalise(typed))).toBe(normalise(typed))
  })
})
