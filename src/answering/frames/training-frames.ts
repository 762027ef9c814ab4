import type { Frame } from './frame.js'

const TRAINING =
  '(?:(?:dag|intro|introductie|kennismakings)?(?:opleiding|vorming|cursus|training|workshop|sessie|moment|dag|traject|les)(?:en|s)?|eendaagse|leertraject|introductie|intro|kennismaking|niveau|level|course|learning path)'
const LINK =
  "(?:er|nu|dan|eigenlijk|precies|bij jullie|vorig jaar|die|de|den|dat|het|deze|jullie|ons|onze|zo'n|een|service ?design|spider|the|your|that|one-day|day|introduction|introductory)"
/** Things that are taken home from a training, or are left of it. */
const SOUVENIR =
  "(?:verslag(?:en|je)?|foto'?s?|slides?|powerpoints?|presentaties?|opnames?|video'?s?|filmpjes?|handboek(?:en)?|syllabus(?:sen)?|cursustekst(?:en)?|evaluaties?|getuigenissen|hand-?outs?|report|photos?|pictures|recordings?|handbook)"

/**
 * What members ask about a training that its description leaves open: who teaches it, what comes before it, which
 * example is used. The words for it are common, and a text about the same training holds all the others.
 */
export const TRAINING_FRAMES: readonly Frame[] = [
  {
    name: 'iets dat vaststaat',
    asks: /^(?!.*\b(?:nog|still|bestaat|bestaan|exists?|afgeschaft|stopgezet|gestopt|opgedoekt|verouderd|actueel|actuele|geldig|geldt|vandaag|tegenwoordig|momenteel|heden|anno|aanbod|aanbied\w*|aangeboden|offer\w*|available|beschikbaar|loopt|lopen|doorga\w*|running|kracht|toepassing|status|stand van zaken|zekerheid|zeker|bevestig\w*)\b)/i,
    given: /^(?![\s\S]*\bmoet [\p{L} ]{0,20}nog bevestigen\b)/iu,
  },
  {
    name: 'iets anders dan een aantal',
    asks: /^(?!(?:deelnemers|participants)\b)(?!.*(?:\d{2}|\b(?:hoeveel\w*|aantal\w*|gro(?:ot|te)\p{L}*|\p{L}*groep\p{L}*|max\p{L}*|min|minimum\p{L}*|minimaal|minstens|hoogstens|deelnemersaantal|plaatsen|plekken|weinig|veel|volk|capaciteit|ondergrens|bovengrens|\p{L}*teams?|teamgrootte|ploeg(?:en)?|sizes?|many|large|big|group|attendees|capacity|(?:he|ga)le|heel|volledige?|voltallige?|genoeg|passen|man|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig|vijftig|zestig|honderd)\b))/iu,
    given: /^(?![\s\S]*\bstellen wij\b[\s\S]*\bvoor\b)/i,
  },
  {
    name: 'wie de les geeft',
    decides: true,
    asks: new RegExp(
      `\\b(?:wie|who) (?:${LINK} )*(?:geeft|gaf|geven|verzorgt|verzorgde|doceert|doceerde|begeleidt|begeleidde|modereert|teaches|taught|gives|runs|facilitates|delivers) (?:${LINK} )*${TRAINING}\\b|\\b(?:door wie|by whom)\\b[^?.]*\\b(?:gegeven|begeleid|verzorgd|gedoceerd|geleid|taught|given)\\b|\\bwie staat[^?.]*\\bvoor de (?:klas|groep)\\b|\\b(?:wie|who) (?:geeft|gaf|verzorgt|begeleidt|teaches|gives) (?:dat|die|deze|dit|it|that)(?: dan| eigenlijk)?\\s*(?:[?.!]|$)|\\b(?:lesgevers?|lesgeefsters?|docent(?:en)?|trainers?|facilitators?|voor de (?:klas|groep)|instructors?|teachers?)\\b`,
      'iu',
    ),
    given: /\b(?:lesgevers?|gegeven door|begeleid door|docent(?:en)?|trainers?|taught by)\b/i,
  },
  {
    name: 'voorkennis of volgorde',
    decides: true,
    asks: /\b(?:voorkennis|vooropleiding|basiskennis|prerequisites?|prior knowledge|overslaan|overgeslagen|oversla|volgorde|skip)\b|\beerst\b[^?.]*\b(?:gevolgd|gedaan|volgen|doen|afgewerkt|doorlopen)\b|\b(?:moet|moeten|dien\w*|hoef\w*)\b[^?.]*\b(?:gevolgd|gedaan|doorlopen|achter de rug|afgewerkt)\b|\bbeginners?\b[^?.]*\b(?:niveau|level|leertraject|eendaagse)|\b(?:meteen|onmiddellijk|rechtstreeks|direct|straight) (?:het|in|naar|met|aan|op|to|with) (?:het |the )?(?:niveau|level|leertraject|traject|derde|tweede|learning path)|\b(?:need|do|take|finish|complete|follow\w*)\b[^?]*\blevel \d\b[^?]*\b(?:first|before)\b/i,
    given: /\b(?:voorkennis|vooropleiding|volgorde|beginners?|prior knowledge)\b/i,
  },
  {
    name: 'welk voorbeeld',
    decides: true,
    asks: /\b(?:welke?|which|wat voor(?: een)?|what) (?:\p{L}+ )?(?:cases?|casus(?:sen)?|(?:praktijk)?voorbeeld(?:en)?|praktijkcases?|example)\b|\b(?:case|casus|praktijkvoorbeeld)\b[^?.]*\b(?:over welke?|uit welke?|van welke?|waarover)\b|\b(?:over|uit|van) (?:welke?|wat)\b[^?.]*\b(?:case|casus|praktijkvoorbeeld)\b/iu,
    given: /\b(?:case|casus|voorbeeld) (?:over|uit|rond)\b/i,
  },
  {
    name: 'wie het al deed',
    decides: true,
    asks: /^(?:en |maar )?(?:heeft|hebben|is|zijn|was|waren|did|has|have) (?!(?:we|wij|ik|u|jullie|i|you)\b)[^?.]*\b(?:al|reeds|ooit|vorig jaar|vorige keer|already|ever|yet)\b[^?.]*\b(?:gevolgd|geweest|deelgenomen|meegedaan|gedaan|attended|taken|joined|followed)\b/i,
    given: /\b(?:gevolgd|deelgenomen|meegedaan|attended)\b/i,
  },
  {
    name: 'vanaf hoeveel het doorgaat',
    decides: true,
    asks: /\b(?:hoeveel|hoe weinig|te weinig|how many|how few|too few)\b[^?.]*\b(?:doorga\w*|(?:gaat|gaan|laten)\b[^?.]*\bdoor\b|afgelast|go(?:es)? ahead|cancelled)\b|\b(?:hoeveel|minimum|minstens)\b[^?.]*\binschrijvingen\b|\binschrijvingen\b[^?.]*\b(?:minimum|minstens)\b/i,
    given: /\b(?:doorga\w*|gaat door|inschrijving\w*)\b/i,
  },
  {
    name: 'een korting',
    decides: true,
    asks: /\b(?!(?:af|in|ver)korting)\p{L}*korting(?:en)?\b|\b(?:discounts?|reduced (?:price|fee|rate))\b|\b(?:leden|groeps|voorkeur|voordeel)(?:prijs|prijzen|tarief|tarieven)\b/iu,
    given: /\b(?:\p{L}*korting\p{L}*|discount|ledenprijs|ledentarief)\b/iu,
  },
  {
    name: 'op welke dagen',
    decides: true,
    asks: /\b(?:op )?(?:welke|which|what) (?:\p{L}+ )?(?:data|datums|dates|lesdagen|lesmomenten)\b|\b(?:lessenrooster|lesrooster|trainingskalender|opleidingskalender)\b/iu,
    given:
      /\b(?:19|20)\d\d\b|\b\d{1,2} (?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)|dag(?:en)?\b.*\buur\b/i,
  },
  {
    name: 'waar het doorgaat',
    decides: true,
    asks: new RegExp(
      `\\b(?:waar|where) (?:gaat|gaan|vindt|vinden|wordt|worden|is|are|does|do)\\b[^?.]*\\b${TRAINING}\\b[^?.]*\\b(?:door|plaats|gegeven|gehouden|georganiseerd|held|given|place)\\b|\\b${TRAINING}\\b[^?.]*\\bwaar\\b[^?.]*\\b(?:door|doorga\\p{L}*|plaats)\\b|\\b(?:lokaal|leslokaal|zaal|locatie|venue)\\b[^?.]*\\b${TRAINING}\\b`,
      'iu',
    ),
    given: /\b(?:lokaal|zaal|locatie|venue|brussel|plaatsvind\p{L}*|ter plaatse)\b/iu,
  },
  {
    name: 'online of niet',
    decides: true,
    asks: new RegExp(
      `^(?=.*\\b(?:online|digitaal|virtueel|via teams|via zoom|op afstand|hybride|hybrid|remotely|webinar)\\b)(?=.*\\b${TRAINING})`,
      'iu',
    ),
    given: /\b(?:online|digitaal|digitale|op afstand|virtueel|hybride)\b/i,
  },
  {
    name: 'iets dat ervan overblijft',
    decides: true,
    asks: new RegExp(
      `\\b(?:(?:is|zijn|bestaat|bestaan) er|hebben jullie|hebt u|heeft (?:u|de vvsg|vvsg)|krijg\\p{L}* (?:we|wij|ik|je|men|deelnemers)|waar (?:vind|staan|staat|zijn)|kan|kunnen|mag|mogen|can|may|do you have|is there|are there|where) (?:\\p{L}+ ){0,4}?${SOUVENIR}\\b`,
      'iu',
    ),
    given: new RegExp(`\\b${SOUVENIR}\\b`, 'iu'),
  },
]
