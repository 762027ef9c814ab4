const YEAR = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Brussels', year: 'numeric' })

/**
 * The year in a ticket's reference: the one on the wall in Brussels.
 *
 * @example
 * ```ts
 * ticketYear(new Date('2026-12-31T23:30:00Z')) // 2027
 * ```
 */
export function ticketYear(now: Date): number {
  return Number(YEAR.format(now))
}
