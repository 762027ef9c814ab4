import { decodeSequence, type Sequence } from './sequence.js'

/** A passage as ranking reads it. */
export interface Placed {
  readonly document: string
  readonly sequence: Sequence
  readonly text: string
  /** Headings, and the text, as they are written. */
  readonly written: string
  /** Whether it goes on with the section of the passage before. */
  readonly continued: boolean
}

/** To which section of which document a row belongs. */
export interface SectionRow {
  readonly document: string
  readonly section: string
}

/** A row as the index keeps it. */
export interface PlacedRow extends SectionRow {
  readonly position: number
  readonly text: string
  readonly sequence: Buffer
}

/** @param before the row before it, where it is not the first of its document */
export function placed({ document, section, text, sequence }: PlacedRow, before?: SectionRow): Placed {
  const headings: readonly string[] = JSON.parse(section)
  return {
    document,
    sequence: decodeSequence(sequence),
    text,
    written: [...headings, text].join('\n'),
    continued: before?.document === document && before.section === section,
  }
}

/** How much room it takes, in words. */
export function sizeOfPlaced({ sequence, written }: Placed): number {
  return sequence.terms.length + Math.ceil(written.length / 4)
}
