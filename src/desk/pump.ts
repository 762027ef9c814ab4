import type { Clock } from './clock.js'
import type { Signals, SignalTopic } from './ports.js'

/** What a pump moves, and how much of it at once. */
export interface PumpOptions<Job> {
  readonly clock: Clock
  /** What tells that something may be due, while it runs. */
  readonly signals: Signals
  readonly topic: SignalTopic
  /** Jobs handled side by side, at most. */
  readonly concurrency: number
  /** Looks for work at least this often, in milliseconds, whatever signals say. */
  readonly pollMs: number
  /** How long there surely is no work, in milliseconds, where that is known: then it looks sooner, never later. */
  readonly restMs?: () => Promise<number>
  /** Takes up to `limit` jobs; an empty list when there is nothing to do. */
  readonly claim: (limit: number) => Promise<readonly Job[]>
  readonly handle: (job: Job) => Promise<void>
  /** Called when `claim` or `handle` fails; the pump goes on. */
  readonly onError: (error: unknown) => void
}

/** A clock that runs on while somebody else has the work must not make this one spin. */
const SHORTEST_REST_MS = 50

/** Takes jobs and handles them side by side, as long as it runs. */
export class Pump<Job> {
  readonly #options: PumpOptions<Job>
  readonly #running = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  #looping: Promise<void> | null = null
  #poked = false
  #wake: (() => void) | null = null
  #unsubscribe = () => {}

  constructor(options: PumpOptions<Job>) {
    this.#options = options
  }

  start(): void {
    if (this.#looping !== null) return
    this.#unsubscribe = this.#options.signals.subscribe(this.#options.topic, this.poke)
    this.#looping = this.#loop()
  }

  /** Something may be due: look now. */
  readonly poke = (): void => {
    this.#poked = true
    this.#wake?.()
  }

  /**
   * Takes nothing new and waits for what runs, at most `boundMs` milliseconds by the clock.
   *
   * @returns whether everything ended; what did not stays leased and is taken up again later.
   */
  async stop(boundMs: number): Promise<boolean> {
    this.#unsubscribe()
    this.#stopping.abort()
    this.poke()
    await this.#looping
    const ended = Promise.all(this.#running).then(() => true)
    const giveUp = new AbortController()
    const late = this.#options.clock.sleep(boundMs, giveUp.signal).then(() => false)
    const result = await Promise.race([ended, late])
    giveUp.abort()
    return result
  }

  /** Handles everything that is due now, without starting; for commands and tests. */
  async drain(): Promise<void> {
    for (;;) {
      const jobs = await this.#options.claim(this.#options.concurrency)
      if (jobs.length === 0) return
      await Promise.all(jobs.map((job) => this.#handle(job)))
    }
  }

  async #loop(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const free = this.#options.concurrency - this.#running.size
      const jobs = free > 0 ? await this.#claim(free) : []
      for (const job of jobs) {
        const work = this.#handle(job).finally(() => {
          this.#running.delete(work)
          this.poke()
        })
        this.#running.add(work)
      }
      if (jobs.length < free || free === 0) await this.#rest()
    }
  }

  async #claim(limit: number): Promise<readonly Job[]> {
    this.#poked = false
    try {
      return await this.#options.claim(limit)
    } catch (error) {
      this.#options.onError(error)
      // A database that fails at once would be asked without end by the signals of those who wait for it.
      await this.#options.clock.sleep(this.#options.pollMs, this.#stopping.signal)
      return []
    }
  }

  async #handle(job: Job): Promise<void> {
    try {
      await this.#options.handle(job)
    } catch (error) {
      this.#options.onError(error)
    }
  }

  async #rest(): Promise<void> {
    if (this.#stopping.signal.aborted) return
    if (this.#poked) {
      this.#poked = false
      return
    }
    const woken = new AbortController()
    this.#wake = () => woken.abort()
    await this.#options.clock.sleep(await this.#restMs(), woken.signal)
    this.#wake = null
  }

  async #restMs(): Promise<number> {
    const { pollMs, restMs, onError } = this.#options
    if (restMs === undefined) return pollMs
    try {
      return Math.min(Math.max(await restMs(), SHORTEST_REST_MS), pollMs)
    } catch (error) {
      onError(error)
      return pollMs
    }
  }
}
