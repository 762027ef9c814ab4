import { execFile } from 'node:child_process'
import { createReadStream, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createGunzip } from 'node:zlib'
import { type JobResult, Schedule } from '../../src/jobs/schedule.js'
import { indexFolders, PASSAGES_FILE, VECTORS_FILE } from '../../src/knowledge/generation/folders.js'
import { type KnowledgeIndex, openIndex } from '../../src/knowledge/open-index.js'
import { packageRoot } from '../../src/package-root.js'
import { ASKER, QUERIES } from './law-queries.js'
import { type LoopDelay, LoopWatch } from './loop-watch.js'
import { waits } from './percentiles.js'

/** How long the event loop was held up at most, and how long searches took meanwhile, in milliseconds. */
export interface Stall {
  readonly seconds: number
  readonly loop: LoopDelay
  readonly search: {
    readonly count: number
    readonly p50: number
    readonly p99: number
    readonly max: number
  }
}

/** What a desk feels of a reindex. */
export interface ReindexStallFigures {
  readonly documents: number
  readonly passages: number
  readonly indexMb: number
  readonly fullBuildSeconds: number
  /** The event loop while the whole index is built in the worker; nothing is searched then. */
  readonly fullBuild: LoopDelay
  /** Opening the index as a desk does when it starts, every byte checked. */
  readonly openMs: number
  /** Searching with no reindex beside it: what this machine does of itself. */
  readonly idle: Stall
  /** The same while one changed document is reindexed and its generation is taken up. */
  readonly reindexOne: Stall & {
    /** Until the run has ended, everything on the disk. */
    readonly buildMs: number
    /** Until the changed document is found. */
    readonly servedMs: number
    readonly swapped: boolean
  }
  /** Peak resident memory of the process that built everything in its worker, in megabytes. */
  readonly fullBuildPeakMb: number
  /** A process that does nothing but open the index and search it; megabytes it takes more than before. */
  readonly held: {
    readonly openMs: number
    readonly firstSearchMs: number
    readonly heldMb: number
    readonly heldMbPer10000: number
  }
}

const run = promisify(execFile)
const MADE = 3000

/**
 * Measures with the schedule and the worker of the desk itself. The corpus is a file of JSON lines `{title, text}`
 * (packed with gzip or not), or made text when none is given; each line becomes a Markdown file.
 * With `BENCH_COMPILED=1` the worker is the one that `npm run build` made, as in service.
 */
