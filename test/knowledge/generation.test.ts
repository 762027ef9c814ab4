import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { documentInfo } from '../../src/knowledge/documents.js'
import { buildIndex } from '../../src/knowledge/generation/build.js'
import { INDEX_FORMAT } from '../../src/knowledge/generation/schema.js'
import type { DocumentSource } from '../../src/knowledge/generation/sources.js'
import { openIndex } from '../../src/knowledge/open-index.js'
import type { SearchOptions } from '../../src/knowledge/passage.js'
import { benchCorruption } from '../bench/corruption.js'
import { temporaryFolder, writeFiles } from './temporary.js'

const ASKER: SearchOptions = { limit: 5, membersOnly: true, today: '2026-11-23' }

const DOCUMENTS = {
  'documents/a.md': 'De bibliotheek is open op zaterdag.',
  'documents/b.md': 'Het zwembad sluit in augustus.',
  'documents/c.md': 'Het containerpark vraagt een badge.',
}

async function built(files: Readonly<Record<string, string>> = DOCUMENTS) {
  const knowledgeDir = temporaryFolder(files)
  const dataDir = temporaryFolder()
  const report = await buildIndex({ knowledgeDir, dataDir })
  const reindex = (full = false) => buildIndex({ knowledgeDir, dataDir, full })
  return { knowledgeDir, dataDir, report, reindex, root: join(dataDir, 'index') }
}

async function search(dataDir: string, query: string) {
  const problems: string[] = []
  const index = await openIndex({
    dataDir,
    pollMs: 0,
    onProblem: (problem) => problems.push(problem.message),
  })
  try {
    const hits = await index.search(query, ASKER)
    return { found: hits.map(({ passage }) => passage.document.id), problems, generation: index.generation() }
  } finally {
    index.close()
  }
}

