import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Block } from './blocks.js'
import { BlockBuilder } from './markdown.js'

/** A page's own title and its main text. */
export interface HtmlResult {
  readonly title: string | null
  readonly blocks: readonly Block[]
}

/** What the walk needs of a DOM node; linkedom's nodes fit. */
interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'NAV',
  'HEADER',
  'FOOTER',
  'FORM',
  'SVG',
  'IFRAME',
  'BUTTON',
])
const INLINE = new Set(
  'A ABBR B BDI CITE CODE DATA DFN EM I KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR FONT LABEL'.split(
    ' ',
  ),
)

/**
 * The main text of a web page: what Readability takes for the article, or the whole body when it finds none.
 * Nothing in the page is run and nothing it names is fetched.
 */
export function readHtml(html: string): HtmlResult {
  const { document } = parseHTML(html)
  const ownTitle = clean(document.querySelector('title')?.textContent ?? '')
  const article = new Readability(document, { charThreshold: 200 }).parse()
  const content = article?.content ?? null
  const blocks = content === null ? [] : htmlBlocks(content)
  const heading = clean(article?.title ?? '')
  // Readability empties the document it works on: the fallback parses again.
  return { title: heading || ownTitle || null, blocks: blocks.length > 0 ? blocks : htmlBlocks(html) }
}

/** Any HTML fragment as blocks, without choosing a main part. */
export function htmlBlocks(html: string): Block[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const builder = new BlockBuilder()
  walk(document.body, builder)
  return builder.finish()
}

function walk(node: DomNode, builder: BlockBuilder): void {
  let inline = ''
  const flush = () => {
    for (const line of inline.split('\n')) if (clean(line) !== '') builder.line(clean(line))
    builder.blank()
    inline = ''
  }
  for (const child of node.childNodes) {
    if (isInline(child))
      inline += child.nodeName === 'BR' ? '\n' : (child.textContent ?? '').replace(/\s+/g, ' ')
    else if (child.nodeType === 1 && !SKIPPED.has(child.nodeName)) {
      flush()
      element(child, builder)
    }
  }
  flush()
}

function isInline(node: DomNode): boolean {
  return node.nodeType === 3 || node.nodeName === 'BR' || INLINE.has(node.nodeName)
}

function element(node: DomNode, builder: BlockBuilder): void {
  const heading = /^H([1-6])$/.exec(node.nodeName)
  if (heading) builder.heading(Number(heading[1]), clean(node.textContent ?? ''))
  else if (node.nodeName === 'LI') builder.item(clean(node.textContent ?? ''))
  else if (node.nodeName === 'TR') row(node, builder)
  else walk(node, builder)
}

function row(node: DomNode, builder: BlockBuilder): void {
  const cells = [...node.childNodes]
    .map((cell) => clean(cell.textContent ?? ''))
    .filter((cell) => cell !== '')
  if (cells.length > 0) builder.line(cells.join(': '))
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