export async function benchReindexStall(corpus: string | undefined): Promise<ReindexStallFigures> {
  const root = mkdtempSync(join(tmpdir(), 'vraagbaak-stall-'))
  try {
    return await measured(root, corpus)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function measured(root: string, corpus: string | undefined): Promise<ReindexStallFigures> {
  const documents = await writeCorpus(join(root, 'knowledge', 'documents'), corpus)
  // Files changed less than two seconds before they are indexed are read once more by the next run.
  await sleep(2500)
  const results: JobResult[] = []
  const schedule = new Schedule({
    reindexCron: null,
    reindex: { knowledgeDir: join(root, 'knowledge'), dataDir: root, embedder: null },
    limitMs: 60 * 60_000,
    ...compiledWorker(),
    onResult: (result) => results.push(result),
  })
  const build = () => runOnce(schedule, results)
  const full = await stallDuring(null, build)
  const fullBuildPeakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
  const started = performance.now()
  let swappedAt = 0
  const index = await openIndex({
    dataDir: root,
    onSwap: () => {
      swappedAt = performance.now()
    },
  })
  const openMs = performance.now() - started
  // The first search reads word lists, as a desk does before it opens its doors.
  for (const query of QUERIES) await index.search(query, ASKER)
  const idle = await stallDuring(index, () => sleep(10_000))
  const before = index.generation()
  writeFileSync(
    join(root, 'knowledge', 'documents', '000', '0.md'),
    '# Gewijzigd\n\nDit document is net gewijzigd.\n',
  )
  let buildMs = 0
  let servedMs = 0
  const one = await stallDuring(index, async () => {
    const begun = performance.now()
    await build()
    buildMs = performance.now() - begun
    for (let wait = 0; wait < 300 && index.generation() === before; wait++) await sleep(100)
    servedMs = swappedAt - begun
    await sleep(2000)
  })
  const figures = {
    documents,
    passages: index.size().passages,
    indexMb: sizeOf(root, index.generation()) / 1e6,
    fullBuildSeconds: full.seconds,
    fullBuild: full.loop,
    openMs,
    idle,
    reindexOne: { ...one, buildMs, servedMs, swapped: index.generation() !== before },
    fullBuildPeakMb,
  }
  index.close()
  await schedule.stop()
  return { ...figures, held: await held(root) }
}

/** A desk in service runs what was compiled: its worker begins sooner than one that has to read TypeScript first. */
function compiledWorker(): { readonly entry?: URL } {
  if (process.env.BENCH_COMPILED !== '1') return {}
  return { entry: pathToFileURL(join(packageRoot(), 'dist', 'src', 'jobs', 'reindex-worker.js')) }
}

async function held(dataDir: string): Promise<ReindexStallFigures['held']> {
  const script = join(packageRoot(), 'test', 'bench', 'open-one.ts')
  const { stdout } = await run(process.execPath, ['--expose-gc', '--import', 'tsx', script, dataDir])
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null')
}

async function runOnce(schedule: Schedule, results: JobResult[]): Promise<void> {
  const before = results.length
  while (!(await schedule.reindexNow())) await sleep(100)
  while (results.length === before) await sleep(50)
  const [last] = results.slice(-1)
  if (last?.kind !== 'done') throw new Error(`the reindex was ${last?.kind}`)
}

async function stallDuring(index: KnowledgeIndex | null, work: () => Promise<unknown>): Promise<Stall> {
  const started = performance.now()
  const loop = new LoopWatch()
  let running = true
  const searching = index === null ? Promise.resolve([]) : searches(index, () => running)
  await work()
  running = false
  const times = await searching
  const { p50, p99, max } = waits(times)
  return {
    seconds: (performance.now() - started) / 1000,
    loop: loop.stop(),
    search: { count: times.length, p50, p99, max },
  }
}

async function searches(index: KnowledgeIndex, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; goesOn(); turn++) {
    const started = performance.now()
    await index.search(QUERIES[turn % QUERIES.length] ?? '', ASKER)
    times.push(performance.now() - started)
    await sleep(20)
  }
  return times
}

function sizeOf(root: string, generation: string): number {
  const folder = indexFolders(root).generation(generation)
  return [PASSAGES_FILE, VECTORS_FILE].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

async function writeCorpus(folder: string, corpus: string | undefined): Promise<number> {
  let count = 0
  for await (const { title, text } of corpus === undefined ? madeTexts() : linesOf(corpus)) {
    const part = join(folder, String(Math.floor(count / 1000)).padStart(3, '0'))
    mkdirSync(part, { recursive: true })
    const front = `---\ntitle: ${JSON.stringify(title)}\n---\n`
    writeFileSync(join(part, `${count}.md`), `${front}${text.slice(0, 20_000)}`)
    count++
  }
  return count
}

async function* linesOf(path: string): AsyncGenerator<{ title: string; text: string }> {
  const file = createReadStream(path)
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  for await (const line of createInterface({ input })) {
    const { title, text } = JSON.parse(line)
    yield { title: String(title), text: String(text) }
  }
}

async function* madeTexts(): AsyncGenerator<{ title: string; text: string }> {
  const words =
    'vergunning aanvraag termijn gemeente bezwaar besluit raad college boete minister artikel lid benoeming subsidie'.split(
      ' ',
    )
  for (let seed = 0; seed < MADE; seed++) {
    const word = (k: number) => words[(seed * 7 + k * k * 3 + k) % words.length] ?? 'besluit'
    const sentence = (k: number) =>
      `De ${word(k)} over de ${word(k + 1)} van dossier ${seed} volgt de ${word(k + 2)} en het ${word(k + 5)}.`
    yield { title: `${word(1)} ${seed}`, text: Array.from({ length: 12 }, (_, k) => sentence(k)).join(' ') }
  }
}
