import { describe, expect, it } from 'vitest'
import { normalise } from '../../../src/answering/question/normalise.js'
import { contactAsked } from '../../../src/answering/rewording/contact-question.js'
import { lines } from '../interpretation/read.js'

describe('a plain question for a contact, whatever is told around it', () => {
  it.each([
    ['ondernemingsnummer aub, moet het in ons leveranciersbestand zetten', 'ondernemingsnummer van de vvsg'],
    ['wat is jullie nr ook alweer? ben het kwijt', 'telefoonnummer van de vvsg'],
    ['kvind ulie nummerke niet meer op de brief staan, geef mij da eens', 'telefoonnummer van de vvsg'],
    ['zeg eens, op welk nummer kan onze schepen u bellen', 'telefoonnummer van de vvsg'],
    ['btw nummer vvsg, onze boekhoudster vraagt ernaar', 'btw-nummer van de vvsg'],
    ['ik moet iets opsturen naar jullie, naar waar', 'adres van de vvsg'],
    ['naar welk adres mag ik mailen', 'e-mailadres van de vvsg'],
    ['wat komt er op de enveloppe te staan', 'adres van de vvsg'],
    ['kunt ge mij es rap ulder adreske geven', 'adres van de vvsg'],
    ["wa is't nummer da'k moet draaien", 'telefoonnummer van de vvsg'],
    ['uw straat en huisnummer voor op het bestelformulier graag', 'adres van de vvsg'],
    ['wij sturen het getekende exemplaar per post, graag de juiste adressering', 'adres van de vvsg'],
    ['Where should our courier deliver a package?', 'adres van de vvsg'],
    ['tel nr en mailadres vvsg', 'telefoonnummer en e-mailadres van de vvsg'],
    ["ik moet een brief op de bus doen voor julie, wa zet ik op d'enveloppe", 'adres van de vvsg'],
    ['hoe heet de blok waar gulder in zit', 'hoe heet het gebouw van de vvsg'],
    ["schrijf je jullie straat met 1 of 2 f'en", 'in welke straat zit de vvsg'],
    ['ik heb een aangetekende brief voor jullie, waar adresseer ik die', 'adres van de vvsg'],
    ['adres aub sta aan het station', 'adres van de vvsg'],
    ['mijn schepen wil u straks eens horen, welk nummer tik ik in', 'telefoonnummer van de vvsg'],
    ['telefoneren lukt nooit, kan het ook schriftelijk via de computer?', 'kan ik jullie mailen'],
    ['Which number do I dial to get hold of someone at your front desk?', 'telefoonnummer van de vvsg'],
    ['We need your VAT ID for a supplier form, could you send it?', 'btw-nummer van de vvsg'],
    [
      'Geachte, in het kader van de actualisering van onze adressen had ik graag uw coördinaten ontvangen. Met hoogachting, het secretariaat',
      'contactgegevens van de vvsg',
    ],
    [
      'in ons leveranciersbestand staat BE 0451.857.537 bij jullie, de kbo vindt niks. tikfout?',
      'klopt het dat BE 0451.857.537 het btw-nummer van de vvsg is?',
    ],
  ])('%s: %s', (text, plain) => {
    expect(contactAsked(normalise(text))).toBe(plain)
  })

  it.each([
    [
      'ik heb hier 02 211 55 01 staan, is dat jullie nummer?',
      'klopt het dat 02 211 55 01 het telefoonnummer van de vvsg is?',
    ],
    [
      'op onze affiche staat 02 211 55 00, klopt dat',
      'klopt het dat 02 211 55 00 het telefoonnummer van de vvsg is?',
    ],
    [
      'de website van de provincie vermeldt 02 211 55 50 voor jullie, klopt dat wel?',
      'klopt het dat 02 211 55 50 het telefoonnummer van de vvsg is?',
    ],
    ['is 0451.857.573 van jullie?', 'klopt het dat 0451.857.573 het btw-nummer van de vvsg is?'],
  ])('%s is about the number that is stated', (text, plain) => {
    expect(contactAsked(normalise(text))).toBe(plain)
  })

  it.each(
    lines(`
    wat is het nummer van jullie jurist
    gsm nummer van de directeur
    rekeningnummer vvsg aub, moet lidgeld storten
    wat is jullie faxnummer
    is 02 211 55 00 gratis
    krijg ik nog een mail van jullie
    heb je mijn mail gekregen
    kunnen jullie mij bellen
    ik heb een brief gekregen van jullie
    wie beantwoordt de mail
    is mijn brief aangekomen
    kan het lidgeld ook schriftelijk opgezegd worden
    hoe heet de zaal waar we vergaderen
    schrijf je subsidiereglement met een streepje
    wat is het adres van de gemeente
    welk nummer heeft onze politiezone
    ik zoek het adres van OVSG
    ik zoek het agentschap binnenlands bestuur, wat is het nummer
    hoe laat beantwoorden jullie mails
    hoeveel nummers hebben jullie
    mag een burger zijn adres weigeren, en wat is jullie nummer
    waarom staat jullie adres niet op de brief
    `),
  )('is not what is asked in "%s"', (text) => {
    expect(contactAsked(normalise(text))).toBeNull()
  })
})
