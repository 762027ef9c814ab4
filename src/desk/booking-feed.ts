import { createHash, randomBytes } from 'node:crypto'
import { calendarFeed } from '../booking/invitation.js'
import type { BookingParts } from './booking-parts.js'
import type { Records } from './ports.js'

/** Whose bookings a calendar shows: of one host, or of one member body. */
export interface FeedSubject {
  readonly kind: 'host' | 'body'
  /** The host's id, or the body's name. */
  readonly name: string
}

const FEEDS = 'calendar-feed'

/**
 * Makes a secret link to follow somebody's bookings; the token is the only thing that opens it and is kept nowhere.
 *
 * @returns the token, to be shown once.
 */
export async function makeFeed(
  records: Pick<Records, 'put'>,
  subject: FeedSubject,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await records.put(FEEDS, keyOf(token), JSON.stringify(subject), now, null)
  return token
}

/** Ends every link to somebody's bookings; how many there were. */
export async function revokeFeeds(
  records: Pick<Records, 'list' | 'remove'>,
  { kind, name }: FeedSubject,
  now: Date,
): Promise<number> {
  const feeds = await records.list(FEEDS, now)
  const ended = feeds.filter(({ value }) => {
    const subject = read(value)
    return subject?.kind === kind && subject.name === name
  })
  for (const { key } of ended) await records.remove(FEEDS, key)
  return ended.length
}

/** The calendar a token opens; null when it opens none (any more). */
export async function readFeed(
  token: string,
  { bookings, offerings, records }: Pick<BookingParts, 'bookings' | 'offerings' | 'records'>,
  now: Date,
): Promise<string | null> {
  const value = await records.get(FEEDS, keyOf(token), now)
  const subject = value === null ? null : read(value)
  if (subject === null) return null
  const states = ['confirmed', 'cancelled'] as const
  const whose = subject.kind === 'host' ? { host: subject.name } : { body: subject.name }
  const shown = await bookings.list({ states, ...whose })
  return calendarFeed(shown, `Service design: ${subject.name}`, { offerings, at: now })
}

function read(value: string): FeedSubject | null {
  const found: unknown = JSON.parse(value)
  if (typeof found !== 'object' || found === null || !('kind' in found) || !('name' in found)) return null
  const { kind, name } = found
  const known = (kind === 'host' || kind === 'body') && typeof name === 'string'
  return known ? { kind, name } : null
}

// Who reads the database must not be able to follow anybody.
function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
