import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Channel } from '../../../src/desk/channel.js'
import type { ChannelName } from '../../../src/desk/conversation.js'
import { Dispatcher } from '../../../src/desk/dispatcher.js'
import { Sender } from '../../../src/desk/sender.js'
import type { Turn } from '../../../src/desk/turn.js'
import { openStore } from '../../../src/store/open-store.js'
import { ManualClock } from '../../fakes/clock.js'
import { notice } from '../../fakes/messages.js'
import { teamsDesk } from './teams-desk.js'

const START = '2026-11-23T09:00:00.000Z'

/** The Teams channel with a real store, dispatcher and sender behind it, on a clock that the test moves. */
export async function teamsStoreDesk(turn: Turn) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-teams-'))
  const clock = new ManualClock(START)
  const now = () => clock.now()
  const store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: now() })
  const desk = await teamsDesk({ records: store.records, clock }, now)
  const channels = new Map<ChannelName, Channel>([['teams', desk.channel]])
  const common = { channels, clock, owner: 'desk-1', signals: store.signals }
  const dispatcher = new Dispatcher({
    ...common,
    turns: store.turns,
    turn,
    givenUp: () => notice('Dat lukte niet.'),
    onEvent: () => {},
  })
  const sender = new Sender({ ...common, outbox: store.outbox, onEvent: () => {} })
  await desk.open(async (incoming) => {
    await store.inbox.accept(incoming, now())
  })
  return {
    ...desk,
    clock,
    /** Handles what came in. */
    handle: () => dispatcher.drain(),
    /** Sends all that is due, moving the clock on by `ms` in steps. */
    async sendFor(ms: number, step = 50) {
      for (let passed = 0; passed <= ms; passed += step) {
        await sender.drain()
        if (passed < ms) clock.advance(step)
      }
    },
    async close() {
      await desk.close()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
