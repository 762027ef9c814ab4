/** A labelled example for fitting: signals by name, and whether the passage answered the question. */
export interface Example {
  readonly signals: Readonly<Record<string, number>>
  readonly answered: boolean
}

export interface Fitted {
  readonly intercept: number
  readonly weights: Readonly<Record<string, number>>
}

/**
 * Fits a logistic regression by gradient descent with a ridge penalty; deterministic.
 *
 * The penalty keeps the weights small where few examples speak, so that they carry over to other documents.
 */
export function fitLogistic(examples: readonly Example[], ridge = 0.001, steps = 20_000, rate = 0.5): Fitted {
  const names = Object.keys(examples[0]?.signals ?? {})
  const weights = names.map(() => 0)
  let intercept = 0
  for (let step = 0; step < steps; step++) {
    const gradient = names.map(() => 0)
    let shift = 0
    for (const { signals, answered } of examples) {
      const logit = names.reduce((sum, name, i) => sum + (weights[i] ?? 0) * (signals[name] ?? 0), intercept)
      const error = 1 / (1 + Math.exp(-logit)) - (answered ? 1 : 0)
      shift += error
      names.forEach((name, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * (signals[name] ?? 0)
      })
    }
    intercept -= (rate * shift) / examples.length
    names.forEach((_, i) => {
      const weight = weights[i] ?? 0
      weights[i] = weight - rate * ((gradient[i] ?? 0) / examples.length + ridge * weight)
    })
  }
  return { intercept, weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])) }
}

/** Area under the ROC curve: the chance that an answered example outranks one that is not; ties count half. */
export function auroc(examples: readonly { readonly score: number; readonly answered: boolean }[]): number {
  const yes = examples.filter((example) => example.answered)
  const no = examples.filter((example) => !example.answered)
  let wins = 0
  for (const a of yes) for (const b of no) wins += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0
  return wins / (yes.length * no.length)
}
