import { listText } from './hours.js'
import type {
  Clarify,
  HandOver,
  HandOverReason,
  MaskedNotice,
  MaskedWord,
  RemitReason,
  Replies,
  SmallTalkReason,
} from './replies-types.js'

const SMALL_TALK: Readonly<Record<SmallTalkReason, string>> = {
  greeting:
    'Dag! Ik ben de digitale assistent van de VVSG. Stel gerust uw vraag, dan zoek ik het antwoord op in onze documenten of geef ik ze door aan een medewerker.',
  thanks: 'Graag gedaan! Hebt u nog een vraag, stel ze gerust.',
  goodbye: 'Tot ziens! U kunt hier altijd terecht met een nieuwe vraag.',
  acknowledgement: 'Goed. Waarmee kan ik u nog helpen?',
  'who-are-you':
    'Ik ben een digitale assistent van de VVSG, dus een robot en geen mens. Ik antwoord uit onze documenten en vermeld telkens de bron. Wilt u liever een medewerker, dan geef ik uw vraag door.',
  capabilities:
    'Ik beantwoord vragen van lokale besturen met onze documenten als bron, bijvoorbeeld over de VVSG, het lidmaatschap en de openingsuren. U kunt hier ook een sessie service design boeken. Wat ik niet weet, geef ik door aan een VVSG-medewerker. Wat wilt u weten?',
  insult:
    'Het spijt me dat ik u niet goed heb geholpen. Ik kan uw vraag doorgeven aan een VVSG-medewerker, of u formuleert ze anders en ik probeer het opnieuw.',
  dissatisfied:
    'Jammer, dan heb ik u niet goed geholpen. Zeg me gerust wat er niet klopt of wat u precies zoekt, of laat mij uw vraag doorgeven aan een VVSG-medewerker.',
  'off-topic':
    'Daar kan ik niet op antwoorden: ik help alleen met vragen over lokale besturen en over de VVSG. Hebt u zo een vraag, dan zoek ik ze graag voor u uit.',
  empty: 'Ik zie geen vraag in uw bericht. Waarmee kan ik u helpen?',
}

const GENERAL_CONTACT = 'info@vvsg.be of 02 211 55 00'

const OUT_OF_REMIT: Readonly<Record<RemitReason, string>> = {
  citizen:
    'De VVSG adviseert lokale besturen en geeft geen advies aan burgers. Met een persoonlijke vraag kunt u terecht bij uw eigen gemeente of OCMW: daar kennen ze uw situatie en kunnen ze u meteen helpen.',
  press: `Ik beantwoord alleen vragen van lokale besturen die lid zijn. Voor vragen van de pers bereikt u de VVSG via het algemene contact: ${GENERAL_CONTACT}.`,
  student:
    'De VVSG beantwoordt alleen vragen van haar leden, de lokale besturen, en kan helaas geen vragen van studenten opnemen. Uw promotor of de bibliotheek van uw school helpt u verder, en op www.vvsg.be staat heel wat openbare informatie. Veel succes met uw werk!',
  'own-employment':
    'De VVSG adviseert besturen als werkgever en geeft geen advies aan personeelsleden over hun eigen loopbaan, loon of ontslag. Met uw vraag kunt u terecht bij de personeelsdienst van uw bestuur, bij uw vakbond of bij een eigen raadsman.',
  'political-dispute':
    'De VVSG is er voor alle leden en kiest geen partij in lokale politieke discussies: wie er gelijk heeft, kan ik niet zeggen. Ik leg wel graag uit welke regels gelden. Stel uw vraag dan over de regel zelf.',
  'legality-judgement':
    'De VVSG oordeelt niet of een besluit wettig is. Dat doet de Vlaamse toezichthoudende overheid: het bestuurlijk toezicht van het Agentschap Binnenlands Bestuur, waar u ook met een klacht terechtkunt. Welke regels er gelden, leg ik u wel graag uit.',
  lawyer:
    'De VVSG treedt niet op als advocaat en vertegenwoordigt geen besturen voor een rechtbank of voor de Raad van State. Daarvoor neemt u best een eigen raadsman onder de arm. Algemene uitleg over de regels kan ik wel voor u opzoeken of doorgeven.',
  'other-organisation':
    'Daarvoor bent u bij een andere organisatie. OVSG is er voor het onderwijs van steden en gemeenten, Brulocalis voor de Brusselse gemeenten, VVP voor de Vlaamse provincies. De VVSG is de vereniging van de Vlaamse lokale besturen.',
  company: `Dit kanaal is er voor vragen van lokale besturen, niet voor bedrijven, reclame of aanbiedingen. Neem daarvoor contact op via het algemene contact van de VVSG: ${GENERAL_CONTACT}.`,
  'non-member': `De VVSG adviseert alleen haar leden: gemeenten, OCMW’s, politiezones, intercommunales en autonome gemeentebedrijven. Daarom kan ik uw vraag niet opnemen. Bent u wel lid, zeg dan voor welk bestuur u vraagt. Anders bereikt u de VVSG via ${GENERAL_CONTACT}.`,
}

