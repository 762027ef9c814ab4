import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DATABASE_FILE, openStore } from '../../src/store/open-store.js'
import { incoming } from '../fakes/messages.js'
import { freshDatabase, START, type TestDatabase } from './databases.js'

const now = new Date(START)

/** In a shell script: the file that pg_dump is told to write. */
const TARGET = `"$\{2#--file=}"`

describe('a backup of SQLite', () => {
  let dataDir = ''
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-backup-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
  const open = (use: 'serve' | 'command') => openStore({ dataDir, databaseUrl: null, use, now })

  it('is copied whole while it is written to, and the copy can be put in its place', async () => {
    const store = await open('serve')
    await store.inbox.accept(incoming('c1', 'voor'), now)
    const copy = join(dataDir, 'copy.db')
    const beside = await open('command')
    await beside.backup(copy)
    await beside.close()
    await store.inbox.accept(incoming('c1', 'na'), now)
    await store.close()
    for (const file of readdirSync(dataDir)) if (file.startsWith(DATABASE_FILE)) rmSync(join(dataDir, file))
    copyFileSync(copy, join(dataDir, DATABASE_FILE))
    const restored = await open('serve')
    expect((await restored.health(now)).waitingEvents).toBe(1)
    expect(await restored.inbox.accept(incoming('c1', 'voor'), now)).toBe('repeat')
    await restored.close()
  })

  it('never writes a backup over a file that is there', async () => {
    const store = await open('serve')
    const file = join(dataDir, 'precious')
    writeFileSync(file, 'x')
    await expect(store.backup(file)).rejects.toMatchObject({ code: 'STORE_BACKUP' })
    await expect(store.backup(join(dataDir, 'no-such-folder', 'x'))).rejects.toMatchObject({
      code: 'STORE_BACKUP',
    })
    await store.close()
  })
})

describe('a backup of PostgreSQL', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await freshDatabase('PostgreSQL')
  }, 60_000)
  afterEach(async () => {
    vi.unstubAllEnvs()
    await database.remove()
  })

  /** Puts a program named pg_dump, and nothing else, on the path. */
  function pgDump(script: string) {
    const folder = join(database.dataDir, 'bin')
    mkdirSync(folder)
    writeFileSync(join(folder, 'pg_dump'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    vi.stubEnv('PATH', folder)
  }

  it('is made by pg_dump, which is told the password where nobody sees it', async () => {
    const store = await database.open()
    pgDump(`echo "$@" "$PGHOST" "$PGUSER" "$PGDATABASE" > ${TARGET}`)
    const file = join(database.dataDir, 'copy.dump')
    await store.backup(file)
    const { hostname, username, pathname } = new URL(database.databaseUrl ?? '')
    const expected = `--format=custom --file=${file} ${hostname} ${username} ${pathname.slice(1)}\n`
    expect(readFileSync(file, 'utf8')).toBe(expected)
  })

  it('says what pg_dump said when it fails, and leaves no file behind', async () => {
    const store = await database.open()
    pgDump(`echo half > ${TARGET}; echo "server version mismatch" >&2; exit 1`)
    const file = join(database.dataDir, 'copy.dump')
    await expect(store.backup(file)).rejects.toMatchObject({
      code: 'STORE_BACKUP',
      message: expect.stringContaining('server version mismatch'),
    })
    expect(existsSync(file)).toBe(false)
  })

  it('says how to get pg_dump when it is not there', async () => {
    const store = await database.open()
    vi.stubEnv('PATH', join(database.dataDir, 'nowhere'))
    await expect(store.backup(join(database.dataDir, 'copy.dump'))).rejects.toMatchObject({
      code: 'STORE_BACKUP',
      message: expect.stringContaining("install PostgreSQL's client programs"),
    })
  })
})
