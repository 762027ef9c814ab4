import { setImmediate } from 'node:timers/promises'
import { KnowledgeError } from '../errors.js'
import { type Glossary, glossaryOf, parseGlossary } from '../glossary.js'
import { exactSearch, openVectorFile, type VectorSearch } from '../vectors/vector-index.js'
import type { IndexFolders } from './folders.js'
import { publishedNames } from './folders.js'
import { IndexFile } from './index-file.js'
import { type Manifest, readManifest, verifyFile } from './manifest.js'
import { openForReading } from './schema.js'
import { checkVectorHeader } from './vector-header.js'

/** A generation that was verified and is open for searching. */
export interface OpenGeneration {
  readonly name: string
  readonly manifest: Manifest
  readonly index: IndexFile
  readonly vectors: VectorSearch
  readonly glossary: Glossary
}

/**
 * Opens the published generation, or the one before it when that is damaged. A damaged vector file alone is
 * replaced by exact search over the vectors in the other file.
 *
 * @param onProblem Told about everything that was wrong, also when something else could serve.
 * @throws KnowledgeError `E_INDEX_MISSING` without any index; otherwise what was wrong with the published one.
 */
export async function openPublished(
  folders: IndexFolders,
  onProblem: (problem: Error) => void,
): Promise<OpenGeneration> {
  const names = publishedNames(folders)
  const problems: Error[] = []
  for (const name of names) {
    try {
      return await openGeneration(folders.generation(name), name, onProblem)
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error))
      problems.push(problem)
      onProblem(problem)
    }
  }
  throw (
    problems[0] ??
    new KnowledgeError('E_INDEX_MISSING', `${folders.root}: no index here; run "vraagbaak reindex"`)
  )
}

/**
 * Opens one generation, every file checked against its hash first.
 *
 * @throws KnowledgeError `E_INDEX_DAMAGED`, `E_INDEX_MISMATCH` or `E_INDEX_MISSING`.
 */
export async function openGeneration(
  folder: string,
  name: string,
  onProblem: (problem: Error) => void,
): Promise<OpenGeneration> {
  const manifest = readManifest(folder, name)
  const vectorFile = checkedVectorFile(folder, manifest)
  vectorFile.catch(() => {}) // told where it is waited for
  const passages = openForReading(await verifyFile(folder, manifest.passages))
  const index = new IndexFile(passages, manifest.passages.count)
  const vectors = await openVectors(vectorFile, manifest, index, onProblem)
  const glossary = glossaryOf(parseGlossary(index.meta('glossary') ?? '[]'))
  return { name, manifest, index, vectors, glossary }
}

/** The path of a vector file that hnswlib may read. */
async function checkedVectorFile(folder: string, manifest: Manifest): Promise<string> {
  const path = await verifyFile(folder, manifest.vectors)
  await checkVectorHeader(path, manifest.vectors)
  return path
}

async function openVectors(
  file: Promise<string>,
  manifest: Manifest,
  index: IndexFile,
  onProblem: (problem: Error) => void,
): Promise<VectorSearch> {
  try {
    return await openVectorFile(await file, manifest.vectors)
  } catch (error) {
    onProblem(error instanceof Error ? error : new Error(String(error)))
    return exactSearch(await vectorsInMemory(index, manifest))
  }
}

/** How many numbers are kept in memory at most; beyond that each search reads them from the file. */
const MOST_NUMBERS = 50_000_000
const PAUSE_EVERY = 250

type Vectors = () => Iterable<{ readonly row: number; readonly vector: Float32Array }>

/** Reads the vectors with pauses, so that the desk goes on meanwhile and later searches do not wait for the disk. */
async function vectorsInMemory(index: IndexFile, { vectors }: Manifest): Promise<Vectors> {
  if (vectors.count * vectors.dimensions > MOST_NUMBERS) return () => index.vectors()
  const all: { readonly row: number; readonly vector: Float32Array }[] = []
  for (const one of index.vectors()) {
    all.push(one)
    if (all.length % PAUSE_EVERY === 0) await setImmediate()
  }
  return () => all
}
