/** A row of a sparse matrix: columns and their values, of equal length. */
export interface SparseRow {
  readonly columns: Uint32Array
  readonly values: Float32Array
}

/** A dense matrix, row after row. */
export interface Dense {
  readonly rows: number
  readonly columns: number
  readonly data: Float64Array
}

const EXTRA = 12
const POWER_ITERATIONS = 2

/**
 * The leading right singular vectors of a sparse matrix, one a column of the result (`columns` x `rank`).
 *
 * Randomised (Halko, Martinsson, Tropp): a random projection, two power iterations, then a small exact problem.
 *
 * @param random Gives numbers in [0, 1); the same sequence gives the same vectors.
 */
export function rightSingularVectors(
  matrix: readonly SparseRow[],
  columns: number,
  rank: number,
  random: () => number,
): Dense {
  const width = Math.min(rank + EXTRA, columns, matrix.length)
  const start = { rows: columns, columns: width, data: new Float64Array(columns * width) }
  for (let i = 0; i < start.data.length; i++) start.data[i] = random() - 0.5
  let left = orthonormal(times(matrix, start))
  for (let i = 0; i < POWER_ITERATIONS; i++)
    left = orthonormal(times(matrix, orthonormal(transposedTimes(matrix, left, columns))))
  // B' = A'Q is small in one direction; the eigenvectors of BB' turn it into singular vectors.
  const small = transposedTimes(matrix, left, columns)
  const { vectors, values } = eigen(gram(small), width)
  return combine(small, vectors, values, Math.min(rank, width))
}

function times(matrix: readonly SparseRow[], dense: Dense): Dense {
  const { columns: width, data } = dense
  const out = new Float64Array(matrix.length * width)
  matrix.forEach(({ columns, values }, row) => {
    for (let n = 0; n < columns.length; n++) {
      const from = (columns[n] ?? 0) * width
      const value = values[n] ?? 0
      for (let k = 0; k < width; k++)
        out[row * width + k] = (out[row * width + k] ?? 0) + value * (data[from + k] ?? 0)
    }
  })
  return { rows: matrix.length, columns: width, data: out }
}

function transposedTimes(matrix: readonly SparseRow[], dense: Dense, size: number): Dense {
  const { columns: width, data } = dense
  const out = new Float64Array(size * width)
  matrix.forEach(({ columns, values }, row) => {
    for (let n = 0; n < columns.length; n++) {
      const to = (columns[n] ?? 0) * width
      const value = values[n] ?? 0
      for (let k = 0; k < width; k++) out[to + k] = (out[to + k] ?? 0) + value * (data[row * width + k] ?? 0)
    }
  })
  return { rows: size, columns: width, data: out }
}

/**
 * Makes the columns orthonormal, in place; a column that depends on earlier ones becomes zero. Cholesky of the Gram
 * matrix, twice for accuracy: it goes through the rows in order, where Gram-Schmidt would jump from column to column.
 */
function orthonormal(dense: Dense): Dense {
  for (let pass = 0; pass < 2; pass++) {
    const lower = cholesky(gram(dense), dense.columns)
    for (let row = 0; row < dense.rows; row++) solveRow(dense, row, lower)
  }
  return dense
}

/** Lower triangle of the root of a matrix; the pivot of a dependent column is 0. */
function cholesky(symmetric: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const pivot = lower[j * size + j] ?? 0
      lower[i * size + j] = pivot > 0 ? remainder(symmetric, lower, size, i, j) / pivot : 0
    }
    const rest = remainder(symmetric, lower, size, i, i)
    lower[i * size + i] = rest > (symmetric[i * size + i] ?? 0) * 1e-12 ? Math.sqrt(rest) : 0
  }
  return lower
}

/** What of an entry the columns before `j` do not account for. */
function remainder(symmetric: Float64Array, lower: Float64Array, size: number, i: number, j: number): number {
  let sum = symmetric[i * size + j] ?? 0
  for (let k = 0; k < j; k++) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0)
  return sum
}

function solveRow({ columns, data }: Dense, row: number, lower: Float64Array): void {
  const at = row * columns
  for (let k = 0; k < columns; k++) {
    let sum = data[at + k] ?? 0
    for (let j = 0; j < k; j++) sum -= (data[at + j] ?? 0) * (lower[k * columns + j] ?? 0)
    const pivot = lower[k * columns + k] ?? 0
    data[at + k] = pivot > 0 ? sum / pivot : 0
  }
}

function gram({ rows, columns: width, data }: Dense): Float64Array {
  const out = new Float64Array(width * width)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) {
      const value = data[i * width + j] ?? 0
      if (value !== 0)
        for (let k = 0; k < width; k++)
          out[j * width + k] = (out[j * width + k] ?? 0) + value * (data[i * width + k] ?? 0)
    }
  }
  return out
}

/** Cyclic Jacobi for a small symmetric matrix; eigenvectors are the columns, largest value first. */
function eigen(symmetric: Float64Array, size: number): { vectors: Float64Array; values: number[] } {
  const a = symmetric.slice()
  const v = new Float64Array(size * size)
  for (let i = 0; i < size; i++) v[i * size + i] = 1
  for (let sweep = 0; sweep < 30 && offDiagonal(a, size) > 1e-20; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q)
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (x, y) => (a[y * size + y] ?? 0) - (a[x * size + x] ?? 0),
  )
  const vectors = new Float64Array(size * size)
  order.forEach((from, to) => {
    for (let i = 0; i < size; i++) vectors[i * size + to] = v[i * size + from] ?? 0
  })
  return { vectors, values: order.map((i) => a[i * size + i] ?? 0) }
}

function offDiagonal(a: Float64Array, size: number): number {
  let off = 0
  let all = 0
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const square = (a[i * size + j] ?? 0) ** 2
      all += square
      if (i !== j) off += square
    }
  }
  return all === 0 ? 0 : off / all
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] ?? 0
  if (apq === 0) return
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * apq)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q, c, s)
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k, c, s)
  for (let k = 0; k < size; k++) turn(v, k * size + p, k * size + q, c, s)
}

function turn(data: Float64Array, x: number, y: number, c: number, s: number): void {
  const left = data[x] ?? 0
  const right = data[y] ?? 0
  data[x] = c * left - s * right
  data[y] = s * left + c * right
}

function combine(small: Dense, vectors: Float64Array, values: readonly number[], rank: number): Dense {
  const { rows, columns: width, data } = small
  const out = new Float64Array(rows * rank)
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < rank; k++) {
      let sum = 0
      for (let j = 0; j < width; j++) sum += (data[i * width + j] ?? 0) * (vectors[j * width + k] ?? 0)
      const value = values[k] ?? 0
      out[i * rank + k] = value > 1e-12 ? sum / Math.sqrt(value) : 0
    }
  }
  return { rows, columns: rank, data: out }
}
