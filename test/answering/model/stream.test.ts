import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerFromDocuments } from '../../../src/answering/answer.js'
import type { AnswerEvent } from '../../../src/answering/model/answer-port.js'
import { createModels } from '../../../src/answering/model/create-models.js'
import { streamAnswer } from '../../../src/answering/model/stream.js'
import { withModel } from '../../../src/answering/model/with-model.js'
import { maskMessage } from '../../../src/members/masking.js'
import { type ModelServer, passageWith, startModelServer } from '../../fakes/model-server.js'
import { ASKED_AT } from '../association.js'
import { openModelDesk, settings } from './desk.js'

let server: ModelServer
let desk: Awaited<ReturnType<typeof openModelDesk>>

beforeAll(async () => {
  server = await startModelServer()
  desk = await openModelDesk()
})
beforeEach(() => {
  desk.records.length = 0
})
afterAll(async () => {
  await server.close()
  await desk.close()
})

async function stream(sentences: readonly string[], gapMs = 2) {
  server.does((request) => {
    const passages = [passageWith(request, '214 duinposten')]
    return {
      kind: 'say',
      text: JSON.stringify({ sentences: sentences.map((text) => ({ text, passages })) }),
      gapMs,
    }
  })
  const models = await createModels(settings(server.url), { mask: (text) => maskMessage(text).text, env: {} })
  return streamAnswer(
    withModel(answerFromDocuments, models),
    { text: 'Hoeveel vuurtorens zijn lid?', language: 'nl', previous: null },
    desk.desk.answering(ASKED_AT, 'nl'),
    { limit: 20, membersOnly: false, today: '2026-11-23' },
    null,
  )
}

describe('an answer that is shown while it is made', () => {
  it('is status lines, then checked sentences before the answer is there, and nothing unchecked', async () => {
    const { events, answered } = await stream([
      'De Duinbond telt 37 vuurtorens.',
      'De Duinbond telt 99 vuurtorens.',
      'De vuurtorens vormen samen de Lichtkring.',
    ])
    let done = false
    void answered.then(() => {
      done = true
    })
    const seen: AnswerEvent[] = []
    let early = false
    for await (const event of events) {
      if (event.kind === 'sentence' && !done) early = true
      seen.push(event)
    }
    expect(seen.map(({ kind }) => kind)).toEqual(['status', 'status', 'sentence', 'sentence'])
    expect(seen.map(({ text }) => text).join()).not.toContain('99')
    expect(early).toBe(true)
    const { result } = await answered
    for (const event of seen) {
      if (event.kind === 'sentence') expect(result.kind === 'answer' && result.text).toContain(event.text)
    }
  })

  it('shows the first status within a tenth of a second of a model that hangs', async () => {
    server.does({ kind: 'hang' })
    const models = await createModels(settings(server.url, { timeoutMs: 300 }), {
      mask: (text) => text,
      env: {},
    })
    const started = performance.now()
    const { events, answered } = streamAnswer(
      withModel(answerFromDocuments, models),
      { text: 'Hoeveel vuurtorens zijn lid?', language: 'nl', previous: null },
      desk.desk.answering(ASKED_AT, 'nl'),
      { limit: 20, membersOnly: false, today: '2026-11-23' },
      null,
    )
    const first = await events[Symbol.asyncIterator]().next()
    expect(first.value).toMatchObject({ kind: 'status' })
    expect(performance.now() - started).toBeLessThan(1000)
    expect((await answered).result.kind).toBe('answer')
  })

  it('ends when answering fails, and the failure is the caller’s', async () => {
    const failing = streamAnswer(
      () => Promise.reject(new Error('no index')),
      { text: 'x', language: 'nl', previous: null },
      desk.desk.answering(ASKED_AT, 'nl'),
      { limit: 20, membersOnly: false, today: '2026-11-23' },
      null,
    )
    const seen: AnswerEvent[] = []
    for await (const event of failing.events) seen.push(event)
    expect(seen).toEqual([])
    await expect(failing.answered).rejects.toThrow('no index')
  })
})
