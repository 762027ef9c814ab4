import type { Clock } from './clock.js'
import { inTime } from './in-time.js'
import type { Due, Dues, DueWork, Signals } from './ports.js'
import { Pump } from './pump.js'

/**
 * Decides what a due row leads to, changing nothing itself: it may be asked again for the same row.
 *
 * @param now the moment at which it is handled, at or after `due.at`.
 */
export type DueHandler = (due: Due, now: Date) => Promise<DueWork>

/** What the runner works with. */
export interface DueRunnerOptions {
  readonly dues: Dues
  readonly signals: Signals
  /** By `Due.kind`. */
  readonly handlers: ReadonlyMap<string, DueHandler>
  readonly clock: Clock
  /** Names this process among those on the same database. */
  readonly owner: string
  readonly onEvent: (event: DueEvent) => void
  readonly tuning?: Partial<DueTuning>
}

/** Times in milliseconds. */
export interface DueTuning {
  /** Rows handled side by side. */
  readonly concurrency: number
  /** A handler that takes longer has failed. */
  readonly handleMs: number
  /** How long a row stays with a process that says nothing more; longer than `handleMs`. */
  readonly leaseMs: number
  /** After this many attempts a failing row is reported as stuck; it is still tried, every `stuckMs`. */
  readonly maxAttempts: number
  /** Wait after the first failure; four times longer after each next one. */
  readonly backoffMs: number
  readonly stuckMs: number
  /** Looks at least this often; sooner when something is due sooner. */
  readonly tickMs: number
}

export const DUE_TUNING: DueTuning = {
  concurrency: 4,
  handleMs: 60_000,
  leaseMs: 90_000,
  maxAttempts: 5,
  backoffMs: 1000,
  stuckMs: 3_600_000,
  tickMs: 15_000,
}

/** What happened, for the log and the metrics: no text of anybody. */
export type DueEvent =
  | { readonly kind: 'done'; readonly due: Due; readonly lateMs: number }
  | { readonly kind: 'redone'; readonly due: Due; readonly why: 'lost' | 'changed' }
  | { readonly kind: 'failed'; readonly due: Due; readonly error: unknown; readonly retryInMs: number }
  /** Failed so often that somebody must look; see `Troubles.stuck`. */
  | { readonly kind: 'stuck'; readonly due: Due; readonly error: unknown; readonly retryInMs: number }
  | { readonly kind: 'error'; readonly error: unknown }

/** Handles what has come due: each row once, whatever crashes and however many processes run. */
export class DueRunner {
  readonly #options: DueRunnerOptions
  readonly #tuning: DueTuning
  readonly #pump: Pump<Due>

  constructor(options: DueRunnerOptions) {
    this.#options = options
    this.#tuning = { ...DUE_TUNING, ...options.tuning }
    const { dues, clock, owner, onEvent } = options
    const { concurrency, leaseMs, tickMs } = this.#tuning
    this.#pump = new Pump<Due>({
      clock,
      signals: options.signals,
      topic: 'dues',
      concurrency,
      pollMs: tickMs,
      restMs: async () => ((await dues.next())?.getTime() ?? Infinity) - clock.now().getTime(),
      claim: (limit) => dues.claim(owner, clock.now(), leaseMs, limit),
      handle: (due) => this.#handle(due),
      onError: (error) => onEvent({ kind: 'error', error }),
    })
  }

  start(): void {
    this.#pump.start()
  }

  /** Finishes what runs, within `boundMs`; true when all did. */
  stop(boundMs: number): Promise<boolean> {
    return this.#pump.stop(boundMs)
  }

  /** Handles what is due now, without starting. */
  drain(): Promise<void> {
    return this.#pump.drain()
  }

  async #handle(due: Due): Promise<void> {
    const { dues, clock, onEvent } = this.#options
    try {
      const work = await this.#decide(due)
      const now = clock.now()
      const ended = await dues.finish(due, work, now)
      if (ended === 'done') onEvent({ kind: 'done', due, lateMs: now.getTime() - due.at.getTime() })
      else onEvent({ kind: 'redone', due, why: ended })
    } catch (error) {
      await this.#failed(due, error)
    }
  }

  async #decide(due: Due): Promise<DueWork> {
    const { handlers, clock } = this.#options
    const handler = handlers.get(due.kind)
    if (!handler) throw new Error(`Nothing here handles what is due of kind "${due.kind}"`)
    const message = `What is due of kind "${due.kind}" took too long`
    return inTime(handler(due, clock.now()), this.#tuning.handleMs, clock, message)
  }

  async #failed(due: Due, error: unknown): Promise<void> {
    const { dues, clock, onEvent } = this.#options
    const { backoffMs, stuckMs, maxAttempts } = this.#tuning
    const stuck = due.attempts >= maxAttempts
    const retryInMs = stuck ? stuckMs : Math.min(backoffMs * 4 ** (due.attempts - 1), stuckMs)
    onEvent({ kind: stuck ? 'stuck' : 'failed', due, error, retryInMs })
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown error'
    await dues.postpone(due, new Date(clock.now().getTime() + retryInMs), reason)
  }
}
