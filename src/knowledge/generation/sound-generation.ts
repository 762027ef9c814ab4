import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { VectorIndexBuilder } from '../vectors/vector-index.js'
import { type CopiedFile, copyInPieces } from './file-copy.js'
import { type IndexFolders, publishedNames } from './folders.js'
import { damaged, type Manifest, readManifest, verifyFile } from './manifest.js'
import { checkVectorHeader } from './vector-header.js'

/** A generation that the next one starts from. */
export interface Before {
  /** False when the published one is damaged and this is the one before it: then even the same content is published. */
  readonly published: boolean
  readonly name: string
  readonly folder: string
  readonly manifest: Manifest
  /** Its passages, verified, where they were copied to. */
  readonly copied: CopiedFile
  /** Its vectors, verified and read. */
  readonly vectors: VectorIndexBuilder
}

/**
 * Copies the passages of the published generation, when it is whole and of the same making, and reads its vectors.
 * Null means: build everything; nothing is left of the copy then.
 *
 * @param copy where the file of passages goes
 */
export async function copySoundGeneration(
  folders: IndexFolders,
  embedder: string,
  copy: string,
): Promise<Before | null> {
  for (const [age, name] of publishedNames(folders).entries()) {
    const folder = folders.generation(name)
    try {
      const manifest = readManifest(folder, name)
      if (manifest.vectors.embedder !== embedder) continue
      // Both to their end, also when one fails: the next one is copied to the same place.
      const [vectors, copying] = await Promise.allSettled([
        verifiedVectors(folder, manifest),
        copied(folder, manifest, copy),
      ])
      if (vectors.status === 'rejected' || copying.status === 'rejected') continue
      return { name, folder, manifest, copied: copying.value, vectors: vectors.value, published: age === 0 }
    } catch {
      // Damaged or of another version: an older one may do, and building anew always does.
    }
  }
  rmSync(copy, { force: true })
  return null
}

async function verifiedVectors(folder: string, { vectors }: Manifest): Promise<VectorIndexBuilder> {
  const path = await verifyFile(folder, vectors)
  await checkVectorHeader(path, vectors)
  return VectorIndexBuilder.from(path, vectors.dimensions)
}

async function copied(folder: string, { passages }: Manifest, copy: string): Promise<CopiedFile> {
  const path = join(folder, passages.file)
  const copied = await copyInPieces(path, copy)
  if (copied.sha256 !== passages.sha256) throw damaged(path)
  return copied
}
