import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashInPieces } from '../../src/knowledge/generation/file-hash.js'
import { temporaryFolder } from './temporary.js'

const MEGABYTE = 1 << 20

/** Bytes that differ from one megabyte to the next. */
function content(bytes: number): Buffer {
  const pieces = Array.from({ length: Math.ceil(bytes / MEGABYTE) }, (_, k) => Buffer.alloc(MEGABYTE, k + 1))
  return Buffer.concat(pieces).subarray(0, bytes)
}

async function hashOf(bytes: Buffer): Promise<string> {
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, bytes)
  return hashInPieces(path)
}

/** The same, said in another way. */
function expected(bytes: Buffer): string {
  const digests: Buffer[] = []
  for (let at = 0; at === 0 || at < bytes.length; at += MEGABYTE)
    digests.push(
      createHash('sha256')
        .update(bytes.subarray(at, at + MEGABYTE))
        .digest(),
    )
  return createHash('sha256').update(Buffer.concat(digests)).digest('hex')
}

describe('the hash of a large file', () => {
  it.each([
    0,
    1,
    MEGABYTE - 1,
    MEGABYTE,
    MEGABYTE + 1,
    7 * MEGABYTE + 5,
  ])('is right at %i bytes', async (size) => {
    const bytes = content(size)
    expect(await hashOf(bytes)).toBe(expected(bytes))
  })

  it('changes when pieces change places, when a byte goes or comes, and with any bit', async () => {
    const bytes = content(5 * MEGABYTE + 3)
    const [first, second, rest] = [0, 1, 2].map((piece) =>
      bytes.subarray(piece * MEGABYTE, piece === 2 ? undefined : (piece + 1) * MEGABYTE),
    )
    const flipped = Buffer.from(bytes)
    flipped[3 * MEGABYTE + 17] = (flipped[3 * MEGABYTE + 17] ?? 0) ^ 4
    const others = [
      Buffer.concat([second ?? bytes, first ?? bytes, rest ?? bytes]),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.of(0)]),
      flipped,
    ]
    const hashes = await Promise.all([bytes, ...others].map(hashOf))
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
