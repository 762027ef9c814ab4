import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import Bree from 'bree'
import { z } from 'zod'

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
  /** The module that a worker runs; the reindex unless a test has another. */
  readonly entry?: URL
}

/** How one run of a job ended. A report holds counts and the names of documents, never their text. */
export type JobResult =
  | { readonly job: string; readonly kind: 'done'; readonly report: object }
  | { readonly job: string; readonly kind: 'failed'; readonly error: unknown }
  | { readonly job: string; readonly kind: 'killed' }

const REINDEX = 'reindex'
const reportSchema = z.looseObject({})

/**
 * The jobs that run by the clock, each in a worker thread; a job that still runs when its next turn comes is not
 * started twice.
 *
 * Times are UTC: a night has one 1.30 UTC on every day of the year, also when the clocks change.
 */
export class Schedule {
  readonly #bree: Bree
  readonly #options: ScheduleOptions
  #ready: Promise<unknown> | null = null
  #planned = false

  constructor(options: ScheduleOptions) {
    this.#options = options
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
      if (worker !== undefined) this.#watch(job, worker)
    })
    this.#bree.on('worker deleted', () => void this.#plan())
  }

  async start(): Promise<void> {
    if (this.#options.reindexCron === null) return
    this.#planned = true
    await this.#initialised()
    await this.#plan()
  }

  /** Runs the reindex now, unless it runs already. */
  async reindexNow(): Promise<void> {
    await this.#initialised()
    if (!this.#bree.workers.has(REINDEX)) await this.#bree.run(REINDEX)
  }

  /** Runs nothing more and cuts off what runs: an index that is not published yet is simply not there. */
  async stop(): Promise<void> {
    this.#planned = false
    await this.#initialised()
    const stopped = this.#bree.stop()
    // Bree only asks a worker to stop, and waits for ever for one that is busy.
    await Promise.all([...this.#bree.workers.values()].map((worker) => worker.terminate()))
    await stopped
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
    const { reindexCron, reindex, entry } = this.#options
    const { path, workerData } = workerFor(
      entry ?? new URL(`./reindex-worker${extension()}`, import.meta.url),
    )
    return {
      name: REINDEX,
      path,
      ...(reindexCron !== null && { cron: reindexCron }),
      worker: { workerData: { ...reindex, ...workerData } },
    }
  }

  /** Bree's own time limit outlives its run and would end a later one, so the time is kept here. */
  #watch(job: string, worker: Worker): void {
    const { limitMs, onResult } = this.#options
    const timer = setTimeout(() => {
      worker.removeAllListeners('message')
      void worker.terminate()
      onResult({ job, kind: 'killed' })
    }, limitMs)
    worker.once('message', (message) => {
      onResult({ job, kind: 'done', report: reportSchema.catch({}).parse(message) })
    })
    worker.once('error', (error) => onResult({ job, kind: 'failed', error }))
    worker.once('exit', () => clearTimeout(timer))
  }
}

function extension(): string {
  return import.meta.url.endsWith('.ts') ? '.ts' : '.js'
}

/** From the sources a worker needs a small module that lets it read TypeScript. */
function workerFor(entry: URL): { path: string; workerData: object } {
  if (!entry.pathname.endsWith('.ts')) return { path: fileURLToPath(entry), workerData: {} }
  const loader = new URL('./dev-worker.mjs', import.meta.url)
  return { path: fileURLToPath(loader), workerData: { entry: entry.href } }
}
