import type { Worker } from 'node:worker_threads'
import Bree from 'bree'
import { readRuns, recordRun, type Trigger } from '../knowledge/generation/runs.js'
import { NOTHING_DONE } from '../knowledge/reindex.js'
import { moduleExtension, workerFor } from '../worker-file.js'
import { type Cron, cronText, parseCron, previousRun } from './cron.js'
import { Later, type LaterOptions } from './later.js'
import { NO_MATERIAL, type RunMaterial, type RunOrder, resultSchema } from './reindex-message.js'

/** What the schedule runs and whom it tells. */
export interface ScheduleOptions {
  /** Five cron fields in UTC; null: only when asked. */
  readonly reindexCron: string | null
  readonly reindex: {
    readonly knowledgeDir: string
    readonly dataDir: string
    /** As in `EMBEDDER`; null for the one that is built in. */
    readonly embedder: string | null
  }
  /** A run that takes longer is ended; the next one goes on as if it had not been there. */
  readonly limitMs: number
  readonly onResult: (result: JobResult) => void
  /** Whether to run once when started, besides catching up: documents may have changed meanwhile. */
  readonly runAtStart?: boolean
  /** Asked right before each run; nothing withdrawn and nothing published when left out. */
  readonly material?: () => Promise<RunMaterial>
  readonly now?: () => Date
  /** How requests to run soon are gathered; 5 seconds of quiet, 30 at most, when left out. */
  readonly gather?: LaterOptions
  /** The module that a worker runs; the reindex unless a test has another. */
  readonly entry?: URL
}

/** How one run of a job ended. A report holds counts and the names of documents, never their text. */
export type JobResult =
  | { readonly job: string; readonly kind: 'done'; readonly report: object }
  | { readonly job: string; readonly kind: 'skipped'; readonly why: string }
  | { readonly job: string; readonly kind: 'failed'; readonly error: unknown }
  | { readonly job: string; readonly kind: 'killed' }

const REINDEX = 'reindex'
/** Requests this near to each other are one run: documents and answers tend to change in handfuls. */
const GATHER: LaterOptions = { quietMs: 5_000, longestMs: 30_000 }

/**
 * The jobs that run by the clock, each in a worker thread; a job that still runs when its next turn comes is not
 * started twice.
 *
 * Times are UTC: a night has one 1.30 UTC on every day of the year, also when the clocks change. Runs that were missed
 * while nobody was there are caught up with one run at the start, however many they were.
 */
export class Schedule {
  readonly #bree: Bree
  readonly #options: ScheduleOptions
  readonly #cron: Cron | null
  readonly #later: Later<Trigger>
  #ready: Promise<unknown> | null = null
  #planned = false
  #ranAtStart = false
  #stopped = false
  /** Why the run that is about to begin begins; null when Bree's clock begins it. */
  #trigger: Trigger | null = null

