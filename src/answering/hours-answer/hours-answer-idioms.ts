const CLOCK =
  '(\\d{1,2}(?:[:.]\\d\\d| ?(?:u|uur|h) ?(?:\\d\\d)?)|(?:half|kwart (?:voor|na)|tien (?:voor|na)|vijf (?:voor|na)) [a-z]+)'

/** Turns of phrase for being open, calling and coming by, and the plain words for them; the order counts. */
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [/\bis de kust (?:vrij|veilig)\b/giu, 'is er iemand'],
  // "pakt er 's morgens iemand op", "geen kat die opneemt"
  [
    /\b(?:pakt|pakken|pak|neemt|nemen|neem)\b([^.?!,;]{0,45}?)\bop(?= (?:bij|aan|als|van|om|vanaf|tijdens)\b| *[.?!,;]| *$)/giu,
    'opnemen$1',
  ],
  [/\b(?:opneemt|opneem|oppakt|oppakken|afneemt)\b/giu, 'opnemen'],
  [
    /,? of (?:is )?(?:enkel|alleen|slechts|maar) de (?:telefoon|lijn) (?:uit|af|dicht|plat|niet bemand)\b/giu,
    '',
  ],
  [
    /,? of (?:zijn|zit|zitten|ben|zijt) (?:ze|jullie|ge|gij|u|zij|de mensen) (?:dan )?(?:allemaal )?al (?:allemaal )?(?:in|op) (?:'t |het )?(?:weekend|verlof|huis|café|vertrokken|weg)\b[^?.!]*/giu,
    '',
  ],
  [/\b(?:vanaf )?hoe vroeg\b/giu, 'vanaf hoe laat'],
  [/\bwhat(?:'s| is) the (?:latest|earliest)\b/giu, 'when'],
  // "kan ik dan bellen? anders wanneer wel": the hours are told with the answer.
  [/[.?!,]* (?:en |of )?(?:anders|zo niet|zo nee|indien niet),? wanneer(?: wel| dan| best)*\s*[?.]*$/iu, '?'],
  [/\bop slot\b/giu, 'dicht'],
  // Who waits for somebody to answer wants to know when anybody does.
  [
    /^(?=.*\b(?:wacht\w*|opnemen|niemand|gehoor)\b)(.*)\bis er (?:iets|ergens iets) (?:mis|fout|kapot|stuk) met (?:de|jullie|uw|ulle) (?:telefoon\w*|centrale|lijn|lijnen)/giu,
    '$1wanneer is de telefoon bemand',
  ],
  [/\b(?:i was|i am|someone|somebody|a colleague|they|people) told (?:me|us) /giu, ''],
  [/\b(?:doenbaar|haalbaar|te doen|realistisch|feasible|doable)\b/giu, 'mogelijk'],
  // "k zie 17u12 op mijn klok", "mijn horloge zegt kwart na vijf", "het is hier al 17u12, ..."
  [
    new RegExp(`(?:\\b(?:ik|k)\\b '?)?\\bzie ${CLOCK} (?:op|aan) (?:mijn|m'n|de|onze) [a-z]+\\.*`, 'giu'),
    'om $1, ',
  ],
  [
    new RegExp(
      `^(?:mijn|m'n|de|onze) (?:klok|horloge|uurwerk|gsm) (?:zegt|geeft|toont|staat op) ${CLOCK}\\.*`,
      'giu',
    ),
    'om $1, ',
  ],
  [
    new RegExp(
      `^het is (?:hier |nu |al |bijna |intussen |ondertussen |net )*${CLOCK}(?=[,.;:]| en\\b| dus\\b)`,
      'giu',
    ),
    'om $1',
  ],
  // "de twee stukken van de dag waarop ik kan telefoneren", "geef mij de uren waarop"
  [
    /\b(?:geef|bezorg|zeg|stuur|noteer)(?:t|en)? (?:mij |me |ons |eens |gewoon |even |rap |nog |aub )*(?=(?:de|het|jullie|uw|ulle) )/giu,
    'wat zijn ',
  ],
  [
    /\b(?:de |het )?(?:twee |enige |juiste )?(?:stuk|stukken|blok|blokken|periodes?|delen|momenten|vensters|tijdvakken|tijdsloten|uren)(?: van de dag| per dag)? (?:waarop|waarin|waartussen|dat|dan)\b/giu,
    'de uren wanneer',
  ],
  // What one calls or comes from, and with.
  [/\bvanuit (?:de|het|mijn|onze|ons|een) [\p{L}-]+/giu, ' '],
  [
    /\bmet (?:de|mijn|onze|een|ne|den) (?:auto|wagen|bestelwagen|camionette|fiets|bakfiets|moto|taxi|dienstwagen|combi)\b/giu,
    ' ',
  ],
  // "mag mijn collega nog proberen": for whom it is makes no difference.
  [
    /\b(kan|kunnen|mag|mogen) (?:mijn|onze?|ons|m'n) (?!(?:inwoners?|burgers?|klanten?|bezoekers?|ouders?|kinderen|kind)\b)[\p{L}-]+(?= .*\b(?:bellen|opbellen|telefoneren|langskomen|langsgaan|binnenspringen|passeren|afgeven|binnenkomen|u|jullie)\b)/giu,
    '$1 ik',
  ],
  // "of moet ik nog ergens koffie gaan drinken": the other way it may be.
  [
    /,? (?:of|or) (?:moet|ga|gaan|kan|zou|drink|wandel|must|should) (?:ik|we|wij|i|hij|zij|ze) (?:(?:dan|nog|eerst|maar|beter|best|ergens) )+[^?.!,]*/giu,
    '',
  ],
  [/\b(?:in person|front desk)\b/giu, 'reception'],
]

/**
 * A question about when VVSG is there in plain words: "is de kust vrij" is whether anybody is, "pakt er iemand op"
 * whether the telephone is answered. Text without such a turn of phrase comes back as it is.
 */
export function withoutIdioms(text: string): string {
  return IDIOMS.reduce((plain, [idiom, plainly]) => plain.replace(idiom, plainly), text)
}
