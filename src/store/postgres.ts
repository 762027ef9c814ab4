import { PostgresDialect } from 'kysely'
import pg from 'pg'

/** Whole numbers as numbers: `pg` gives bigint and numeric as text, because they can be larger than any we store. */
const NUMBERS: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    NUMBERS.has(id) && format !== 'binary' ? Number : pg.types.getTypeParser(id, format),
}

/** How long the server may take, in milliseconds; a process that stands still may not hold a row for longer than others wait. */
export interface PostgresPatience {
  /** For one statement, after which the server ends it. */
  readonly statementMs: number
  /** For one transaction, after which its connection is given up: a server that hangs does not even end a statement. */
  readonly answerMs: number
}

const PATIENCE: PostgresPatience = { statementMs: 30_000, answerMs: 35_000 }

/** How to reach the server. */
export function connectionOptions(
  url: string,
  { statementMs, answerMs }: PostgresPatience = PATIENCE,
): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'vraagbaak',
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementMs,
    query_timeout: answerMs,
    idle_in_transaction_session_timeout: 20_000,
    keepAlive: true,
  }
}

export function postgresPool(url: string, patience: PostgresPatience = PATIENCE): pg.Pool {
  const pool = new pg.Pool({ ...connectionOptions(url, patience), max: 10, types })
  // An idle connection that breaks is replaced by the next query, which reports it if that fails too.
  pool.on('error', () => {})
  // One that breaks in use fails the query at hand; without a listener it would end the process too.
  pool.on('connect', (client) => client.on('error', () => {}))
  endWhatHangs(pool, patience.answerMs)
  return pool
}

/**
 * Ends a connection that is used for longer than `longestMs`: nobody may wait for ever, and what is asked on it next
 * would wait behind what hangs. (All work here is short; `query_timeout` alone gives the connection back as it is.)
 */
function endWhatHangs(pool: pg.Pool, longestMs: number) {
  const timers = new Map<object, NodeJS.Timeout>()
  const stop = (client: object) => {
    clearTimeout(timers.get(client))
    timers.delete(client)
  }
  pool.on('acquire', (client) => {
    const end = () => (client instanceof pg.Client ? client.end().catch(() => {}) : undefined)
    timers.set(client, setTimeout(end, longestMs))
  })
  pool.on('release', (_error, client) => stop(client))
  pool.on('remove', stop)
}

export function postgresDialect(pool: pg.Pool): PostgresDialect {
  return new PostgresDialect({ pool })
}
