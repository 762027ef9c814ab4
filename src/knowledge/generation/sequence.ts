import { type AnalysedPassage, alignedBytes } from './term-vector.js'

/** A passage word by word, for seeing what stands near what. Stop words are left out but count as places. */
export interface Sequence {
  /** Places taken by title, headings and noted questions; the text starts after them. */
  readonly head: number
  /** 65,535 stands for what comes after as well. */
  readonly places: Uint16Array
  /** Term ids, beside `places`; {@link PART} marks the part of a compound. */
  readonly terms: Uint32Array
}

/** Added to a term id that is only a part of the word in that place. */
export const PART = 0x8000_0000
const LAST_PLACE = 0xffff

/** Title, headings, noted questions and text of a passage, in that order. */
export function sequenceOf(
  { title, section, asked, text }: AnalysedPassage,
  idOf: (term: string) => number,
): Sequence {
  const places: number[] = []
  const terms: number[] = []
  let start = 0
  let head = 0
  for (const field of [title, section, asked, text]) {
    head = start
    for (const { position, term, parts } of field) {
      for (const id of [idOf(term), ...parts.map((part) => idOf(part) + PART)]) {
        places.push(start + position)
        terms.push(id)
      }
    }
    start += (field.at(-1)?.position ?? -1) + 1
  }
  return {
    head,
    places: Uint16Array.from(places, (place) => Math.min(place, LAST_PLACE)),
    terms: Uint32Array.from(terms),
  }
}

export function encodeSequence({ head, places, terms }: Sequence): Buffer {
  return Buffer.concat([Uint32Array.of(head), terms, places].map(bytesOf))
}

export function decodeSequence(blob: Buffer): Sequence {
  const bytes = alignedBytes(blob)
  const length = (bytes.byteLength - 4) / 6
  const [head = 0] = new Uint32Array(bytes, 0, 1)
  return {
    head,
    terms: new Uint32Array(bytes, 4, length),
    places: new Uint16Array(bytes, 4 + length * 4, length),
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
