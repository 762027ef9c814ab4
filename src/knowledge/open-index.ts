import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadWordList } from './dutch/word-list.js'
import { KnowledgeError } from './errors.js'
import { type BuildOptions, buildIndex, type ReindexReport } from './generation/build.js'
import { indexFolders, publishedNames, publishedStamp } from './generation/folders.js'
import { type OpenGeneration, openPublished } from './generation/open.js'
import type { DocumentInfo, Hit, Passage, PassageIndex, SearchOptions } from './passage.js'
import type { Query } from './search/query.js'
import { queryFor, type SearchContext, searchGeneration } from './search/search.js'
import { RANKING_WEIGHTS, type RankingWeights } from './search/weights.js'
import { type Embedder, LATENT_EMBEDDER_ID } from './vectors/embedder.js'

/** How to open an index. */
export interface OpenOptions {
  /** Folder of the installation; the index is in `index/` below it. */
  readonly dataDir: string
  /** The embedder the index was built with; null or left out for latent vectors. */
  readonly embedder?: Embedder | null
  /** Ids of documents that must not be found from now on, whatever the index holds; asked at every search. */
  readonly denied?: () => ReadonlySet<string>
  /** Told about a damaged or unreadable generation; another one, or exact search, then serves. */
  readonly onProblem?: (problem: Error) => void
  /** Told the name of a new generation once it serves. */
  readonly onSwap?: (generation: string) => void
  /** How often to look for a new generation, in milliseconds; 250 when left out, 0 for never. */
  readonly pollMs?: number
  readonly weights?: RankingWeights
}

/** The published index, which follows new generations by itself. */
export interface KnowledgeIndex extends PassageIndex {
  /** Name of the generation that serves now. */
  generation(): string
  /** Whether the vectors count in this generation, and how many passages it holds. */
  size(): { readonly passages: number; readonly vectors: number }
  documents(): readonly DocumentInfo[]
  /** Ids of the documents that the index holds from a source, the denied ones included. */
  documentIds(origin: string): readonly string[]
  /** Passages of a document in order; empty when there is no such document, or when it is denied. */
  passagesOf(documentId: string): readonly Passage[]
  /** How the index reads a question: its words, what they weigh and what they were expanded with. */
  read(text: string): Query
  /** Looks for a new generation now; resolves when it serves, or at once when there is none. */
  refresh(): Promise<void>
  /** Ends looking for new generations and closes the files. */
  close(): void
}

/**
 * Opens the published generation and keeps up with new ones: four times a second `current` is read, a new generation is
 * verified and swapped in whole, and the old one is closed when the last search in it has ended.
 *
 * @throws KnowledgeError `E_INDEX_MISSING`, `E_INDEX_DAMAGED` or `E_INDEX_MISMATCH`.
 */
export async function openIndex(options: OpenOptions): Promise<KnowledgeIndex> {
  const opening = openChecked(options)
  // While files are hashed elsewhere; the first question would wait for it.
  loadWordList()
  const opened = new PublishedIndex(options, await opening)
  opened.follow(options.pollMs ?? 250)
  return opened
}

/**
 * Indexes a folder for one run and opens it. The index lives in a temporary folder that `close` removes.
 */
export async function openTemporaryIndex(
  build: Omit<BuildOptions, 'dataDir'> & { readonly weights?: RankingWeights },
): Promise<{ readonly index: KnowledgeIndex; readonly report: ReindexReport; close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vraagbaak-'))
  const remove = () => rm(dataDir, { recursive: true, force: true })
  try {
    const report = await buildIndex({ ...build, dataDir })
    const { embedder = null, weights = RANKING_WEIGHTS } = build
    const index = await openIndex({ dataDir, embedder, weights, pollMs: 0 })
    const close = async () => {
      index.close()
      await remove()
    }
    return { index, report, close }
  } catch (error) {
    await remove()
    throw error
  }
}

