const FOR_A_FORM =
  '(?:[\\p{L}-]+ )?[\\p{L}-]*(?:formulier|fiche|bestand|databank|database|register|adreslijst|form|file|records?|database|list)'

/** What stands around a request for a contact and says nothing of what is asked; each with what is left of it. */
const WRAPPING: readonly (readonly [RegExp, string])[] = [
  [/^(?:geachte|beste|dear|mevrouw|mijnheer|meneer)\b[^,.:]{0,30},\s*/iu, ''],
  [
    /[.,]? *(?:met (?:vriendelijke|beste|collegiale|hartelijke|oprechte) groet\p{L}*|(?:met )?hoogachtend?|met hoogachting|vriendelijke groet\p{L}*|kind regards|best regards|sincerely)\b.*$/iu,
    '',
  ],
  // "in het kader van de actualisering van onze databank had ik graag"
  [
    /^(?:in het kader van|met het oog op|ter (?:voorbereiding|actualisering|vervollediging|aanvulling) van|naar aanleiding van|in verband met|ten behoeve van) [^,:]{3,70}?(?:, *| (?=(?:had|hadden|zou|zouden|wens|wensen|vragen|vraag|verzoek|ontving|ontvingen) (?:ik|wij|we)\b))/iu,
    '',
  ],
  [
    new RegExp(`\\b(?:voor|for) (?:een|het|ons|onze|mijn|de|a|an|our|the|my) ${FOR_A_FORM}(?!\\p{L})`, 'giu'),
    ' ',
  ],
  // "tel en mail alstublieft zit in de auto": why it must be quick.
  [
    /(?<=^|[,.;] |alstublieft |alsjeblieft |want |rap |please )(?:ik |wij |we )?(?:zit|zitten|sta|staan|ben|zijn|loop|rij|rijd|hang) (?:nu |net |al |hier |momenteel |nog )*(?:in|op|aan|achter|onderweg) ?(?:de|het|een|mijn|den|onze)? ?(?!kantoor|brussel)[\p{L}-]+ *(?=$|[,.;!])/giu,
    ' ',
  ],
  // "een brief op de bus doen", "een omslag in de brievenbus steken"
  [
    /\b(?:op|in) (?:de |den )?(?:bus|post|brievenbus) (?:doen|steken|gooien|smijten|droppen)\b/giu,
    'opsturen',
  ],
  [
    /\b(?:what|which) number (?:do|can|could|should|must|may) (?=(?:i|we)\b.*\b(?:dial|call|ring|phone)\b)/iu,
    'which phonenumber can ',
  ],
  [/\b(?:get|getting) (?:hold|ahold) of (?:someone|somebody|anyone|you)\b/giu, 'reach you'],
  [/\b(?:at|of) (?:your|the) (?:front desk|reception|switchboard)\b/giu, 'of your'],
]

/**
 * A request for a contact without its salutation, signature, purpose and hurry: "tel en mail graag, zit in de auto"
 * asks for the telephone and the mail.
 */
export function unwrapped(text: string): string {
  return WRAPPING.reduce((left, [wrapping, by]) => left.replace(wrapping, by), text).trim()
}

/** A question for a contact in words that name none, and the same in words that do. */
const NAMELESS: readonly (readonly [RegExp, string])[] = [
  [
    /\bhoe (?:heet|noemt|noemen ze|heten|luidt de naam van) (?:de|het|den|dat|die|ulle|jullie|uw) (?:blok|pand|gebouw|toren|kot|complex|bouwwerk|huis|plek)\b(?=.*\b(?:jullie|u|ge|vvsg)\b|(?<=\b(?:jullie|uw) \p{L}+))/iu,
    'hoe heet het gebouw van de vvsg',
  ],
  // "schrijf je jullie straat met één of twee f'en"
  [
    /\b(?:schrijf|schrijft|schrijven|spel|spelt|spellen|gespeld|geschreven|spelling|spell|spelled|write)\b.*\b(?:jullie|uw|ulle|your) (?:straat\p{L}*|laan\p{L}*|adres|street\p{L}*|address)\b/iu,
    'in welke straat zit de vvsg',
  ],
  // "is er een sitetje met het wegplan naar het gebouw"
  [
    /^(?=.*\b(?:jullie|ulle|u|vvsg|gebouw|madou|brussel)\b)(?!.*\b(?:kost|parking|parkeren|zaal|verdieping)).*\b(?:wegplan\p{L}*|wegbeschrijving|routeplan\p{L}*|wegwijzer|reisplan|reisweg|liggingsplan\p{L}*|situatieplan\p{L}*)\b/iu,
    'waar vind ik de routebeschrijving naar huis madou',
  ],
  // "telefoneren lukt nooit, kan het ook schriftelijk"
  [
    /\b(?:bellen|telefoneren|telefoon|opbellen)\b.*\b(?:kan|mag|gaat|lukt|kunnen) (?:het|dat|ik|we|wij)\b.*\b(?:schriftelijk|digitaal|online|elektronisch|per mail|via (?:de |het )?(?:computer|mail|internet|pc))\b/iu,
    'kan ik jullie mailen',
  ],
]

/** The plain question for a contact that is asked without naming it; null for any other text. */
export function contactUnnamed(text: string): string | null {
  return NAMELESS.find(([asks]) => asks.test(text))?.[1] ?? null
}
