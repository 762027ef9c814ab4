import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { temporaryFolder, writeFiles } from '../knowledge/temporary.js'
import { run } from './run.js'

afterEach(() => {
  vi.unstubAllEnvs()
  process.exitCode = undefined
})

const DOCUMENTS = {
  'documents/zwembad.md': '# Zwembad\n\n## Sluiting\n\nHet zwembad sluit in augustus.',
  'documents/bieb.md': '# Bibliotheek\n\nDe bibliotheek is open op zaterdag.',
}

describe('vraagbaak reindex and search', () => {
  it('index a folder, tell what changed, and find in it', async () => {
    const knowledge = temporaryFolder(DOCUMENTS)
    vi.stubEnv('DATA_DIR', temporaryFolder())
    vi.stubEnv('KNOWLEDGE_DIR', knowledge)
    const first = await run('reindex', '--json')
    expect(first.code).toBe(0)
    expect(JSON.parse(first.output)).toMatchObject({
      added: 2,
      changed: 0,
      removed: 0,
      unchanged: 0,
      failed: [],
    })
    writeFiles(knowledge, { 'documents/kapot.pdf': 'geen pdf' })
    const second = await run('reindex')
    expect(second.output).toMatch(/0 added, 0 changed, 0 removed, 2 unchanged, 1 failed/)
    expect(second.output).toMatch(/failed +kapot\.pdf: cannot be read/)
    expect(second.code).toBe(1)
    const found = await run('search', '--json', '--k', '1', 'wanneer sluit het zwembad')
    expect(JSON.parse(found.output)).toMatchObject({
      query: 'wanneer sluit het zwembad',
      hits: [{ document: 'zwembad', section: 'Sluiting', text: 'Het zwembad sluit in augustus.' }],
    })
    expect((await run('search', 'bibliotheken')).output).toMatch(/1\. Bibliotheek {2}\[bieb#0\]\n {3}score/)
    expect((await run('search', 'paspoort')).output).toBe('nothing found\n')
  })

  it('search a folder without keeping anything', async () => {
    const data = join(temporaryFolder(), 'never')
    vi.stubEnv('DATA_DIR', data)
    const { code, output } = await run(
      'search',
      '--knowledge',
      temporaryFolder(DOCUMENTS),
      '--json',
      'augustus',
    )
    expect(code).toBe(0)
    expect(JSON.parse(output).hits).toHaveLength(1)
    expect((await import('node:fs')).existsSync(data)).toBe(false)
  })

  it.each([
    [['search'], 2],
    [['search', '--k', 'nul', 'vraag'], 2],
    [['search', '--knowledge', '/nergens', 'vraag'], 1],
    [['reindex', '--knowledge', '/nergens'], 1],
    [['eval', '/nergens'], 1],
    [['eval', '/nergens', '--peer', 'lucene'], 2],
    [['eval', '--help'], 0],
  ])('%j end with exit code %i', async (args, code) => {
    vi.stubEnv('DATA_DIR', temporaryFolder())
    expect((await run(...args)).code).toBe(code)
  })
})

describe('vraagbaak eval', () => {
  it('prints the figures of a set and of a peer', async () => {
    const corpus = [
      { id: 'd1', title: '', text: 'De bibliotheek is open op zaterdag.' },
      { id: 'd2', title: '', text: 'Het zwembad sluit in augustus.' },
    ]
    const queries = [
      { id: 'q1', text: 'sluiting van het zwembad', relevant: ['d2'] },
      { id: 'q2', text: 'paspoort', relevant: [] },
    ]
    const lines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join('\n')
    const dir = temporaryFolder({ 'corpus.jsonl': lines(corpus), 'queries.jsonl': lines(queries) })
    const json = await run('eval', dir, '--json', '--peer', 'minisearch')
    expect(JSON.parse(json.output)).toMatchObject([
      { documents: 2, ranking: { metrics: { ndcgAt10: 1 } }, decision: { auroc: 1 }, peers: [{}, {}] },
    ])
    const text = await run('eval', '--peer', 'orama', dir)
    expect(text.output).toMatch(/Vraagbaak .* 1\.000/)
    expect(text.output).toContain('Orama')
    expect(text.output).toContain('coverage')
  })
})
