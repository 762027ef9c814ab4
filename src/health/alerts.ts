/** What is wrong with what: a stable name of the part, a stable word for the trouble, and a short detail without any text of anybody. */
export interface Problem {
  /** `database`, `disk`, `index`, `model`, `schedule`, or `channel.` and its name. */
  readonly subject: string
  readonly kind: ProblemKind
  /** What staff who run the desk need: a code, a figure, the name of a job; empty when the kind says it all. */
  readonly detail: string
}

export type ProblemKind =
  | 'unreachable' // nothing gets through
  | 'refused' // the other side takes no calls of ours: a token, a password
  | 'full' // little room is left
  | 'failing' // a job or a model fails again and again
  | 'late' // what was due is not done

/** One problem as it is remembered while it lasts. */
export interface OpenAlert {
  readonly kind: ProblemKind
  readonly detail: string
  /** Milliseconds since 1970. */
  readonly since: number
  /** Since when it was not seen any more; null while it is. */
  readonly fineSince: number | null
}

/** What is wrong now, by subject. */
export type Alerts = ReadonlyMap<string, OpenAlert>

/** What somebody is told: once when it begins, once when it is over. */
export interface AlertChange {
  readonly change: 'raised' | 'over'
  readonly subject: string
  readonly kind: ProblemKind
  readonly detail: string
  /** When it began. Milliseconds since 1970. */
  readonly since: number
}

/** It is over when it stayed away for this long: what comes and goes is one alert. In milliseconds. */
export const OVER_AFTER_MS = 60_000

/**
 * What is wrong after a look, and what has to be told. A problem that changes its kind is another one.
 *
 * @param before what was wrong until now; empty at first.
 * @param problems everything that is wrong at this moment; of several with one subject the first counts.
 * @param now milliseconds since 1970.
 */
export function afterLook(
  before: Alerts,
  problems: readonly Problem[],
  now: number,
): { readonly alerts: Alerts; readonly changes: readonly AlertChange[] } {
  const alerts = new Map<string, OpenAlert>()
  const changes: AlertChange[] = []
  const seen = new Map([...problems].reverse().map((problem) => [problem.subject, problem]))
  for (const [subject, { kind, detail }] of seen) {
    const known = before.get(subject)
    const same = known !== undefined && known.kind === kind
    alerts.set(subject, { kind, detail, since: same ? known.since : now, fineSince: null })
    if (!same) changes.push({ change: 'raised', subject, kind, detail, since: now })
  }
  for (const [subject, alert] of before) {
    if (seen.has(subject)) continue
    const fineSince = alert.fineSince ?? now
    if (now - fineSince < OVER_AFTER_MS) alerts.set(subject, { ...alert, fineSince })
    else {
      const { kind, detail, since } = alert
      changes.push({ change: 'over', subject, kind, detail, since })
    }
  }
  return { alerts, changes }
}
