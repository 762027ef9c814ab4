import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { KnowledgeError } from '../knowledge/errors.js'
import { indexFolders, publishedNames } from '../knowledge/generation/folders.js'
import { reindex } from '../knowledge/reindex.js'
import { recordSource } from '../knowledge/sources/records.js'
import { embedderFrom } from '../knowledge/vectors/embedder.js'
import type { KnowledgePlaces } from './open-knowledge.js'
import type { RunMaterial } from './reindex-message.js'

/** How often to look whether the reindex of another process has ended, and for how long in all, in milliseconds. */
const WAIT_MS = 1000
const LONGEST_MS = 10 * 60_000

/**
 * Builds the index without documents that must be forgotten, and removes what older generations and reports of runs
 * still hold of them. A desk that runs takes the new index over within seconds.
 *
 * @param documents their ids in the index.
 * @param material asked right before the build: the documents are no longer in it.
 * @throws KnowledgeError when the index cannot be built, or another process builds it for too long.
 */
export async function forgetDocuments(
  places: KnowledgePlaces,
  documents: readonly string[],
  material: () => Promise<RunMaterial>,
): Promise<void> {
  await rebuilt(places, material)
  const folders = indexFolders(places.dataDir)
  // The one before still holds them; should the present one break, it is built again.
  const [, ...older] = publishedNames(folders)
  for (const name of older) rmSync(folders.generation(name), { recursive: true, force: true })
  removeRuns(join(folders.root, 'runs'), documents)
}

async function rebuilt(places: KnowledgePlaces, material: () => Promise<RunMaterial>): Promise<void> {
  const embedder = await embedderFrom(places.embedder ?? undefined)
  for (let waited = 0; ; waited += WAIT_MS) {
    const { denied, records } = await material()
    const sources = records.map(recordSource)
    try {
      const run = {
        ...places,
        embedder,
        denied: new Set(denied),
        sources,
        fetching: 'none',
        trigger: 'staff',
        // Built upon the one before, words that were removed would stay in unused parts of its files.
        full: true,
      } as const
      await reindex(run)
      return
    } catch (error) {
      const locked = error instanceof KnowledgeError && error.code === 'E_INDEX_LOCKED'
      if (!locked || waited >= LONGEST_MS) throw error
      await sleep(WAIT_MS)
    }
  }
}

/** A report can quote two documents that contradict each other. */
function removeRuns(folder: string, documents: readonly string[]): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    if (documents.some((id) => text.includes(JSON.stringify(id)))) rmSync(path, { force: true })
  }
}
