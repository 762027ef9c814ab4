import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const pageSchema = z.object({
  url: z.string(),
  /** Name of its file in the folder; null when it was never fetched. */
  file: z.string().nullable(),
  /** SHA-256 of what was fetched last. */
  hash: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** ISO day on which it changed, as the sitemap says. */
  changed: z.string().nullable(),
  /** ISO instant of the last answer that said how it is now. */
  checkedAt: z.string().nullable(),
  /** Why the last attempt failed; null when it did not. */
  failure: z.string().nullable(),
})

/** A page of a website as it was last fetched. */
export type CachedPage = z.infer<typeof pageSchema>

const stateSchema = z.object({ pages: z.array(pageSchema) })

/** The pages of one source, kept so that a website that is away takes nothing out of the index. */
export class PageCache {
  readonly #folder: string
  readonly #pages: Map<string, CachedPage>

  /** Opens the folder of a source; empty when nothing was fetched yet, or when its list cannot be read. */
  constructor(dataDir: string, source: string) {
    this.#folder = join(dataDir, 'sources', source)
    this.#pages = new Map(readState(this.#folder).map((page) => [page.url, page]))
  }

  /** Whether anything was ever fetched. */
  get isEmpty(): boolean {
    return this.#pages.size === 0
  }

  pages(): readonly CachedPage[] {
    return [...this.#pages.values()]
  }

  /** What is known of a page; a page that is new has been fetched never. */
  page(url: string): CachedPage {
    return (
      this.#pages.get(url) ?? {
        url,
        file: null,
        hash: null,
        etag: null,
        lastModified: null,
        changed: null,
        checkedAt: null,
        failure: null,
      }
    )
  }

  pathOf(file: string): string {
    return join(this.#folder, file)
  }

  note(page: CachedPage): void {
    this.#pages.set(page.url, page)
  }

  /** Keeps what was fetched as the page's last good version. */
  keep(page: CachedPage, content: Buffer, extension: string): void {
    mkdirSync(this.#folder, { recursive: true })
    const hash = createHash('sha256').update(content).digest('hex')
    const file = `${createHash('sha256').update(page.url).digest('hex').slice(0, 24)}${extension}`
    if (hash !== page.hash || page.file !== file) this.#write(file, content)
    if (page.file !== null && page.file !== file) rmSync(this.pathOf(page.file), { force: true })
    this.note({ ...page, file, hash, failure: null })
  }

  /** Forgets a page that is gone, its last good version too. */
  remove(url: string): void {
    const file = this.#pages.get(url)?.file
    if (file) rmSync(this.pathOf(file), { force: true })
    this.#pages.delete(url)
  }

  /** Writes the list; until then a crash leaves the one before, which is fetched again where it does not fit. */
  save(): void {
    mkdirSync(this.#folder, { recursive: true })
    this.#write('pages.json', JSON.stringify({ pages: this.pages() }))
  }

  #write(file: string, content: Buffer | string): void {
    const temporary = this.pathOf(`.${file}.tmp`)
    writeFileSync(temporary, content)
    renameSync(temporary, this.pathOf(file))
  }
}

/** Removes what was fetched for sources that are no longer listed. */
export function removeOtherCaches(dataDir: string, sources: ReadonlySet<string>): void {
  const root = join(dataDir, 'sources')
  if (!existsSync(root)) return
  for (const name of readdirSync(root)) {
    if (!sources.has(name)) rmSync(join(root, name), { recursive: true, force: true })
  }
}

function readState(folder: string): readonly CachedPage[] {
  try {
    const { pages } = stateSchema.parse(JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')))
    return pages.filter(({ file }) => file === null || existsSync(join(folder, file)))
  } catch {
    return []
  }
}
