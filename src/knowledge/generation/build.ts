import { renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { GlossaryEntry } from '../glossary.js'
import { loadGlossary } from '../glossary.js'
import type { WebAccess } from '../sources/guarded-get.js'
import { type Fetching, type Listing, listSources } from '../sources/list.js'
import { type Lists, readLists } from '../upkeep/lists.js'
import { type Embedder, LATENT_EMBEDDER_ID } from '../vectors/embedder.js'
import { buildVectors } from './build-vectors.js'
import { closeChanged, openToChange } from './changed-file.js'
import { hashChanged, hashInPieces } from './file-hash.js'
import {
  flush,
  type IndexFolders,
  indexFolders,
  PASSAGES_FILE,
  publish,
  startBuilding,
  VECTORS_FILE,
  withIndexLock,
} from './folders.js'
import { sealGeneration } from './manifest.js'
import type { Contradiction, Overlap } from './runs.js'
import { createIndexFile, writeMeta, writePacked } from './schema.js'
import { type Before, copySoundGeneration } from './sound-generation.js'
import type { DocumentSource } from './sources.js'
import { type Changes, type Stamps, stampsOf, writeDocuments } from './write-documents.js'

/** What to index and where. */
export interface BuildOptions {
  /** A knowledge folder (with `documents/` in it) or a plain folder of files; null when `sources` is all there is. */
  readonly knowledgeDir: string | null
  /** Folder of the installation; the index goes into `index/` below it. */
  readonly dataDir: string
  /** Starts from nothing instead of from the published generation. */
  readonly full?: boolean
  /** Null or left out: latent vectors learned from the corpus. */
  readonly embedder?: Embedder | null
  /** Documents that are no files, such as answers that staff published. */
  readonly sources?: readonly DocumentSource[]
  /** Ids of documents that were withdrawn: left out, whatever the sources hold. */
  readonly denied?: ReadonlySet<string>
  /** Which websites are asked for changes; none when left out. */
  readonly fetching?: Fetching
  /** How they are reached; the public web when left out. */
  readonly web?: WebAccess
  readonly onProgress?: (progress: Progress) => void
}

export interface Progress {
  readonly phase: 'documents' | 'vectors' | 'publishing'
  readonly done: number
  readonly total: number
}

/** What a reindex did. */
export interface ReindexReport {
  /** Name of the generation now published. */
  readonly generation: string
  readonly full: boolean
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
  /** Ids of the documents behind the first three counts. */
  readonly documents: Changes['documents']
  /** Documents that could not be read, with the reason, and whether their last good version stays. */
  readonly failed: Changes['failed']
  readonly passages: number
  /** Passages in the vector index, and those without a usable vector. */
  readonly vectors: number
  readonly withoutVector: number
  readonly embedder: string
  /** How much bigger the index is than the one it started from, in documents, passages and bytes. */
  readonly grew: { readonly documents: number; readonly passages: number; readonly bytes: number }
  /** For those who look after the documents. */
  readonly overlaps: readonly Overlap[]
  readonly contradictions: readonly Contradiction[]
}

/**
 * Builds a new generation of the index and publishes it whole. Until that moment, and whatever happens on the way,
 * the old one serves.
 *
 * Unchanged documents keep their passages and vectors. A document that cannot be read keeps its last good version
 * and is reported; the rest is indexed.
 *
 * @throws KnowledgeError `E_INDEX_LOCKED` when another build is running, `E_KNOWLEDGE_FOLDER` without a folder.
 * @throws FileError when the glossary is wrong.
 */
export async function buildIndex(options: BuildOptions): Promise<ReindexReport> {
  return withIndexLock(indexFolders(options.dataDir), () => buildLocked(options))
}

/** As {@link buildIndex}, for those who hold the index lock already. */
export async function buildLocked(options: BuildOptions): Promise<ReindexReport> {
  const folders = indexFolders(options.dataDir)
  const glossary = options.knowledgeDir === null ? [] : loadGlossary(options.knowledgeDir)
  const folder = startBuilding(folders)
  try {
    const copying = options.full
      ? null
      : copySoundGeneration(folders, options.embedder?.id ?? LATENT_EMBEDDER_ID, join(folder, PASSAGES_FILE))
    // Copying keeps other threads busy; this one looks meanwhile at what there is.
    const [before, wanted] = await settled(copying, wantedSources(options))
    return await buildIn({ ...wanted, folder, folders, before, glossary, options })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Both results, but not before both have ended: what is still under way must not write into a folder that is gone. */
async function settled<A, B>(a: Promise<A> | null, b: Promise<B>): Promise<readonly [A | null, B]> {
  await Promise.allSettled([a, b])
  return [await a, await b]
}

async function wantedSources(options: BuildOptions): Promise<Pick<Job, 'listing' | 'sources' | 'stamps'>> {
  const listing = await listed(options)
  const sources = [...listing.documents, ...(options.sources ?? [])].filter(
    ({ id }) => !options.denied?.has(id),
  )
  return { listing, sources, stamps: await stampsOf(sources) }
}

const NO_SOURCES: Listing = { documents: [], failed: [], unavailable: new Set(), origins: new Set() }

async function listed({ knowledgeDir, dataDir, fetching = 'none', web }: BuildOptions): Promise<Listing> {
  if (knowledgeDir === null) return NO_SOURCES
  return listSources({ knowledgeDir, dataDir, fetching, ...(web && { web }) })
}

interface Job {
  readonly folder: string
  readonly folders: IndexFolders
  readonly before: Before | null
  readonly sources: readonly DocumentSource[]
  readonly stamps: Stamps
  readonly listing: Listing
  readonly glossary: readonly GlossaryEntry[]
  readonly options: BuildOptions
}

async function buildIn(job: Job): Promise<ReindexReport> {
  const { folder, before, options } = job
  const path = join(folder, PASSAGES_FILE)
  const db = before ? openToChange(path) : createIndexFile(path)
  try {
    const { failed, unavailable, origins } = job.listing
    const written = await writeDocuments(
      db,
      { sources: job.sources, stamps: job.stamps, unavailable, origins, denied: options.denied ?? new Set() },
      (done, total) => options.onProgress?.({ phase: 'documents', done, total }),
    )
    const changes = { ...written, failed: [...failed, ...written.failed] }
    if (
      before?.published &&
      changes.added.length + changes.removed.length === 0 &&
      changes.counts.removed === 0
    ) {
      if (!glossaryChanged(db, job.glossary)) return unchanged(before, changes, readLists(db))
    }
    // Nearly all of it stays as it was copied, and the disk has nothing else to do meanwhile.
    const flushed = before ? flush(path) : Promise.resolve()
    flushed.catch(() => {}) // told where it is waited for
    writeMeta(db, 'glossary', JSON.stringify(job.glossary))
    const previous = before && {
      index: before.vectors,
      dimensions: before.manifest.vectors.dimensions,
      count: before.manifest.vectors.count,
    }
    db.exec('BEGIN')
    const vectors = await buildVectors({
      db,
      folder,
      embedder: options.embedder ?? null,
      previous,
      added: changes.added,
      removed: changes.removed,
      onProgress: (done, total) => options.onProgress?.({ phase: 'vectors', done, total }),
    })
    db.exec('COMMIT')
    const passages = vectors.count + vectors.rejected
    const lists = readLists(db)
    const hashed = before ? hashChanged(path, before.copied.digests, closeChanged(db)) : hashPacked(db, path)
    options.onProgress?.({ phase: 'publishing', done: 0, total: 1 })
    const { count, dimensions, embedder, saved } = vectors
    const generation = await sealGeneration(
      folder,
      { passages, vectors: count, dimensions, embedder },
      hashed,
      saved,
    )
    const bytes = sizeOf(folder)
    const bytesBefore = before ? sizeOf(before.folder) : 0
    await publish(job.folders, folder, generation, before?.name ?? null, flushed)
    options.onProgress?.({ phase: 'publishing', done: 1, total: 1 })
    return {
      generation,
      full: before === null,
      ...changes.counts,
      documents: changes.documents,
      failed: changes.failed,
      passages,
      vectors: vectors.count,
      withoutVector: vectors.rejected,
      embedder: vectors.embedder,
      grew: {
        documents: changes.counts.added - changes.counts.removed,
        passages: passages - (before?.manifest.passages.count ?? 0),
        bytes: bytes - bytesBefore,
      },
      ...lists,
    }
  } finally {
    db.close()
  }
}

/** Of what the first build wrote, one passage after another grew by its vector: writes it anew and hashes it. */
function hashPacked(db: Database, path: string): Promise<string> {
  db.exec("INSERT INTO words (words) VALUES ('optimize')")
  const packed = `${path}.packed`
  writePacked(db, packed)
  db.close()
  renameSync(packed, path)
  return hashInPieces(path)
}

function glossaryChanged(db: Database, glossary: readonly GlossaryEntry[]): boolean {
  const found = db.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'glossary'").get()
  return found?.value !== JSON.stringify(glossary)
}

function unchanged({ name, manifest }: Before, changes: Changes, lists: Lists): ReindexReport {
  return {
    generation: name,
    full: false,
    ...changes.counts,
    documents: changes.documents,
    failed: changes.failed,
    passages: manifest.passages.count,
    vectors: manifest.vectors.count,
    withoutVector: manifest.passages.count - manifest.vectors.count,
    embedder: manifest.vectors.embedder,
    grew: { documents: 0, passages: 0, bytes: 0 },
    ...lists,
  }
}

function sizeOf(folder: string): number {
  return [PASSAGES_FILE, VECTORS_FILE].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}
