import type { Clock } from '../../src/desk/clock.js'

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/** A clock that stands still until the test moves it; who sleeps wakes when its time has come. */
export class ManualClock implements Clock {
  #now: number
  #sleepers: Sleeper[] = []

  constructor(start: string) {
    this.#now = Date.parse(start)
  }

  now(): Date {
    return new Date(this.#now)
  }

  /** How many sleep now. */
  get sleeping(): number {
    return this.#sleepers.length
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = () => {
        signal.removeEventListener('abort', wake)
        this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.wake !== wake)
        resolve()
      }
      this.#sleepers.push({ until: this.#now + ms, wake })
      signal.addEventListener('abort', wake)
    })
  }

  /** Moves on by `ms` milliseconds and wakes whoever slept less than that. */
  advance(ms: number): void {
    this.#now += ms
    for (const sleeper of this.#sleepers.filter(({ until }) => until <= this.#now)) sleeper.wake()
  }
}
