import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_FILE, openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { incoming, notice } from '../fakes/messages.js'
import { claimRequest, START } from './databases.js'

const now = new Date(START)
const TRIALS = 100
const SECTOR = 512
const WAL_FILE = `${DATABASE_FILE}-wal`

/*
 * What a power cut leaves is simulated: of every sector written since the last sync either the old or the new content
 * is there, as chance (with a fixed seed) has it. A machine whose power can be cut is not to be had in a test.
 */
describe('a power cut', () => {
  let dataDir = ''
  let store: Store
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-power-'))
    store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now })
  })
  afterEach(async () => {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('loses nothing that was acknowledged, a hundred times', async () => {
    for (let trial = 1; trial <= TRIALS; trial++) {
      await exchange(store, trial)
      const before = files(dataDir)
      // One more event is under way: whether its writes reach the disk is up to chance.
      await store.inbox.accept(incoming('unacknowledged', String(trial)), now)
      const copy = join(dataDir, `cut-${trial}`)
      cut(before, files(dataDir), copy, trial)
      const left = new Sqlite(join(copy, DATABASE_FILE))
      expect(left.pragma('integrity_check', { simple: true })).toBe('ok')
      const count = (sql: string) => left.prepare(sql).pluck().get()
      expect(count("select count(*) from inbox where conversation like 'c%' and status = 'done'")).toBe(trial)
      expect(count("select count(*) from outbox where status = 'delivered'")).toBe(trial)
      left.close()
      rmSync(copy, { recursive: true })
    }
  }, 60_000)
})

/** A message is taken in and answered, both acknowledged. */
async function exchange(store: Store, trial: number) {
  await store.inbox.accept(incoming(`c${trial}`, 'hallo'), now)
  const claims = await store.turns.claim(claimRequest(now, { limit: 1000 }))
  const claim = claims.find(({ conversation }) => conversation === `c${trial}`)
  if (!claim) throw new Error('nothing to claim')
  const messages = [{ message: notice('dag'), lane: null }]
  const conclude = () => ({ state: { trial }, messages })
  await store.turns.commit(claim, { now, effects: [], ticketYear: 2026, parked: null, conclude })
}

interface Files {
  readonly database: Buffer
  readonly log: Buffer
}

function files(dataDir: string): Files {
  const log = join(dataDir, WAL_FILE)
  return {
    database: readFileSync(join(dataDir, DATABASE_FILE)),
    log: existsSync(log) ? readFileSync(log) : Buffer.alloc(0),
  }
}

/** Leaves of each changed sector the old or the new content. */
function cut(before: Files, after: Files, copy: string, seed: number) {
  mkdirSync(copy)
  const checkpointed = !before.database.equals(after.database)
  // SQLite writes to the database only what it has synced to the log.
  const log = checkpointed ? after.log : mixed(before.log, after.log, seed)
  writeFileSync(join(copy, DATABASE_FILE), mixed(before.database, after.database, seed))
  writeFileSync(join(copy, WAL_FILE), log)
}

function mixed(before: Buffer, after: Buffer, seed: number): Buffer {
  const result = Buffer.from(after)
  const old = Buffer.concat([before, Buffer.alloc(Math.max(0, after.length - before.length))])
  const chance = random(seed)
  for (let start = 0; start < after.length; start += SECTOR) {
    const end = Math.min(start + SECTOR, after.length)
    if (chance() < 0.5) old.copy(result, start, start, end)
  }
  return result
}

/** Mulberry32: the same numbers, from 0 up to 1, for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mix = Math.imul(state ^ (state >>> 15), 1 | state)
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix
    return ((mix ^ (mix >>> 14)) >>> 0) / 2 ** 32
  }
}
