import { loadConfig } from '../config.js'
import { nextRun, parseCron } from '../jobs/cron.js'
import type { RunReport } from '../knowledge/generation/runs.js'
import { type IndexStatus, indexStatus } from '../knowledge/status.js'

/** How many runs are shown; as JSON all that are remembered. */
const SHOWN_RUNS = 10
const SHOWN_FINDINGS = 20

/** Prints how the index stands: what serves, the last runs, the next one, and what owners should look at. */
export function printStatus(json: boolean, now: Date): void {
  const { dataDir, reindexCron } = loadConfig(process.env)
  const status = indexStatus(dataDir, brusselsDay(now))
  const next = reindexCron === null ? null : nextRun(parseCron(reindexCron), now)
  const nextRunAt = next?.toISOString() ?? null
  process.stdout.write(
    json ? `${JSON.stringify({ ...status, nextRun: nextRunAt })}\n` : asText(status, nextRunAt),
  )
}

function asText(status: IndexStatus, nextRunAt: string | null): string {
  const lines = [
    ...servingLines(status.serving),
    `next run   ${nextRunAt ?? 'none planned (REINDEX_CRON is off)'}, while a desk runs`,
    ...section('last runs', status.runs.slice(0, SHOWN_RUNS).map(runLine)),
    ...perOwner(
      'failing',
      status.failing,
      ({ owner }) => [owner],
      ({ reason, kept, since }) => `${reason}${kept ? ' (its last good version stays)' : ''}, since ${since}`,
    ),
    ...perOwner(
      'to review',
      status.overdue,
      ({ owner }) => [owner],
      ({ document, title, reviewBy }) => `${document} "${title}" should have been reviewed by ${reviewBy}`,
    ),
    ...perOwner(
      'nearly the same',
      status.overlaps,
      ({ owners }) => owners,
      ({ documents, share }) => `${documents.join(' and ')} share ${Math.round(share * 100)} % of their text`,
    ),
    ...perOwner(
      'contradicting',
      status.contradictions,
      ({ owners }) => owners,
      ({ statements }) =>
        statements
          .map(({ document, date, text }) => `${document} (${date ?? 'no date'}): "${text}"`)
          .join('\n      against '),
    ),
  ]
  return `${lines.join('\n')}\n`
}

function servingLines(serving: IndexStatus['serving']): string[] {
  if (serving === null)
    return ['serving    nothing: there is no index that can be read; run "vraagbaak reindex"']
  const { generation, publishedAt, documents, passages, vectors, bytes, embedder } = serving
  return [
    `serving    ${generation}, published ${publishedAt}`,
    `holds      ${documents} documents, ${passages} passages, ${vectors} vectors (${embedder}), ${megabytes(bytes)}`,
  ]
}

function runLine(run: RunReport): string {
  const { startedAt, trigger, outcome, ms, counts, failed, error, grew } = run
  const did =
    outcome === 'done'
      ? `${counts.added} added, ${counts.changed} changed, ${counts.removed} removed, ${counts.unchanged} unchanged, ` +
        `${failed.length} failed, grew ${grew.passages} passages and ${megabytes(grew.bytes)}`
      : `${outcome}: ${error}`
  return `${startedAt} ${trigger}, ${ms} ms: ${did}`
}

/** What to look at, gathered for each owner; what has two owners stands with both. */
function perOwner<T>(
  title: string,
  found: readonly T[],
  ownersOf: (one: T) => readonly (string | null)[],
  describe: (one: T) => string,
): string[] {
  const groups = new Map<string, string[]>()
  for (const one of found) {
    const owners = ownersOf(one)
    for (const owner of owners.length > 0 ? owners : [null]) {
      const name = owner ?? 'nobody named'
      groups.set(name, [...(groups.get(name) ?? []), describe(one)])
    }
  }
  const lines = [...groups].flatMap(([owner, all]) => [
    `  ${owner}`,
    ...all.slice(0, SHOWN_FINDINGS).map((line) => `    ${line}`),
    ...(all.length > SHOWN_FINDINGS
      ? [`    and ${all.length - SHOWN_FINDINGS} more (--json shows all)`]
      : []),
  ])
  return lines.length > 0 ? [`${title} (${found.length})`, ...lines] : []
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : []
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** The ISO day in Brussels. */
function brusselsDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(at)
}
