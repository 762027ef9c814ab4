import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, postgresDatabase, transact } from '../../src/store/database.js'
import { postgresPool } from '../../src/store/postgres.js'
import { type StallingProxy, stallingProxy } from '../fakes/stalling-proxy.js'
import { migratedDatabase, query, type TestDatabase } from './databases.js'

const UNAVAILABLE = { code: 'STORE_UNAVAILABLE' }

describe('a PostgreSQL that does not answer', { timeout: 60_000 }, () => {
  let fresh: TestDatabase
  let proxy: StallingProxy
  let database: Database
  const open: Database[] = []
  beforeEach(async () => {
    fresh = await migratedDatabase('PostgreSQL')
    const url = new URL(fresh.databaseUrl ?? '')
    proxy = await stallingProxy(url.hostname, Number(url.port))
    url.port = String(proxy.port)
    database = through(url, { statementMs: 20_000, answerMs: 1200 })
  }, 60_000)
  afterEach(async () => {
    for (const each of open.splice(0)) await each.db.destroy()
    await proxy.close()
    await fresh.remove()
  }, 60_000)

  function through(url: URL, patience: { statementMs: number; answerMs: number }) {
    const made = postgresDatabase(postgresPool(url.href, patience))
    open.push(made)
    return made
  }

  /** A connection on which the server itself ends what takes long. */
  const direct = () => through(new URL(fresh.databaseUrl ?? ''), { statementMs: 400, answerMs: 30_000 })

  const count = (name: string) =>
    transact(database, async ({ tx }) => {
      await tx.insertInto('counters').values({ name, value: 1 }).execute()
    })

  it('has a statement ended that takes too long, and nothing of its transaction kept', async () => {
    const slow = transact(direct(), async ({ tx }) => {
      await tx.insertInto('counters').values({ name: 'slow', value: 1 }).execute()
      await sql`select pg_sleep(30)`.execute(tx)
    })
    expect(await secondsUntil(slow, UNAVAILABLE)).toBeLessThan(10)
    await count('next')
    expect(await names(fresh)).toEqual(['next'])
  })

  it('has one that waits for a lock ended too', async () => {
    await count('held')
    let letGo = () => {}
    const patient = through(new URL(fresh.databaseUrl ?? ''), { statementMs: 30_000, answerMs: 30_000 })
    const holder = transact(patient, async ({ tx }) => {
      await tx.updateTable('counters').set({ value: 2 }).execute()
      await new Promise<void>((resolve) => {
        letGo = resolve
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const waiting = transact(direct(), ({ tx }) => tx.updateTable('counters').set({ value: 3 }).execute())
    expect(await secondsUntil(waiting, UNAVAILABLE)).toBeLessThan(10)
    letGo()
    await holder
  })

  it('does not hold the desk when the server itself hangs, and works again when that is over', async () => {
    await count('before')
    proxy.stall('all')
    const all = Promise.allSettled(Array.from({ length: 15 }, (_, index) => count(`lost ${index}`)))
    const started = performance.now()
    const results = await all
    expect((performance.now() - started) / 1000).toBeLessThan(15)
    for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: UNAVAILABLE })
    proxy.resume()
    await count('after')
    expect(await names(fresh)).toContain('after')
  })

  it('is asked over a new connection after one on which nothing came', async () => {
    await count('before')
    proxy.stall('open')
    await expect(count('lost')).rejects.toMatchObject(UNAVAILABLE)
    await count('after')
    expect(await names(fresh)).toContain('after')
  })

  it('has two that wait for each other both done, one of them after it began again', async () => {
    await count('a')
    await count('b')
    const patient = through(new URL(fresh.databaseUrl ?? ''), { statementMs: 20_000, answerMs: 20_000 })
    let began = 0
    const crosswise = (...order: readonly string[]) =>
      transact(patient, async ({ tx }) => {
        began += 1
        for (const name of order) {
          await tx
            .updateTable('counters')
            .set((column) => ({ value: column('value', '+', 1) }))
            .where('name', '=', name)
            .execute()
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
      })
    await Promise.all([crosswise('a', 'b'), crosswise('b', 'a')])
    expect(began).toBeGreaterThan(2)
    const rows = await query(fresh, 'select value from counters')
    expect(rows.map(({ value }) => Number(value))).toEqual([3, 3])
  })

  it('fails what was under way when a connection breaks, not the process', async () => {
    const broken = transact(database, async ({ tx }) => {
      await tx.insertInto('counters').values({ name: 'broken', value: 1 }).execute()
      proxy.cut()
      await new Promise((resolve) => setTimeout(resolve, 100))
      await tx.selectFrom('counters').selectAll().execute()
    })
    await expect(broken).rejects.toMatchObject(UNAVAILABLE)
    await count('after')
    expect(await names(fresh)).toEqual(['after'])
  })
})

/** How long work takes to fail as it should. */
async function secondsUntil(work: Promise<unknown>, failure: object): Promise<number> {
  const started = performance.now()
  await expect(work).rejects.toMatchObject(failure)
  return (performance.now() - started) / 1000
}

async function names(database: TestDatabase): Promise<readonly unknown[]> {
  const rows = await query(database, 'select name from counters order by name')
  return rows.map(({ name }) => name)
}
