import { phrase } from './phrase.js'
import type { Rule } from './rule.js'

/** Rights at work are another subject. */
const OWN_JOB = phrase(
  '*(verlof|maaltijdcheques|vakantiegeld|vakantiedagen|eindejaar*|opzeg*|overuren|pensioen|telewerk*|fietsvergoeding|loon|weddeschaal)',
  '(contractueel|statutair|vast benoemd|personeelslid|ambtenaar)',
)

const MANDATE = phrase(
  '(gemeente|provincie)?raadslid',
  'schepen*',
  'burgemeester',
  'mandataris*',
  'bcsd*',
  'fractie*',
)

/** What the association itself offers members: "mijn inschrijving" is then one for a study day. */
const OUR_SERVICES = phrase(
  '(studiedag*|opleiding*|vorming*|cursus*|vvsg|website|nieuwsbrief|account|login|webinar*|congres|trefdag|magazine|workshop|sessie*)',
  '(annuleren|annuleer)',
)

/** Signs that somebody asks for himself, as an inhabitant. */
export const CITIZEN: readonly Rule[] = [
  {
    name: 'says he is a resident',
    weight: 4,
    when: phrase(
      'ik ben (een |gewoon een |zelf een |maar een |zelf |gewoon |maar )?(burger|inwoner|inwoonster|particulier|huurder|bewoner|buurtbewoner|gepensioneerde?|werkloos|werkzoekende?|ouder|mama|papa|dakloos|dakloze|vluchteling|asielzoeker|zwanger|invalide|leefloner|bejaarde?|weduwe|weduwnaar)',
      'ik ben (een )?(jonge )?alleenstaande*',
      'ik ben \\d\\d( jaar)?',
      '(wij|we) zijn (een )?(jong |pas )?(koppel|gezin|getrouwd|gehuwd|gescheiden)',
      'als (gewone )?(burger|inwoner|particulier|huurder|ouder|bewoner)',
      '(burger|inwoner|inwoonster|huurder) hier',
    ),
    unless: phrase(
      'als burger .. (recht|kan|moet|mag) (hebben|krijgen)',
      'ik ben .. (schepen|raadslid|burgemeester|ambtenaar)',
      'ik ben burgerzaken*',
    ),
  },
  {
    name: 'lives in',
    weight: 3,
    when: phrase(
      'ik woon (in|te|op|aan|al|naast|sinds|bij|zelf|alleen|samen)',
      'wij wonen (in|te|op|aan|al|naast)',
      'ik verhuis*',
      'wij verhuizen',
      'ik ben verhuisd',
    ),
  },
  {
    name: 'for himself',
    weight: 3,
    when: phrase(
      'voor mezelf',
      'voor mijzelf',
      'voor mij persoonlijk',
      '(mijn|ons) (moeder|vader|mama|papa|oma|opa|grootmoeder|grootvader|zoon|dochter|kind|man|vrouw|partner|broer|zus|schoonmoeder|schoonvader|tante|nonkel) (moet|wil|heeft|krijgt|is|zit|kan|mag|gaat|ligt|woont|verblijft|werd|vraagt)',
      'voor mijn (moeder|vader|mama|papa|zoon*|dochter*|kind*|man|vrouw|partner|oma|opa|grootmoeder|grootvader|broer|zus|ouders|vriendin|vriend|gezin|schoonmoeder|schoonvader|bewindvoerder)',
    ),
    unless: phrase(
      'collega*',
      'iets voor mezelf',
      '(schrijf|maak|zing) .. voor',
      'raadslid',
      'schepen',
      'burgemeester',
      'cadeau*',
    ),
  },
  {
    name: 'speaks of his family',
    weight: 2,
    when: phrase(
      'mijn (moeder|vader|mama|papa|oma|opa|grootmoeder|grootvader|zoon|dochter|zoontje|dochtertje|kinderen|kind|man|vrouw|partner|vriend|vriendin|broer|zus|ouders|schoonmoeder|schoonvader|tante|nonkel|gezin)',
      '(wij|we) hebben (net |pas )?een (baby|zoon|dochter)',
      'ik .. (ruzie|problemen|last) .. (buur|buren|huisbaas|verhuurder|buurman|buurvrouw)*',
    ),
    unless: new RegExp(
      `${MANDATE.source}|${phrase('collega*', 'cadeau*', '(stuur|cc|mail|herinner|bel)', 'belangen*', 'mag de gemeente', '(schrijf|maak|zing) .. voor').source}`,
      'iu',
    ),
  },
  {
    name: 'his own neighbours',
    weight: 3,
    when: phrase(
      'mijn (ge)?(buur|buren|buurman|buurvrouw|huurbaas|huisbaas|verhuurder|huisgenoot|onderbuur|bovenbuur)*',
      'onze (buur|buren|buurman|buurvrouw|huisbaas|verhuurder)',
    ),
    unless: phrase('buurgemeente*', 'naburige'),
  },
  {
    name: 'his own home and street',
    weight: 3,
    when: phrase(
      '(in|aan|voor|achter|naast|uit) mijn (straat|deur|huis|oprit|garage|gevel|tuin|wijk|raam|woning)',
      'mijn (huis|tuin|appartement|oprit|gevel|garage|dak|zwembad|veranda|tuinhuis|huurwoning|woning|kot|wijk|straat|bouwgrond|vuilnis|vuilniszak*|vuilbak|perceel|tweede verblijf|vakantiehuis|caravan|fiets|auto|wagen|haag|hond|kat|kippen|zonnepanelen|warmtepomp|septische put|rioolaansluiting)',
    ),
  },
  {
    name: 'his own papers',
    weight: 3,
    when: phrase(
      'mijn (eigen )?(identiteitskaart|id-kaart|eid|paspoort|rijbewijs|reispas|pincode|verblijfsvergunning|verblijfskaart|trouwboekje|geboorteakte|uittreksel|strafregister|huwelijk|adreswijziging|domicilie|parkeerkaart|bouwaanvraag|bouwvergunning|omgevingsvergunning|aangifte|nummerplaat|bewonerskaart|gehandicaptenkaart|wijkagent|trouwboek|geboorteakte|inschrijving in de gemeente)',
    ),
    unless: OUR_SERVICES,
  },
  {
    name: 'his own money and benefits',
    weight: 3,
    when: phrase(
      'mijn (eigen )?(leefloon*|uitkering|steun|sociale woning|aanvraag (voor|tot|om|bij het)|werkloosheid*|kinderbijslag|groeipakket|huur|huurwaarborg|schulden|elektriciteit*|energiefactuur|waterfactuur|boete|gas-boete|parkeerboete|retributie|belasting*|aanslagbiljet|verwarmingstoelage|installatiepremie|budgetmeter|dagprijs|premie|studietoelage|kinderopvang|maatschappelijk (assistent|assistente|werker|werkster))',
    ),
    unless: phrase(
      '(een|onze|de) (cli[eë]nt|kandidaat)*',
      'subsidieaanvraag',
      'mijn aanvraag .. (opleiding|studiedag|vvsg)',
    ),
  },
  {
    name: 'asks for something for himself',
    weight: 3,
    when: phrase(
      '(heb|had|krijg) ik (zelf )?(nog |ook |dan )?recht op',
      'ik (\\p{L}+ )?recht (heb )?op',
      'ik heb (schulden|geen geld|geen werk|geen woning|honger|geen inkomen|financi[eë]le problemen)',
      '(steun|hulp|geld) (nodig|vragen|krijgen) .. (van|bij) (het |mijn )?ocmw',
      'waar (kan|moet|vraag|haal|krijg|bekom) ik (een |mijn |het )?(nieuwe? )?(paspoort|identiteitskaart|rijbewijs|uittreksel|attest|woonstattest|leefloon|sociale woning|voedselpakket|internationaal rijbewijs|geboorteakte|reispas|afval|grofvuil|asbest)',
      'kan ik (bij jullie |hier |online |ook )?(een |mijn )(attest|uittreksel|paspoort|identiteitskaart|rijbewijs|geboorteakte|parkeerkaart|bewonerskaart)',
      '(klacht|klagen) .. over mijn (gemeente|ocmw|stad|burgemeester|politie)',
      'moet ik .. belasting betalen',
      'ik (werd|ben|word) (\\p{L}+ )?(beboet|uitgezet|geschrapt|geflitst)',
      'mag ik (zelf )?een .. (zetten|bouwen|plaatsen|kappen|vellen|snoeien|houden|stoken)',
      'ik (zit|ben) (zonder|op) (werk|straat|inkomen)',
      'ik wil .. bezwaar (indienen|maken|aantekenen)',
      'ik (wil|zou|ga) .. (zaak|winkel|caf[eé]|frituur|restaurant|b&b|bedrijf) (starten|openen|beginnen|uitbaten)',
      'ik (heb|kreeg) (een |net een |gisteren een )?(boete|parkeerboete|gas-boete|aanslagbiljet|aangetekende brief(?! (?:voor|aan|naar) (?:jullie|ulle|u|de vvsg|vvsg)))',
      'hoe (vraag|krijg|vernieuw|verleng|bekom) ik (zelf )?(een |mijn |het )?(nieuwe? )?(leefloon|identiteitskaart|paspoort|rijbewijs|sociale woning|uitkering|premie|attest van woonst|parkeerkaart|bouwvergunning|voedselpakket|stookoliepremie|verwarmingstoelage|huursubsidie|steun)',
      'ik (wil|zou|ga|moet) .. (verhuizen|trouwen|scheiden|verbouwen|aangifte doen van (de |een )?(geboorte|overlijden)|mijn naam veranderen|een sociale woning|een huis bouwen)',
      'ik ben (mijn|men) .. (kwijt|verloren)',
    ),
    unless: new RegExp(`${MANDATE.source}|${OWN_JOB.source}|${OUR_SERVICES.source}`, 'iu'),
  },
  {
    name: 'wants something done in his street',
    weight: 2,
    when: phrase(
      '(kunnen|kunt|willen|wilt|kan|komen|gaan) (jullie|u|je|iemand) .. (komen kijken|langskomen|ophalen|herstellen|opruimen|optreden tegen)',
      'bij mij (thuis|in de straat|aan de deur)',
      '(een )?put in de weg',
      'afval niet opgehaald',
      'vuilnis .. niet opgehaald',
      '(onze|de) straat (is|ligt|staat) vol',
      'wanneer (herstellen|ruimen|vegen|halen|komen) (jullie|ze) ..',
      'wanneer (komt|komen) .. (vuilkar|vuilniswagen|vuilnis|ophaalwagen|huisvuil)',
      '(autowrak|sluikstort|boom|lantaarn|straatlamp|rioolgeur) .. in (mijn|onze) straat',
    ),
  },
  {
    name: 'a resident, in English',
    weight: 4,
    when: phrase(
      "(i'm|i am) (a |an |just a )?(single |young |elderly )?(mother|father|parent|pensioner|refugee|resident|citizen|inhabitant|tenant|expat|foreigner)",
      'as a (resident|citizen|tenant)',
      'i (live|moved|just moved|rent) (in|to|near|an|a)',
      'i have (no money|debts)',
      'i (want|need|would like) to (get married|move|build|register my|renew my|apply for (a|an|my) (id|passport|permit|housing|benefit))',
    ),
  },
  {
    name: 'his own affairs, in English',
    weight: 3,
    when: phrase(
      "my (own )?(id card|identity card|passport|neighbou?r*|landlord|house|garden|street|driving licen[cs]e|driver's licen[cs]e|residence permit|benefits?|building permit|parking (fine|ticket|permit)|garbage|trash|rent|child|son|daughter|mother|father|husband|wife|visa)",
      'how (do|can) i (renew|get|apply for|register) .. (id|card|permit|passport|benefits?|address|residence|allowance|housing)',
      'for myself',
    ),
  },
]
