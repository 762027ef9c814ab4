import { describe, expect, it } from 'vitest'
import { lack } from '../../../src/answering/frames/frames.js'

const ZONES = 'Bijna alle politiezones zijn lid. Van de lokale politie zijn 110 politiezones lid.'
const TOWNS = 'Alle leden samen: alle 300 Vlaamse gemeenten zijn lid, niet alleen de grote steden.'
const GROUPS =
  'In totaal zijn 58 intercommunales lid:\n- 25 afvalintercommunales\n- 11 voor streekontwikkeling'

describe('what figures about the members leave open', () => {
  it.each([
    ['welke politiezones precies zijn aangesloten?', ZONES],
    ['welke politiezones zijn lid', ZONES],
    ['hoeveel politiezones zijn geen lid', ZONES],
    ['noem de 25 afvalintercommunales', GROUPS],
    ['wie zijn die 58 intercommunales', GROUPS],
    ['kan u de lijst met namen van de afvalintercommunales doorsturen?', GROUPS],
    ['staat onze politiezone bij jullie ingeschreven als lid?', ZONES],
    ['is onze politiezone al lid', ZONES],
    ['is de vvsg voor of tegen fusies', TOWNS],
    ['wat vindt de vvsg van gemeentefusies', TOWNS],
    ['steunt de vvsg de fusies', TOWNS],
    ['welke politiezone was het eerste lid', ZONES],
    ['wie is jullie oudste lid', TOWNS],
    ['hoeveel leden hebben jullie uit Limburg', ZONES],
    ['wie zit er namens Limburg in jullie directiecomité', TOWNS],
    ['hoeveel politiezones waren lid in 2010', ZONES],
    ['wie controleert of gemeenten hun lidgeld betalen', TOWNS],
    ['wie van welke partij heeft het daar voor het zeggen', TOWNS],
    ['welke vakbonden zitten mee aan tafel', TOWNS],
    ['hoe berekent men de bijdrage van de ouders in de opvang', TOWNS],
    ['what is the contribution of the residents of a care home', TOWNS],
    ['onze stad zoekt een partner voor een europees project', TOWNS],
    ['must a municipality answer a letter within a week', TOWNS],
    ['moeten wij binnen twintig dagen antwoorden op een aanvraag', TOWNS],
    ['wanneer is de algemene vergadering', TOWNS],
    ['weet u wanneer de commissies samenkomen', TOWNS],
    ['kan ik de statuten van de vereniging ergens krijgen', TOWNS],
    [
      'wanneer krijgen wij de factuur van het lidgeld',
      'Het lidgeld is gebaseerd op het aantal inwoners (circa 2013).',
    ],
  ])('are no answer to "%s"', (question, text) => {
    expect(lack(question, text)).toBe(2)
  })

  it.each([
    ['hoeveel politiezones zijn lid', ZONES],
    ['kan onze politiezone lid zijn', ZONES],
    ['welke gemeenten zijn lid', TOWNS],
    ['hoeveel gemeenten zijn geen lid', TOWNS],
    ['is onze gemeente lid', TOWNS],
    ['is er een algemene vergadering', TOWNS],
    ['waarop letten jullie wanneer de raad van bestuur samengesteld wordt', TOWNS],
    ['hebben jullie statuten', TOWNS],
    ['when the board is put together, does gender count', TOWNS],
    ['voor welke partij zitten jullie aan tafel', 'De VVSG vertegenwoordigt de gemeenten als werkgever.'],
    ['noem de soorten intercommunales die lid zijn', GROUPS],
    ['welke intercommunales zijn lid', GROUPS],
    ['namens wie onderhandelen jullie', TOWNS],
    ['is de afkorting VVSG al oud', TOWNS],
    ['zijn jullie er voor de kleinste gemeenten', TOWNS],
    ['waar halen jullie de inspiratie voor jullie standpunten vandaan', TOWNS],
  ])('answer "%s"', (question, text) => {
    expect(lack(question, text)).toBe(0)
  })
})
