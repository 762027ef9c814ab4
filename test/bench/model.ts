import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { buildProgram, type ServedDesk, startServe } from '../e2e/serve.js'
import { eventsOf } from '../fakes/event-stream.js'
import { composed, type ModelRequest, startModelServer } from '../fakes/model-server.js'

/** Milliseconds from sending a question. */
interface Percentiles {
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/** What a member waits for with a model that takes its time. */
export interface ModelFigures {
  readonly questions: number
  /** How many ended with the model's words. */
  readonly worded: number
  /** Until the page can show what the desk is doing. */
  readonly status: Percentiles
  /** Until the first checked sentence. */
  readonly sentence: Percentiles
  readonly answer: Percentiles
}

const STREAMS_MS = 3000
const SIDE_BY_SIDE = 2
const QUESTIONS = [
  'Wat is service design?',
  'Hoelang duurt niveau 1 van service design?',
  'Welke bestuursorganen heeft de VVSG?',
  'Wat leren we in niveau 2 van service design?',
  'Wie is de contactpersoon voor service design?',
  'Met hoeveel kan je deelnemen aan niveau 1?',
  'Hoe wordt de raad van bestuur samengesteld?',
  'Welke opdrachten heeft de VVSG?',
] as const

/**
 * Asks a real desk over HTTP, as the page does, with a model that streams for three seconds.
 *
 * @param rounds how often each question is asked, each time in a conversation of its own
 */
export async function benchModel(rounds = 5): Promise<ModelFigures> {
  buildProgram()
  const model = await startModelServer()
  model.does((request) => {
    const said = composed([sentenceOf(request), 1])
    const pieces = said.kind === 'say' ? Math.ceil(said.text.length / 7) : 1
    return { ...said, gapMs: STREAMS_MS / pieces }
  })
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  const env = { MODEL: 'openai:scripted', MODEL_URL: model.url, LOG_LEVEL: 'warn' }
  const desk = await startServe(dataDir, env, ['--now', '2026-11-23T10:00:00+01:00'])
  try {
    const waiting = Array.from({ length: rounds }, () => QUESTIONS).flat()
    const asked: Asked[] = []
    const worker = async () => {
      for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
        asked.push(await ask(desk, text))
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
    return figures(asked)
  } finally {
    await desk.stop()
    await model.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A sentence that holds: the first that stands in the first passage. */
function sentenceOf({ user }: ModelRequest): string {
  return user.split('\n').find((line, at) => at > 1 && /^\p{Lu}.*\.$/u.test(line)) ?? ''
}

interface Asked {
  readonly status: number
  readonly sentence: number | null
  readonly answer: number
}

const postedSchema = z.object({ conversation: z.string() })
const progressSchema = z.object({ sentences: z.array(z.string()) }).nullable()
const messageSchema = z.object({ kind: z.string() })

async function ask({ url }: ServedDesk, text: string): Promise<Asked> {
  const started = performance.now()
  const since = () => performance.now() - started
  const posted = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'respond-async' },
    body: JSON.stringify({ text }),
  })
  const cookie = posted.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { conversation } = postedSchema.parse(await posted.json())
  const leave = new AbortController()
  const stream = await fetch(`${url}/api/chat/${conversation}/events`, {
    headers: { cookie },
    signal: leave.signal,
  })
  let status: number | null = null
  let sentence: number | null = null
  for await (const event of eventsOf(stream)) {
    const data: unknown = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? 'null')
    if (event.startsWith('event: progress')) {
      const sentences = progressSchema.parse(data)?.sentences ?? []
      status ??= since()
      if (sentences.length > 0) sentence ??= since()
    } else if (messageSchema.parse(data).kind !== 'notice') break
  }
  leave.abort()
  return { status: status ?? since(), sentence, answer: since() }
}

function figures(asked: readonly Asked[]): ModelFigures {
  const sentences = asked.flatMap(({ sentence }) => (sentence === null ? [] : [sentence]))
  return {
    questions: asked.length,
    worded: sentences.length,
    status: percentiles(asked.map(({ status }) => status)),
    sentence: percentiles(sentences),
    answer: percentiles(asked.map(({ answer }) => answer)),
  }
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
