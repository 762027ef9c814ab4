import { addDays, dayOf, minuteOf, weekdayOf } from '../hours/day.js'
import type { MemberIdentity } from '../members/identity.js'
import type { MemberKind } from '../members/member.js'

/** Who is counted: which body and what kind of body asked, never which person. */
export interface CountedAsker {
  readonly memberKind: MemberKind
  /** Name of the body, to count how many asked: the store keeps a pseudonym of it. Null when it is not known. */
  readonly body: string | null
}

/** What is kept of a member's turn to be counted: no text of anybody, and nothing that names a person. */
export interface CountedTurn extends CountedAsker {
  readonly outcome: string
  readonly confidence: number
  readonly topic: string | null
  readonly language: string
  /** ISO day of the Monday of its week, on the office's clock. */
  readonly week: string
  /** Hour of that week on the office's clock: 0 is Monday midnight, 167 Sunday 23.00. */
  readonly hour: number
  /** A reading that was chosen, or a person asked for: still the question that was counted before. */
  readonly sameQuestion: boolean
}

/** The asker as counted. */
export function countedAsker({ kind, body }: MemberIdentity): CountedAsker {
  return { memberKind: kind, body }
}

/** Week and hour of an instant on the wall clock of a zone, as {@link CountedTurn} keeps them. */
export function weekAndHour(at: Date, zone: string): Pick<CountedTurn, 'week' | 'hour'> {
  const day = dayOf(at, zone)
  const weekday = weekdayOf(day) - 1
  return { week: addDays(day, -weekday), hour: weekday * 24 + Math.floor(minuteOf(at, zone) / 60) }
}
