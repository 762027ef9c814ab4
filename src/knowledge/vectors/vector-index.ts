import hnswlib from 'hnswlib-node'
import { KnowledgeError } from '../errors.js'

/** What must be known of a vector file before it is read: hnswlib takes any bytes and crashes on wrong ones. */
export interface VectorSidecar {
  readonly file: string
  readonly sha256: string
  readonly dimensions: number
  readonly space: 'cosine'
  readonly count: number
  readonly embedder: string
}

/** A passage's row and how near it is: 1 is the same direction, 0 unrelated. */
export interface Neighbour {
  readonly row: number
  readonly cosine: number
}

/** Finds near vectors. */
export interface VectorSearch {
  nearest(vector: Float32Array, limit: number): Neighbour[]
}

const LINKS = 16
const EF_CONSTRUCTION = 120
const EF_SEARCH = 96
const SEED = 100

/** An hnswlib index that is being built: grows as needed and refuses what it could not compare. */
export class VectorIndexBuilder {
  readonly #index: hnswlib.HierarchicalNSW
  readonly #dimensions: number

  private constructor(index: hnswlib.HierarchicalNSW, dimensions: number) {
    this.#index = index
    this.#dimensions = dimensions
  }

  static empty(dimensions: number, capacity: number): VectorIndexBuilder {
    const index = new hnswlib.HierarchicalNSW('cosine', dimensions)
    index.initIndex({
      maxElements: Math.max(16, capacity),
      m: LINKS,
      efConstruction: EF_CONSTRUCTION,
      randomSeed: SEED,
    })
    return new VectorIndexBuilder(index, dimensions)
  }

  /** Continues a file whose hash was checked. */
  static async from(path: string, dimensions: number): Promise<VectorIndexBuilder> {
    const index = new hnswlib.HierarchicalNSW('cosine', dimensions)
    await index.readIndex(path)
    return new VectorIndexBuilder(index, dimensions)
  }

  /** @throws KnowledgeError `E_VECTOR_INVALID` for a wrong length, a zero vector, or anything but finite numbers. */
  add(row: number, vector: Float32Array): void {
    checkVector(vector, this.#dimensions)
    const index = this.#index
    if (index.getCurrentCount() >= index.getMaxElements()) index.resizeIndex(index.getMaxElements() * 2)
    index.addPoint([...vector], row)
  }

  remove(row: number): void {
    this.#index.markDelete(row)
  }

  async save(path: string): Promise<void> {
    await this.#index.writeIndex(path)
  }
}

/** @throws KnowledgeError `E_VECTOR_INVALID` */
export function checkVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw new KnowledgeError('E_VECTOR_INVALID', `vector of ${vector.length} numbers, expected ${dimensions}`)
  }
  let square = 0
  for (const value of vector) square += value * value
  if (!Number.isFinite(square) || square === 0) {
    throw new KnowledgeError('E_VECTOR_INVALID', 'vector is zero or holds something that is not a number')
  }
}

/** Opens a file whose hash, dimensions and embedder were checked against its sidecar. */
export async function openVectorFile(path: string, sidecar: VectorSidecar): Promise<VectorSearch> {
  const index = new hnswlib.HierarchicalNSW('cosine', sidecar.dimensions)
  await index.readIndex(path)
  index.setEf(EF_SEARCH)
  return {
    nearest(vector, limit) {
      checkVector(vector, sidecar.dimensions)
      const wanted = Math.min(limit, sidecar.count)
      if (wanted === 0) return []
      const { neighbors, distances } = index.searchKnn([...vector], wanted)
      return neighbors.map((row, i) => ({ row, cosine: 1 - (distances[i] ?? 1) }))
    },
  }
}

/** Compares with every vector: the oracle in tests, and what serves when the vector file is damaged. */
export function exactSearch(
  vectors: () => Iterable<{ readonly row: number; readonly vector: Float32Array }>,
): VectorSearch {
  return {
    nearest(vector, limit) {
      const found: Neighbour[] = []
      for (const { row, vector: other } of vectors()) found.push({ row, cosine: cosine(vector, other) })
      return found.sort((a, b) => b.cosine - a.cosine).slice(0, limit)
    },
  }
}

/** Cosine of two vectors of length 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0)
  return sum
}
