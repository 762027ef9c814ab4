import type { Booking } from '../booking/bookings.js'
import { descriptionOf, titleOf } from '../booking/invitation.js'
import type { Offerings } from '../booking/offerings.js'
import { timeWords, voiceIn, whenWords } from '../booking/say.js'
import { placeWords } from '../booking/speak.js'
import { type BookingMailTexts, bookingMailTexts } from '../texts/booking-mail.js'
import type { ReminderKind } from './booking-due.js'
import { mailFile } from './booking-file.js'
import { mailTo } from './mail-to.js'
import type { OutgoingFile } from './outgoing.js'
import type { Post } from './ports.js'

/** The invitation, its change or its end, to the member and to those who guide it. */
export function invitationMails(booking: Booking, offerings: Offerings, at: Date): readonly Post[] {
  const kind = booking.state === 'cancelled' ? 'cancelled' : booking.sequence === 0 ? 'invitation' : 'changed'
  const files = [mailFile(booking, offerings, at)]
  const subject = bookingMailTexts(booking.language).subject[kind](
    titleOf(booking, offerings),
    firstTime(booking),
  )
  const texts = bookingMailTexts(booking.language)
  const mail = booking.contact?.mail ?? null
  const change =
    booking.state === 'cancelled' ? [] : [offerings.booking.terms[booking.language], texts.change]
  const toMember =
    mail === null
      ? []
      : [mailTo(mail, { subject, files, text: bodyOf(booking, offerings, texts.toMember[kind], change) })]
  return [...toMember, ...hostMails(booking, offerings, hostsOf(booking, offerings), kind, files)]
}

/** The end of it for hosts who no longer have it, while it goes on with others. */
export function formerHostMails(
  booking: Booking,
  offerings: Offerings,
  hosts: readonly string[],
  at: Date,
): readonly Post[] {
  if (hosts.length === 0) return []
  const gone = { ...booking, state: 'cancelled' as const }
  const files = [mailFile(gone, offerings, at)]
  return hostMails(gone, offerings, mailsOf(hosts, offerings), 'cancelled', files)
}

function hostMails(
  booking: Booking,
  offerings: Offerings,
  addresses: readonly string[],
  kind: 'invitation' | 'changed' | 'cancelled',
  files: readonly OutgoingFile[],
): readonly Post[] {
  const dutch = { ...booking, language: 'nl' as const }
  const texts = bookingMailTexts('nl')
  const subject = texts.subject[kind](titleOf(dutch, offerings), firstTime(dutch))
  const text = bodyOf(dutch, offerings, texts.toHost[kind], [])
  return addresses.map((address) => mailTo(address, { subject, text, files }))
}

/** A week or a day before one of its meetings. */
export function reminderMail(
  booking: Booking,
  time: Booking['times'][number],
  kind: ReminderKind,
  offerings: Offerings,
): Post | null {
  const mail = booking.contact?.mail ?? null
  if (mail === null) return null
  const texts = bookingMailTexts(booking.language)
  const only = { ...booking, times: [time] }
  const subject = texts.subject[kind](titleOf(booking, offerings), firstTime(only))
  return mailTo(mail, {
    subject,
    text: bodyOf(only, offerings, texts.toMember[kind], [
      offerings.booking.terms[booking.language],
      texts.change,
    ]),
  })
}

/** What a host has on a day; null when there is nobody to mail, or nothing that day. */
export function dayListMail(
  host: string,
  day: string,
  bookings: readonly Booking[],
  offerings: Offerings,
): Post | null {
  const [address] = mailsOf([host], offerings)
  if (address === undefined || bookings.length === 0) return null
  const { dayList } = bookingMailTexts('nl')
  const voice = voiceIn('nl')
  const lines = bookings.flatMap((booking) =>
    booking.times
      .filter((time) => time.host === host)
      .map((time) => {
        const dutch = { ...booking, language: 'nl' as const }
        const people = voice.texts.participants(booking.participants, null)
        const words = [timeWords(time, voice), titleOf(dutch, offerings), booking.body, people]
        return `- ${[...words, placeWords(booking.place, voice), booking.reference].filter(Boolean).join(', ')}`
      }),
  )
  return mailTo(address, { subject: dayList.subject(day), text: [dayList.opening(day), ...lines].join('\n') })
}

function bodyOf(booking: Booking, offerings: Offerings, opening: string, end: readonly string[]): string {
  const texts: BookingMailTexts = bookingMailTexts(booking.language)
  const voice = voiceIn(booking.language)
  return [
    opening,
    [
      titleOf(booking, offerings),
      texts.when,
      ...booking.times.map((time) => `- ${timeWords(time, voice)}`),
      texts.place(placeWords(booking.place, voice)),
      descriptionOf(booking, offerings),
    ].join('\n'),
    ...end,
  ].join('\n\n')
}

function firstTime(booking: Booking): string {
  return whenWords({ ...booking, times: booking.times.slice(0, 1) })
}

function hostsOf({ times }: Booking, offerings: Offerings): readonly string[] {
  return mailsOf([...new Set(times.map(({ host }) => host))], offerings)
}

function mailsOf(hosts: readonly string[], offerings: Offerings): readonly string[] {
  return offerings.hosts.flatMap(({ id, mail }) => (hosts.includes(id) && mail !== null ? [mail] : []))
}
