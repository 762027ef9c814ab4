import { type BuildOptions, buildLocked, type ReindexReport } from './generation/build.js'
import { indexFolders, withIndexLock } from './generation/folders.js'
import { hasRunFor, LISTED, type RunReport, recordRun, type Trigger } from './generation/runs.js'

/** A build that is remembered. */
export interface ReindexOptions extends BuildOptions {
  readonly trigger: Trigger
  /** The planned moment it stands for; null when it was not planned. */
  readonly due?: Date | null
  readonly now?: () => Date
}

/** What a remembered build did, and how long it took in milliseconds. */
export type ReindexResult = ReindexReport & { readonly trigger: Trigger; readonly ms: number }

/**
 * Builds and publishes a generation as `buildIndex` does, and remembers the run beside the index, also when it failed.
 *
 * Resolves to null without doing anything when a run for the same planned moment has ended already: of two schedulers
 * that both come to it, one works.
 *
 * @throws as `buildIndex`. A run that was refused because another is under way is not remembered.
 */
export async function reindex(options: ReindexOptions): Promise<ReindexResult | null> {
  const { dataDir, trigger, due = null, now = () => new Date() } = options
  return withIndexLock(indexFolders(dataDir), async () => {
    if (due !== null && hasRunFor(dataDir, due)) return null
    const started = performance.now()
    const head = { startedAt: now().toISOString(), due: due?.toISOString() ?? null, trigger }
    const ms = () => Math.round(performance.now() - started)
    try {
      const report = await buildLocked(options)
      recordRun(dataDir, { ...asRun(report), ...head, ms: ms() })
      return { ...report, trigger, ms: ms() }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      recordRun(dataDir, { ...NOTHING_DONE, ...head, ms: ms(), outcome: 'failed', error: reason })
      throw error
    }
  })
}

/** What a run report says of a run that published nothing. */
export const NOTHING_DONE = {
  outcome: 'killed',
  error: null,
  generation: null,
  full: false,
  counts: { added: 0, changed: 0, removed: 0, unchanged: 0 },
  documents: { added: [], changed: [], removed: [] },
  failed: [],
  passages: 0,
  vectors: 0,
  withoutVector: 0,
  grew: { documents: 0, passages: 0, bytes: 0 },
  overlaps: [],
  contradictions: [],
} satisfies Partial<RunReport>

function asRun(report: ReindexReport): Omit<RunReport, 'startedAt' | 'due' | 'trigger' | 'ms'> {
  const { added, changed, removed, unchanged, documents } = report
  return {
    outcome: 'done',
    error: null,
    generation: report.generation,
    full: report.full,
    counts: { added, changed, removed, unchanged },
    documents: {
      added: documents.added.slice(0, LISTED),
      changed: documents.changed.slice(0, LISTED),
      removed: documents.removed.slice(0, LISTED),
    },
    failed: [...report.failed],
    passages: report.passages,
    vectors: report.vectors,
    withoutVector: report.withoutVector,
    grew: report.grew,
    overlaps: [...report.overlaps],
    contradictions: [...report.contradictions],
  }
}
