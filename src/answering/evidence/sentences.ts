/** A sentence or list item of a passage: the smallest thing an answer quotes. */
export interface Unit {
  /** Verbatim: `passage.text.slice(start, end)`. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The unit is a list item; its meaning may hang on the lead-in. */
  readonly item: boolean
  /** Index in the same array of the sentence that introduces the list ("... zijn:"); null when there is none. */
  readonly leadIn: number | null
}

const ITEM = /^\s*(?:[-•*–]|\d{1,2}[.)])\s+/
const ABBREVIATED =
  /(?:^|[\s(])(?:tel|nr|art|bv|bijv|o\.a|d\.w\.z|enz|m\.a\.w|i\.s\.m|incl|excl|ca|max|min|vgl|zgn|dhr|mevr|e\.d|a\.u\.b|resp|blz|str|St)\.$/i

const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' })

/**
 * Cuts a passage into sentences and list items, in order, without changing a character of them.
 *
 * A line that starts with a bullet is one item, however many sentences it holds; the bullet is left out. A line
 * without a full stop introduces the items that follow it.
 */
export function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = []
  let leadIn: number | null = null
  for (const line of linesOf(text)) {
    const bullet = ITEM.exec(line.text)
    if (bullet) {
      const start = line.start + bullet[0].length
      units.push({ ...trimmed(text, start, line.end), item: true, leadIn })
      continue
    }
    for (const sentence of sentencesOf(text, line.start, line.end)) {
      units.push({ ...sentence, item: false, leadIn: null })
    }
    leadIn = introduces(units.at(-1)) ? units.length - 1 : null
  }
  return units
}

/** A sentence that ends with a colon, or a line without an end ("is de ledenorganisatie van"), right above a list. */
function introduces(unit: Unit | undefined): boolean {
  return unit !== undefined && !/[.!?]$/.test(unit.text)
}

function linesOf(text: string): { text: string; start: number; end: number }[] {
  const lines: { text: string; start: number; end: number }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ text: line, start, end: start + line.length })
    start += line.length + 1
  }
  return lines
}

function sentencesOf(text: string, from: number, to: number): { text: string; start: number; end: number }[] {
  const sentences: { text: string; start: number; end: number }[] = []
  let start = from
  for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
    const end = from + index + segment.length
    if (ABBREVIATED.test(text.slice(start, end).trimEnd())) continue // "tel. 02" is one sentence
    sentences.push(trimmed(text, start, end))
    start = end
  }
  if (start < to) sentences.push(trimmed(text, start, to))
  return sentences.filter((sentence) => sentence.text !== '')
}

function trimmed(text: string, start: number, end: number): { text: string; start: number; end: number } {
  const raw = text.slice(start, end)
  const from = start + (raw.length - raw.trimStart().length)
  const body = raw.trim()
  return { text: body, start: from, end: from + body.length }
}
