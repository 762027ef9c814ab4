import { domainWords } from '../interpret/domain-words.js'
import { isPlain } from '../question/key-terms.js'
import { ASIDE, CONTACT_FACTS, CONTACT_USES, type ContactFact, OURS } from './contact-words.js'
import { contactUnnamed, unwrapped } from './contact-wrapping.js'

/** Where the number used to stand is not what is asked: "staat niet meer op de brief". */
const PLACE_OF_NOTE =
  /\b(?:op|in|uit|onder|on|in) (?:de|het|een|mijn|onze|ons|jullie|uw|ulle|den|the|my|our|your) (?:\p{L}*(?:bestand|lijst|boek|systeem|databank|database|programma|fiche|gids)|brief|briefhoofd|mail|mails|folder|affiche|site|website|factuur|letter|invoice|list|records)(?!\p{L})/giu
/** Who is to call or to write: "op welk nummer kan onze schepen u bellen". */
const ON_BEHALF =
  /\b(kan|kunnen|moet|moeten|mag|wil|willen|zal|can|should) (?:onze?|ons|mijn|de|het|een|our|my|the) [\p{L}-]+|^(?:onze?|ons|mijn|de|het|our|my|the) [\p{L}-]+ (?:van [\p{L}-]+ )?(?=(?:zoekt|vraagt|wil|heeft|moet|needs|wants|asks)\b)/giu
const TWO_WORDS =
  /\b(e-?mail|mail|post|postal|btw|telefoon|telephone|phone|tel|ondernemings|kbo|vat|company|bedrijfs|contact)[ -](adres|nummer|nr|number|id|address|gegevens|info|details)\b/giu

/** "straat + gemeente" is the address of one. */
const WITH_TOWN =
  /\b(?:(?:gemeente|stad|plaats)\s*(?:,|\+|&|\ben\b)\s*)?(straat|nummer|huisnummer|postcode|adres)(?:\s*(?:,|\+|&|\ben\b)\s*(?:gemeente|stad|woonplaats|plaats|postcode|huisnummer))?\b/giu

/** "jullie adres voor een bedankkaartje" is theirs whatever it is for. */
const OWN_FOR =
  /\b((?:jullie|uw|ulle|your) (?:juiste |officiële |volledige )?(?:adres|postadres|straat|huisnummer|postcode|telefoonnummer|nummer|mailadres|e-mailadres|emailadres|btwnummer|btw-nummer|ondernemingsnummer|address|number|phonenumber)) (?:voor|for) [^,.?!]{3,50}/giu

/** A clause that asks something of its own; "moet het op de factuur zetten" only says what for. */
const ASKS =
  /\?$|^(?:(?:en|maar|of|and|but|or|dus) )?(?:wat|wie|hoe|hoeveel|waar\p{L}*|welke?|wanneer|waarom|what|who|how|where|which|when|why)\b|^(?:kan|kun|kunt|kunnen|mag|mogen|moet|moeten|is|zijn|bent|heeft|hebben|hebt|wordt|can|could|may|must|should|is|are|does|do|has|have) (?:ik|u|jullie|je|we|wij|er|het|dat|die|de|een|i|you|there|the|a)\b(?! (?:zetten|invullen|hebben))/iu
const ORDERS =
  /^(?:(?:en|maar|and) )?(?:stuur|boek|reserveer|annuleer|verplaats|betaal|stort|bel|mail|book|cancel|explain|leg)\b/iu
/** Asks why, who, since when or of whom: not for the fact itself. */
const NOT_THE_FACT =
  /\bhoe (?:laat|lang|vaak|snel|rap|groot|zwaar)\b|\b(?:waarom|wie|wiens|wanneer|hoeveel|hoelang|hoe lang|sinds|waarvoor|why|whose|when|since)\b|\b(?:mijn|ons|onze|hun|haar|zijn|my|our|their|his|her) (?:\p{L}+ )?(?:nummer|adres|telefoon\p{L}*|mail\p{L}*|number|address|phone)\b/iu
