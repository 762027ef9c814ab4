/** Counts what somebody sent, in a bucket that fills again as time passes. */
export class RateLimit {
  readonly #perMinute: number
  readonly #buckets = new Map<string, { left: number; at: number }>()

  /** `perMinute` is also the most that may come at once; 0 is no limit. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute
  }

  /**
   * Takes one from `key`'s bucket at `now` (milliseconds).
   *
   * Returns 0 when there was one, else after how many milliseconds there will be.
   */
  take(key: string, now: number): number {
    if (this.#perMinute === 0) return 0
    const msEach = 60_000 / this.#perMinute
    const before = this.#buckets.get(key) ?? { left: this.#perMinute, at: now }
    const left = Math.min(this.#perMinute, before.left + Math.max(0, now - before.at) / msEach)
    if (left < 1) return Math.ceil((1 - left) * msEach)
    // Deleting first keeps the map in order of last use, so that the oldest are found at its start.
    this.#buckets.delete(key)
    this.#buckets.set(key, { left: left - 1, at: now })
    this.#forget(now)
    return 0
  }

  /** A bucket untouched for a minute is full again and need not be kept: strangers cannot fill the memory. */
  #forget(now: number): void {
    for (const [key, { at }] of this.#buckets) {
      if (now - at < 60_000) return
      this.#buckets.delete(key)
    }
  }
}
