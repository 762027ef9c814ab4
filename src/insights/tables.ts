import { type Cell, type Shown, suppress } from './suppress.js'

/** A figure as it is published: a count, fewer than {@link K}, or withheld because it would give away another. */
export type Figure = number | 'small' | 'withheld'

/** A count below this is not published: it could be about somebody. Zero is below it too. */
export const K = 5

/** A table as it is published, with its totals. */
export interface Table {
  /** By row and column. */
  readonly cells: readonly (readonly Figure[])[]
  readonly rows: readonly Figure[]
  readonly columns: readonly Figure[]
  readonly total: Figure
}

/**
 * A table with its totals, with nothing below `k` in it that is shown or can be worked out.
 *
 * @param counts at least one row, all equally long.
 * @param published the totals of rows, and of all, that other tables publish too: shown unless one of them is small.
 */
export function crossTable(counts: readonly (readonly number[])[], published: boolean, k = K): Table {
  const rows = counts.length
  const columns = counts[0]?.length ?? 0
  const rowSums = counts.map(sum)
  const columnSums = Array.from({ length: columns }, (_, column) =>
    sum(counts.map((row) => row[column] ?? 0)),
  )
  const total = sum(rowSums)
  const column = (at: number) => rows + 1 + at
  const fixed = published && rowSums.every((value) => value >= k)
  const cells: Cell[] = [
    ...counts.flatMap((row, at) => row.map((value, of) => ({ from: column(of), to: at, value }))),
    ...rowSums.map((value, at) => ({ from: at, to: column(columns), value, fixed })),
    ...columnSums.map((value, at) => ({ from: rows, to: column(at), value })),
    { from: column(columns), to: rows, value: total, fixed },
  ]
  const take = figuresOf(cells, suppress(rows + columns + 2, cells, k))
  return {
    cells: counts.map(() => take(columns)),
    rows: take(rows),
    columns: take(columns),
    total: take(1)[0] ?? 'withheld',
  }
}

/** Groups of counts with the sum of each and of all. */
export interface Groups {
  readonly groups: readonly (readonly Figure[])[]
  readonly sums: readonly Figure[]
  readonly total: Figure
}

/** As {@link crossTable} for groups with their sums; the sum of all is what other tables publish too. No group is empty. */
export function groupedCounts(groups: readonly (readonly number[])[], k = K): Groups {
  const sums = groups.map(sum)
  const top = groups.length
  const cells: Cell[] = [
    ...groups.flatMap((group, at) => group.map((value) => ({ from: top + 1, to: at, value }))),
    ...sums.map((value, at) => ({ from: at, to: top, value })),
    { from: top, to: top + 1, value: sum(sums), fixed: sum(sums) >= k },
  ]
  const take = figuresOf(cells, suppress(top + 2, cells, k))
  return {
    groups: groups.map((group) => take(group.length)),
    sums: take(top),
    total: take(1)[0] ?? 'withheld',
  }
}

/** Hands out the figures of cells in their order. */
export function figuresOf(
  cells: readonly Cell[],
  shown: readonly Shown[],
): (count: number) => readonly Figure[] {
  const figures = cells.map(({ value }, at): Figure => {
    const state = shown[at] ?? 'withheld'
    return state === 'shown' ? value : state
  })
  let given = 0
  return (count) => {
    given += count
    return figures.slice(given - count, given)
  }
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
