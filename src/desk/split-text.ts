/**
 * Splits a text into parts of at most `max` UTF-16 units, at the largest boundary that fits: between paragraphs,
 * else lines, else sentences, else words; only a word longer than a whole part is broken, between characters.
 *
 * White space at a break is dropped, everything else is kept in order.
 *
 * @example
 * ```ts
 * splitText('Een zin. Nog een zin.', 12) // ['Een zin.', 'Nog een zin.']
 * ```
 */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > max) {
    const end = breakBefore(rest, max)
    const part = rest.slice(0, end).trimEnd()
    if (part !== '') parts.push(part)
    rest = rest.slice(end).trimStart()
  }
  if (rest !== '' || parts.length === 0) parts.push(rest)
  return parts
}

/** Each finds where the white space after a piece begins. */
const BOUNDARIES = [/\n[ \t]*\n/g, /\n/g, /(?<=[.!?…][)"'”’\]]*)\s/g, /\s/g]

/** A break in the first quarter would leave a stub; a smaller boundary further on reads better. */
const SHORTEST = 0.25

function breakBefore(text: string, max: number): number {
  // One unit more, so that white space right after a full part counts as a boundary.
  const window = text.slice(0, max + 1)
  for (const boundary of BOUNDARIES) {
    const last = [...window.matchAll(boundary)].at(-1)?.index ?? 0
    if (last > max * SHORTEST) return last
  }
  const anywhere = window.search(/\s\S*$/)
  if (anywhere > 0) return anywhere
  return characterBreak(text, max)
}

/** The last break at or before `max` that does not fall inside a character as people see it. */
function characterBreak(text: string, max: number): number {
  const segments = new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text.slice(0, max + 32))
  let end = 0
  for (const { index } of segments) if (index <= max) end = index
  return end > 0 ? end : max
}
