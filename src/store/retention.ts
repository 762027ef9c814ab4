import { type RawBuilder, sql } from 'kysely'
import type { Retention, RetentionCount, RetentionKind, RetentionLimits } from '../privacy/retention.js'
import { type Database, transact, type Work } from './database.js'
import { translated } from './errors.js'
import { forgetModelCounters } from './model-ledger.js'
import { anonymiseBookings, anonymiseTickets } from './remove-rows.js'
import { type PastTerm, pastTerm } from './retention-rules.js'

/** Rows of one transaction: the desk waits for no more than that. */
const AT_ONCE = 300

/** Removes what is past its term from the tables of the store. */
export function storedRetention(database: Database): Retention {
  return {
    preview: (limits) =>
      translated(async () => {
        const counts: RetentionCount[] = []
        for (const rule of pastTerm(database.kind, limits)) counts.push(await counted(database, rule))
        return counts
      }),
    run: (limits) =>
      translated(async () => {
        const gone: Partial<Record<RetentionKind, number>> = {}
        for (const rule of pastTerm(database.kind, limits))
          gone[rule.kind] = await emptied(database, rule, limits)
        await tidy(database, limits)
        return gone as Record<RetentionKind, number> // one rule a kind
      }),
  }
}

async function counted({ db }: Database, { kind, table, where, age }: PastTerm): Promise<RetentionCount> {
  const { rows } = await sql<{ count: number; oldest: number | null }>`
    select count(*) as count, min(${age}) as oldest from ${sql.table(table)} where ${where}
  `.execute(db)
  const { count = 0, oldest = null } = rows[0] ?? {}
  return {
    kind,
    count: Number(count),
    oldest: oldest === null ? null : new Date(Number(oldest)).toISOString(),
  }
}

async function emptied(database: Database, rule: PastTerm, limits: RetentionLimits): Promise<number> {
  for (let gone = 0; ; ) {
    const some = await transact(database, (work) => removeSome(work, rule, limits.now))
    gone += some
    if (some < AT_ONCE) return gone
  }
}

async function removeSome(work: Work, rule: PastTerm, now: number): Promise<number> {
  const { kind, table, where, key } = rule
  const columns = sql.join(key.map((column) => sql.ref(column)))
  const chosen = sql`select ${columns} from ${sql.table(table)} where ${where} limit ${AT_ONCE}`
  if (kind === 'tickets') return anonymiseTickets(work, await names(work, chosen), now)
  if (kind === 'bookings') return anonymiseBookings(work, await names(work, chosen))
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where (${columns}) in (${chosen})
  `.execute(work.tx)
  return Number(numAffectedRows ?? 0)
}

async function names({ tx }: Work, chosen: RawBuilder<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<Record<string, string>>`${chosen}`.execute(tx)
  return rows.flatMap((row) => Object.values(row))
}

/** Conversations that stay because a ticket stands in them remember nothing, and lanes that nobody uses go. */
async function tidy(database: Database, { conversations }: RetentionLimits): Promise<void> {
  await transact(database, async ({ tx }) => {
    await forgetModelCounters(tx, conversations)
    await tx
      .updateTable('conversations')
      .set((column) => ({ state: '{}', version: column('version', '+', 1) }))
      .where('updated_at', '<', conversations)
      .where('due_at', 'is', null)
      .where('held_by', 'is', null)
      .where('state', '!=', '{}')
      .execute()
    await tx
      .deleteFrom('lanes')
      .where(({ or, eb }) => or([eb('due_at', 'is', null), eb('due_at', '<', conversations)]))
      .where('lease_owner', 'is', null)
      .where('free_at', '<', conversations)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('outbox')
              .select('outbox.id')
              .whereRef('outbox.channel', '=', 'lanes.channel')
              .whereRef('outbox.lane', '=', 'lanes.lane'),
          ),
        ),
      )
      .execute()
  })
}
