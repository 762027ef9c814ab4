import { createHash } from 'node:crypto'
import type { DocumentSource } from '../generation/sources.js'
import type { DocumentInfo } from '../passage.js'
import { cleanText } from '../readers/clean.js'
import { markdownBlocks } from '../readers/markdown.js'
import { splitDocument } from '../split.js'
import type { EvalDocument } from './data-set.js'

/** The documents of a data set as the index takes them in. */
export function evalSources(documents: readonly EvalDocument[]): DocumentSource[] {
  return documents.map((document) => ({
    id: document.id,
    file: document.id,
    hash: async () => createHash('sha256').update(`${document.title}\n${document.text}`).digest('hex'),
    read: async () => {
      const info = evalInfo(document)
      return { info, passages: await splitDocument(info, markdownBlocks(cleanText(document.text))) }
    },
  }))
}

function evalInfo({ id, title }: EvalDocument): DocumentInfo {
  return {
    id,
    title,
    kind: 'bron',
    source: null,
    url: null,
    date: null,
    authority: 0,
    validFrom: null,
    validUntil: null,
    audience: 'publiek',
    language: 'nl',
  }
}
