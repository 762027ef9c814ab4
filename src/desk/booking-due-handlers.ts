import type { Booking, Waiting } from '../booking/bookings.js'
import { dayAt, weekdayOf } from '../booking/days.js'
import { type Offering, offeringOf, pathOf } from '../booking/offerings.js'
import { exactSlot, pathWay, slotWays, wishOf } from '../booking/placing.js'
import { bookingWords, untilWords, voiceIn } from '../booking/say.js'
import { bookingMailTexts } from '../texts/booking-mail.js'
import { bookingTalkTexts } from '../texts/booking-talk.js'
import { dayText } from '../texts/hours.js'
import { BOOKING_DUE, dueAfter, type ReminderKind } from './booking-due.js'
import { chatFile } from './booking-file.js'
import { dayListMail, formerHostMails, invitationMails, reminderMail } from './booking-mail.js'
import { tellMissedMinimum } from './booking-minimum.js'
import { availability, type BookingParts } from './booking-parts.js'
import { decision } from './booking-spoken.js'
import type { Channel } from './channel.js'
import type { ChannelName, ConversationId } from './conversation.js'
import type { DueHandler } from './due-runner.js'
import { destination, outbound } from './outbound.js'
import type { OutgoingAction, OutgoingFile } from './outgoing.js'
import { plainMessage } from './plain-message.js'
import type { Due, DueWork, Post } from './ports.js'

/** What the handlers work with. */
export interface BookingDueParts extends BookingParts {
  /** Where members are; a channel that is not there any more is told nothing. */
  readonly channels: ReadonlyMap<ChannelName, Channel>
}

const NOTHING: DueWork = { posts: [], due: [], ticketEvents: [], guards: [] }

/** Handlers of what comes due about bookings, by kind; see `DueRunner`. */
export function bookingDueHandlers(parts: BookingDueParts): ReadonlyMap<string, DueHandler> {
  return new Map<string, DueHandler>([
    [BOOKING_DUE.hold, (due, now) => endHold(due, now, parts)],
    [BOOKING_DUE.notice, (due, now) => notify(due, now, parts)],
    [BOOKING_DUE.reminder, (due) => remind(due, parts)],
    [BOOKING_DUE.day, (due) => dayList(due, parts)],
    [BOOKING_DUE.freed, (due, now) => offerFreed(due, now, parts)],
    [BOOKING_DUE.offer, (due, now) => tellOffer(due, now, parts)],
    [BOOKING_DUE.told, (due, now) => tellChange(due, now, parts)],
    [BOOKING_DUE.minimum, (due) => tellMissedMinimum(due, parts)],
  ])
}

/** A hold whose time is over makes room; who had it is told, unless it was let go or confirmed before. */
async function endHold(due: Due, now: Date, parts: BookingDueParts): Promise<DueWork> {
  const change = { kind: 'expire', id: due.subject } as const
  const outcome = await parts.bookings.change(change, dueAfter(parts, now), now)
  if (outcome.kind !== 'done') return NOTHING
  const { booking } = outcome
  return { ...NOTHING, posts: said(booking, bookingTalkTexts(booking.language).expired, [], parts) }
}

/** The invitation as the booking is now; what changed since has a notice of its own. */
async function notify(due: Due, now: Date, parts: BookingDueParts): Promise<DueWork> {
  const booking = await parts.bookings.find(due.subject)
  if (booking === null || (booking.state !== 'confirmed' && booking.state !== 'cancelled')) return NOTHING
  const [, , version = '', former = ''] = due.key.split('/')
  const current = Number(version) === booking.version
  const kept = new Set(booking.times.map(({ host }) => host))
  const gone = former.split('+').filter((host) => host !== '' && !kept.has(host))
  return {
    ...NOTHING,
    posts: byAddress([
      ...(current ? invitationMails(booking, parts.offerings, now) : []),
      ...formerHostMails(booking, parts.offerings, gone, now),
    ]),
    guards: [guard(booking)],
  }
}

/** To nobody after a cancellation, and not for a meeting that was moved since. */
async function remind(due: Due, parts: BookingDueParts): Promise<DueWork> {
  const [, , start = '', kind = ''] = due.key.split('/')
  const booking = await parts.bookings.find(due.subject)
  const time = booking?.times.find((one) => one.start === Number(start))
  if (booking?.state !== 'confirmed' || time === undefined) return NOTHING
  const which: ReminderKind = kind === 'week' ? 'week' : 'day'
  // A reminder that waits for a mail server would come when it is too late.
  const mail = parts.sendsMail ? reminderMail(booking, time, which, parts.offerings) : null
  const { toMember } = bookingMailTexts(booking.language)
  const only = { ...booking, times: [time] }
  const words = `${toMember[which]}\n- ${bookingWords(only, parts.offerings)}`
  // Where a message reaches somebody; a web page nobody has open does not.
  const pushes = booking.asker.channel !== 'web'
  const chat = pushes ? said(booking, words, [], parts) : []
  return { ...NOTHING, posts: [...(mail === null ? [] : [mail]), ...chat], guards: [guard(booking)] }
}

