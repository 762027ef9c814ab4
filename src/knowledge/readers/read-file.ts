import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { FileError } from '../../checked-yaml.js'
import { KnowledgeError } from '../errors.js'
import { type HeavyKind, readApart } from './apart.js'
import { type ReadResult, takeTitle } from './blocks.js'
import { cleanText } from './clean.js'
import { cutFrontMatter, parseFrontMatter } from './front-matter.js'
import { markdownBlocks } from './markdown.js'
import { plainTextBlocks, titleOfText } from './plain-text.js'

/** What a file may cost to read. */
export interface ReadLimits {
  /** Largest file, in bytes. */
  readonly bytes: number
  /** Longest time for one file, in milliseconds. */
  readonly milliseconds: number
}

/** 25 MB and 20 seconds a file. */
export const READ_LIMITS: ReadLimits = { bytes: 25 * 1024 * 1024, milliseconds: 20_000 }

type Reader = (file: string, bytes: Buffer, limits: ReadLimits) => Promise<ReadResult>

const READERS: Readonly<Record<string, Reader>> = {
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.txt': readText,
  '.html': apart('html'),
  '.htm': apart('html'),
  '.pdf': apart('pdf'),
  '.docx': apart('docx'),
}

/** How much more memory reading one file may take, in bytes. */
const MEMORY = 128 * 1024 * 1024

/** Whether a file has a reader, by its extension. */
export function isReadable(path: string): boolean {
  return extname(path).toLowerCase() in READERS
}

/**
 * Reads one document.
 *
 * @param file Name used in messages: the path below the documents folder.
 * @throws KnowledgeError that names the file: too large, too slow, unreadable, empty, or wrong front matter.
 */
export async function readDocumentFile(
  file: string,
  path: string,
  limits = READ_LIMITS,
): Promise<ReadResult> {
  const { size } = await stat(path)
  if (size > limits.bytes) {
    throw new KnowledgeError(
      'E_DOCUMENT_TOO_LARGE',
      `${file}: ${size} bytes, at most ${limits.bytes} are read; split it`,
    )
  }
  const reader = READERS[extname(path).toLowerCase()]
  if (!reader) throw new KnowledgeError('E_DOCUMENT_UNREADABLE', `${file}: no reader for this kind of file`)
  const bytes = await readFile(path)
  const result = await translate(file, reader(file, bytes, limits))
  if (!result.blocks.some((block) => block.kind === 'paragraph' || block.kind === 'list')) {
    throw new KnowledgeError(
      'E_DOCUMENT_EMPTY',
      `${file}: no text found (scanned images need text recognition first)`,
    )
  }
  return result
}

async function translate(file: string, reading: Promise<ReadResult>): Promise<ReadResult> {
  try {
    return await reading
  } catch (cause) {
    if (cause instanceof KnowledgeError || cause instanceof FileError) throw cause
    const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause)
    throw new KnowledgeError('E_DOCUMENT_UNREADABLE', `${file}: cannot be read: ${reason}`, { cause })
  }
}

/** Kinds that bring a library along, and may be made to take anything: they are read where that can be cut off. */
function apart(kind: HeavyKind): Reader {
  return async (file, bytes, { milliseconds }) => {
    const read = await readApart(kind, bytes, { milliseconds, memory: MEMORY })
    if (read.kind === 'read') return read.result
    if (read.kind === 'slow')
      throw new KnowledgeError('E_DOCUMENT_TOO_SLOW', `${file}: not read within ${milliseconds} ms`)
    if (read.kind === 'large')
      throw new KnowledgeError('E_DOCUMENT_TOO_LARGE', `${file}: takes too much memory to read`)
    throw new Error(read.reason)
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

async function readMarkdown(file: string, bytes: Uint8Array): Promise<ReadResult> {
  const { yaml, body } = cutFrontMatter(file, decode(bytes).replace(/\r\n?/g, '\n'))
  const frontMatter = yaml === null ? null : parseFrontMatter(file, yaml)
  return { ...takeTitle(markdownBlocks(cleanText(body))), frontMatter }
}

async function readText(_file: string, bytes: Uint8Array): Promise<ReadResult> {
  return { ...titleOfText(plainTextBlocks(cleanText(decode(bytes)))), frontMatter: null }
}
