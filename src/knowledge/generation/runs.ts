import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { indexFolders } from './folders.js'

/** What made a reindex run. */
export const TRIGGERS = [
  'first', // there was no index yet
  'start', // the desk started: documents may have changed while it was not there
  'schedule',
  'catch-up', // a scheduled run was missed
  'command',
  'watch', // a document changed in its folder
  'staff', // asked for at the staff desk, or an answer was published there
  'repair', // the index was found damaged
] as const

export type Trigger = (typeof TRIGGERS)[number]

const ids = z.array(z.string())

const failedSchema = z.object({
  /** The file or page, as its owner knows it. */
  file: z.string(),
  reason: z.string(),
  /** Whether its last good version stays findable. */
  kept: z.boolean(),
  /** Name of the source it belongs to. */
  origin: z.string().nullable(),
  /** Who looks after it; null when nobody is named. */
  owner: z.string().nullable(),
})

/** A document that could not be read, or a page or website that could not be fetched. */
export type FailedDocument = z.infer<typeof failedSchema>

const overlapSchema = z.object({
  documents: z.tuple([z.string(), z.string()]),
  /** How much of their text they share, 0 to 1. */
  share: z.number(),
  owners: ids,
})

const contradictionSchema = z.object({
  owners: ids,
  /** The two statements, the one that goes first where they disagree first. */
  statements: z.tuple([
    z.object({ document: z.string(), date: z.string().nullable(), text: z.string() }),
    z.object({ document: z.string(), date: z.string().nullable(), text: z.string() }),
  ]),
})

/** Two documents that say nearly the same. */
export type Overlap = z.infer<typeof overlapSchema>
/** Two documents that give another number for the same thing. */
export type Contradiction = z.infer<typeof contradictionSchema>

const changesSchema = z.object({ added: ids, changed: ids, removed: ids })

const runSchema = z.object({
  /** ISO instants, UTC. */
  startedAt: z.iso.datetime(),
  /** The planned moment this run stands for; null when it was not a scheduled one. */
  due: z.iso.datetime().nullable(),
  trigger: z.enum(TRIGGERS),
  ms: z.number(),
  outcome: z.enum(['done', 'failed', 'killed']),
  /** Why it failed; null when it did not. */
  error: z.string().nullable(),
  /** The published generation; null when the run did not get that far. */
  generation: z.string().nullable(),
  full: z.boolean(),
  counts: z.object({ added: z.int(), changed: z.int(), removed: z.int(), unchanged: z.int() }),
  /** Documents by id, at most {@link LISTED} of each; the counts say how many there were. */
  documents: changesSchema,
  failed: z.array(failedSchema),
  passages: z.int(),
  vectors: z.int(),
  withoutVector: z.int(),
  /** How much bigger the index is than the one before; negative when it shrank. */
  grew: z.object({ documents: z.int(), passages: z.int(), bytes: z.int() }),
  overlaps: z.array(overlapSchema),
  contradictions: z.array(contradictionSchema),
})

/** One reindex, for those who look after documents and those who look after the desk. Names documents, never their readers. */
export type RunReport = z.infer<typeof runSchema>

/** How many runs are remembered. */
export const RUNS_KEPT = 50
/** How many documents of a kind a report names. */
export const LISTED = 200

/**
 * Remembers a run beside the index, so that every process of the installation sees it. Each run is a file of its
 * own: two that end at the same moment do not overwrite each other.
 */
export function recordRun(dataDir: string, run: RunReport): void {
  const folder = runsFolder(dataDir)
  mkdirSync(folder, { recursive: true })
  const name = `${run.startedAt.replaceAll(':', '.')}-${randomBytes(3).toString('hex')}.json`
  const temporary = join(folder, `.${name}`)
  writeFileSync(temporary, `${JSON.stringify(run)}\n`)
  renameSync(temporary, join(folder, name))
  for (const old of runFiles(folder).slice(0, -RUNS_KEPT)) rmSync(join(folder, old), { force: true })
}

/** The runs that are remembered, newest first. A file that cannot be read is passed over. */
export function readRuns(dataDir: string, limit: number = RUNS_KEPT): readonly RunReport[] {
  const folder = runsFolder(dataDir)
  const runs: RunReport[] = []
  for (const file of runFiles(folder).reverse()) {
    if (runs.length === limit) break
    const run = readRun(join(folder, file))
    if (run) runs.push(run)
  }
  return runs
}

/** Whether a run that stands for this planned moment, or for a later one, has ended already. */
export function hasRunFor(dataDir: string, due: Date): boolean {
  return readRuns(dataDir).some((run) => run.due !== null && Date.parse(run.due) >= due.getTime())
}

function runsFolder(dataDir: string): string {
  return join(indexFolders(dataDir).root, 'runs')
}

function runFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.json$/.test(name))
    .sort()
}

function readRun(path: string): RunReport | null {
  try {
    return runSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null // Removed by another process this moment, or written by another version.
  }
}
