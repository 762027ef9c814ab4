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
  /^(?!(?:(?:bij|naar|aan|met|tot|van|op|in|voor|over|uit|met|to|with) )?(?:wie|wat|welke?|waar\p{L}*|hoe\p{L}*|wanneer|who|whom|what|which|where|how)\b)(?:(?:mijn|m'n|onze|ons|een|de|het|twee|drie|enkele|sommige|veel|iemand|my|our|a|an|the|two|some|\p{Lu}\p{L}+) (?:[\p{L}'-]+[ ,]+){0,9}?)(?:wil|wilt|wou|wilde|willen|vraagt|vragen|vroeg|vroegen|moet|moest|zoekt|zoeken|zocht|wenst|zou|wants|wanted|asks|asked|needs|would like)(?: (?:ons|mij|me|us|er|graag|gaarne|dringend|even|eens|zich|af|absoluut|willen|to|know|(?:aan|bij|op|in|tijdens) (?:het|de|onze?|mijn) \p{L}+(?= hoeveel| of| wat| wie| hoe| waar| welke?)))*(?: (?:weten|kennen|vernemen))?[ ,:]+/iu
/** "naam, straat en gemeente" is one clause. */
const CLAUSES =
  /(?<=[.?!;:])\s+|,\s+(?![\p{L}-]+ (?:en|and) [\p{L}-]+\s*[.?!]*$)|\s+(?=(?:maar|dus|but|so) )/u
/** What ties a clause to the one before it. */
const TIE = /^(?:(?:en|maar|dus|of|nu|and|but|so) )+/iu

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
  const relayedIn = clauses.map(relayed)
  const asking = clauses.map((clause, at) => relayedIn[at] ?? (ASKS.test(clause.trim()) ? clause : null))
  const asked = asking.filter((clause) => clause !== null)
  const isRelayed = relayedIn.some((clause) => clause !== null)
  if (asked.length > 0 && asked.length < clauses.length && asked.every(isOurs))
    return { text: asked.join(' '), isRelayed }
  const whole = relayed(text)
  return whole === null ? null : { text: whole, isRelayed: true }
}

/** What somebody else is said to ask for in a clause; null when it says no such thing. */
function relayed(clause: string): string | null {
  const own = clause.trim().replace(TIE, '')
  const rest = own.replace(RELAYED, '')
  return rest !== own && isOurs(rest) ? rest : null
}

/**
 * Whether a text asks for a fact of the association, as orders to the assistant do not.
 *
 * @example
 * ```ts
 * asksForFact('And what is your phone number?') // true
 * ```
 */
export function asksForFact(text: string): boolean {
  return text.split(/(?<=[.?!;:])\s+/u).some((sentence) => ASKS.test(sentence) && isOurs(sentence))
}

/** "Kunnen jullie mijn huisbaas bellen": something to be done for the asker, and no fact. */
const FOR_ME =
  /\b(?:kunnen|kunt|kan|willen|wilt|can|could|will) (?:jullie|ulle|u|ge|gij|you) (?:(?:hem|haar|hen|ze|die) |(?:mijn|onze|my) \p{L}+ |(?:please )?(?=(?:call|phone) (?:him|her|them|my)))(?:[\p{L}'-]+ ){0,4}?(?:bellen|opbellen|mailen|schrijven|bereiken|call|phone)\b/iu

function isOurs(text: string): boolean {
  return FACT.test(text) && OURS.test(text) && !FOR_ME.test(text)
}
