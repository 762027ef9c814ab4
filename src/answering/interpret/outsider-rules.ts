import { CITIZEN } from './citizen-rules.js'
import { phrase } from './phrase.js'
import { PRIVATE_MATTERS } from './private-matters.js'
import type { Rule, RuleTable } from './rule.js'

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
      '(ik|wij|we) (bel|bellen|schrijf|mail) (van|voor|namens) (de |het )?(krant|gazet*|standaard|nieuwsblad|morgen|tijd|vrt|vtm|hln|knack|belga|radio*)',
      'redactie (van )?(de |het )?(vrt|vtm|hln|standaard|nieuwsblad|morgen|knack|belga|bruzz|terzake|krant)',
      '(vrt|vtm|nws|het laatste nieuws|hln|de standaard|het nieuwsblad|de morgen|belga|bruzz|knack|radio 1|radio 2) (nws |nieuws )?hier',
      '(we are|i am|i work for|we work for) .. (tv|television|newspaper|radio|press|magazine) ?(crew|station|reporter)?',
      'ik schrijf .. artikel voor (de |het |een )?(krant|standaard|nieuwsblad|morgen|tijd|laatste nieuws|knack|humo|weekblad|magazine)',
      '(ik|wij|we) (maak|maken) .. (reportage|podcast|documentaire|programma) .. (voor|over|bij)',
      "(i'm|i am) a (freelance )?(journalist|reporter)",
      '(radio|tv|televisie|krant|persagentschap|podcast|tv-programma|radioprogramma|nieuwssite) .. (hier|zoekt|wil iemand|studio|live)',
      '(in|naar) de studio .. (reageren|komen|debat)',
      '(live|straks|morgen) .. (op|in) (de )?(radio|tv|televisie|uitzending)',
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
      '(reactie|quote|interview|commentaar) .. (avondjournaal|journaal|middagjournaal|nieuwsuitzending|terzake|zevende dag|onze (lezers|kijkers|luisteraars|krant|uitzending))',
      'voor (een|mijn) (artikel|reportage) .. (reactie|interview|quote|spreken|woordvoerder)',
      '(wie is|contact|spreken|bereik*|mag|kan) .. woordvoerder',
      '(jullie|uw|de) woordvoerder (van (de )?vvsg )?(spreken|bereiken|interviewen|bellen)',
      '(interviewen|filmen|citeren) .. (reportage|artikel|uitzending|podcast|krant|documentaire)',
      '(interview|quote) (your|the) (director|president|chair*)',
      'i am writing an article',
      "i'm writing an article",
    ),
    unless: phrase(
      '(gemeentelijke|onze) woordvoerder',
      '(infoblad|gemeenteblad|stadsmagazine|gemeentelijk*)',
      'lokaal',
    ),
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
      '^(ben (een )?)?(master|bachelor|doctoraats)?(student|studente) .. (zoekt|zoek|wil|vraagt|hier|met een vraag)',
      '^ben (een )?(student|studente)',
      'as an? (\\p{L}+ )?student',
      'mijn (lector|prof|professor|docent|promotor)',
      'ik zit in het (zesde|vijfde|vierde|laatste|derde) (middelbaar|jaar|secundair)',
      '(wij|we|ik) (maken|maak|doen|doe|voeren|voer) .. (hogeschool|universiteit|school|ugent|kuleuven|ku leuven|hogent|vub|ucll|ap|thomas more|odisee|vives|howest)',
      'ik doe .. (doctoraat|onderzoek (voor|aan)|master|bachelor)',
      '(voor|aan) (de|mijn) (hogeschool|universiteit) .. (onderzoek|respondenten|enqu[eê]te|opdracht)',
      "(i'm|i am) (a|an) (\\p{L}+ )?student",
      '(we are|as a) students?',
    ),
  },
  {
    name: 'works on a thesis',
    weight: 3,
    when: phrase(
      '(mijn|onze|een|voor) (master|bachelor)?(thesis|proef|scriptie|eindwerk|paper|doctoraat|werkstuk over|eindverhandeling|bachelorproef|masterproef|schooltaak|spreekbeurt|werkstuk|groepswerk|afstudeerproject)',
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
      '(mijn|ons|onze) (bedrijf|firma|vennootschap|softwarebedrijf|studiebureau|startup|start-up|onderneming|product|platform)',
      'als (een )?(zelfstandige? |freelance )?(consultant|aannemer|onderaannemer|leverancier|zaakvoerder|freelancer|dienstverlener|ondernemer|bedrijf|firma|bouwfirma|studiebureau|softwareleverancier|verkoper|adviesbureau|architect) (wil|wou|zou|zoek|zoeken|heb|hebben|ben|zijn|kan|kunnen|mag|mogen|moet|moeten|willen) (ik|wij|we)',
      'als (een )?(zelfstandige? |freelance )?(consultant|aannemer|onderaannemer|leverancier|zaakvoerder|freelancer|dienstverlener|ondernemer|studiebureau|architect): ',
      '(mijn|onze) (onderneming|bouwfirma|producten|offerte|klanten|prijslijst|catalogus)',
      'mijn (winkel|praktijk|handelszaak)',
      '(gemeente|stad|ocmw|bestuur|politiezone) .. betaalt (mijn|onze) (factuur|facturen)',
      '(mijn|onze) (factuur|facturen) .. (niet|nog niet|nooit) betaald .. (gemeente|stad|ocmw|bestuur)',
      'hoe (schrijf|schrijven) (ik|wij|we) (mij |me |ons )?in (op|voor) .. (bestek|opdracht|overheidsopdracht|aanbesteding|raamovereenkomst|raamcontract)',
      '(we are|i work for) a (\\p{L}+ )?(company|supplier|vendor|start-?up|consultancy|software company)',
    ),
    unless: phrase(
      'autonoom gemeentebedrijf',
      'agb',
      'zorgbedrijf',
      'havenbedrijf',
      'waterbedrijf',
      '(mag|mogen|kan|kunnen|moet|moeten) (een|de|onze) (schepen|raadslid|burgemeester|mandataris|ambtenaar|personeelslid)',
      'ons (platform|product) voor inwoners',
    ),
  },
  {
    name: 'wants to sell or advertise',
    weight: 4,
    when: phrase(
      '(onze|mijn|ons) (product*|software|oplossing*|app|diensten|tool|platform|dienstverlening|aanbod) .. (voorstellen|verkopen|aanbieden|promoten|presenteren|in de kijker|demo|aan de man) .. (jullie|vvsg|leden|gemeenten|besturen)',
      '(onze|mijn|ons) (product*|software|oplossing*|app|tool) .. (voorstellen|verkopen|aanbieden|promoten|presenteren|demo)',
      '(adverteren|advertentie|reclame|sponsor|sponsoren|standhouder|publireportage) .. (vvsg|lokaal|jullie|magazine|nieuwsbrief|ledenblad|website|congres|trefdag)',
      '(demo|presentatie|voorstelling|brochure|kennismaking) (van|over) (onze|ons|mijn) (\\p{L}+-?\\p{L}* )?(\\p{L}*tool|software|platform|product*|oplossing|app|systeem|dienst*)',
      '(hoe )?(word|worden) (ik|wij|we) (een )?leverancier',
      '(ledenlijst|adressenlijst|mailinglijst|adressen van) .. (mailing|producten|aanbod|verkoop)',
      '(verkopen|aanbieden|voorstellen) aan (jullie leden|de leden|gemeenten|lokale besturen|alle gemeenten)',
      '(ledenlijst|adressenlijst|mailinglijst|mailinglist|contactgegevens) .. (commerci[eë]*|mailing|verkoop|marketing|onze producten|aanbod)',
      '(wij|we) (bieden|leveren|verdelen) (een|onze) .. (tool|software|app|platform|oplossing|product|dienst|systeem) .. (aan|voor) .. (contacteren|voorstellen|interesse|afspraak|spreken)',
      'sell .. (to|our) .. (municipalities|members)',
      'our (start-?up|company|product|software|platform|firm)',
      '(wij|we) (verkopen|leveren|produceren|ontwikkelen|installeren|verdelen) .. (en|aan|voor|willen|zoeken) .. (gemeenten|besturen|leden|steden|klanten)',
      '(ik ben|wij zijn) (een )?(zelfstandig |freelance )?(consultant|consulent|coach|trainer|adviseur) .. (klanten|opdrachten|aanbieden|voorstellen|diensten)',
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
      '(wij|we) zijn (een |de )?(\\p{L}+ )?(vzw|sportclub|voetbalclub|feitelijke vereniging|actiecomit[eé]|comit[eé]|stichting|nederlandse stichting|kerk|parochie|jeugdbeweging|scoutsgroep|chirogroep|ziekenhuis|mutualiteit|ziekenfonds|vakbond|woonmaatschappij|actiegroep|buurtcomit[eé]|bewonersgroep|ngo|kerkfabriek|universiteit|hogeschool|advocatenkantoor|notariskantoor)',
      'ik (werk|ben) (bij|van|voor) (een |de )?(vzw|vakbond|mutualiteit|ziekenfonds|ziekenhuis|universiteit|hogeschool|woonmaatschappij|advocatenkantoor|notariskantoor|ngo|sportclub)',
      'ik ben (een )?(notaris|advocaat|architect|landmeter|makelaar|vastgoedmakelaar|huisarts|apotheker|landbouwer|boer|ontwikkelaar|projectontwikkelaar|verzekeringsmakelaar)',
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
  {
    reading: { kind: 'out-of-remit', reason: 'citizen' },
    yieldsToMembers: 2,
    rules: [...CITIZEN, ...PRIVATE_MATTERS],
  },
  { reading: { kind: 'out-of-remit', reason: 'press' }, yieldsToMembers: 2, rules: PRESS },
  { reading: { kind: 'out-of-remit', reason: 'student' }, yieldsToMembers: 2, rules: STUDENT },
  { reading: { kind: 'out-of-remit', reason: 'company' }, yieldsToMembers: 2, rules: COMPANY },
  { reading: { kind: 'out-of-remit', reason: 'non-member' }, yieldsToMembers: 2, rules: NON_MEMBER },
]
