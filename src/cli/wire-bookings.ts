import { randomUUID } from 'node:crypto'
import { HostCalendars } from '../booking/host-calendars.js'
import { type BookingDesk, bookingDesk } from '../desk/booking-desk.js'
import { bookingDueHandlers } from '../desk/booking-due-handlers.js'
import { readFeed } from '../desk/booking-feed.js'
import { type BookingParts, CONTACTS } from '../desk/booking-parts.js'
import { bookingTalk } from '../desk/booking-turn.js'
import type { Channel } from '../desk/channel.js'
import type { Clock } from '../desk/clock.js'
import type { ChannelName } from '../desk/conversation.js'
import type { DueHandler } from '../desk/due-runner.js'
import type { MemberDesk } from '../desk/member-desk.js'
import type { DeskParts } from '../desk/responder.js'
import { guardedGet, PUBLIC_WEB } from '../knowledge/sources/guarded-get.js'
import type { Store } from '../store/store.js'

/** What bookings are made with. */
export interface BookingNeeds {
  readonly store: Pick<Store, 'bookings' | 'records'>
  readonly parts: Pick<DeskParts, 'offerings' | 'hours' | 'topics'>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly clock: Clock
}

/** Everything that books, put together. */
export interface BookingWiring {
  /** For members. */
  readonly talk: NonNullable<MemberDesk['booking']>
  /** For colleagues. */
  readonly desk: BookingDesk
  readonly dueHandlers: ReadonlyMap<string, DueHandler>
  /** The calendar a secret link opens; null when it opens none. */
  readonly readFeed: (token: string) => Promise<string | null>
}

const MOST_CALENDAR_BYTES = 5_000_000
const CALENDAR_MS = 4000

/** Puts together how sessions are booked, followed up and shown. */
export function wireBookings({ store, parts, channels, clock }: BookingNeeds): BookingWiring {
  const calendars = new HostCalendars(fetchCalendar)
  const { bookings, records } = store
  const booking: BookingParts = {
    bookings,
    records,
    offerings: parts.offerings,
    hours: parts.hours,
    topics: parts.topics,
    elsewhere: (hosts, during, now) => calendars.elsewhere(hosts, during, now),
    sendsMail: channels.has('mail'),
  }
  return {
    talk: bookingTalk(booking),
    desk: bookingDesk(booking),
    dueHandlers: bookingDueHandlers({ ...booking, channels }),
    readFeed: (token) => readFeed(token, booking, clock.now()),
  }
}

const CONTACT_MS = 60 * 60_000

/** Keeps an address that was asked for apart from what is said, for an hour; returns the token that stands for it. */
export function contactVault({ records }: Pick<Store, 'records'>, clock: Clock) {
  return async (address: string): Promise<string> => {
    const token = randomUUID()
    const now = clock.now()
    await records.put(CONTACTS, token, address, now, new Date(now.getTime() + CONTACT_MS))
    return token
  }
}

/** @throws Error when it cannot be had, or leads to where only this machine can go. */
async function fetchCalendar(url: string): Promise<string> {
  const limits = { bytes: MOST_CALENDAR_BYTES, milliseconds: CALENDAR_MS }
  const response = await guardedGet(url, PUBLIC_WEB, { limits, hosts: new Set() })
  if (response.status !== 200) throw new Error(`The calendar answered with ${response.status}`)
  return response.body.toString('utf8')
}
