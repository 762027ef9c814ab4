import { keyTerms } from './question.js'

const OPENERS = /^(?:en|and|maar|of|wat met|wat als|hoe zit (?:het|dat) met|what about|how about|idem|ook)\b/i
const POINTERS =
  /\b(?:die|dat|deze|dit|daar|daarvan|daarvoor|er|ervan|hij|zij|ze|it|that|those|they|this|zelfde)\b/i
const LONGEST = 6

/**
 * Whether a message leans on the one before it: "en op vrijdag?", "hoelang duurt die?".
 *
 * A leaning message may still stand on its own ("en hoeveel werkgroepen zijn er?"), so the caller tries both ways.
 */
export function leansOnPrevious(text: string): boolean {
  const terms = keyTerms(text.toLowerCase()).filter((term) => term.weight === 1)
  if (terms.length > LONGEST) return false
  return OPENERS.test(text) || terms.length === 0 || (POINTERS.test(text) && terms.length <= 3)
}

const FRAGMENT =
  /^(?:en|and|maar|of)\s+(?:(?:dat|die|deze|that|the one)\s+)?(van|voor|bij|over|of|for|about)\s+/i

/** Whether a message is a piece of a sentence that means nothing by itself: "en van de workshop?", "en het tweede?". */
export function isFragment(text: string): boolean {
  return FRAGMENT.test(text) || ORDINAL.test(text) || REST.test(text) || WITH.test(text)
}

/** What is left of what was asked about. */
const REST = /^(?:en|and)\s+(?:(?:de|het|the) )?(?:rest|overigen?|anderen?|others?|remainder)\W*$/iu
/** Asks for the same of two things taken together. */
const WITH = /^(?:(?:en|and)\s+)?(?:samen|tezamen|together|combined) (?:met|with) (.+?)[?!. ]*$/iu
const ELLIPTIC =
  /^(?:en|and)\s+(?:(?:de|het|een|jullie|uw|onze|the|your) )?([\p{L}'’-]+)(?: [\p{L}'’-]+)?\W*$/iu
const ASKS_ITSELF =
  /^(?:en|and)\s+(?:hoe\p{L}*|wat|wie|waar\p{L}*|wanneer|welke?|kan|kunnen|mag|mogen|moet|moeten|is|zijn|heb\p{L}*|how|what|who|where|when|which|why|can|may|is|are|do|does)\b/iu

/**
 * What of the question before it a message needs to be read: the level that was asked about ("en wat leer je er?"),
 * what was asked ("en lidgelden?" asks the same of another thing), or nothing (null).
 */
export function goesOnFrom(text: string, previous: string): 'level' | 'question' | null {
  if (ofThatLevel(text, lastSentences(previous)) !== null) return 'level'
  return ELLIPTIC.test(text) && !ASKS_ITSELF.test(text) ? 'question' : null
}

const RANKS = [
  'eerste|first|1|één|one',
  'tweede|second|2|twee|two',
  'derde|third|3|drie|three',
  'vierde|fourth|4|vier|four',
]
const ORDINAL = new RegExp(
  `^(?=(?:en|and|of|or|het|de|the) )(?:(?:en|and|of|or) )?(?:(?:het|de|the|nummer|number) )?(${RANKS.join('|')})(?: one)?\\W*$`,
  'iu',
)
const NUMBERED = /(?<![\p{L}\d])(niveau|level) \d(?!\d)/iu

/** "en het tweede?" after a question about level 1 asks the same of level 2; null when no level was asked about. */
function ofAnotherLevel(text: string, recent: string): string | null {
  const rank = ORDINAL.exec(text)?.[1]?.toLowerCase()
  if (rank === undefined || !NUMBERED.test(recent)) return null
  const number = RANKS.findIndex((names) => names.split('|').includes(rank)) + 1
  return recent.replace(NUMBERED, `$1 ${number}`)
}

const OF_THAT = /\b(?:er|daar\p{L}*|dan|dat|die|dit|deze|ze|it|that|there|then|they)\b/iu

