import type { RunReport } from '../../src/knowledge/generation/runs.js'
import { NOTHING_DONE } from '../../src/knowledge/reindex.js'

/** A run that was done and changed nothing, with what a test wants otherwise. */
export function runReport(change: Partial<RunReport> = {}): RunReport {
  return {
    ...NOTHING_DONE,
    outcome: 'done',
    startedAt: '2026-11-23T01:30:00.000Z',
    due: null,
    trigger: 'schedule',
    ms: 1200,
    generation: '0123456789abcdef',
    ...change,
  }
}
