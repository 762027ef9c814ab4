import type { Block, ReadResult } from './blocks.js'
import { BlockBuilder } from './markdown.js'

const ITEM = /^\s*(?:[•▪◦‣·*]|[-–](?=\s))\s*(.+)$/
const LONGEST_HEADING = 80
/** A short line of this many words or fewer over a list names it; a longer one leads into it. */
const HEADING_OVER_LIST = 3

/**
 * Plain text as blocks. A short line alone between blank lines, without a closing mark, is a heading when
 * running text follows; a longer one over a list is the list's lead-in.
 */
export function plainTextBlocks(text: string): Block[] {
  const builder = new BlockBuilder()
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line)
    if (item) builder.item((item[1] ?? '').trim())
    else if (line.trim() === '') builder.blank()
    else builder.line(line.trim())
  }
  return withHeadings(builder.finish().flatMap(headingLineOff))
}

/** "SPIDER Projects" directly on top of a full sentence stands over it. */
function headingLineOff(block: Block): Block[] {
  if (block.kind !== 'paragraph') return [block]
  const [first = '', second, ...rest] = block.text.split('\n')
  if (
    second === undefined ||
    !/[.:]$/.test(second) ||
    words(first) > HEADING_OVER_LIST ||
    !looksLikeHeading(first)
  ) {
    return [block]
  }
  return [
    { kind: 'heading', level: 2, text: first },
    { kind: 'paragraph', text: [second, ...rest].join('\n') },
  ]
}

function withHeadings(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1]
    if (block.kind !== 'paragraph' || next === undefined || !looksLikeHeading(block.text)) return block
    if (next.kind === 'list' && words(block.text) > HEADING_OVER_LIST) return block
    // Of several short lines in a row only the last one stands over a text.
    if (index > 0 && next.kind === 'paragraph' && looksLikeHeading(next.text) && !leadsIn(blocks, index + 1))
      return block
    return { kind: 'heading', level: 2, text: block.text }
  })
}

function looksLikeHeading(text: string): boolean {
  return (
    !text.includes('\n') &&
    text.length <= LONGEST_HEADING &&
    /^[\p{Lu}\d]/u.test(text) &&
    !/[.,;:!]$/.test(text) &&
    !/@|https?:|www\./.test(text)
  )
}

function leadsIn(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  return (
    blocks[index + 1]?.kind === 'list' && block?.kind === 'paragraph' && words(block.text) > HEADING_OVER_LIST
  )
}

/** A first line of three words or more is the title; "Missie" alone only names a section. */
export function titleOfText(blocks: ReadResult['blocks']): Pick<ReadResult, 'title' | 'blocks'> {
  const [first, ...rest] = blocks
  const isTitle = first?.kind === 'heading' && first.text.split(/\s+/).length >= 3
  return isTitle ? { title: first.text, blocks: rest } : { title: null, blocks }
}

function words(text: string): number {
  return text.split(/\s+/).length
}
