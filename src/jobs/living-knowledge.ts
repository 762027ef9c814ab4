import { join } from 'node:path'
import type { Logger } from 'pino'
import type { DeniedDocuments } from '../knowledge/denied-documents.js'
import { DOCUMENTS_DEFAULTS, documentsFolder } from '../knowledge/documents.js'
import { FEW } from '../knowledge/generation/write-documents.js'
import type { KnowledgeIndex } from '../knowledge/open-index.js'
import { hasWebsites } from '../knowledge/sources/list.js'
import { readSourcesFile, sourcesPath } from '../knowledge/sources/sources-file.js'
import { Withheld } from '../knowledge/withheld.js'
import { type KnowledgePlaces, openKnowledge } from './open-knowledge.js'
import type { RunMaterial } from './reindex-message.js'
import { type JobResult, Schedule } from './schedule.js'
import { FolderWatch, type WatchedFolder } from './watch-folder.js'

/** What a desk needs to answer from knowledge that keeps itself fresh. */
export interface LivingOptions {
  readonly places: KnowledgePlaces
  /** Five cron fields in UTC; null: no run by the clock. */
  readonly reindexCron: string | null
  /** Whether changes in the folders are noticed by themselves. */
  readonly watch: boolean
  readonly limitMs: number
  readonly denied: DeniedDocuments
  /** What a build must know of the store. */
  readonly material: () => Promise<RunMaterial>
  readonly log: Logger
  readonly onResult: (result: JobResult) => void
}

const DENIED_POLL_MS = 5_000
const WATCH = { quietMs: 1_000, pollMs: 20_000 }
/** The index that serves, with everything that keeps it fresh. */
export interface LivingKnowledge {
  readonly index: KnowledgeIndex
  readonly schedule: Schedule
  /** Takes up at once what this process withdrew or allowed; other processes follow within seconds. */
  refreshDenied(): Promise<void>
  /** Begins to watch the folders; `mayReindex` tells whether this process is the one that reindexes. */
  watch(mayReindex: () => boolean): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the index, building it first where needed, and puts together what keeps it fresh: the schedule, the documents
 * that were withdrawn or are gone from their folder, and the rebuild of a damaged index. Nothing runs by the clock
 * until the schedule is started.
 *
 * @throws as `openKnowledge`, and as the store when the withdrawn documents cannot be read.
 */
export async function openLivingKnowledge(options: LivingOptions): Promise<LivingKnowledge> {
  const { places, log, material, denied } = options
  const withheld = new Withheld({
    denied,
    pollMs: DENIED_POLL_MS,
    onChange: () => schedule?.reindexSoon('staff'),
    onError: (error) => log.error({ err: error }, 'withdrawn documents'),
  })
  await withheld.start()
  let damaged = false
  let schedule: Schedule | null = null
  let watching: VanishedFiles | null = null
  const opened = await openKnowledge(places, log, {
    denied: () => withheld.ids(),
    material,
    onDamage: () => {
      damaged = true
      schedule?.reindexSoon('repair')
    },
    onSwap: () => watching?.compare(),
  }).catch((error: unknown) => {
    withheld.stop()
    throw error
  })
  const { index, fresh } = opened
  schedule = plannedRuns(options, !fresh || hasWebsites(places.knowledgeDir))
  if (damaged && !fresh) schedule.reindexSoon('repair')
  watching = new VanishedFiles(index, withheld, log)
  const watch = options.watch ? watchOver(places.knowledgeDir, watching, log, () => changed()) : null
  let mayReindex = () => true
  const changed = () => mayReindex() && schedule?.reindexSoon('watch')
  return {
    index,
    schedule,
    refreshDenied: () => withheld.refresh(),
    async watch(may) {
      mayReindex = may
      await watch?.start()
    },
    async close() {
      await watch?.stop()
      await schedule?.stop()
      withheld.stop()
      index.close()
    },
  }
}

function plannedRuns(options: LivingOptions, runAtStart: boolean): Schedule {
  const { reindexCron, places, limitMs, onResult, material } = options
  return new Schedule({ reindexCron, reindex: places, limitMs, onResult, material, runAtStart })
}

function watchOver(
  knowledgeDir: string,
  vanished: VanishedFiles,
  log: Logger,
  onChange: () => void,
): FolderWatch {
  return new FolderWatch({
    ...WATCH,
    folders: () => watchedFolders(knowledgeDir),
    files: [join(knowledgeDir, 'glossary.yaml'), sourcesPath(knowledgeDir)],
    onListing: (origin, ids) => vanished.listed(origin, documentIds(origin, ids)),
    onChange,
    onProblem: (problem) => log.warn({ err: problem }, 'watching the documents'),
  })
}

function watchedFolders(knowledgeDir: string): readonly WatchedFolder[] {
  const { folders } = readSourcesFile(knowledgeDir)
  const named = folders.map(({ path, defaults }) => ({ origin: defaults.origin, folder: path }))
  return [{ origin: DOCUMENTS_DEFAULTS.origin, folder: documentsFolder(knowledgeDir) }, ...named]
}

/** Ids of a named source begin with its name. */
function documentIds(origin: string, ids: ReadonlySet<string>): ReadonlySet<string> {
  return origin === DOCUMENTS_DEFAULTS.origin ? ids : new Set([...ids].map((id) => `${origin}/${id}`))
}

/** Compares what folders hold with what the index holds: a file that is gone must not be found any more. */
class VanishedFiles {
  readonly #index: KnowledgeIndex
  readonly #withheld: Withheld
  readonly #log: Logger
  readonly #listings = new Map<string, ReadonlySet<string>>()

  constructor(index: KnowledgeIndex, withheld: Withheld, log: Logger) {
    this.#index = index
    this.#withheld = withheld
    this.#log = log
  }

  listed(origin: string, ids: ReadonlySet<string>): void {
    const before = this.#listings.get(origin)
    this.#listings.set(origin, ids)
    const same = before !== undefined && before.size === ids.size && [...ids].every((id) => before.has(id))
    if (!same) this.compare()
  }

  compare(): void {
    const vanished = [...this.#listings].flatMap(([origin, ids]) => {
      const indexed = this.#index.documentIds(origin)
      if (ids.size === 0 && indexed.length >= FEW) {
        this.#log.warn({ origin }, 'a source is empty: its documents stay until it is back')
        return []
      }
      return indexed.filter((id) => !ids.has(id))
    })
    this.#withheld.setVanished(new Set(vanished))
  }
}
