import { type AnalysedWord, analyse } from '../dutch/analyse.js'
import type { Passage } from '../passage.js'

/** Where in a passage a term can stand. `parts`: as a part of a compound, in whichever field. */
export const FIELDS = ['title', 'section', 'asked', 'text', 'parts'] as const
export type Field = (typeof FIELDS)[number]

/** Stems of each field of a passage, stop words left out, repeats kept. */
export type FieldTerms = Readonly<Record<Field, readonly string[]>>

/** A passage's fields analysed, in the order in which a reader meets them. */
export interface AnalysedPassage {
  readonly title: readonly AnalysedWord[]
  readonly section: readonly AnalysedWord[]
  readonly asked: readonly AnalysedWord[]
  readonly text: readonly AnalysedWord[]
}

export function analysePassage(passage: Passage): AnalysedPassage {
  return {
    title: analyse(passage.document.title),
    section: analyse(passage.section.join('\n')),
    asked: analyse(passage.asked.join('\n')),
    text: analyse(passage.text),
  }
}

/** The fields of a passage as the index searches them. */
export function fieldTerms({ title, section, asked, text }: AnalysedPassage): FieldTerms {
  const terms = (words: readonly AnalysedWord[]) => words.map(({ term }) => term)
  return {
    title: terms(title),
    section: terms(section),
    asked: terms(asked),
    text: terms(text),
    parts: [title, section, asked, text].flat().flatMap(({ parts }) => parts),
  }
}

/** How often each term stands in each field, and how long the fields are, in stems. */
export interface TermVector {
  /** Lengths in the order of {@link FIELDS}. */
  readonly lengths: Uint32Array
  /** Term ids, ascending. */
  readonly ids: Uint32Array
  /** Counts of each id in turn, in the order of {@link FIELDS}; 255 stands for more as well. */
  readonly counts: Uint8Array
}

const WIDTH = FIELDS.length
const MOST_COUNTED = 255

/** Packs the terms of a passage's fields. */
export function termVector(terms: FieldTerms, idOf: (term: string) => number): TermVector {
  const counts = new Map<number, number[]>()
  for (const [field, name] of FIELDS.entries()) {
    for (const term of terms[name]) {
      const id = idOf(term)
      const fields = counts.get(id) ?? FIELDS.map(() => 0)
      fields[field] = (fields[field] ?? 0) + 1
      counts.set(id, fields)
    }
  }
  const sorted = [...counts].sort(([a], [b]) => a - b)
  return {
    lengths: Uint32Array.from(FIELDS, (name) => terms[name].length),
    ids: Uint32Array.from(sorted, ([id]) => id),
    counts: Uint8Array.from(
      sorted.flatMap(([, fields]) => fields.map((count) => Math.min(count, MOST_COUNTED))),
    ),
  }
}

/** Where a term's counts start, or -1 when the passage does not hold it. */
export function countsAt({ ids }: TermVector, id: number): number {
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = ids[middle] ?? 0
    if (found === id) return middle * WIDTH
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** A vector as the index keeps it. */
export function encodeTermVector({ lengths, ids, counts }: TermVector): Buffer {
  return Buffer.concat([lengths, ids, counts].map((part) => Buffer.from(part.buffer)))
}

/** Reads what {@link encodeTermVector} wrote. */
export function decodeTermVector(blob: Buffer): TermVector {
  const bytes = alignedBytes(blob)
  const terms = (bytes.byteLength - WIDTH * 4) / (4 + WIDTH)
  return {
    lengths: new Uint32Array(bytes, 0, WIDTH),
    ids: new Uint32Array(bytes, WIDTH * 4, terms),
    counts: new Uint8Array(bytes, WIDTH * 4 + terms * 4, terms * WIDTH),
  }
}

/** A copy, because the driver's buffer need not start on a multiple of four. */
export function alignedBytes(blob: Buffer): ArrayBuffer {
  return new Uint8Array(blob).buffer
}
