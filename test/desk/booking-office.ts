import type { HostsElsewhere } from '../../src/booking/host-calendars.js'
import type { Offerings } from '../../src/booking/offerings.js'
import { bookingDueHandlers } from '../../src/desk/booking-due-handlers.js'
import type { BookingParts } from '../../src/desk/booking-parts.js'
import { bookingReply } from '../../src/desk/booking-reply.js'
import { bookingTalk } from '../../src/desk/booking-turn.js'
import type { Channel } from '../../src/desk/channel.js'
import type { ChannelName, PersonKey } from '../../src/desk/conversation.js'
import { Dispatcher } from '../../src/desk/dispatcher.js'
import { type DueEvent, DueRunner } from '../../src/desk/due-runner.js'
import { memberTurn } from '../../src/desk/member-turn.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { plain } from '../../src/desk/plain-reply.js'
import type { DeskParts, Responder } from '../../src/desk/responder.js'
import { Sender } from '../../src/desk/sender.js'
import { NOTHING_DUE } from '../../src/desk/ticket-due.js'
import { type MemberIdentity, STRANGER } from '../../src/members/identity.js'
import { maskMessage } from '../../src/members/masking.js'
import type { Store } from '../../src/store/store.js'
import type { Language } from '../../src/texts/language.js'
import { BOOKABLE } from '../booking/bookable.js'
import { SETTING } from '../escalation/setting.js'
import { ManualClock } from '../fakes/clock.js'
import { conversationId } from '../fakes/messages.js'
import { TeamPlatform } from './helpdesk.js'

/** A member of a municipality who proved an address. */
export const ELS: MemberIdentity = {
  known: true,
  kind: 'gemeente',
  body: 'Gemeente Zonnegem',
  bodies: ['Gemeente Zonnegem'],
  mail: 'els@zonnegem.example',
}

/** A desk that books, with the web page, a mail server, and a clock of its own. */
export interface BookingOffice {
  readonly clock: ManualClock
  readonly parts: BookingParts
  readonly mail: TeamPlatform
  readonly dues: readonly DueEvent[]
  /** Somebody types; resolves to what the desk says in answer, all of it. */
  says(text: string, conversation?: string): Promise<string>
  /** Somebody presses a button of the last message that has it, and fills in its form. */
  presses(
    label: string | RegExp,
    fields?: Readonly<Record<string, string>>,
    conversation?: string,
  ): Promise<string>
  /** Does everything that is due now. */
  settle(): Promise<void>
  /** Moves the clock on and does what came due on the way. */
  pass(ms: number): Promise<void>
  shown(conversation?: string): Promise<readonly OutgoingMessage[]>
}

export interface OfficeOptions {
  readonly identity?: MemberIdentity
  readonly offerings?: Offerings
  readonly start?: string
  readonly elsewhere?: () => Promise<HostsElsewhere>
  readonly sendsMail?: boolean
  /** In the place of the one that only keeps what was sent. */
  readonly mail?: Channel
}

/** Tickets are somebody else's. */
const NO_TICKETS = ['ticket-card', 'team-digest', 'ticket-reminder'].map(
  (kind) => [kind, async () => NOTHING_DUE] as const,
)

/** Before the member, a person and her conversation have one name here. */
const CONVERSATION = 'gesprek-1'

let events = 0

