import type { Problem } from './alerts.js'

/** How full a disk is, in bytes. */
export interface DiskRoom {
  readonly free: number
}

/** @param least bytes; 0 is never. */
export function diskProblem({ free }: DiskRoom, least: number): readonly Problem[] {
  if (free >= least) return []
  return [{ subject: 'disk', kind: 'full', detail: `${Math.floor(free / 1_000_000)} MB` }]
}

/** What is due and fails, as the store tells it. */
export interface DueState {
  readonly stuck: readonly { readonly kind: string; readonly attempts: number }[]
  /** By how many milliseconds the longest waiting row is late. */
  readonly lateMs: number
}

/** From this many attempts on a due row is stuck. */
const STUCK_FROM = 5
/** Nothing is late by so much while the desk works. */
const LATE_MS = 15 * 60_000

export function scheduleProblem(
  { stuck, lateMs }: DueState,
  failedJobs: readonly string[],
): readonly Problem[] {
  const kinds = [...new Set(stuck.filter(({ attempts }) => attempts >= STUCK_FROM).map(({ kind }) => kind))]
  const failing = [...failedJobs, ...kinds]
  if (failing.length > 0) return [{ subject: 'schedule', kind: 'failing', detail: failing.join(', ') }]
  if (lateMs <= LATE_MS) return []
  return [{ subject: 'schedule', kind: 'late', detail: `${Math.round(lateMs / 60_000)} min` }]
}

/** Calls of a model that failed in a row before somebody is told. */
const MODEL_FAILURES = 3

/** Counts failures in a row of something that is tried again and again: a job, a language model. */
export class FailureCount {
  #failures = 0
  #detail = ''

  worked(): void {
    this.#failures = 0
  }

  failed(detail: string): void {
    this.#failures += 1
    this.#detail = detail
  }

  /** What is wrong after `most` failures in a row; nothing before. */
  problems(subject: string, most: number = MODEL_FAILURES): readonly Problem[] {
    return this.#failures < most ? [] : [{ subject, kind: 'failing', detail: this.#detail }]
  }
}
