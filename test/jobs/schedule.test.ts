import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type JobResult, Schedule, type ScheduleOptions } from '../../src/jobs/schedule.js'

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

  it('takes a schedule in UTC', async () => {
    await schedule({ reindexCron: '30 1 * * *' }).start()
    expect(results).toEqual([])
  })
})
