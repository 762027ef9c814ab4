import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { type LivingKnowledge, openLivingKnowledge } from '../../src/jobs/living-knowledge.js'
import { runMaterial } from '../../src/jobs/run-material.js'
import type { JobResult } from '../../src/jobs/schedule.js'
import type { KnowledgeIndex } from '../../src/knowledge/open-index.js'
import type { Store } from '../../src/store/store.js'
import { temporaryFolder, writeFiles } from '../knowledge/temporary.js'
import { migratedDatabase } from '../store/databases.js'

const ASKER = { limit: 5, membersOnly: true, today: '2026-11-23' }

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function setting() {
  const knowledgeDir = temporaryFolder({
    'documents/bib.md': 'De bibliotheek is open op zaterdag.',
    'documents/bad.md': 'Het zwembad sluit in augustus.',
    'documents/park.md': 'Het containerpark vraagt een badge.',
  })
  const database = await migratedDatabase('SQLite')
  closing.push(() => database.remove())
  const store = await database.open()
  const dataDir = temporaryFolder()
  const results: JobResult[] = []
  const open = (more: Partial<Pick<Store, 'deniedDocuments'>> = {}) =>
    opened(knowledgeDir, dataDir, { ...store, ...more }, results)
  return { knowledgeDir, dataDir, store, results, open }
}

async function opened(
  knowledgeDir: string,
  dataDir: string,
  store: Store,
  results: JobResult[],
): Promise<LivingKnowledge> {
  const knowledge = await openLivingKnowledge({
    places: { knowledgeDir, dataDir, embedder: null },
    reindexCron: null,
    watch: true,
    limitMs: 20_000,
    denied: store.deniedDocuments,
    material: () => runMaterial(store),
    log: pino({ level: 'silent' }),
    onResult: (result) => results.push(result),
  })
  closing.push(() => knowledge.close())
  return knowledge
}

async function found(index: KnowledgeIndex, query: string): Promise<string[]> {
  return (await index.search(query, ASKER)).map(({ passage }) => passage.document.id)
}

describe('a withdrawn document', { timeout: 60_000 }, () => {
  it('is found and shown by no process any more, within seconds, and leaves the index at the next run', async () => {
    const { store, results, open } = await setting()
    const [here, there] = [await open(), await open()]
    expect(await found(there.index, 'zwembad')).toEqual(['bad'])
    await store.deniedDocuments.deny('bad', 'gewist', 'an', new Date('2026-11-23T09:00:00Z'))
    const since = performance.now()
    await here.refreshDenied()
    for (const { index } of [here, there]) {
      await expect.poll(() => found(index, 'zwembad'), { timeout: 10_000 }).toEqual([])
      expect(index.passagesOf('bad')).toEqual([])
      expect(index.passage('bad#0')).toBeNull()
      expect(index.documents().map(({ id }) => id)).toEqual(['bib', 'park'])
    }
    expect(performance.now() - since).toBeLessThan(60_000)
    await expect.poll(() => here.index.documentIds('documents'), { timeout: 20_000 }).toEqual(['bib', 'park'])
    expect(results.some(({ kind }) => kind === 'done')).toBe(true)
  })

  it('stays withheld when the list can no longer be read', async () => {
    const { store, open } = await setting()
    await store.deniedDocuments.deny('bad', '', 'an', new Date('2026-11-23T09:00:00Z'))
    let away = false
    const list = () => (away ? Promise.reject(new Error('away')) : store.deniedDocuments.list())
    const knowledge = await open({ deniedDocuments: { ...store.deniedDocuments, list } })
    away = true
    await knowledge.refreshDenied()
    expect(await found(knowledge.index, 'zwembad')).toEqual([])
  })
})

describe('a watched folder', { timeout: 60_000 }, () => {
  it('takes a removed file out of answers before any reindex, and a new one in by itself', async () => {
    const { knowledgeDir, results, open } = await setting()
    const knowledge = await open()
    await knowledge.watch(() => false)
    rmSync(join(knowledgeDir, 'documents/bad.md'))
    await expect.poll(() => found(knowledge.index, 'zwembad'), { timeout: 10_000 }).toEqual([])
    expect(knowledge.index.documentIds('documents')).toContain('bad')
    expect(results).toEqual([])
    await knowledge.watch(() => true)
    writeFiles(knowledgeDir, { 'documents/nieuw/markt.md': 'De markt is op dinsdag.' })
    await expect.poll(() => found(knowledge.index, 'markt'), { timeout: 30_000 }).toEqual(['nieuw/markt'])
    expect(knowledge.index.documentIds('documents')).not.toContain('bad')
  })

  it('that is suddenly empty is taken for one that is away', async () => {
    const { knowledgeDir, open } = await setting()
    const knowledge = await open()
    await knowledge.watch(() => false)
    for (const name of ['bib', 'bad', 'park']) rmSync(join(knowledgeDir, `documents/${name}.md`))
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(await found(knowledge.index, 'zwembad')).toEqual(['bad'])
  })
})

describe('a damaged index', { timeout: 60_000 }, () => {
  it('is built again by itself while the one before serves', async () => {
    const { knowledgeDir, dataDir, open } = await setting()
    const knowledge = await open()
    writeFiles(knowledgeDir, { 'documents/kermis.md': 'De kermis begint.' })
    await knowledge.schedule.reindexNow()
    await expect.poll(() => found(knowledge.index, 'kermis'), { timeout: 20_000 }).toEqual(['kermis'])
    const second = knowledge.index.generation()
    await knowledge.close()
    const path = join(dataDir, 'index', second, 'passages.db')
    const bytes = readFileSync(path)
    bytes[4000] = (bytes[4000] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const again = await open()
    expect(again.index.generation()).not.toBe(second)
    expect(await found(again.index, 'zwembad')).toEqual(['bad'])
    await expect.poll(() => found(again.index, 'kermis'), { timeout: 30_000 }).toEqual(['kermis'])
  })
})
