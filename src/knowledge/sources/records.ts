import { createHash } from 'node:crypto'
import { z } from 'zod'
import { documentInfo, type SourceDefaults } from '../documents.js'
import { type DocumentSource, PUBLISHED_ORIGIN } from '../generation/sources.js'
import { takeTitle } from '../readers/blocks.js'
import { cleanText } from '../readers/clean.js'
import { markdownBlocks } from '../readers/markdown.js'
import { splitDocument } from '../split.js'

/** A document that is no file, such as an answer that staff published. Plain data: it crosses to the worker as it is. */
export const publishedRecordSchema = z.object({
  /** Its document id; stable as long as it is the same answer, and unlike any path in the documents folder. */
  id: z.string().min(1),
  title: z.string().min(1),
  /** Its text as Markdown, without front matter. */
  markdown: z.string(),
  /** Name of its source as members read it, its address and its day; null when there is none. */
  source: z.string().nullable(),
  url: z.string().nullable(),
  date: z.string().nullable(),
  audience: z.enum(['publiek', 'leden']),
  authority: z.int(),
  owner: z.string().nullable(),
  language: z.enum(['nl', 'en']),
  /** Questions it answers; searched, never quoted. */
  asked: z.array(z.string()),
})

export type PublishedRecord = z.infer<typeof publishedRecordSchema>

/** A record as the builder takes it in. */
export function recordSource(record: PublishedRecord): DocumentSource {
  return {
    id: record.id,
    file: record.title,
    origin: PUBLISHED_ORIGIN,
    owner: record.owner,
    hash: async () => createHash('sha256').update(JSON.stringify(record)).digest('hex'),
    read: async () => {
      const { blocks } = takeTitle(markdownBlocks(cleanText(record.markdown)))
      const { title, source, url, date, authority, audience, language, owner } = record
      const frontMatter = { title, source, url, date, authority, language }
      const defaults: SourceDefaults = { origin: PUBLISHED_ORIGIN, owner, audience, authority }
      const info = documentInfo({ id: record.id, file: title }, { blocks, title, frontMatter }, defaults)
      return { info, passages: await splitDocument(info, blocks, record.asked) }
    },
  }
}
