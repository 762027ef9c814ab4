import { type Plain, US } from './plain.js'
import { MEMBERSHIP_QUESTIONS } from './plain-membership.js'
import { compared, likeUs, spelledOut, wholeOf, without } from './put-apart.js'

const SOMEBODY =
  '(?:een|de|het|onze?|ons|mijn|ik|wij|we|hij|zij|ze|die|dat|deze|iemand|elke?|iedere|ook|haar|a|an|our|my|the|she|he)'
const CONTACT =
  '(?:(?:iets|een vraag|vragen|raad|advies) (?:\\p{L}+ )?(?:vragen|stellen|voorleggen)|vraag stellen|vragen|bellen|opbellen|mailen|schrijven|contacteren|contact opnemen|aanspreken|raadplegen|consulteren|aankloppen|terecht|doorverwijzen|doorsturen|doorschakelen|naar (?:jullie|ulle|de vvsg))'

/** Who may ask is not when, how, how often or at what price. */
const NOT_WHO =
  /\d|\b(?:nu|vandaag|morgen|straks|vanavond|avonds|middags?|middag|voormiddag|namiddag|weekend|\p{L}+dag|uur|uren|hoe\p{L}*|wanneer|waar\p{L}*|wat|welke?|gratis|kost\p{L}*|betal\p{L}*|tarief|stage|solliciteren|frans|engels|taal|talen|zonder|anoniem|gemeenteraad|college|subsidie\p{L}*|design|niveau|opleiding\p{L}*|sessie|workshop|studiedag\p{L}*)\b/iu

const POWERS = '(?:vlaanderen|vlaamse|federale|decreet|wet|regering|minister|overheid|brussel|hogerhand)'
const WORRY =
  '(?:vraag|vragen|vraagje|adviesvraag|adviesvragen|kopzorg|kopzorgen|probleem|kwestie|twijfel|twijfels|moeilijkheid|zorg|zorgen|dossier|hulpvraag|raad|advies)'

const BODY =
  '(?:gemeente|stad|bestuur|ocmw|agb|politiezone|intercommunale|raad|college|provincie|vraag|mail|brief|gebouw|website)'
const PERSON = `(?:een|onze?|ons|mijn|de|die|elke?|iedere?) (?!${BODY}(?!\\p{L}))[\\p{L}-]+`
const REACHES =
  '(?:vragen|vraag|bellen|gebeld|mailen|gemaild|aanschrijven|contacteren|contact|aan de lijn|aanspreken|raadplegen|consulteren|aankloppen|voorleggen)'
/** Somebody else, and whether he may turn to us, in whatever order. */
const MAY_HE = [
  `^(?=.*\\b${US}\\b)(?=.*\\b${REACHES}\\b)(?:.*\\b(?:mag|mogen|kan|kunnen) ${PERSON}\\b|${PERSON} (?:[\\p{L}'-]+ ){0,7}?(?:wil|wou|had|zou|wenst|zit|heeft)\\b.*(?:in orde|oké|ok|toegelaten|(?:mag|kan|gaat|lukt) (?:dat|het))\\b).*$`,
  `\\bof (?:hij|zij|ze|die) (?:zelf |rechtstreeks )?${US} (?:[\\p{L}'-]+ ){0,3}(?:mag|mogen|kan|kunnen) ${REACHES}\\b`,
]
/** One of us calling one of them, or what the staff of VVSG do. */
const WE_REACH =
  /\b(?:van (?:jullie|ulle|de vvsg)|(?:ons|mij|me|hem|haar|hen) (?:eens |even |terug ?)?(?:op|terug)?(?:bellen|mailen|contacteren|schrijven)|terugbellen|(?:terecht|aankloppen) (?:voor|om))\b/iu

const NOT_THEM = new RegExp(`${NOT_WHO.source}|${WE_REACH.source}`, 'iu')

