import { describe, expect, it } from 'vitest'
import { putPlainly } from '../../../src/answering/rewording/put-plainly.js'

const WHO_MAY = 'wie mag rechtstreeks een vraag stellen aan de VVSG'
const ADVICE = 'langs welke weg vraag ik advies aan de VVSG'
const TOWN_FEE = 'waarvan hangt het lidgeld van een gemeente af'
const BENEFITS = 'welke diensten krijgen wij als lid van de VVSG'

describe('a question put in words that say little', () => {
  it.each([
    'mijn stagiair wil jullie iets vragen, mag dat',
    'een bewoonster belt ons plat, kan zij rechtstreeks bij jullie terecht',
    'een handelaar uit ons dorp wil jullie raad, mag hij mailen',
    'mag een jobstudent van de stad u bellen',
    'wie mag er bij jullie met een vraag aankloppen, ook een gewone bediende',
    'wie kan de vvsg allemaal raadplegen',
    'kan een schepen rechtstreeks mailen of loopt dat via het secretariaat',
    'jullie zelf bellen met een vraag over het reglement, mag zij dat',
    'een inwoner blijft me lastigvallen, mag ik hem naar de VVSG sturen',
    'bij jullie aankloppen, is dat enkel voor schepenen?',
    'onze leerjongen wou u iets vragen, is dat in orde',
    'een lokale ondernemer vraagt of hij jullie mag contacteren',
  ])('asks who may ask: %s', (text) => {
    expect(putPlainly(text)).toBe(WHO_MAY)
  })

  it.each([
    'waar kloppen wij aan met een kopzorg over ons evaluatiebeleid',
    'wij zitten verveeld met een tuchtdossier, bij wie kunnen we te rade',
    'ons diensthoofd zit met een vraag over het organogram, hoe geraakt die bij jullie',
    'waar leggen we ons probleem met de nieuwe code voor',
    'onze dienst breekt zich het hoofd over het thuiswerkreglement, waar leggen we dat voor',
  ])('asks the way to advice: %s', (text) => {
    expect(putPlainly(text)).toBe(ADVICE)
  })

  it.each([
    'betaalt een klein dorp evenveel als Gent',
    'hangt onze bijdrage af van hoeveel mensen er wonen',
    'betalen grotere gemeenten meer lidgeld dan kleine?',
  ])('asks what the fee of a town depends on: %s', (text) => {
    expect(putPlainly(text)).toBe(TOWN_FEE)
  })

  it.each([
    'wat hebben wij er eigenlijk aan om aangesloten te zijn',
    'wat koop ik voor dat lidgeld',
    'wat doen jullie zoal voor jullie leden',
    'wat krijgt een stad in de plaats van haar lidgeld',
    'waar kunnen jullie ons allemaal mee helpen',
  ])('asks what a member gets: %s', (text) => {
    expect(putPlainly(text)).toBe(BENEFITS)
  })

  it('asks after the fee of an OCMW, who collects the fee, and who speaks with the minister', () => {
    expect(putPlainly('moeten wij als ocmw per bewoner van het rusthuis betalen om lid te zijn?')).toBe(
      'waarvan hangt de bijdrage van een OCMW af',
    )
    expect(putPlainly('wie stuurt ons de factuur van het lidmaatschap')).toBe('wie int het lidgeld')
    expect(putPlainly('gaan jullie voor ons naar de minister als er iets scheefloopt')).toBe(
      'onderhandelt de VVSG namens haar leden met andere overheden',
    )
  })

  it.each([
    'nemen jullie het voor ons op als Vlaanderen een slecht decreet maakt',
    'nemen jullie het voor ons op wanneer Vlaanderen nieuwe regels oplegt',
  ])('asks what is done about a measure of others: %s', (text) => {
    expect(putPlainly(text)).toMatch(/^verdedigt de VVSG de lokale besturen wanneer andere overheden/)
  })

  it('asks both numbers where two kinds of members are held against each other', () => {
    const both = "hoeveel politiezones zijn lid en hoeveel AGB's zijn lid?"
    expect(putPlainly("zijn er meer politiezones of meer AGB's lid?")).toBe(both)
    expect(putPlainly("tel de politiezones en de agb's van jullie eens samen")).toBe(both)
  })

  it('asks whether all are where a number is doubted to be all', () => {
    expect(putPlainly("hoeveel pz's zitten bij de vvsg, is dat elke zone?")).toBe(
      'zijn alle politiezones lid?',
    )
  })

  it('asks every abbreviation by itself', () => {
    expect(putPlainly('waar staan de letters UCLG en CEMR voor?')).toBe(
      'waar staat UCLG voor? waar staat CEMR voor?',
    )
  })

  it.each([
    'mag een raadslid in de gemeenteraad een vraag stellen aan de burgemeester',
    'mag een contractueel personeelslid vragen om telewerk',
    'kan mijn collega jullie bellen om 13 uur',
    'hoeveel vragen mag een personeelslid jullie stellen',
    'bij wie kunnen we terecht voor subsidies voor fietspaden',
    'waar kan een burger terecht met een klacht over onze gemeente',
    'betaalt een grote gemeente meer pensioenbijdrage dan een kleine',
    'is de bijdrage van een grote gemeente aan de politiezone hoger',
    'moeten steden meer betalen aan Farys dan kleine gemeenten',
    'hoeveel euro lidgeld betaalt een grote stad meer dan een kleine',
    'waarom zou een gemeente lid worden van een intercommunale',
    'wat krijgen wij als bijdrage van Vlaanderen voor de fusie',
    "is er een verschil tussen gemeenten en ocmw's qua statuut",
    'wie controleert de factuur van het lidgeld bij jullie',
    'hoeveel gemeenten zijn lid?',
    'mag ik jullie een factuur sturen',
    'kan een jurist van jullie ons bellen',
    'kan onze gemeente bij jullie terecht voor een raamcontract',
    'wat doen jullie als het gebouw gesloten is',
    'waarvoor staat VVSG',
    'ik zit met een vraag over onze factuur, hoe geraakt die bij jullie',
    'hoeveel euro betaalt een ocmw aan jullie per bed van het rusthuis',
    'kost dat bij jullie 300 of 308 euro',
    'van wie krijgen wij dubbel de factuur van het lidgeld',
    'wat doen jullie als de minister op kantoor komt',
    'gaan jullie deze week naar de minister',
    'wanneer nemen jullie het op als Vlaanderen een decreet maakt',
    'wie kan jullie morgen bellen',
  ])('leaves another question as it is: %s', (text) => {
    expect(putPlainly(text)).toBe(text)
  })

  it.each([
    ['how much of the money do you make on your own?', 'hoeveel procent eigen inkomsten'],
    ['what share of your revenue is self-generated', 'hoeveel procent eigen inkomsten'],
    [
      'de vvsg wordt toch niet helemaal door de vlaamse overheid gefinancierd?',
      'welk aandeel van de middelen zijn subsidies',
    ],
    [
      'who bargains with the unions over wages of staff',
      'wie onderhandelt namens de gemeenten als werkgever met de vakbonden',
    ],
  ])('asks about the money and the talks: %s', (text, plainly) => {
    expect(putPlainly(text)).toBe(plainly)
  })

  it.each([
    'who negotiates with the unions over wages in our town, the mayor?',
    'wordt een ocmw volledig door de federale overheid betaald voor het leefloon',
  ])("leaves another body's as it is: %s", (text) => {
    expect(putPlainly(text)).toBe(text)
  })
})
