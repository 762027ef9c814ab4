import type { Traces } from '../privacy/person.js'

/** What takes the place of a name; the same as `ERASED` of the capability, whose types alone come here. */
export const GONE = '[gewist]'

/** Everything that stands for the person and for nobody else. */
export function namesOf({ persons, mails, tickets, bookings }: Traces): readonly string[] {
  return [
    ...persons,
    ...mails,
    ...tickets,
    ...bookings.flatMap(({ id, reference, uid }) => [id, reference, uid]),
  ]
}

/** Finds names as a whole: `an@zonnegem.be` does not stand in `jan@zonnegem.be`, nor VB-2026-1000 in VB-2026-10001. */
export function wholeNames(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  const either = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(`(?<![\\w.+-])(?:${either})(?!\\w|[.-]\\w)`, 'gi')
}

/** Whether one of the names stands in one of the values as a whole. */
export function standsIn(names: RegExp | null, values: readonly unknown[]): boolean {
  return names !== null && values.some((value) => typeof value === 'string' && value.search(names) >= 0)
}
