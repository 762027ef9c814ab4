/** A labelled example for fitting: signals by name, and whether the passage answered the question. */
export interface Example {
  readonly signals: Readonly<Record<string, number>>
  readonly answered: boolean
}

export interface Fitted {
  readonly intercept: number
  readonly weights: Readonly<Record<string, number>>
}

const STEPS = 25

/**
 * Fits a logistic regression with a ridge penalty by Newton's method; deterministic.
 *
 * The penalty keeps the weights small where few examples speak, so that they carry over to other documents; the
 * intercept is left free.
 */
export function fitLogistic(examples: readonly Example[], ridge = 0.001): Fitted {
  const names = Object.keys(examples[0]?.signals ?? {})
  const rows = examples.map(({ signals }) => [1, ...names.map((name) => signals[name] ?? 0)])
  let beta = names.map(() => 0).concat(0)
  for (let step = 0; step < STEPS; step++) {
    const { gradient, hessian } = slopes(rows, examples, beta, ridge)
    const change = solve(hessian, gradient)
    beta = beta.map((value, i) => value - (change[i] ?? 0))
    if (Math.max(...change.map(Math.abs)) < 1e-9) break
  }
  return {
    intercept: beta[0] ?? 0,
    weights: Object.fromEntries(names.map((name, i) => [name, beta[i + 1] ?? 0])),
  }
}

/** The log odds a fit gives to signals. */
export function logitOf({ intercept, weights }: Fitted, signals: Readonly<Record<string, number>>): number {
  return Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * (signals[name] ?? 0),
    intercept,
  )
}

export function chance(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

function slopes(
  rows: readonly (readonly number[])[],
  examples: readonly Example[],
  beta: readonly number[],
  ridge: number,
): { readonly gradient: number[]; readonly hessian: number[][] } {
  const size = beta.length
  const gradient = beta.map((value, i) => (i === 0 ? 0 : ridge * value))
  const hessian = beta.map((_, i) => beta.map((_, j) => (i === j ? (i === 0 ? 1e-9 : ridge) : 0)))
  rows.forEach((row, at) => {
    const p = chance(row.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0))
    const error = (p - (examples[at]?.answered ? 1 : 0)) / rows.length
    const bend = (p * (1 - p)) / rows.length
    for (let i = 0; i < size; i++) {
      const value = row[i] ?? 0
      if (value === 0) continue
      gradient[i] = (gradient[i] ?? 0) + error * value
      const line = hessian[i] ?? []
      for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + bend * value * (row[j] ?? 0)
    }
  })
  return { gradient, hessian }
}

/** Solves a small system of linear equations by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const size = right.length
  for (let col = 0; col < size; col++) {
    const pivot = pivotOf(rows, col)
    ;[rows[col], rows[pivot]] = [rows[pivot] ?? [], rows[col] ?? []]
    const top = rows[col] ?? []
    rows.forEach((row, i) => {
      if (i !== col) subtract(row, top, (row[col] ?? 0) / (top[col] || 1))
    })
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] || 1))
}

function pivotOf(rows: readonly (readonly number[])[], col: number): number {
  const size = (i: number) => Math.abs(rows[i]?.[col] ?? 0)
  return rows.reduce((best, _, i) => (i > col && size(i) > size(best) ? i : best), col)
}

function subtract(row: number[], other: readonly number[], times: number): void {
  other.forEach((value, i) => {
    row[i] = (row[i] ?? 0) - times * value
  })
}

/** Area under the ROC curve: the chance that an answered example outranks one that is not; ties count half. */
export function auroc(examples: readonly { readonly score: number; readonly answered: boolean }[]): number {
  const yes = examples.filter((example) => example.answered)
  const no = examples.filter((example) => !example.answered)
  let wins = 0
  for (const a of yes) for (const b of no) wins += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0
  return wins / (yes.length * no.length)
}

/** Expected calibration error in ten bins: how far stated chances lie from what came true, on average. */
export function calibrationError(
  examples: readonly { readonly score: number; readonly answered: boolean }[],
): number {
  const bins = Array.from({ length: 10 }, (_, i) =>
    examples.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === i),
  )
  const gaps = bins.map((bin) => {
    const stated = bin.reduce((sum, { score }) => sum + score, 0)
    return Math.abs(stated - bin.filter(({ answered }) => answered).length)
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / examples.length
}
