import { type Plain, together, US } from './plain.js'
import { MONEY_QUESTIONS, OTHER_MONEY } from './plain-money.js'

const NOT_GOVERNANCE =
  /\d|\b(?:wanneer|hoeveel|hoe lang|voorzitter\p{L}*|directeur|naam|namen|lidgeld|subsidie\p{L}*|gemeenteraad|schepencollege|onze (?:raad|gemeente|stad)|coalitie|verkiezing\p{L}*|burgemeester|stemmen)\b/iu

/** Who runs it, for whom it stands and what it believes in. */
const GOVERNANCE: readonly Plain[] = [
  {
    // "zit er maar één partij aan de knoppen bij jullie"
    asks: together(
      '(?:één|een|1|dezelfde|eenzelfde) (?:politieke )?(?:partij|kleur|strekking)',
      'aan de (?:knoppen|macht)|touwtjes|aan het (?:roer|stuur)|voor het zeggen|de baas|de leiding|de plak|besturen|bestuur|bestuurt',
      US,
    ),
    unless: new RegExp(`${NOT_GOVERNANCE.source}|\\b(?:welke|wie)\\b`, 'iu'),
    plainly: 'hoe zijn de bestuursorganen van de vvsg samengesteld',
  },
  {
    // "wie heeft het daar voor 't zeggen, wat voor organen zijn er"
    asks: /^(?=.*\b(?:voor het zeggen|aan het (?:roer|stuur)|aan de knoppen|de touwtjes|de lakens|beslist|beslissen|bestuurt|besturen)\b)(?=.*\b(?:wat voor|welke|wat zijn (?:de|jullie))(?: \p{L}+)? (?:organen|bestuursorganen|raden)\b)/iu,
    unless: NOT_GOVERNANCE,
    plainly: 'welke bestuursorganen heeft de vvsg',
  },
  {
    // "komt een boerengat ook aan de bak, of is het alleen voor Gent en Antwerpen"
    asks: together(
      'boerengat|boerendorp|boerengemeente|gehucht|dorp|dorpje|dorpen|plattelandsgemeenten?|landelijke gemeenten?|klein(?:e|ere)? (?:gemeenten?|steden|stadje|besturen)|gemeentje|de kleintjes',
      '(?:alleen|enkel|uitsluitend|vooral)(?: \\p{L}+){0,2}? (?:gent|antwerpen|brugge|leuven|mechelen|kortrijk|hasselt|grote? \\p{L}+|steden|centrumsteden|grootsteden|de groten)',
      'komt|komen|telt|tellen|meetellen|aan de bak|er voor|ervoor|verdedig\\p{L}*|opkom\\p{L}*|belangen|gehoord?|is het|zijn jullie|bent u',
    ),
    unless:
      /\b(?:lidgeld|bijdrage|betaal\p{L}*|betalen|subsidie\p{L}*|fusie\p{L}*|lid|leden|aangesloten|opleiding\p{L}*|service|sessie\p{L}*|gemeentefonds|wanneer|hoeveel)\b/iu,
    plainly: 'verdedigt de vvsg enkel grote steden of ook kleine gemeenten',
  },
  {
    // "waarvoor staan jullie ideologisch, los van de partijen"
    asks: new RegExp(
      `\\bwaar(?:voor)? sta(?:an|at) ${US}\\b[^?]*\\b(?:ideologisch|inhoudelijk|politiek gezien|filosofisch|qua (?:visie|waarden|ideeën|gedachtegoed))\\b`,
      'iu',
    ),
    unless: NOT_GOVERNANCE,
    plainly: 'wat zijn de vier uitgangspunten van de vvsg',
  },
  {
    // "houden jullie u in uw visie ook bezig met milieu en de rest van de wereld"
    asks: together(
      US,
      'visie|uitgangspunten|uitgangspunt|waarden|principes',
      'milieu|klimaat|planeet|wereld|wereldwijd|mondiaal|duurza\\p{L}*|ecologi\\p{L}*',
    ),
    unless: new RegExp(
      `${NOT_GOVERNANCE.source}|\\b(?:vindt|vinden|standpunt\\p{L}*|tekst|lezen|downloaden|wie|meet|meten)\\b`,
      'iu',
    ),
    plainly: 'is duurzame ontwikkeling, lokaal en mondiaal, een uitgangspunt van de visie van de vvsg',
  },
]

