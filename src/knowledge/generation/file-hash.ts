import { createHash, webcrypto } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, type FileHandle, open } from 'node:fs/promises'

/** Small enough for what was read to be in the processor's cache still when it is hashed and written. */
const PIECE = 1 << 18
/** Pieces under way at once: enough for two processors, and one of the four threads stays free for the desk. */
const LANES = 3

/**
 * A hash of a file of hundreds of megabytes, in hex: SHA-256 over the SHA-256 of each 256 kB. The pieces are read and
 * hashed side by side in the thread pool, so that neither a desk that opens an index nor a build waits for them.
 */
export async function hashInPieces(path: string): Promise<string> {
  return hashOf(await hashed(path, null))
}

/** What is known of a file that was copied. */
export interface CopiedFile {
  /** As {@link hashInPieces} gives it. */
  readonly sha256: string
  /** Of each piece in turn, for {@link hashChanged}. */
  readonly digests: readonly Uint8Array[]
}

/** Copies a file and hashes what was copied; each byte is read once. */
export async function copyInPieces(from: string, to: string): Promise<CopiedFile> {
  const digests = await copiedPieces(from, to)
  return { sha256: hashOf(digests), digests }
}

/**
 * As {@link hashInPieces}, of a copy that was changed since, reading only the pieces that are no longer as they were.
 *
 * @param changed every stretch of bytes that was written since, its end not included; what was added or cut off at the
 * end of the file need not be named
 */
export async function hashChanged(
  path: string,
  { digests }: CopiedFile,
  changed: Iterable<readonly [start: number, end: number]>,
): Promise<string> {
  // What ends the file, or ended it, is shorter than a piece, or was.
  const pieces = new Set([digests.length - 1])
  for (const [start, end] of changed) {
    for (let piece = Math.floor(start / PIECE); piece * PIECE < end; piece++) pieces.add(piece)
  }
  const unchanged = (piece: number, count: number) =>
    pieces.has(piece) || piece === count - 1 ? undefined : digests[piece]
  return hashOf(await hashed(path, null, unchanged))
}

async function copiedPieces(from: string, to: string): Promise<readonly Uint8Array[]> {
  try {
    // A file system that lets two files share what they have in common copies at once.
    await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE)
  } catch {
    return hashed(from, to)
  }
  return hashed(to, null)
}

function hashOf(digests: readonly Uint8Array[]): string {
  const whole = createHash('sha256')
  for (const digest of digests) whole.update(digest)
  return whole.digest('hex')
}

/** The digest of a piece of so many that need not be read; undefined when it does. */
type KnownDigest = (piece: number, count: number) => Uint8Array | undefined

async function hashed(
  from: string,
  to: string | null,
  known: KnownDigest = () => undefined,
): Promise<readonly Uint8Array[]> {
  const source = await open(from, 'r')
  try {
    const target = to === null ? null : await open(to, 'w')
    try {
      return await hashedPieces(source, target, known)
    } finally {
      await target?.close()
    }
  } finally {
    await source.close()
  }
}

async function hashedPieces(
  source: FileHandle,
  target: FileHandle | null,
  known: KnownDigest,
): Promise<readonly Uint8Array[]> {
  const { size } = await source.stat()
  const digests = new Array<Uint8Array>(Math.max(1, Math.ceil(size / PIECE)))
  let next = 0
  const lane = async () => {
    const buffer = Buffer.allocUnsafeSlow(PIECE)
    while (next < digests.length) {
      const piece = next++
      digests[piece] = known(piece, digests.length) ?? (await pieceAt(source, target, piece * PIECE, buffer))
    }
  }
  await Promise.all(Array.from({ length: Math.min(LANES, digests.length) }, lane))
  return digests
}

async function pieceAt(
  source: FileHandle,
  target: FileHandle | null,
  start: number,
  buffer: Buffer,
): Promise<Uint8Array> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await source.read(buffer, filled, buffer.length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  const piece = buffer.subarray(0, filled)
  const [digest] = await Promise.all([
    webcrypto.subtle.digest('SHA-256', piece),
    target && writeAt(target, piece, start),
  ])
  return new Uint8Array(digest)
}

async function writeAt(target: FileHandle, piece: Buffer, start: number): Promise<void> {
  for (let written = 0; written < piece.length; ) {
    const { bytesWritten } = await target.write(piece, written, piece.length - written, start + written)
    written += bytesWritten
  }
}
