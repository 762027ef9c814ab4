import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { maskDocument } from '../../members/masking.js'
import {
  DOCUMENTS_DEFAULTS,
  type DocumentFile,
  documentInfo,
  documentsFolder,
  hashFile,
  listDocuments,
  type SourceDefaults,
} from '../documents.js'
import type { DocumentInfo, Passage } from '../passage.js'
import { readDocumentFile } from '../readers/read-file.js'
import { splitDocument } from '../split.js'

/** The origin of answers that staff published. */
export const PUBLISHED_ORIGIN = 'published'

/** A document as the builder takes it in. */
export interface ReadDocument {
  readonly info: DocumentInfo
  readonly passages: readonly Passage[]
}

/** Something that can be indexed: a file, an answer published by staff, a record of a data set. */
export interface DocumentSource {
  /** Becomes the document's id. */
  readonly id: string
  /** Named in reports. */
  readonly file: string
  /** Name of the source it belongs to, and who looks after that; left out: nobody in particular. */
  readonly origin?: string
  readonly owner?: string | null
  /** Changes whenever the content does. */
  hash(): Promise<string>
  /** Tells without reading that nothing changed since the last time; null or left out when nothing does. */
  stamp?(): string | null
  /** Rejects with a message that names the file when it cannot be read. */
  read(): Promise<ReadDocument>
}

/** The documents of a knowledge folder. */
export async function folderSources(
  knowledgeDir: string,
  defaults: SourceDefaults = DOCUMENTS_DEFAULTS,
): Promise<DocumentSource[]> {
  const files = await listDocuments(documentsFolder(knowledgeDir))
  return files.map((file) => fileSource(file, defaults))
}

/** One file as a source. What its source says of it counts as content: a new owner or audience makes it read again. */
export function fileSource(file: DocumentFile, defaults: SourceDefaults): DocumentSource {
  return new FileSource(file, defaults)
}

/** A class, because there are tens of thousands at a time: functions of its own for each would take longer than looking at the files. */
class FileSource implements DocumentSource {
  readonly #file: DocumentFile
  readonly #defaults: SourceDefaults
  readonly id: string
  readonly file: string
  readonly origin: string
  readonly owner: string | null

  constructor(file: DocumentFile, defaults: SourceDefaults) {
    this.#file = file
    this.#defaults = defaults
    this.id = file.id
    this.file = file.file
    this.origin = defaults.origin
    this.owner = defaults.owner
  }

  async hash(): Promise<string> {
    return withDefaults(await hashFile(this.#file.path), this.#defaults)
  }

  stamp(): string {
    return withDefaults(fileStamp(this.#file.path), this.#defaults)
  }

  read(): Promise<ReadDocument> {
    return readSource(this.#file, this.#defaults)
  }
}

/** The clock of a file system may stand still for so long, in milliseconds. */
const CLOCK_STEP_MS = 2_000

/**
 * Size, place and times of a file. One that was changed a moment ago gets a stamp of its own each time: it may change
 * again within the same tick of the clock.
 */
function fileStamp(path: string): string {
  const { size, ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
  const age = Date.now() - Number(ctimeNs / 1_000_000n)
  return `${size} ${ino} ${mtimeNs} ${ctimeNs}${age < CLOCK_STEP_MS ? ` ${randomUUID()}` : ''}`
}

/** A content hash that also changes with what the source says of its documents. */
export function withDefaults(hash: string, { owner, audience, authority }: SourceDefaults): string {
  const { owner: nobody, audience: everybody, authority: none } = DOCUMENTS_DEFAULTS
  const plain = owner === nobody && audience === everybody && authority === none
  return plain ? hash : `${hash} ${JSON.stringify([owner, audience, authority])}`
}

async function readSource(file: DocumentFile, defaults: SourceDefaults): Promise<ReadDocument> {
  const read = await readDocumentFile(file.file, file.path)
  const info = documentInfo(file, read, defaults)
  return { info, passages: await splitDocument(info, read.blocks, read.frontMatter?.vragen ?? []) }
}

/** Takes register, BIS, card and account numbers out of everything that will be searched, shown or quoted. */
export function maskedDocument({ info, passages }: ReadDocument): ReadDocument {
  const document = { ...info, title: maskDocument(info.title).text }
  return {
    info: document,
    passages: passages.map((passage) => ({
      ...passage,
      document,
      section: passage.section.map((heading) => maskDocument(heading).text),
      text: maskDocument(passage.text).text,
      asked: maskedAll(passage.asked),
      unanswered: maskedAll(passage.unanswered ?? []),
    })),
  }
}

function maskedAll(questions: readonly string[]): readonly string[] {
  return questions.map((question) => maskDocument(question).text)
}
