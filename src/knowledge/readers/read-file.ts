import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { FileError } from '../../checked-yaml.js'
import { KnowledgeError } from '../errors.js'
import { type ReadResult, takeTitle } from './blocks.js'
import { cleanText } from './clean.js'
import { cutFrontMatter, parseFrontMatter } from './front-matter.js'
import { markdownBlocks } from './markdown.js'
import { plainTextBlocks } from './plain-text.js'

/** What a file may cost to read. */
export interface ReadLimits {
  /** Largest file, in bytes. */
  readonly bytes: number
  /** Longest time for one file, in milliseconds. */
  readonly milliseconds: number
}

/** 25 MB and 20 seconds a file. */
export const READ_LIMITS: ReadLimits = { bytes: 25 * 1024 * 1024, milliseconds: 20_000 }

// Loaded when the first file of their kind is met: each brings a library of tens of megabytes.
const docx = () => import('./docx.js')
const html = () => import('./html.js')
const pdf = () => import('./pdf.js')

type Reader = (file: string, bytes: Uint8Array) => Promise<ReadResult>

const READERS: Readonly<Record<string, Reader>> = {
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.txt': readText,
  '.html': readPage,
  '.htm': readPage,
  '.pdf': readPaper,
  '.docx': readWord,
}

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
  const result = await withinTime(file, limits.milliseconds, translate(file, reader(file, bytes)))
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

async function withinTime<T>(file: string, milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new KnowledgeError('E_DOCUMENT_TOO_SLOW', `${file}: not read within ${milliseconds} ms`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
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

/** A first line of three words or more is the title; "Missie" alone only names a section. */
function titleOfText(blocks: ReadResult['blocks']): Pick<ReadResult, 'title' | 'blocks'> {
  const [first, ...rest] = blocks
  const isTitle = first?.kind === 'heading' && first.text.split(/\s+/).length >= 3
  return isTitle ? { title: first.text, blocks: rest } : { title: null, blocks }
}

async function readPage(_file: string, bytes: Uint8Array): Promise<ReadResult> {
  const { readHtml } = await html()
  return { ...readHtml(cleanText(decode(bytes))), frontMatter: null }
}

async function readPaper(_file: string, bytes: Uint8Array): Promise<ReadResult> {
  const { readPdf } = await pdf()
  const { title, text } = await readPdf(bytes)
  const found = titleOfText(plainTextBlocks(cleanText(text)))
  return { title: title ?? found.title, blocks: found.blocks, frontMatter: null }
}

async function readWord(_file: string, bytes: Uint8Array): Promise<ReadResult> {
  const { readDocx } = await docx()
  return { ...takeTitle(await readDocx(bytes)), frontMatter: null }
}
