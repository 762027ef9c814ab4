import { analyse } from '../dutch/analyse.js'
import type { Passage } from '../passage.js'

/** Where in a passage a term can stand. `parts`: as a part of a compound, in whichever field. */
export const FIELDS = ['title', 'section', 'asked', 'text', 'parts'] as const
export type Field = (typeof FIELDS)[number]

/** Stems of each field of a passage, stop words left out, repeats kept. */
export type FieldTerms = Readonly<Record<Field, readonly string[]>>

/** The fields of a passage as the index searches them. */
export function fieldTerms(passage: Passage): FieldTerms {
  const title = analyse(passage.document.title)
  const section = analyse(passage.section.join('\n'))
  const asked = analyse(passage.asked.join('\n'))
  const text = analyse(passage.text)
  const terms = (words: readonly { term: string }[]) => words.map(({ term }) => term)
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
  readonly lengths: readonly number[]
  /** Term id to counts in the order of {@link FIELDS}. */
  readonly counts: ReadonlyMap<number, readonly number[]>
}

const WIDTH = FIELDS.length
/** A count above this says no more. */
const HIGHEST_COUNT = 0xffff

/** Packs a vector in 16-bit counts behind 32-bit term ids. */
export function encodeTermVector({ lengths, counts }: TermVector): Buffer {
  const buffer = Buffer.alloc(WIDTH * 4 + counts.size * (4 + WIDTH * 2))
  let offset = 0
  for (const length of lengths) offset = buffer.writeUInt32LE(length, offset)
  for (const [term, fields] of counts) {
    offset = buffer.writeUInt32LE(term, offset)
    for (const count of fields) offset = buffer.writeUInt16LE(Math.min(count, HIGHEST_COUNT), offset)
  }
  return buffer
}

/** Reads what {@link encodeTermVector} wrote. */
export function decodeTermVector(buffer: Buffer): TermVector {
  const lengths = FIELDS.map((_, field) => buffer.readUInt32LE(field * 4))
  const counts = new Map<number, readonly number[]>()
  for (let at = WIDTH * 4; at < buffer.length; at += 4 + WIDTH * 2) {
    counts.set(
      buffer.readUInt32LE(at),
      FIELDS.map((_, field) => buffer.readUInt16LE(at + 4 + field * 2)),
    )
  }
  return { lengths, counts }
}
