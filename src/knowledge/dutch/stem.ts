import { newStemmer } from 'snowball-stemmers'

const dutch = newStemmer('dutch')
const cache = new Map<string, string>()
const CACHE_LIMIT = 20_000

/**
 * The stem of a Dutch word that is already lower case and without diacritics: Snowball's, of the infinitive where the
 * word is a conjugated verb or a participle.
 *
 * Numbers and words of three letters or fewer stay as they are.
 *
 * @example
 * ```ts
 * stem('gemeenten') //=> 'gemeent'
 * stem('aangevraagd') === stem('aanvragen') //=> true
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
