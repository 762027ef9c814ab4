import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_FILE, openStore } from '../../src/store/open-store.js'
import { openSqlite, requireSafeSqlite } from '../../src/store/sqlite.js'
import { incoming } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, query, START } from './databases.js'

const now = new Date(START)

onEachDatabase('a database', (on) => {
  it('is opened again with what it held', async () => {
    await on.store.inbox.accept(incoming('c1', 'hallo'), now)
    await on.store.close()
    const again = await on.database.open()
    expect((await again.health(now)).waitingEvents).toBe(1)
  })

  it('is refused, unchanged, when a newer version of the program made it', async () => {
    await on.store.close()
    await query(on.database, "insert into kysely_migration (name, timestamp) values ('0999-tomorrow', 'x')")
    await expect(on.database.open()).rejects.toMatchObject({
      code: 'STORE_SCHEMA_NEWER',
      message: expect.stringContaining('0999-tomorrow'),
    })
    await expect(openStore({ ...on.database, use: 'command', now })).rejects.toMatchObject({
      code: 'STORE_SCHEMA_NEWER',
    })
  })

  it('is not changed by a command when it is older: serve does that', async () => {
    await on.store.close()
    await query(on.database, 'delete from kysely_migration')
    await expect(openStore({ ...on.database, use: 'command', now })).rejects.toMatchObject({
      code: 'STORE_SCHEMA_OLDER',
    })
  })

  it('lets commands work beside a desk that runs', async () => {
    const command = await openStore({ ...on.database, use: 'command', now })
    await on.store.inbox.accept(incoming('c1', 'hallo'), now)
    expect((await command.health(now)).waitingEvents).toBe(1)
    await command.close()
  })
})

describe('SQLite', () => {
  let dataDir = ''
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-sqlite-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
  const open = (use: 'serve' | 'command') => openStore({ dataDir, databaseUrl: null, use, now })

  it('keeps what is committed through a power cut on every connection', () => {
    const file = join(dataDir, DATABASE_FILE)
    const connections = [openSqlite(file), openSqlite(file)]
    for (const connection of connections) {
      expect(connection.pragma('synchronous', { simple: true })).toBe(2)
      expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(connection.pragma('busy_timeout', { simple: true })).toBe(5000)
      connection.close()
    }
  })

  it.each([
    '3.7.17',
    '3.44.0',
    '3.51.2',
    '3.52.0',
  ])('refuses version %s, which can damage a database', (version) => {
    expect(() => requireSafeSqlite(version)).toThrow(expect.objectContaining({ code: 'STORE_SQLITE_UNSAFE' }))
  })

  it.each(['3.51.3', '3.51.10', '3.52.1', '3.53.0', '4.0.0'])('takes version %s', (version) => {
    expect(() => requireSafeSqlite(version)).not.toThrow()
  })

  it('is served by one desk at a time, and free again when that one stops', async () => {
    const first = await open('serve')
    await expect(open('serve')).rejects.toMatchObject({
      code: 'STORE_IN_USE',
      message: expect.stringContaining(dataDir),
    })
    await first.close()
    await (await open('serve')).close()
  })

  it('is free again when the desk that served it was killed', async () => {
    const lock = join(dataDir, 'serve.lock')
    const hold = `const Sqlite = require('better-sqlite3')
      new Sqlite(process.argv[1]).exec('begin exclusive')
      console.log('held')
      setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ['-e', hold, lock], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(other.stdout, 'data')
    await expect(open('serve')).rejects.toMatchObject({ code: 'STORE_IN_USE' })
    other.kill('SIGKILL')
    await once(other, 'exit')
    await (await open('serve')).close()
  })

  it('takes up at once what the desk before it had leased or put off, also when its clock was ahead', async () => {
    const ahead = new Date('2030-01-01T00:00:00Z')
    const before = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: ahead })
    await before.inbox.accept(incoming('c1', 'gepakt'), ahead)
    await before.turns.claim(claimRequest(ahead))
    await before.inbox.accept(incoming('c2', 'wacht'), ahead)
    await before.close()
    const store = await open('serve')
    const claims = await store.turns.claim(claimRequest(now))
    expect(claims.map((claim) => claim.conversation).sort()).toEqual(['c1', 'c2'])
    await store.close()
  })

  it('says that there is nothing yet rather than making an empty database for a command', async () => {
    await expect(open('command')).rejects.toMatchObject({ code: 'STORE_MISSING' })
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('refuses a kind of database it does not know', async () => {
    const options = { dataDir, databaseUrl: 'mysql://localhost/x', use: 'serve', now } as const
    await expect(openStore(options)).rejects.toMatchObject({ code: 'STORE_URL' })
  })

  it('says when a server cannot be reached', async () => {
    const options = { dataDir, databaseUrl: 'postgres://127.0.0.1:1/x', use: 'serve', now } as const
    await expect(openStore(options)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})