const UNIONS = 'bond|bonden|vakbond|vakbonden|syndicaat|syndicaten|unions'

const FIGURES: readonly Plain[] = [
  {
    // "tel alle samenwerkingsverbanden tussen gemeenten eens op, afval en streek en de rest"
    asks: together(
      'tel|tellen|som|optelling|opgeteld|samengeteld|in totaal|alles samen|allemaal samen|alle soorten samen',
      '(?:intercommunale |intergemeentelijke )?samenwerkingsverbanden|intercommunale verbanden',
      'hoeveel|aantal|totaal|som|hoe groot',
    ),
    unless: new RegExp(
      `${OTHER_MONEY.source}|\\b(?:lidgeld|geen|niet|namen|welke|wie|raden van bestuur|personeel)\\b`,
      'iu',
    ),
    plainly: 'hoeveel intercommunales zijn er in totaal lid',
  },
]

/** With whom it talks, what becomes of an idea, and where a question is put. */
const TALKS: readonly Plain[] = [
  {
    // "wie zit er tegenover de bonden als er over de lonen bij de lokale besturen gesproken wordt"
    asks: together(
      UNIONS,
      'wie|wiens|welke kant|aan tafel|tegenover|onderhandel\\p{L}*',
      'tegenover|aan tafel|onderhandel\\p{L}*|gesproken|spreekt|praat|overleg\\p{L}*|akkoord\\p{L}*|cao\\p{L}*',
      'besturen|gemeenten|sector|werkgevers?|jullie|vvsg|de vereniging|lonen|steden',
    ),
    unless:
      /\d|\b(?:wanneer|hoeveel|hoe vaak|welke (?:drie |vak)?bonden|naam|namen|heet|heten|staking\p{L}*|staken|premie\p{L}*|verlof\p{L}*|maaltijdcheques?|koopkracht|(?:in|bij|met|van) (?:ons|onze|mijn)|moet|moeten|verplicht|mag|mogen|minister|resultaat|politiepersoneel)\b/iu,
    plainly: 'wie onderhandelt het sectoraal akkoord voor de lokale besturen',
  },
  {
    // "onze dienst heeft een idee, wat doen jullie daarmee"
    asks: new RegExp(
      `^(?=.*\\b(?:idee|ideeën|suggestie|suggesties|ingeving|inval)\\b)(?=.*\\b${US}\\b)(?=.*\\b(?:ik|wij|we|ons|onze?|mijn|dienst|collega\\p{L}*|leden|gemeente|ocmw)\\b).*\\b(?:wat (?:doet|doen|gebeurt|gebeuren|komt)|(?:doet|doen|gebeurt) (?:er|daar|${US}) (?:er |daar )?(?:iets|wat)|(?:luistert|luisteren|nemen|neemt|pikken|pikt) ${US}|(?:er|daar)(?: \\p{L}+)? (?:iets )?mee (?:gedaan|aan)|gehoor)\\b`,
      'iu',
    ),
    unless:
      /\d|\b(?:wanneer|hoeveel|hoe (?:dien|lever|stuur|bezorg)|indienen|insturen|ideeënbus|wie (?:beslist|keurt|is)|vorig|design|ontwerp|sessie\p{L}*|opleiding\p{L}*|workshop|prototype\p{L}*|inwoners?|burgers?)\b/iu,
    plainly: 'wat doet de vvsg met ideeën van leden',
  },
  {
    // "wij zitten vast met iets over asiel, langs welke weg leggen we dat aan jullie voor"
    asks: new RegExp(
      `[,.;] ?(?:en )?(?:langs welke weg|via welk kanaal|langs welk kanaal|langs waar|hoe|waar) (?:leg|leggen|stel|stellen|dien|dienen|breng|brengen|kaart|kaarten) (?:ik|wij|we) (?:dat|die|het|dit|ze|zoiets)(?: [\\p{L}'-]+){0,2} (?:aan|bij|met|tot) ${US}(?: [\\p{L}'-]+)? (?:voor|in|aan)[ ?.]*$`,
      'iu',
    ),
    unless:
      /\b(?:idee|ideeën|klacht\p{L}*|factu\p{L}*|kandida\p{L}*|vacature|stage|artikel|subsidie\p{L}*|service ?design)\b/iu,
    plainly: 'langs welke weg vraag ik advies aan de VVSG',
  },
  {
    // "ik ben gewoon maatschappelijk werker, zouden mensen als ik ook in zo'n werkgroep kunnen zitten"
    asks: /(?=.*\b(?:zo'n|die|de|een|jullie|vvsg)[ -](?:\p{L}+ )?(?:vvsg-?)?(?:werkgroep(?:en)?|commissies?)\b).*\b(?:mag|mogen|kan|kunnen|zou|zouden)\b.*\b(?:zitten|zetelen|meedoen|meewerken|deelnemen|meedraaien)\b/iu,
    unless:
      /\d|\b(?:hoe|wanneer|waar|wie|welke|hoeveel|kandida\p{L}*|vrij|plaats\p{L}*|inschrijv\p{L}*|twee|meerdere|online|raad|gemeenteraad\p{L}*|raadscommissie|gecoro|vlaanderen|minister\p{L}*|overheid|burgers?|inwoners?|bedrij\p{L}*|vergoed\p{L}*|betaald|de (?:commissie|werkgroep) (?!van (?:jullie|de vvsg))\p{L}+)\b/iu,
    plainly: 'wie kan er in de commissies en werkgroepen van de vvsg zitten: medewerkers, mandatarissen',
  },
  {
    // "gaan die commissieleden ook mee aan tafel met ministers, of blijft het bij babbelen onder elkaar"
    asks: together(
      "commissieleden|(?:leden van )?(?:de|die|jullie|zo'n) (?:vvsg-?)?(?:commissies?|werkgroepen|werkgroep)",
      'ministers?|kabinet|kabinetten|regering|overheid|overheden|politici|parlement|beleidsmakers',
      'aan tafel|onderhandel\\p{L}*|praten|spreken|overleg\\p{L}*|samenzitten|naar',
    ),
    unless:
      /\d|\b(?:welke?|wie|wat|wanneer|hoeveel|hoe (?:vaak|dikwijls)|waarom|gemeenteraad\p{L}*|verslag\p{L}*|vorig|laatste|volgende|resultaat|resultaten)\b/iu,
    plainly:
      'nemen commissieleden deel aan overleg en onderhandelingen met politici en beleidsverantwoordelijken',
  },
  {
    // "in welke clubs over de grens zit ge"
    asks: together(
      US,
      'welke?|wat voor|van wat|bij wat',
      'over de grens|buitenland|buitenlandse|internationale?|europese?|in europa|wereldwijde?|in de wereld',
      'clubs?|bonden|koepels?|verenigingen|netwerken|groepen|verbanden',
      'zit|zitten|zetelt|zetelen|lid|aangesloten|meedoet|meedoen|hoort|horen',
    ),
    unless:
      /\d|\b(?:wanneer|hoeveel|wie|sinds|kost\p{L}*|betaal\p{L}*|waarom|kantoor|project\p{L}*|congres|ons|onze|wij|we)\b/iu,
    plainly: 'van welke internationale organisaties is de vvsg lid',
  },
]

/** Questions about the association itself, each with what it comes down to; the first that fits counts. */
export const MEMBERSHIP_QUESTIONS: readonly Plain[] = [
  ...MONEY_QUESTIONS,
  ...FIGURES,
  ...GOVERNANCE,
  ...TALKS,
]
