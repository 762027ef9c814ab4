import type { WordList } from './word-list.js'

const SHORTEST_TAIL = 4
const VOWEL = /[aeiou]$/
/** "intercommunales", "nationales": the list has some of them as they are, others not at all. */
const LEARNED = /.{3}ales$/

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
  if (LEARNED.test(word)) return word.slice(0, -1)
  for (let start = 0; start < word.length - SHORTEST_TAIL; start++) {
    const tail = word.slice(start)
    const base = tail.slice(0, -1)
    const listed = base.length >= SHORTEST_TAIL && list.has(base)
    // The list has some plurals of its own ("niveaus"); a base that ends in a vowel tells them.
    if (listed && (VOWEL.test(base) || !list.has(tail))) return word.slice(0, -1)
    if (list.has(tail)) return word
  }
  return word
}
