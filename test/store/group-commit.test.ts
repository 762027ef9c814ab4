import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, sqliteDatabase } from '../../src/store/database.js'
import { migrate } from '../../src/store/migrate.js'
import { openSqlite } from '../../src/store/sqlite.js'

describe('transactions that wait together', () => {
  let folder = ''
  let database: Database
  let file: ReturnType<typeof openSqlite>
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vraagbaak-group-'))
    file = openSqlite(join(folder, 'group.db'))
    database = sqliteDatabase(file)
    await migrate(database.db)
  })
  afterEach(async () => {
    await database.db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  const put = (name: string, fail = false) =>
    database.transaction(async (tx) => {
      await tx.insertInto('counters').values({ name, value: 1 }).execute()
      if (fail) throw new Error(`no ${name}`)
      return name
    })
  const names = async () => {
    const rows = await database.db.selectFrom('counters').select('name').orderBy('name').execute()
    return rows.map((row) => row.name)
  }

  it('are each whole or not at all', async () => {
    const results = await Promise.allSettled([put('a'), put('b', true), put('c'), put('a'), put('d')])
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected', // its name is taken
      'fulfilled',
    ])
    expect(results[1]).toMatchObject({ reason: { message: 'no b' } })
    expect(await names()).toEqual(['a', 'c', 'd'])
  })

  it('see what those before them wrote', async () => {
    const count = () =>
      database.transaction(async (tx) => {
        const rows = await tx.selectFrom('counters').select('name').execute()
        await tx
          .insertInto('counters')
          .values({ name: `n${rows.length}`, value: rows.length })
          .execute()
        return rows.length
      })
    expect(await Promise.all([count(), count(), count(), count()])).toEqual([0, 1, 2, 3])
  })

  it('are told of their end only after the commit', async () => {
    const other = openSqlite(join(folder, 'group.db'))
    const seen = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        await put(name)
        return other.prepare('select count(*) from counters where name = ?').pluck().get(name)
      }),
    )
    expect(seen).toEqual([1, 1, 1])
    other.close()
  })

  it('let nobody write between what they read and what they write', async () => {
    const other = openSqlite(join(folder, 'group.db'))
    other.pragma('busy_timeout = 0')
    const written = await database.transaction(async (tx) => {
      await tx.selectFrom('counters').select('name').execute()
      expect(() => other.exec("insert into counters values ('other', 1)")).toThrow('locked')
      await tx.insertInto('counters').values({ name: 'own', value: 1 }).execute()
      return 'written'
    })
    expect(written).toBe('written')
    other.close()
  })

  it('tell what went wrong when the database has rolled them back by itself', async () => {
    const ended = database.transaction(async (tx) => {
      await sql`rollback`.execute(tx)
      throw new Error('the disk is full')
    })
    await expect(ended).rejects.toThrow('the disk is full')
    expect(await put('a')).toBe('a')
  })

  it('fail together when the database does not let them begin, and the next ones go on', async () => {
    const blocker = openSqlite(join(folder, 'group.db'))
    blocker.exec('begin immediate')
    file.pragma('busy_timeout = 0')
    const results = await Promise.allSettled([put('a'), put('b')])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    blocker.exec('rollback')
    blocker.close()
    expect(await put('c')).toBe('c')
    expect(await names()).toEqual(['c'])
  })
})
