import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type DocumentFile, listDocuments } from '../knowledge/documents.js'
import { Later } from './later.js'

/** A folder with documents, and the source they belong to. */
export interface WatchedFolder {
  readonly origin: string
  readonly folder: string
}

/** What the watch looks at and whom it tells. */
export interface FolderWatchOptions {
  /** Asked at each look, since staff may add a folder. */
  readonly folders: () => readonly WatchedFolder[]
  /** Single files that also decide what is in the index, such as the glossary; they need not exist. */
  readonly files: readonly string[]
  /** How long nothing may happen before a look, in milliseconds. */
  readonly quietMs: number
  /** How often to look in any case: some folders, on a network above all, tell of nothing. In milliseconds. */
  readonly pollMs: number
  /** Told after each look which documents a folder holds now. */
  readonly onListing: (origin: string, ids: ReadonlySet<string>) => void
  /** Told when anything became different since the look before. */
  readonly onChange: () => void
  /** Told when a folder cannot be read or watched; what was known of it stays. */
  readonly onProblem: (problem: unknown) => void
}

/** Beyond this many folders only the regular look notices changes: the system's watches are limited. */
const MOST_WATCHED = 256
/** How many files are looked at side by side. */
const BATCH = 32

/** Notices within a moment when documents are added, changed or removed. */
export class FolderWatch {
  readonly #options: FolderWatchOptions
  readonly #watchers = new Map<string, FSWatcher>()
  readonly #soon: Later<void>
  #seen: string | null = null
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> | null = null
  #stopped = false

  constructor(options: FolderWatchOptions) {
    this.#options = options
    this.#soon = new Later({ quietMs: options.quietMs, longestMs: options.quietMs * 4 }, () => this.look())
  }

  /** Takes a first look, which changes nothing, and goes on looking. */
  async start(): Promise<void> {
    await this.look()
    this.#timer = setInterval(() => void this.look(), this.#options.pollMs)
    this.#timer.unref()
  }

  /** Looks now; when a look is under way, that one counts. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    this.#soon.stop()
    for (const watcher of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
    await this.#looking
  }

  async #look(): Promise<void> {
    const { folders, files, onListing, onChange, onProblem } = this.#options
    try {
      const seen: string[] = []
      const watched = new Set(files.map((file) => dirname(file)))
      for (const { origin, folder } of folders()) {
        const documents = await listDocuments(folder)
        watched.add(folder)
        for (const { path } of documents) watched.add(dirname(path))
        seen.push(...(await stampsOf(documents.map(({ path }) => path))))
        if (this.#stopped) return
        onListing(origin, new Set(documents.map(({ id }: DocumentFile) => id)))
      }
      seen.push(...(await stampsOf(files)))
      if (this.#stopped) return
      this.#watch(watched)
      const now = seen.join('\n')
      const changed = this.#seen !== null && this.#seen !== now
      this.#seen = now
      if (changed) onChange()
    } catch (problem) {
      onProblem(problem)
    }
  }

  #watch(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue
      watcher.close()
      this.#watchers.delete(folder)
    }
    for (const folder of folders) {
      if (this.#watchers.size >= MOST_WATCHED) return
      if (!this.#watchers.has(folder)) this.#watchOne(folder)
    }
  }

  #watchOne(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#soon.ask())
      watcher.on('error', (problem) => {
        watcher.close()
        this.#watchers.delete(folder)
        this.#options.onProblem(problem)
      })
      this.#watchers.set(folder, watcher)
    } catch (problem) {
      this.#options.onProblem(problem)
    }
  }
}

/** Name, size and time of change of each file; one that is not there has none. */
async function stampsOf(paths: readonly string[]): Promise<string[]> {
  const stamps: string[] = []
  for (let start = 0; start < paths.length; start += BATCH) {
    stamps.push(...(await Promise.all(paths.slice(start, start + BATCH).map(stampOf))))
  }
  return stamps
}

async function stampOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path)
    return `${path} ${size} ${mtimeMs} ${ino}`
  } catch {
    return `${path} -`
  }
}
