import type { Frame } from './frame.js'

/** Kinds of members that only a number is known of. */
const UNNAMED =
  "(?:politiezones?|politiekorpsen|korpsen|zones|pz'?s|agb'?s|(?:autonome )?gemeentebedrijven|\\p{L}*intercommunales?|(?:intercommunale )?verbanden|municipal (?:companies|enterprises)|police (?:zones|forces)|intermunicipal\\p{L}*)"
const NAMED =
  "(?:gemeenten?|steden|stadsbesturen|gemeentebesturen|ocmw'?s|sociale huizen|municipalities|cities|towns)"
const MEMBER = '(?:lid|leden|aangesloten|ingeschreven|mee|bij|members?|affiliated|joined)'
/** Asks for figures after all. */
const NO_FIGURES =
  '^(?!.*\\b(?:aantal\\p{L}*|cijfers?|getal\\p{L}*|hoeveel|overzicht|soort\\p{L}*|types?|totaal|samenvatting|how many|kinds?)\\b)'
const NOBODY = /(?!)/
const ALL_OF_THEM = /\balle \d+ (?:Vlaamse )?(?:gemeenten|OCMW)/

/**
 * What members ask about the membership that the figures leave open: who the members are by name, who is none, whether
 * one body is registered, what the association thinks. A text about the same subject holds all the other words.
 */