/** Somebody wants it given; a bare name of it does too. */
const WANTED =
  /\?|\b(?:wat|welke?|waar|hoe|naar waar|geef|geven|bezorg|bezorgen|zeg|noteer|mag|kunt|kan|graag|alstublieft|nodig|zoek|zoekt|zoeken|gelieve|kwijt|vergeten|vraagt|wil|klopt|correct|juist|what|which|where|how|give|need|please|send|tell)\b/iu
const BARE = 5
const LONGEST = 260

/**
 * The plain question for a contact fact of VVSG that a message comes down to, whatever is told around it; null when it
 * asks for something else, or something more.
 *
 * @param text normalised
 * @example
 * ```ts
 * contactAsked('ondernemingsnummer alstublieft, moet het in ons bestand zetten') //=> 'ondernemingsnummer van de vvsg'
 * contactAsked('wat is het nummer van jullie jurist') //=> null
 * ```
 */
export function contactAsked(typed: string): string | null {
  if (typed.length > LONGEST) return null
  return contactUnnamed(typed) ?? contactNamed(unwrapped(typed))
}

function contactNamed(text: string): string | null {
  const stated = statedIn(text)
  const clauses = clausesOf(stated === null ? text : text.replace(stated.found, ` ${stated.fact} `))
  const asking = clauses.filter(({ known }) => known)
  const story = clauses.filter(({ known }) => !known)
  const said = asking.map((clause) => clause.text).join(' ')
  const named = factsIn(
    asking.flatMap(({ tokens }) => tokens),
    said,
  )
  const own = named.length === 0 ? factsOfStory(story, said) : named
  // Other people's numbers are masked: one that stands there is VVSG's, or was meant to be.
  const facts =
    own.length === 0 && asking.length > 0 && stated?.fact === 'telefoonnummer' ? [stated.fact] : own
  if (facts.length === 0) return null
  if (NOT_THE_FACT.test(said) || !isWanted(said, asking)) return null
  const ours = stated !== null || asking.some(({ tokens }) => tokens.some((token) => OURS.has(token)))
  const strange = story.some(
    ({ text: told }) =>
      (ASKS.test(told) && !FOR_WHAT.test(told)) || ORDERS.test(told) || (!ours && domainWords(told) > 0),
  )
  if (strange) return null
  return stated === null
    ? `${(facts.includes('contactgegevens') ? ['contactgegevens'] : facts).join(' en ')} van de vvsg`
    : `klopt het dat ${stated.found.trim()} het ${stated.fact} van de vvsg is?`
}

/** "moet het op de factuur zetten", behind what is asked: what it is for, its subject left out. */
const FOR_WHAT =
  /^(?:moet|moeten|heb|hebben|wil|willen|zou|zal|ga|gaan) (?:het|dat|die|dit|ze|een|de|mijn|onze?|ons|nog)\b[^?]*$/iu

interface Clause {
  readonly text: string
  readonly tokens: readonly string[]
  /** Whether every word of it belongs to an ordinary request for a contact. */
  readonly known: boolean
}

function clausesOf(text: string): readonly Clause[] {
  return text
    .replace(PLACE_OF_NOTE, ' ')
    .replace(TWO_WORDS, '$1$2')
    .replace(WITH_TOWN, '$1')
    .replace(OWN_FOR, '$1')
    .split(/(?<=[.!?;:])\s+|,\s+|\s+-\s+|\s+(?=(?:want|omdat|zodat|because) )/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const tokens = tokensOf(part.replace(ON_BEHALF, '$1 '))
      return { text: part, tokens, known: tokens.every(isKnown) }
    })
}

function tokensOf(text: string): readonly string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // "op d'enveloppe"
  return bare.replace(/\b[dlmt]'(?=\p{L}{3})/gu, '').match(/[\p{L}\d]+(?:[-'][\p{L}\d]+)*/gu) ?? []
}

