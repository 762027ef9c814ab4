import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedCube } from '../../src/insights/cube.js'
import { crossTable, type Figure, groupedCounts } from '../../src/insights/tables.js'
import { conceivable, type PublishedSum } from './readers.js'

/** A smaller limit than the desk's, so that every table a reader could think of can be tried. */
const LIMIT = 3
const MOST = 7
const RUNS = { numRuns: 300, seed: 2026 }

/** Small figures that readers can work out, or see; and figures that are shown and wrong. */
function leaks(
  inner: readonly Figure[],
  truth: readonly number[],
  sums: readonly (PublishedSum & { truth: number })[],
) {
  const values = conceivable(inner, sums, LIMIT, 2 * MOST)
  const figures = [...inner, ...sums.map(({ figure }) => figure)]
  const truths = [...truth, ...sums.map((one) => one.truth)]
  return figures.flatMap((figure, at) => {
    const value = truths[at] ?? 0
    if (typeof figure === 'number')
      return figure === value && value >= LIMIT ? [] : [`shows ${figure} for ${value}`]
    if (figure === 'small' && value >= LIMIT) return [`calls ${value} small`]
    return value < LIMIT && (values[at]?.size ?? 0) < 2 ? [`gives away ${value} at ${at}`] : []
  })
}

const table = (rows: number, columns: number) =>
  fc.array(fc.array(fc.nat({ max: MOST }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

const add = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('small counts', () => {
  it.each([
    [2, 2],
    [2, 3],
    [3, 2],
  ])('cannot be worked out of a table of %i by %i with all its totals', (rows, columns) => {
    fc.assert(
      fc.property(table(rows, columns), fc.boolean(), (counts, published) => {
        const shown = crossTable(counts, published, LIMIT)
        const sums = [
          ...shown.rows.map((figure, row) => ({
            figure,
            truth: add(counts[row] ?? []),
            of: counts[row]?.map((_, at) => row * columns + at) ?? [],
          })),
          ...shown.columns.map((figure, column) => ({
            figure,
            truth: add(counts.map((row) => row[column] ?? 0)),
            of: counts.map((_, row) => row * columns + column),
          })),
          { figure: shown.total, truth: add(counts.flat()), of: counts.flat().map((_, at) => at) },
        ]
        expect(leaks(shown.cells.flat(), counts.flat(), sums)).toEqual([])
      }),
      RUNS,
    )
  })

  it('cannot be worked out of hours with the sums of their groups', () => {
    fc.assert(
      fc.property(table(2, 3), (counts) => {
        const shown = groupedCounts(counts, LIMIT)
        const sums = [
          ...shown.sums.map((figure, row) => ({
            figure,
            truth: add(counts[row] ?? []),
            of: [0, 1, 2].map((at) => row * 3 + at),
          })),
          { figure: shown.total, truth: add(counts.flat()), of: [0, 1, 2, 3, 4, 5] },
        ]
        expect(leaks(shown.groups.flat(), counts.flat(), sums)).toEqual([])
      }),
      RUNS,
    )
  })

  it('cannot be worked out of themes by week and kind with every total that is published', () => {
    const cubes = fc
      .tuple(table(2, 2), table(2, 2))
      .filter((themes) => themes.every((theme) => add(theme.flat()) >= LIMIT))
    fc.assert(
      fc.property(cubes, (counts) => {
        const shown = publishedCube(counts, LIMIT)
        const place = (theme: number, week: number, kind: number) => theme * 4 + week * 2 + kind
        const two = [0, 1] as const
        const truth = counts.flat(2)
        const sumOf = (figure: Figure, of: readonly number[]) => ({
          figure,
          of,
          truth: add(of.map((at) => truth[at] ?? 0)),
        })
        const pairs = two.flatMap((theme) => two.map((other) => [theme, other] as const))
        const sums = [
          ...pairs.map(([t, w]) =>
            sumOf(shown.themeWeeks[t]?.[w] ?? 'withheld', [place(t, w, 0), place(t, w, 1)]),
          ),
          ...pairs.map(([t, k]) =>
            sumOf(shown.themeKinds[t]?.[k] ?? 'withheld', [place(t, 0, k), place(t, 1, k)]),
          ),
          ...two.map((w) =>
            sumOf(
              shown.weeks[w] ?? 'withheld',
              pairs.map(([t, k]) => place(t, w, k)),
            ),
          ),
          ...two.map((t) =>
            sumOf(
              shown.themes[t] ?? 'withheld',
              [0, 1, 2, 3].map((at) => t * 4 + at),
            ),
          ),
          sumOf(
            shown.total,
            truth.map((_, at) => at),
          ),
        ]
        expect(leaks(shown.cells.flat(2), truth, sums)).toEqual([])
      }),
      RUNS,
    )
  }, 60_000)

  it('take no more with them than they must', () => {
    const shown = crossTable(
      [
        [3, 40, 80],
        [50, 20, 90],
        [60, 70, 30],
      ],
      true,
    )
    expect(shown.cells).toEqual([
      ['small', 'withheld', 80],
      ['withheld', 'withheld', 90],
      [60, 70, 30],
    ])
    expect([shown.rows, shown.columns, shown.total]).toEqual([[123, 160, 160], [113, 130, 200], 443])
  })

  it('are not named where both of two would follow from their sum', () => {
    // "Fewer than five" twice, and eight together, would say four and four.
    const { cells } = crossTable(
      [
        [4, 4],
        [100, 100],
      ],
      true,
    )
    expect(cells[0]).toContain('withheld')
  })
})
