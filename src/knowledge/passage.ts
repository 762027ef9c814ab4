/** Front matter of a document, or what the reader found in its place. */
export interface DocumentInfo {
  /** Path below the documents folder without extension, with forward slashes: stable over reindexing. */
  readonly id: string
  readonly title: string
  /** `samenvatting`: our own words about a source. `bron`: the source itself. */
  readonly kind: 'bron' | 'samenvatting'
  /** Name of the source as members read it, for example "VVSG, Over ons"; null when the document does not say. */
  readonly source: string | null
  /** Only from the source itself, else null. */
  readonly url: string | null
  /** ISO day, or words such as "circa 2013"; null when unknown. */
  readonly date: string | null
  /** Higher outranks lower where sources disagree; 0 when not given. */
  readonly authority: number
  /** ISO days, both inclusive; null is open. Outside them a passage is never found. */
  readonly validFrom: string | null
  readonly validUntil: string | null
  /** `leden`: only for an asker whose body is known. */
  readonly audience: 'publiek' | 'leden'
  readonly language: 'nl' | 'en'
  /** Which source it came from, as named in `sources.yaml`; `documents` for the folder. Left out: not from a listed source. */
  readonly origin?: string
  /** Who looks after it, as staff write it; left out when nobody is named. */
  readonly owner?: string
  /** ISO day after which its owner wants to look at it again; it stays findable. Left out when none is set. */
  readonly reviewBy?: string
}

/** A piece of a document that can be found and cited. */
export interface Passage {
  /** Unique within a generation: `<document>#<position>`. */
  readonly id: string
  readonly document: DocumentInfo
  /** Headings from the outermost in, without the title; empty above the first heading. */
  readonly section: readonly string[]
  /** 0, 1, 2 ... within the document. */
  readonly position: number
  /** Clean text, verbatim enough to quote: paragraphs separated by a blank line, list items by a line break. */
  readonly text: string
  /** Questions this passage answers, as its author noted them; searched, never quoted. Empty when none. */
  readonly asked: readonly string[]
  /** Questions like this passage that no document answers, as its author noted them; never searched. Left out: none. */
  readonly unanswered?: readonly string[]
}

/** One passage found, with what is needed to explain and to judge it. */
export interface Hit {
  readonly passage: Passage
  /**
   * How much of the question was found, 0 to 1; comparable within one search only. Hits are in the order of this and of
   * how they are said, so a lower score may come first.
   */
  readonly score: number
  /** Score of each part before fusion, for example `{ words: 7.1, vectors: 0.42 }`; for explaining. */
  readonly parts: Readonly<Record<string, number>>
  /** Query terms (as analysed) that matched, and through what: itself, a compound part, a spelling slip, the glossary. */
  readonly matched: readonly MatchedTerm[]
}

export interface MatchedTerm {
  /** As the member typed it. */
  readonly word: string
  /** The stem in the passage. */
  readonly term: string
  readonly through: 'word' | 'compound' | 'spelling' | 'glossary'
}

export interface SearchOptions {
  /** How many passages at most. */
  readonly limit: number
  /** Whether passages for members only may be found. */
  readonly membersOnly: boolean
  /** ISO day in Brussels on which validity is judged. */
  readonly today: string
}

/** What the desk searches in: one published generation of the index. */
export interface PassageIndex {
  /** Best first; an empty list when nothing matches. Never throws on any query text. */
  search(query: string, options: SearchOptions): Promise<readonly Hit[]>

  /** The passage with this id; null when there is none or its document is denied. Audience is the caller's to check. */
  passage(id: string): Passage | null
}