const FACTS = Object.entries(CONTACT_FACTS) as readonly (readonly [ContactFact, ReadonlySet<string>])[]

function isKnown(token: string): boolean {
  if (isPlain(token) || OURS.has(token) || ASIDE.has(token)) return true
  return FACTS.some(([fact, names]) => names.has(token) || CONTACT_USES[fact]?.has(token))
}

/** What is named, each once; what it is used for names it only where a place or a way is asked for. */
function factsIn(tokens: readonly string[], said: string): readonly ContactFact[] {
  const named = (lists: Readonly<Partial<Record<ContactFact, ReadonlySet<string>>>>) =>
    FACTS.flatMap(([fact]) => (tokens.some((token) => lists[fact]?.has(token)) ? [fact] : []))
  const facts = named(CONTACT_FACTS)
  if (facts.length === 0) return ASKS_WAY.test(said) ? named(CONTACT_USES) : []
  // "naar welk adres mag ik mailen"
  const toMail = tokens.some((token) => CONTACT_USES['e-mailadres']?.has(token))
  return toMail && !POSTAL.test(said) ? facts.map((fact) => (fact === 'adres' ? 'e-mailadres' : fact)) : facts
}

const ASKS_WAY = /\b(?:waar\p{L}*|hoe|welke?|where|how|which|to whom|wat (?:komt|moet|zet|schrijf))\b/iu

/** "mijn gsm kent jullie nummer niet, welk is het" */
function factsOfStory(story: readonly Clause[], said: string): readonly ContactFact[] {
  if (!POINTS_TO_IT.test(said)) return []
  const own = story.flatMap(({ text }) => [...text.matchAll(OWN)].map((match) => match[0]))
  return factsIn(tokensOf(own.join(' ')), '')
}

const POINTS_TO_IT =
  /\b(?:welke? is (?:het|dat)|wat is (?:het|dat)(?! (?:voor|dan))|wat moet (?:het|dat) (?:dan )?zijn|(?:geef|bezorg|zeg|stuur|noteer) (?:het|dat|die|ze|mij|me|ons)|which is it|what is it)\b/iu
const OWN = /\b(?:jullie|uw|ulle|your) (?:[\p{L}-]+e? )?[\p{L}-]+\b/giu

const POSTAL = /\b(?:post\p{L}*|straat\p{L}*|huisnummer|brief\p{L}*|street)\b/iu

interface Stated {
  readonly fact: ContactFact
  readonly found: string
}

/** A telephone or enterprise number to be confirmed; null when none is stated, or nothing is asked about it. */
function statedIn(text: string): Stated | null {
  if (!CONFIRMING.test(text)) return null
  const [enterprise] = /\bBE[ .]?0\d{3}[ .]?\d{3}[ .]?\d{3}\b|\b0\d{3}\.\d{3}\.\d{3}\b/i.exec(text) ?? []
  if (enterprise !== undefined) return { fact: 'btw-nummer', found: enterprise }
  const [telephone] = /(?:\+32 ?|\b0)\d(?:[ ./-]{0,2}\d){7}\b/.exec(text) ?? []
  return telephone === undefined ? null : { fact: 'telefoonnummer', found: telephone }
}

const CONFIRMING =
  /\b(?:klopt|kloppen|correct|juist|tikfout|typfout|schrijffout|typo|wat moet (?:het|dat) (?:dan )?zijn|nog altijd|nog steeds|nog zo|toch|right|still|bevestig\p{L}*|geldig|goed|(?:is|was) (?:dat|dit|het)|is (?=[\d+])|van (?:jullie|u|ulle|de vvsg)|is that)(?![\p{L}])/iu

function isWanted(said: string, asking: readonly Clause[]): boolean {
  return WANTED.test(said) || asking.flatMap(({ tokens }) => tokens).length <= BARE
}
