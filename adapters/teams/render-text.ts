/** An element of an Adaptive Card. */
export type CardElement = Readonly<Record<string, unknown>> & { readonly type: string }

/** One stretch of text of a line. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly subtle?: boolean
  /** Only for addresses of sources and of the desk itself. */
  readonly url?: string | null
}

/** A quote shorter than this may be an ordinary line that happens to stand in a source. */
const SHORTEST_QUOTE = 20

/**
 * A line of text, shown literally: unlike a text block, runs of text know no markup, so that no link, mention or list
 * comes of what somebody wrote.
 */
export function line(runs: readonly Run[], more: Readonly<Record<string, unknown>> = {}): CardElement {
  const inlines = runs
    .filter(({ text }) => text !== '')
    .map(({ text, bold, italic, subtle, url }) => ({
      type: 'TextRun',
      text,
      ...(bold && { weight: 'Bolder' }),
      ...(italic && { italic: true }),
      ...(subtle && { isSubtle: true }),
      ...(url &&
        webAddress(url) !== null && { selectAction: { type: 'Action.OpenUrl', url: webAddress(url) } }),
    }))
  return { type: 'RichTextBlock', inlines, ...more }
}

/** A line of small grey text. */
export function smallPrint(runs: readonly Run[]): CardElement {
  return line(
    runs.map((run) => ({ subtle: true, ...run })),
    { spacing: 'Small' },
  )
}

/** A quote, set apart. */
export function quoted(text: string): CardElement {
  return { type: 'Container', style: 'emphasis', spacing: 'Small', items: lines(text, true) }
}

/**
 * A text whole, a paragraph or line each on its own.
 *
 * @param quotes paragraphs that stand word for word in one of these are shown as a quote.
 */
export function textElements(text: string, quotes: readonly string[] = []): readonly CardElement[] {
  const known = quotes.map(collapsed)
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => (isQuote(paragraph, known) ? [quoted(paragraph)] : lines(paragraph, false)))
}

function lines(paragraph: string, italic: boolean): readonly CardElement[] {
  return paragraph
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text, index) => line([{ text, italic }], { spacing: index === 0 ? 'Medium' : 'None' }))
}

function isQuote(paragraph: string, quotes: readonly string[]): boolean {
  const words = collapsed(paragraph)
  return words.length >= SHORTEST_QUOTE && quotes.some((quote) => quote.includes(words))
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** As long a beginning as fits, with an ellipsis when something was left out; by whole words. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The address; null when it is not http or https. */
export function webAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url)
    return protocol === 'http:' || protocol === 'https:' ? href : null
  } catch {
    return null
  }
}
