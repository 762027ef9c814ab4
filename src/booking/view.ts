/** What was understood of a booking wish, as `vraagbaak ask --json` prints it. */
export interface BookingView {
  readonly level: 1 | 2 | 3 | null
  readonly participants: number | null
  readonly place: string | null
  readonly wishes: readonly BookingWish[]
  /** Which of `level`, `date`, `participants`, `place`, `body`, `contact` are still to be asked, in that order. */
  readonly missing: readonly string[]
  /** Slots on offer, as ISO instants with offset; empty while nothing can be offered. */
  readonly offers: readonly string[]
  /** Weekdays that were liked or not, 1 to 7; left out when none were named, or a single day has been chosen. */
  readonly liking?: Liking
}

/** What is liked besides a date: the weekdays liked best and those that will not do; empty when it does not matter. */
export interface Liking {
  readonly weekdays: readonly number[]
  readonly notWeekdays: readonly number[]
}

/** One date wish: a single day, a part of a day, a clock time; each null when the member left it open. */
export interface BookingWish {
  /** ISO day `2027-02-24`, or a range `2027-02-01/2027-02-28` (last day included). */
  readonly date: string | null
  readonly part: 'morning' | 'afternoon' | 'evening' | 'day' | null
  /** Wall-clock time in Brussels, `16:30`. */
  readonly time: string | null
  /** Where several sessions are wished, each of a level of its own; left out otherwise. */
  readonly level?: 1 | 2 | 3
}
