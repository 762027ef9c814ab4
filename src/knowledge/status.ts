import { statSync } from 'node:fs'
import { join } from 'node:path'
import { indexFolders, PASSAGES_FILE, publishedNames, VECTORS_FILE } from './generation/folders.js'
import { readManifest } from './generation/manifest.js'
import {
  type Contradiction,
  type FailedDocument,
  type Overlap,
  type RunReport,
  readRuns,
} from './generation/runs.js'
import { openForReading } from './generation/schema.js'

/** A document that its owner wanted to look at again before today. */
export interface OverdueDocument {
  readonly document: string
  readonly title: string
  readonly owner: string | null
  /** ISO day. */
  readonly reviewBy: string
}

/** A document that fails, and since when. */
export type FailingDocument = FailedDocument & {
  /** When the oldest run of the unbroken row of runs in which it fails began, as far as runs are remembered. */
  readonly since: string
}

/** How the knowledge of an installation stands. */
export interface IndexStatus {
  /** Null when there is no index yet, or its manifest cannot be read. */
  readonly serving: {
    readonly generation: string
    /** ISO instant. */
    readonly publishedAt: string
    readonly documents: number
    readonly passages: number
    readonly vectors: number
    readonly bytes: number
    readonly embedder: string
  } | null
  /** Newest first. */
  readonly runs: readonly RunReport[]
  readonly failing: readonly FailingDocument[]
  readonly overdue: readonly OverdueDocument[]
  /** Of the last run that was done. */
  readonly overlaps: readonly Overlap[]
  readonly contradictions: readonly Contradiction[]
}

/**
 * How the index of a data folder stands.
 *
 * @param today ISO day; a document is overdue the day after its review day.
 */
export function indexStatus(dataDir: string, today: string): IndexStatus {
  const runs = readRuns(dataDir)
  const lastDone = runs.find(({ outcome }) => outcome === 'done')
  const serving = servingGeneration(dataDir)
  return {
    serving,
    runs,
    failing: (lastDone?.failed ?? []).map((failed) => ({
      ...failed,
      since: failingSince(failed.file, runs),
    })),
    overdue: serving === null ? [] : overdueDocuments(dataDir, serving.generation, today),
    overlaps: lastDone?.overlaps ?? [],
    contradictions: lastDone?.contradictions ?? [],
  }
}

function servingGeneration(dataDir: string): IndexStatus['serving'] {
  const folders = indexFolders(dataDir)
  const [generation] = publishedNames(folders)
  if (generation === undefined) return null
  const folder = folders.generation(generation)
  try {
    const { passages, vectors } = readManifest(folder, generation)
    return {
      generation,
      publishedAt: statSync(join(folders.root, 'current')).mtime.toISOString(),
      documents: countDocuments(folder),
      passages: passages.count,
      vectors: vectors.count,
      bytes: [PASSAGES_FILE, VECTORS_FILE].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0),
      embedder: vectors.embedder,
    }
  } catch {
    return null // Damaged or of another version: the runs say what became of it.
  }
}

/** Whether the published index holds a document with this id; false without an index. */
export function hasDocument(dataDir: string, id: string): boolean {
  const serving = servingGeneration(dataDir)
  if (serving === null) return false
  const db = openForReading(join(indexFolders(dataDir).generation(serving.generation), PASSAGES_FILE))
  try {
    return db.prepare('SELECT 1 FROM documents WHERE id = ?').get(id) !== undefined
  } finally {
    db.close()
  }
}

function countDocuments(folder: string): number {
  const db = openForReading(join(folder, PASSAGES_FILE))
  try {
    return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM documents').get()?.n ?? 0
  } finally {
    db.close()
  }
}

function overdueDocuments(dataDir: string, generation: string, today: string): OverdueDocument[] {
  const db = openForReading(join(indexFolders(dataDir).generation(generation), PASSAGES_FILE))
  try {
    return db
      .prepare<[string], OverdueDocument>(
        `SELECT id AS document, info ->> '$.title' AS title, info ->> '$.owner' AS owner,
           info ->> '$.reviewBy' AS reviewBy
         FROM documents WHERE info ->> '$.reviewBy' < ? ORDER BY reviewBy, id`,
      )
      .all(today)
  } finally {
    db.close()
  }
}

/** A run that did not get to the documents neither breaks the row nor lengthens it. */
function failingSince(file: string, runs: readonly RunReport[]): string {
  let since = ''
  for (const { outcome, failed, startedAt } of runs) {
    if (outcome !== 'done') continue
    if (!failed.some((one) => one.file === file)) break
    since = startedAt
  }
  return since
}
