import type { Block } from './blocks.js'

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/
const ITEM = /^\s*(?:[-*+•▪◦–]|\d{1,3}[.)])\s+(.*)$/
const NOTED = /^<!--\s*(vragen|niet):\s*([\s\S]*?)-->$/i

/**
 * Markdown as blocks: headings, paragraphs, lists, and the questions in `<!-- vragen: ... | ... -->` (answered here) and
 * `<!-- niet: ... | ... -->` (answered nowhere).
 *
 * Other comments, images and rules are left out; links keep their text, table rows become one line each.
 */
export function markdownBlocks(markdown: string): Block[] {
  const builder = new BlockBuilder()
  const withoutFences = markdown.replace(/^\s*```.*$/gm, '')
  for (const line of joinComments(withoutFences).split('\n')) addLine(builder, line)
  return builder.finish()
}

function addLine(builder: BlockBuilder, line: string): void {
  const trimmed = line.trim()
  const heading = HEADING.exec(trimmed)
  const noted = NOTED.exec(trimmed)
  const item = ITEM.exec(line)
  if (heading) builder.heading((heading[1] ?? '').length, plain(heading[2] ?? ''))
  else if (noted)
    builder.noted(noted[1]?.toLowerCase() === 'niet' ? 'unanswered' : 'asked', (noted[2] ?? '').split('|'))
  else if (trimmed === '') builder.blank()
  else if (
    /^<!--.*-->$/.test(trimmed) ||
    /^(?:[-*_]\s*){3,}$/.test(trimmed) ||
    /^\|?[\s:|-]+\|$/.test(trimmed)
  )
    return
  else if (item) builder.item(plain(item[1] ?? ''))
  else if (trimmed.startsWith('|')) builder.line(plain(cells(trimmed)))
  else builder.line(plain(trimmed))
}

/** Comments on one line each, so that lines can be read one by one. */
function joinComments(markdown: string): string {
  return markdown.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/\s*\n\s*/g, ' '))
}

function cells(row: string): string {
  const inner = row.replace(/^\||\|$/g, '')
  return inner
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(': ')
}

/** Inline markup off, text kept. */
function plain(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
    .replace(/^>\s?/, '')
    .trim()
}

/** Collects lines into blocks; every reader that works line by line builds with it. */
export class BlockBuilder {
  readonly #blocks: Block[] = []
  #lines: string[] = []
  #items: string[] = []
  #afterBlank = false

  heading(level: number, text: string): void {
    this.#close()
    if (text !== '') this.#blocks.push({ kind: 'heading', level, text })
  }

  noted(kind: 'asked' | 'unanswered', questions: readonly string[]): void {
    this.#close()
    const named = questions.map((question) => question.trim()).filter((question) => question !== '')
    this.#blocks.push({ kind, questions: named })
  }

  blank(): void {
    this.#closeParagraph()
    this.#afterBlank = true
  }

  item(text: string): void {
    this.#closeParagraph()
    if (text !== '') this.#items.push(text)
    this.#afterBlank = false
  }

  /** A line of text; directly under a list item it continues that item. */
  line(text: string): void {
    const last = this.#items.at(-1)
    if (last !== undefined && !this.#afterBlank) {
      this.#items[this.#items.length - 1] = `${last} ${text}`
      return
    }
    this.#closeList()
    if (text !== '') this.#lines.push(text)
    this.#afterBlank = false
  }

  finish(): Block[] {
    this.#close()
    return this.#blocks
  }

  #close(): void {
    this.#closeParagraph()
    this.#closeList()
    this.#afterBlank = false
  }

  #closeParagraph(): void {
    if (this.#lines.length > 0) this.#blocks.push({ kind: 'paragraph', text: this.#lines.join('\n') })
    this.#lines = []
  }

  #closeList(): void {
    if (this.#items.length > 0) this.#blocks.push({ kind: 'list', items: this.#items })
    this.#items = []
  }
}
