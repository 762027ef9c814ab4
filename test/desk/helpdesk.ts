import type { Channel, Delivery, SendOutcome } from '../../src/desk/channel.js'
import type { ChannelName, ConversationId, PersonKey } from '../../src/desk/conversation.js'
import { deskTurn } from '../../src/desk/desk-turn.js'
import { type DispatchEvent, Dispatcher } from '../../src/desk/dispatcher.js'
import { ticketDueHandlers } from '../../src/desk/due-handlers.js'
import { type DueEvent, DueRunner } from '../../src/desk/due-runner.js'
import type { Incoming, IncomingAction } from '../../src/desk/incoming.js'
import { memberTurn, type WhoIs } from '../../src/desk/member-turn.js'
import { plain } from '../../src/desk/plain-reply.js'
import type { Responder } from '../../src/desk/responder.js'
import { Sender } from '../../src/desk/sender.js'
import { isStaffCommand, staffTurn } from '../../src/desk/staff-turn.js'
import { teamChannels } from '../../src/desk/team-channels.js'
import { ticketDesk } from '../../src/desk/ticket-desk.js'
import type { TicketMechanics } from '../../src/desk/ticket-work.js'
import { undeliveredReplies } from '../../src/desk/undelivered.js'
import type { TicketDesk } from '../../src/escalation/actions.js'
import { promise } from '../../src/escalation/promise.js'
import { topicOf } from '../../src/escalation/routing.js'
import { type Colleague, personKeyOf } from '../../src/escalation/staff-directory.js'
import { teamFor } from '../../src/escalation/topics.js'
import { STRANGER } from '../../src/members/identity.js'
import { maskMessage } from '../../src/members/masking.js'
import type { Store } from '../../src/store/store.js'
import { repliesIn } from '../../src/texts/replies.js'
import { SETTING } from '../escalation/setting.js'
import { FakeChannel } from '../fakes/channel.js'
import type { ManualClock } from '../fakes/clock.js'
import { conversationId } from '../fakes/messages.js'

/** A platform on which staff work too: it keeps what was sent as it was sent. */
export class TeamPlatform extends FakeChannel {
  readonly deliveries: Delivery[] = []
  /** Channels of teams in which the desk is not. */
  readonly missing = new Set<string>()

  override async send(delivery: Delivery): Promise<SendOutcome> {
    const outcome = await super.send(delivery)
    if (outcome.kind === 'delivered') this.deliveries.push(delivery)
    return outcome
  }

  async staffConversation(configured: string): Promise<ConversationId | null> {
    return this.missing.has(configured) ? null : conversationId(configured)
  }

  /** What stands in a conversation now, changed posts in their place. */
  shows(conversation: string): readonly string[] {
    return this.posts.filter((post) => post.conversation === conversation).map(({ text }) => text)
  }
}

/** A desk with people behind it: knows that twenty is the answer to nothing, hands over what has "?" in it. */
export interface HelpDesk {
  readonly slack: TeamPlatform
  readonly desk: TicketDesk
  readonly dispatched: readonly DispatchEvent[]
  readonly dues: readonly DueEvent[]
  says(text: string, change?: Partial<Incoming>): Promise<void>
  /** A colleague presses a button under a card, or writes in the thread. */
  presses(who: Colleague, action: IncomingAction, key?: string): Promise<void>
  writes(who: Colleague, text: string, under?: string): Promise<void>
  /** Does everything that is due now. */
  settle(): Promise<void>
  /** What the member reads, in order. */
  reads(): readonly string[]
}

export const MEMBER = 'T9/D1'
export const TEAM = 'T1/C1'

const respond: Responder = async ({ text, masked, intent }, state, { now }) => {
  const asked = intent === 'ask-staff' ? (state.lastQuestion ?? '') : text
  const person = intent === 'ask-staff' || text.startsWith('Kan ik iemand spreken')
  if (!person && !asked.endsWith('?'))
    return { reply: plain('small-talk', `Antwoord op ${asked}`, 'nl'), state, ticket: null, addTo: null }
  const topic = topicOf(asked, SETTING.topics).topic
  const there = promise(now, SETTING.hours, 'nl')
  const said = repliesIn('nl').handOver({ reason: 'not-covered', topic: null, promise: there, ticket: true })
  return {
    reply: { ...plain('hand-over', said, 'nl'), masked, promise: there, topic },
    state: { ...state, lastQuestion: asked },
    ticket: {
      question: asked,
      topic,
      team: teamFor(SETTING.topics, topic).key,
      reason: person ? 'human' : 'Niets gevonden',
      found: [{ passage: 'over-vvsg/leden#0', score: 0.4 }],
      asker: { body: null, kind: 'onbekend', name: null, person: '' },
      urgent: false,
      messageId: null,
    },
    addTo: null,
  }
}

