import { type Figure, K } from './tables.js'

/** Weeks that are now, and weeks before them that they are held against. */
export const RECENT_WEEKS = 4
export const EARLIER_WEEKS = 12

/** Fewer questions in the recent weeks are no signal. */
const LEAST_RECENT = 20
const LEAST_RATIO = 1.5
/** How often at most, of a hundred pages on which nothing rises, one names something. */
const FALSE_ALARMS = 0.01

/** A theme that is asked about more than before. */
export interface RisingTheme {
  /** Its place among the themes. */
  readonly theme: number
  /** How many times more of all questions it takes than before; at least that much, to a half. */
  readonly times: number
}

/**
 * Themes that take a larger share of the questions of the last four weeks than of the twelve before, more than chance
 * makes of it; the strongest first.
 *
 * It works on figures as they are published, so that it gives nothing away, and reads hidden ones against the signal: as
 * nothing in the recent weeks, and as the most they can be before. Earlier weeks that are withheld count for no week.
 *
 * @param themes by theme the sixteen weeks, the oldest first.
 */
export function risingThemes(themes: readonly (readonly Figure[])[]): readonly RisingTheme[] {
  // Of which nothing is known before, nothing can be said, and it is no measure for the others.
  const earliers = themes.map((weeks) => earlier(weeks.slice(0, EARLIER_WEEKS)) ?? 0)
  const recents = themes.map((weeks) =>
    earlier(weeks.slice(0, EARLIER_WEEKS)) === null ? 0 : total(weeks.slice(-RECENT_WEEKS), 0),
  )
  const allRecent = recents.reduce((a, b) => a + b, 0)
  const allEarlier = earliers.reduce((a, b) => a + b, 0)
  return themes
    .flatMap((_, theme) => {
      const [recent, before] = [recents[theme] ?? 0, earliers[theme] ?? 0]
      const [otherRecent, otherBefore] = [allRecent - recent, allEarlier - before]
      // Without anything else there is no share; then it is held against the weeks themselves.
      const chance =
        otherRecent === 0 || otherBefore === 0
          ? RECENT_WEEKS / (RECENT_WEEKS + EARLIER_WEEKS)
          : otherRecent / (otherRecent + otherBefore)
      const expected = (before * chance) / (1 - chance)
      const ratio = recent / Math.max(expected, 1)
      const rises = recent >= LEAST_RECENT && ratio >= LEAST_RATIO
      if (!rises || atLeast(recent, recent + before, chance) * themes.length > FALSE_ALARMS) return []
      return [{ theme, times: Math.floor(ratio * 2) / 2 }]
    })
    .sort((a, b) => b.times - a.times || a.theme - b.theme)
}

function total(weeks: readonly Figure[], small: number): number {
  return weeks.reduce<number>(
    (all, week) => all + (week === 'small' ? small : week === 'withheld' ? 0 : week),
    0,
  )
}

/** What the earlier weeks can be at most, as if all of them were known; null when none is. */
function earlier(weeks: readonly Figure[]): number | null {
  const known = weeks.filter((week) => week !== 'withheld')
  if (known.length === 0) return null
  return (total(known, K - 1) * EARLIER_WEEKS) / known.length
}

/** How likely `successes` or more of `tries` are when each has this chance (the tail of a binomial). */
export function atLeast(successes: number, tries: number, chance: number): number {
  if (successes <= 0) return 1
  const last = Math.floor(tries)
  let term = logChoose(last, successes) + successes * Math.log(chance)
  term += (last - successes) * Math.log1p(-chance)
  let probability = 0
  for (let at = successes; at <= last; at++) {
    const share = Math.exp(term)
    probability += share
    if (share < probability * 1e-12) break
    term += Math.log((last - at) / (at + 1)) + Math.log(chance) - Math.log1p(-chance)
  }
  return Math.min(1, probability)
}

function logChoose(all: number, some: number): number {
  let log = 0
  for (let at = 1; at <= Math.min(some, all - some); at++) log += Math.log((all - at + 1) / at)
  return log
}
