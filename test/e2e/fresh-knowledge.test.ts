import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readRuns } from '../../src/knowledge/generation/runs.js'
import { buildProgram, runCommand, type ServedDesk, startServe } from './serve.js'

let folder: string
let env: { readonly DATA_DIR: string; readonly KNOWLEDGE_DIR: string }
let desk: ServedDesk | null = null

beforeAll(buildProgram, 60_000)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-fresh-'))
  env = { DATA_DIR: join(folder, 'data'), KNOWLEDGE_DIR: join(folder, 'knowledge') }
  document('bib', 'De bibliotheek is open op zaterdag.')
  document('zwembad', 'Het zwembad sluit in augustus.')
  document('park', 'Het containerpark vraagt een badge.')
})

afterEach(async () => {
  await desk?.stop()
  desk = null
  rmSync(folder, { recursive: true, force: true })
})

function document(id: string, text: string): void {
  const path = join(folder, 'knowledge', 'documents', `${id}.md`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `# ${id}\n\n${text}\n`)
}

async function serve(): Promise<string> {
  desk = await startServe(env.DATA_DIR, env)
  return desk.url
}

const shows = async (url: string, id: string) => (await fetch(`${url}/bron/${id}`)).status === 200

async function found(query: string): Promise<string[]> {
  const { output } = await runCommand(env, ['search', query, '--json'])
  return JSON.parse(output).hits.map(({ document: id }: { document: string }) => id)
}

describe('knowledge that keeps itself fresh', { timeout: 180_000 }, () => {
  it('forgets a withdrawn document within a minute in the desk and at once on the command line', async () => {
    const url = await serve()
    expect(await shows(url, 'zwembad')).toBe(true)
    expect(await found('zwembad augustus')).toEqual(['zwembad'])
    const wrong = await runCommand(env, ['knowledge', 'deny', 'zwembat'])
    expect(wrong).toMatchObject({ code: 2, errors: expect.stringContaining('no document "zwembat"') })
    const denied = await runCommand(env, ['knowledge', 'deny', 'zwembad', '--reason', 'verouderd'])
    expect(denied.code).toBe(0)
    expect(await found('zwembad augustus')).toEqual([])
    await expect.poll(() => shows(url, 'zwembad'), { timeout: 60_000, interval: 500 }).toBe(false)
    const { output } = await runCommand(env, ['knowledge', 'list', '--json'])
    expect(JSON.parse(output)).toMatchObject([{ document: 'zwembad', reason: 'verouderd' }])
    expect((await runCommand(env, ['knowledge', 'allow', 'zwembad'])).code).toBe(0)
    await expect.poll(() => shows(url, 'zwembad'), { timeout: 90_000, interval: 500 }).toBe(true)
  })

  it('takes up a new, a changed and a removed file by itself, and reports the runs', async () => {
    const url = await serve()
    document('markt', 'De markt is op dinsdag.')
    await expect.poll(() => shows(url, 'markt'), { timeout: 60_000, interval: 500 }).toBe(true)
    rmSync(join(folder, 'knowledge', 'documents', 'zwembad.md'))
    await expect.poll(() => shows(url, 'zwembad'), { timeout: 60_000, interval: 500 }).toBe(false)
    const removed = () => readRuns(env.DATA_DIR).flatMap(({ documents }) => documents.removed)
    await expect.poll(removed, { timeout: 60_000, interval: 250 }).toContain('zwembad')
    const status = await runCommand(env, ['reindex', '--status', '--json'])
    const { serving, runs, nextRun } = JSON.parse(status.output)
    expect(serving).toMatchObject({ documents: 3 })
    expect(runs[0]).toMatchObject({ trigger: 'watch', outcome: 'done' })
    expect(nextRun).toMatch(/T01:30:00\.000Z$/)
  })
})
