import { phrase } from './phrase.js'

/** Facts of the association itself that anybody may know. */
const FACT = phrase(
  '*(btw|ondernemings|telefoon|rekening|huis|fax)-?nummer*',
  '(adres*|mailadres*|e-?mail*|mailbox|telefoon|gsm|website|btw)',
  '(openingsuren*|kantooruren|telefoonuren|open|gesloten|dicht|toe|bereikbaar|bereiken|bellen)',
  '(lid|leden|lidmaatschap|lidgeld*|aangesloten|ledenorganisatie)',
  '(niveau|level) ?\\d',
  '(service ?design*|spider)',
  '(kerntaken|bestuursorganen|vraag stellen|vragen stellen|afkorting|betekent|voluit)',
  '(address|phone*|vat number|opening hours|members?|membership|fee|open|reach|call)',
)
const OURS = phrase(
  '(jullie|ulle|ulder|u|uw|vvsg|de vereniging|you|your)',
  '(lid|leden|aangesloten|members?)',
  '(niveau|level) ?\\d',
  '(service ?design*|spider)',
)
const ASKS =
  /\?\s*$|^(?:(?:en|maar|dus|of|and|but|so) )?(?:wat|wie|hoe\p{L}*|waar\p{L}*|welke?|wanneer|tot hoe|tot wanneer|vanaf|kan|kun|kunt|kunnen|mag|mogen|is|zijn|heb ik|hebben|geef|what|who|how|where|which|when|can|may|is|are|do|does|give)\b/iu
/** Somebody else who wants to know: "mijn diensthoofd vraagt", "een student die hier stage loopt, zoekt". */
const RELAYED =
  /^(?:(?:mijn|m'n|onze|ons|een|de|het|twee|drie|enkele|sommige|veel|iemand|my|our|a|an|the|two|some|\p{Lu}\p{L}+) (?:[\p{L}'-]+[ ,]+){0,9}?)(?:wil|wilt|wou|wilde|willen|vraagt|vragen|vroeg|vroegen|moet|moest|zoekt|zoeken|zocht|wenst|zou|wants|wanted|asks|asked|needs|would like)(?: (?:ons|mij|me|us|er|graag|gaarne|dringend|even|eens|zich|af|absoluut|willen|to|know))*(?: (?:weten|kennen|vernemen))?[ ,:]+/iu
const CLAUSES = /(?<=[.?!;:])\s+|,\s+/u

/** What a message asks of the association. */
export interface AskedOfUs {
  readonly text: string
  /** Whether somebody else is said to ask it: "mijn man vraagt". */
  readonly isRelayed: boolean
}

/**
 * The part of a message that asks for a fact of the association, without the story of who wants to know and why;
 * null when nothing asks for one, or nothing stands beside it.
 *
 * A boss, a student or a spouse in the story is then not what the message is about.
 *
 * @example
 * ```ts
 * askedOfUs('mijn diensthoofd vraagt hoe lang niveau 1 duurt') // { text: 'hoe lang niveau 1 duurt', isRelayed: true }
 * askedOfUs('mijn diensthoofd weigert mijn verlof') // null
 * ```
 */
export function askedOfUs(text: string): AskedOfUs | null {
  const clauses = text.split(CLAUSES)
  const asking = clauses.filter((clause) => ASKS.test(clause.trim()))
  if (asking.length > 0 && asking.length < clauses.length && asking.every(isOurs))
    return { text: asking.join(' '), isRelayed: false }
  const relayed = text.replace(RELAYED, '')
  return relayed !== text && isOurs(relayed) ? { text: relayed, isRelayed: true } : null
}

function isOurs(text: string): boolean {
  return FACT.test(text) && OURS.test(text)
}
