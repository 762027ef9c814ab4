import type { BookingState, WaitState } from '../booking/bookings.js'

/** One session or learning path; what it occupies stands in `busy_times` and `booked_seats`. */
export interface BookingTable {
  id: string
  reference: string
  uid: string
  level: 1 | 2 | 3
  path: string | null
  state: BookingState
  held_until: number | null
  participants: number
  seats: number
  place: string
  body: string | null
  /** JSON; null before it is confirmed, and after the person was forgotten. */
  contact: string | null
  channel: string
  conversation: string
  person: string
  language: 'nl' | 'en'
  tentative: number
  sequence: number
  version: number
  created_at: number
  updated_at: number
}

export interface BookingTimeTable {
  booking: string
  number: number
  host: string
  session: string | null
  start_at: number
  end_at: number
}

/** Five minutes in which a host is not free, buffers included. The key is what makes a double booking impossible. */
export interface BusyTimeTable {
  host: string
  /** Begin of the five minutes. */
  instant: number
  booking: string
  number: number
}

/** One seat of a session; its key keeps a seat from being given twice. */
export interface BookedSeatTable {
  session: string
  /** 1 up to what the session holds. */
  seat: number
  booking: string
  number: number
}

export interface WaitingListTable {
  id: string
  /** Who came first has the lowest. */
  number: number
  level: 1 | 2 | 3
  path: string | null
  from_day: string
  to_day: string
  participants: number
  seats: number
  place: string
  body: string | null
  channel: string
  conversation: string
  person: string
  language: 'nl' | 'en'
  state: WaitState
  booking: string | null
  created_at: number
}

export interface BookingTables {
  bookings: BookingTable
  booking_times: BookingTimeTable
  busy_times: BusyTimeTable
  booked_seats: BookedSeatTable
  waiting_list: WaitingListTable
}
