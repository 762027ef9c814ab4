import type { AuditTrail } from '../desk/audit.js'
import { nextNumber } from './counters.js'
import { type Database, transact } from './database.js'
import { translated } from './errors.js'

/** The audit trail in a table that is only added to. */
export function storedAudit(database: Database): AuditTrail {
  return {
    write: ({ at, actor, actorName, action, subject, outcome }) =>
      transact(database, async (work) => {
        const number = await nextNumber(work, 'audit')
        const row = { number, at: Date.parse(at), actor, actor_name: actorName, action, subject, outcome }
        await work.tx.insertInto('audit').values(row).execute()
      }),
    read: ({ before, limit }) =>
      translated(async () => {
        const all = database.db.selectFrom('audit').selectAll().orderBy('number', 'desc').limit(limit)
        const rows = await (before === null ? all : all.where('number', '<', before)).execute()
        return rows.map(({ at, actor_name, ...row }) => ({
          ...row,
          at: new Date(at).toISOString(),
          actorName: actor_name,
        }))
      }),
  }
}
