import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { isStopWord } from './dutch/stop-words.js'
import { tokenize } from './dutch/tokenize.js'
import { KnowledgeError } from './errors.js'
import type { DocumentInfo } from './passage.js'
import type { ReadResult } from './readers/blocks.js'
import { isReadable } from './readers/read-file.js'

/** A document file that can be indexed. */
export interface DocumentFile {
  /** Path below the documents folder without extension, forward slashes. Two files that differ only in extension keep it. */
  readonly id: string
  /** Path below the documents folder, for messages. */
  readonly file: string
  readonly path: string
}

/**
 * The folder that holds the documents: `documents/` inside a knowledge folder, or a plain folder of files itself.
 *
 * @throws KnowledgeError `E_KNOWLEDGE_FOLDER` when there is no such folder.
 */
export function documentsFolder(knowledgeDir: string): string {
  if (!existsSync(knowledgeDir) || !statSync(knowledgeDir).isDirectory()) {
    throw new KnowledgeError(
      'E_KNOWLEDGE_FOLDER',
      `${knowledgeDir}: no such folder; set KNOWLEDGE_DIR or --knowledge to the folder with the documents`,
    )
  }
  const inside = join(knowledgeDir, 'documents')
  return existsSync(inside) ? inside : knowledgeDir
}

/** Every readable file below a folder, by path; hidden files and folders are left out, links not followed. */
export async function listDocuments(folder: string): Promise<DocumentFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  // Each folder is looked at once: there may be tens of thousands of files.
  const parents = new Map<string, string | null>()
  const below = (parent: string) => {
    const known = parents.get(parent)
    if (known !== undefined) return known
    const found = pathBelow(folder, parent)
    parents.set(parent, found)
    return found
  }
  const files: { path: string; file: string; bare: string }[] = []
  for (const entry of entries) {
    const { name, parentPath } = entry
    const parent = below(parentPath)
    if (parent === null || name.startsWith('.') || !entry.isFile() || !isReadable(name)) continue
    const file = `${parent}${name}`
    files.push({ path: `${parentPath}${sep}${name}`, file, bare: withoutExtension(file) })
  }
  files.sort((a, b) => (a.file < b.file ? -1 : 1))
  const stems = new Map<string, number>()
  for (const { bare } of files) stems.set(bare, (stems.get(bare) ?? 0) + 1)
  return files.map(({ path, file, bare }) => ({ id: (stems.get(bare) ?? 0) > 1 ? file : bare, file, path }))
}

/** What comes before the names of the files in a folder; null when it is hidden or in a hidden one. */
function pathBelow(folder: string, parent: string): string | null {
  const parts = relative(folder, parent).split(sep)
  if (parts.some((part) => part.startsWith('.'))) return null
  return parts.map((part) => (part === '' ? '' : `${part}/`)).join('')
}

function withoutExtension(file: string): string {
  return file.slice(0, file.length - extname(file).length)
}

/** SHA-256 of a file's bytes, in hex. */
export async function hashFile(path: string): Promise<string> {
  // In one piece, as it is read later on: a stream for each of tens of thousands of small files costs far more.
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}

/** What a source says about all of its documents; a document's own front matter goes before it. */
export interface SourceDefaults {
  /** Name of the source; see `DocumentInfo.origin`. */
  readonly origin: string
  readonly owner: string | null
  /** `leden` also holds for documents that call themselves public: a source is never opened up by one of its files. */
  readonly audience: DocumentInfo['audience']
  readonly authority: number
}

/** Of the documents folder when `sources.yaml` says nothing about it. */
export const DOCUMENTS_DEFAULTS: SourceDefaults = {
  origin: 'documents',
  owner: null,
  audience: 'publiek',
  authority: 0,
}

/** What is known of a document: its front matter, what its source says, and in their place what the file itself shows. */
export function documentInfo(
  { id, file }: Pick<DocumentFile, 'id' | 'file'>,
  read: ReadResult,
  defaults: SourceDefaults = DOCUMENTS_DEFAULTS,
): DocumentInfo {
  const front = read.frontMatter
  const owner = front?.owner ?? defaults.owner
  return {
    id,
    title: front?.title ?? read.title ?? titleFromName(file),
    kind: front?.kind ?? 'bron',
    source: front?.source ?? null,
    url: front?.url ?? null,
    date: front?.date ?? null,
    authority: front?.authority ?? defaults.authority,
    validFrom: front?.validFrom ?? null,
    validUntil: front?.validUntil ?? null,
    audience: defaults.audience === 'leden' ? 'leden' : (front?.audience ?? 'publiek'),
    language: front?.language ?? languageFromName(file) ?? guessLanguage(read),
    origin: defaults.origin,
    ...(owner !== null && { owner }),
    ...(front?.reviewBy && { reviewBy: front.reviewBy }),
  }
}

function titleFromName(file: string): string {
  const bare = withoutExtension(basename(file)).replace(/\.(?:nl|en)$/i, '')
  const words = bare
    .replace(/[-_]+/g, ' ')
    .replace(/\bvvsg\b/gi, 'VVSG')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function languageFromName(file: string): 'nl' | 'en' | null {
  const match = /\.(nl|en)\.[a-z]+$/i.exec(file)
  return match ? (match[1]?.toLowerCase() === 'en' ? 'en' : 'nl') : null
}

const ENGLISH_ONLY = new Set('the and with for that this are from have which will their'.split(' '))

/** English when its commonest little words outnumber the Dutch ones, else Dutch. */
function guessLanguage(read: ReadResult): 'nl' | 'en' {
  const text = read.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')
  const words = tokenize(text.slice(0, 20_000)).map((token) => token.word)
  const english = words.filter((word) => ENGLISH_ONLY.has(word)).length
  const dutch = words.filter((word) => isStopWord(word) && !ENGLISH_ONLY.has(word)).length
  return english * 3 > dutch && english > 3 ? 'en' : 'nl'
}
