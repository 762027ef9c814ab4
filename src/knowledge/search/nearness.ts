import type { IndexFile } from '../generation/index-file.js'
import { PART, type Sequence } from '../generation/sequence.js'
import type { Query } from './query.js'
import type { RankingWeights } from './weights.js'

/** How much of a question stands close together in a passage; each 0 to 1, by weight of the words. */
export interface Nearness {
  /** In the best ten words in a row. */
  readonly near: number
  /** In the best 25 words in a row. */
  readonly window: number
  /** In title, headings and the first twenty words of the text. */
  readonly opening: number
}

const NEAR = 10
const WINDOW = 25
const OPENING = 20
/** A part of a compound says a little less than the word. */
const PART_SHARE = 0.8

/** A query word in a place of the passage. */
interface Found {
  readonly place: number
  readonly word: number
  readonly weight: number
}

/** Prepares a query; the result measures one passage after another. */
export function nearnessOf(
  query: Query,
  index: IndexFile,
  weights: RankingWeights,
): (sequence: Sequence) => Nearness {
  const wanted = wantedTerms(query, index, weights)
  const total = query.words.reduce((sum, { idf }) => sum + idf, 0)
  return (sequence) => {
    const found = occurrences(sequence, wanted)
    const covered = (first: number, to: number) => coverage(found, query, first, to) / (total || 1)
    return {
      near: fullest(found, NEAR, covered),
      window: fullest(found, WINDOW, covered),
      opening: covered(0, sequence.head + OPENING),
    }
  }
}

/** The most that stands in some words in a row, which begin with a word of the query. */
function fullest(
  found: readonly Found[],
  width: number,
  covered: (first: number, to: number) => number,
): number {
  let most = 0
  for (const [at, { place }] of found.entries()) {
    // Several words in one place open the same window: the first of them holds them all.
    if (place !== found[at - 1]?.place) most = Math.max(most, covered(at, place + width))
  }
  return most
}

type Wanted = ReadonlyMap<number, readonly { word: number; weight: number }[]>

function wantedTerms(query: Query, index: IndexFile, weights: RankingWeights): Wanted {
  const wanted = new Map<number, { word: number; weight: number }[]>()
  const add = (term: string, word: number, weight: number) => {
    const id = index.term(term)?.id
    if (id === undefined) return
    wanted.set(id, [...(wanted.get(id) ?? []), { word, weight }])
  }
  query.words.forEach(({ term, expansions }, word) => {
    add(term, word, 1)
    for (const expansion of expansions) add(expansion.term, word, expansion.weight)
  })
  for (const { words, alternatives } of query.glossary) {
    for (const names of alternatives) {
      for (const term of names) for (const word of words) add(term, word, weights.glossary / names.length)
    }
  }
  return wanted
}

function occurrences({ places, terms }: Sequence, wanted: Wanted): Found[] {
  const found: Found[] = []
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] ?? 0
    const isPart = term >= PART
    for (const { word, weight } of wanted.get(isPart ? term - PART : term) ?? []) {
      found.push({ place: places[i] ?? 0, word, weight: isPart ? weight * PART_SHARE : weight })
    }
  }
  return found
}

/** Of the occurrences from one on, which are in the order of their places, up to a place. */
function coverage(found: readonly Found[], query: Query, first: number, to: number): number {
  const best = new Float64Array(query.words.length)
  for (let at = first; at < found.length; at++) {
    const { place, word, weight } = found[at] ?? NOWHERE
    if (place >= to) break
    best[word] = Math.max(best[word] ?? 0, Math.min(1, weight))
  }
  return query.words.reduce((sum, { idf }, word) => sum + idf * (best[word] ?? 0), 0)
}

const NOWHERE: Found = { place: Number.POSITIVE_INFINITY, word: 0, weight: 0 }
