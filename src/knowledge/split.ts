import type { DocumentInfo, Passage } from './passage.js'
import type { Block } from './readers/blocks.js'

/** Longest passage in characters; a section under it stays one passage. */
export const PASSAGE_LENGTH = 1200

interface Section {
  readonly path: readonly string[]
  readonly blocks: Block[]
  readonly asked: string[]
  readonly unanswered: string[]
}

/**
 * Cuts a document into passages: one for each section, several for a long one.
 *
 * A list stays with the sentence that leads into it; only a block that is itself too long is cut inside, at
 * sentence ends (langchain's recursive splitter), and a long list repeats its lead-in over each part.
 *
 * @param asked Questions for the text above the first heading.
 */
export async function splitDocument(
  document: DocumentInfo,
  blocks: readonly Block[],
  asked: readonly string[] = [],
): Promise<Passage[]> {
  const passages: Passage[] = []
  for (const section of sections(blocks, asked)) {
    for (const text of await pack(await units(section.blocks))) {
      const position = passages.length
      passages.push({
        id: `${document.id}#${position}`,
        document,
        section: section.path,
        position,
        text,
        asked: section.asked,
        unanswered: section.unanswered,
      })
    }
  }
  return passages
}

function sections(blocks: readonly Block[], asked: readonly string[]): Section[] {
  let current: Section = { path: [], blocks: [], asked: [...asked], unanswered: [] }
  const all = [current]
  const open: { level: number; text: string }[] = []
  for (const block of blocks) {
    if (block.kind === 'asked') current.asked.push(...block.questions)
    else if (block.kind === 'unanswered') current.unanswered.push(...block.questions)
    else if (block.kind !== 'heading') current.blocks.push(block)
    else {
      while ((open.at(-1)?.level ?? 0) >= block.level) open.pop()
      open.push(block)
      current = { path: open.map(({ text }) => text), blocks: [], asked: [], unanswered: [] }
      all.push(current)
    }
  }
  return all.filter((section) => section.blocks.length > 0)
}

/** Pieces that may not be cut any more, each at most a passage long. */
async function units(blocks: readonly Block[]): Promise<string[]> {
  const pieces: string[] = []
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    if (block.kind === 'paragraph') {
      if (next?.kind === 'list' && isLeadIn(block.text)) continue
      pieces.push(...(await cut(block.text)))
    } else if (block.kind === 'list') {
      const before = blocks[index - 1]
      const lead = before?.kind === 'paragraph' && isLeadIn(before.text) ? before.text : null
      pieces.push(...listPieces(lead, block.items))
    }
  }
  return pieces
}

function isLeadIn(text: string): boolean {
  return text.length <= PASSAGE_LENGTH / 3
}

function listPieces(lead: string | null, items: readonly string[]): string[] {
  const pieces: string[] = []
  let lines = lead === null ? [] : [lead]
  for (const item of items) {
    const line = `- ${item}`
    if ([...lines, line].join('\n').length > PASSAGE_LENGTH && lines.length > 1) {
      pieces.push(lines.join('\n'))
      lines = lead === null ? [] : [lead]
    }
    lines.push(line)
  }
  return [...pieces, lines.join('\n')]
}

async function cut(text: string): Promise<string[]> {
  if (text.length <= PASSAGE_LENGTH) return [text]
  // Loaded for the first long text only: the library brings 25 MB along.
  const { SentenceSplitter } = await import('./sentence-splitter.js')
  return new SentenceSplitter(PASSAGE_LENGTH).splitText(text)
}

async function pack(pieces: readonly string[]): Promise<string[]> {
  const packed: string[] = []
  for (const piece of pieces) {
    const last = packed.at(-1)
    const joined = last === undefined ? piece : `${last}\n\n${piece}`
    if (last !== undefined && joined.length <= PASSAGE_LENGTH) packed[packed.length - 1] = joined
    else packed.push(piece)
  }
  return packed
}