async function openChecked(options: OpenOptions): Promise<OpenGeneration> {
  const opened = await openPublished(indexFolders(options.dataDir), options.onProblem ?? (() => {}))
  const expected = options.embedder?.id ?? LATENT_EMBEDDER_ID
  const found = opened.manifest.vectors.embedder
  if (found === expected) return opened
  opened.index.close()
  throw new KnowledgeError(
    'E_INDEX_MISMATCH',
    `index built with embedder "${found}", EMBEDDER says "${expected}"; run "vraagbaak reindex"`,
  )
}

const NONE: ReadonlySet<string> = new Set()

/** A generation with the searches that still run in it. */
interface Serving {
  readonly generation: OpenGeneration
  searches: number
  retired: boolean
}

class PublishedIndex implements KnowledgeIndex {
  readonly #options: OpenOptions
  #serving: Serving
  #timer: NodeJS.Timeout | undefined
  #refreshing: Promise<void> | undefined
  /** Stamp of a publishing that could not be opened: not tried again each second, only once something new is published. */
  #refused: string | undefined

  constructor(options: OpenOptions, generation: OpenGeneration) {
    this.#options = options
    this.#serving = { generation, searches: 0, retired: false }
  }

  follow(pollMs: number): void {
    if (pollMs <= 0) return
    this.#timer = setInterval(() => void this.refresh(), pollMs)
    this.#timer.unref()
  }

  async search(text: string, options: SearchOptions): Promise<readonly Hit[]> {
    const serving = this.#serving
    serving.searches++
    try {
      return await searchGeneration(this.#context(serving), text, options)
    } finally {
      serving.searches--
      closeWhenIdle(serving)
    }
  }

  passage(id: string): Passage | null {
    const passage = this.#serving.generation.index.passage(id)
    return passage && this.#denied().has(passage.document.id) ? null : passage
  }

  passagesOf(documentId: string): readonly Passage[] {
    if (this.#denied().has(documentId)) return []
    return this.#serving.generation.index.passagesOf(documentId)
  }

  read(text: string): Query {
    return queryFor(this.#context(this.#serving), text)
  }

  generation(): string {
    return this.#serving.generation.name
  }

  size() {
    const { passages, vectors } = this.#serving.generation.manifest
    return { passages: passages.count, vectors: vectors.count }
  }

  documents(): readonly DocumentInfo[] {
    const denied = this.#denied()
    return this.#serving.generation.index.documents().filter(({ id }) => !denied.has(id))
  }

  documentIds(origin: string): readonly string[] {
    return this.#serving.generation.index.documentIds(origin)
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#swap().finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  close(): void {
    clearInterval(this.#timer)
    this.#serving.retired = true
    closeWhenIdle(this.#serving)
  }

  async #swap(): Promise<void> {
    const folders = indexFolders(this.#options.dataDir)
    const stamp = publishedStamp(folders)
    const [published] = publishedNames(folders)
    if (published === undefined || published === this.generation() || stamp === this.#refused) return
    try {
      const next = await openChecked(this.#options)
      if (next.name !== published) this.#refused = stamp
      const old = this.#serving
      this.#serving = { generation: next, searches: 0, retired: old.retired }
      old.retired = true
      closeWhenIdle(old)
      closeWhenIdle(this.#serving)
      this.#options.onSwap?.(next.name)
    } catch (error) {
      this.#refused = stamp
      this.#options.onProblem?.(error instanceof Error ? error : new Error(String(error)))
    }
  }

  #denied(): ReadonlySet<string> {
    return this.#options.denied?.() ?? NONE
  }

  #context({ generation }: Serving): SearchContext {
    const { embedder, weights } = this.#options
    return {
      generation,
      embedder: embedder ?? null,
      weights: weights ?? RANKING_WEIGHTS,
      denied: this.#denied(),
    }
  }
}

function closeWhenIdle(serving: Serving): void {
  if (serving.retired && serving.searches === 0) serving.generation.index.close()
}
