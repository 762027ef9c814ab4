import { join } from 'node:path'
import type { Command } from 'commander'
import type { Booking } from '../booking/bookings.js'
import { calendarFeed } from '../booking/invitation.js'
import { type Offerings, readOfferings } from '../booking/offerings.js'
import { bookingWords, whenWords } from '../booking/say.js'
import { loadConfig } from '../config.js'
import { BOOKING_DUE, dueAfter } from '../desk/booking-due.js'
import { type FeedSubject, makeFeed, revokeFeeds } from '../desk/booking-feed.js'
import { readOfficeHours } from '../hours/read-hours.js'
import type { Store } from '../store/store.js'
import { withInstants } from './booking-json.js'
import { UsageError } from './errors.js'
import { withStore, withStoreOr } from './open-for-command.js'
import { organisationOf, sampleKnowledge } from './wire-desk.js'

interface ListOptions {
  readonly all?: true
  readonly json?: true
}

/** Adds `vraagbaak bookings`: the sessions that were booked, and calendars to follow. */
export function registerBookings(program: Command): void {
  const bookings = program.command('bookings').description('service-design sessions that were booked')
  bookings
    .command('list', { isDefault: true })
    .description('what is booked from today on, soonest first (the default)')
    .option('--all', 'also what is over, cancelled or only held')
    .option('--json', 'print JSON')
    .action(async (options: ListOptions) => write(await list(options)))
  bookings
    .command('show <reference>')
    .description('one booking')
    .option('--json', 'print JSON')
    .action(async (reference: string, { json }: ListOptions) => write(await show(reference, json === true)))
  bookings
    .command('cancel <reference>')
    .description('cancel a booking; the desk that runs tells the member and the host')
    .action(async (reference: string) => write(await cancel(reference)))
  bookings
    .command('export')
    .description('every booking that stands or was cancelled, as one iCalendar file')
    .action(async () => write(await exported()))
  bookings
    .command('feed')
    .description('make a secret link to follow the bookings of a host or a member body')
    .option('--host <id>', 'a host of sessions.yaml')
    .option('--body <name>', 'a member body')
    .option('--revoke', 'instead: end every link to these bookings')
    .action(async (options: FeedOptions) => write(await feed(options)))
}

function write(text: string): void {
  process.stdout.write(text)
}

async function list({ all, json }: ListOptions): Promise<string> {
  const now = Date.now()
  const found = await withStoreOr<readonly Booking[]>([], ({ bookings }) =>
    bookings.list(all ? {} : { states: ['confirmed'] }),
  )
  const shown = all ? found : found.filter(({ times }) => (times.at(-1)?.end ?? 0) > now)
  if (json) return `${JSON.stringify(shown.map(withInstants))}\n`
  if (shown.length === 0) return 'There are no bookings.\n'
  const { offerings } = organisation()
  return shown.map((booking) => `${line(booking, offerings)}\n`).join('')
}

function line(booking: Booking, offerings: Offerings): string {
  const state = booking.tentative && booking.state === 'confirmed' ? 'tentative' : booking.state
  return [booking.reference, state.padEnd(9), booking.body ?? '-', bookingWords(booking, offerings)].join(
    '  ',
  )
}

async function show(reference: string, json: boolean): Promise<string> {
  const booking = await withStore((store) => required(store, reference))
  if (json) return `${JSON.stringify(withInstants(booking))}\n`
  const hosts = [...new Set(booking.times.map(({ host }) => host))]
  return [
    `${booking.reference}  ${booking.state}${booking.tentative ? ' (tentative)' : ''}`,
    `what       ${bookingWords(booking, organisation().offerings)}`,
    `when       ${whenWords(booking)}`,
    `body       ${booking.body ?? '-'}`,
    `contact    ${[booking.contact?.name, booking.contact?.mail].filter(Boolean).join(', ') || '-'}`,
    `hosts      ${hosts.join(', ')}`,
    `asked on   ${booking.asker.channel}`,
    `version    ${booking.version}, invitation ${booking.sequence}`,
    '',
  ].join('\n')
}

async function cancel(reference: string): Promise<string> {
  const parts = organisation()
  const now = new Date()
  const outcome = await withStore(async (store) => {
    const { id, state } = await required(store, reference)
    const after = dueAfter(parts, now)
    const change = { kind: state === 'held' ? 'release' : 'cancel', id } as const
    return store.bookings.change(
      change,
      (booking, before) => [
        ...after(booking, before),
        {
          key: `${BOOKING_DUE.told}/${id}/${booking.version}`,
          kind: BOOKING_DUE.told,
          subject: id,
          at: now,
        },
      ],
      now,
    )
  })
  if (outcome.kind === 'done') return `${reference} is cancelled.\n`
  throw new UsageError(`${reference} cannot be cancelled: it is ${outcome.booking?.state ?? outcome.code}.`)
}

async function exported(): Promise<string> {
  const { offerings } = organisation()
  const found = await withStoreOr<readonly Booking[]>([], ({ bookings }) =>
    bookings.list({ states: ['confirmed', 'cancelled'] }),
  )
  return calendarFeed(found, 'Service design', { offerings, at: new Date() })
}

interface FeedOptions {
  readonly host?: string
  readonly body?: string
  readonly revoke?: true
}

async function feed({ host, body, revoke }: FeedOptions): Promise<string> {
  if ((host === undefined) === (body === undefined)) {
    throw new UsageError('Say whose bookings: --host ID or --body NAME (one of them).')
  }
  const subject: FeedSubject =
    host === undefined ? { kind: 'body', name: body ?? '' } : { kind: 'host', name: host }
  requireKnownHost(subject)
  const now = new Date()
  if (revoke) {
    const ended = await withStore(({ records }) => revokeFeeds(records, subject, now))
    return `${ended === 1 ? '1 link' : `${ended} links`} ended.\n`
  }
  const token = await withStore(({ records }) => makeFeed(records, subject, now))
  const { publicUrl, port } = loadConfig(process.env).http
  return `${publicUrl ?? `http://127.0.0.1:${port}`}/agenda/${token}.ics\n`
}

function requireKnownHost({ kind, name }: FeedSubject): void {
  const { hosts } = organisation().offerings
  if (kind === 'body' || hosts.some(({ id }) => id === name)) return
  const known = hosts.map(({ id }) => id).join(', ')
  throw new UsageError(`sessions.yaml has no host ${name}; it has ${known}.`)
}

async function required({ bookings }: Pick<Store, 'bookings'>, reference: string): Promise<Booking> {
  const booking = await bookings.find(reference.toUpperCase())
  if (booking !== null) return booking
  throw new UsageError(`There is no booking ${reference}; "vraagbaak bookings --all" lists them.`)
}

function organisation() {
  const folder = organisationOf(loadConfig(process.env).knowledgeDir ?? sampleKnowledge())
  return {
    offerings: readOfferings(join(folder, 'organisation', 'sessions.yaml')),
    hours: readOfficeHours(folder),
  }
}