export const MEMBERSHIP_FRAMES: readonly Frame[] = [
  {
    name: 'een standpunt',
    asks: /\bvoor of tegen\b|\b(?:voor|tegen)standers?\b|\bgekant tegen\b|\bwat (?:vindt|vinden|vind|denkt|denken) (?:jullie|ulle|(?:de )?vvsg|u|de vereniging)\b(?: \p{L}+)? (?:van|over)\b|\bhoe sta(?:at|an) (?:jullie|ulle|(?:de )?vvsg|u|de vereniging)\b[^?]*\b(?:tegenover|t\.o\.v|ten opzichte|over)\b|\b(?:standpunt|mening|opinie|oordeel)\b[^?]*\b(?:over|inzake|rond|omtrent|aangaande|bij|voor)\b|\b(?:steunt|steunen|verdedigt|promoot|wil|willen)\b[^?]*\bfusies?\b|\b(?:in favour of|against|opinion on|position on|support) .*\bmergers?\b/iu,
    given: /\b(?:voor|tegen)stander|\bijvert\b|\bstreeft\b|\buitgangspunten\b|\bbevordert\b/i,
    decides: true,
  },
  {
    name: 'leden bij naam',
    asks: new RegExp(
      [
        `${NO_FIGURES}.*\\b(?:noem|som|geef|bezorg|stuur|toon|vermeld|oplijsten|opsommen|list|name)\\b[^?]*\\b(?:${UNNAMED}|${NAMED})(?=$|[^\\p{L}'])`,
        `\\b(?:wie|who) (?:zijn|are) (?:dan |nu |juist |precies )*(?:de|die|jullie|the|those|your) (?:\\d+ |andere |other )?(?:${UNNAMED}|${NAMED})(?=$|[^\\p{L}'])`,
        `\\b(?:welke?|which) (?:[\\p{L}\\d]+ ){0,2}?(?:${UNNAMED}|${NAMED})(?=$|[^\\p{L}'])[^?]*\\b(?:precies|juist|concreet|exact|met naam|bij naam|allemaal)\\b`,
        '\\b(?:namen|namenlijst|names of)\\b|\\b(?:geef|bezorg|stuur|krijg\\p{L}*|vind\\p{L}*|download\\p{L}*|toon)\\b[^?]*\\bledenlijst\\b',
      ].join('|'),
      'iu',
    ),
    given: /(?:\p{Lu}\p{Ll}+(?:,| en| and) ){2}/u,
    decides: true,
  },
  {
    name: 'welke besturen lid zijn',
    asks: new RegExp(
      `\\b(?:welke?|which) (?:\\p{L}+ ){0,2}?(?:politiezones?|politiekorpsen|korpsen|pz'?s|agb'?s|gemeentebedrijven|${NAMED}|police zones)(?=$|[^\\p{L}'])[^?]*\\b${MEMBER}\\b`,
      'iu',
    ),
    given: ALL_OF_THEM,
    decides: true,
  },
  {
    name: 'hoeveel er niet bij zijn',
    asks: new RegExp(
      `\\b(?:hoeveel|aantal|welke?|how many|which)\\b[^?.,]*\\b(?:geen|niet|not|no)\\b[^?.,]*\\b${MEMBER}\\b`,
      'iu',
    ),
    given: ALL_OF_THEM,
    decides: true,
  },
  {
    name: 'of één bestuur ingeschreven is',
    asks: /\b(?:is|zijn|staat|staan|stond|werd|zit|zitten|sta|ben)\b[^?.,]*\b(?:onze?|ons|mijn|wij|we|ik)\b[^?.,]*\b(?:geregistreerd|ingeschreven|ledenlijst|ledenbestand|ledendatabank|adressenbestand|verzendlijst)\b|\b(?:is|zit|hoort|was) (?:onze?|ons|mijn) (?:\p{L}+ )?(?:agb|(?:autonoom )?gemeentebedrijf|politiezone|korps|zone|pz|\p{L}*intercommunale)\b[^?]*\b(?:lid|aangesloten|erbij|bij jullie)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'welk lid het eerste of grootste is',
    asks: /\b(?:welke?|wie|which|who)\b[^?]*\b(?:eerste|oudste|jongste|laatste|nieuwste|grootste|kleinste|recentste|first|oldest|largest|smallest)\b[^?]*\b(?:lid|leden|agb|gemeentebedrijf|gemeente|stad|ocmw|politiezone|\p{L}*intercommunale|members?|municipality)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'wie er voor een provincie of partij zetelt',
    asks: /^(?=.*\b(?:limburg|antwerpen|(?:west|oost)-?vlaanderen|vlaams-?brabant|cd&v|n-?va|vooruit|open ?vld|vlaams belang|pvda)\b)(?=.*\b(?:zit|zitten|zetelt|zetelen|vertegenwoordig\p{L}*|hoeveel|wie)\b)(?=.*\b(?:rvb|raad van bestuur|bestuur|bestuursorganen|directiecomité|algemene vergadering|commissies?|werkgroep\p{L}*|lid|leden)(?!\p{L}))/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'wie iets controleert',
    asks: /\b(?:wie|who) (?:controleert|auditeert|kijkt (?:er )?(?:na|toe)|checks|audits)\b/i,
    given: /toezicht|controle/i,
    decides: true,
  },
  {
    name: 'hoeveel er toen waren',
    asks: /^(?=.*\b(?:19\d\d|200\d|201[0-2]|2014|201[6-9]|202[0-4])\b)(?=.*\b(?:hoeveel|aantal|welk (?:deel|percentage)|how many)\b)(?=.*\b(?:lid|leden|gemeenten|steden|ocmw\p{L}*|politiezones|agb\p{L}*|\p{L}*intercommunales|interafval|lidgeld\p{L}*|subsidies|commissies|werkgroepen|members)\b)/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'van welke partij',
    asks: /\b(?:welke (?:politieke )?(?:partij|partijen|fractie|fracties|kleur)|which (?:political )?part(?:y|ies))\b/iu,
    given: /\bwerkgever/i,
    decides: true,
  },
  {
    name: 'welke vakbonden',
    asks: /\b(?:welke|which) (?:\p{L}+ )?(?:vakbond|vakbonden|bonden|syndicaten|unions)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'wanneer er vergaderd wordt',
    asks: /(?:^(?!(?:en |maar )?(?:when|wanneer) [^,]*, )(?:en |maar )?|\b(?:weet|weten|zeg|zeggen|en|of)(?: (?:u|ge|jullie|iemand|mij|me|ons))? )(?:wanneer|op welke (?:dag|datum)|welke dag|when)\b[^?,]*\b(?:algemene vergadering|raad van bestuur|directiecomité|(?:vvsg-)?commissies?|werkgroep(?:en)?|general assembly|board|committees?)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'een stuk van de vereniging om te lezen',
    asks: /^(?=.*\b(?:statuten|jaarverslag(?:en)?|jaarrekening(?:en)?|notulen|huishoudelijk reglement|organogram|ledenlijst|beleidsplan|by-?laws|statutes|annual report)\b)(?=.*\b(?:krijg\p{L}*|ontvang\p{L}*|bezorg\p{L}*|download\p{L}*|inkijk\p{L}*|inzien|inlezen|nalezen|opvragen|opsturen|doorsturen|doormailen|mail\p{L}*|stuur|sturen|vind\p{L}*|lezen|raadplegen|versie|kopie|exemplaar|staan|find|get|read|send|copy)\b)/iu,
    given: /\b(?:te lezen|te vinden|downloaden|op te vragen|staat op|staan op)\b/i,
    decides: true,
  },
  {
    name: 'wanneer het lidgeld betaald wordt',
    asks: /^(?=.*\b(?:wanneer|welke (?:dag|maand|datum)|hoe laat op het jaar|vervaldag|betalingstermijn|when|due)\b)(?=.*(?:\blidgeld|\bledenbijdrage|\blidmaatschapsbijdrage|\bcontributie|\bbijdrage\b|\bmembership fee)).*$/i,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'een bijdrage die iemand anders betaalt',
    asks: /\bbijdragen? (?:van|door|voor) (?:(?:de|een|het|hun|onze|die|elke) )?(?:\p{L}+e )?(?:kinderen|kind|familie\p{L}*|bewoners?|cliënt(?:en)?|ouders?|gezinnen|gezin|inwoners?|burgers?|gebruikers?|werknemers?|werkgevers?|personeel\p{L}*|leerlingen|huurders?)(?!\p{L})|\b(?:contribution|fee)s? (?:of|from|by|for) (?:(?:the|our|a) )?(?:children|parents|residents?|clients?|families|employees|tenants?)\b/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'een partner of subsidie voor het eigen project',
    asks: /^(?!.*\b(?:jullie|ulle|vvsg|uw|your)\b)(?=.*\b(?:zoek|zoekt|zoeken|gezocht|looking for)\b)(?=.*\b(?:partners?|projectpartners?|subsidies?|funding)\b)/iu,
    given: NOBODY,
    decides: true,
  },
  {
    name: 'binnen welke tijd een bestuur zelf moet antwoorden',
    asks: /\b(?:do|must|should|have|need|can) (?:we|i|a municipality|the (?:council|municipality|mayor)|our \p{L}+)\b[^?]*\b(?:reply|respond|answer)\b|\b(?:moet|moeten|dient|dienen) (?:we|wij|ik|(?:een|de|het|ons|onze) (?:gemeente|stad|bestuur|ocmw|college|politiezone|agb|burgemeester|raad|schepen))\b[^?]*\b(?:antwoord\p{L}*|beantwoord\p{L}*|reageren|reactie)\b/iu,
    given: /\bmoet\p{L}* .*\bantwoorden\b/iu,
    decides: true,
  },
]
