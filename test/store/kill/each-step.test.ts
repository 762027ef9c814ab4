import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/store/open-store.js'
import { ManualClock } from '../../fakes/clock.js'
import { query, START } from '../databases.js'
import { day } from './day.js'
import { fileChannel, postsIn } from './file-channel.js'
import { compiled } from './fleet.js'

/** Each step costs a process: `KILL_EVERY=1` tries them all, which takes some minutes. */
const EVERY = Number(process.env.KILL_EVERY ?? 4)

let program = { file: '', remove: () => {} }
beforeAll(() => {
  program = compiled('test/store/kill/one-day')
}, 60_000)
afterAll(() => program.remove())

describe('a question whose desk is killed', () => {
  it('is answered, opened, replied to and reminded of exactly once, at whichever step that happens', async () => {
    const { status, output } = await trial(0)
    expect(status).toBe(0)
    const last = Number(output)
    expect(last).toBeGreaterThan(80)
    for (let step = 1; step <= last; step += EVERY) {
      const killed = await trial(step)
      expect(killed.status, `step ${step} of ${last}`).toBeNull()
      expect(killed.posts, `step ${step} of ${last}`).toEqual(['c1 1', 'c1 2', 'team 1'])
      expect(killed.rows, `step ${step} of ${last}`).toEqual(EVERYTHING_ONCE)
    }
  }, 400_000)
})

const EVERYTHING_ONCE = [
  'due follow-up waits',
  'due later waits',
  'due remind done',
  'event opened',
  'event reminded',
  'event replied',
  'feedback 1',
  'held by VB-2026-0001',
  'inbox done',
  'outbox delivered',
  'outbox delivered',
  'outbox delivered',
]

const ROWS = `
  select 'inbox ' || status as row from inbox
  union all select 'outbox ' || status from outbox
  union all select 'event ' || kind from ticket_events
  union all select 'due ' || key || case when done_at is null then ' waits' else ' done' end from dues
  union all select 'feedback ' || helped from feedback
  union all select 'held by ' || held_by from conversations where held_by is not null
  order by row`

/** Lets a desk be killed at a step, then lets the platform repeat itself to another desk, which runs to the end. */
async function trial(step: number) {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-step-'))
  try {
    const platform = join(folder, 'posts.txt')
    const args = [program.file, folder, platform, String(step)]
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    await recover(folder, platform)
    const rows = await query({ dataDir: folder, databaseUrl: null }, ROWS)
    return { status, output: stdout, posts: [...postsIn(platform)].sort(), rows: rows.map(({ row }) => row) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function recover(dataDir: string, platform: string) {
  const clock = new ManualClock(START)
  const store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: clock.now() })
  for (let second = 0; second < 5; second++) {
    await day(store, fileChannel(platform), clock, 'next')
    clock.advance(1000)
  }
  await store.close()
}
