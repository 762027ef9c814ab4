import { type Plain, together, US } from './plain.js'

/** A price, a moment, a name or somebody else's money is another question. */
export const OTHER_MONEY =
  /\d|\b(?:euro|eurocent|wanneer|tegen welke|vorig|vroeger|korting|waaraan|waarvoor|welke (?:projecten|overheid|overheden|minister)|leefloon|subsidies? (?:voor|aan)|zwembad|opleidingen|advertenties|loon|lonen|salaris|directeur|voorzitter|boek\p{L}*|dossier|schijven|dubbel|fout\p{L}*|kwijt|\p{L}*zones?|\p{L}*intercommunales?|agb\p{L}*|fusie\p{L}*)\b/iu

const HOW_MUCH =
  'hoeveel|hoe groot|welk(?: \\p{L}+)? ?(?:deel|stuk|aandeel|percentage|part)|in welke mate|procent|percent|aandeel'
const WE_PAY =
  'afdra\\p{L}+|bijdragen|betalen|betaalt|storten|neertellen|ophoesten|dokken|factuur|rekening|kwijt zijn'
const GOVERNMENT = '(?:overheid|overheden|vlaanderen|staat|belastingbetaler)'
const SET =
  'hangt|afhangt|afhankelijk|bepaalt|bepaald|bepalen|berekend|berekenen|bereken\\p{L}*|uitgerekend|gebaseerd|vastgelegd|vastgesteld'
const WELFARE_CENTRE = "ocmw|ocmw's|sociaal huis|sociale huizen"

/** Where the money comes from, and what a member pays. */
export const MONEY_QUESTIONS: readonly Plain[] = [
  {
    // "leeft ge hoofdzakelijk van wat wij storten"
    asks: new RegExp(
      `\\b(?:leeft?|leven|teert?|teren|draait?|draaien|bestaat|bestaan|overleeft|overleven|rekent|rekenen) (?:${US}|het allemaal) (?:[\\p{L}'-]+ ){0,4}?(?:van|op|met|dankzij) (?:wat|hetgeen|het geld (?:dat|van)|de centen (?:die|van)|ons geld|onze centen|ons lidgeld|onze bijdragen?|de bijdragen?|de leden|de gemeenten|de besturen|lidgeld\\p{L}*)(?!\\p{L})`,
      'iu',
    ),
    unless: OTHER_MONEY,
    plainly: 'welk percentage van de middelen zijn lidgelden',
  },
  {
    // "hoe groot is het stuk dat de overheid bijpast", "hoeveel legt Vlaanderen bij"
    asks: new RegExp(
      `^(?:en |maar |nu )*(?:${HOW_MUCH})\\b(?: (?!(?:aan|voor)\\b)[\\p{L}'-]+){0,4}? (?:(?:past|legt|passen|leggen) (?:de )?${GOVERNMENT} (?:er )?bij|(?:de )?${GOVERNMENT}\\b(?: (?!(?:aan|voor)\\b)[\\p{L}'-]+){0,4} ?(?:bijpast|bijpassen|bijlegt|bijleggen))(?: (?:bij|aan|voor|in) ${US})?[ ?.]*$`,
      'iu',
    ),
    unless: OTHER_MONEY,
    plainly: 'hoeveel procent subsidies krijgt de vvsg',
  },
  {
    // "hoeveel procent verdienen jullie zelf, met cursussen en zo"
    asks: together(
      HOW_MUCH,
      US,
      'verdien\\p{L}*|binnenhaalt|binnenhalen|haalt|halen|brengt|brengen|opbrengt|opbrengen|genereert|genereren',
      'zelf|eigen',
    ),
    unless: OTHER_MONEY,
    plainly: 'hoeveel procent eigen inkomsten',
  },
  {
    // "how much of your money do you actually earn yourselves", "what part of your income is self-generated"
    asks: together(
      'how much|(?:what|which) (?:share|part|proportion|percentage)|percent',
      'your?',
      'earn\\p{L}*|generat\\p{L}*|make|raise|self-generated',
      'yourself|yourselves|own|self-generated',
    ),
    unless: OTHER_MONEY,
    plainly: 'hoeveel procent eigen inkomsten',
  },
  {
    // "jullie worden toch niet volledig door Vlaanderen betaald"
    asks: together(
      `${US}|vvsg`,
      'volledig|helemaal|geheel|integraal|grotendeels|hoofdzakelijk|enkel|alleen|fully|entirely|completely',
      '(?:door|van) (?:de )?(?:vlaamse )?(?:overheid|regering|vlaanderen|staat|belastingbetaler)|by the (?:flemish )?(?:government|state)',
      'betaald|betaalt|gefinancierd|gesubsidieerd|onderhouden|bekostigd|leeft|leven|betalen|afhankelijk|funded|paid|financed',
    ),
    unless: new RegExp(
      `${OTHER_MONEY.source}|\\b(?:lidgeld\\p{L}*|bijdrage\\p{L}*|werken|project\\p{L}*)\\b`,
      'iu',
    ),
    plainly: 'welk aandeel van de middelen zijn subsidies',
  },
  {
    // "who sits down with the unions when pay deals for council staff get negotiated"
    asks: together(
      'who|which side',
      'unions?|pay (?:talks|deals?|negotiations)',
      'sits? down|negotiat\\p{L}*|bargain\\p{L}*|talks|deals?|table',
      'pay|wages?|salar\\p{L}*|staff|sectoral|employers?',
    ),
    unless: /\b(?:our|mayor|director|alderman|in (?:a|the) (?:municipality|council|town))\b/iu,
    plainly: 'wie onderhandelt namens de gemeenten als werkgever met de vakbonden',
  },
  {
    // "hoe wordt de factuur van ons OCMW berekend"
    asks: new RegExp(
      `${together(`factuur|rekening|afrekening|bijdrage|afdra\\p{L}+|lidgeld`, WELFARE_CENTRE, SET).source}|^(?:en |maar )?betaalt (?:een |ons |het |elk |ieder )?(?:${WELFARE_CENTRE})\\b[^?]*\\b(?:per (?:hoofd|kop|inwoner|bed|bewoner|plaats)|naargelang|naar verhouding|evenveel als)\\b`,
      'iu',
    ),
    unless: new RegExp(
      `${OTHER_MONEY.source}|\\b(?:dotatie\\p{L}*|water|elektriciteit|leverancier\\p{L}*|cliënt\\p{L}*|rusthuisfactuur|voor (?:een|de) bewoners?)\\b`,
      'iu',
    ),
    plainly: 'waarvan hangt de bijdrage van een OCMW af',
  },
  {
    // "van wat hangt het af of wij veel of weinig moeten afdragen aan jullie"
    asks: together(
      'van wat|waarvan|waarop|hoe|wat|waaraan|op basis van',
      SET,
      WE_PAY,
      'wij|we|ons|onze',
      `(?:aan|bij|van) ${US}`,
    ),
    unless: new RegExp(
      `${OTHER_MONEY.source}|\\b(?:ocmw\\p{L}*|sociaal huis|hoeveel|sessie|level|service)\\b`,
      'iu',
    ),
    plainly: 'waarvan hangt het lidgeld van een gemeente af',
  },
]
