import { type AnalysedPassage, alignedBytes } from './term-vector.js'

/** A passage word by word, for seeing what stands near what. Stop words are left out but count as places. */
export interface Sequence {
  /** Places taken by title, headings and noted questions; the text starts after them. */
  readonly head: number
  readonly places: Uint32Array
  /** Term ids, beside `places`; {@link PART} marks the part of a compound. */
  readonly terms: Uint32Array
}

/** Added to a term id that is only a part of the word in that place. */
export const PART = 0x8000_0000

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
  return { head, places: Uint32Array.from(places), terms: Uint32Array.from(terms) }
}

export function encodeSequence({ head, places, terms }: Sequence): Buffer {
  return Buffer.from(Uint32Array.from([head, ...places, ...terms]).buffer)
}

export function decodeSequence(blob: Buffer): Sequence {
  const all = new Uint32Array(alignedBytes(blob))
  const length = (all.length - 1) / 2
  return { head: all[0] ?? 0, places: all.subarray(1, 1 + length), terms: all.subarray(1 + length) }
}
