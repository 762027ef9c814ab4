import type { Interval } from './availability.js'
import type { Level } from './level.js'

/**
 * Where a booking stands. `held`: kept free while somebody decides. `lapsed`: a hold that was let go or whose time
 * was over. All but `held` and `confirmed` occupy nothing.
 */
export type BookingState = 'held' | 'confirmed' | 'cancelled' | 'lapsed'

/** Who comes to an agreement: the contact lives in the booking alone, never in a conversation. */
export interface BookingContact {
  readonly name: string | null
  readonly mail: string | null
}

/** Who asked, and where: the channel's name and its own ids, opaque here. */
export interface BookingAsker {
  readonly channel: string
  readonly conversation: string
  readonly person: string
}

/** One meeting of a booking. Instants in milliseconds since 1970, the end not included. */
export interface BookingTime extends Interval {
  /** 1, 2, 3 ... in the order of a learning path; 1 for a single session. */
  readonly number: number
  readonly host: string
  /** The day of a path in which seats are taken (`traject-a/2`); null for a single session. */
  readonly session: string | null
}

/** A session or a learning path that is held, booked or was. */
export interface Booking {
  readonly id: string
  /** What a member can quote: `SD-2026-0001`. */
  readonly reference: string
  /** The calendar's name for it, the same in every invitation. */
  readonly uid: string
  readonly level: Level
  /** Id of the learning path; null for a single session. */
  readonly path: string | null
  readonly state: BookingState
  /** When a hold ends; null when it is none. Milliseconds since 1970. */
  readonly heldUntil: number | null
  readonly participants: number
  /** Seats taken in each day of a path (one a team); 0 for a single session. */
  readonly seats: number
  readonly place: string
  /** Name of the member body; null until it is known. */
  readonly body: string | null
  readonly contact: BookingContact | null
  readonly asker: BookingAsker
  readonly language: 'nl' | 'en'
  /** The host's own calendar could not be read: a colleague must look before it is sure. */
  readonly tentative: boolean
  /** Rises with every change that calendars must hear of. */
  readonly sequence: number
  /** Rises with every change. */
  readonly version: number
  readonly createdAt: number
  readonly updatedAt: number
  /** In order of time; never empty. */
  readonly times: readonly BookingTime[]
}

/** A meeting to be placed, with what it occupies. */
export interface PlacedTime extends BookingTime {
  /** What its host is kept free for, buffers included; null where the timetable itself keeps the host free. */
  readonly busy: Interval | null
  /** How many seats the session has; null where there are none to share. */
  readonly capacity: number | null
}

/** One way to place a booking; all its times or none. */
export interface Placement {
  readonly tentative: boolean
  readonly times: readonly PlacedTime[]
}

/** A place to keep free for somebody. */
export interface NewHold {
  readonly level: Level
  readonly path: string | null
  readonly participants: number
  readonly seats: number
  /** Most seats one body may have in the path; null without a limit. */
  readonly seatsPerBody: number | null
  readonly place: string
  readonly body: string | null
  readonly asker: BookingAsker
  readonly language: 'nl' | 'en'
  /** Milliseconds since 1970. */
  readonly until: number
  /** Best first; the first that is free is taken. Never empty. */
  readonly ways: readonly Placement[]
}

/** Somebody who waits for a place. */
export interface NewWait {
  readonly level: Level
  /** Id of the full path; null when any moment between `from` and `to` will do. */
  readonly path: string | null
  /** ISO days in Brussels, both included. */
  readonly from: string
  readonly to: string
  readonly participants: number
  readonly seats: number
  readonly place: string
  readonly body: string | null
  readonly asker: BookingAsker
  readonly language: 'nl' | 'en'
}

/** `offered`: a place is held for them. `done`: they took one. `left`: they no longer wait. */
export type WaitState = 'waiting' | 'offered' | 'done' | 'left'

/** One place on the waiting list; those who came first are first. */
export interface Waiting extends NewWait {
  readonly id: string
  readonly state: WaitState
  /** Id of the booking that is held for them; null when none is. */
  readonly booking: string | null
  readonly createdAt: number
}

