import { createHash } from 'node:crypto'
import { closeSync, constants, copyFileSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { moduleExtension, workerFor } from '../../worker-file.js'
import { DIGEST, hashOf, PIECE } from './file-hash.js'

/** What is known of a file that was copied. */
export interface CopiedFile {
  /** As `hashInPieces` gives it. */
  readonly sha256: string
  /** Of each piece in turn, for `hashChanged`. */
  readonly digests: readonly Uint8Array[]
}

/** What the thread that copies is told. */
export interface CopyOrder {
  readonly from: string
  readonly to: string
}

/** A smaller file is copied before a thread has started; in bytes. */
const LARGE = 16 * 1024 * 1024

/**
 * Copies a file and hashes what was copied; each byte is read once. A large file is copied by a thread of its own,
 * which takes half of what doing it piece by piece from here would, and does not wait for what else is done here.
 */
export async function copyInPieces(from: string, to: string): Promise<CopiedFile> {
  const joined = statSync(from).size < LARGE ? copyAtOnce({ from, to }) : await copiedApart({ from, to })
  const digests = Array.from({ length: joined.length / DIGEST }, (_, piece) =>
    joined.subarray(piece * DIGEST, (piece + 1) * DIGEST),
  )
  return { sha256: hashOf(digests), digests }
}

/** Copies a file, nothing else being done meanwhile, and returns the digests of its pieces, one behind the other. */
export function copyAtOnce({ from, to }: CopyOrder): Uint8Array {
  const cloned = isCloned(from, to)
  const source = openSync(cloned ? to : from, 'r')
  try {
    const target = cloned ? null : openSync(to, 'w')
    try {
      return digestsOf(source, target)
    } finally {
      if (target !== null) closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

/** A file system that lets two files share what they have in common copies at once. */
function isCloned(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE_FORCE)
    return true
  } catch {
    return false
  }
}

function digestsOf(source: number, target: number | null): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(PIECE)
  const digests: Buffer[] = []
  for (;;) {
    const piece = pieceAt(source, digests.length * PIECE, buffer)
    if (piece.length === 0 && digests.length > 0) break
    digests.push(createHash('sha256').update(piece).digest())
    if (target !== null) writeAll(target, piece)
    if (piece.length < PIECE) break
  }
  return new Uint8Array(Buffer.concat(digests))
}

function pieceAt(source: number, start: number, buffer: Buffer): Buffer {
  let filled = 0
  while (filled < buffer.length) {
    const read = readSync(source, buffer, filled, buffer.length - filled, start + filled)
    if (read === 0) break
    filled += read
  }
  return buffer.subarray(0, filled)
}

function writeAll(target: number, piece: Buffer): void {
  for (let written = 0; written < piece.length; ) written += writeSync(target, piece, written)
}

function copiedApart(order: CopyOrder): Promise<Uint8Array> {
  const { path, workerData } = workerFor(new URL(`./copy-worker${moduleExtension()}`, import.meta.url))
  const worker = new Worker(path, { workerData: { ...workerData, ...order } })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error(`${order.to}: the thread that copies it ended`)))
  })
}
