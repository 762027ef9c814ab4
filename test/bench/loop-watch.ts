import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const EVERY_MS = 5

/** How late a timer of 5 ms came, in milliseconds. */
export interface LoopDelay {
  readonly p50: number
  readonly p99: number
  readonly max: number
  /**
   * The longest without the time for which the thread was ready but other processes had the processor: what the desk's
   * own work held up. Null where the system does not tell (it is Linux that does).
   */
  readonly ownMax: number | null
  /** When that was, in seconds from the beginning. */
  readonly ownMaxAt: number
}

/** Looks at the clock every few milliseconds and notes how late it was. */
export class LoopWatch {
  readonly #histogram = monitorEventLoopDelay({ resolution: EVERY_MS })
  readonly #timer: NodeJS.Timeout
  #last = performance.now()
  #waited = waitedForProcessor()
  #ownMax = 0
  #ownMaxAt = 0
  readonly #started = performance.now()

  constructor() {
    this.#histogram.enable()
    this.#timer = setInterval(() => this.#look(), EVERY_MS)
  }

  stop(): LoopDelay {
    clearInterval(this.#timer)
    this.#histogram.disable()
    // The histogram counts from one look to the next.
    const delay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - EVERY_MS)
    return {
      p50: delay(this.#histogram.percentile(50)),
      p99: delay(this.#histogram.percentile(99)),
      max: delay(this.#histogram.max),
      ownMax: this.#waited === null ? null : this.#ownMax,
      ownMaxAt: this.#ownMaxAt / 1000,
    }
  }

  #look(): void {
    const now = performance.now()
    const waited = waitedForProcessor()
    const others = waited === null || this.#waited === null ? 0 : waited - this.#waited
    const own = now - this.#last - EVERY_MS - others
    if (own > this.#ownMax) {
      this.#ownMax = own
      this.#ownMaxAt = now - this.#started
    }
    this.#last = now
    this.#waited = waited
  }
}

/** For how long the main thread was ready while others had the processor, in milliseconds since it began. */
function waitedForProcessor(): number | null {
  try {
    const [, nanoseconds] = readFileSync('/proc/self/schedstat', 'utf8').split(' ')
    return Number(nanoseconds) / 1e6
  } catch {
    return null
  }
}
