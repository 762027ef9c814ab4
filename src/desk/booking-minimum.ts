import { type LearningPath, pathOf } from '../booking/offerings.js'
import { pathTimes } from '../booking/placing.js'
import { voiceIn } from '../booking/say.js'
import { fullDay } from '../booking/speak.js'
import { bookingMailTexts } from '../texts/booking-mail.js'
import type { BookingParts } from './booking-parts.js'
import { mailTo } from './mail-to.js'
import type { Due, DueWork, Post } from './ports.js'

/** How many teams a learning path has, against what it needs. */
export interface PathCount {
  readonly path: LearningPath
  /** Teams with a confirmed place. */
  readonly teams: number
}

/** Every learning path of the file with its teams, in the order of the file. */
export async function countPaths({
  bookings,
  offerings,
}: Pick<BookingParts, 'bookings' | 'offerings'>): Promise<readonly PathCount[]> {
  return Promise.all(
    offerings.paths.map(async (path) => {
      const times = pathTimes(path)
      const during = { start: times[0]?.start ?? 0, end: times.at(-1)?.end ?? 0 }
      const booked = await bookings.list({ states: ['confirmed'], during })
      const own = booked.filter((booking) => booking.path === path.id)
      return { path, teams: own.reduce((sum, { seats }) => sum + seats, 0) }
    }),
  )
}

/**
 * Tells the colleagues of a path, once joining is over, that it has too few teams: its host and the contact, by mail.
 * Nobody hears anything when there are enough.
 */
export async function tellMissedMinimum(due: Due, parts: BookingParts): Promise<DueWork> {
  const path = pathOf(parts.offerings, due.subject)
  const counted = (await countPaths(parts)).find((one) => one.path.id === path?.id)
  const short = counted !== undefined && counted.teams < counted.path.teams.min
  const posts = short ? mailsAbout(counted, parts) : []
  return { posts, due: [], ticketEvents: [], guards: [] }
}

function mailsAbout({ path, teams }: PathCount, { offerings }: BookingParts): readonly Post[] {
  const { minimum } = bookingMailTexts('nl')
  const host = offerings.hosts.find(({ id }) => id === path.host)?.mail ?? null
  const addresses = new Set([offerings.contact.email, ...(host === null ? [] : [host])])
  const name = path.name.nl
  const until = fullDay(path.joinUntil, voiceIn('nl'))
  const text = minimum.text(name, teams, path.teams.min, until)
  return [...addresses].map((address) => mailTo(address, { subject: minimum.subject(name), text }))
}
