import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqliteDatabase } from '../../src/store/database.js'
import { storedInbox } from '../../src/store/inbox.js'
import { migrate } from '../../src/store/migrate.js'
import { openSqlite } from '../../src/store/sqlite.js'
import { incoming } from '../fakes/messages.js'
import { START } from './databases.js'

const now = new Date(START)

describe('a full disk', () => {
  let dataDir = ''
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-full-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  it('is told apart, keeps nothing by halves, and is over when there is room', async () => {
    const sqlite = openSqlite(join(dataDir, 'full.db'))
    const database = sqliteDatabase(sqlite)
    await migrate(database.db)
    const inbox = storedInbox(database)
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    sqlite.pragma(`max_page_count = ${pages + 4}`)

    const accepted: string[] = []
    const refusals: unknown[] = []
    for (let index = 0; index < 50; index++) {
      const event = incoming(`c${index}`, 'x'.repeat(1000))
      await inbox.accept(event, now).then(
        () => accepted.push(event.conversation),
        (error) => refusals.push(error),
      )
    }
    expect(accepted.length).toBeGreaterThan(0)
    expect(refusals.length).toBeGreaterThan(0)
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'STORE_FULL' })
    const kept = sqlite.prepare('select conversation from inbox').pluck().all()
    expect(new Set(kept)).toEqual(new Set(accepted))
    expect(sqlite.prepare('select count(*) from conversations').pluck().get()).toBe(accepted.length)

    sqlite.pragma('max_page_count = 100000')
    expect(await inbox.accept(incoming('later', 'nog een'), now)).toBe('accepted')
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    await database.db.destroy()
  })
})
