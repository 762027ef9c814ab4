import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { KnowledgeError } from '../knowledge/errors.js'
import { buildIndex } from '../knowledge/generation/build.js'
import { type KnowledgeIndex, openIndex } from '../knowledge/open-index.js'
import { embedderFrom } from '../knowledge/vectors/embedder.js'

/** Where the documents are, where the index is, and how texts become vectors. */
export interface KnowledgePlaces {
  readonly knowledgeDir: string
  readonly dataDir: string
  /** As in `EMBEDDER`; null for the one that is built in. */
  readonly embedder: string | null
}

/** How long to wait before looking again whether another process has built the index, in milliseconds. */
const WAIT_MS = 500

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
export async function openKnowledge(places: KnowledgePlaces, log: Logger): Promise<OpenedKnowledge> {
  const embedder = await embedderFrom(places.embedder ?? undefined)
  const open = () =>
    openIndex({
      dataDir: places.dataDir,
      embedder,
      onProblem: (problem) => log.error({ err: problem }, 'index'),
      onSwap: (generation) => log.info({ generation }, 'index swapped'),
    })
  for (;;) {
    try {
      return { index: await open(), fresh: false }
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error
      log.info({ code: error.code }, 'building the index')
    }
    try {
      const { failed, ...counts } = await buildIndex({ ...places, embedder })
      log.info({ ...counts, failed }, 'index built')
      return { index: await open(), fresh: true }
    } catch (error) {
      if (!(error instanceof KnowledgeError) || error.code !== 'E_INDEX_LOCKED') throw error
      log.info('waiting for the index that another process builds')
      await sleep(WAIT_MS)
    }
  }
}
