import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Channel } from '../../../src/desk/channel.js'
import type { ChannelName } from '../../../src/desk/conversation.js'
import { Dispatcher } from '../../../src/desk/dispatcher.js'
import { type SendEvent, Sender } from '../../../src/desk/sender.js'
import type { Turn } from '../../../src/desk/turn.js'
import { openStore } from '../../../src/store/open-store.js'
import { ManualClock } from '../../fakes/clock.js'
import { echo, notice } from '../../fakes/messages.js'
import type { SlackServerOptions } from '../../fakes/slack-server.js'
import { START } from '../../store/databases.js'
import { slackDesk } from './slack-desk.js'

/** The Slack channel with a real store, dispatcher and sender behind it, on a clock that the test moves. */
export async function slackStoreDesk(turn: Turn = echo, options: Omit<SlackServerOptions, 'now'> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-slack-'))
  const clock = new ManualClock(START)
  const now = () => clock.now()
  const store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: now() })
  const desk = await slackDesk({ records: store.records, clock }, { ...options, now })
  const channels = new Map<ChannelName, Channel>([['slack', desk.channel]])
  const common = { channels, clock, owner: 'desk-1', signals: store.signals }
  const sends: SendEvent[] = []
  const dispatcher = new Dispatcher({
    ...common,
    turns: store.turns,
    turn,
    givenUp: () => notice('Dat lukte niet.'),
    onEvent: () => {},
  })
  const sender = new Sender({ ...common, outbox: store.outbox, onEvent: (event) => sends.push(event) })
  await desk.open(async (incoming) => {
    await store.inbox.accept(incoming, now())
  })
  return {
    ...desk,
    store,
    clock,
    sends,
    /** How the sends ended, in order. */
    settled: () => sends.flatMap((event) => (event.kind === 'settled' ? [event.settlement] : [])),
    /** Does all that is due, moving the clock on by `ms` in steps. */
    async pass(ms: number, step = 100) {
      for (let passed = 0; passed <= ms; passed += step) {
        await dispatcher.drain()
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