/** What can be done with bookings. Where `version` is given, another version means that nothing is done. */
export type BookingChange =
  | {
      readonly kind: 'hold'
      readonly hold: NewHold
      /** A hold that makes way for this one; null when there is none. It stays when the new one cannot be had. */
      readonly instead: string | null
      /** Whose turn on the waiting list it is; null when nobody's. */
      readonly waiting: string | null
    }
  /** Only of a hold whose place is still there. */
  | {
      readonly kind: 'confirm'
      readonly id: string
      readonly body: string
      readonly contact: BookingContact
      /** Most seats one body may have in the path; null without a limit. */
      readonly seatsPerBody: number | null
    }
  /** Lets a hold go. */
  | { readonly kind: 'release'; readonly id: string }
  /** Lets a hold go whose time is over; nothing else. */
  | { readonly kind: 'expire'; readonly id: string }
  | {
      readonly kind: 'move'
      readonly id: string
      readonly version: number
      readonly ways: readonly Placement[]
    }
  /** One date of a path for another; the seats come along. */
  | {
      readonly kind: 'swap'
      readonly id: string
      readonly version: number
      readonly number: number
      readonly to: PlacedTime
    }
  | {
      readonly kind: 'participants'
      readonly id: string
      readonly version: number
      readonly participants: number
    }
  | { readonly kind: 'cancel'; readonly id: string }
  /** A colleague looked: what was tentative is sure. */
  | { readonly kind: 'settle'; readonly id: string }

/**
 * Why nothing was done. `taken`: the time; `full`: the seats; `per-body`: this body has its share; `over`: the hold
 * is gone; `changed`: it is not what it was any more.
 */
export type BookingRefusal = 'taken' | 'full' | 'per-body' | 'over' | 'changed' | 'not-found'

/** How a change ended; a refusal changed nothing. */
export type BookingOutcome =
  | { readonly kind: 'done'; readonly booking: Booking; readonly before: Booking | null }
  | { readonly kind: 'refused'; readonly code: BookingRefusal; readonly booking: Booking | null }

/** Something to do later; see the desk's own `NewDue`, of which this is one. */
export interface BookingDue {
  readonly key: string
  readonly kind: string
  readonly subject: string
  readonly at: Date
}

/** What a change that was done leaves to be done later; called inside its transaction, so without waiting. */
export type DueAfter = (booking: Booking, before: Booking | null) => readonly BookingDue[]

/** Which bookings to list; what is left out does not matter. */
export interface BookingFilter {
  readonly states?: readonly BookingState[]
  /** Only those with a meeting that touches this stretch. */
  readonly during?: Interval
  readonly host?: string
  readonly body?: string
  /** Those asked for by this person on this channel. */
  readonly person?: Pick<BookingAsker, 'channel' | 'person'>
}

/** What is taken: hosts' time with its buffers, and seats. */
export interface Taken {
  readonly busy: readonly (Interval & { readonly host: string; readonly booking: string })[]
  /** Seats taken, by session. */
  readonly seats: ReadonlyMap<string, number>
}

/**
 * Bookings as they are kept. No host is ever in two places and no seat is given twice, whoever asks at once: the
 * database itself refuses it.
 */
export interface Bookings {
  /** Does one change wholly or not at all, together with what it leaves to be done later. */
  change(change: BookingChange, due: DueAfter, now: Date): Promise<BookingOutcome>

  /** By id or reference; null when there is none. */
  find(idOrReference: string): Promise<Booking | null>

  /** In order of their first meeting; empty when there is none. */
  list(filter: BookingFilter): Promise<readonly Booking[]>

  /** What is taken in a stretch of time; holds that are over count for nothing. */
  taken(during: Interval, now: Date): Promise<Taken>

  /** Puts somebody on the waiting list; one who waits for the same already keeps that place. */
  wait(entry: NewWait, now: Date): Promise<Waiting>

  /** Takes somebody off the list; nothing happens when they are not on it. */
  leave(id: string): Promise<void>

  /** Who waits or has an offer, those who came first first. */
  waiting(): Promise<readonly Waiting[]>

  /** Takes the contact out of all bookings of a person; how many there were. */
  forgetContact(person: Pick<BookingAsker, 'channel' | 'person'>): Promise<number>
}
