import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadConfig } from '../../src/config.js'
import { systemClock } from '../../src/desk/clock.js'
import { type RunningDesk, startDesk } from '../../src/main.js'
import { DOCUMENTS } from '../answering/association.js'
import { eventsOf } from '../fakes/event-stream.js'
import { type ModelServer, passageWith, startModelServer } from '../fakes/model-server.js'
import { temporaryFolder } from '../knowledge/temporary.js'

const QUESTION = 'Hoeveel vuurtorens zijn lid van de Duinbond?'
const [TRUE, ALSO_TRUE, INVENTED] = [
  'De Duinbond telt 37 vuurtorens.',
  'De vuurtorens vormen samen de Lichtkring.',
  'De Duinbond telt 99 vuurtorens.',
]
const TIMEOUT_MS = 3000

let model: ModelServer
let desk: RunningDesk
let dataDir: string
let log = ''

beforeAll(async () => {
  model = await startModelServer()
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-model-'))
  const config = loadConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    KNOWLEDGE_DIR: temporaryFolder(DOCUMENTS),
    REINDEX_WATCH: 'false',
    MODEL: 'openai:scripted',
    MODEL_URL: model.url,
    MODEL_TIMEOUT_MS: String(TIMEOUT_MS),
    MODEL_ASKS_PER_MEMBER: '1',
  })
  const write = (line: string) => {
    log += line
  }
  desk = await startDesk(config, systemClock(new Date('2026-11-23T09:00:00Z')), { write })
}, 120_000)

afterAll(async () => {
  await desk?.stop()
  await model?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const postedSchema = z.object({ conversation: z.string() })
const progressSchema = z.object({ status: z.string(), sentences: z.array(z.string()) }).nullable()
const messageSchema = z.object({ kind: z.string(), text: z.string() })

/** Asks as the page does, and gives what came over the stream until nothing was shown any more. */
async function ask(cookie = '') {
  const posted = await fetch(`${desk.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'respond-async', cookie },
    body: JSON.stringify({ text: QUESTION }),
  })
  const own = cookie || (posted.headers.get('set-cookie')?.split(';')[0] ?? '')
  const { conversation } = postedSchema.parse(await posted.json())
  const leave = new AbortController()
  const address = `${desk.url}/api/chat/${conversation}/events`
  const stream = await fetch(address, { headers: { cookie: own }, signal: leave.signal })
  const heard = await hear(stream)
  leave.abort()
  return { cookie: own, ...heard }
}

async function hear(stream: Response) {
  const shown: z.output<typeof progressSchema>[] = []
  const order: string[] = []
  let reply = ''
  for await (const event of eventsOf(stream)) {
    const data: unknown = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '')
    if (event.startsWith('event: progress')) {
      shown.push(progressSchema.parse(data))
      order.push(data === null ? 'nothing' : 'progress')
    } else {
      const { kind, text } = messageSchema.parse(data)
      order.push(kind)
      reply = text
    }
    // A turn may be over before its page listens.
    const missed = shown.length === 0 && order.at(-1) !== 'notice'
    if (missed || order.at(-1) === 'nothing') break
  }
  return { shown, order, reply }
}

/** The model's reply as JSON, slowly enough to come piece by piece; `cut` leaves its end out. */
function says(sentences: readonly string[], cut: boolean): void {
  model.does((request) => {
    const passages = [passageWith(request, '214 duinposten')]
    const text = JSON.stringify({ sentences: sentences.map((text) => ({ text, passages })) })
    return cut ? { kind: 'stall', text: text.slice(0, -4) } : { kind: 'say', text, gapMs: 10 }
  })
}

describe('a desk with a language model', { timeout: 60_000 }, () => {
  it('shows what it does, each checked sentence as it comes, and then the reply in their place', async () => {
    says([TRUE, INVENTED, ALSO_TRUE], false)
    const { shown, order, reply } = await ask()
    expect(shown.at(-2)?.sentences).toEqual([TRUE, ALSO_TRUE])
    expect(shown.some((progress) => progress?.sentences.length === 1)).toBe(true)
    expect(shown.map((progress) => progress?.status).filter((status) => status !== undefined)).toContain(
      'Ik heb iets gevonden en schrijf het antwoord.',
    )
    expect(JSON.stringify(shown)).not.toContain('99')
    expect(reply).toContain(`${TRUE} ${ALSO_TRUE}`)
    expect(order.slice(order.indexOf('notice'))).toEqual(['notice', 'answer', 'nothing'])
  })

  it('takes back what it showed when the model stalls, and answers itself within the time', async () => {
    says([TRUE, ALSO_TRUE], true)
    const started = performance.now()
    const { shown, order, reply } = await ask()
    expect(performance.now() - started).toBeLessThan(TIMEOUT_MS + 5000)
    expect(shown.some((progress) => progress?.sentences[0] === TRUE)).toBe(true)
    expect(reply).not.toContain('Zo staat het in onze documenten')
    expect(reply).toContain('37')
    expect(order.at(-1)).toBe('nothing')
  })

  it('answers itself, politely and without a call, who asked as often as a day allows', async () => {
    says([TRUE], false)
    const { cookie } = await ask()
    const before = model.requests.length
    const { reply } = await ask(cookie)
    expect(model.requests.length).toBe(before)
    expect(reply).toContain('37')
    expect(reply).toContain('U stelde vandaag al veel vragen.')
  })

  it('leaves a record of each call without a word of anybody, and counts how it went', async () => {
    const calls = log.split('\n').filter((line) => line.includes('"model call"'))
    expect(calls.length).toBeGreaterThanOrEqual(3)
    expect(calls[0]).toMatch(/"outcome":"answered".*"passages":\["jaarverslag#\d.*"prompt":"[0-9a-f]{64}"/)
    expect(log).not.toMatch(/vuurtoren/i)
    const metrics = await (await fetch(`${desk.url}/metrics`)).text()
    expect(metrics).toContain('vraagbaak_model_answers_total{outcome="worded"} 2')
    expect(metrics).toContain('vraagbaak_model_answers_total{outcome="own-answer"} 1')
    expect(metrics).toContain('vraagbaak_model_answers_total{outcome="over-quota"} 1')
    expect(metrics).toContain('vraagbaak_model_sentences_dropped_total{reason="number"} 1')
  })
})