describe('a reindex', () => {
  it('reads only what changed, and counts it', async () => {
    const { knowledgeDir, dataDir, report, reindex } = await built()
    expect(report).toMatchObject({
      full: true,
      added: 3,
      changed: 0,
      removed: 0,
      unchanged: 0,
      failed: [],
      passages: 3,
    })
    writeFiles(knowledgeDir, {
      'documents/b.md': 'Het zwembad sluit in juli.',
      'documents/d.md': 'De brandweer oefent.',
    })
    rmSync(join(knowledgeDir, 'documents/c.md'))
    expect(await reindex()).toMatchObject({
      full: false,
      added: 1,
      changed: 1,
      removed: 1,
      unchanged: 1,
      passages: 3,
    })
    expect((await search(dataDir, 'juli')).found).toEqual(['b'])
    expect((await search(dataDir, 'augustus')).found).toEqual([])
    expect((await search(dataDir, 'containerpark badge')).found).toEqual([])
    expect((await search(dataDir, 'bibliotheek')).found).toEqual(['a'])
  })

  it('reads a document that was written anew with the same content once more, not each time', async () => {
    const dataDir = temporaryFolder()
    const hashed: string[] = []
    const of = (id: string, stamp: string, text = id): DocumentSource => ({
      id,
      file: id,
      stamp: () => stamp,
      hash: async () => {
        hashed.push(id)
        return text
      },
      read: async () => {
        const info = documentInfo({ id, file: `${id}.md` }, { title: null, frontMatter: null, blocks: [] })
        return {
          info,
          passages: [{ id: `${id}#0`, document: info, section: [], position: 0, text, asked: [] }],
        }
      },
    })
    const build = (...sources: DocumentSource[]) => buildIndex({ knowledgeDir: null, dataDir, sources })
    await build(of('kermis', '1'), of('stoet', '1'))
    hashed.length = 0
    expect(await build(of('kermis', '2'), of('stoet', '2', 'de stoet'))).toMatchObject({ changed: 1 })
    expect(hashed).toEqual(['kermis', 'stoet'])
    expect(await build(of('kermis', '2'), of('stoet', '2', 'de stoet'))).toMatchObject({ unchanged: 2 })
    expect(hashed).toEqual(['kermis', 'stoet'])
  })

  it('counts the passages that have a vector as they come and go', async () => {
    // Few among many: otherwise the vectors are made anew and counted from nothing.
    const many = Array.from({ length: 60 }, (_, i) => [
      `documents/n${i}.md`,
      `De straat nummer ${i} is dicht.`,
    ])
    const { knowledgeDir, root, reindex } = await built({ ...DOCUMENTS, ...Object.fromEntries(many) })
    const inFile = (generation: string) => {
      const db = new Database(join(root, generation, 'passages.db'), { readonly: true })
      const found = db.prepare('SELECT count(vector) AS vectors, count(*) AS passages FROM passages').get()
      db.close()
      return found
    }
    writeFiles(knowledgeDir, {
      'documents/b.md': 'Het zwembad sluit in juli.',
      'documents/d.md': 'Vuurwerk mag nergens.',
    })
    rmSync(join(knowledgeDir, 'documents/a.md'))
    const { generation, passages, vectors, withoutVector } = await reindex()
    expect({ passages, vectors }).toEqual(inFile(generation))
    expect({ passages, withoutVector }).toEqual({ passages: 63, withoutVector: passages - vectors })
  })

  it('publishes nothing when nothing changed', async () => {
    const { report, reindex } = await built()
    expect(await reindex()).toMatchObject({ generation: report.generation, unchanged: 3 })
  })

  it('ends with the same scores as building everything anew', async () => {
    const { knowledgeDir, dataDir, reindex } = await built()
    writeFiles(knowledgeDir, { 'documents/a.md': 'Het zwembad en de bibliotheek zijn open.' })
    const scores = async () => {
      const index = await openIndex({ dataDir, pollMs: 0 })
      const hits = await index.search('bibliotheek zwembad sluit', ASKER)
      index.close()
      return hits.map(({ passage, parts }) => [passage.id, parts.words, parts.grams])
    }
    await reindex()
    const incremental = await scores()
    await reindex(true)
    expect(await scores()).toEqual(incremental)
  })

  it('keeps the last good version of a broken document, and reports it', async () => {
    const { knowledgeDir, dataDir, reindex } = await built()
    writeFiles(knowledgeDir, {
      'documents/a.md': '---\nkind: gedicht\n---\nDe bieb.',
      'documents/e.pdf': 'geen pdf',
    })
    const report = await reindex()
    expect(report.failed).toEqual([
      {
        file: 'a.md',
        reason: expect.stringMatching(/^a\.md:2: kind: must be samenvatting or bron/),
        kept: true,
        origin: 'documents',
        owner: null,
      },
      {
        file: 'e.pdf',
        reason: expect.stringMatching(/^e\.pdf: cannot be read/),
        kept: false,
        origin: 'documents',
        owner: null,
      },
    ])
    expect((await search(dataDir, 'bibliotheek')).found).toEqual(['a'])
  })

  it('keeps the last two generations', async () => {
    const { knowledgeDir, reindex, root } = await built()
    for (const day of ['maandag', 'dinsdag', 'woensdag']) {
      writeFiles(knowledgeDir, { 'documents/a.md': `Open op ${day}.` })
      await reindex()
    }
    const kept = readdirSync(root).filter((name) => /^[0-9a-f]{16}$/.test(name))
    expect(kept.sort()).toEqual(readFileSync(join(root, 'current'), 'utf8').trim().split('\n').sort())
    expect(kept).toHaveLength(2)
  })

  it('refuses to run beside another one', async () => {
    const { knowledgeDir, dataDir } = await built()
    writeFiles(knowledgeDir, { 'documents/a.md': 'Nieuw.' })
    const runs = await Promise.allSettled([
      buildIndex({ knowledgeDir, dataDir }),
      buildIndex({ knowledgeDir, dataDir }),
    ])
    const refused = runs.filter((run) => run.status === 'rejected')
    expect(refused.map(({ reason }) => reason.code)).toEqual(['E_INDEX_LOCKED'])
  })

  it('names a folder that is not there', async () => {
    const building = buildIndex({ knowledgeDir: '/nergens/te/vinden', dataDir: temporaryFolder() })
    await expect(building).rejects.toMatchObject({ code: 'E_KNOWLEDGE_FOLDER' })
  })
})

