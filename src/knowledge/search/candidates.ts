import type { IndexFile } from '../generation/index-file.js'
import type { SearchOptions } from '../passage.js'
import { idf, type Query } from './query.js'

/** Rows read for one search at most; commoner words are then left to the scoring of what the rarer ones found. */
const MOST_READ = 30_000
/** Words that are read however common they are, the rarest first. */
const ALWAYS_READ = 2
const BUCKETS = 1024

/** A word of the query with everything that may stand in its place. */
interface Group {
  readonly ids: readonly number[]
  readonly df: number
  readonly worth: number
}

/**
 * The passages worth scoring: those that hold most of the query, each word weighed by how rare it is; at most `limit`
 * (a few more where several are worth as much). Only which words a passage holds is looked at, not how often.
 */
export function candidateRows(
  query: Query,
  index: IndexFile,
  options: SearchOptions,
  limit: number,
): readonly number[] {
  const groups = wordGroups(query, index).sort((a, b) => a.df - b.df)
  const worth = new Float32Array(index.rowLimit)
  const found: number[] = []
  let read = 0
  for (const [place, { ids, df, worth: added }] of groups.entries()) {
    read += df
    if (read > MOST_READ && place >= ALWAYS_READ) break
    for (const row of ids.length === 1 ? index.rowsOf(ids[0] ?? 0, options) : union(ids, index, options)) {
      if (worth[row] === 0) found.push(row)
      worth[row] = (worth[row] ?? 0) + added
    }
  }
  return best(found, worth, limit)
}

function union(ids: readonly number[], index: IndexFile, options: SearchOptions): ReadonlySet<number> {
  const rows = new Set<number>()
  for (const id of ids) for (const row of index.rowsOf(id, options)) rows.add(row)
  return rows
}

/** The rows worth most. Only those near the cut are compared: sorting them all would take longer than reading them. */
function best(found: readonly number[], worth: Float32Array, limit: number): readonly number[] {
  if (found.length <= limit) return found
  let most = 0
  for (const row of found) most = Math.max(most, worth[row] ?? 0)
  const bucketOf = (row: number) => Math.floor(((worth[row] ?? 0) / most) * (BUCKETS - 1))
  const sizes = new Uint32Array(BUCKETS)
  for (const row of found) {
    const bucket = bucketOf(row)
    sizes[bucket] = (sizes[bucket] ?? 0) + 1
  }
  let cut = BUCKETS - 1
  for (let held = sizes[cut] ?? 0; held < limit && cut > 0; held += sizes[cut] ?? 0) cut--
  return found
    .filter((row) => bucketOf(row) >= cut)
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
    .slice(0, limit)
}

function wordGroups(query: Query, index: IndexFile): Group[] {
  const seen = new Set<number>()
  const group = (terms: readonly string[]): Group | null => {
    const found = terms.flatMap((term) => index.term(term) ?? []).filter(({ id }) => !seen.has(id))
    for (const { id } of found) seen.add(id)
    if (found.length === 0) return null
    const df = found.reduce((sum, one) => sum + one.df, 0)
    return {
      ids: found.map(({ id }) => id),
      df,
      worth: idf(Math.min(df, index.passageCount), index.passageCount),
    }
  }
  const words = query.words.map(({ term, expansions }) => group([term, ...expansions.map((one) => one.term)]))
  const names = query.glossary.flatMap(({ alternatives }) => alternatives.flat()).map((name) => group([name]))
  return [...words, ...names].filter((one) => one !== null)
}