  constructor(options: ScheduleOptions) {
    this.#options = options
    this.#cron = options.reindexCron === null ? null : parseCron(options.reindexCron)
    this.#later = new Later(options.gather ?? GATHER, (trigger) => this.#runSoon(trigger))
    this.#bree = new Bree({
      root: false,
      logger: false,
      timeout: false,
      timezone: 'UTC',
      jobs: [this.#reindexJob()],
      // The worker itself is listened to: Bree reports one failure twice and a run that was cut off as a failure.
      errorHandler: () => {},
      workerMessageHandler: () => {},
    })
    this.#bree.on('worker created', (job: string) => {
      const worker = this.#bree.workers.get(job)
      if (worker !== undefined) this.#begin(job, worker)
    })
    this.#bree.on('worker deleted', () => void this.#plan())
  }

  /** Plans the runs by the clock, and catches up what was missed. */
  async start(): Promise<void> {
    this.#stopped = false
    await this.#initialised()
    const trigger = this.#missed()
      ? 'catch-up'
      : this.#options.runAtStart && !this.#ranAtStart
        ? 'start'
        : null
    this.#ranAtStart = true
    if (trigger !== null) await this.reindexNow(trigger)
    if (this.#cron === null) return
    this.#planned = true
    await this.#plan()
  }

  /** Runs the reindex now; false when it runs already, and nothing more is started then. */
  async reindexNow(trigger: Trigger = 'command'): Promise<boolean> {
    await this.#initialised()
    if (this.#stopped || this.#bree.workers.has(REINDEX)) return false
    this.#trigger = trigger
    await this.#bree.run(REINDEX)
    return true
  }

  /**
   * Runs the reindex when it has been quiet for a moment, within half a minute in any case: for changes that come in
   * handfuls. When a run is under way, another follows it, since that one may have missed the change.
   */
  reindexSoon(trigger: Trigger): void {
    if (!this.#stopped) this.#later.ask(trigger)
  }

  /** Runs nothing more and cuts off what runs: an index that is not published yet is simply not there. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#planned = false
    this.#later.stop()
    await this.#initialised()
    const stopped = this.#bree.stop()
    // Bree only asks a worker to stop, and waits for ever for one that is busy.
    await Promise.all([...this.#bree.workers.values()].map((worker) => worker.terminate()))
    await stopped
  }

  async #runSoon(trigger: Trigger): Promise<void> {
    try {
      if (!(await this.reindexNow(trigger))) this.reindexSoon(trigger)
    } catch (error) {
      this.#options.onResult({ job: REINDEX, kind: 'failed', error })
    }
  }

  /** Whether a planned moment has passed since the last run; a run that failed or was cut off had its turn. */
  #missed(): boolean {
    const due = this.#due()
    const [last] = readRuns(this.#options.reindex.dataDir, 1)
    return due !== null && (last === undefined || Date.parse(last.startedAt) < due.getTime())
  }

  #due(): Date | null {
    return this.#cron && previousRun(this.#cron, this.#now())
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date()
  }

  /** Bree breaks when it is made ready twice at the same moment, as its `start` and `run` would do; adding nothing does it once. */
  #initialised(): Promise<unknown> {
    this.#ready ??= this.#bree.add([])
    return this.#ready
  }

  /** Bree refuses to plan a job that runs; it is planned when the run has ended. */
  async #plan(): Promise<void> {
    const { workers, intervals, timeouts } = this.#bree
    if (!this.#planned || [workers, intervals, timeouts].some((jobs) => jobs.has(REINDEX))) return
    await this.#bree.start(REINDEX)
  }

  #reindexJob(): Bree.JobOptions {
    const { reindex, entry } = this.#options
    const file = entry ?? new URL(`./reindex-worker${moduleExtension()}`, import.meta.url)
    const { path, workerData } = workerFor(file)
    return {
      name: REINDEX,
      path,
      ...(this.#cron !== null && { cron: cronText(this.#cron) }),
      worker: { workerData: { ...reindex, ...workerData } },
    }
  }

  #begin(job: string, worker: Worker): void {
    const trigger = this.#trigger ?? 'schedule'
    this.#trigger = null
    const due = trigger === 'schedule' || trigger === 'catch-up' ? this.#due() : null
    const run = { trigger, due, startedAt: this.#now() }
    this.#watch(job, worker, run)
    void this.#order(worker, run)
  }

  async #order(worker: Worker, run: BegunRun): Promise<void> {
    try {
      const material = (await this.#options.material?.()) ?? NO_MATERIAL
      worker.postMessage({ kind: 'run', ...run, material } satisfies RunOrder)
    } catch (error) {
      worker.emit('error', error)
      await worker.terminate()
    }
  }

  /** Bree's own time limit outlives its run and would end a later one, so the time is kept here. */
  #watch(job: string, worker: Worker, run: BegunRun): void {
    const { limitMs, onResult } = this.#options
    const timer = setTimeout(() => {
      worker.removeAllListeners('message')
      void worker.terminate()
      this.#remember(run, 'killed', `not done within ${limitMs} ms`)
      onResult({ job, kind: 'killed' })
    }, limitMs)
    worker.once('message', (message) => {
      const result = resultSchema.parse(message)
      // Another process builds: what this run was to take in may have come too late for that one.
      if (result.kind === 'skipped' && result.why === 'running') this.reindexSoon(run.trigger)
      onResult({ job, ...result })
    })
    worker.once('error', (error) => {
      this.#remember(run, 'failed', error instanceof Error ? error.message : String(error))
      onResult({ job, kind: 'failed', error })
    })
    worker.once('exit', () => clearTimeout(timer))
  }

  /** A worker that was ended could not write down its run itself. */
  #remember({ trigger, due, startedAt }: BegunRun, outcome: 'killed' | 'failed', error: string): void {
    const { dataDir } = this.#options.reindex
    const [last] = readRuns(dataDir, 1)
    if (last && outcome === 'failed' && Date.parse(last.startedAt) >= startedAt.getTime()) return
    const ms = this.#now().getTime() - startedAt.getTime()
    const head = { startedAt: startedAt.toISOString(), due: due?.toISOString() ?? null, trigger, ms }
    recordRun(dataDir, { ...NOTHING_DONE, ...head, outcome, error })
  }
}

interface BegunRun {
  readonly trigger: Trigger
  readonly due: Date | null
  readonly startedAt: Date
}
