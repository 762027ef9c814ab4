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

/** An index that serves; `fresh` when it had to be built just now. */
export interface OpenedKnowledge {
  readonly index: KnowledgeIndex
  readonly fresh: boolean
}

/**
 * Opens the index, and builds it first when there is none that can serve: none yet, damaged, or made with another
 * embedder.
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
  try {
    return { index: await open(), fresh: false }
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    log.info({ code: error.code }, 'building the index')
  }
  const { failed, ...counts } = await buildIndex({ ...places, embedder })
  log.info({ ...counts, failed }, 'index built')
  return { index: await open(), fresh: true }
}
