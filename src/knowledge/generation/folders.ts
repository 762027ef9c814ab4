import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { KnowledgeError } from '../errors.js'

/** Names of the files in a generation. */
export const PASSAGES_FILE = 'passages.db'
export const VECTORS_FILE = 'vectors.hnsw'
export const MANIFEST_FILE = 'manifest.json'

const BUILDING = '.building-'

/** Where an installation keeps its index. */
export interface IndexFolders {
  readonly root: string
  /** Name of a generation to its folder. */
  generation(name: string): string
}

export function indexFolders(dataDir: string): IndexFolders {
  const root = join(dataDir, 'index')
  return { root, generation: (name) => join(root, name) }
}

/**
 * Names in the file `current`: the published generation first, then the one before it. Empty when nothing was
 * published yet.
 */
export function publishedNames(folders: IndexFolders): readonly string[] {
  const path = join(folders.root, 'current')
  if (!existsSync(path)) return []
  const names = readFileSync(path, 'utf8').split('\n')
  // Names come from hashes; anything else in the file must not become a path.
  return names.filter((name) => /^[0-9a-f]{16}$/.test(name))
}

/** Changes with every publishing, also when the same generation is published again; empty before the first. */
export function publishedStamp(folders: IndexFolders): string {
  const path = join(folders.root, 'current')
  return existsSync(path) ? `${statSync(path).ino} ${statSync(path).mtimeMs}` : ''
}

/** A fresh folder to build in; it disappears with the next build when this one is interrupted. */
export function startBuilding(folders: IndexFolders): string {
  mkdirSync(folders.root, { recursive: true })
  for (const name of readdirSync(folders.root)) {
    if (name.startsWith(BUILDING)) rmSync(join(folders.root, name), { recursive: true, force: true })
  }
  const folder = join(folders.root, `${BUILDING}${randomBytes(6).toString('hex')}`)
  mkdirSync(folder)
  return folder
}

/**
 * Makes a finished folder the published generation: renamed, then named in `current` by one atomic rename. Whoever
 * reads meanwhile sees the old one or the new one, whole. The last two stay.
 *
 * Writing hundreds of megabytes to the disk takes seconds. So where the generation before it is whole and on the disk,
 * the new one serves first and is written after: when the power goes in between, its hashes do not fit and the one
 * before it serves. Without such a one it is written first.
 *
 * @param sound Name of a generation that is known to be whole; null when there is none.
 * @param flushed when that much of the folder is on the disk as is being written already
 */
export async function publish(
  folders: IndexFolders,
  built: string,
  name: string,
  sound: string | null,
  flushed: Promise<void> = Promise.resolve(),
): Promise<void> {
  const target = folders.generation(name)
  const previous = publishedNames(folders).filter((other) => other !== name)
  const keep = [name, ...previous.slice(0, 1)]
  const falls = sound !== null && keep.indexOf(sound) > 0
  if (falls) await flushAll(folders.generation(sound))
  else await flushed.then(() => flushAll(built))
  // The same content has the same name: what stands there may be the damaged copy that this build replaces.
  if (existsSync(target))
    await rename(target, join(folders.root, `${BUILDING}${randomBytes(6).toString('hex')}`))
  await rename(built, target)
  await writeWhole(folders.root, 'current', `${keep.join('\n')}\n`)
  // Waited for also because a disk that failed there says so only once.
  const onDisk = falls ? flushed.then(() => flushAll(target)) : Promise.resolve()
  await settledAll([onDisk, removeOthers(folders.root, keep)])
}

async function removeOthers(root: string, keep: readonly string[]): Promise<void> {
  const old = readdirSync(root).filter(
    (name) => name.startsWith(BUILDING) || (/^[0-9a-f]{16}$/.test(name) && !keep.includes(name)),
  )
  await Promise.all(old.map((name) => rm(join(root, name), { recursive: true, force: true })))
}

/** Rejects as the first that did, but not before all have ended. */
async function settledAll(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works)
  await Promise.all(works)
}

async function flushAll(folder: string): Promise<void> {
  await Promise.all(readdirSync(folder).map((file) => flush(join(folder, file))))
  await flush(folder)
}

async function writeWhole(folder: string, name: string, content: string): Promise<void> {
  const temporary = join(folder, `${name}.tmp`)
  const file = await open(temporary, 'w')
  await file.writeFile(content)
  await file.sync()
  await file.close()
  await rename(temporary, join(folder, name))
  await flush(folder)
}

/** Writes what the system still holds of a file or folder to the disk. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Runs work while holding the index lock, so that two reindexes never overlap. The lock is SQLite's own: it is gone
 * with the process that held it, however that ended.
 *
 * @throws KnowledgeError `E_INDEX_LOCKED` at once when somebody else holds it.
 */
export async function withIndexLock<T>(folders: IndexFolders, work: () => Promise<T>): Promise<T> {
  mkdirSync(folders.root, { recursive: true })
  const lock = new Database(join(folders.root, 'lock.db'), { timeout: 0 })
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE')
    } catch (cause) {
      throw new KnowledgeError(
        'E_INDEX_LOCKED',
        `${folders.root}: another reindex is running; wait for it to end`,
        { cause },
      )
    }
    return await work()
  } finally {
    lock.close()
  }
}
