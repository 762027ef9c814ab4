import type { Clock } from './clock.js'

/**
 * Waits for `work`, but not longer than `ms` milliseconds by the clock; what comes later is let go.
 *
 * @throws Error with `message` when it takes too long.
 */
export async function inTime<T>(work: Promise<T>, ms: number, clock: Clock, message: string): Promise<T> {
  const done = new AbortController()
  const late = clock.sleep(ms, done.signal).then((): T => {
    throw new Error(message)
  })
  late.catch(() => {}) // its end does not matter once the work is done
  try {
    return await Promise.race([work, late])
  } finally {
    work.catch(() => {})
    done.abort()
  }
}
