import { onBooked, onOwnBookings } from './booking-change-turn.js'
import { onHeld } from './booking-held-turn.js'
import type { BookingParts } from './booking-parts.js'
import { onPathWish } from './booking-path-turn.js'
import { readSpoken } from './booking-spoken.js'
import { onWish } from './booking-wish-turn.js'
import type { MemberDesk } from './member-desk.js'

/** Makes the talk about bookings: first what is held, then what is booked, then what is wished. */
export function bookingTalk(parts: BookingParts): NonNullable<MemberDesk['booking']> {
  return async (moment, identity) => {
    const spoken = await readSpoken(moment, identity, parts)
    if (spoken === null) return null
    return (
      onOwnBookings(spoken) ??
      onHeld(spoken) ??
      (await onBooked(spoken)) ??
      (await onPathWish(spoken)) ??
      (await onWish(spoken))
    )
  }
}
