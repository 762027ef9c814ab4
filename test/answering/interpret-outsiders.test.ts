import { describe, expect, it } from 'vitest'
import { lines, readAs } from './interpretation/read.js'

const OUTSIDERS: Readonly<Record<string, string>> = {
  citizen: `
    hoe vraag ik een leefloon aan voor mezelf?
    Mijn buur bouwt zonder vergunning, kunnen jullie komen kijken?
    mijn buurvrouw haar hond blaft heel de nacht, wat kan ik doen
    ik woon in Aalst en mijn vuilnis is niet opgehaald
    Ik ben inwoner van Mechelen en wil mijn rijbewijs vernieuwen
    als burger, waar kan ik klacht neerleggen over de put in mijn straat
    hoe krijg ik een nieuwe identiteitskaart
    mijn identiteitskaart is verlopen wat nu
    ik heb een parkeerboete gekregen in Gent, moet ik die betalen?
    heb ik recht op een sociale woning
    Mijn huisbaas betaalt de waarborg niet terug
    ik wil verhuizen naar Leuven, wat moet ik doen
    ik wil trouwen in juni, hoe lang op voorhand moet ik aangifte doen
    kan ik een leefloon krijgen voor mijn zoon van 19
    mijn leefloon is stopgezet, mag dat?
    er ligt een boom op de weg bij mij in de straat
    ik ben mijn paspoort kwijt
    kunnen jullie mijn bouwaanvraag bekijken
    ik ben huurder en de verwarming is stuk
    Ik ben maar een gewone burger maar ik heb een vraag over mijn aanslagbiljet
    ik ben alleenstaande mama, waar kan ik steun vragen
    mijn belastingbrief is te hoog
    hoe verleng ik mijn parkeerkaart
    I'm a resident of Ghent, how do I renew my ID card?
    I live in Antwerp and my landlord will not return the deposit
    how do I register my address in Leuven?
    My neighbour is building without a permit
    where can I pay my parking fine
  `,
  press: `
    ik ben journalist bij Het Nieuwsblad en wil een reactie
    journalist van VRT hier, wie is jullie woordvoerder
    Persvraag: wat vindt de VVSG van de fusies?
    wij werken voor een krant en zoeken een quote
    ik zoek een interview voor een artikel in Knack
    I'm a journalist, can I get a quote from VVSG?
    redactie van Het Laatste Nieuws, kunnen we bellen over de begrotingen
    wie is de woordvoerder voor de pers
  `,
  student: `
    student hier, kunt ge mijn thesis over gemeentefusies nalezen
    ik ben student bestuurskunde en zoek cijfers over ocmw's
    voor mijn masterproef zoek ik respondenten bij gemeenten
    Ik schrijf een thesis over participatie, mag ik jullie interviewen?
    wij zijn studenten van HoGent en maken een groepswerk
    ik ben een laatstejaarsstudent sociaal werk, hebt u een stageplaats
    mijn eindwerk gaat over leefloon, hebt u literatuur
    voor school moet ik een enquete afnemen bij een vereniging
    I'm a student writing my thesis on local government
    my dissertation is about Flemish municipalities, can you help
  `,
  company: `
    wij zijn een softwarebedrijf en willen onze oplossing voorstellen aan jullie leden
    Wij zijn leverancier van straatmeubilair, hoe bereiken we gemeenten
    ik wil adverteren in Lokaal, wat kost dat
    kunnen wij een standhouder zijn op de trefdag van VVSG
    mijn bedrijf verkoopt camera's aan politiezones
    ik ben zaakvoerder van een studiebureau en zoek opdrachten
    wij willen onze software verkopen aan gemeenten
    we are a software company and want to sell our product to municipalities
    kunnen we reclame plaatsen op jullie website
  `,
  'non-member': `
    wij zijn een vzw en zoeken advies over onze statuten
    ik ben geen lid maar heb een vraag over btw
    wij zijn geen lid van de VVSG, kunnen we advies krijgen?
    ik werk bij een vakbond en zoek het sectoraal akkoord
    We are not a member, can we get advice?
    wij zijn een sportclub en zoeken een zaal
    ik werk voor een advocatenkantoor en zoek een model
    we zijn een actiegroep tegen een windmolen
  `,
}

