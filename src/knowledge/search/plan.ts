import type { Query } from './query.js'

/** A stem of the index with the number of passages that hold it. */
interface Posting {
  readonly id: number
  readonly df: number
}

/** Passages that may be ranked for one door: more would take longer than they bring. */
const MOST_RANKED = 1000
/** Up to so many passages in the whole index every one that holds a word is ranked. */
const SMALL = 5000
/** Words that must stand together, in turn, before fewer do. */
const FEWEST_TOGETHER = 2

/**
 * Which passages are worth scoring, as expressions for FTS5 over term ids, the most promising first; empty when the
 * index knows no word of the query.
 *
 * Ranking costs time for every passage that holds any word, and a passage that holds one common word alone would not
 * come out on top. So the words must all stand together, then all but the commonest, and so on; beside those, the
 * rare words open the door by themselves.
 */
export function candidatePlan(
  query: Query,
  passages: number,
  term: (term: string) => Posting | null,
): readonly string[] {
  const groups = wordGroups(query, term).sort((a, b) => a.df - b.df)
  const rare: Group[] = []
  let ranked = 0
  for (const group of groups) {
    ranked += group.df
    if (ranked > MOST_RANKED && rare.length > 0) break
    rare.push(group)
  }
  // With few passages to rank nothing need be left out.
  if (rare.length === groups.length || passages <= SMALL) {
    return groups.length === 0 ? [] : [groups.map(anyOf).join(' OR ')]
  }
  const together: string[] = []
  for (let size = groups.length; size >= FEWEST_TOGETHER && size > groups.length - 3; size--) {
    together.push(
      groups
        .slice(0, size)
        .map((group) => `(${anyOf(group)})`)
        .join(' AND '),
    )
  }
  return [...together, rare.map(anyOf).join(' OR ')]
}

/** A word with everything that may stand in its place. */
interface Group {
  readonly ids: readonly number[]
  readonly df: number
}

function wordGroups(query: Query, term: (term: string) => Posting | null): Group[] {
  const seen = new Set<number>()
  const group = (terms: readonly string[]): Group | null => {
    const found = terms.flatMap((one) => term(one) ?? []).filter(({ id }) => !seen.has(id))
    for (const { id } of found) seen.add(id)
    if (found.length === 0) return null
    return { ids: found.map(({ id }) => id), df: found.reduce((sum, { df }) => sum + df, 0) }
  }
  const words = query.words.map(({ term: own, expansions }) =>
    group([own, ...expansions.map((one) => one.term)]),
  )
  const names = query.glossary.flatMap(({ alternatives }) => alternatives.flat()).map((name) => group([name]))
  return [...words, ...names].filter((one) => one !== null)
}

function anyOf({ ids }: Group): string {
  return ids.map((id) => `"${id}"`).join(' OR ')
}
