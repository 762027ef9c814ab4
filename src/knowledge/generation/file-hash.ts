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
  return hashed(path, null)
}

/** Copies a file and returns the hash of what was copied, as {@link hashInPieces} gives it; each byte is read once. */
export async function copyInPieces(from: string, to: string): Promise<string> {
  try {
    // A file system that lets two files share what they have in common copies at once.
    await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE)
  } catch {
    return hashed(from, to)
  }
  return hashInPieces(to)
}

async function hashed(from: string, to: string | null): Promise<string> {
  const source = await open(from, 'r')
  try {
    const target = to === null ? null : await open(to, 'w')
    try {
      return await hashedPieces(source, target)
    } finally {
      await target?.close()
    }
  } finally {
    await source.close()
  }
}

async function hashedPieces(source: FileHandle, target: FileHandle | null): Promise<string> {
  const { size } = await source.stat()
  const digests = new Array<Uint8Array>(Math.max(1, Math.ceil(size / PIECE)))
  let next = 0
  const lane = async () => {
    const buffer = Buffer.allocUnsafeSlow(PIECE)
    while (next < digests.length) {
      const piece = next++
      digests[piece] = await pieceAt(source, target, piece * PIECE, buffer)
    }
  }
  await Promise.all(Array.from({ length: Math.min(LANES, digests.length) }, lane))
  const whole = createHash('sha256')
  for (const digest of digests) whole.update(digest)
  return whole.digest('hex')
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
