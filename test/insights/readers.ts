import type { Figure } from '../../src/insights/tables.js'

/** What somebody who reads a publication can think of a figure. */
function possible(figure: Figure, value: number, k: number): boolean {
  if (figure === 'small') return value < k
  return figure === 'withheld' || figure === value
}

/** A sum of inner figures that is published, by their places. */
export interface PublishedSum {
  readonly of: readonly number[]
  readonly figure: Figure
}

/**
 * Every value that each inner figure, and then each sum, can have for a reader: slowly, by trying all counts up to
 * `most`. What cannot be worked out has more than one.
 */
export function conceivable(
  inner: readonly Figure[],
  sums: readonly PublishedSum[],
  k: number,
  most: number,
): readonly ReadonlySet<number>[] {
  const values = inner.map(() => 0)
  const found = [...inner, ...sums].map(() => new Set<number>())
  const upTo = (limit: PublishedSum['figure']) =>
    typeof limit === 'number' ? limit : limit === 'small' ? k - 1 : Number.POSITIVE_INFINITY
  const closes = inner.map((_, at) => sums.filter(({ of }) => Math.max(...of) === at))
  const counts = inner.map((_, at) => sums.filter(({ of }) => of.includes(at)))
  const add = (of: readonly number[], until: number) =>
    of.reduce((all, place) => all + (place <= until ? (values[place] ?? 0) : 0), 0)
  const keep = () => {
    for (const [place, value] of values.entries()) found[place]?.add(value)
    for (const [place, { of }] of sums.entries()) found[inner.length + place]?.add(add(of, inner.length))
  }
  const tooMuch = (at: number) => counts[at]?.some(({ of, figure }) => add(of, at) > upTo(figure)) ?? false
  const agrees = (at: number) =>
    closes[at]?.every(({ of, figure }) => possible(figure, add(of, at), k)) ?? true
  const fill = (at: number): void => {
    if (at === inner.length) {
      keep()
      return
    }
    const figure = inner[at] ?? 'withheld'
    for (let value = 0; value <= most; value++) {
      values[at] = value
      if (tooMuch(at)) break
      if (possible(figure, value, k) && agrees(at)) fill(at + 1)
    }
    values[at] = 0
  }
  fill(0)
  return found
}