const MEMBERS_OWN = lines(`
  een inwoner vraagt of hij zijn identiteitskaart online kan vernieuwen, wat moeten wij doen
  een burger zegt: mijn buur bouwt zonder vergunning. hoe pakken wij dat aan?
  Een inwoner woont in een kot, kan hij zich domiciliëren?
  mijn cliënt krijgt geen leefloon meer, welke beroepstermijn geldt
  onze gemeente wil een reglement op tweede verblijven
  buurgemeente wil fusioneren, wat zijn de stappen
  hoe vraagt een OCMW de installatiepremie terug bij de POD MI
  cliënt heeft recht op verwarmingstoelage maar woont samen, hoe berekenen
  wanneer heeft een student recht op leefloon
  student leefloon vakantiewerk vrijstelling
  jobstudent aanwerven in de speelpleinwerking, hoeveel dagen
  stagiair in de bibliotheek, is een stageovereenkomst nodig
  belasting op studentenkoten, hebben jullie een modelreglement
  een journalist vraagt inzage in het dossier, moeten wij dat geven?
  hoe gaan wij om met een persvraag over een cliënt
  persbericht sjabloon voor gemeenten
  mag een bedrijf uit onze gemeente het zwembad huren
  leverancier levert niet, mogen we de opdracht verbreken
  ons AGB is een autonoom gemeentebedrijf en wij zijn btw-plichtig
  reclamebelasting: mogen we huis-aan-huisreclame belasten?
  subsidie aan een vzw, welke controle moet de raad doen
  eva-vzw oprichten, wie zit in het bestuur
  wij zijn een OCMW-vereniging en willen een zorgbedrijf worden
  wij zijn een hulpverleningszone, kunnen we lid zijn
  gemeenteschool inschrijvingsdecreet capaciteit bepalen
  parkeerkaart voor personen met een handicap, wie controleert
  retributie op identiteitskaarten indexeren
  gas-boete minderjarige wie ontvangt de brief
  trouwen op zondag, moet de gemeente dat toelaten
  adreswijziging: binnen hoeveel dagen moet de wijkagent controleren
  voorwaarden sociale woning lokale binding
  verhuis van het OCMW naar een nieuw gebouw, welke procedure
  Hoe berekenen ze de bijdrage voor het ocmw?
  aantal ocmw's dat lid is
  mijn gemeente wil toetreden tot een intercommunale
  als raadslid, welk recht heb ik op inzage
  ik ben schepen van wonen en mijn straat wordt heraangelegd, moet ik mij onthouden
  ik werk op de dienst burgerzaken, wat is het tarief van een rijbewijs
  adviesbureau aanstellen zonder aanbesteding, mag dat
  kind geboren 2011 met bisnummer [bisnummer] naar onze gemeenteschool, mag dat
  klopt het dat [rijksregisternummer] recht heeft op een verwarmingstoelage
  eid kaartnr [eid] van onze schepen is gestolen wa doen we
  stort lidgeld terug op [iban] aub, op naam van An Claes
  RRN [rijksregisternummer] met spaties, werkt jullie filter dan nog? vraag over leefloon
  a resident asks whether he can register at a holiday home, what must we do
  our municipality wants to advertise a vacancy, which rules apply
  how many students may a municipality hire in summer
  vrijwilligers in onze bibliotheek, welke vergoeding
  wie is bevoegd voor de naam van een straat
  huurwaarborg door OCMW: hoe terugvorderen
  onze inwoners klagen over lawaai van padel, wat kan de gemeente
  wat is de bijdrage van een gemeente met 20.000 inwoners
`)

describe('interpret, about people who are no members', () => {
  for (const [reason, block] of Object.entries(OUTSIDERS)) {
    it.each(lines(block))(`hears ${reason} in "%s"`, (text) => {
      expect(readAs(text)).toBe(reason)
    })
  }

  it.each(MEMBERS_OWN)('keeps a member question: "%s"', (text) => {
    expect(readAs(text)).toBe('question')
    expect(readAs(text, 'gemeente')).toBe('question')
  })

  it('is slower to call somebody a citizen when his body is known', () => {
    expect(readAs('kunnen jullie dat hier eens komen opruimen')).toBe('citizen')
    expect(readAs('kunnen jullie dat hier eens komen opruimen', 'ocmw')).toBe('question')
  })

  it('still hears a plain citizen when a body is known', () => {
    expect(readAs('hoe vraag ik een leefloon aan voor mezelf?', 'ocmw')).toBe('citizen')
  })
})
