import { inflateRawSync } from 'node:zlib'

/** What an archive may hold. */
export interface ZipLimits {
  readonly entries: number
  /** All entries together, unpacked, in bytes. */
  readonly bytes: number
  /** The parts that are parsed (XML), together. */
  readonly xmlBytes: number
}

/** A Word document of thousands of pages stays far below these. */
export const ZIP_LIMITS: ZipLimits = { entries: 2000, bytes: 64 * 1024 * 1024, xmlBytes: 20 * 1024 * 1024 }

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const END_LENGTH = 22

/**
 * Checks an archive before anything unpacks it: how many entries it has, what they say they unpack to, and that they
 * really unpack to just that. An archive that lies about a size (0 is a favourite) is refused at the first byte too
 * many, one whose entries lie over each other as well.
 *
 * @throws Error that says what is wrong with it.
 */
export function checkZip(bytes: Buffer, limits: ZipLimits = ZIP_LIMITS): void {
  const entries = entriesOf(bytes, limits)
  const unpacked = (some: readonly Entry[]) => some.reduce((all, one) => all + one.unpacked, 0)
  if (overlap(entries)) throw new Error('its parts lie over each other')
  const total = unpacked(entries)
  if (total > limits.bytes) throw new Error(`unpacks to ${total} bytes, at most ${limits.bytes} are read`)
  const xml = unpacked(entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name)))
  if (xml > limits.xmlBytes)
    throw new Error(`holds ${xml} bytes of text, at most ${limits.xmlBytes} are read`)
  for (const entry of entries) checkEntry(bytes, entry)
}

function overlap(entries: readonly Entry[]): boolean {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset)
  return inOrder.some(({ offset, packed }, index) => {
    const next = inOrder[index + 1]
    return next !== undefined && offset + LOCAL_LENGTH + packed > next.offset
  })
}

function entriesOf(bytes: Buffer, limits: ZipLimits): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + END_LENGTH > bytes.length || bytes.readUInt32LE(end) !== END)
    throw new Error('is no archive')
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.entries) throw new Error(`holds ${count} parts, at most ${limits.entries} are read`)
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw new Error('its list of parts is damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('latin1', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  // Readers may find more than the count says: as many as there is room for.
  if (at < end && bytes.readUInt32LE(at) === CENTRAL) throw new Error('its list of parts is damaged')
  return entries
}

function checkEntry(bytes: Buffer, { name, method, packed, unpacked, offset }: Entry): void {
  if (offset + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new Error(`${name}: is not there`)
  const start = offset + LOCAL_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packed > bytes.length) throw new Error(`${name}: is not there`)
  if (method === 0 && packed === unpacked) return
  if (method !== 8) throw new Error(`${name}: is packed in a way that is not read`)
  const data = bytes.subarray(start, start + packed)
  if (unpackedSize(data, unpacked) !== unpacked)
    throw new Error(`${name}: unpacks to another size than it says`)
}

/** -1 when it is more than it may be, or damaged. */
function unpackedSize(data: Buffer, most: number): number {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) }).length
  } catch {
    return -1
  }
}
