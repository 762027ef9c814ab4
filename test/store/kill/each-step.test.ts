import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Channel } from '../../../src/desk/channel.js'
import type { ChannelName } from '../../../src/desk/conversation.js'
import { Dispatcher } from '../../../src/desk/dispatcher.js'
import { Sender } from '../../../src/desk/sender.js'
import { openStore } from '../../../src/store/open-store.js'
import { ManualClock } from '../../fakes/clock.js'
import { echo, incoming, notice } from '../../fakes/messages.js'
import { query, START } from '../databases.js'
import { fileChannel, postsIn } from './file-channel.js'
import { compiled } from './fleet.js'

let program = { file: '', remove: () => {} }
beforeAll(() => {
  program = compiled('test/store/kill/one-message')
}, 60_000)
afterAll(() => program.remove())

describe('a message whose desk is killed', () => {
  it('is answered exactly once, at whichever step that happens', async () => {
    const { status, output } = await trial(0)
    expect(status).toBe(0)
    const last = Number(output)
    expect(last).toBeGreaterThan(20)
    for (let step = 1; step <= last; step++) {
      const killed = await trial(step)
      expect(killed.status, `step ${step} of ${last}`).toBeNull()
      expect(killed.posts, `step ${step} of ${last}`).toEqual(['c1 1'])
      expect(killed.rows, `step ${step} of ${last}`).toEqual(['done', 'delivered'])
    }
  }, 120_000)
})

/** Lets a desk be killed at a step, then lets the platform repeat itself to another desk, which runs to the end. */
async function trial(step: number) {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-step-'))
  try {
    const platform = join(folder, 'posts.txt')
    const args = [program.file, folder, platform, String(step)]
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    await recover(folder, platform)
    const rows = await query(
      { dataDir: folder, databaseUrl: null },
      'select status from inbox union all select status from outbox',
    )
    return { status, output: stdout, posts: postsIn(platform), rows: rows.map((row) => row.status) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function recover(dataDir: string, platform: string) {
  const clock = new ManualClock(START)
  const store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: clock.now() })
  const channels = new Map<ChannelName, Channel>([['slack', fileChannel(platform)]])
  const common = { channels, clock, owner: 'next', signals: store.signals, onEvent: () => {} }
  const dispatcher = new Dispatcher({ ...common, turns: store.turns, turn: echo, givenUp: () => notice('') })
  const sender = new Sender({ ...common, outbox: store.outbox })
  await store.inbox.accept(incoming('c1', 'hallo', { channel: 'slack' }), clock.now())
  for (let second = 0; second < 5; second++) {
    await dispatcher.drain()
    await sender.drain()
    clock.advance(1000)
  }
  await store.close()
}