describe('an open index', () => {
  it('takes up a new generation and forgets a denied document at once', async () => {
    const { knowledgeDir, dataDir, reindex } = await built()
    const denied = new Set<string>()
    const index = await openIndex({ dataDir, pollMs: 10, denied: () => denied })
    const found = async (query: string) =>
      (await index.search(query, ASKER)).map(({ passage }) => passage.document.id)
    denied.add('b')
    expect(await found('zwembad')).toEqual([])
    denied.clear()
    expect(await found('zwembad')).toEqual(['b'])
    writeFiles(knowledgeDir, { 'documents/f.md': 'Het kerkhof is proper.' })
    const { generation } = await reindex()
    await expect.poll(() => index.generation()).toBe(generation)
    expect(await found('kerkhof')).toEqual(['f'])
    index.close()
  })

  it('says what to do when there is none', async () => {
    await expect(openIndex({ dataDir: temporaryFolder() })).rejects.toMatchObject({
      code: 'E_INDEX_MISSING',
      message: expect.stringContaining('vraagbaak reindex'),
    })
  })

  it('is refused when another embedder made it', async () => {
    const { dataDir } = await built()
    const embedder = { id: 'openai:x', embedPassages: async () => [], embedQuery: async () => [1] }
    await expect(openIndex({ dataDir, embedder })).rejects.toMatchObject({ code: 'E_INDEX_MISMATCH' })
  })
})

describe('a damaged index', () => {
  const FILES = ['passages.db', 'vectors.hnsw', 'manifest.json']

  it.each(FILES)('is noticed at any changed byte of %s', async (name) => {
    const { dataDir, root, report } = await built()
    const path = join(root, report.generation, name)
    const whole = readFileSync(path)
    let state = 7
    for (let flip = 0; flip < 40; flip++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      const damaged = Buffer.from(whole)
      const at = state % damaged.length
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (flip % 8))
      writeFileSync(path, damaged)
      const problems: Error[] = []
      const opening = openIndex({ dataDir, pollMs: 0, onProblem: (problem) => problems.push(problem) })
      if (name === 'vectors.hnsw') (await opening).close()
      else await expect(opening).rejects.toMatchObject({ code: 'E_INDEX_DAMAGED' })
      expect(problems.map((problem) => 'code' in problem && problem.code)).toContain('E_INDEX_DAMAGED')
    }
  })

  it('is never read, always told, and mended by a rebuild, over hundreds of changed bits', async () => {
    const figures = await benchCorruption(300, 100)
    expect(figures).toMatchObject({ loads: 0, unserved: 0, untold: 0, rebuilds: 3, repaired: 3 })
    expect(figures.servedByPrevious + figures.servedByExactSearch).toBe(300)
  }, 60_000)

  it.each([
    ['dimensions', /"dimensions": \d+/, '"dimensions": 7'],
    ['count', /("dimensions": \d+,\s+"space": "cosine",\s+"count": )\d+/, '$1900'],
  ])('is not given to hnswlib when its manifest, sealed anew, tells another %s', async (_, pattern, other) => {
    const { dataDir, root, report } = await built()
    const manifest = readFileSync(join(root, report.generation, 'manifest.json'), 'utf8').replace(
      pattern,
      other,
    )
    const name = createHash('sha256').update(manifest).digest('hex').slice(0, 16)
    renameSync(join(root, report.generation), join(root, name))
    writeFileSync(join(root, name, 'manifest.json'), manifest)
    writeFileSync(join(root, 'current'), `${name}\n`)
    const { found, problems } = await search(dataDir, 'zwembad')
    expect(found).toEqual(['b'])
    expect(problems).toEqual([expect.stringContaining('its manifest says')])
  })

  it('of another space or format is refused', async () => {
    const { dataDir, root, report } = await built()
    for (const [from, to] of [
      ['"cosine"', '"l2"'],
      [`"format": ${INDEX_FORMAT}`, '"format": 1'],
    ] as const) {
      const manifest = readFileSync(join(root, report.generation, 'manifest.json'), 'utf8').replace(from, to)
      const name = createHash('sha256').update(manifest).digest('hex').slice(0, 16)
      cpSync(join(root, report.generation), join(root, name), { recursive: true })
      writeFileSync(join(root, name, 'manifest.json'), manifest)
      writeFileSync(join(root, 'current'), `${name}\n`)
      await expect(openIndex({ dataDir, pollMs: 0 })).rejects.toMatchObject({ code: 'E_INDEX_MISMATCH' })
    }
  })

  it('still serves by exact search when only the vectors are damaged', async () => {
    const { dataDir, root, report } = await built()
    writeFileSync(join(root, report.generation, 'vectors.hnsw'), 'kapot')
    const { found, problems } = await search(dataDir, 'zwembad')
    expect(found).toEqual(['b'])
    expect(problems).toEqual([expect.stringContaining('vectors.hnsw: damaged')])
  })

  it('gives way to the generation before it, and is rebuilt by the next reindex', async () => {
    const { knowledgeDir, dataDir, root, report, reindex } = await built()
    writeFiles(knowledgeDir, { 'documents/g.md': 'De kermis begint.' })
    const second = await reindex()
    writeFileSync(join(root, second.generation, 'passages.db'), 'kapot')
    expect(await search(dataDir, 'zwembad')).toMatchObject({ found: ['b'], generation: report.generation })
    await reindex()
    expect(await search(dataDir, 'kermis')).toMatchObject({ found: ['g'], problems: [] })
  })

  it('is left for the repaired one by a desk that runs on the generation before it', async () => {
    const { knowledgeDir, dataDir, root, report, reindex } = await built()
    writeFiles(knowledgeDir, { 'documents/g.md': 'De kermis begint.' })
    const second = await reindex()
    writeFileSync(join(root, second.generation, 'passages.db'), 'kapot')
    const index = await openIndex({ dataDir, pollMs: 10 })
    expect(index.generation()).toBe(report.generation)
    await new Promise((resolve) => setTimeout(resolve, 60))
    const { generation } = await reindex()
    await expect.poll(() => index.generation()).toBe(generation)
    index.close()
  })

  it('is refused when its manifest tells another size', async () => {
    const { dataDir, root, report } = await built()
    const path = join(root, report.generation, 'manifest.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"dimensions": \d+/, '"dimensions": 7'))
    await expect(openIndex({ dataDir })).rejects.toMatchObject({ code: 'E_INDEX_DAMAGED' })
  })

  it('is not reached through a name in current that is no hash', async () => {
    const { dataDir, root, report } = await built()
    renameSync(join(root, report.generation), join(dataDir, 'elders'))
    writeFileSync(join(root, 'current'), '../elders\n')
    await expect(openIndex({ dataDir })).rejects.toMatchObject({ code: 'E_INDEX_MISSING' })
  })
})

