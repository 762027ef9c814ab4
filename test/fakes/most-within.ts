/** The most instants (milliseconds, in order) that lie within any stretch of `ms` milliseconds. */
export function mostWithin(instants: readonly number[], ms: number): number {
  let first = 0
  return instants.reduce((most, at, index) => {
    while (at - (instants[first] ?? at) >= ms) first += 1
    return Math.max(most, index - first + 1)
  }, 0)
}
