import type { DeniedDocuments } from '../knowledge/denied-documents.js'
import type { Database } from './database.js'
import { translated } from './errors.js'

/** The documents that were withdrawn. */
export function storedDeniedDocuments({ db }: Database): DeniedDocuments {
  return {
    async deny(document, reason, by, now) {
      const said = { reason, denied_by: by, denied_at: now.getTime() }
      await translated(() =>
        db
          .insertInto('denied_documents')
          .values({ document, ...said })
          .onConflict((conflict) => conflict.column('document').doUpdateSet(said))
          .execute(),
      )
    },
    async allow(document) {
      const gone = await translated(() =>
        db.deleteFrom('denied_documents').where('document', '=', document).returning('document').execute(),
      )
      return gone.length > 0
    },
    async list() {
      const rows = await translated(() =>
        db
          .selectFrom('denied_documents')
          .selectAll()
          .orderBy('denied_at', 'desc')
          .orderBy('document')
          .execute(),
      )
      return rows.map((row) => ({
        document: row.document,
        reason: row.reason,
        by: row.denied_by,
        at: new Date(row.denied_at).toISOString(),
      }))
    },
  }
}
