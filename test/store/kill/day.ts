import type { Channel } from '../../../src/desk/channel.js'
import type { Clock } from '../../../src/desk/clock.js'
import type { ChannelName } from '../../../src/desk/conversation.js'
import { Dispatcher } from '../../../src/desk/dispatcher.js'
import { DueRunner } from '../../../src/desk/due-runner.js'
import type { DueWork, TicketDecision } from '../../../src/desk/ports.js'
import { Sender } from '../../../src/desk/sender.js'
import type { Turn } from '../../../src/desk/turn.js'
import type { Store } from '../../../src/store/store.js'
import { conversationId, incoming, notice, opensTicket, says } from '../../fakes/messages.js'

const REFERENCE = 'VB-2026-0001'

/** A question goes to staff, who are to be reminded of it at once. */
const turn: Turn = async (_incoming, _state, now) => ({
  ...says('Uw vraag is {ticket}.'),
  effects: [
    {
      ...opensTicket(),
      due: (reference: string) => [{ key: 'remind', kind: 'remind', subject: reference, at: now }],
    },
    { kind: 'plan', due: [{ key: 'later', kind: 'remind', subject: REFERENCE, at: new Date(1e14) }] },
    { kind: 'feedback', helped: true, question: 'x' },
  ],
})

const replies: TicketDecision = (ticket) => ({
  kind: 'do',
  work: {
    update: { state: 'answered', claimedBy: 'an' },
    events: [{ kind: 'replied', actor: { kind: 'staff', id: 'an', name: 'An' }, text: 'Het antwoord.' }],
    messages: [{ message: notice('Het antwoord.'), lane: ticket.conversation }],
    holds: true,
    due: [{ key: 'follow-up', kind: 'remind', subject: REFERENCE, at: new Date(1e14) }],
  },
})

/**
 * A desk from a member's question until everything is sent: the question comes in, becomes a ticket, a colleague
 * answers it, the team is reminded. Whoever lives through it again after a crash does the same once more.
 */
export async function day(store: Store, channel: Channel, clock: Clock, owner: string): Promise<void> {
  const channels = new Map<ChannelName, Channel>([['slack', channel]])
  const common = { channels, clock, owner, signals: store.signals, onEvent: () => {} }
  await store.inbox.accept(incoming('c1', 'hallo', { channel: 'slack' }), clock.now())
  await new Dispatcher({ ...common, turns: store.turns, turn, givenUp: () => notice('') }).drain()
  await store.tickets.change(REFERENCE, replies, clock.now(), 'press-1')
  const remind = async (): Promise<DueWork> => {
    const { version = 0 } = (await store.tickets.find(REFERENCE)) ?? {}
    const event = { kind: 'reminded', actor: { kind: 'desk' }, text: 'team' } as const
    const messages = [{ message: notice('Er wacht een vraag.'), lane: 'team' }]
    return {
      posts: [{ channel: 'slack', conversation: conversationId('team'), messages }],
      due: [],
      ticketEvents: [{ reference: REFERENCE, event }],
      guards: [{ table: 'tickets', id: REFERENCE, version }],
    }
  }
  await new DueRunner({ ...common, dues: store.dues, handlers: new Map([['remind', remind]]) }).drain()
  await new Sender({ ...common, outbox: store.outbox }).drain()
}
