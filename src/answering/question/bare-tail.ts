const WORD =
  '(?:sinds wanneer|wanneer|waarom|waar|welke|door wie|hoe vaak|hoe dikwijls|since when|when|why|where|which(?: ones)?|by whom|how often)'
const TAIL = new RegExp(
  `^(.*[^\\s,]),? (?:en|and) (?:ook |also )?(${WORD})( (?:dan|juist|precies|exactly))?\\s*[?.!]*$`,
  'iu',
)
const ALONE = new RegExp(
  `^(?:(?:en|and|maar|but) )*(${WORD})(?: (?:dan|juist|precies|exactly|(?:is|was|werd|gebeurde) (?:dat|het|that|it)))*\\s*[?.!]*$`,
  'iu',
)
/** With more behind it, it asks as much. */
const OPENS =
  /^(?:(?:en|and|maar|but) )*(waarom|hoe komt (?:het|dat)|om welke reden|how come|why|hoe vaak|hoe dikwijls|how often|sinds wanneer|since when)\b/iu

/** What a text says when it tells what such a word asks for. */
const GIVES: readonly (readonly [RegExp, RegExp])[] = [
  [/sinds|since/iu, /\b(?:sinds|since|vanaf)\b/iu],
  [/wanneer|when/iu, /\b(?:19|20)\d\d\b|\buur\b|\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b/iu],
  [
    /waarom|komt|reden|why|come/iu,
    /\b(?:omdat|want|doordat|daardoor|daarom|wegens|reden|zodat|because|since)\b/iu,
  ],
  [/waar|where/iu, /\b(?:Brussel|Madou|adres|aan de|in de|op de)\b|\p{L}+laan\b/iu],
  [/welke|which/iu, /\n- |\p{L}+, [^.,]+ (?:en|and) \p{L}+/u],
  [/wie|whom/iu, /\b(?:door|van|by) \p{Lu}/u],
  [/vaak|dikwijls|often/iu, /\b(?:jaarlijks|maandelijks|wekelijks|(?:keer|maal) per|elke?|ieder)\b/iu],
]

/** A question with a question word behind it that asks more of the same: "wie maakte de toolkit, en wanneer?". */
export interface BareTail {
  readonly rest: string
  /** The question word, as typed. */
  readonly asks: string
}

/** Parts a question from the word behind it; null when there is none. */
export function bareTail(text: string): BareTail | null {
  const [, rest, asks] = TAIL.exec(text) ?? []
  return rest === undefined || asks === undefined || !rest.includes(' ') ? null : { rest: `${rest}?`, asks }
}

/**
 * Whether quotes tell what a follow-up of a question word ("en wanneer?", "waarom is dat zo") asks for; true for any
 * other text.
 */
export function givesWhatFollows(text: string, quotes: string): boolean {
  const asks = ALONE.exec(text)?.[1] ?? OPENS.exec(text)?.[1]
  return asks === undefined || gives(asks, quotes)
}

/** Whether quotes tell what a question word asks for. */
export function gives(asks: string, quotes: string): boolean {
  const told = GIVES.find(([word]) => word.test(asks))?.[1]
  return told === undefined || told.test(quotes)
}
