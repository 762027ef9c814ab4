import type { Logger } from 'pino'
import type { Channel } from '../desk/channel.js'
import type { Clock } from '../desk/clock.js'
import type { ChannelName } from '../desk/conversation.js'
import { Dispatcher } from '../desk/dispatcher.js'
import { type DueHandler, DueRunner } from '../desk/due-runner.js'
import type { Incoming } from '../desk/incoming.js'
import { plainMessage } from '../desk/plain-message.js'
import { type SendEvent, Sender } from '../desk/sender.js'
import { deskEvents } from '../http/logging.js'
import type { Store } from '../store/store.js'
import { GIVEN_UP } from '../texts/failures.js'
import { type DeskBase, STOP_MS } from './desk-base.js'
import type { BookingWiring } from './wire-bookings.js'
import type { TicketWiring } from './wire-tickets.js'

/** What decides about messages, and where they come from and go to. */
export interface Conversing {
  readonly tickets: TicketWiring
  readonly bookings: BookingWiring
  readonly channels: ReadonlyMap<ChannelName, Channel>
}

/** Starts what handles and sends messages, then lets messages in. */
export async function converse(
  { store, clock, owner, log, metrics, ears, opened }: DeskBase,
  { tickets, bookings, channels }: Conversing,
): Promise<void> {
  const { onDispatch, onSend, onDue } = deskEvents(log, metrics)
  const shared = { signals: store.signals, channels, clock, owner }
  const onEvent = (event: SendEvent) => {
    onSend(event)
    ears.onSend(event)
    tickets.undelivered.noticed(event, clock.now())
  }
  const sender = new Sender({ ...shared, outbox: store.outbox, onEvent })
  const givenUp = () => plainMessage('notice', GIVEN_UP)
  const { turn } = tickets
  const dispatcher = new Dispatcher({ ...shared, turns: store.turns, turn, givenUp, onEvent: onDispatch })
  const handlers = new Map<string, DueHandler>([...tickets.dueHandlers, ...bookings.dueHandlers])
  const dues = new DueRunner({ ...shared, dues: store.dues, handlers, onEvent: onDue })
  await tickets.undelivered.sweep(clock.now())
  sender.start()
  opened.add(() => sender.stop(STOP_MS))
  dispatcher.start()
  opened.add(() => dispatcher.stop(STOP_MS))
  dues.start()
  opened.add(() => dues.stop(STOP_MS))
  for (const channel of channels.values()) {
    await channel.start((incoming) => accept(store, incoming, clock, log))
    opened.add(() => channel.stop())
  }
}

/** A platform that is told of a failure sends the message again; operators must know of it too. */
async function accept(store: Store, incoming: Incoming, clock: Clock, log: Logger): Promise<void> {
  try {
    await store.inbox.accept(incoming, clock.now())
  } catch (error) {
    log.error({ err: error, channel: incoming.channel }, 'message not taken in')
    throw error
  }
}
