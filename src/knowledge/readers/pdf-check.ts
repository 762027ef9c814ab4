import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflate } from 'node:zlib'

/** What the packed parts of a PDF may unpack to, in bytes. */
export interface PdfLimits {
  /** One part with text, fonts or structure. */
  readonly part: number
  /** All of those together. */
  readonly all: number
  /** All images together: they are not read, but what only calls itself an image may be. */
  readonly images: number
}

/** The text of thousands of pages stays far below these. */
export const PDF_LIMITS: PdfLimits = {
  part: 32 * 1024 * 1024,
  all: 128 * 1024 * 1024,
  images: 256 * 1024 * 1024,
}

/** Packed in packed in packed: no writer of documents does that. */
const MOST_LAYERS = 3
const HEADER_LENGTH = 1024
const CHUNK = 256 * 1024

/**
 * Unpacks every packed part of a PDF once, keeping nothing, before a reader does: a small file can hold gigabytes.
 *
 * What is packed is recognised by its own first bytes and not by what the file says about it.
 *
 * @throws Error that says how much too much it is.
 */
export async function checkPdf(bytes: Buffer, limits: PdfLimits = PDF_LIMITS): Promise<void> {
  let text = 0
  let images = 0
  for (const { data, isImage } of parts(bytes)) {
    const most = isImage ? limits.images - images : Math.min(limits.part, limits.all - text)
    const size = await unpackedSize(data, most)
    if (size > most) throw new Error(`a part of it unpacks to more than ${most} bytes, that much is not read`)
    if (isImage) images += size
    else text += size
  }
}

function* parts(bytes: Buffer): Generator<{ readonly data: Buffer; readonly isImage: boolean }> {
  let at = bytes.indexOf('stream')
  while (at >= 0) {
    const isEnd = bytes.toString('latin1', Math.max(0, at - 3), at) === 'end'
    let start = at + 'stream'.length
    if (bytes[start] === 0x0d) start++
    if (bytes[start] === 0x0a) start++
    if (!isEnd && looksPacked(bytes, start)) {
      const header = bytes.toString('latin1', Math.max(0, at - HEADER_LENGTH), at)
      const own = header.slice(header.lastIndexOf(' obj') + 1)
      yield { data: bytes.subarray(start), isImage: /\/Subtype\s*\/Image\b/.test(own) }
    }
    at = bytes.indexOf('stream', start)
  }
}

/** Two bytes that open everything packed with Flate. */
function looksPacked(bytes: Buffer, at: number): boolean {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0
}

/** What data unpacks to, through all its layers; more than `most` as soon as that is clear. */
async function unpackedSize(data: Buffer, most: number): Promise<number> {
  let size = 0
  for (let layers = 1; layers <= MOST_LAYERS; layers++) {
    const layer = await unpackedThrough(data, layers, most)
    size = Math.max(size, layer.size)
    if (size > most || !layer.isPacked) return size
  }
  return Number.POSITIVE_INFINITY
}

async function unpackedThrough(
  data: Buffer,
  layers: number,
  most: number,
): Promise<{ readonly size: number; readonly isPacked: boolean }> {
  let size = 0
  let head = Buffer.alloc(0)
  const gather = new Writable({
    write(chunk: Buffer, _encoding, next) {
      if (head.length < 2) head = Buffer.concat([head, chunk.subarray(0, 2)])
      size += chunk.length
      next(size > most ? new Error('too much') : null)
    },
  })
  const inflates = Array.from({ length: layers }, () => createInflate({ chunkSize: CHUNK }))
  let ended = false
  inflates[0]?.on('end', () => {
    ended = true
  })
  try {
    await pipeline([Readable.from(slices(data, () => ended)), ...inflates, gather])
  } catch {
    // Too much, or no packed data after all, or cut short: the size says which.
  }
  return { size, isPacked: size > 0 && looksPacked(head, 0) }
}

const SLICE = 64 * 1024

/** A part ends where its packed data does: the rest of the file is not gone through for each of them. */
function* slices(data: Buffer, ended: () => boolean): Generator<Buffer> {
  for (let at = 0; at < data.length && !ended(); at += SLICE) yield data.subarray(at, at + SLICE)
}
