import type { Booking } from '../booking/bookings.js'
import { attendeesOf, invitation } from '../booking/invitation.js'
import type { Offerings } from '../booking/offerings.js'
import type { ChannelName } from './conversation.js'
import type { OutgoingFile } from './outgoing.js'

/** The invitation as it goes by mail: to everybody who is expected. */
export function mailFile(booking: Booking, offerings: Offerings, at: Date): OutgoingFile {
  return calendarFile(booking, booking, offerings, at)
}

/**
 * The invitation as a file in a conversation. The member's address is not in it: it lives in the booking, and what is
 * said in a conversation is kept elsewhere.
 */
export function chatFile(booking: Booking, offerings: Offerings, at: Date): OutgoingFile {
  return calendarFile(booking, { ...booking, contact: null }, offerings, at)
}

/** Whether a conversation shows files: the web page does; Slack and Teams get no file from the desk. */
export function showsFiles(channel: ChannelName): boolean {
  return channel === 'web'
}

function calendarFile(booking: Booking, asked: Booking, offerings: Offerings, at: Date): OutgoingFile {
  const method = booking.state === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const attendees = attendeesOf(asked, offerings)
  return {
    name: `${booking.reference.toLowerCase()}.ics`,
    type: `text/calendar; method=${method}; charset=utf-8`,
    content: invitation(booking, { offerings, method, attendees, at }),
  }
}
