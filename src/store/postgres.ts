import { PostgresDialect } from 'kysely'
import pg from 'pg'

/** Whole numbers as numbers: `pg` gives bigint and numeric as text, because they can be larger than any we store. */
const NUMBERS: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    NUMBERS.has(id) && format !== 'binary' ? Number : pg.types.getTypeParser(id, format),
}

/** How to reach the server; a process that stands still may not hold a row for longer than others wait. */
export function connectionOptions(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'vraagbaak',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 20_000,
    keepAlive: true,
  }
}

export function postgresPool(url: string): pg.Pool {
  const pool = new pg.Pool({ ...connectionOptions(url), max: 10, types })
  // An idle connection that breaks is replaced by the next query, which reports it if that fails too.
  pool.on('error', () => {})
  return pool
}

export function postgresDialect(pool: pg.Pool): PostgresDialect {
  return new PostgresDialect({ pool })
}
