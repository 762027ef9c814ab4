import { type IndexFolders, publishedNames } from './folders.js'
import { type Manifest, readManifest, verifyFile } from './manifest.js'

/** A generation that the next one can start from. */
export interface Before {
  /** False when the published one is damaged and this is the one before it: then even the same content is published. */
  readonly published: boolean
  readonly name: string
  readonly folder: string
  readonly manifest: Manifest
}

/** The published generation when it is whole and of the same making; null means: build everything. */
export async function soundGeneration(folders: IndexFolders, embedder: string): Promise<Before | null> {
  for (const [age, name] of publishedNames(folders).entries()) {
    const folder = folders.generation(name)
    try {
      const manifest = readManifest(folder, name)
      await Promise.all([verifyFile(folder, manifest.passages), verifyFile(folder, manifest.vectors)])
      if (manifest.vectors.embedder === embedder) return { name, folder, manifest, published: age === 0 }
    } catch {
      // Damaged or of another version: an older one may do, and building anew always does.
    }
  }
  return null
}
