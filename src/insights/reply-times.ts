import type { OfficeHours } from '../hours/office-hours.js'
import type { FirstReply } from './insights.js'
import { openingClock } from './opening-clock.js'
import { K } from './tables.js'

/** How long members waited for the first reply of a team, in minutes that the office was open. */
export interface ReplyTimes {
  /** Key of the team; null for all teams together. */
  readonly team: string | null
  /** Half of them had one by then; null when there are too few to say. */
  readonly median: number | null
  /** Nine in ten had one by then; null when there are too few to say. */
  readonly ninety: number | null
}

/** Minutes are told to this many, so that they are nobody's own. */
const ROUND_MINUTES = 15

/** Waiting times for all teams together first, then by team in the order of their names. */
export function replyTimes(replies: readonly FirstReply[], hours: OfficeHours): readonly ReplyTimes[] {
  const byTeam = new Map<string, number[]>()
  const instants = replies.flatMap(({ askedAt, answeredAt }) => [askedAt, answeredAt])
  const minutesUntil = openingClock(hours, instants)
  const all = replies.map(({ team, askedAt, answeredAt }) => {
    const minutes = Math.max(0, minutesUntil(answeredAt) - minutesUntil(askedAt))
    const own = byTeam.get(team) ?? []
    own.push(minutes)
    byTeam.set(team, own)
    return minutes
  })
  const teams = [...byTeam].sort(([a], [b]) => (a < b ? -1 : 1))
  return [timesOf(null, all), ...teams.map(([team, minutes]) => timesOf(team, minutes))]
}

function timesOf(team: string | null, minutes: readonly number[]): ReplyTimes {
  const sorted = [...minutes].sort((a, b) => a - b)
  // The ninetieth of a hundred stands for ten: fewer than twice as many would let the slowest be seen.
  return {
    team,
    median: sorted.length < K ? null : percentile(sorted, 0.5),
    ninety: sorted.length < 2 * K ? null : percentile(sorted, 0.9),
  }
}

/** The smallest that so large a share does not exceed, rounded. */
function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  return Math.round(value / ROUND_MINUTES) * ROUND_MINUTES
}
