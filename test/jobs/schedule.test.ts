import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type JobResult, Schedule, type ScheduleOptions } from '../../src/jobs/schedule.js'
import { readRuns, recordRun } from '../../src/knowledge/generation/runs.js'
import type { PublishedRecord } from '../../src/knowledge/sources/records.js'
import { runReport } from '../knowledge/runs.js'

let folder: string
let results: JobResult[]
let running: Schedule[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-schedule-'))
  await mkdir(join(folder, 'knowledge', 'documents'), { recursive: true })
  await writeFile(join(folder, 'knowledge', 'documents', 'een.md'), '# Een\n\nDe stoel is blauw.\n')
  results = []
  running = []
})

afterEach(async () => {
  await Promise.all(running.map((schedule) => schedule.stop()))
  rmSync(folder, { recursive: true, force: true })
})

function schedule(more: Partial<ScheduleOptions> = {}): Schedule {
  const made = new Schedule({
    reindexCron: null,
    reindex: { knowledgeDir: join(folder, 'knowledge'), dataDir: folder, embedder: null },
    limitMs: 20_000,
    onResult: (result) => results.push(result),
    ...more,
  })
  running.push(made)
  return made
}

const ended = (count: number) => expect.poll(() => results.length, { timeout: 20_000 }).toBe(count)

describe('the schedule', { timeout: 40_000 }, () => {
  it('reindexes in a worker and reports the counts', async () => {
    await schedule().reindexNow()
    await ended(1)
    expect(results).toMatchObject([{ job: 'reindex', kind: 'done', report: { added: 1, failed: [] } }])
  })

  it('does not start a second run beside one that still runs', async () => {
    const made = schedule()
    await Promise.all([made.reindexNow(), made.reindexNow()])
    await ended(1)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(results).toHaveLength(1)
  })

  it('can be started at the same moment as a run, and while one runs', async () => {
    const made = schedule({ reindexCron: '* * * * *' })
    await Promise.all([made.reindexNow(), made.start()])
    await ended(1)
    expect(results).toMatchObject([{ kind: 'done', report: { added: 1 } }])
    const late = schedule({ reindexCron: '* * * * *', entry: new URL('workers/hung.ts', import.meta.url) })
    await late.reindexNow()
    await late.start()
    await late.stop()
  })

  it('reports a failing run once, and can run again', async () => {
    const made = schedule({
      reindex: { knowledgeDir: join(folder, 'nowhere'), dataDir: folder, embedder: null },
    })
    await made.reindexNow()
    await ended(1)
    expect(results).toMatchObject([{ job: 'reindex', kind: 'failed' }])
    await expect.poll(() => made.reindexNow().then(() => results.length), { timeout: 20_000 }).toBe(2)
  })

  it('ends a run that hangs, lock and all, so that the next one goes on', async () => {
    const hung = schedule({ limitMs: 1500, entry: new URL('./workers/hung.ts', import.meta.url) })
    await hung.reindexNow()
    await ended(1)
    expect(results).toEqual([{ job: 'reindex', kind: 'killed' }])
    await schedule().reindexNow()
    await ended(2)
    expect(results[1]).toMatchObject({ kind: 'done', report: { added: 1 } })
  })

  it('stops at once, also while a run does not listen', async () => {
    const hung = schedule({ entry: new URL('./workers/hung.ts', import.meta.url) })
    await hung.reindexNow()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const begun = performance.now()
    await hung.stop()
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  it('catches up with one run however many were missed, and only once', async () => {
    ranAt('2026-11-20T01:30:00Z')
    const now = () => new Date('2026-11-23T09:00:00Z')
    const made = schedule({ reindexCron: '30 1 * * *', runAtStart: true, now })
    await made.start()
    await ended(1)
    await made.start()
    await schedule({ reindexCron: '30 1 * * *', now }).start()
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(results).toMatchObject([{ kind: 'done' }])
    const [caughtUp] = readRuns(folder)
    expect(caughtUp).toMatchObject({ trigger: 'catch-up', due: '2026-11-23T01:30:00.000Z' })
  })

  it('runs nothing at the start when nothing was missed, unless it is told to', async () => {
    ranAt('2026-11-23T02:00:00Z')
    const now = () => new Date('2026-11-23T09:00:00Z')
    await schedule({ reindexCron: '30 1 * * *', now }).start()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(results).toEqual([])
    await schedule({ reindexCron: null, runAtStart: true, now }).start()
    await ended(1)
    expect(readRuns(folder)[0]).toMatchObject({ trigger: 'start', due: null })
  })

  it('does a planned moment once when two schedules come to it', async () => {
    const both = [0, 1].map(() =>
      schedule({ reindexCron: '30 1 * * *', now: () => new Date('2026-11-23T01:30:05Z') }),
    )
    await Promise.all(both.map((one) => one.start()))
    await ended(2)
    expect(results.map(({ kind }) => kind).sort()).toEqual(['done', 'skipped'])
    expect(readRuns(folder)).toHaveLength(1)
  })

  it('remembers a run that was cut off', async () => {
    const hung = schedule({ limitMs: 300, entry: new URL('./workers/hung.ts', import.meta.url) })
    await hung.reindexNow('staff')
    await ended(1)
    expect(readRuns(folder)).toMatchObject([
      { outcome: 'killed', trigger: 'staff', error: 'not done within 300 ms' },
    ])
  })

  it('gathers requests that come in handfuls into one run, and follows up on what came during a run', async () => {
    const quick = { quietMs: 100, longestMs: 1000 }
    const made = schedule({ gather: quick })
    for (let request = 0; request < 5; request++) made.reindexSoon('staff')
    await ended(1)
    await expect.poll(() => made.reindexNow()).toBe(true)
    made.reindexSoon('watch')
    await ended(3)
    expect(readRuns(folder).map(({ trigger }) => trigger)).toEqual(['watch', 'command', 'staff'])
  })

  it('hands over what was withdrawn and what was published', async () => {
    const record: PublishedRecord = {
      id: 'antwoorden/een',
      title: 'Fietsen in de fuif',
      markdown: 'Fietsen staan buiten.',
      source: null,
      url: null,
      date: '2026-11-20',
      audience: 'publiek',
      authority: 5,
      owner: null,
      language: 'nl',
      asked: [],
    }
    await schedule({ material: async () => ({ denied: ['een'], records: [record] }) }).reindexNow('staff')
    await ended(1)
    expect(readRuns(folder)).toMatchObject([{ documents: { added: ['antwoorden/een'] } }])
  })
})

/** The last run began then. */
function ranAt(iso: string): void {
  recordRun(folder, runReport({ startedAt: new Date(iso).toISOString() }))
}
