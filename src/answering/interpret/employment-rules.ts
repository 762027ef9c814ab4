import { phrase } from './phrase.js'
import type { Rule } from './rule.js'

const HR = phrase(
  '(een|ons|het|onze|sommige|alle|welke) (\\p{L}+ )?(personeelslid|personeelsleden|contractueel|contractuele|statutair*|medewerk*|werknemer*|ambtenaar|ambtenaren|collega|jobstudent)',
  '(bij|als) (de )?(hr|personeelsdienst)',
  'hr-*',
  'personeelsdienst',
  'rechtspositieregeling .. (aanpassen|wijzigen)',
)
const MANDATE = phrase(
  '(gemeente|provincie)?raadslid',
  'schepen*',
  'burgemeester',
  'mandataris*',
  'bcsd*',
  'mandaat',
  'uittreding*',
)

const SUPERIOR =
  '(werkgever|diensthoofd|leidinggevende|overste|baas|chef|directeur|teamleider|manager|employer|boss|supervisor)'

const ABOUT_HIMSELF: readonly Rule[] = [
  {
    name: 'what his superior does to him',
    weight: 3,
    when: phrase(
      `(mijn|m'n|my) (eigen )?${SUPERIOR} .. (mij|me|mijn|ik)`,
      `(mijn|m'n|my) (eigen )?${SUPERIOR} .. (weigert|verplicht|dwingt|verbiedt|pest|ontslaat|ontsloeg|dreigt|betaalt|discrimineert|negeert|schorst|liegt|treitert|refuses|forces|bullies|fired|threatens|ignores)`,
      `(mag|kan|moet|heeft|can|may) (mijn|m'n|my) (eigen )?${SUPERIOR}`,
      `(ruzie|conflict|probleem|problemen|discussie|klacht|last|trouble|problem) .. (mijn|m'n|my) (eigen )?${SUPERIOR}`,
    ),
    unless: new RegExp(
      `${MANDATE.source}|${phrase(`(bel|mail|contacteer|verwittig|stuur|cc) .. mijn ${SUPERIOR}`).source}`,
      'iu',
    ),
  },
  {
    name: 'his own pay and contract',
    weight: 3,
    when: phrase(
      'mijn (eigen )?(loon*|wedde*|contract|arbeidscontract|arbeidsovereenkomst|ontslag*|opzeg*|opzegtermijn|verlof*|vakantiedagen|vakantiegeld|eindejaarstoelage|maaltijdcheques|overuren|ziekteverlof|ziektedagen|pensioen*|evaluatie|functionering*|loonfiche|loonbrief|loonstrook|loonschaal|weekendtoelage|nachttoelage|toelage|toelagen|uurregeling|shift|shiften|sollicitatie|re-integratie|ziektebriefje|anci[eë]nniteit|uurrooster|thuiswerk|telewerk*|statuut|benoeming|bevordering|proeftijd|tuchtdossier|fietsvergoeding|zwangerschapsverlof|ouderschapsverlof|tijdskrediet|arbeidsongeval|burn-?out|functie|weddeschaal)',
      'my (own )?(salary|wage|pay|contract|dismissal|leave|holidays?|pension|overtime|evaluation)',
    ),
    unless: new RegExp(
      `${MANDATE.source}|${phrase('(bel|mail|contacteer|verwittig|stuur|cc) .. mijn (diensthoofd|leidinggevende|overste|baas)').source}`,
      'iu',
    ),
  },
  {
    name: 'was dismissed himself',
    weight: 3,
    when: phrase(
      '(ik ben|ben ik|ben|ik word|ik werd|werd ik) (zelf |net |pas |gisteren |onlangs |onterecht |ten onrechte |plots |vorige (week|maand) |zopas ){0,3}(ontslagen|buitengezet|aan de deur gezet|afgedankt)',
      'ik (word|werd|ben) .. (gepest|ontslagen|geschorst|op non-actief|overgeplaatst|benoemd)',
      'i (was|got|have been|am being) (fired|dismissed|bullied|laid off)',
      '(ze|men) (hebben|heeft|willen|wil) mij .. (ontslaan|ontslagen|geschorst|buiten)',
    ),
    unless: MANDATE,
  },
  {
    name: 'his own rights at work',
    weight: 3,
    when: phrase(
      'ik ben (een )?(ambtenaar|personeelslid|contractueel|arbeider|bediende) .. (kreeg|krijg|word|werd|wil|mag|moet|heb) .. (tuchtstraf|verlof|loon|ontslagen|opzeg|premie|evaluatie|ziek|geschorst|minder|meer|recht)',
      'moet ik (blijven |gaan )?werken',
      'ik .. te weinig (\\p{L}+ )?(loon|toelage|weekendtoelage|premie|vakantiegeld|verlof|uren|overuren) .. (kreeg|krijg|gekregen|betaald)',
      'ik (solliciteerde|heb gesolliciteerd) (bij|voor) (de |het |een )?(gemeente|stad|ocmw|politiezone|lokaal bestuur)',
      'ik (kreeg|krijg|heb) .. (slechte|negatieve|ongunstige|onterechte) evaluatie',
      '(opzegtermijn|ontslag|opzeg) als ik',
      'als ik (weg wil|wegga|vertrek|ontslag neem|mijn ontslag)',
      '(word|verdien) ik .. (betaald|genoeg|minder|te weinig|correct)',
      'ik ben (vast benoemd|contractueel|statutair|tewerkgesteld|in dienst)',
      'ben (contractueel|statutair|vast benoemd) (bij|in) (de|het|een)',
      '(am i|do i|can i|was i) .. (entitled|allowed) .. (holidays?|overtime|sick leave|pay|bonus|leave)',
      '(am i|do i|can i|was i) .. (entitled|holidays?|overtime|sick leave|paid|bonus) .. (work for|municipality|city|employer)',
      'ik werk (bij|voor|als|in) .. (heb ik|krijg ik|mag ik|kan ik|moet ik|hoeveel|mijn)',
      '(heb|krijg|mag|kan|moet) ik .. (verlof|eindejaar*|maaltijdcheques|vakantiegeld|opzeg|opzegvergoeding|ouderschapsverlof|tijdskrediet|loon|opslag|overuren|telewerk*|thuiswerken|ontslag nemen|bijverdienen|bijberoep|deeltijds werken|4\\/5|vier vijfde*)',
      'als (personeelslid|contractueel|ambtenaar|werknemer|statutair) .. (ik|mijn|mij)',
      'hoeveel (verlof|vakantie|ziekte)* .. (heb|krijg) ik',
      'ben ik verplicht .. (werken|overuren|vaccin*|verlof)',
    ),
    unless: phrase(
      'raadslid',
      'schepen',
      'burgemeester',
      'mandataris*',
      'toestaan',
      'toekennen',
      'weigeren aan',
      'een personeelslid',
      'hr',
    ),
  },
]

/** Signs that somebody asks about his own work; a question about a member of staff is one for the employer. */
export const OWN_EMPLOYMENT: readonly Rule[] = ABOUT_HIMSELF.map((rule) => ({
  ...rule,
  unless: eitherOf(rule.unless, HR),
}))

function eitherOf(one: RegExp | undefined, other: RegExp): RegExp {
  return one === undefined ? other : new RegExp(`${one.source}|${other.source}`, 'iu')
}