async function dayList(due: Due, parts: BookingDueParts): Promise<DueWork> {
  const [host = '', day = ''] = due.subject.split('/')
  if (!parts.sendsMail) return NOTHING
  const confirmed = await parts.bookings.list({ host, states: ['confirmed'] })
  const today = confirmed
    .map((booking) => ({
      ...booking,
      times: booking.times.filter((time) => time.host === host && dayAt(new Date(time.start)) === day),
    }))
    .filter(({ times }) => times.length > 0)
  const words = dayText(day, weekdayOf(day), true, 'nl')
  const mail = dayListMail(host, words, today, parts.offerings)
  return mail === null ? NOTHING : { ...NOTHING, posts: [mail], guards: today.map(guard) }
}

/** A place that came free goes to the first who waits for it and can have it. */
async function offerFreed(due: Due, now: Date, parts: BookingDueParts): Promise<DueWork> {
  const freed = await parts.bookings.find(due.subject)
  if (freed === null) return NOTHING
  const waiting = await parts.bookings.waiting()
  for (const entry of waiting) {
    if (entry.state === 'waiting' && (await offer(entry, freed, now, parts))) return NOTHING
  }
  return NOTHING
}

async function offer(entry: Waiting, freed: Booking, now: Date, parts: BookingDueParts): Promise<boolean> {
  const ways = await waysFor(entry, freed, now, parts)
  if (ways.length === 0) return false
  const path = pathOf(parts.offerings, entry.path)
  const until = now.getTime() + parts.offerings.booking.offerHours * 3_600_000
  const { level, participants, seats, place, body, asker, language } = entry
  const hold = {
    level,
    path: entry.path,
    participants,
    seats,
    seatsPerBody: path?.teamsPerBody ?? null,
    place,
    body,
    asker,
    language,
    until,
    ways,
  }
  const after = dueAfter(parts, now)
  const outcome = await parts.bookings.change(
    { kind: 'hold', hold, instead: null, waiting: entry.id },
    (booking, before) => [
      ...after(booking, before),
      { key: `${BOOKING_DUE.offer}/${booking.id}`, kind: BOOKING_DUE.offer, subject: booking.id, at: now },
    ],
    now,
  )
  return outcome.kind === 'done'
}

/** How somebody who waits can have what came free; empty when it is not what they wait for. */
async function waysFor(entry: Waiting, freed: Booking, now: Date, parts: BookingDueParts) {
  if (entry.path !== null) {
    const path = pathOf(parts.offerings, entry.path)
    const same = path !== null && freed.path !== null && dayAt(now) <= path.joinUntil
    return same ? [pathWay(path)] : []
  }
  const offering: Offering | null = offeringOf(parts.offerings, entry.level)
  if (offering === null || freed.path !== null || freed.level !== entry.level) return []
  const wish = wishOf(freed)
  const day = wish.date ?? ''
  if (day < entry.from || entry.to < day) return []
  const free = await availability(parts, now, null)
  const slot = exactSlot(offering, wish, free.circumstances, dayAt(now))
  return slot === null ? [] : slotWays(offering, slot)
}

async function tellOffer(due: Due, now: Date, parts: BookingDueParts): Promise<DueWork> {
  const booking = await parts.bookings.find(due.subject)
  if (booking?.state !== 'held') return NOTHING
  const texts = bookingTalkTexts(booking.language)
  const until = untilWords(booking.heldUntil ?? 0, now, voiceIn(booking.language))
  const text = texts.offered(bookingWords(booking, parts.offerings), until)
  const actions = [
    decision('confirm', texts.labels.accept, booking.id, 'primary'),
    decision('release', texts.labels.decline, booking.id),
  ]
  return { ...NOTHING, posts: said(booking, text, actions, parts), guards: [guard(booking)] }
}

/** What a colleague did, in the conversation the booking was made in, with the calendar that goes with it. */
async function tellChange(due: Due, now: Date, parts: BookingDueParts): Promise<DueWork> {
  const booking = await parts.bookings.find(due.subject)
  if (booking === null) return NOTHING
  const texts = bookingTalkTexts(booking.language)
  const words = bookingWords(booking, parts.offerings)
  const text =
    booking.state === 'cancelled'
      ? texts.staffCancelled(booking.reference, words)
      : texts.staffChanged(booking.reference, words)
  const file = chatFile(booking, parts.offerings, now)
  return { ...NOTHING, posts: said(booking, text, [], parts, [file]), guards: [guard(booking)] }
}

/** A message in the conversation the booking was asked for in; none when its channel is not there. */
function said(
  booking: Booking,
  text: string,
  actions: readonly OutgoingAction[],
  { channels }: BookingDueParts,
  files: readonly OutgoingFile[] = [],
): readonly Post[] {
  const name = CHANNELS.find((one) => one === booking.asker.channel)
  if (name === undefined || !channels.has(name)) return []
  const conversation = booking.asker.conversation as ConversationId
  const message = { ...plainMessage('book', text), actions, ...(files.length > 0 && { files }) }
  const to = destination(channels, name, conversation)
  return [{ channel: name, conversation, messages: outbound([message], null, to) }]
}

const CHANNELS: readonly ChannelName[] = ['web', 'slack', 'teams', 'mail']

/** Mails to one address as one post: an outbox takes each conversation once. */
function byAddress(posts: readonly Post[]): readonly Post[] {
  const addresses = [...new Set(posts.map(({ conversation }) => conversation))]
  return addresses.map((conversation) => ({
    channel: 'mail',
    conversation,
    messages: posts.filter((post) => post.conversation === conversation).flatMap(({ messages }) => messages),
  }))
}

function guard({ id, version }: Booking) {
  return { table: 'bookings', id, version } as const
}
