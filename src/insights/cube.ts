import { type Cell, suppress } from './suppress.js'
import { type Figure, figuresOf, K, sum } from './tables.js'

/** Questions by theme, week and kind of body as they are published, with the totals that go with them. */
export interface Cube {
  /** By theme, week and kind. */
  readonly cells: readonly (readonly (readonly Figure[])[])[]
  /** By theme and week, all kinds. */
  readonly themeWeeks: readonly (readonly Figure[])[]
  /** By theme and kind, all weeks. */
  readonly themeKinds: readonly (readonly Figure[])[]
  /** By week, all themes. */
  readonly weeks: readonly Figure[]
  /** By theme: never small, and always shown. */
  readonly themes: readonly number[]
  readonly total: number
}

/**
 * The cube with its totals, with nothing below `k` in it that is shown or can be worked out from the rest of it.
 *
 * Kinds are added up within a theme alone: sums of a kind over all themes would tie the tables together in a way in
 * which it can no longer be said what gives what away.
 *
 * @param counts by theme, week and kind; every theme comes to at least `k`, and all have the same weeks and kinds.
 */
export function publishedCube(counts: readonly (readonly (readonly number[])[])[], k = K): Cube {
  const weeks = counts[0]?.length ?? 0
  const kinds = counts[0]?.[0]?.length ?? 0
  const { cells, equations } = cubeCells(counts, weeks, kinds)
  const take = figuresOf(cells, suppress(equations, cells, k))
  return {
    cells: counts.map((theme) => theme.map(() => take(kinds))),
    themeWeeks: counts.map(() => take(weeks)),
    themeKinds: counts.map(() => take(kinds)),
    weeks: take(weeks),
    themes: counts.map((theme) => sum(theme.map(sum))),
    total: sum(counts.map((theme) => sum(theme.map(sum)))),
  }
}

/*
 * Equations: of each week, and of all weeks together, one a theme (its kinds make the theme) and one for the themes
 * (they make the week); and one for each theme and kind (its weeks make their sum). Every figure stands in two of
 * them, once on either side.
 */
function cubeCells(counts: readonly (readonly (readonly number[])[])[], weeks: number, kinds: number) {
  const themes = counts.length
  const inWeek = (week: number, theme: number) => week * (themes + 1) + theme
  const ofKind = (theme: number, kind: number) => (weeks + 1) * (themes + 1) + theme * kinds + kind
  const all = ofKind(themes, 0)
  const range = (length: number) => Array.from({ length }, (_, at) => at)
  const count = (theme: number, week: number, kind: number) => counts[theme]?.[week]?.[kind] ?? 0
  const kindSum = (theme: number, kind: number) => sum(range(weeks).map((week) => count(theme, week, kind)))
  const weekSum = (theme: number, week: number) => sum(counts[theme]?.[week] ?? [])
  const themeSum = (theme: number) => sum(range(weeks).map((week) => weekSum(theme, week)))
  const cells: Cell[] = []
  for (const theme of range(themes)) {
    for (const week of range(weeks)) {
      for (const kind of range(kinds)) {
        cells.push({ from: ofKind(theme, kind), to: inWeek(week, theme), value: count(theme, week, kind) })
      }
    }
  }
  for (const theme of range(themes)) {
    for (const week of range(weeks)) {
      const value = weekSum(theme, week)
      cells.push({ from: inWeek(week, theme), to: inWeek(week, themes), value })
    }
  }
  for (const theme of range(themes)) {
    for (const kind of range(kinds)) {
      cells.push({ from: inWeek(weeks, theme), to: ofKind(theme, kind), value: kindSum(theme, kind) })
    }
  }
  for (const week of range(weeks)) {
    const value = sum(range(themes).map((theme) => weekSum(theme, week)))
    cells.push({ from: inWeek(week, themes), to: all, value })
  }
  for (const theme of range(themes)) {
    const value = themeSum(theme)
    cells.push({ from: inWeek(weeks, themes), to: inWeek(weeks, theme), value, fixed: true })
  }
  cells.push({
    from: all,
    to: inWeek(weeks, themes),
    value: sum(range(themes).map(themeSum)),
    fixed: true,
  })
  return { cells, equations: all + 1 }
}