const WHY: Readonly<Record<HandOverReason, string>> = {
  'not-covered': 'Onze documenten beantwoorden deze vraag niet, en ik verzin geen regels.',
  human: 'Natuurlijk, ik breng u in contact met een medewerker.',
  'response-time':
    'De VVSG maakt geen antwoordtermijn bekend. Ik kan u dus niet zeggen wanneer u een antwoord krijgt.',
  'file-status':
    'Ik kan niet zien hoe ver uw dossier of eerdere vraag staat, en het spijt me dat u moet wachten.',
  failure: 'Er liep iets mis, waardoor ik uw vraag niet kon beantwoorden.',
}

const KINDS: Readonly<Record<MaskedWord, string>> = {
  rijksregisternummer: 'rijksregisternummer',
  bisnummer: 'bisnummer',
  iban: 'rekeningnummer (IBAN)',
  eid: 'nummer van een identiteitskaart (eID, kaartnummer)',
  telefoon: 'telefoonnummer',
  'e-mail': 'e-mailadres',
}

function handOver({ reason, topic, promise, ticket }: HandOver): string {
  const theme = topic === null ? '' : ` (thema: ${topic})`
  const reference = ticket ? 'Uw referentie is {ticket}.' : ''
  const passedOn = `Uw vraag wordt doorgegeven aan een VVSG-medewerker${theme}.`
  return [WHY[reason], passedOn, promise ?? '', reference].filter(Boolean).join(' ')
}

function clarify({ term, readings }: Clarify): string {
  const opening =
    term === null ? 'Wat bedoelt u precies?' : `Met “${term}” kunnen verschillende dingen bedoeld zijn.`
  const choices = readings.map((reading, at) => `${at + 1}. ${reading}`)
  return [opening, ...choices, 'Kies een nummer, of zeg het in uw eigen woorden.'].join('\n')
}

function maskedNotice({ kinds, minor }: MaskedNotice): string {
  const what = listText(
    kinds.map((kind) => KINDS[kind]),
    'nl',
  )
  const child = minor ? 'Het gaat bovendien over een minderjarige: wees daar extra voorzichtig mee.' : ''
  const money = kinds.includes('iban') ? 'Betalingen of terugbetalingen gaan nooit via deze chat.' : ''
  const notice = `Uw bericht bevatte persoonsgegevens (${what}). Die zijn gemaskeerd: ze worden niet herhaald, niet bewaard en niet doorgestuurd. Deel ze hier liever niet.`
  return [notice, child, money].filter(Boolean).join(' ')
}

/** The desk's words in Flemish Dutch. */
export const nl: Replies = {
  aiNotice:
    'U praat met een digitale assistent van de VVSG (een AI-systeem), niet met een mens. De antwoorden komen uit onze documenten, met bronvermelding. Deel hier geen persoonsgegevens. Een medewerker vragen kan altijd.',
  smallTalk: (reason) => SMALL_TALK[reason],
  outOfRemit: (reason) => OUT_OF_REMIT[reason],
  instruction:
    'Die opdracht voer ik niet uit. Mijn werkwijze en mijn privacyfilter blijven zoals ze zijn, en gegevens of vragen van anderen geef ik niet door. Hebt u een vraag over lokale besturen of over de VVSG, dan help ik u graag.',
  handOver,
  clarify,
  whatAbout: (typed) =>
    `“${typed}”: waarover gaat het? Zeg er gerust bij wat u wilt weten, of welke sessie u wilt boeken.`,
  maskedNotice,
  stolenCard:
    'Een gestolen of verloren identiteitskaart laat u meteen blokkeren via DOC STOP of bij de eigen dienst burgerzaken.',
}
