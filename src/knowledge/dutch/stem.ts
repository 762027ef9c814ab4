import { newStemmer } from 'snowball-stemmers'

const dutch = newStemmer('dutch')
const cache = new Map<string, string>()
const CACHE_LIMIT = 20_000

/**
 * The Dutch Snowball stem of a word that is already lower case and without diacritics.
 *
 * Numbers and words of three letters or fewer stay as they are.
 *
 * @example
 * ```ts
 * stem('gemeenten') //=> 'gemeent'
 * ```
 */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word
  const known = cache.get(word)
  if (known !== undefined) return known
  const result = dutch.stem(word)
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(word, result)
  return result
}
