import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { DATABASE_FILE, openStore } from '../../src/store/open-store.js'

it('a database from before deletions were overwritten is rewritten once, at the first start', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-scrub-'))
  const file = join(dataDir, DATABASE_FILE)
  const holds = () => readFileSync(file, 'latin1').includes('geheim-woord')
  const open = async () =>
    (await openStore({ dataDir, databaseUrl: null, use: 'serve', now: new Date() })).close()
  await open()
  const old = new Sqlite(file)
  old.pragma('user_version = 0')
  old.pragma('secure_delete = OFF')
  old.exec(`insert into records (kind, key, value) values ('a', 'b', 'geheim-woord ${'x'.repeat(9000)}')`)
  old.exec('delete from records')
  old.close()
  expect(holds()).toBe(true)
  await open()
  expect(holds()).toBe(false)
  const now = new Sqlite(file, { readonly: true })
  expect(now.pragma('user_version', { simple: true })).toBe(1)
  now.close()
  rmSync(dataDir, { recursive: true })
})
