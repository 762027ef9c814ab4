import type { DeniedDocuments } from '../knowledge/denied-documents.js'
import type { RunMaterial } from './reindex-message.js'

/** What the store knows that a build must know too. */
export async function runMaterial(store: {
  readonly deniedDocuments: DeniedDocuments
}): Promise<RunMaterial> {
  const denied = await store.deniedDocuments.list()
  return { denied: denied.map(({ document }) => document), records: [] }
}
