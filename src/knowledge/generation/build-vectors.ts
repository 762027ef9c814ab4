import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type Embedder, LATENT_EMBEDDER_ID } from '../vectors/embedder.js'
import { latentVector, trainLatentSpace, unit } from '../vectors/latent.js'
import { VectorIndexBuilder } from '../vectors/vector-index.js'
import { VECTORS_FILE } from './folders.js'
import { floatsOf } from './index-file.js'
import { readMeta, writeMeta } from './schema.js'
import { encodeVector } from './stored-vector.js'
import { decodeTermVector } from './term-vector.js'

/** What the vectors are built from. */
export interface VectorBuild {
  readonly db: Database
  /** Folder of the generation that is being built. */
  readonly folder: string
  /** Null for the built-in latent vectors. */
  readonly embedder: Embedder | null
  /** Those of the generation before; null when vectors are built anew. */
  readonly previous: PreviousVectors | null
  /** Rows that came, and rows with a vector that went, since then. */
  readonly added: readonly number[]
  readonly removed: readonly number[]
  readonly onProgress: (done: number, total: number) => void
}

/** The vectors that are continued. */
export interface PreviousVectors {
  readonly index: VectorIndexBuilder
  readonly dimensions: number
  /** How many passages have a vector. */
  readonly count: number
}

/** What was built. */
export interface BuiltVectors {
  readonly dimensions: number
  readonly count: number
  /** Passages without a usable vector; they are found by words only. */
  readonly rejected: number
  readonly embedder: string
  /** Ends when the hnswlib file is written. */
  readonly saved: Promise<void>
}

interface RowVector {
  readonly row: number
  /** Of length 1; null when the text has none that could be compared. */
  readonly vector: Float32Array | null
}

/** Share of passages that may change before the latent space is learned anew; until then it stays as it was. */
const MOST_DRIFT = 0.1
const CHANGED = 'latent.changed'
const BATCH = 64

/** Writes a vector for each passage and begins to write the hnswlib file, continuing the previous one where that is sound. */
export async function buildVectors(build: VectorBuild): Promise<BuiltVectors> {
  const { db, embedder, previous } = build
  const passages = countPassages(db)
  const goesOn = previous !== null && (embedder !== null || !hasDrifted(build, passages))
  const built = goesOn ? await continued(build, previous) : await anew(build)
  const saved = built.index.save(join(build.folder, VECTORS_FILE))
  saved.catch(() => {}) // told where it is waited for
  return {
    saved,
    dimensions: built.dimensions,
    count: built.count,
    rejected: passages - built.count,
    embedder: embedder?.id ?? LATENT_EMBEDDER_ID,
  }
}

interface Built {
  readonly index: VectorIndexBuilder
  readonly dimensions: number
  readonly count: number
}

async function continued(build: VectorBuild, previous: PreviousVectors): Promise<Built> {
  const { db, added, removed } = build
  const { index } = previous
  for (const row of removed) index.remove(row)
  writeMeta(db, CHANGED, String(changedSoFar(db) + added.length + removed.length))
  // Kept like this because counting would go through the whole file.
  const stay = previous.count - removed.length
  const built = await fill(build, added, index, previous.dimensions)
  return { ...built, count: stay + built.count }
}

async function anew(build: VectorBuild): Promise<Built> {
  const { db, embedder } = build
  const rows = db
    .prepare<[], { row: number }>('SELECT row FROM passages ORDER BY row')
    .all()
    .map(({ row }) => row)
  writeMeta(db, CHANGED, '0')
  return fill(build, rows, null, embedder ? 0 : trainLatentSpace(db))
}

async function fill(
  build: VectorBuild,
  rows: readonly number[],
  started: VectorIndexBuilder | null,
  known: number,
): Promise<Built> {
  const put = build.db.prepare('UPDATE passages SET vector = ? WHERE row = ?')
  let index = started
  let dimensions = known
  let done = 0
  let count = 0
  for await (const { row, vector } of vectorsOf(build, rows, known)) {
    put.run(vector && encodeVector(vector), row)
    if (vector) {
      dimensions ||= vector.length
      index ??= VectorIndexBuilder.empty(dimensions, rows.length)
      index.add(row, vector)
      count++
    }
    done++
    build.onProgress(done, rows.length)
  }
  dimensions ||= 1
  return { index: index ?? VectorIndexBuilder.empty(dimensions, 1), dimensions, count }
}

function vectorsOf(
  build: VectorBuild,
  rows: readonly number[],
  dimensions: number,
): AsyncIterable<RowVector> {
  return build.embedder ? embedded(build.db, rows, build.embedder) : latent(build.db, rows, dimensions)
}

async function* latent(db: Database, rows: readonly number[], dimensions: number): AsyncGenerator<RowVector> {
  const places = new Map<number, Float32Array | null>()
  const find = db.prepare<[number], { latent: Buffer | null }>('SELECT latent FROM terms WHERE id = ?')
  const placeOf = (id: number) => {
    const known = places.get(id)
    if (known !== undefined) return known
    const blob = find.get(id)?.latent
    const place = blob ? floatsOf(blob) : null
    places.set(id, place)
    return place
  }
  const terms = db.prepare<[number], { terms: Buffer }>('SELECT terms FROM passages WHERE row = ?')
  for (const row of rows) {
    const blob = terms.get(row)?.terms
    if (blob)
      yield { row, vector: dimensions > 0 ? latentVector(decodeTermVector(blob), placeOf, dimensions) : null }
  }
}

async function* embedded(
  db: Database,
  rows: readonly number[],
  embedder: Embedder,
): AsyncGenerator<RowVector> {
  const find = db.prepare<[number], { title: string; section: string; text: string }>(
    `SELECT json_extract(d.info, '$.title') AS title, p.section, p.text
     FROM passages p JOIN documents d ON d.id = p.document WHERE p.row = ?`,
  )
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    const texts = batch.map((row) => {
      const found = find.get(row)
      return found ? [found.title, ...sectionOf(found.section), found.text].join('\n') : ''
    })
    const vectors = await embedder.embedPassages(texts)
    for (const [i, row] of batch.entries()) yield { row, vector: unit(Float32Array.from(vectors[i] ?? [])) }
  }
}

function sectionOf(json: string): string[] {
  const parsed: unknown = JSON.parse(json)
  return Array.isArray(parsed) ? parsed.map(String) : []
}

function hasDrifted({ db, added, removed }: VectorBuild, passages: number): boolean {
  return changedSoFar(db) + added.length + removed.length > passages * MOST_DRIFT
}

function changedSoFar(db: Database): number {
  return Number(readMeta(db, CHANGED) ?? 0)
}

function countPassages(db: Database): number {
  return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM passages').get()?.n ?? 0
}