describe('a build that is killed', () => {
  it('leaves the published generation as it was, and the next one cleans up', async () => {
    const { knowledgeDir, dataDir, root, report, reindex } = await built()
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [
        `documents/n${i}.md`,
        `Het reglement nummer ${i} over parkeren. `.repeat(40),
      ]),
    )
    writeFiles(knowledgeDir, many)
    for (const delay of [40, 150]) {
      await killedBuild(knowledgeDir, dataDir, root, delay)
      expect(await search(dataDir, 'zwembad')).toMatchObject({
        found: ['b'],
        generation: report.generation,
        problems: [],
      })
    }
    expect(await reindex()).toMatchObject({ added: 400, unchanged: 3 })
    expect(readdirSync(root).filter((name) => name.startsWith('.building'))).toEqual([])
  }, 60_000)
})

/** Starts a build in a process of its own and kills it a while after it began to write. */
async function killedBuild(
  knowledgeDir: string,
  dataDir: string,
  root: string,
  delay: number,
): Promise<void> {
  const module = fileURLToPath(new URL('../../src/knowledge/generation/build.ts', import.meta.url))
  const script = `import { buildIndex } from ${JSON.stringify(module)}
    await buildIndex(${JSON.stringify({ knowledgeDir, dataDir })})`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const before = new Set(readdirSync(root))
  while (
    child.exitCode === null &&
    !readdirSync(root).some((name) => name.startsWith('.building') && !before.has(name))
  ) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await new Promise((resolve) => setTimeout(resolve, delay))
  child.kill('SIGKILL')
  await ended
  expect(existsSync(join(root, 'current'))).toBe(true)
}
