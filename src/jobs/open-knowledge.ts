import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { KnowledgeError } from '../knowledge/errors.js'
import { type KnowledgeIndex, openIndex } from '../knowledge/open-index.js'
import { reindex } from '../knowledge/reindex.js'
import { recordSource } from '../knowledge/sources/records.js'
import { embedderFrom } from '../knowledge/vectors/embedder.js'
import { NO_MATERIAL, type RunMaterial } from './reindex-message.js'

/** Where the documents are, where the index is, and how texts become vectors. */
export interface KnowledgePlaces {
  readonly knowledgeDir: string
  readonly dataDir: string
  /** As in `EMBEDDER`; null for the one that is built in. */
  readonly embedder: string | null
}

/** What a desk has to say about its index. */
export interface KnowledgeHooks {
  /** Ids of documents that must not be found from now on; asked at every search. */
  readonly denied?: () => ReadonlySet<string>
  /** What a build must know of the store. */
  readonly material?: () => Promise<RunMaterial>
  /** Told that a published index is damaged: it wants to be built again. */
  readonly onDamage?: () => void
  /** Told that a new generation serves. */
  readonly onSwap?: () => void
}

/** How long to wait before looking again whether another process has built the index, in milliseconds. */
const WAIT_MS = 500

const MENDED_BY_BUILDING: ReadonlySet<string> = new Set([
  'E_INDEX_DAMAGED',
  'E_INDEX_MISMATCH',
  'E_INDEX_MISSING',
])

/** An index that serves; `fresh` when it had to be built just now. */
export interface OpenedKnowledge {
  readonly index: KnowledgeIndex
  readonly fresh: boolean
}

/**
 * Opens the index, and builds it first when there is none that can serve: none yet, damaged, or made with another
 * embedder. When another process is building it, that one's is waited for.
 *
 * @throws KnowledgeError when it cannot be built either.
 */
export async function openKnowledge(
  places: KnowledgePlaces,
  log: Logger,
  hooks: KnowledgeHooks = {},
): Promise<OpenedKnowledge> {
  const embedder = await embedderFrom(places.embedder ?? undefined)
  const open = () =>
    openIndex({
      dataDir: places.dataDir,
      embedder,
      ...(hooks.denied && { denied: hooks.denied }),
      onProblem: (problem) => {
        log.error({ err: problem }, 'index')
        if (problem instanceof KnowledgeError && MENDED_BY_BUILDING.has(problem.code)) hooks.onDamage?.()
      },
      onSwap: (generation) => {
        log.info({ generation }, 'index swapped')
        hooks.onSwap?.()
      },
    })
  for (;;) {
    try {
      return { index: await open(), fresh: false }
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error
      log.info({ code: error.code }, 'building the index')
    }
    try {
      const { denied, records } = (await hooks.material?.()) ?? NO_MATERIAL
      const sources = records.map(recordSource)
      const built = await reindex({ ...places, embedder, denied: new Set(denied), sources, trigger: 'first' })
      const { generation, added, passages, failed, ms } = built ?? {}
      log.info({ generation, added, passages, failed, ms }, 'index built')
      return { index: await open(), fresh: true }
    } catch (error) {
      if (!(error instanceof KnowledgeError) || error.code !== 'E_INDEX_LOCKED') throw error
      log.info('waiting for the index that another process builds')
      await sleep(WAIT_MS)
    }
  }
}
