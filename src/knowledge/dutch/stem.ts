import { newStemmer } from 'snowball-stemmers'
import { remembered } from '../remembered.js'
import { singular } from './singular.js'
import { loadWordList } from './word-list.js'

const dutch = newStemmer('dutch')
/** Plurals that no rule brings back to their singular. */
const IRREGULAR: Readonly<Record<string, string>> = {
  uren: 'uur',
  leden: 'lid',
  steden: 'stad',
  kinder: 'kind',
  kinderen: 'kind',
}

const COMPOUNDED = ['uren', 'leden', 'steden', 'kinderen'] as const
/** They only end as if they were. */
const NO_PLURALS: ReadonlySet<string> = new Set(['overleden', 'geleden', 'ontleden'])

/**
 * The Dutch Snowball stem of a word that is already lower case and without diacritics; plurals in s and irregular ones
 * get the stem of their singular.
 *
 * Numbers and words of three letters or fewer stay as they are.
 *
 * @example
 * ```ts
 * stem('gemeenten') //=> 'gemeent'
 * stem('leden') //=> 'lid'
 * ```
 */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word
  return stemOfWord(word)
}

const stemOfWord = remembered((word) => dutch.stem(irregularSingular(word) ?? singular(word, loadWordList())))

/** Of a compound too, where the list knows its singular or its first part: "personeelsleden", but not "overleden". */
function irregularSingular(word: string): string | undefined {
  const whole = IRREGULAR[word]
  if (whole !== undefined) return whole
  const plural = COMPOUNDED.find((one) => word.endsWith(one))
  if (plural === undefined || NO_PLURALS.has(word)) return undefined
  const first = word.slice(0, -plural.length)
  const list = loadWordList()
  const isCompound = first.length >= 4 && (list.has(first) || list.has(first.replace(/s$/, '')))
  const one = `${first}${IRREGULAR[plural]}`
  return isCompound || list.has(one) ? one : undefined
}
