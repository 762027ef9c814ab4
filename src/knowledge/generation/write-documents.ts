import { setImmediate } from 'node:timers/promises'
import type { Database, Statement } from 'better-sqlite3'
import { UpkeepLists } from '../upkeep/lists.js'
import type { FailedDocument } from './runs.js'
import { type DocumentSource, maskedDocument, type ReadDocument } from './sources.js'
import { GenerationWriter, type Version } from './writer.js'

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

/** What a file is brought in line with. */
export interface Wanted {
  readonly sources: readonly DocumentSource[]
  readonly stamps: Stamps
  /** Names of sources that could not be listed: what they gave before stays. */
  readonly unavailable: ReadonlySet<string>
  /** Names of the sources that are listed; what is left of others goes. */
  readonly origins: ReadonlySet<string>
  /** Ids of documents that were withdrawn: they go, whatever their source. */
  readonly denied: ReadonlySet<string>
}

/** Stamps of sources; a source without one, or that cannot be looked at, is not there. */
export type Stamps = ReadonlyMap<DocumentSource, string>

/** How many files are looked at before others get their turn. */
const STAMPED_AT_ONCE = 200

/** The stamps as they are now. */
export async function stampsOf(sources: readonly DocumentSource[]): Promise<Stamps> {
  const stamps = new Map<DocumentSource, string>()
  for (const [index, source] of sources.entries()) {
    const stamp = stampOf(source)
    if (stamp !== null) stamps.set(source, stamp)
    if (index % STAMPED_AT_ONCE === 0) await setImmediate()
  }
  return stamps
}

/** A file that is gone by now fails when it is read. */
function stampOf(source: DocumentSource): string | null {
  try {
    return source.stamp?.() ?? null
  } catch {
    return null
  }
}

/** From this many documents on, a source in which nothing is left is taken for one that is away, not for an empty one. */
export const FEW = 3

/** Brings the documents of a file in line with the sources, reading only those whose hash is new. */
export async function writeDocuments(
  db: Database,
  wanted: Wanted,
  onProgress: (done: number, total: number) => void,
): Promise<Changes> {
  const run = new Run(db, wanted.stamps)
  const { sources } = wanted
  db.exec('BEGIN')
  for (const [index, source] of sources.entries()) {
    // Most are as they were, and waiting for nothing tens of thousands of times takes a while.
    if (!run.isKnown(source)) await run.take(source)
    onProgress(index + 1, sources.length)
  }
  run.removeOthers(wanted)
  const changes = run.finish()
  db.exec('COMMIT')
  return changes
}

/** What the file holds of a document already. */
interface Known {
  readonly hash: string
  readonly owner: string | null
  readonly origin: string | null
}

class Run {
  readonly #stamps: Stamps
  readonly #writer: GenerationWriter
  readonly #upkeep: UpkeepLists
  /** Stamps of the documents in the file; the rest is only read of the few that are not as they were. */
  readonly #known: ReadonlyMap<string, string | null>
  readonly #find: Statement<[string], Known>
  readonly #documents = {
    added: [] as string[],
    changed: [] as string[],
    removed: [] as string[],
  }
  #unchanged = 0
  readonly #failed: FailedDocument[] = []
  readonly #added: number[] = []
  readonly #removed: number[] = []

  constructor(db: Database, stamps: Stamps) {
    this.#stamps = stamps
    this.#writer = new GenerationWriter(db)
    this.#upkeep = new UpkeepLists(db)
    this.#known = new Map(
      db.prepare<[], [string, string | null]>('SELECT id, stamp FROM documents').raw().all(),
    )
    this.#find = db.prepare("SELECT hash, info ->> '$.owner' AS owner, origin FROM documents WHERE id = ?")
  }

  /** Whether its stamp tells that a source is as it was; counts it then. */
  isKnown(source: DocumentSource): boolean {
    const stamp = this.#stamps.get(source)
    if (stamp === undefined || this.#known.get(source.id) !== stamp) return false
    this.#unchanged++
    return true
  }

  /** Reads a source whose stamp is new. */
  async take(source: DocumentSource): Promise<void> {
    const before = this.#find.get(source.id)
    const read = await this.#read(source, before)
    if (read === null) return
    // From here on nothing may fail for one document alone: half of it must never be published.
    const { info, passages } = read.document
    if (before) this.#remove(source.id)
    this.#added.push(...this.#writer.add(info, read.version, passages))
    this.#upkeep.add(info, passages)
    this.#documents[before ? 'changed' : 'added'].push(source.id)
  }

  /** Null when there is nothing new to read, or when it cannot be read, which is noted. */
  async #read(
    source: DocumentSource,
    before: Known | undefined,
  ): Promise<{ readonly version: Version; readonly document: ReadDocument } | null> {
    try {
      const stamp = this.#stamps.get(source) ?? null
      const hash = await source.hash()
      if (before?.hash !== hash)
        return { version: { hash, stamp }, document: maskedDocument(await source.read()) }
      // Written anew with the same content: known by its new stamp next time.
      if (stamp !== null) this.#writer.restamp(source.id, stamp)
      this.#unchanged++
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const { file, origin = null } = source
      const owner = source.owner ?? before?.owner ?? null
      this.#failed.push({ file, reason, kept: before !== undefined, origin, owner })
    }
    return null
  }

  #remove(id: string): void {
    this.#removed.push(...this.#writer.remove(id))
    this.#upkeep.remove(id)
  }

  removeOthers(wanted: Wanted): void {
    const { sources, unavailable, denied } = wanted
    const present = new Set(sources.map(({ id }) => id))
    const gone = [...this.#known.keys()]
      .filter((id) => !present.has(id))
      .map((id) => ({ id, origin: this.#find.get(id)?.origin ?? null }))
    const kept = new Set([...unavailable, ...this.#emptied(wanted, gone)])
    for (const { id, origin } of gone) {
      if (!denied.has(id) && origin !== null && kept.has(origin)) continue
      this.#remove(id)
      this.#documents.removed.push(id)
    }
  }

  /** Sources that held several documents and now hold none: a folder that is not mounted looks like that. */
  #emptied(
    { sources, origins, denied }: Wanted,
    gone: readonly { readonly id: string; readonly origin: string | null }[],
  ): string[] {
    const left = new Set(sources.map(({ origin }) => origin))
    const before = new Map<string, number>()
    for (const { id, origin } of gone) {
      if (origin === null || !origins.has(origin) || denied.has(id) || left.has(origin)) continue
      before.set(origin, (before.get(origin) ?? 0) + 1)
    }
    return [...before].flatMap(([origin, count]) => {
      if (count < FEW) return []
      const reason =
        `${origin}: nothing is left of its ${count} documents; they stay in the index until it is back. ` +
        'If it is meant to be empty, run "vraagbaak reindex --full"'
      this.#failed.push({ file: origin, reason, kept: true, origin, owner: null })
      return [origin]
    })
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
