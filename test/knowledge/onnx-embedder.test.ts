import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTemporaryIndex } from '../../src/knowledge/open-index.js'
import { embedderFrom } from '../../src/knowledge/vectors/embedder.js'
import { type OpenModel, onnxEmbedder } from '../../src/knowledge/vectors/onnx-embedder.js'
import { queriesInTime } from '../../src/knowledge/vectors/query-in-time.js'
import { DOCUMENTS } from '../answering/association.js'
import { tinyModel } from './onnx-model.js'
import { temporaryFolder } from './temporary.js'

/** Tells what it was asked instead of running a model. */
function spy() {
  const asked: { readonly texts: readonly string[]; readonly pooling: string }[] = []
  const open: OpenModel = async () => async (texts, pooling) => {
    asked.push({ texts, pooling })
    return texts.map(() => [1, 0])
  }
  return { asked, open }
}

describe('an embedder from local files', () => {
  it('puts in front of a text what an e5 model wants, and takes the mean', async () => {
    const { asked, open } = spy()
    const embedder = await onnxEmbedder(tinyModel('multilingual-e5-small'), open)
    expect(await embedder.embedQuery('zee')).toEqual([1, 0])
    await embedder.embedPassages(['zee', 'rum'])
    expect(asked).toEqual([
      { texts: ['query: zee'], pooling: 'mean' },
      { texts: ['passage: zee', 'passage: rum'], pooling: 'mean' },
    ])
  })

  it('takes the first token of a bge model, and nothing in front of a text', async () => {
    const { asked, open } = spy()
    await (await onnxEmbedder(tinyModel('bge-m3'), open)).embedQuery('zee')
    expect(asked).toEqual([{ texts: ['zee'], pooling: 'cls' }])
  })

  it('pools as the model’s own file says', async () => {
    const { asked, open } = spy()
    const folder = tinyModel('ander-model')
    mkdirSync(join(folder, '1_Pooling'))
    writeFileSync(join(folder, '1_Pooling', 'config.json'), '{"pooling_mode_cls_token":true}')
    await (await onnxEmbedder(folder, open)).embedQuery('zee')
    expect(asked[0]?.pooling).toBe('cls')
  })

  it('has another name when the model is another, so that vectors never mix', async () => {
    const { open } = spy()
    const [one, two] = [tinyModel('model'), tinyModel('model')]
    writeFileSync(join(two, 'onnx', 'model.onnx'), 'other')
    const ids = await Promise.all(
      [one, one, two].map(async (folder) => (await onnxEmbedder(folder, open)).id),
    )
    expect(ids[0]).toMatch(/^onnx:model@[0-9a-f]{12}$/)
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
  })

  it.each([
    'config.json',
    'tokenizer.json',
    'onnx/model.onnx',
  ])('names %s when it is missing', async (file) => {
    const folder = tinyModel('model')
    rmSync(join(folder, file))
    await expect(embedderFrom(`onnx:${folder}`)).rejects.toMatchObject({
      code: 'E_EMBEDDER',
      message: expect.stringContaining(file),
    })
  })

  it('gives the index its vectors, and searches by them', async () => {
    const embedder = await onnxEmbedder(tinyModel('multilingual-e5-small'), spy().open)
    const { index, report, close } = await openTemporaryIndex({
      knowledgeDir: temporaryFolder(DOCUMENTS),
      embedder,
    })
    expect(report.embedder).toBe(embedder.id)
    expect(report.vectors).toBe(report.passages)
    const options = { limit: 3, membersOnly: false, today: '2026-11-23' }
    expect((await index.search('vuurtorens', options)).length).toBeGreaterThan(0)
    await close()
  })
})

const installed = existsSync(new URL('../../node_modules/@huggingface/transformers', import.meta.url))

describe('the optional package', () => {
  it.skipIf(installed)('is named when it is not installed', async () => {
    await expect(embedderFrom(`onnx:${tinyModel('model')}`)).rejects.toMatchObject({
      code: 'E_EMBEDDER',
      message: expect.stringContaining('npm install --no-save @huggingface/transformers@'),
    })
  })

  it.runIf(installed)('runs the model: near words lie near, and vectors have length 1', async () => {
    const embedder = await embedderFrom(`onnx:${tinyModel('multilingual-e5-small')}`)
    const query = (await embedder?.embedQuery('vuurtoren')) ?? []
    const passages = (await embedder?.embedPassages(['duinpost', 'duinpost zee', 'rum'])) ?? []
    const likeness = passages.map((one) => one.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0))
    expect(Math.hypot(...query)).toBeCloseTo(1, 5)
    expect(likeness[0]).toBeGreaterThan(likeness[1] ?? 1)
    expect(likeness[1]).toBeGreaterThan(likeness[2] ?? 1)
  })
})

describe('a provider of vectors that hangs', () => {
  it('is given up for a query in time, and the words are searched', async () => {
    const hangs = queriesInTime(
      {
        id: 'test:hangs',
        embedPassages: async (texts) => texts.map(() => [1, 0]),
        embedQuery: () => new Promise(() => {}),
      },
      50,
    )
    const knowledgeDir = temporaryFolder(DOCUMENTS)
    const { index, close } = await openTemporaryIndex({ knowledgeDir, embedder: hangs })
    const warned = new Promise((resolve) => process.once('warning', resolve))
    const hits = await index.search('vuurtorens', { limit: 3, membersOnly: false, today: '2026-11-23' })
    expect(hits[0]?.passage.text).toContain('vuurtorens')
    expect(await warned).toMatchObject({ name: 'EmbedderWarning', code: 'E_EMBEDDER' })
    await close()
  })
})
