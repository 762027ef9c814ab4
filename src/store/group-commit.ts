import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './schema.js'

/** One piece of work in a transaction of its own, as far as it can tell. */
interface Job {
  /** Does the work; what it gives back tells its caller once everything is on the disk. */
  readonly run: (tx: Transaction<Tables>) => Promise<() => void>
  readonly reject: (error: unknown) => void
}

/** More would make readers wait long for the one connection. */
const MOST_AT_ONCE = 64

/**
 * Runs transactions on a database with one connection, those that wait together in one: they share the wait for the
 * disk, which takes longer than all their work.
 *
 * Each is still whole or not at all: it runs in a savepoint, and is acknowledged after the commit.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>
  readonly #waiting: Job[] = []
  #working = false

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  run<T>(body: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = async (tx: Transaction<Tables>) => {
        const value = await body(tx)
        return () => resolve(value)
      }
      this.#waiting.push({ run, reject })
      if (!this.#working) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#working = true
    while (this.#waiting.length > 0) {
      await this.#commit(this.#waiting.splice(0, MOST_AT_ONCE))
      // Lets requests in that came meanwhile: they join the next commit.
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.#working = false
  }

  async #commit(jobs: readonly Job[]): Promise<void> {
    try {
      const done = await this.#db.transaction().execute(async (tx) => {
        const results: (() => void)[] = []
        for (const job of jobs) results.push(await (jobs.length === 1 ? job.run(tx) : inSavepoint(tx, job)))
        return results
      })
      for (const tell of done) tell()
    } catch (error) {
      for (const job of jobs) job.reject(error)
    }
  }
}

/** @throws what the job threw when the database gave up the whole transaction with it. */
async function inSavepoint(tx: Transaction<Tables>, job: Job): Promise<() => void> {
  await sql`savepoint job`.execute(tx)
  try {
    return await job.run(tx)
  } catch (error) {
    try {
      await sql`rollback to job`.execute(tx)
    } catch {
      throw error
    }
    return () => job.reject(error)
  } finally {
    await sql`release job`.execute(tx).catch(() => {})
  }
}