export function bookingOffice(store: Store, options: OfficeOptions = {}): BookingOffice {
  const { identity = ELS, offerings = BOOKABLE, sendsMail = true } = options
  const clock = new ManualClock(options.start ?? '2026-11-23T09:00:00.000Z')
  const mail = new TeamPlatform('mail', () => clock.now())
  const web = new TeamPlatform('web', () => clock.now())
  const channels = new Map<ChannelName, Channel>([
    ['web', web],
    ...(sendsMail ? [['mail', options.mail ?? mail] as const] : []),
  ])
  const { hours, topics } = SETTING
  const elsewhere = options.elsewhere ?? (async () => ({ busy: [], unsure: new Set<string>() }))
  const parts: BookingParts = {
    bookings: store.bookings,
    records: store.records,
    offerings,
    hours,
    topics,
    elsewhere,
    sendsMail,
  }
  const turn = memberTurn({
    setting: SETTING,
    limitsOf: (name) => channels.get(name)?.limits ?? null,
    tickets: store.tickets,
    respond: onlyBookings({ offerings, hours, topics }),
    whoIs: async () => identity,
    booking: bookingTalk(parts),
  })
  const dues: DueEvent[] = []
  const shared = { channels, clock, owner: 'desk-1', signals: store.signals }
  const failed = (event: { readonly kind: string }) => {
    if (event.kind === 'failed' || event.kind === 'error' || event.kind === 'parked') {
      throw new Error(`${event.kind}: ${'error' in event ? String(event.error) : ''}`)
    }
  }
  const dispatcher = new Dispatcher({
    ...shared,
    turns: store.turns,
    turn,
    givenUp: () => {
      throw new Error('given up')
    },
    onEvent: failed,
  })
  const sender = new Sender({ ...shared, outbox: store.outbox, onEvent: failed })
  const runner = new DueRunner({
    ...shared,
    dues: store.dues,
    handlers: new Map([...NO_TICKETS, ...bookingDueHandlers({ ...parts, channels })]),
    onEvent: (event) => {
      dues.push(event)
      failed(event)
    },
  })
  const settle = async () => {
    for (let round = 0; round < 4; round += 1) {
      await dispatcher.drain()
      await runner.drain()
      await sender.drain()
    }
  }
  const shown = async (conversation = CONVERSATION) =>
    (await store.webLog.read(conversationId(conversation), 0)).map(({ message }) => message)
  const answered = async (conversation: string, before: number) => {
    await settle()
    return (await shown(conversation))
      .slice(before)
      .map(({ text }) => text)
      .join('\n---\n')
  }
  const incoming = (conversation: string) => {
    events += 1
    return {
      eventId: `event-${events}`,
      channel: 'web' as const,
      conversation: conversationId(conversation),
      person: `persoon van ${conversation}` as PersonKey,
      receivedAt: clock.now().toISOString(),
    }
  }
  return {
    clock,
    parts,
    mail,
    dues,
    settle,
    shown,
    says: async (raw, conversation = CONVERSATION) => {
      const before = (await shown(conversation)).length
      const { text, kinds } = maskMessage(raw)
      await store.inbox.accept({ ...incoming(conversation), text, masked: kinds, action: null }, clock.now())
      return answered(conversation, before)
    },
    presses: async (label, fields, conversation = CONVERSATION) => {
      const messages = await shown(conversation)
      const actions = messages.flatMap((message) => message.actions)
      const found = actions.findLast((action) =>
        typeof label === 'string' ? action.label === label : label.test(action.label),
      )
      if (found === undefined) {
        throw new Error(`no button ${label}: ${actions.map((action) => action.label).join(', ')}`)
      }
      const { name, value } = found
      const action = { name, value, ...(fields && { fields }) }
      await store.inbox.accept({ ...incoming(conversation), text: '', masked: [], action }, clock.now())
      return answered(conversation, messages.length)
    },
    pass: async (ms) => {
      const end = clock.now().getTime() + ms
      for (;;) {
        await settle()
        const next = (await store.dues.next())?.getTime() ?? Number.POSITIVE_INFINITY
        if (next > end) break
        clock.advance(Math.max(1, next - clock.now().getTime()))
      }
      clock.advance(end - clock.now().getTime())
      await settle()
    },
  }
}

/** What the desk does when it does not book: bookings to staff, and a plain word to anything else. */
function onlyBookings(parts: Pick<DeskParts, 'offerings' | 'hours' | 'topics'>): Responder {
  return async (asked, state, context) => {
    const language: Language = 'nl'
    const known = {
      ...parts,
      glossary: () => [],
      answering: () => {
        throw new Error('nothing is answered here')
      },
    }
    const booked = bookingReply(asked, { language, context, parts: known, state })
    if (booked !== null) return booked
    return { reply: plain('small-talk', 'IETS ANDERS', language), state, ticket: null, addTo: null }
  }
}

/** Nobody the desk knows. */
export const NOBODY: MemberIdentity = STRANGER
