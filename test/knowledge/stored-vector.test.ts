import { describe, expect, it } from 'vitest'
import { decodeVector, encodeVector } from '../../src/knowledge/generation/stored-vector.js'
import { unit } from '../../src/knowledge/vectors/latent.js'
import { cosine } from '../../src/knowledge/vectors/vector-index.js'

describe('a vector in the index', () => {
  it.each([1, 128, 3072])('of %i numbers comes back pointing the same way', (dimensions) => {
    const vector =
      unit(Float32Array.from({ length: dimensions }, (_, k) => Math.sin(k * k + 1))) ?? new Float32Array()
    const blob = encodeVector(vector)
    expect(blob.length).toBe(2 * dimensions)
    // The driver gives buffers that begin anywhere.
    const shifted = Buffer.concat([Buffer.of(0), blob]).subarray(1)
    const stored = decodeVector(shifted)
    expect(stored).toHaveLength(dimensions)
    expect(cosine(stored, vector)).toBeCloseTo(1, 3)
    expect(cosine(unit(stored) ?? stored, vector)).toBeGreaterThan(1 - 1e-6)
  })
})