const whoIs: WhoIs = async () => ({ ...STRANGER, known: true, kind: 'gemeente', body: 'Gemeente Zonnegem' })

/** Events are told apart over restarts too. */
let count = 0

/** A process of its own on this store; what an earlier one left behind it goes on with. */
export function helpDesk(
  store: Store,
  clock: ManualClock,
  slack = new TeamPlatform('slack', () => clock.now()),
): HelpDesk {
  const channels = new Map<ChannelName, Channel>([[slack.name, slack]])
  const mechanics: TicketMechanics = {
    setting: SETTING,
    limitsOf: (name) => channels.get(name)?.limits ?? null,
  }
  const teams = teamChannels(
    channels,
    SETTING.topics,
    () => clock.now(),
    () => {},
  )
  const turn = deskTurn({
    member: memberTurn({
      ...mechanics,
      respond,
      whoIs,
      tickets: store.tickets,
      corrections: () => store.tickets.corrections(100),
    }),
    staff: staffTurn({ ...mechanics, posts: store.posts, publish: null }),
    isStaffConversation: (incoming) => teams.isStaffConversation(incoming),
    isStaffCommand: (incoming) => isStaffCommand(incoming, mechanics),
  })
  const dispatched: DispatchEvent[] = []
  const dueEvents: DueEvent[] = []
  const shared = { channels, clock, owner: 'desk-1', signals: store.signals }
  const undelivered = undeliveredReplies(store.tickets, store.troubles, mechanics, (error) => {
    throw error
  })
  const dispatcher = new Dispatcher({
    ...shared,
    turns: store.turns,
    turn,
    givenUp: () => {
      throw new Error('given up')
    },
    onEvent: (event) => dispatched.push(event),
  })
  const sender = new Sender({
    ...shared,
    outbox: store.outbox,
    onEvent: (event) => undelivered.noticed(event, clock.now()),
  })
  const handlers = ticketDueHandlers({
    setting: SETTING,
    titleOf: () => 'Leden van de VVSG',
    publicUrl: null,
    publishes: false,
    tickets: store.tickets,
    teams,
    posts: store.posts,
  })
  const dues = new DueRunner({
    ...shared,
    dues: store.dues,
    handlers,
    onEvent: (event) => dueEvents.push(event),
  })
  const accept = async (conversation: string, person: string, change: Partial<Incoming>) => {
    count += 1
    const { text, kinds } = maskMessage(change.text ?? '')
    const incoming: Incoming = {
      eventId: `${clock.now().getTime()}/${count}`,
      channel: 'slack',
      conversation: conversationId(conversation),
      person: person as PersonKey,
      receivedAt: clock.now().toISOString(),
      masked: kinds,
      action: null,
      ...change,
      text,
    }
    await store.inbox.accept(incoming, clock.now())
    await settle()
  }
  const settle = async () => {
    for (let round = 0; round < 3; round++) {
      await dispatcher.drain()
      await dues.drain()
      await sender.drain()
    }
  }
  const personOf = (who: Colleague) => personKeyOf(who, 'slack') ?? ''
  return {
    slack,
    desk: ticketDesk(store.tickets, mechanics),
    dispatched,
    dues: dueEvents,
    says: (text, change = {}) => accept(MEMBER, 'slack:T9/U9', { text, personName: 'Mieke', ...change }),
    presses: (who, action, key) =>
      accept(TEAM, personOf(who), { action, ...(key !== undefined && { eventId: key }) }),
    writes: (who, text, under) =>
      accept(TEAM, personOf(who), { text, ...(under !== undefined && { under }) }),
    settle,
    reads: () => slack.shows(MEMBER),
  }
}
