import type { FrontMatter } from './front-matter.js'

/** A document as readers hand it over: what follows what, without markup. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Questions that the section they stand in answers. */
  | { readonly kind: 'asked'; readonly questions: readonly string[] }
  /** Questions that resemble the section they stand in and that no document answers. */
  | { readonly kind: 'unanswered'; readonly questions: readonly string[] }

/** What a reader found in one file. */
export interface ReadResult {
  readonly blocks: readonly Block[]
  /** Title that the file itself carries (first line, `<title>`, first heading); null when it has none. */
  readonly title: string | null
  /** Checked front matter; null when there is none. */
  readonly frontMatter: FrontMatter | null
}

/** Takes a level-1 heading at the top out of the blocks and makes it the title. */
export function takeTitle(blocks: readonly Block[]): { title: string | null; blocks: readonly Block[] } {
  const [first, ...rest] = blocks
  if (first?.kind === 'heading' && first.level === 1) return { title: first.text, blocks: rest }
  return { title: null, blocks }
}
