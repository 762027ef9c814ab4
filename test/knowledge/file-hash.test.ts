import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyInPieces } from '../../src/knowledge/generation/file-copy.js'
import { hashChanged, hashInPieces } from '../../src/knowledge/generation/file-hash.js'
import { temporaryFolder } from './temporary.js'

const PIECE = 1 << 18

/** Bytes that differ from one piece to the next. */
function content(bytes: number): Buffer {
  const pieces = Array.from({ length: Math.ceil(bytes / PIECE) }, (_, k) => Buffer.alloc(PIECE, k + 1))
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
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE)
    digests.push(
      createHash('sha256')
        .update(bytes.subarray(at, at + PIECE))
        .digest(),
    )
  return createHash('sha256').update(Buffer.concat(digests)).digest('hex')
}

describe('the hash of a large file', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 7 * PIECE + 5])('is right at %i bytes', async (size) => {
    const bytes = content(size)
    expect(await hashOf(bytes)).toBe(expected(bytes))
  })

  it('changes when pieces change places, when a byte goes or comes, and with any bit', async () => {
    const bytes = content(5 * PIECE + 3)
    const [first, second, rest] = [0, 1, 2].map((piece) =>
      bytes.subarray(piece * PIECE, piece === 2 ? undefined : (piece + 1) * PIECE),
    )
    const flipped = Buffer.from(bytes)
    flipped[3 * PIECE + 17] = (flipped[3 * PIECE + 17] ?? 0) ^ 4
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

describe('a copy that is hashed on the way', () => {
  it.each([
    0,
    PIECE,
    4 * PIECE + 9,
  ])('holds the same %i bytes, whatever stood there, and tells their hash', async (size) => {
    const folder = temporaryFolder()
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    const bytes = content(size)
    writeFileSync(from, bytes)
    writeFileSync(to, Buffer.alloc(6 * PIECE, 9))
    expect((await copyInPieces(from, to)).sha256).toBe(expected(bytes))
    expect(readFileSync(to).equals(bytes)).toBe(true)
  })

  it('is made by a thread of its own when it is large, and rejects when that cannot write', async () => {
    const folder = temporaryFolder()
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    const bytes = content(64 * PIECE + 11)
    writeFileSync(from, bytes)
    expect((await copyInPieces(from, to)).sha256).toBe(expected(bytes))
    expect(readFileSync(to).equals(bytes)).toBe(true)
    await expect(copyInPieces(from, join(folder, 'nowhere', 'to'))).rejects.toThrow('ENOENT')
  }, 20_000)
})

describe('the hash of a copy that was changed', () => {
  it.each([
    ['longer', 4 * PIECE + 9, 6 * PIECE],
    ['longer within its last piece', 4 * PIECE + 9, 4 * PIECE + 10],
    ['shorter', 4 * PIECE, 2 * PIECE + 7],
    ['empty', 2 * PIECE, 0],
  ])('is that of all of its bytes when it became %s', async (_what, before, after) => {
    const folder = temporaryFolder()
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    writeFileSync(from, content(before))
    const copy = await copyInPieces(from, to)
    writeFileSync(to, content(after))
    expect(await hashChanged(to, copy.digests, [])).toBe(expected(content(after)))
  })
})
