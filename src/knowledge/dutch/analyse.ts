import { remembered } from '../remembered.js'
import { splitCompound } from './compounds.js'
import { stem } from './stem.js'
import { isStopWord } from './stop-words.js'
import { fold, normalise, tokenize } from './tokenize.js'
import { infinitive } from './verbs.js'
import { loadWordList } from './word-list.js'

/** A word of a text as the index knows it. Stop words are left out. */
export interface AnalysedWord {
  /** The stem of the whole word. */
  readonly term: string
  /** Stems of the parts of a compound, a hyphenated or a CamelCase word; empty when there are none. */
  readonly parts: readonly string[]
  /** The word in lower case, unstemmed. */
  readonly word: string
  /** As it stands in the text, and where (end exclusive). */
  readonly surface: string
  readonly start: number
  readonly end: number
  /** Counts words, stop words included, so that distances are those of the text. */
  readonly position: number
}

/**
 * What a text is about, word by word: tokenised, without stop words, stemmed, compounds with their parts.
 *
 * @example
 * ```ts
 * analyse('de openingsuren').map(({ term, parts }) => ({ term, parts }))
 * //=> [{ term: 'openingsur', parts: ['open', 'uur'] }]
 * ```
 */
export function analyse(text: string): AnalysedWord[] {
  const words: AnalysedWord[] = []
  tokenize(text).forEach(({ word, surface, start, end }, position) => {
    if (isStopWord(word)) return
    words.push({ term: stem(word), parts: partsOf(surface), word, surface, start, end, position })
  })
  return words
}

/** Of one word as it stands in a text. */
const partsOf = remembered((surface): readonly string[] => {
  const { word, parts: marked } = normalise(surface)
  const pieces = marked.length > 0 ? marked : camelParts(surface)
  const parts = (pieces.length > 0 ? pieces : splitCompound(word)).flatMap(deepest)
  const verb = infinitive(word, loadWordList())
  if (verb !== null) parts.push(verb)
  const stems = parts.filter((part) => part.length > 1 && !isStopWord(part)).map(stem)
  return [...new Set(stems)].filter((part) => part !== stem(word))
})

/** A part that is a compound itself counts whole and in parts: "register-nummer" in "rijks-registernummer". */
function deepest(part: string): readonly string[] {
  return [part, ...splitCompound(part)]
}

function camelParts(surface: string): readonly string[] {
  if (!/\p{Ll}\p{Lu}\p{Ll}/u.test(surface)) return []
  return surface.split(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/u).map(fold)
}
