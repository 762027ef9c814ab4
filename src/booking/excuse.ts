/** A day on which nobody works, as somebody would say it of the day he named. */
const DAY_OFF =
  "(?:feest\\p{L}*|(?:wettelijke |nationale |vlaamse )?(?:feestdag|vrije dag)|verlof\\p{L}*|\\p{L}*vakantie|wapenstilstand|o\\.?l\\.?h\\.? ?hemelvaart|hemelvaart\\p{L}*|pasen|paasmaandag|pinkster\\p{L}*|kerst\\p{L}*|nieuwjaar\\p{L}*|oudjaar\\p{L}*|oudejaar\\p{L}*|allerheiligen|allerzielen|dag van de arbeid|brugdag|sluitingsdag|gesloten|zondag|zaterdag|weekend|carnaval|labou?r day|armistice day|(?:public |bank |national )?holidays?|christmas(?: day| eve)?|boxing day|easter(?: monday)?|ascension(?: day)?|whit monday|new year'?s?(?: day| eve)?|closed|sunday|saturday|a weekend)"
const HEY =
  '(?:oei|oeps|ah|ha|ai|oh|ja|nee|neen|wacht|sorry|amai|hm+|ooh|oops|wait|but|maar|ach|o|zeker|right|yes|no|well|zeg)'

const EXCUSE = new RegExp(
  `^(?:${HEY}[ ,]*)*(?:(?!of\\b|or\\b|liever\\b|doe\\b|kies\\b)[\\p{L}\\d'’./-]+ ){0,6}?(?:is|zijn|was|valt|vallen|'s|\\p{L}+['’]s)(?: \\p{L}+){0,4}? ${DAY_OFF}(?: (?:zeker|toch|dan|precies|he|hé|natuurlijk|blijkbaar|bij ons))*$|^(?:${HEY}[ ,]*)+${DAY_OFF}$|^${DAY_OFF} (?:natuurlijk|zeker|inderdaad|vergeten)$`,
  'iu',
)

/**
 * A message in the middle of a booking without what it says of the day that was named before: "oei, dat is
 * wapenstilstand, doe dan maar in december" asks for December. As it was when nothing else is left.
 */
export function withoutExcuse(message: string): string {
  const pieces = message.split(/(?<=[,.;!?])\s+|\s+(?=(?:dus|so) )/u)
  const clauses = pieces
    .map((piece, at) => (ONLY_HEY.test(pieces[at - 1] ?? '') ? `${pieces[at - 1]} ${piece}` : piece))
    .filter((_, at) => !ONLY_HEY.test(pieces[at] ?? '') || at === pieces.length - 1)
  const rest = clauses.filter((clause) => !EXCUSE.test(clause.replace(/[\s,.;!?]+$/u, '').trim()))
  return rest.length === 0 || rest.length === clauses.length ? message : rest.join(' ')
}

const ONLY_HEY = new RegExp(`^(?:${HEY}[ ,.!]*)+$`, 'iu')
