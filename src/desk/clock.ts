import { setTimeout } from 'node:timers/promises'

/** The time and waiting, as an argument: `serve --now` starts it elsewhere, tests move it by hand. */
export interface Clock {
  now(): Date

  /** Resolves after `ms` milliseconds, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/**
 * The machine's clock, or one that runs at the same pace from another instant.
 *
 * @param startAt what `now()` says at the moment of the call; null is the machine's own time.
 */
export function systemClock(startAt: Date | null = null): Clock {
  const shift = startAt === null ? 0 : startAt.getTime() - Date.now()
  return { now: () => new Date(Date.now() + shift), sleep }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal }).catch(() => {}) // it only fails by being woken
}
