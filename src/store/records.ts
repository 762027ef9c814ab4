import type { Records } from '../desk/ports.js'
import { type Database, transact, type Work } from './database.js'
import { translated } from './errors.js'

/** Records in a table; what is over is not seen, and removed when its kind is written to. */
export function storedRecords(database: Database): Records {
  const { db } = database
  return {
    get: (kind, key, now) =>
      translated(async () => {
        const row = await valid(db, kind, now).where('key', '=', key).executeTakeFirst()
        return row?.value ?? null
      }),
    put: (kind, key, value, now, until) =>
      transact(database, async (work) => {
        await clear(work, kind, now)
        await work.tx
          .insertInto('records')
          .values({ kind, key, value, until: until?.getTime() ?? null })
          .onConflict((conflict) =>
            conflict.columns(['kind', 'key']).doUpdateSet({ value, until: until?.getTime() ?? null }),
          )
          .execute()
      }),
    add: (kind, key, value, now, until) =>
      transact(database, async (work) => {
        await clear(work, kind, now)
        const added = await work.tx
          .insertInto('records')
          .values({ kind, key, value, until: until?.getTime() ?? null })
          .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
          .returning('key')
          .executeTakeFirst()
        return added !== undefined
      }),
    take: (kind, key, now) =>
      transact(database, async ({ tx }) => {
        const row = await one(tx, kind, key).returning(['value', 'until']).executeTakeFirst()
        return row && (row.until === null || row.until > now.getTime()) ? row.value : null
      }),
    remove: (kind, key) => transact(database, async ({ tx }) => void (await one(tx, kind, key).execute())),
    list: (kind, now) => translated(() => valid(db, kind, now).orderBy('key').execute()),
  }
}

function valid(db: Database['db'], kind: string, now: Date) {
  return db
    .selectFrom('records')
    .select(['key', 'value'])
    .where('kind', '=', kind)
    .where(({ or, eb }) => or([eb('until', 'is', null), eb('until', '>', now.getTime())]))
}

function one(tx: Work['tx'], kind: string, key: string) {
  return tx.deleteFrom('records').where('kind', '=', kind).where('key', '=', key)
}

async function clear({ tx }: Work, kind: string, now: Date) {
  await tx.deleteFrom('records').where('kind', '=', kind).where('until', '<=', now.getTime()).execute()
}
