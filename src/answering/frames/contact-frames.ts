import type { Frame } from './frame.js'

/** No text gives it: only staff know. */
const NOBODY = /(?!)/

/** What is asked beside the general contacts and the building, which VVSG's page does not tell. */
export const CONTACT_FRAMES: readonly Frame[] = [
  {
    name: 'een rechtstreeks nummer',
    asks: /\bgsm[- ]?(?:nummers?|nr|van)\b|\bmobiele? (?:telefoon)?nummer|\b(?:rechtstreekse?|doorkies|intern|privé) ?(?:nummer|telefoonnummer|lijn)/iu,
    given: /\bgsm|mobiel|rechtstreeks|doorkies/i,
    decides: true,
  },
  {
    name: 'het nummer of adres van een dienst',
    asks: /\b(?:nummer|telefoon\p{L}*|mail\p{L}*|e-mail\p{L}*|contactgegevens) van (?:(?:de|een|het|jullie|uw|ulle|onze) )*(?:\p{L}+e )?(?:dienst|team|afdeling|cel|jurist\p{L}*|stafmedewerk\p{L}+|persdienst|boekhoud\p{L}*|directeur|voorzitter|woordvoerder|personeelsdienst|vormingsdienst|redactie|expert)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'het nummer of adres van een ander',
    asks: /\b(?:nummer|telefoonnummer|mailadres|e-mailadres|contactgegevens|adres) (?:heeft|hebben|van|voor) (?:(?:onze?|ons|mijn|hun|de|het|een) )*(?:politiezone|gemeente|gemeentehuis|stad|stadhuis|ocmw|burgemeester|schepen|intercommunale|agentschap|provincie|gouverneur|minister)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'het nummer van een andere organisatie',
    asks: /\b(?:nummer|telefoonnummer|telefoon) van (?!VVSG|Vvsg|Vereniging|Huis|Mattie|OVSG)\p{Lu}/u,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'een contactpersoon van het eigen bestuur',
    asks: /\b(?:persoonlijke|vaste) (?:contactpersoon|accountmanager|dossierbeheerder|aanspreekp\p{L}+)|\b(?:contactpersoon|accountmanager|dossierbeheerder|aanspreekp\p{L}+) (?:voor|van|in) (?:ons|onze|mijn) (?:bestuur|gemeente|ocmw|stad|regio|streek|provincie|zone|politiezone)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'of iets aankwam of beantwoord werd',
    asks: /\b(?:mijn|onze|ons|die|deze) (?:mails?|mailtje|brief|pakje|dossier)\b.*\b(?:gekregen|ontvangen|aangekomen|toegekomen|gelezen|beantwoordt?)\b|\bkrijg(?:en)? (?:ik|we|wij) (?:nog |dan |ook )*(?:een )?(?:mail|mailtje|brief|bevestiging\p{L}*)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'wie opneemt of meeleest',
    asks: /\bwie (?:beantwoordt|leest|bekijkt|bemant|doet)\b.*\b(?:mails?|mailbox|telefoon|lijn|deur|post)\b/i,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'een ander kantoor',
    asks: /\b(?:[Hh]ebben|[Hh]eeft|[Hh]ebt|[Zz]ijn er|[Ii]s er)\b.*\b(?:kantoor|kantoren|vestigingen|vestiging|bijkantoor|antenne)\b.* in (?!Brussel)\p{Lu}\p{Ll}/u,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'wie er buiten de uren te bereiken is',
    asks: /\b(?:wachtdienst|noodnummer|noodlijn|permanentienummer|crisisnummer|spoednummer|emergency (?:number|line))\b/iu,
    given: /\b(?:wachtdienst|nood)/iu,
    decides: true,
  },
  {
    name: 'wie of wat er binnen mag',
    asks: /\b(?:honden?|hondje|huisdier\p{L}*|kinderwagen|dogs?)\b(?=.*\b(?:binnen|mee|kantoor|gebouw|madou|office|building)\b)/iu,
    given: /\b(?:hond|dier)/iu,
    decides: true,
  },
  {
    name: 'wat er in het gebouw is',
    asks: /^(?=.*\b(?:gebouw|madou|kantoor|kantoren|jullie|vvsg|onthaal)\b).*\b(?:kantine|cafetaria|refter|douches?|laadpa\p{L}+|fietsenstalling|fietsenrek|liften|lift|wifi|garderobe|lockers?|koffiehoek|lactatie\p{L}*|kolfruimte)\b/iu,
    given:
      /\b(?:kantine|cafetaria|refter|douches?|laadpa\p{L}+|fietsenstalling|fietsenrek|liften|lift|wifi|garderobe|lockers?|koffiehoek)\b/iu,
    decides: true,
  },
]
