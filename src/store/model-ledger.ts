import { sql, type Transaction } from 'kysely'
import type { ModelLedger } from '../answering/model/ledger.js'
import type { Database } from './database.js'
import { translated } from './errors.js'
import type { Tables } from './schema.js'

const PREFIX = 'model/'

/** A ledger in the table of counters: one statement an addition, so two processes never lose one. */
export function storedModelLedger({ db }: Database): ModelLedger {
  return {
    add: (day, counter, amount) =>
      translated(async () => {
        const { value } = await db
          .insertInto('counters')
          .values({ name: `${PREFIX}${day}/${counter}`, value: amount })
          .onConflict((conflict) =>
            conflict.column('name').doUpdateSet({ value: sql`counters.value + excluded.value` }),
          )
          .returning('value')
          .executeTakeFirstOrThrow()
        // A day's first addition forgets the days before: who asked how often is nobody's business later.
        if (Number(value) === amount) {
          await db
            .deleteFrom('counters')
            .where('name', 'like', `${PREFIX}%`)
            .where('name', '<', `${PREFIX}${day}`)
            .execute()
        }
        return Number(value)
      }),
  }
}

/** Forgets the counters of days before an instant: of the last day that a model was asked nobody else does. */
export async function forgetModelCounters(tx: Transaction<Tables>, before: number): Promise<void> {
  const day = new Date(before).toISOString().slice(0, 10)
  await tx
    .deleteFrom('counters')
    .where('name', 'like', `${PREFIX}%`)
    .where('name', '<', `${PREFIX}${day}`)
    .execute()
}
