import type { Booking } from '../booking/bookings.js'

/** A booking as commands print it: instants in UTC, ISO 8601. */
export function withInstants(booking: Booking): Readonly<Record<string, unknown>> {
  const { heldUntil, createdAt, updatedAt, times } = booking
  return {
    ...booking,
    heldUntil: heldUntil === null ? null : iso(heldUntil),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    times: times.map((time) => ({ ...time, start: iso(time.start), end: iso(time.end) })),
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
