/** How long things are kept. */
export interface RetentionTerms {
  readonly conversationsDays: number
  readonly ticketsMonths: number
  readonly bookingsMonths: number
  readonly auditMonths: number
  readonly figuresMonths: number
}

/** The instants before which things go. Milliseconds since 1970, UTC. */
export interface RetentionLimits {
  readonly conversations: number
  readonly tickets: number
  readonly bookings: number
  readonly audit: number
  readonly figures: number
  /** Records go when their own time is over. */
  readonly now: number
}

/** What goes, and how it is called in reports. */
export const RETENTION_KINDS = [
  'tickets', // made anonymous
  'received', // messages of members and colleagues
  'sent', // messages of the desk, mails included
  'feedback',
  'conversations', // nothing was said in them since, and nothing of them is left
  'bookings', // made anonymous
  'waiting', // places on the waiting list whose days are over
  'dues', // what was due and is done
  'keys', // presses that were handled
  'records', // sessions, codes and proofs whose time is over
  'audit',
  'figures', // counts of questions
] as const

export type RetentionKind = (typeof RETENTION_KINDS)[number]

/** What is past its term. */
export interface RetentionCount {
  readonly kind: RetentionKind
  readonly count: number
  /** The oldest of them, UTC, ISO 8601; null when there is none. */
  readonly oldest: string | null
}

/** Removes what is past its term. What is open or held by staff is never past it. */
export interface Retention {
  /** What would go now; every kind, in the order of `RETENTION_KINDS`. Changes nothing. */
  preview(limits: RetentionLimits): Promise<readonly RetentionCount[]>

  /**
   * Removes it, a few hundred rows at a time so that the desk goes on working. Interrupted, the next run goes on.
   *
   * @returns how many went, by kind; every kind.
   */
  run(limits: RetentionLimits): Promise<Readonly<Record<RetentionKind, number>>>
}

/**
 * The instants before which things go.
 *
 * Months are those of the calendar in UTC; where a month has no such day its last day counts.
 *
 * @example
 * ```ts
 * limitsOf({ conversationsDays: 30, ticketsMonths: 12, ... }, new Date('2026-11-24T02:00:00Z')).tickets
 * //=> 2025-11-24T02:00:00Z
 * ```
 */
export function limitsOf(terms: RetentionTerms, now: Date): RetentionLimits {
  return {
    conversations: now.getTime() - terms.conversationsDays * 86_400_000,
    tickets: monthsBefore(now, terms.ticketsMonths),
    bookings: monthsBefore(now, terms.bookingsMonths),
    audit: monthsBefore(now, terms.auditMonths),
    figures: monthsBefore(now, terms.figuresMonths),
    now: now.getTime(),
  }
}

function monthsBefore(now: Date, months: number): number {
  const then = new Date(now)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const days = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(now.getUTCDate(), days))
  return then.getTime()
}