/** "En wat leer je er?" after a question about level 2 asks it of level 2; null when it says of what itself. */
function ofThatLevel(text: string, recent: string): string | null {
  const level = new RegExp(NUMBERED.source, 'giu')
  const named = recent.match(level)?.at(-1)
  const points = OF_THAT.test(text) && (ASKS_ITSELF.test(text) || ASKS_ITSELF.test(`en ${text}`))
  if (named === undefined || !points || NUMBERED.test(text)) return null
  if (keyTerms(text.toLowerCase()).filter(({ weight }) => weight === 1).length > MOST_OF_ITS_OWN) return null
  return `${text
    .replace(OPENERS, '')
    .trim()
    .replace(/[?!.]+$/, '')} ${named}?`
}

/** With more words of subject than this a question is about something else. */
const MOST_OF_ITS_OWN = 1

/** "En samen met de politiezones?" asks the same of both. */
function ofBoth(text: string, recent: string): string | null {
  const more = WITH.exec(text)?.[1]
  const terms = keyTerms(recent.toLowerCase())
  const subject = (terms.find(({ head }) => head) ?? terms.find(({ weight }) => weight === 1))?.word
  return more === undefined || subject === undefined
    ? null
    : replaceWord(recent, subject, `${subject} en ${more}`)
}

/**
 * Ways to complete a leaning message with the question before it, the likeliest first: each word of subject of the
 * old question replaced by the new one, then both behind each other.
 *
 * @example
 * ```ts
 * completions('en agb\'s?', 'hoeveel politiezones zijn lid?')
 * //=> ["hoeveel agb's zijn lid?", "hoeveel politiezones zijn agb's?", "hoeveel politiezones zijn lid? en agb's?"]
 * ```
 */
export function completions(text: string, previous: string): readonly string[] {
  const added = text
    .replace(OPENERS, '')
    .replace(/[?!.]+$/, '')
    .trim()
  const recent = lastSentences(previous)
  const both = `${recent} ${text}`
  const other = ofAnotherLevel(text, recent)
  if (other !== null) return [other]
  if (REST.test(text)) return [recent]
  const joined = ofBoth(text, recent) ?? ofThatLevel(text, recent)
  if (joined !== null) return [joined, both]
  if (keyTerms(added.toLowerCase()).length === 0) return [both]
  const object = afterPreposition(text, recent)
  if (object !== null) return [object]
  const asksPoint = keyTerms(added.toLowerCase()).some(({ point }) => point)
  const replaced = keyTerms(recent.toLowerCase())
    // What something costs stays what is asked: "en de workshop?" asks its price.
    .filter((term) => term.weight === 1 && (asksPoint || !term.point))
    .map(({ word }) => replaceWord(recent, word, added))
  return [...new Set([...replaced, both])]
}

/** "en van een OCMW?" takes the place of "van een gemeente"; null when the question before has no such piece. */
function afterPreposition(text: string, recent: string): string | null {
  const preposition = FRAGMENT.exec(text)?.[1]
  if (preposition === undefined) return null
  const by = text
    .replace(FRAGMENT, '')
    .replace(/[?!.]+$/, '')
    .trim()
  const [first = ''] = recent.split(/(?<=[?!])\s+/).slice(-1)
  const piece = new RegExp(
    `\\b${preposition} (?:de |het |een |onze |the |a |our )?[\\p{L}\\d'-]+(?: \\d+)?`,
    'iu',
  )
  return piece.test(first) ? first.replace(piece, `${preposition} ${by}`) : null
}

/** Completed questions grow with every follow-up that found no answer; what was asked long ago is let go. */
const REMEMBERED = 2

function lastSentences(text: string): string {
  return text
    .split(/(?<=[?!])\s+/)
    .slice(-REMEMBERED)
    .join(' ')
}

function replaceWord(text: string, word: string, by: string): string {
  const at = text.toLowerCase().indexOf(word)
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + word.length)
}
