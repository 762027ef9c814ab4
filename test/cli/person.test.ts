import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { replayForgotten } from '../../src/cli/wire-privacy.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { START } from '../store/databases.js'
import { personStory, SECRETS } from '../store/person-story.js'
import { FIRST } from '../store/ticket-steps.js'
import { run } from './run.js'

const MAIL = 'els.vermeulen@zonnegem.be'
let folder = ''
let dataDir = ''
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vraagbaak-person-'))
  dataDir = join(folder, 'data')
  mkdirSync(join(folder, 'knowledge', 'documents'), { recursive: true })
  writeFileSync(
    join(folder, 'knowledge', 'documents', 'zwembaden.md'),
    '# Zwembaden\n\nEen zwembad heeft water.\n',
  )
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubEnv('KNOWLEDGE_DIR', join(folder, 'knowledge'))
  store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: new Date(START) })
  await personStory(store)
})
afterEach(async () => {
  await store.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** Which of the words that only this person used stand in a file somewhere below a folder. */
function readable(where: string): readonly string[] {
  const files = readdirSync(where, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
  return SECRETS.filter((secret) => files.some((file) => file.includes(secret)))
}

/** Publishes what a colleague drafted from the ticket, and indexes it twice, so that two generations hold it. */
async function published(): Promise<void> {
  const [draft] = await store.publishedAnswers.list('draft')
  if (!draft) throw new Error('no draft')
  const change = { state: 'published', publishedBy: 'an', publishedAt: START } as const
  await store.publishedAnswers.change(draft.id, draft.version, change, new Date(START))
  expect((await run('reindex', '--json')).code).toBe(0)
  writeFileSync(join(folder, 'knowledge', 'documents', 'meer.md'), '# Meer\n\nNog een document.\n')
  expect((await run('reindex', '--json')).code).toBe(0)
}

describe('vraagbaak person', { timeout: 60_000 }, () => {
  it('exports everything about somebody as JSON, to a file that only its owner reads', async () => {
    const { code, output } = await run('person', 'export', MAIL)
    expect(code).toBe(0)
    const { traces, tables } = JSON.parse(output)
    expect(traces.tickets).toEqual([FIRST])
    expect(tables.tickets[0].question).toBe('Hoe zit het met de zwembadvergunning?')
    const file = join(folder, 'export.json')
    expect((await run('person', 'export', FIRST, '--file', file)).code).toBe(0)
    expect(JSON.parse(readFileSync(file, 'utf8')).tables.tickets).toHaveLength(1)
    const again = await run('person', 'export', FIRST, '--file', file)
    expect(again).toMatchObject({ code: 2, errors: expect.stringContaining('exists already') })
  })

  it('says so when nothing is kept, and changes nothing on a dry run', async () => {
    expect(await run('person', 'erase', 'niemand@elders.be')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('nothing is kept under this name'),
    })
    const { code, output } = await run('person', 'erase', MAIL, '--dry-run')
    expect(code).toBe(0)
    expect(output).toContain('tickets')
    expect(readable(dataDir)).toEqual(SECRETS)
    expect(existsSync(join(dataDir, 'erasures.jsonl'))).toBe(false)
  })

  it('asks what to do with a published answer before it erases anything', async () => {
    await published()
    const { code, errors } = await run('person', 'erase', MAIL)
    expect(code).toBe(2)
    expect(errors).toContain('antwoord-0001')
    expect(await store.persons.traces(MAIL)).not.toBeNull()
  })

  it('leaves nothing of the person in any file of the data folder, the index included', async () => {
    await published()
    expect(readable(join(dataDir, 'index'))).toContain('zwembadvergunning')
    expect((await run('person', 'erase', MAIL, '--published', 'withdraw')).code).toBe(0)
    expect(readable(dataDir)).toEqual([])
    expect((await run('search', 'zwembad', '--json')).code).toBe(0)
    expect((await run('person', 'export', MAIL)).code).toBe(2)
    const [entry] = await store.audit.read({ before: null, limit: 1 })
    expect(entry).toMatchObject({ action: 'person.erase', outcome: 'done' })
  })

  it('holds when a backup from before is put back', async () => {
    const backup = join(folder, 'backup.db')
    expect((await run('backup', backup)).code).toBe(0)
    expect((await run('person', 'erase', FIRST)).code).toBe(0)
    const busy = await run('restore', backup, '--replace')
    expect(busy).toMatchObject({ code: 1, errors: expect.stringContaining('stop it first') })
    await store.close()
    expect(await run('restore', backup)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('--replace'),
    })
    const { code, output } = await run('restore', backup, '--replace', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ forgotten: 1 })
    expect(readable(dataDir)).toEqual([])
    store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: new Date(START) })
    expect(await store.tickets.list()).toHaveLength(2)
  })

  it('is taken up again by the next start when a crash cut it short, and only once', async () => {
    const erasuresFile = join(dataDir, 'erasures.jsonl')
    const backup = join(folder, 'backup.db')
    await run('backup', backup)
    await run('person', 'erase', FIRST)
    expect(await replayForgotten(store, { erasuresFile }, new Date(START))).toBe(0)
    await store.close()
    rmSync(join(dataDir, 'vraagbaak.db'))
    writeFileSync(join(dataDir, 'vraagbaak.db'), readFileSync(backup))
    store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: new Date(START) })
    expect(await store.persons.traces(FIRST)).not.toBeNull()
    expect(await replayForgotten(store, { erasuresFile }, new Date(START))).toBe(1)
    expect(readable(dataDir)).toEqual([])
    writeFileSync(erasuresFile, 'nonsense\n')
    expect(() => replayForgotten(store, { erasuresFile }, new Date(START))).toThrow(/line 1/)
  })

  it('refuses to put back what is no backup, and leaves the database as it is', async () => {
    await store.close()
    const before = readFileSync(join(dataDir, 'vraagbaak.db'))
    for (const content of ['no database', '']) {
      const file = join(folder, 'wrong.db')
      writeFileSync(file, content)
      expect(await run('restore', file, '--replace')).toMatchObject({
        code: 1,
        errors: expect.stringContaining('no intact backup'),
      })
    }
    expect((await run('restore', join(folder, 'nothing.db'))).code).toBe(1)
    expect(readFileSync(join(dataDir, 'vraagbaak.db')).equals(before)).toBe(true)
  })
})
