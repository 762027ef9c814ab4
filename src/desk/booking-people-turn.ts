import type { Booking } from '../booking/bookings.js'
import type { Draft } from '../booking/draft.js'
import { offeringOf } from '../booking/offerings.js'
import { teamsFor } from '../booking/placing.js'
import { changing } from './booking-changing.js'
import { invitationFile } from './booking-invitation.js'
import { type Spoken, toStaff } from './booking-spoken.js'
import type { Responded } from './responder.js'
import type { TurnResult } from './turn.js'

/** More or fewer people for a booking; a number that does not fit goes to staff. */
export function onNumberOfPeople(
  spoken: Spoken,
  booking: Booking,
  { participants, more }: Pick<Draft, 'participants' | 'more'>,
): TurnResult | Responded {
  const { parts, moment, texts } = spoken
  const offering = offeringOf(parts.offerings, booking.level)
  const count = participants ?? booking.participants + (more ?? 0)
  const size = offering?.teams?.size
  const teams = Math.max(1, booking.seats)
  const limits = size
    ? { min: size.min * teams, max: size.max * teams }
    : (offering?.group ?? { min: 1, max: count })
  const sameTeams = offering === null || size === undefined || teamsFor(count, offering) === teams
  if (count < limits.min || count > limits.max || !sameTeams) {
    const question = `${booking.reference}: ${moment.incoming.text}`
    return toStaff(spoken, texts.participantsRefused(limits.min, limits.max), question)
  }
  const { id, version } = booking
  const change = { kind: 'participants', id, version, participants: count } as const
  return changing(spoken, booking, change, (outcome) => {
    if (outcome?.kind !== 'done') return { text: texts.changed }
    const text = texts.participants(booking.reference, count)
    return { text, files: [invitationFile(outcome.booking, spoken)] }
  })
}
