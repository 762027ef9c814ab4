import type { MemberKind } from '../members/member.js'

/** Whole weeks, by their Mondays as ISO days; `until` is not included. */
export interface Weeks {
  readonly from: string
  readonly until: string
}

/** From the first instant to the last, which is not included. Milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly until: number
}

/**
 * What became of a question. `confirmed`: the member said that it helped. `handed-over`: staff have or had it, and
 * the member did not say that it helped. `unknown`: anything else; silence is never success.
 */
export const ENDINGS = ['confirmed', 'handed-over', 'unknown'] as const
export type Ending = (typeof ENDINGS)[number]

/** Questions of one theme, week and kind of body that ended in one way. */
export interface QuestionCount {
  /** Key of a topic; null when none fitted. */
  readonly topic: string | null
  /** Its Monday. */
  readonly week: string
  readonly kind: MemberKind
  readonly ending: Ending
  readonly count: number
}

/** When members asked, and how many bodies did. */
export interface Traffic {
  /** Questions by hour of the week on the office's clock: 168 counts, the first for Monday midnight. */
  readonly byHour: readonly number[]
  /** How many different bodies asked; those that are not known count for nothing. */
  readonly bodies: number
}

/** A question for staff with its first reply. Milliseconds since 1970. */
export interface FirstReply {
  readonly team: string
  readonly askedAt: number
  readonly answeredAt: number
}

/** A question that no document answered, as staff have it. */
export interface GapQuestion {
  readonly reference: string
  readonly topic: string | null
  /** Key of the team that has or had it. */
  readonly team: string
  /** Masked. */
  readonly question: string
}

/** Bookings of a level that stand, or were cancelled. */
export interface BookingCount {
  readonly level: 1 | 2 | 3
  readonly state: 'confirmed' | 'cancelled'
  readonly count: number
}

/** What the desk counted, as it is: nothing small is hidden yet. */
export interface Insights {
  /** In no particular order; combinations that do not occur are left out. */
  questions(weeks: Weeks): Promise<readonly QuestionCount[]>

  traffic(weeks: Weeks): Promise<Traffic>

  /** Of questions asked within the span; those without a reply are left out. */
  replies(span: Span): Promise<readonly FirstReply[]>

  /** Those asked within the span for want of a document, the newest first, at most `limit`. */
  gaps(span: Span, limit: number): Promise<readonly GapQuestion[]>

  /** Of bookings made within the span. */
  bookings(span: Span): Promise<readonly BookingCount[]>
}
