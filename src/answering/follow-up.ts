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
  return FRAGMENT.test(text) || ORDINAL.test(text)
}

const RANKS = ['eerste|first', 'tweede|second', 'derde|third', 'vierde|fourth']
const ORDINAL = new RegExp(`^(?:(?:en|and|of|or) )?(?:het|de|the) (${RANKS.join('|')})(?: one)?\\W*$`, 'iu')
const NUMBERED = /(?<![\p{L}\d])(niveau|level) \d(?!\d)/iu

/** "en het tweede?" after a question about level 1 asks the same of level 2; null when no level was asked about. */
function ofAnotherLevel(text: string, recent: string): string | null {
  const rank = ORDINAL.exec(text)?.[1]?.toLowerCase()
  if (rank === undefined || !NUMBERED.test(recent)) return null
  const number = RANKS.findIndex((names) => names.split('|').includes(rank)) + 1
  return recent.replace(NUMBERED, `$1 ${number}`)
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
