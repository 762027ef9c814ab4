import type { RankingWeights } from './weights.js'

/** Words as they stand, hyphenated ones whole; stop words too. */
export const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu

/**
 * How far passages are worded as a question is: BM25 over the words as typed, not stemmed and stop words included, each
 * weighed by how few of these passages hold it. 0 to 1, the best being 1; all 0 when none holds any.
 *
 * Among passages about the same subject the small words tell apart what is asked of it ("hoe lang", "niet meer", "op
 * reis"), and the very form of a word says a little more than its stem.
 */
export function wordings(
  question: string,
  texts: readonly string[],
  { k1, b }: Pick<RankingWeights, 'k1' | 'b'>,
): readonly number[] {
  const words = [...new Set(question.toLowerCase().match(WORD))]
  if (words.length === 0) return texts.map(() => 0)
  const counts = countsOf(words, texts)
  const average = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length)
  const rarity = words.map((_, word) => rarityOf(counts, word))
  const scores = counts.map((found, at) => {
    const norm = k1 * (1 - b + (b * (texts[at]?.length ?? 0)) / Math.max(1, average))
    return found.reduce((sum, count, word) => sum + ((rarity[word] ?? 0) * count) / (count + norm), 0)
  })
  const best = Math.max(1e-9, ...scores)
  return scores.map((score) => score / best)
}

/** How often each word stands in each text. */
function countsOf(words: readonly string[], texts: readonly string[]): readonly (readonly number[])[] {
  const places = new Map(words.map((word, place) => [word, place]))
  const any = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'gu')
  return texts.map((text) => {
    const counts = words.map(() => 0)
    for (const [word] of text.toLowerCase().matchAll(any)) {
      const place = places.get(word)
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1
    }
    return counts
  })
}

function rarityOf(counts: readonly (readonly number[])[], word: number): number {
  const holders = counts.filter((found) => (found[word] ?? 0) > 0).length
  return Math.log(1 + (counts.length - holders + 0.5) / (holders + 0.5))
}