/** The first that fits counts. */
const QUESTIONS: readonly Plain[] = [
  {
    // "mijn stagiair wil jullie iets vragen, mag dat": whoever it is, the text says who may.
    asks: new RegExp(
      [
        `(?<!\\p{L})(?:mag|mogen|kan|kunnen|moet|may|can)(?: dan| ook)? ${SOMEBODY}(?! jullie| u)(?: [\\p{L}'-]+){0,6}? (?:(?:met|over) (?:een|zijn|haar) \\p{L}+ )?(?:bij |naar |aan |met |tot )?${US}(?: [\\p{L}'-]+){0,4}? ?${CONTACT}(?: met (?:een|zijn|haar) vraag)?[ ?!]*$`,
        `^${SOMEBODY}(?! jullie)(?: [\\p{L}'-]+){1,9} (?:wil|wilt|wou|willen|zou|had|wenst|zoekt|heeft|zit met|belt|vraagt)\\b[^?]*\\b(?:jullie|ulle|u|vvsg|ons|mij|vraag|raad|advies)\\b[^?]*[,.] ?(?:mag|kan|mogen|kunnen) (?:ik |wij |we )?(?:dat|hij|zij|ze|die|deze|haar|hem)\\b(?: [\\p{L}'-]+){0,6}[ ?!]*$`,
        // "mag mijn voorzitter zelf een vraag stellen of moet dat via de algemeen directeur"
        `(?<!\\p{L})(?:mag|mogen|kan|kunnen) ${SOMEBODY}(?: [\\p{L}'-]+){0,6}? (?:zelf|rechtstreeks|ook zelf) (?:[\\p{L}'-]+ ){0,3}?${CONTACT}(?:,? of (?:moet|dient|gaat|loopt|verloopt) (?:dat|het|alles)(?: [\\p{L}'-]+){0,2} (?:via|langs|door)(?: [\\p{L}'-]+){1,5})?[ ?!]*$`,
        `(?<!\\p{L})(?:mag|mogen|kan|kunnen|moet) (?:ik|we|wij) (?:hem|haar|hen|die|deze|ze|dat)(?: [\\p{L}'-]+){0,3} naar ${US} (?:door)?(?:sturen|verwijzen)[ ?!]*$`,
        // "bij jullie aankloppen, is dat enkel voor schepenen"
        `\\b${US}\\b(?: [\\p{L}'-]+){0,4}? ${CONTACT}\\b[^?]{0,20}, ?(?:is|geldt|mag|kan) (?:dat|het) (?:enkel|alleen|slechts|ook) (?:voor|door)\\b`,
        // "wie mag er bij jullie met een vraag aankloppen, ook een gewone bediende"
        `^(?:en |maar )?wie (?:mag|kan|mogen|kunnen)(?: er)?(?: allemaal)? (?:[\\p{L}'-]+ ){0,4}?${US}\\b(?: [\\p{L}'-]+){0,5}? ${CONTACT}\\b(?:, [^?]{3,60})?[ ?!]*$`,
        // Who wants it may have been left out already as no part of the question.
        `^${US}\\b[^?]*\\b${CONTACT}\\b[^?]*[,.] ?(?:mag|kan|mogen|kunnen) (?:dat|hij|zij|ze|die|deze)\\b(?: [\\p{L}'-]+){0,6}[ ?!]*$`,
      ].join('|'),
      'iu',
    ),
    unless: NOT_THEM,
    plainly: 'wie mag rechtstreeks een vraag stellen aan de VVSG',
  },
  {
    asks: new RegExp(MAY_HE.join('|'), 'iu'),
    unless: NOT_THEM,
    plainly: 'wie mag rechtstreeks een vraag stellen aan de VVSG',
  },
  {
    // "waar kloppen wij aan met een kopzorg over ons evaluatiebeleid": whatever it is about, the way is the same.
    asks: new RegExp(
      [
        `(?:waar|bij wie|tot wie|naar wie|langs waar|hoe|where)\\b[^?]*\\b(?:klop\\p{L}*|terecht\\p{L}*|te rade|wend\\p{L}*|richt\\p{L}*|stel|stellen|leg|leggen|voorleggen|kwijt|vraag|vragen|zijn)\\b[^?]*\\b(?:ik|wij|we|onze|mijn)\\b[^?]*\\b${WORRY}\\b[^?]*\\b(?:over|rond|bij|in verband met|omtrent|aangaande) (?:ons|onze|mijn|(?:de |het )?eigen)\\b`,
        `\\b(?:ik|wij|we|onze?|mijn) (?:\\p{L}+ )?(?:zit|zitten|worstel\\p{L}*|sukkel\\p{L}*|breekt|breken|breek|twijfel\\p{L}*|piekert?|piekeren|heb|hebben|tobt?|tobben)\\b[^?]*[,.] ?(?:en )?(?:waar|bij wie|tot wie|naar wie|langs waar)\\b[^?]{0,25}\\b(?:klop\\p{L}* (?:ik|wij|we)|te rade|terecht|aankloppen|leg(?:gen)? (?:ik|wij|we)|voorleggen|naartoe|heen|wend\\p{L}* (?:ik|wij|we))\\b[^?]{0,15}[ ?!]*$`,
        `\\b(?:waar|bij wie|langs waar) leg(?:gen)? (?:ik|wij|we) (?:ons|onze|mijn) (?:[\\p{L}'-]+ )?${WORRY}\\b[^?]*\\bvoor[ ?!]*$`,
        `\\b(?:vraag|vragen|vraagje|kopzorg\\p{L}*|probleem|kwestie|twijfel\\p{L}*)\\b[^?]*[,.] ?hoe (?:geraakt|raakt|geraken|komt|komen|krijg|krijgen) (?:die|dat|ze|hij|zij|we|wij|ik|hem)(?: [\\p{L}'-]+){0,3} (?:bij|tot|naar) ${US}[ ?!]*$`,
      ].join('|'),
      'iu',
    ),
    unless:
      /\b(?:service|design|opleiding\p{L}*|spider|subsidies?|vorming|studiedag\p{L}*|factu\p{L}*|lidgeld|login|wachtwoord|nieuwsbrief|klacht\p{L}*|vacature|stage|abonnement|vdab|rsz|burger|inwoner|cliënt|mail|telefoon|uur)\b/iu,
    plainly: 'langs welke weg vraag ik advies aan de VVSG',
  },
  {
    // "hangt onze bijdrage af van hoeveel mensen er wonen", "betaalt een klein dorp evenveel als Gent"
    asks: /(?=.*(?<!\p{L})(?:lidgeld\p{L}*|bijdrage\p{L}*|ledenbijdrage\p{L}*|lidmaatschap\p{L}*|contributie|(?:wij|we) (?:aan )?(?:jullie|u|de vvsg) betalen)\b)(?=.*\b(?:gelinkt|afgestemd|meer|minder|evenveel|hoger|lager|hetzelfde|dezelfde|verhouding|naargelang|hangt|hangen|afhankelijk|gekoppeld)\b)(?=.*\b(?:stad|steden|gemeenten?|dorp|dorpen|inwoners|bewoners|bevolking|mensen|volk|zielen|groot|grote|grotere|klein|kleine|kleinere)\b)|^(?:en |maar )?(?:betaalt|betalen|moet|moeten) (?:een |de |wij |ons |onze |als )*(?:grote|kleine|grotere|kleinere|klein|groot|rijke|arme)? ?(?:stad|steden|gemeenten?|dorp|dorpen)\b(?: betalen)?(?: \p{L}+){0,2} (?:meer|minder|evenveel|hetzelfde|verhouding)\b(?: betalen)?(?: (?:dan|als|van)(?: \p{L}+){1,4})?[ ?]*$/iu,
    unless:
      /\d|%|\b(?:euro|percent|procent|hoeveel (?!mensen|inwoners|bewoners|volk|zielen)\p{L}+|korting|fusie\p{L}*|deelnemers?|opleiding\p{L}*|niveau|workshop|sessie\p{L}*|design|boek\p{L}*|ocmw\p{L}*|subsidies?|belasting\p{L}*|retributie|wanneer|vorig|vroeger|vng|middelen|inkomsten|werking|financier\p{L}*|\p{L}*zones?|dotatie\p{L}*|\p{L}*intercommunales?|pensioen\p{L}*|rsz|verzekering\p{L}*|water|kerk\p{L}*|aan (?!(?:jullie|ulle|u|(?:de )?vvsg|de vereniging|hoeveel|het aantal|de (?:grootte|bevolking|inwoners))\b)\p{L}+)\b/iu,
    plainly: 'waarvan hangt het lidgeld van een gemeente af',
  },
  {
    // "betalen wij als ocmw per bed van ons rusthuis"
    asks: /(?=.*\b(?:ocmw\p{L}*|sociaal huis|sociale huizen)\b)(?=.*(?:\blidgeld|\bbijdrage|\bcontributie|\blid\b|\blidmaatschap|\bjullie\b|\bvvsg\b))(?=.*\b(?:lidgeld\p{L}*|bijdrage\p{L}*|contributie|betaal|betaalt|betalen|lidmaatschap)\b)(?=.*\b(?:rusthuis|rusthuizen|woonzorgcentr\p{L}*|wzc|bed|bedden|bewoners?|residenten|gebruikers|dagcentr\p{L}*|dagverzorging\p{L}*|dagopvang|zorgcentr\p{L}*|inwoners?|per hoofd|per kop|meer|minder|evenveel|groter?|kleiner?)\b)/iu,
    unless:
      /\d|%|\b(?:euro|eurocent|hoeveel (?:euro|betaal\p{L}*|kost\p{L}*|lidgeld)|korting|factuur|wanneer|vorig|vroeger|samen|apart|zelf|via)\b/iu,
    plainly: 'waarvan hangt de bijdrage van een OCMW af',
  },
  {
    // "ik las 308 en ik las 300, wat is het nu"
    asks: /^(?=.*\b300\b)(?=.*\b308\b)(?!.*\b(?:ocmw|welzijn|centra|fusie|285)).*/iu,
    unless: /\b(?:euro|artikel|kilo|decreet|km)\b/iu,
    plainly: 'hoeveel gemeenten zijn lid van de VVSG',
  },
  {
    // "wie stuurt ons de factuur van het lidmaatschap"
    asks: /(?=.*\b(?:factuur|facturen|rekening|afrekening|factureert)\b)(?=.*\b(?:lidmaatschap|lidgeld\p{L}*|bijdrage|ledenbijdrage|contributie)\b).*\b(?:(?:van|door) wie (?:komt|krijg\p{L}*|ontvang\p{L}*|is|wordt|mogen|kunnen)|wie (?:stuurt|verstuurt|zendt|bezorgt|factureert|maakt|schrijft|rekent))\b/iu,
    unless:
      /\b(?:wanneer|dubbel|fout|fouten|verkeerd|niet|kwijt|controleert|contact\p{L}*|bij wie|mail|collega|medewerker)\b/iu,
    plainly: 'wie int het lidgeld',
  },
  {
    // "nemen jullie het voor ons op als Vlaanderen een slecht decreet maakt"
    asks: new RegExp(
      `\\b(?:neemt|nemen|komen|komt) ${US} (?:het )?(?:ook |dan )?(?:voor ons )?(?:ook |dan )?(?:op|tussen)?\\b.*\\b(?:als|wanneer|indien|zodra|telkens)\\b.*\\b${POWERS}\\b|\\bwat (?:doet|doen) ${US}\\b.*\\bals\\b.*\\b(?:wet|wetten|decreet|decreten|regering|minister|overheid|hervorming)\\b`,
      'iu',
    ),
    unless:
      /\d|^(?:en |maar )?wanneer\b|\b(?:welke?|hoe vaak|hoe dikwijls|wie|mag|adres|gebouw|kantoor|verhuis\p{L}*|maand|week|jaar|dossier|resultaat|opleiding\p{L}*|design)\b/iu,
    plainly:
      'verdedigt de VVSG de lokale besturen wanneer andere overheden zich met lokaal beleid bezighouden',
  },
  {
    // "gaan jullie voor ons naar de minister"
    asks: new RegExp(
      `\\b(?:ga|gaan|gaat|stap|stappen|stapt|trek|trekken|trekt|klop|kloppen|klopt|bel|bellen|belt|spreek|spreken|spreekt|schrijf|schrijven) ${US} .*\\b(?:ministers?|kabinet|kabinetten|regering|parlement|brussel|hogerhand|federale|vlaanderen)\\b`,
      'iu',
    ),
    unless:
      /\d|\b(?:wanneer|welke?|hoe vaak|hoe dikwijls|wie|mag|adres|gebouw|kantoor|verhuis\p{L}*|maand|week|jaar|dossier|resultaat|opleiding\p{L}*|design)\b/iu,
    plainly: 'onderhandelt de VVSG namens haar leden met andere overheden',
  },
  {
    // "wat hebben wij er eigenlijk aan om aangesloten te zijn"
    asks: new RegExp(
      [
        `\\bwat (?:hebben|heb|heeft) (?:wij|we|ik|ons bestuur|onze \\p{L}+|een \\p{L}+|men|je)\\b(?: \\p{L}+)? ?(?:er|daar|eraan|daaraan)(?: \\p{L}+){0,3}? ?(?:aan)?(?: om| dat)\\b[^?]*\\b(?:lid|aangesloten|aansluiten|lidmaatschap|bij ${US})\\b`,
        '\\bwat (?:koop|kopen|krijg|krijgen|win|winnen) (?:ik|wij|we|ons bestuur)\\b[^?]*\\b(?:voor|met|dankzij|door) (?:dat|ons|onze|het|de|mijn|die|al dat) (?:lidgeld|bijdrage|lidmaatschap)\\b',
        '\\bwat (?:krijg|win|heb|heef)\\p{L}*\\b[^?]*\\b(?:in (?:de )?(?:plaats|ruil)|terug)\\b[^?]*\\b(?:lidgeld|bijdrage|lidmaatschap)\\b',
        `\\b(?:waar|waarmee) (?:kunnen|kan) ${US} ons\\b(?: \\p{L}+){0,2} ?(?:mee|bij)? ?(?:helpen|bijstaan|ondersteunen)\\W*$`,
        '\\bwaarom (?:zou|zouden|moet|moeten)\\b[^?]*\\b(?:lid|aangesloten|aansluiten|lidmaatschap)\\b',
        `\\bwat (?:doen|doet|kunnen|betekenen|bieden|biedt) (?:jullie|u|ulle|(?:de )?vvsg|de vereniging)\\b(?: \\p{L}+){0,3} voor (?:de|jullie|uw|haar|hun|alle) leden\\W*$`,
        '\\b(?:meerwaarde|toegevoegde waarde)\\b[^?]*\\b(?:lid|lidmaatschap|aangesloten)\\b',
      ].join('|'),
      'iu',
    ),
    unless:
      /\b(?:kost\p{L}*|korting|hoeveel|wanneer|commissies?|werkgroep\p{L}*|\p{L}*intercommunales?|\p{L}*zone|fusie\p{L}*|lid (?:worden |zijn |blijven )?van (?!jullie|ulle|(?:de )?vvsg|de vereniging)\p{L}+)\b/iu,
    plainly: 'welke diensten krijgen wij als lid van de VVSG',
  },
]

const KNOWN: readonly Plain[] = [...QUESTIONS, ...MEMBERSHIP_QUESTIONS]

/**
 * The same question in words a text would use, for the few that are put in words without weight: who may ask, where
 * to go with a worry, whether a town pays by its size, what a member gets. Any other comes back as it is.
 *
 * @example
 * ```ts
 * putPlainly('mijn stagiair wil jullie iets vragen, mag dat') //=> 'wie mag rechtstreeks een vraag stellen aan de VVSG'
 * putPlainly('hoeveel gemeenten zijn lid?') //=> 'hoeveel gemeenten zijn lid?'
 * ```
 */
export function putPlainly(text: string): string {
  return compared(text) ?? wholeOf(text) ?? without(text) ?? likeUs(text) ?? spelledOut(text) ?? plain(text)
}

function plain(text: string): string {
  return KNOWN.find(({ asks, unless }) => asks.test(text) && !unless.test(text))?.plainly ?? text
}
