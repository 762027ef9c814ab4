import type { Channel } from '../../src/desk/channel.js'
import type { ChannelName } from '../../src/desk/conversation.js'
import { type DispatchEvent, Dispatcher, type DispatchTuning } from '../../src/desk/dispatcher.js'
import { type SendEvent, Sender } from '../../src/desk/sender.js'
import type { Turn } from '../../src/desk/turn.js'
import type { Store } from '../../src/store/store.js'
import { FakeChannel } from '../fakes/channel.js'
import { ManualClock } from '../fakes/clock.js'
import { echo, incoming, notice } from '../fakes/messages.js'
import { START } from '../store/databases.js'

export const GIVEN_UP = 'Dat lukte niet; uw vraag staat bij een medewerker.'

/** A desk on a store, with a clock of its own and one platform beside the web. */
export interface TestDesk {
  readonly clock: ManualClock
  readonly slack: FakeChannel
  readonly dispatcher: Dispatcher
  readonly sender: Sender
  readonly events: readonly DispatchEvent[]
  readonly sends: readonly SendEvent[]
  /** A member writes on Slack. */
  write(conversation: string, text: string): Promise<void>
  /** Does all that is due, moving the clock on by `ms` in steps of a tenth of a second, or of `step` milliseconds. */
  pass(ms: number, step?: number): Promise<void>
}

export function testDesk(
  store: Store,
  options: {
    readonly turn?: Turn
    readonly slack?: (clock: ManualClock) => FakeChannel
    readonly owner?: string
    readonly clock?: ManualClock
    readonly tuning?: Partial<DispatchTuning>
  } = {},
): TestDesk {
  const clock = options.clock ?? new ManualClock(START)
  const now = () => clock.now()
  const slack = options.slack?.(clock) ?? new FakeChannel('slack', now)
  const channels = new Map<ChannelName, Channel>([
    ['slack', slack],
    ['web', new FakeChannel('web', now)],
  ])
  const events: DispatchEvent[] = []
  const sends: SendEvent[] = []
  const owner = options.owner ?? 'desk-1'
  const common = { channels, clock, owner, signals: store.signals }
  const dispatcher = new Dispatcher({
    ...common,
    turns: store.turns,
    turn: options.turn ?? echo,
    givenUp: () => notice(GIVEN_UP),
    onEvent: (event) => events.push(event),
    ...(options.tuning ? { tuning: options.tuning } : {}),
  })
  const sender = new Sender({ ...common, outbox: store.outbox, onEvent: (event) => sends.push(event) })
  return {
    clock,
    slack,
    dispatcher,
    sender,
    events,
    sends,
    async write(conversation, text) {
      await store.inbox.accept(incoming(conversation, text, { channel: 'slack' }), now())
    },
    async pass(ms, step = 100) {
      for (let passed = 0; passed <= ms; passed += step) {
        await dispatcher.drain()
        await sender.drain()
        if (passed < ms) clock.advance(step)
      }
    },
  }
}
