/** How long most waited, in milliseconds. */
export interface Waits {
  readonly p50: number
  readonly p99: number
  readonly p999: number
  readonly max: number
}

/** Of these times; zeros when there is none. */
export function waits(times: readonly number[]): Waits {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999), max: sorted.at(-1) ?? 0 }
}
