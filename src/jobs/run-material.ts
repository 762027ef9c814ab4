import type { DeniedDocuments } from '../knowledge/denied-documents.js'
import { answerRecord, type PublishedAnswers } from '../knowledge/published-answers.js'
import type { RunMaterial } from './reindex-message.js'

/** The day on which an answer was published is the day in Brussels. */
const ZONE = 'Europe/Brussels'

/** What the store knows that a build must know too. */
export async function runMaterial(store: {
  readonly deniedDocuments: DeniedDocuments
  readonly publishedAnswers: PublishedAnswers
}): Promise<RunMaterial> {
  const denied = await store.deniedDocuments.list()
  const published = await store.publishedAnswers.list('published')
  return {
    denied: denied.map(({ document }) => document),
    records: published.map((answer) => answerRecord(answer, ZONE)),
  }
}
