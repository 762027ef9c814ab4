import { addDays, dayOf } from '../hours/day.js'
import type { OfficeHours } from '../hours/office-hours.js'
import { openingsOn } from '../hours/opening.js'

/**
 * A clock that runs while the office is open: minutes of opening time up to an instant, from one that comes before
 * all of `instants`. For many questions at once; `workingTimeBetween` gives the same for one.
 */
export function openingClock(hours: OfficeHours, instants: readonly number[]): (at: number) => number {
  if (instants.length === 0) return () => 0
  const first = instants.reduce((a, b) => Math.min(a, b))
  const last = dayOf(new Date(instants.reduce((a, b) => Math.max(a, b))), hours.zone)
  const starts: number[] = []
  const ends: number[] = []
  const before: number[] = []
  let total = 0
  for (let day = dayOf(new Date(first), hours.zone); day <= last; day = addDays(day, 1)) {
    for (const { start, end } of openingsOn(hours, 'office', day)) {
      starts.push(start)
      ends.push(end)
      before.push(total)
      total += end - start
    }
  }
  return (at) => {
    const place = lastNotAfter(starts, at)
    if (place < 0) return 0
    const into = Math.min(at, ends[place] ?? at) - (starts[place] ?? at)
    return ((before[place] ?? 0) + into) / 60_000
  }
}

/** The place of the last that is not after `at`; -1 when all are. */
function lastNotAfter(ascending: readonly number[], at: number): number {
  let low = -1
  let high = ascending.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}
