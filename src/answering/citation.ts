/** Where an answer comes from. An answer cannot be built without at least one. */
export interface Citation {
  /** Id of the document, the same in the index and in the page that opens the passage. */
  readonly document: string
  readonly title: string
  /** Heading path within the document, joined with " > "; empty for text above the first heading. */
  readonly section: string
  /** The source's own address; null when the source has none. Never invented. */
  readonly url: string | null
  /** The source's own date: an ISO day, or words such as "circa 2013"; null when unknown. */
  readonly date: string | null
  /** Verbatim from the passage. */
  readonly quote: string
  /** `samenvatting`: we wrote the document from a source, so the quote is our summary's, not the source's own words. */
  readonly kind: 'bron' | 'samenvatting'
  /** Name of the source a summary was made from; null when the document is the source or does not say. */
  readonly source: string | null
  /** The passage, so that a page can open it. */
  readonly passage: string
}

/** What was quoted, one quote under the other. */
export function quotesOf(citations: readonly Pick<Citation, 'quote'>[]): string {
  return citations.map(({ quote }) => quote).join('\n')
}
