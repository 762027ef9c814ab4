const MOST = 32_767

/** A vector of length 1 as the index keeps it: two bytes a number, exact to some 0.00002. */
export function encodeVector(vector: Float32Array): Buffer {
  return Buffer.from(Int16Array.from(vector, (value) => Math.round(value * MOST)).buffer)
}

/** Reads what {@link encodeVector} wrote. */
export function decodeVector(blob: Buffer): Float32Array {
  // A copy, because the driver's buffer need not start on a multiple of two.
  const numbers = new Int16Array(new Uint8Array(blob).buffer)
  const vector = new Float32Array(numbers.length)
  for (let k = 0; k < numbers.length; k++) vector[k] = (numbers[k] ?? 0) / MOST
  return vector
}
