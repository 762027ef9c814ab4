import type { Database } from 'better-sqlite3'
import { type DocumentSource, maskedDocument } from './sources.js'
import { GenerationWriter } from './writer.js'

/** What a build changed in the file it started from. */
export interface Changes {
  readonly counts: {
    readonly added: number
    readonly changed: number
    readonly removed: number
    readonly unchanged: number
  }
  readonly failed: readonly { readonly file: string; readonly reason: string; readonly kept: boolean }[]
  /** Rows of the passages that came. */
  readonly added: readonly number[]
  /** Rows with a vector that went. */
  readonly removed: readonly number[]
}

/** Brings the documents of a file in line with the sources, reading only those whose hash is new. */
export async function writeDocuments(
  db: Database,
  sources: readonly DocumentSource[],
  onProgress: (done: number, total: number) => void,
): Promise<Changes> {
  const run = new Run(db)
  db.exec('BEGIN')
  for (const [index, source] of sources.entries()) {
    await run.take(source)
    onProgress(index + 1, sources.length)
  }
  run.removeOthers(new Set(sources.map(({ id }) => id)))
  const changes = run.finish()
  db.exec('COMMIT')
  return changes
}

class Run {
  readonly #writer: GenerationWriter
  readonly #known: ReadonlyMap<string, string>
  readonly #counts = { added: 0, changed: 0, removed: 0, unchanged: 0 }
  readonly #failed: { file: string; reason: string; kept: boolean }[] = []
  readonly #added: number[] = []
  readonly #removed: number[] = []

  constructor(db: Database) {
    this.#writer = new GenerationWriter(db)
    const rows = db.prepare<[], { id: string; hash: string }>('SELECT id, hash FROM documents').all()
    this.#known = new Map(rows.map(({ id, hash }) => [id, hash]))
  }

  async take(source: DocumentSource): Promise<void> {
    const before = this.#known.get(source.id)
    try {
      const hash = await source.hash()
      if (before === hash) {
        this.#counts.unchanged++
        return
      }
      const { info, passages } = maskedDocument(await source.read())
      if (before !== undefined) this.#removed.push(...this.#writer.remove(source.id))
      this.#added.push(...this.#writer.add(info, hash, passages))
      this.#counts[before === undefined ? 'added' : 'changed']++
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.#failed.push({ file: source.file, reason, kept: before !== undefined })
    }
  }

  removeOthers(present: ReadonlySet<string>): void {
    for (const id of this.#known.keys()) {
      if (present.has(id)) continue
      this.#removed.push(...this.#writer.remove(id))
      this.#counts.removed++
    }
  }

  finish(): Changes {
    this.#writer.finish()
    return { counts: this.#counts, failed: this.#failed, added: this.#added, removed: this.#removed }
  }
}
