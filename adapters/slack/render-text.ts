import type { KnownBlock } from '@slack/web-api'
import { escapeMarkup } from './markup.js'

/** Longest text of one section, in UTF-16 units. */
export const MAX_SECTION = 3000

/** A quote shorter than this may be an ordinary line that happens to stand in a source. */
const SHORTEST_QUOTE = 20

/** A section; Slack makes no links or mentions of its own of what stands in it. */
export function section(markup: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: markup, verbatim: true } }
}

/** A line of small grey text. */
export function smallPrint(markup: string): KnownBlock {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: markup.slice(0, MAX_SECTION), verbatim: true }],
  }
}

/**
 * A text as sections, whole: split between paragraphs where it can be, else lines, else words.
 *
 * @param quotes paragraphs that stand word for word in one of these are shown as a quote.
 */
export function textSections(text: string, quotes: readonly string[] = []): readonly KnownBlock[] {
  const known = quotes.map(collapsed)
  const pieces = text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => styled(paragraph, isQuote(paragraph, known)))
  return packed(pieces).map(section)
}

/** As long a beginning as fits, with an ellipsis when something was left out; by whole words. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${withoutHalf(space > max / 2 ? cut.slice(0, space) : cut)}…`
}

/** The same text where `&`, `<` and `>` take one character and mean nothing to Slack. */
export function softened(text: string): string {
  return text.replaceAll('&', '＆').replaceAll('<', '‹').replaceAll('>', '›')
}

function isQuote(paragraph: string, quotes: readonly string[]): boolean {
  const words = collapsed(paragraph)
  return words.length >= SHORTEST_QUOTE && quotes.some((quote) => quote.includes(words))
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function styled(paragraph: string, quoted: boolean): readonly string[] {
  // Room for the marks of a quote before each line.
  return cut(paragraph, quoted ? MAX_SECTION - 300 : MAX_SECTION).map((piece) => {
    const markup = escapeMarkup(piece)
    return quoted ? markup.replace(/^/gm, '>') : markup
  })
}

/** Joins pieces as long as they fit in one section. */
function packed(pieces: readonly string[]): readonly string[] {
  const sections: string[] = []
  for (const piece of pieces) {
    const last = sections.at(-1)
    if (last !== undefined && last.length + piece.length + 2 <= MAX_SECTION) {
      sections[sections.length - 1] = `${last}\n\n${piece}`
    } else sections.push(piece)
  }
  return sections
}

/** Cuts a text where its escaped form would be too long. */
function cut(text: string, max: number): readonly string[] {
  const pieces: string[] = []
  let rest = text
  for (let end = fitting(rest, max); end < rest.length; end = fitting(rest, max)) {
    const window = rest.slice(0, end)
    const line = window.lastIndexOf('\n')
    const space = window.lastIndexOf(' ')
    const at = [line, space].find((place) => place > end / 2) ?? withoutHalf(window).length
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}

const WIDTHS: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4 }

/** How much of the text fits in `max` characters once it is escaped. */
function fitting(text: string, max: number): number {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    width += WIDTHS[text[at] ?? ''] ?? 1
    if (width > max) return at
  }
  return text.length
}

/** Without half a character at the end. */
function withoutHalf(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}
