import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { RegularBackup } from '../../src/jobs/regular-backup.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { incoming } from '../fakes/messages.js'

let folder = ''
let store: Store
let now = new Date('2026-11-23T09:00:00Z')
const errors: unknown[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-backups-'))
  now = new Date('2026-11-23T09:00:00Z')
  errors.length = 0
  store = await openStore({ dataDir: join(folder, 'data'), databaseUrl: null, use: 'serve', now })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function backups(mayRun = true) {
  return new RegularBackup({
    dataDir: join(folder, 'data'),
    databaseUrl: null,
    folder: join(folder, 'copies'),
    everyMinutes: 60,
    keep: 2,
    mayRun: () => mayRun,
    now: () => now,
    onDone: () => {},
    onError: (error) => errors.push(error),
  })
}

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const copies = () => readdirSync(join(folder, 'copies')).sort()

it('copies the database when the last copy is old enough, also after a restart, and keeps the last few', async () => {
  await store.inbox.accept(incoming('c1', 'een vraag'), now)
  await backups().look()
  later(59)
  await backups().look()
  expect(copies()).toEqual(['vraagbaak-2026-11-23T09.00.00.000Z.backup'])
  const copy = new Sqlite(join(folder, 'copies', copies()[0] ?? ''), { readonly: true })
  expect(copy.prepare('select count(*) from inbox').pluck().get()).toBe(1)
  copy.close()
  for (const _ of [1, 2]) {
    later(61)
    await backups().look()
  }
  expect(copies()).toEqual([
    'vraagbaak-2026-11-23T11.00.00.000Z.backup',
    'vraagbaak-2026-11-23T12.01.00.000Z.backup',
  ])
  expect(errors).toEqual([])
}, 60_000)

it('leaves other files alone, and says when it could not', async () => {
  await backups(false).look()
  writeFileSync(join(folder, 'copies'), 'a file where the folder must be')
  await backups().look()
  expect(errors).toHaveLength(1)
}, 60_000)
