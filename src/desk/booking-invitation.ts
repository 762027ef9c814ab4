import type { Booking } from '../booking/bookings.js'
import { chatFile, showsFiles } from './booking-file.js'
import type { Spoken } from './booking-spoken.js'
import type { OutgoingFile } from './outgoing.js'

/** How the invitation reaches the member. */
export function invitationWords({ texts, parts, moment }: Spoken, { contact }: Booking): string {
  const mail = contact === null || contact.mail === null ? 'none' : parts.sendsMail ? 'mailed' : 'waits'
  return texts.invitation(mail, showsFiles(moment.incoming.channel))
}

/** See {@link chatFile}. */
export function invitationFile(booking: Booking, { parts, moment }: Spoken): OutgoingFile {
  return chatFile(booking, parts.offerings, moment.now)
}
