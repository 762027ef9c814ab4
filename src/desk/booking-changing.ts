import type { Booking, BookingChange, BookingOutcome } from '../booking/bookings.js'
import { dueAfter } from './booking-due.js'
import { type Saying, type Spoken, settling, turnOf } from './booking-spoken.js'
import type { TurnResult } from './turn.js'

/** A change of what is booked, and what is said once it is known how it ended; until then that it changed meanwhile. */
export function changing(
  spoken: Spoken,
  booking: Booking,
  change: BookingChange,
  say: (outcome: BookingOutcome | undefined) => Saying,
): TurnResult {
  const { parts, moment, texts } = spoken
  const state = { ...settling(spoken, { id: booking.id, step: 'booked' }), booking: null }
  return turnOf(spoken, {
    saying: { text: texts.changed },
    state,
    effects: [{ kind: 'booking', change, due: dueAfter(parts, moment.now) }],
    ended: ({ bookings: [outcome] }) => ({ saying: say(outcome), state }),
  })
}
