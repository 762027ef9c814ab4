import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { DOCUMENTS } from '../answering/association.js'
import { composed, type ModelServer, passageWith, startModelServer } from '../fakes/model-server.js'
import { temporaryFolder } from '../knowledge/temporary.js'
import { run } from './run.js'

// A busy machine takes its time to load a provider's package and to build an index.
vi.setConfig({ testTimeout: 60_000 })

const NOW = ['--now', '2026-11-23T10:00:00+01:00'] as const
const QUESTION = 'Hoeveel vuurtorens zijn lid?'
const WORDED = 'De Duinbond telt 37 vuurtorens.'
const knowledge = temporaryFolder(DOCUMENTS)
const set = mkdtempSync(join(tmpdir(), 'vraagbaak-eval-'))
let server: ModelServer

beforeAll(async () => {
  server = await startModelServer()
  const documents = [
    { id: 'leden', title: 'Leden van de Duinbond', text: 'De Duinbond telt 37 vuurtorens als lid.' },
  ]
  const queries = [
    { id: '1', text: 'Hoeveel vuurtorens telt de Duinbond als lid?', relevant: ['leden'] },
    { id: '2', text: 'Wat kost een hondenbelasting in Parijs?', relevant: [] },
  ]
  const lines = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).join('\n')
  writeFileSync(join(set, 'corpus.jsonl'), lines(documents))
  writeFileSync(join(set, 'queries.jsonl'), lines(queries))
})
beforeEach(() => {
  process.env.MODEL = 'openai:scripted'
  process.env.MODEL_URL = server.url
  server.does((request) => composed([WORDED, passageWith(request, '37 vuurtorens')]))
})
afterEach(() => {
  for (const name of ['MODEL', 'MODEL_URL', 'OPENAI_API_KEY']) delete process.env[name]
  process.exitCode = undefined
})
afterAll(async () => {
  await server.close()
  rmSync(set, { recursive: true, force: true })
})

const ask = (...args: readonly string[]) => run('ask', '--knowledge', knowledge, ...NOW, ...args, QUESTION)

describe('vraagbaak ask with a language model', () => {
  it('prints the model’s words above the desk’s own answer; --no-model prints that alone', async () => {
    const worded = await ask()
    const before = server.requests.length
    const own = await ask('--no-model')
    expect(worded).toMatchObject({ code: 0, errors: '' })
    expect(worded.output.startsWith(`${WORDED}\n\n`)).toBe(true)
    expect(worded.output.endsWith(own.output)).toBe(true)
    expect(own.output).toMatch(/^37\./)
    expect(server.requests.length).toBe(before)
  })

  it('answers itself and says why when the model fails', async () => {
    server.does({ kind: 'status', status: 500 })
    const { code, output, errors } = await ask()
    expect(code).toBe(0)
    expect(output).toMatch(/^37\./)
    expect(errors).toBe('vraagbaak: openai:scripted (compose): failed\n')
  })

  it('ends with code 1 and the variable to set when the key is missing', async () => {
    delete process.env.MODEL_URL
    const { code, errors } = await ask()
    expect(code).toBe(1)
    expect(errors).toContain('OPENAI_API_KEY')
  })

  it('ends with code 1 on a model that is none', async () => {
    process.env.MODEL = 'abacus'
    const { code, errors } = await ask()
    expect(code).toBe(1)
    expect(errors).toContain('MODEL must be one of openai, azure, mistral, ollama')
  })
})

describe('vraagbaak eval with a language model', () => {
  const reports = z.array(z.looseObject({ model: z.looseObject({}).nullable() }))

  it('says what the model changes, and nothing of it with --no-model', async () => {
    const { code, output } = await run('eval', set, '--json')
    expect(code).toBe(0)
    const [report] = reports.parse(JSON.parse(output))
    expect(report?.model).toMatchObject({
      model: 'openai:scripted',
      without: { answered: 0.5, errorAmongAnswered: 0, unanswerableAmongAnswered: 0 },
      with: { answered: 0.5, errorAmongAnswered: 0, unanswerableAmongAnswered: 0 },
      wording: { worded: 1 },
      calls: { 'compose answered': 1 },
      sentencesKept: 1,
      tokensIn: 500,
      tokensOut: 40,
    })
    const [without] = reports.parse(JSON.parse((await run('eval', set, '--json', '--no-model')).output))
    expect(without?.model).toBeNull()
  })

  it('prints the figures side by side, and what a careless model costs', async () => {
    server.does(() => composed(['De Duinbond telt 99 vuurtorens.', 1]))
    const { output } = await run('eval', set)
    expect(output).toMatch(/^the desk answering +answered +wrong among them /m)
    expect(output).toMatch(/^without a model +50\.0 % +0\.0 % +0\.0 % +\d+ +\d+$/m)
    expect(output).toMatch(/^with openai:scripted +0\.0 % +- +- +\d+ +\d+$/m)
    expect(output).toContain('nothing-held 1')
  })
})
