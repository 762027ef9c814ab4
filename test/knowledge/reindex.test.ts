import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RUNS_KEPT, readRuns, recordRun } from '../../src/knowledge/generation/runs.js'
import { reindex } from '../../src/knowledge/reindex.js'
import { indexStatus } from '../../src/knowledge/status.js'
import { runReport } from './runs.js'
import { temporaryFolder, writeFiles } from './temporary.js'

function clockAt(iso: string): () => Date {
  return () => new Date(iso)
}

describe('a reindex', { timeout: 30_000 }, () => {
  it('leaves a report of what it added, changed, removed and could not read, with the owner of each failure', async () => {
    const knowledgeDir = temporaryFolder({
      'documents/a.md': '---\nowner: Team Leden\nreviewBy: 2026-11-01\n---\nDe bib is open.',
      'documents/b.md': 'Het zwembad sluit.',
    })
    const dataDir = temporaryFolder()
    const run = (now: string) => reindex({ knowledgeDir, dataDir, trigger: 'command', now: clockAt(now) })
    await run('2026-11-21T10:00:00Z')
    writeFiles(knowledgeDir, {
      'documents/a.md': '---\nowner: Team Leden\nkind: gedicht\n---\nDe bib.',
      'documents/b.md': 'Het zwembad sluit vroeger.',
      'documents/c.md': 'De markt is op dinsdag.',
    })
    await run('2026-11-22T10:00:00Z')
    await run('2026-11-23T10:00:00Z')
    const [last, second, first] = readRuns(dataDir)
    expect(first).toMatchObject({
      outcome: 'done',
      counts: { added: 2, changed: 0, removed: 0, unchanged: 0 },
      documents: { added: ['a', 'b'] },
      grew: { documents: 2, passages: 2 },
    })
    expect(first?.grew.bytes).toBeGreaterThan(1000)
    expect(second).toMatchObject({
      startedAt: '2026-11-22T10:00:00.000Z',
      documents: { added: ['c'], changed: ['b'], removed: [] },
      failed: [{ file: 'a.md', kept: true, owner: 'Team Leden', reason: expect.stringContaining('kind') }],
      grew: { documents: 1, passages: 1 },
    })
    expect(last).toMatchObject({ counts: { unchanged: 2 }, grew: { documents: 0, passages: 0, bytes: 0 } })
    const status = indexStatus(dataDir, '2026-11-23')
    expect(status.serving).toMatchObject({ generation: last?.generation, documents: 3, passages: 3 })
    expect(status.failing).toMatchObject([
      { file: 'a.md', owner: 'Team Leden', since: '2026-11-22T10:00:00.000Z' },
    ])
    expect(status.overdue).toEqual([
      { document: 'a', title: 'A', owner: 'Team Leden', reviewBy: '2026-11-01' },
    ])
    expect(indexStatus(dataDir, '2026-11-01').overdue).toEqual([])
  })

  it('that fails is remembered with the reason, and still rejects', async () => {
    const dataDir = temporaryFolder()
    const running = reindex({ knowledgeDir: '/nergens/te/vinden', dataDir, trigger: 'schedule' })
    await expect(running).rejects.toMatchObject({ code: 'E_KNOWLEDGE_FOLDER' })
    expect(readRuns(dataDir)).toMatchObject([
      { outcome: 'failed', trigger: 'schedule', error: expect.stringContaining('/nergens/te/vinden') },
    ])
  })

  it('is done once for a planned moment, however many schedulers come to it', async () => {
    const knowledgeDir = temporaryFolder({ 'documents/a.md': 'De bib is open.' })
    const dataDir = temporaryFolder()
    const due = new Date('2026-11-23T01:30:00Z')
    const run = () => reindex({ knowledgeDir, dataDir, trigger: 'schedule', due })
    const results = await Promise.allSettled([run(), run(), run()])
    results.push(...(await Promise.allSettled([run()])))
    expect(results.filter((result) => result.status === 'fulfilled' && result.value !== null)).toHaveLength(1)
    expect(readRuns(dataDir)).toMatchObject([{ due: due.toISOString() }])
    const later = await reindex({
      knowledgeDir,
      dataDir,
      trigger: 'schedule',
      due: new Date('2026-11-24T01:30:00Z'),
    })
    expect(later).not.toBeNull()
  })

  it('leaves out what was withdrawn, and takes it in again when it no longer is', async () => {
    const knowledgeDir = temporaryFolder({ 'documents/a.md': 'De bib.', 'documents/b.md': 'Het zwembad.' })
    const dataDir = temporaryFolder()
    const run = (denied: string[]) =>
      reindex({ knowledgeDir, dataDir, trigger: 'command', denied: new Set(denied) })
    await run([])
    expect(await run(['b'])).toMatchObject({ removed: 1, passages: 1, documents: { removed: ['b'] } })
    expect(await run([])).toMatchObject({ added: 1, passages: 2 })
  })
})

describe('the runs that are remembered', { timeout: 30_000 }, () => {
  it('are the last fifty, newest first, whatever else lies beside them', () => {
    const dataDir = temporaryFolder()
    for (let minute = 0; minute < RUNS_KEPT + 5; minute++) {
      recordRun(dataDir, runReport({ startedAt: new Date(Date.UTC(2026, 10, 23, 0, minute)).toISOString() }))
    }
    const folder = join(dataDir, 'index', 'runs')
    writeFileSync(join(folder, '2099-01-01T00.00.00.000Z-broken.json'), '{"outcome":')
    const runs = readRuns(dataDir)
    expect(runs).toHaveLength(RUNS_KEPT)
    expect(runs[0]?.startedAt).toBe('2026-11-23T00:54:00.000Z')
    expect(runs.at(-1)?.startedAt).toBe('2026-11-23T00:05:00.000Z')
    expect(readdirSync(folder)).toHaveLength(RUNS_KEPT + 1)
  })

  it('are none where there is no index', () => {
    expect(indexStatus(temporaryFolder(), '2026-11-23')).toEqual({
      serving: null,
      runs: [],
      failing: [],
      overdue: [],
      overlaps: [],
      contradictions: [],
    })
  })
})
