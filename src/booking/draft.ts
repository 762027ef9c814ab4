import type { Busy } from './availability.js'
import type { BookingCalendar } from './calendar.js'
import type { DayRange } from './days.js'
import type { Level } from './level.js'
import type { Offerings } from './offerings.js'
import type { BookingView } from './view.js'
import type { LevelledWish } from './wishes.js'

/** What is known around a message. */
export interface BookingContext {
  readonly now: Date
  readonly offerings: Offerings
  /** The wish under way in this conversation; null when there is none. */
  readonly previous: BookingView | null
  /** The organisation's hours and closing days; without them only weekends are known to be closed. */
  readonly hours?: BookingCalendar
  /** What hosts are busy with; nothing when left out. */
  readonly busy?: readonly Busy[]
  /** Hosts whose own calendar could not be read; none when left out. */
  readonly unsure?: ReadonlySet<string>
  /**
   * Who asks, where the desk books by itself: a member it knows, the same with a wish that is for a colleague to
   * settle, or somebody it does not know. Left out where nothing is booked.
   */
  readonly booker?: 'member' | 'handed-on' | 'stranger'
  /** The language of the reply; guessed from the message when left out. */
  readonly language?: 'nl' | 'en'
  /** Whether the asker's body and contact are known already, so that they need not be asked. */
  readonly known?: { readonly body: boolean; readonly contact: boolean }
}

/** A booking wish while it is being put together. */
export interface Draft {
  readonly kind: 'wish' | 'change' | 'cancel'
  /** The level for all dates; null when unknown, or when each date has its own. */
  readonly level: Level | null
  /** A level that does not exist, as asked; null when none. */
  readonly unknownLevel: number | null
  /** Several dates, each with a level of its own that may no longer be known. */
  readonly mixed: boolean
  readonly wishes: readonly LevelledWish[]
  /** The date of the booking that is changed or cancelled; null when not named. */
  readonly existing: DayRange | null
  readonly participants: number | null
  readonly atLeast: number | null
  readonly before: number | null
  readonly teams: number | null
  /** How many more (fewer when negative) come than were booked; null when that is not said. */
  readonly more: number | null
  readonly place: string | null
  readonly weekdays: readonly number[]
  readonly notWeekdays: readonly number[]
  readonly impossible: readonly string[]
  readonly bodyKnown: boolean
  readonly contactKnown: boolean
  /** Offers made before that still stand; null when they must be looked up anew. */
  readonly offers: readonly string[] | null
  /** Whether it goes on with a wish of an earlier message. */
  readonly again: boolean
  /** The message itself, masked, for repeating a change that could not be read; empty in a follow-up. */
  readonly message: string
}
