import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTemporaryIndex } from '../../src/knowledge/open-index.js'
import { embedderFrom } from '../../src/knowledge/vectors/embedder.js'
import { onnxEmbedder } from '../../src/knowledge/vectors/onnx-embedder.js'
import { type OpenModel, openModel } from '../../src/knowledge/vectors/onnx-model.js'
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

describe('a tiny model that really runs', () => {
  const likeness = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)

  it('gives near words near vectors of length 1, whatever is asked beside them', async () => {
    const embedder = await embedderFrom(`onnx:${tinyModel('multilingual-e5-small')}`)
    if (embedder === null) throw new Error('no embedder')
    const query = await embedder.embedQuery('vuurtoren')
    const texts = ['duinpost', 'duinpost zee', 'rum', ...Array.from({ length: 10 }, () => 'zee rum zee')]
    const passages = await embedder.embedPassages(texts)
    expect(Math.hypot(...query)).toBeCloseTo(1, 5)
    const [near = [], half = [], far = []] = passages
    expect(likeness(query, near)).toBeGreaterThan(likeness(query, half))
    expect(likeness(query, half)).toBeGreaterThan(likeness(query, far))
    // A longer text beside it fills its row with nothing that counts.
    expect((await embedder.embedPassages(['duinpost']))[0]).toEqual(near)
    expect(passages).toHaveLength(texts.length)
  })

  it('takes the first token alone where the model wants that, and no more tokens than it has places', async () => {
    const extract = await openModel(tinyModel('bge-m3'))
    const [first, mean] = [await extract(['zee rum'], 'cls'), await extract(['zee rum'], 'mean')]
    expect(first).toEqual([[0, 1, 0]])
    expect(mean[0]?.[1]).toBeCloseTo(Math.SQRT1_2, 5)
    const [long] = await extract([`${'zee '.repeat(63)}${'rum '.repeat(100)}`], 'mean')
    expect(long?.[1]).toBeGreaterThan(0.99)
  })

  it('finds a passage that shares no word with the question', async () => {
    const embedder = await embedderFrom(`onnx:${tinyModel('multilingual-e5-small')}`)
    const documents = {
      'documents/a.md': '---\ntitle: "A"\n---\n\n## A\n\nDuinpost.\n',
      'documents/b.md': '---\ntitle: "B"\n---\n\n## B\n\nRum.\n',
    }
    const { index, close } = await openTemporaryIndex({ knowledgeDir: temporaryFolder(documents), embedder })
    const hits = await index.search('vuurtoren', { limit: 2, membersOnly: false, today: '2026-11-23' })
    expect(hits[0]?.passage.text).toBe('Duinpost.')
    await close()
  })
})

describe('the optional packages', () => {
  const absent = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })

  it('are named when they are not installed', async () => {
    const opened = onnxEmbedder(tinyModel('model'), (folder) =>
      openModel(folder, () => Promise.reject(absent)),
    )
    await expect(opened).rejects.toMatchObject({
      code: 'E_EMBEDDER',
      message: expect.stringContaining('npm install --no-save --ignore-scripts onnxruntime-node@'),
    })
  })

  it('are the native one where it is installed, else the one in WebAssembly', async () => {
    const asked: string[] = []
    await openModel(tinyModel('model'), (name) => {
      asked.push(name)
      return name === 'onnxruntime-node' ? Promise.reject(absent) : import(name)
    })
    expect(asked).toEqual(['onnxruntime-node', 'onnxruntime-web', '@huggingface/tokenizers'])
  })

  it('do not hide behind one another when one of them cannot be loaded', async () => {
    const broken = () => Promise.reject(new Error('GLIBC_2.99 not found'))
    await expect(openModel(tinyModel('model'), broken)).rejects.toThrow(
      'onnxruntime-node could not be loaded',
    )
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
