import { createHash, webcrypto } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/** Small enough for what was read to be in the processor's cache still when it is hashed and written; in bytes. */
export const PIECE = 1 << 18
/** Length of a digest, in bytes. */
export const DIGEST = 32
/** Pieces under way at once: enough for two processors, and one of the four threads stays free for the desk. */
const LANES = 3

/**
 * A hash of a file of hundreds of megabytes, in hex: SHA-256 over the SHA-256 of each 256 kB. The pieces are read and
 * hashed side by side in the thread pool, so that neither a desk that opens an index nor a build waits for them.
 */
export async function hashInPieces(path: string): Promise<string> {
  return hashOf(await hashed(path))
}

/**
 * As {@link hashInPieces}, of a copy that was changed since, reading only the pieces that are no longer as they were.
 *
 * @param digests of the pieces as they were copied
 * @param changed every stretch of bytes that was written since, its end not included; what was added or cut off at the
 * end of the file need not be named
 */
export async function hashChanged(
  path: string,
  digests: readonly Uint8Array[],
  changed: Iterable<readonly [start: number, end: number]>,
): Promise<string> {
  // What ends the file, or ended it, is shorter than a piece, or was.
  const pieces = new Set([digests.length - 1])
  for (const [start, end] of changed) {
    for (let piece = Math.floor(start / PIECE); piece * PIECE < end; piece++) pieces.add(piece)
  }
  const unchanged = (piece: number, count: number) =>
    pieces.has(piece) || piece === count - 1 ? undefined : digests[piece]
  return hashOf(await hashed(path, unchanged))
}

/** The hash of a file by the digests of its pieces. */
export function hashOf(digests: readonly Uint8Array[]): string {
  const whole = createHash('sha256')
  for (const digest of digests) whole.update(digest)
  return whole.digest('hex')
}

/** The digest of a piece of so many that need not be read; undefined when it does. */
type KnownDigest = (piece: number, count: number) => Uint8Array | undefined

async function hashed(path: string, known: KnownDigest = () => undefined): Promise<readonly Uint8Array[]> {
  const file = await open(path, 'r')
  try {
    return await hashedPieces(file, known)
  } finally {
    await file.close()
  }
}

async function hashedPieces(source: FileHandle, known: KnownDigest): Promise<readonly Uint8Array[]> {
  const { size } = await source.stat()
  const digests = new Array<Uint8Array>(Math.max(1, Math.ceil(size / PIECE)))
  let next = 0
  const lane = async () => {
    const buffer = Buffer.allocUnsafeSlow(PIECE)
    while (next < digests.length) {
      const piece = next++
      digests[piece] = known(piece, digests.length) ?? (await pieceAt(source, piece * PIECE, buffer))
    }
  }
  await Promise.all(Array.from({ length: Math.min(LANES, digests.length) }, lane))
  return digests
}

async function pieceAt(source: FileHandle, start: number, buffer: Buffer): Promise<Uint8Array> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await source.read(buffer, filled, buffer.length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return new Uint8Array(await webcrypto.subtle.digest('SHA-256', buffer.subarray(0, filled)))
}
