import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KnowledgeError } from '../errors.js'
import { hashInPieces } from './file-hash.js'
import { MANIFEST_FILE, PASSAGES_FILE, VECTORS_FILE } from './folders.js'
import { INDEX_FORMAT } from './schema.js'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const schema = z.strictObject({
  format: z.int(),
  passages: z.strictObject({ file: z.literal(PASSAGES_FILE), sha256, count: z.int().nonnegative() }),
  vectors: z.strictObject({
    file: z.literal(VECTORS_FILE),
    sha256,
    dimensions: z.int().positive(),
    space: z.literal('cosine'),
    count: z.int().nonnegative(),
    embedder: z.string().min(1),
  }),
})

/** What a generation consists of, with the hash of each file: the sidecar that is checked before anything is read. */
export type Manifest = z.infer<typeof schema>

/**
 * Writes the manifest of a folder, and returns the generation's name.
 *
 * @param hashed the hash of the file of passages
 * @param saved when the file of vectors is written, which is then hashed
 */
export async function sealGeneration(
  folder: string,
  counts: { passages: number; vectors: number; dimensions: number; embedder: string },
  hashed: Promise<string>,
  saved: Promise<void>,
): Promise<string> {
  const [passages, vectors] = await Promise.all([
    hashed,
    saved.then(() => hashInPieces(join(folder, VECTORS_FILE))),
  ])
  const manifest: Manifest = {
    format: INDEX_FORMAT,
    passages: {
      file: PASSAGES_FILE,
      sha256: passages,
      count: counts.passages,
    },
    vectors: {
      file: VECTORS_FILE,
      sha256: vectors,
      dimensions: counts.dimensions,
      space: 'cosine',
      count: counts.vectors,
      embedder: counts.embedder,
    },
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  writeFileSync(join(folder, MANIFEST_FILE), text)
  return nameOf(text)
}

/** The name of a generation is the hash of its manifest, so that a changed manifest does not fit its folder. */
function nameOf(manifest: string): string {
  return createHash('sha256').update(manifest).digest('hex').slice(0, 16)
}

/**
 * Reads the manifest of a generation.
 *
 * @throws KnowledgeError `E_INDEX_MISSING`, `E_INDEX_DAMAGED` when it does not fit its name or its form, or
 * `E_INDEX_MISMATCH` when another version of the program wrote it.
 */
export function readManifest(folder: string, name: string): Manifest {
  const path = join(folder, MANIFEST_FILE)
  if (!existsSync(path))
    throw new KnowledgeError('E_INDEX_MISSING', `${folder}: no index here; run "vraagbaak reindex"`)
  const text = readFileSync(path, 'utf8')
  if (nameOf(text) !== name) throw damaged(path)
  const parsed = schema.safeParse(JSON.parse(text))
  if (!parsed.success)
    throw new KnowledgeError(
      'E_INDEX_MISMATCH',
      `${path}: written by another version; run "vraagbaak reindex --full"`,
    )
  if (parsed.data.format !== INDEX_FORMAT) {
    throw new KnowledgeError(
      'E_INDEX_MISMATCH',
      `${path}: index format ${parsed.data.format}, this program reads ${INDEX_FORMAT}; run "vraagbaak reindex --full"`,
    )
  }
  return parsed.data
}

/**
 * Checks one file of a generation against its hash. Any changed, missing or extra byte is noticed.
 *
 * @throws KnowledgeError `E_INDEX_DAMAGED`
 */
export async function verifyFile(
  folder: string,
  expected: { file: string; sha256: string },
): Promise<string> {
  const path = join(folder, expected.file)
  if (!existsSync(path) || (await hashInPieces(path)) !== expected.sha256) throw damaged(path)
  return path
}

/** Says that a file of a generation is not what its manifest says. */
export function damaged(path: string): KnowledgeError {
  return new KnowledgeError(
    'E_INDEX_DAMAGED',
    `${path}: damaged (its hash does not fit); run "vraagbaak reindex --full"`,
  )
}
