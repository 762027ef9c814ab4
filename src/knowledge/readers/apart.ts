import { Worker } from 'node:worker_threads'
import { moduleExtension, workerFor } from '../../worker-file.js'
import type { ReadResult } from './blocks.js'

/** Kinds of files that are read in a thread of their own. */
export type HeavyKind = 'docx' | 'html' | 'pdf'

/** What reading one file may take. */
export interface ApartLimits {
  readonly milliseconds: number
  /** How much more memory the process may use meanwhile, in bytes, besides a few times the file itself. */
  readonly memory: number
}

/** What became of it. */
export type ReadApart =
  | { readonly kind: 'read'; readonly result: ReadResult }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'slow' }
  | { readonly kind: 'large' }

/** What the thread says. */
export type Answer = Extract<ReadApart, { kind: 'read' | 'unreadable' }> | { readonly kind: 'ready' }

/** Loading the readers and their libraries, on a busy machine. */
const START_MS = 30_000
const WATCH_MS = 20
const IDLE_MS = 1_000
/** A reader holds a file in several forms at once. */
const TIMES_FILE = 4
/** Its heap; what lies outside of that is seen in the memory of the process. In megabytes. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 }

let thread: Promise<Worker> | null = null
let last: Promise<unknown> = Promise.resolve()
let idle: NodeJS.Timeout | undefined

/**
 * Reads a file in a thread that is ended when it takes too long or too much memory, also when the reader never lets go
 * of the processor. Files wait for each other; the thread stays for a moment for the next one.
 */
export function readApart(kind: HeavyKind, bytes: Buffer, limits: ApartLimits): Promise<ReadApart> {
  const reading = last.then(() => readNext(kind, bytes, limits))
  last = reading.catch(() => {})
  return reading
}

async function readNext(kind: HeavyKind, bytes: Buffer, limits: ApartLimits): Promise<ReadApart> {
  clearTimeout(idle)
  thread ??= started()
  const worker = await thread.catch((error: unknown) => {
    thread = null
    throw error
  })
  worker.ref()
  const outcome = await watched(worker, limits, bytes.length, () => worker.postMessage({ kind, bytes }))
  if (outcome.kind === 'read' || outcome.kind === 'unreadable') {
    worker.unref()
    idle = setTimeout(() => end(worker), IDLE_MS).unref()
  } else await end(worker)
  return outcome
}

async function end(worker: Worker): Promise<void> {
  thread = null
  await worker.terminate()
}

async function started(): Promise<Worker> {
  const { path, workerData } = workerFor(new URL(`./apart-worker${moduleExtension()}`, import.meta.url))
  const worker = new Worker(path, { workerData, resourceLimits: RESOURCE_LIMITS })
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the readers did not start')), START_MS)
    worker.once('message', () => {
      clearTimeout(timer)
      worker.removeListener('error', reject)
      resolve()
    })
    worker.once('error', reject)
  })
  // Whatever happens to it between two files: the next one gets another.
  worker.on('error', () => {
    thread = null
  })
  return worker
}

function watched(worker: Worker, limits: ApartLimits, size: number, begin: () => void): Promise<ReadApart> {
  const most = process.memoryUsage.rss() + limits.memory + TIMES_FILE * size
  const until = performance.now() + limits.milliseconds
  return new Promise((resolve) => {
    const settle = (outcome: ReadApart) => {
      clearInterval(watch)
      worker.off('message', onAnswer).off('error', onFull)
      resolve(outcome)
    }
    const onAnswer = (answer: Answer) => {
      if (answer.kind !== 'ready') settle(answer)
    }
    // The heap of the thread is full; anything else it answers itself.
    const onFull = () => settle({ kind: 'large' })
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) settle({ kind: 'large' })
      else if (performance.now() > until) settle({ kind: 'slow' })
    }, WATCH_MS)
    worker.on('message', onAnswer).on('error', onFull)
    begin()
  })
}
