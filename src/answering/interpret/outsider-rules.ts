import { phrase } from './phrase.js'
import type { Rule, RuleTable } from './rule.js'

const MANDATE = phrase(
  '(gemeente|provincie)?raadslid',
  'schepen*',
  'burgemeester',
  'mandataris*',
  'bcsd*',
  'fractie*',
)

const CITIZEN: readonly Rule[] = [
  {
    name: 'says he is a resident',
    weight: 4,
    when: phrase(
      'ik ben (een |gewoon een |zelf een |maar een )?(burger|inwoner|inwoonster|particulier|huurder|bewoner|buurtbewoner|gepensioneerde?|werkloos|werkzoekende?|ouder|mama|papa|alleenstaande*)',
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
      'voor mijn (moeder|vader|mama|papa|zoon*|dochter*|kind*|man|vrouw|partner|oma|opa|grootmoeder|grootvader|broer|zus|ouders|vriendin|vriend|gezin|schoonmoeder|schoonvader|bewindvoerder)',
    ),
    unless: phrase('collega*', 'iets voor mezelf'),
  },
  {
    name: 'his own neighbours',
    weight: 3,
    when: phrase(
      'mijn (buur|buren|buurman|buurvrouw|huurbaas|huisbaas|verhuurder|huisgenoot|onderbuur|bovenbuur)*',
      'onze (buur|buren|buurman|buurvrouw|huisbaas|verhuurder)',
    ),
    unless: phrase('buurgemeente*', 'naburige'),
  },
  {
    name: 'his own home and street',
    weight: 3,
    when: phrase(
      '(in|aan|voor|achter|naast|uit) mijn (straat|deur|huis|oprit|garage|gevel|tuin|wijk|raam|woning)',
      'mijn (huis|tuin|appartement|oprit|gevel|garage|dak|zwembad|veranda|tuinhuis|huurwoning|woning|kot|wijk|straat|bouwgrond|vuilnis|vuilniszak*|vuilbak|perceel)',
    ),
  },
  {
    name: 'his own papers',
    weight: 3,
    when: phrase(
      'mijn (eigen )?(identiteitskaart|id-kaart|eid|paspoort|rijbewijs|reispas|pincode|verblijfsvergunning|verblijfskaart|trouwboekje|geboorteakte|uittreksel|strafregister|huwelijk|adreswijziging|domicilie|inschrijving|parkeerkaart|bouwaanvraag|bouwvergunning|omgevingsvergunning|aangifte|nummerplaat|rijksregisternummer|naam)',
    ),
    unless: phrase('van mijn (cli[eë]nt|gemeente|collega|dienst)'),
  },
  {
    name: 'his own money and benefits',
    weight: 3,
    when: phrase(
      'mijn (eigen )?(leefloon|uitkering|steun|sociale woning|werkloosheid*|kinderbijslag|groeipakket|huur|huurwaarborg|schulden|elektriciteit*|energiefactuur|factuur|boete|gas-boete|parkeerboete|retributie|belasting*|aanslagbiljet|verwarmingstoelage|installatiepremie|budgetmeter|dagprijs|premie|studietoelage|kinderopvang|maatschappelijk (assistent|assistente|werker|werkster))',
    ),
    unless: phrase('van mijn (cli[eë]nt|gemeente|collega|dienst)', '(een|onze|de) (cli[eë]nt|kandidaat)*'),
  },
  {
    name: 'asks for something for himself',
    weight: 3,
    when: phrase(
      '(heb|had|krijg) ik (zelf )?(nog |ook |dan )?recht op',
      'ik heb recht op',
      'ik (heb|kreeg) (een |net een |gisteren een )?(boete|parkeerboete|gas-boete|aanslagbiljet|aangetekende brief)',
      'hoe (vraag|krijg|vernieuw|verleng|bekom) ik (zelf )?(een |mijn |het )?(nieuwe? )?(leefloon|identiteitskaart|paspoort|rijbewijs|sociale woning|uitkering|premie|attest van woonst|parkeerkaart|bouwvergunning|voedselpakket|stookoliepremie|verwarmingstoelage|huursubsidie|steun)',
      'ik (wil|zou|ga|moet) .. (verhuizen|trouwen|scheiden|verbouwen|aangifte doen van (de |een )?(geboorte|overlijden)|mijn naam veranderen|een sociale woning|een huis bouwen)',
      'ik ben (mijn|men) .. (kwijt|verloren)',
    ),
    unless: MANDATE,
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
    ),
  },
  {
    name: 'a resident, in English',
    weight: 4,
    when: phrase(
      "(i'm|i am) (a |an |just a )?(resident|citizen|inhabitant|tenant|expat|foreigner)",
      'as a (resident|citizen|tenant)',
      'i (live|moved|just moved|rent) (in|to|near|an|a)',
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

const PRESS: readonly Rule[] = [
  {
    name: 'says he is a journalist',
    weight: 4,
    when: phrase(
      'ik ben (een |freelance |een freelance )?(journalist|journaliste|reporter|redacteur|redactrice|verslaggever|verslaggeefster|persfotograaf)',
      '(journalist|reporter|redacteur|redactie|verslaggever) (van|bij|voor) (de |het |een )?(krant|vrt|vtm|standaard|nieuwsblad|morgen|tijd|laatste nieuws|hln|knack|humo|bruzz|belga|radio|weekblad|magazine|gazet*|regionale|tv|televisie|focus|ring|robtv|kw|artikel)',
      '(ik|wij|we) (ben|zijn|bel|schrijf|schrijven|werk|werken|mail) .. (voor|van|bij) (de |het |een )?(pers|krant|redactie|vrt|vtm|standaard|nieuwsblad|morgen|hln|knack|belga|weekblad)',
      '^persvraag',
      '(dit is|ik heb) een persvraag',
      'vraag van de pers',
      "(i'm|i am) a (freelance )?(journalist|reporter)",
    ),
    unless: phrase(
      'een journalist .. (vraagt|belt|wil|eist|stelt|heeft)',
      'persvra(ag|gen) (van|beantwoorden|behandelen)',
      '(krijgen|kregen) .. persvraag',
    ),
  },
  {
    name: 'wants a quote for an article',
    weight: 3,
    when: phrase(
      '(reactie|quote|interview|commentaar|citaat) .. (voor|in|op) (een |ons |mijn |het |de )?(artikel|reportage|krant|uitzending|podcast|nieuws*|programma|stuk)',
      'voor (een|mijn) (artikel|reportage) .. (reactie|interview|quote|spreken|woordvoerder)',
      '(wie is|contact) .. woordvoerder .. (pers|vvsg)',
      'i am writing an article',
      "i'm writing an article",
    ),
    unless: phrase('(infoblad|gemeenteblad|stadsmagazine|gemeentelijk*)', 'lokaal'),
  },
]

const STUDENT: readonly Rule[] = [
  {
    name: 'says he is a student',
    weight: 4,
    when: phrase(
      'ik ben (een |ook een |nog )?(student|studente|scholier|leerling|doctoraatsstudent*|masterstudent*|bachelorstudent*|doctorandus|laatstejaars*)',
      '(student|studente|scholier) hier',
      '(als|wij zijn) (een )?(student|studente|studenten|scholieren)',
      'ik studeer',
      "(i'm|i am) (a|an) (\\p{L}+ )?student",
      '(we are|as a) students?',
    ),
  },
  {
    name: 'works on a thesis',
    weight: 3,
    when: phrase(
      '(mijn|onze|een|voor) (master|bachelor)?(thesis|proef|scriptie|eindwerk|paper|doctoraat|eindverhandeling|bachelorproef|masterproef|schooltaak|spreekbeurt|werkstuk|groepswerk|afstudeerproject)',
      "my (master'?s? |bachelor'?s? )?(thesis|dissertation|paper|essay)",
      'ik (schrijf|maak) .. (thesis|scriptie|eindwerk|masterproef|bachelorproef|paper)',
      'voor (school|mijn opleiding|mijn studies|het vak) .. (taak|opdracht|interview|enqu[eê]te|vragenlijst|moet ik)',
      '(enqu[eê]te|vragenlijst) .. (thesis|masterproef|bachelorproef|onderzoek van)',
    ),
    unless: phrase('(student|stagiair)* .. (vraagt|vragen|wil|willen)', 'proefperiode', 'proeftuin*'),
  },
]

const COMPANY: readonly Rule[] = [
  {
    name: 'says it is a company',
    weight: 4,
    when: phrase(
      '(wij|we) zijn (een |als )?(\\p{L}+ )?(bedrijf|firma|start-?up|leverancier|onderneming|softwarebedrijf|softwareleverancier|studiebureau|adviesbureau|consultancybureau|consultancy|aannemer|bouwbedrijf|kmo|bureau|marketingbureau|communicatiebureau|producent|verdeler|app-ontwikkelaar)',
      'ik (ben|werk) (een |als |voor een |bij een )?(\\p{L}+ )?(leverancier|zaakvoerder|verkoper|accountmanager|account manager|zelfstandige|vertegenwoordiger van|softwarebedrijf|consultancybedrijf|sales*)',
      '(mijn|ons) (bedrijf|firma|softwarebedrijf|studiebureau|startup|start-up|onderneming|product|platform)',
      '(we are|i work for) a (\\p{L}+ )?(company|supplier|vendor|start-?up|consultancy|software company)',
    ),
    unless: phrase(
      'autonoom gemeentebedrijf',
      'agb',
      'zorgbedrijf',
      'havenbedrijf',
      'waterbedrijf',
      'ons (platform|product) voor inwoners',
    ),
  },
  {
    name: 'wants to sell or advertise',
    weight: 4,
    when: phrase(
      '(onze|mijn|ons) (product*|software|oplossing*|app|diensten|tool|platform|dienstverlening|aanbod) .. (voorstellen|verkopen|aanbieden|promoten|presenteren|in de kijker|demo)',
      '(adverteren|advertentie|reclame|sponsor|sponsoren|standhouder|publireportage) .. (vvsg|lokaal|jullie|magazine|nieuwsbrief|ledenblad|website|congres|trefdag)',
      '(verkopen|aanbieden|voorstellen) aan (jullie leden|de leden|gemeenten|lokale besturen|alle gemeenten)',
      '(ledenlijst|adressenlijst|mailinglijst|mailinglist|contactgegevens) .. (commerci[eë]*|mailing|verkoop|marketing|onze producten|aanbod)',
      'sell .. (to|our) .. (municipalities|members)',
      'advertise .. (vvsg|your|magazine|newsletter)',
    ),
    unless: phrase(
      'reglement*',
      'reclamebelasting',
      'vacature*',
      'belasting*',
      'in ons (infoblad|stadsmagazine|gemeenteblad)',
    ),
  },
]

const NON_MEMBER: readonly Rule[] = [
  {
    name: 'says he is no member',
    weight: 4,
    when: phrase(
      '(ik ben|wij zijn|we zijn) (zelf |eigenlijk |nog )?(geen|niet) (een )?(lid|leden|lokaal bestuur)',
      "(we are|i am|i'm|we're) not (a )?members?",
      'als niet-lid',
    ),
  },
  {
    name: 'says it is an association',
    weight: 3,
    when: phrase(
      '(wij|we) zijn (een |de )?(\\p{L}+ )?(vzw|sportclub|voetbalclub|feitelijke vereniging|jeugdbeweging|scoutsgroep|chirogroep|ziekenhuis|mutualiteit|ziekenfonds|vakbond|woonmaatschappij|actiegroep|buurtcomit[eé]|bewonersgroep|ngo|kerkfabriek|universiteit|hogeschool|advocatenkantoor|notariskantoor)',
      'ik (werk|ben) (bij|van|voor) (een |de )?(vzw|vakbond|mutualiteit|ziekenfonds|universiteit|hogeschool|advocatenkantoor|notariskantoor|ngo|sportclub)',
      "(i am|i'm|i work for|we are) (a |an )?(lawyer|law firm|ngo|university|charity)",
    ),
    unless: phrase(
      'eva-?vzw',
      'eva vzw',
      'ocmw-vereniging',
      'van de (gemeente|stad)',
      'gemeentelijke vzw',
      'welzijnsvereniging',
    ),
  },
]

/** People the association does not advise; all of them give way to a member's own question. */
export const OUTSIDER_TABLES: readonly RuleTable[] = [
  { reading: { kind: 'out-of-remit', reason: 'citizen' }, yieldsToMembers: 2, rules: CITIZEN },
  { reading: { kind: 'out-of-remit', reason: 'press' }, yieldsToMembers: 2, rules: PRESS },
  { reading: { kind: 'out-of-remit', reason: 'student' }, yieldsToMembers: 2, rules: STUDENT },
  { reading: { kind: 'out-of-remit', reason: 'company' }, yieldsToMembers: 2, rules: COMPANY },
  { reading: { kind: 'out-of-remit', reason: 'non-member' }, yieldsToMembers: 2, rules: NON_MEMBER },
]
