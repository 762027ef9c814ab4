import type { Database } from 'better-sqlite3'
import type { FailedDocument } from './runs.js'
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
  /** Ids of the documents behind the first three counts. */
  readonly documents: {
    readonly added: readonly string[]
    readonly changed: readonly string[]
    readonly removed: readonly string[]
  }
  readonly failed: readonly FailedDocument[]
  /** Rows of the passages that came. */
  readonly added: readonly number[]
  /** Rows with a vector that went. */
  readonly removed: readonly number[]
}

/**
 * Brings the documents of a file in line with the sources, reading only those whose hash is new.
 *
 * @param unavailable Names of sources that could not be listed: what they gave before stays.
 */
export async function writeDocuments(
  db: Database,
  sources: readonly DocumentSource[],
  unavailable: ReadonlySet<string>,
  onProgress: (done: number, total: number) => void,
): Promise<Changes> {
  const run = new Run(db)
  db.exec('BEGIN')
  for (const [index, source] of sources.entries()) {
    await run.take(source)
    onProgress(index + 1, sources.length)
  }
  run.removeOthers(new Set(sources.map(({ id }) => id)), unavailable)
  const changes = run.finish()
  db.exec('COMMIT')
  return changes
}

interface Known {
  readonly hash: string
  readonly owner: string | null
  readonly origin: string | null
}

class Run {
  readonly #writer: GenerationWriter
  readonly #known: ReadonlyMap<string, Known>
  readonly #documents = {
    added: [] as string[],
    changed: [] as string[],
    removed: [] as string[],
  }
  #unchanged = 0
  readonly #failed: FailedDocument[] = []
  readonly #added: number[] = []
  readonly #removed: number[] = []

  constructor(db: Database) {
    this.#writer = new GenerationWriter(db)
    const rows = db
      .prepare<[], Known & { id: string }>(
        "SELECT id, hash, info ->> '$.owner' AS owner, origin FROM documents",
      )
      .all()
    this.#known = new Map(rows.map((row) => [row.id, row]))
  }

  async take(source: DocumentSource): Promise<void> {
    const before = this.#known.get(source.id)
    try {
      const hash = await source.hash()
      if (before?.hash === hash) {
        this.#unchanged++
        return
      }
      const { info, passages } = maskedDocument(await source.read())
      if (before) this.#removed.push(...this.#writer.remove(source.id))
      this.#added.push(...this.#writer.add(info, hash, passages))
      this.#documents[before ? 'changed' : 'added'].push(source.id)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const { file, origin = null } = source
      const owner = source.owner ?? before?.owner ?? null
      this.#failed.push({ file, reason, kept: before !== undefined, origin, owner })
    }
  }

  removeOthers(present: ReadonlySet<string>, unavailable: ReadonlySet<string>): void {
    for (const [id, { origin }] of this.#known) {
      if (present.has(id) || (origin !== null && unavailable.has(origin))) continue
      this.#removed.push(...this.#writer.remove(id))
      this.#documents.removed.push(id)
    }
  }

  finish(): Changes {
    this.#writer.finish()
    const { added, changed, removed } = this.#documents
    const counts = {
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      unchanged: this.#unchanged,
    }
    return {
      counts,
      documents: this.#documents,
      failed: this.#failed,
      added: this.#added,
      removed: this.#removed,
    }
  }
}
