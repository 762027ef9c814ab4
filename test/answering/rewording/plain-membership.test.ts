import { describe, expect, it } from 'vitest'
import { putPlainly } from '../../../src/answering/rewording/put-plainly.js'

/** A question as typed, and the one it comes down to. */
const COMES_DOWN_TO: Readonly<Record<string, readonly string[]>> = {
  'welk percentage van de middelen zijn lidgelden': [
    'leeft u hoofdzakelijk van wat wij storten?',
    'teert de vvsg vooral op ons lidgeld',
  ],
  'hoeveel procent subsidies krijgt de vvsg': [
    'hoe groot is het stuk dat de overheid bijpast',
    'welk stuk legt Vlaanderen bij',
  ],
  'hoeveel procent eigen inkomsten': [
    'hoeveel procent verdienen jullie zelf, met cursussen en zo',
    'welk deel brengen jullie zelf binnen',
  ],
  'waarvan hangt de bijdrage van een OCMW af': [
    'hoe wordt de factuur van ons OCMW berekend',
    'betaalt een sociaal huis per hoofd van de bevolking of zit dat anders',
  ],
  'waarvan hangt het lidgeld van een gemeente af': [
    'van wat hangt het af of wij veel of weinig moeten afdragen aan jullie',
    'hoe wordt bepaald wat wij aan de vvsg betalen',
  ],
  'hoeveel intercommunales zijn er in totaal lid': [
    'tel alle samenwerkingsverbanden tussen gemeenten eens op, aan hoeveel kom je',
  ],
  'hoe zijn de bestuursorganen van de vvsg samengesteld': [
    'zit er maar één partij aan de knoppen bij jullie?',
    'heeft één partij de touwtjes in handen bij de vvsg',
  ],
  'welke bestuursorganen heeft de vvsg': ['wie heeft het daar voor het zeggen, wat voor organen zijn er'],
  'verdedigt de vvsg enkel grote steden of ook kleine gemeenten': [
    'komt een boerengat ook aan de bak, of is het alleen voor Gent en Antwerpen',
    'zijn jullie er voor een gehucht of vooral voor Antwerpen',
  ],
  'wat zijn de vier uitgangspunten van de vvsg': ['waarvoor staan jullie ideologisch, los van de partijen?'],
  'is duurzame ontwikkeling, lokaal en mondiaal, een uitgangspunt van de visie van de vvsg': [
    'speelt het klimaat mee in jullie visie',
  ],
  'wie onderhandelt het sectoraal akkoord voor de lokale besturen': [
    'wie zit er tegenover de bonden als er over de lonen bij de besturen gesproken wordt',
    'wie onderhandelt er met de syndicaten voor de gemeenten',
  ],
  'wat doet de vvsg met ideeën van leden': [
    'onze dienst heeft een idee, wat doen jullie daarmee',
    'wij hebben een suggestie, doen jullie daar iets mee',
  ],
  'langs welke weg vraag ik advies aan de VVSG': [
    'wij zitten vast met iets over asiel, langs welke weg leggen we dat aan jullie voor?',
  ],
  'wie kan er in de commissies en werkgroepen van de vvsg zitten: medewerkers, mandatarissen': [
    "mag een verpleegkundige van ons OCMW in zo'n commissie zetelen",
  ],
  'nemen commissieleden deel aan overleg en onderhandelingen met politici en beleidsverantwoordelijken': [
    'gaan die commissieleden ook mee aan tafel met ministers of blijft het bij babbelen',
  ],
  'van welke internationale organisaties is de vvsg lid': [
    'in welke clubs over de grens zit u',
    'in welke buitenlandse netwerken zit de vvsg',
  ],
  'geef een overzicht van alle leden met aantallen': ["hoeveel leden zonder de OCMW's"],
  'hoeveel afvalintercommunales zijn lid?': [
    'afvalsector: met hoeveel zijn wij vertegenwoordigd',
    'wij halen huisvuil op, hoeveel van ons soort zijn er lid',
  ],
  "hoeveel AGB's zijn lid?": [
    'ons zwembad draait via een gemeentelijk bedrijf, zijn er veel van die aard lid?',
  ],
}

describe('a question about the association in everyday words', () => {
  it.each(
    Object.entries(COMES_DOWN_TO).flatMap(([plainly, typed]) =>
      typed.map((text) => [text, plainly] as const),
    ),
  )('"%s" comes down to "%s"', (text, plainly) => {
    expect(putPlainly(text)).toBe(plainly)
  })

  it.each([
    'hoeveel euro past de overheid bij',
    'hoeveel betaalt de overheid aan ons zwembad',
    'hoe groot is het stuk dat de overheid bijpast voor asielopvang',
    'welke overheid past bij en hoeveel',
    'hoeveel verdienen jullie aan opleidingen',
    'hoeveel verdient jullie directeur zelf',
    'hoe betwist ik de factuur van ons OCMW',
    'waarop is de dotatie van ons OCMW gebaseerd',
    'welke partij heeft de touwtjes in handen bij jullie',
    'wat vindt de vvsg van het klimaat in haar visie',
    'welke vakbonden zitten aan tafel met de vvsg',
    'wie zit er tegenover de vakbonden in ons onderhandelingscomité',
    'hoe dien ik een idee in bij de vvsg',
    'wat doen jullie met een idee voor service design van onze dienst',
    'mag een burger in de commissie van de gemeenteraad zitten',
    "hoe word ik lid van zo'n werkgroep",
    'met welke ministers zitten die commissieleden aan tafel',
    'hoeveel betalen jullie aan die Europese clubs waar jullie bij zitten',
    'hoeveel politiezones zoals wij zijn geen lid',
    'leeft de vvsg van lidgelden van vorig jaar',
    'waarop is de bijdrage van ons OCMW aan de fusie gebaseerd',
    'hoe wordt berekend wat wij aan jullie betalen voor de opleidingen',
    'wanneer kwam er één partij aan de macht in jullie bestuur',
    'hoeveel bestuurders beslissen er en welke organen zijn er',
    'krijgt een klein dorp subsidies of is het alleen voor grote steden',
    'waarvoor staat de vvsg inhoudelijk volgens de voorzitter',
    'hoeveel samenwerkingsverbanden zijn in totaal geen lid',
    'wij hebben een klacht, hoe leggen we die aan jullie voor',
    'sinds wanneer zitten jullie in welke Europese netwerken',
  ])('another question stays as it is: %s', (text) => {
    expect(putPlainly(text)).toBe(text)
  })
})
