import { open } from 'node:fs/promises'
import { KnowledgeError } from '../errors.js'

/** What hnswlib writes before the vectors; all numbers are 64 bits, little-endian. */
const HEADER_BYTES = 6 * 8
const MOST_ELEMENTS = 8
const ELEMENTS = 16
const LABEL_OFFSET = 32
const DATA_OFFSET = 40

/**
 * Compares a vector file with what its manifest says of it, before hnswlib reads it: that takes vectors of any length
 * for its own, and writes past the end of what it reserved for them.
 *
 * @throws KnowledgeError `E_INDEX_MISMATCH`
 */
export async function checkVectorHeader(
  path: string,
  { dimensions, count }: { readonly dimensions: number; readonly count: number },
): Promise<void> {
  const header = await firstBytes(path)
  const found = header && {
    dimensions: (number(header, LABEL_OFFSET) - number(header, DATA_OFFSET)) / 4,
    elements: number(header, ELEMENTS),
    most: number(header, MOST_ELEMENTS),
  }
  // Removed passages keep their place in the file, so there may be more elements than passages.
  if (found && found.dimensions === dimensions && found.elements >= count && found.most >= found.elements)
    return
  const said = found ? `${found.elements} vectors of ${found.dimensions} numbers` : 'no vectors'
  throw new KnowledgeError(
    'E_INDEX_MISMATCH',
    `${path}: holds ${said}, its manifest says ${count} of ${dimensions}; run "vraagbaak reindex --full"`,
  )
}

async function firstBytes(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
    return bytesRead === HEADER_BYTES ? buffer : null
  } finally {
    await file.close()
  }
}

function number(header: Buffer, at: number): number {
  return Number(header.readBigUInt64LE(at))
}
