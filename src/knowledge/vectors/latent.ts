import type { Database } from 'better-sqlite3'
import { decodeTermVector, type TermVector } from '../generation/term-vector.js'
import { rightSingularVectors, type SparseRow } from './random-svd.js'

/** Size of the space; fewer when the corpus is smaller than that. */
export const LATENT_DIMENSIONS = 128
/** Passages the space is learned from; a larger corpus is sampled evenly. */
const MOST_TRAINED = 20_000
const MOST_TERMS = 40_000
const SEED = 20_261_122

/**
 * Learns the latent space of the passages in a file that is being built (TF-IDF, truncated SVD) and writes each
 * term's place in it. Returns the number of dimensions, 0 when there is nothing to learn from.
 */
export function trainLatentSpace(db: Database): number {
  const passages = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM passages').get()?.n ?? 0
  const columns = trainedTerms(db, passages)
  const step = Math.max(1, Math.ceil(passages / MOST_TRAINED))
  const rows: SparseRow[] = []
  const all = db.prepare<[number], { terms: Buffer }>('SELECT terms FROM passages WHERE row % ? = 0')
  for (const { terms } of all.iterate(step)) rows.push(sparseRow(decodeTermVector(terms), columns))
  db.prepare('UPDATE terms SET latent = NULL WHERE latent NOTNULL').run()
  if (rows.length === 0 || columns.size === 0) return 0
  const rank = Math.min(LATENT_DIMENSIONS, rows.length, columns.size)
  const basis = rightSingularVectors(rows, columns.size, rank, seededRandom(SEED))
  const write = db.prepare('UPDATE terms SET latent = ? WHERE id = ?')
  for (const [id, { column, idf }] of columns) {
    const place = Float32Array.from(basis.data.subarray(column * basis.columns, (column + 1) * basis.columns))
    // The weight of the term is put into its place: folding a text in is then a plain sum.
    for (let k = 0; k < place.length; k++) place[k] = (place[k] ?? 0) * idf
    write.run(Buffer.from(place.buffer), id)
  }
  return basis.columns
}

interface Column {
  readonly column: number
  readonly idf: number
}

function trainedTerms(db: Database, passages: number): ReadonlyMap<number, Column> {
  const terms = db
    .prepare<[number], { id: number; df: number }>(
      'SELECT id, df FROM terms WHERE df > 0 ORDER BY df DESC, id LIMIT ?',
    )
    .all(MOST_TERMS)
  return new Map(terms.map(({ id, df }, column) => [id, { column, idf: Math.log(1 + passages / df) }]))
}

function sparseRow(vector: TermVector, columns: ReadonlyMap<number, Column>): SparseRow {
  const entries: { column: number; value: number }[] = []
  vector.ids.forEach((id, index) => {
    const found = columns.get(id)
    if (found) entries.push({ column: found.column, value: damped(vector.counts, index) * found.idf })
  })
  const norm = Math.hypot(...entries.map(({ value }) => value)) || 1
  return {
    columns: Uint32Array.from(entries, ({ column }) => column),
    values: Float32Array.from(entries, ({ value }) => value / norm),
  }
}

/** Repeats and compound parts count, but less and less. */
function damped(counts: Uint8Array, index: number): number {
  const [title = 0, section = 0, asked = 0, text = 0, parts = 0] = counts.subarray(index * 5, index * 5 + 5)
  return Math.log1p(title + section + asked + text + parts / 2)
}

/** A term with its share in a text. */
export interface LatentTerm {
  readonly place: Float32Array
  readonly weight: number
}

/** The place of a text in the latent space, of length 1; null when no term of it is known there. */
export function foldIn(terms: Iterable<LatentTerm>, dimensions: number): Float32Array | null {
  const sum = new Float32Array(dimensions)
  for (const { place, weight } of terms) {
    for (let k = 0; k < dimensions; k++) sum[k] = (sum[k] ?? 0) + weight * (place[k] ?? 0)
  }
  return unit(sum)
}

/** A passage's place, from its term vector. */
export function latentVector(
  vector: TermVector,
  placeOf: (id: number) => Float32Array | null,
  dimensions: number,
): Float32Array | null {
  const terms: LatentTerm[] = []
  vector.ids.forEach((id, index) => {
    const place = placeOf(id)
    if (place) terms.push({ place, weight: damped(vector.counts, index) })
  })
  return foldIn(terms, dimensions)
}

/** A vector scaled to length 1; null for one that is zero or holds anything but finite numbers. */
export function unit(vector: Float32Array): Float32Array | null {
  let square = 0
  for (const value of vector) square += value * value
  if (!Number.isFinite(square) || square < 1e-12) return null
  return vector.map((value) => value / Math.sqrt(square))
}

/** Mulberry32: small, fast, and the same everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
