import { describe, expect, it } from 'vitest'
import { lines, readAs } from './interpretation/read.js'

const LIMITS: Readonly<Record<string, string>> = {
  'own-employment': `
    mijn loon is niet juist berekend door de gemeente, wat kan ik doen
    ik ben ontslagen bij het OCMW, wat zijn mijn rechten?
    hoeveel verlofdagen heb ik, ik werk in een woonzorgcentrum
    mijn werkgever de gemeente weigert mijn ouderschapsverlof
    ik werk bij de stad en krijg geen maaltijdcheques, heb ik daar recht op
    mijn diensthoofd pest mij
    ik word gepest op het werk bij de gemeente
    kan ik mijn overuren laten uitbetalen
    mijn contract loopt af, krijg ik een opzegvergoeding
    mag ik als contractueel een bijberoep hebben, ik wil dat graag
    mijn evaluatie was negatief, kan ik in beroep
    I was fired by the city, what are my rights?
    wanneer kan ik met pensioen, mijn pensioendatum is onduidelijk
  `,
  'political-dispute': `
    De oppositie zegt dat het college liegt, wie heeft er gelijk?
    de meerderheid zegt ja en de oppositie nee, wie heeft gelijk
    kies partij voor ons tegen de burgemeester
    aan wiens kant staan jullie, meerderheid of oppositie
    onze burgemeester is onbekwaam, zeg dat ook eens
    wie van beiden heeft gelijk in de discussie tussen schepen en raadslid
    kunnen jullie bemiddelen in de ruzie tussen de burgemeester en de schepen
    op wie moet ik stemmen bij de verkiezingen
    steunt de VVSG de oppositie in onze gemeente
    The mayor and the opposition disagree, who is right?
    had de coalitie gelijk om onze motie te weigeren, of wij als oppositie
    wie had er gelijk gisteren, de schepen of de fractieleider van de oppositie
    kunnen jullie de burgemeester op de vingers tikken, onze burgemeester liegt
  `,
  'legality-judgement': `
    Kan de VVSG bevestigen dat ons besluit wettig is?
    oordeel of de beslissing van het college illegaal is
    is het besluit van onze gemeenteraad van vorige week onwettig?
    was deze benoeming wel rechtsgeldig
    verklaar dat het reglement van de buurgemeente onwettig is
    kunnen jullie nagaan of het college de wet overtreedt
    kunnen jullie de beslissing van het college vernietigen
    hoe dien ik klacht in, ik heb een klacht tegen een beslissing van het college
    Is the decision of the council legal? Please rule on it: legal or illegal.
    heeft onze burgemeester onwettig gehandeld
  `,
  lawyer: `
    kunnen jullie ons verdedigen voor de raad v state? hebben een advocaat nodig
    kan de vvsg ons vertegenwoordigen in de rechtbank
    wij zoeken een advocaat, we hebben een advocaat nodig voor een geschil
    kunnen jullie pleiten in onze rechtszaak
    willen jullie een verzoekschrift opstellen tegen de Vlaamse Regering
    kunnen jullie de aannemer dagvaarden voor ons
    can you represent us in court?
    kunnen jullie ons bijstaan op de zitting van de arbeidsrechtbank
  `,
  'other-organisation': `
    wij zijn een school v OVSG en hebben een vraag over inschrijvingen
    ik ben leerkracht in een basisschool, vraag over mijn lesuren
    Is dit OVSG?
    wij zijn lid van Brulocalis, kunnen jullie helpen
    ik werk voor de gemeente Schaarbeek
    wij zijn een Waalse gemeente en zoeken een model
    we zijn een Nederlandse gemeente, mogen wij jullie handleiding gebruiken
    ik werk bij de provincie, we zijn een provinciebestuur
    spreek ik met de VVP
    as we are a Brussels municipality: we are a Brussels municipality, can we join?
    gemeente Ukkel hier, vraag over belastingen
    vraag over nascholing van OVSG
  `,
}

const STILL_QUESTIONS = lines(`
  contractueel ziek na 6 mnd, gewaarborgd loon of ziekenkas
  kan een contractueel personeelslid zijn verlof overdragen
  een personeelslid wil zijn ontslag geven, welke opzegtermijn
  hoeveel verlofdagen heeft een statutair ambtenaar
  wat is het loon van een algemeen directeur
  mijn presentiegeld als raadslid wordt belast, hoe
  ik ben hr-medewerker: hoe berekenen we de opzeg van een contractueel
  ons personeelslid is ontslagen, heeft zij recht op outplacement
  mag mijn wedde als schepen gecumuleerd worden met een pensioen
  collega ziek tijdens verlof, behoudt hij de dagen
  maaltijdcheques verhogen, wat is het maximum
  tweede pensioenpijler prolocus, kunnen wij nog instappen
  mag de oppositie een punt op de agenda zetten
  welke meerderheid is nodig voor een motie van wantrouwen
  hoe verloopt een tuchtprocedure tegen een burgemeester
  verhouding meerderheid oppositie in commissies
  mag de AD weigeren om een punt v raadslid op de agenda te zetten?
  wie vervangt de burgemeester bij afwezigheid
  verkiezingen: wie is kiesgerechtigd
  sperperiode verkiezingen wa mag infoblad nog
  is het wettelijk verplicht om een klachtenreglement te hebben
  is een besluit geldig zonder handtekening van de algemeen directeur
  is een beslissing van het college rechtsgeldig als een schepen belangen heeft
  wanneer is een besluit nietig
  welke besluiten moeten naar de toezichthoudende overheid
  is het legaal om camera's te plaatsen op het recyclagepark
  klachtenbehandeling: binnen welke termijn moeten wij antwoorden
  klacht over een ambtenaar, welke procedure
  hoe behandelen wij een klacht over het OCMW
  wie vertegenwoordigt de gemeente in rechte
  moet het college de gemeente vertegenwoordigen in de rechtbank
  raamcontract advocaten: overheidsopdracht of niet
  mogen wij een advocaat aanstellen zonder aanbesteding
  beroep bij de Raad van State tegen een weigering van het toezicht, welke termijn
  hebben jullie een model dadingsovereenkomst
  zijn de Brusselse gemeenten lid van VVSG?
  wat is het verschil tussen VVSG en OVSG
  werkt de VVSG samen met Brulocalis
  inwoner verhuist van de gemeente Elsene naar ons, hoe verloopt het
  onze gemeenteschool wil uitbreiden, capaciteitsdecreet
  samenwerken met de provincie voor sport
  Onderhandelt de VVSG mee over het sectoraal akkoord?
  klopt het dat de VVSG werkgevers vertegenwoordigt
  vertegenwoordigt de VVSG ook de politiezones bij de regering
  wie verdedigt de belangen van gemeenten bij de Vlaamse overheid
  hoe verdedigt de VVSG onze belangen bij andere overheden
  wat doet VVSG aan belangenbehartiging
  ik las ergens 308 gemeenten, mijn collega zegt 300. wie heeft er gelijk
`)

describe('interpret, about what the association does not take on', () => {
  for (const [reason, block] of Object.entries(LIMITS)) {
    it.each(lines(block))(`hears ${reason} in "%s"`, (text) => {
      expect(readAs(text)).toBe(reason)
      expect(readAs(text, 'gemeente')).toBe(reason)
    })
  }

  it.each(STILL_QUESTIONS)('keeps a question about the rules: "%s"', (text) => {
    expect(readAs(text)).toBe('question')
  })
})
