import type { WordList } from './word-list.js'

const SHORTEST_TAIL = 5

/**
 * A word without the s of its plural ("politiezones", "vuurtorens"), or the word itself when the s belongs to it
 * ("adres") or the list knows no word at its end.
 *
 * Snowball leaves the s of "zones" and stops at "vuurtoren", which it then cuts further when it stands by itself; what
 * decides here is the longest ending of the word that the list knows, so that compounds follow their last part.
 *
 * @example
 * ```ts
 * singular('politiezones', loadWordList()) //=> 'politiezone'
 * singular('mailadres', loadWordList()) //=> 'mailadres'
 * ```
 */
export function singular(word: string, list: WordList): string {
  if (!word.endsWith('s') || word.endsWith('ss')) return word
  for (let start = 0; start <= word.length - SHORTEST_TAIL; start++) {
    const tail = word.slice(start)
    if (list.has(tail)) return word
    if (tail.length > SHORTEST_TAIL && list.has(tail.slice(0, -1))) return word.slice(0, -1)
  }
  return word
}
