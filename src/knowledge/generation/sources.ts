import { maskDocument } from '../../members/masking.js'
import { type DocumentFile, documentInfo, documentsFolder, hashFile, listDocuments } from '../documents.js'
import type { DocumentInfo, Passage } from '../passage.js'
import { readDocumentFile } from '../readers/read-file.js'
import { splitDocument } from '../split.js'

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
  /** Changes whenever the content does. */
  hash(): Promise<string>
  /** Rejects with a message that names the file when it cannot be read. */
  read(): Promise<ReadDocument>
}

/** The documents of a knowledge folder. */
export async function folderSources(knowledgeDir: string): Promise<DocumentSource[]> {
  const files = await listDocuments(documentsFolder(knowledgeDir))
  return files.map((file) => ({
    id: file.id,
    file: file.file,
    hash: () => hashFile(file.path),
    read: () => readSource(file),
  }))
}

async function readSource(file: DocumentFile): Promise<ReadDocument> {
  const read = await readDocumentFile(file.file, file.path)
  const info = documentInfo(file, read)
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
      asked: passage.asked.map((question) => maskDocument(question).text),
    })),
  }
}
