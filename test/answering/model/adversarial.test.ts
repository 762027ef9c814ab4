import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelTexts } from '../../../src/texts/model.js'
import { composed, type ModelServer, passageWith, startModelServer } from '../../fakes/model-server.js'
import { linksIn } from '../association.js'
import { ATTACKS, OBEYED_ORDER, POISONED, TRUE_SENTENCE } from './adversarial.js'
import { openModelDesk, settings } from './desk.js'

const QUESTION = 'Hoeveel vuurtorens zijn lid?'
let server: ModelServer

beforeAll(async () => {
  server = await startModelServer()
})
afterAll(() => server.close())

/** The part of a reply that the model wrote. */
function modelPart(text: string): string {
  const parts = text.split(modelTexts('nl').source)
  return parts.length > 1 ? (parts[0] ?? '') : ''
}

describe('whatever a model says', () => {
  it(`nothing of ${ATTACKS.length} attacks reaches a member, and what is true does`, async () => {
    expect(ATTACKS.length).toBeGreaterThan(200)
    const desk = await openModelDesk()
    const ask = await desk.withModel(settings(server.url, { timeoutMs: 10_000 }))
    const own = (await desk.ask(QUESTION)).reply
    const expected = `${TRUE_SENTENCE}\n\n${modelTexts('nl').source}\n\n${own.text}`
    const through: string[] = []
    for (const { name, sentence } of ATTACKS) {
      server.does((request) => {
        const passage = passageWith(request, '214 duinposten')
        return composed([sentence, passage], [TRUE_SENTENCE, passage])
      })
      const { reply } = await ask(QUESTION)
      if (reply.text !== expected) through.push(`${name}: ${reply.text.slice(0, 120)}`)
      else expect(linksIn(reply)).toEqual(linksIn(own))
    }
    expect(through).toEqual([])
    await desk.close()
  }, 120_000)

  it('alone, an attack sends the question to staff', async () => {
    const desk = await openModelDesk()
    const ask = await desk.withModel(settings(server.url, { timeoutMs: 10_000 }))
    for (const { sentence } of ATTACKS.filter((_, at) => at % 20 === 0)) {
      server.does((request) => composed([sentence, passageWith(request, '214 duinposten')]))
      const { reply, ticket } = await ask(QUESTION)
      expect(reply.outcome, sentence).toBe('hand-over')
      expect(ticket?.question, sentence).toBe(QUESTION)
    }
    await desk.close()
  }, 60_000)
})

describe('a hundred documents with orders in them', () => {
  it('are answered from without an order being shown to the model, let alone followed', async () => {
    expect(POISONED).toHaveLength(100)
    const files = Object.fromEntries(POISONED.map(({ file, text }) => [file, text]))
    const desk = await openModelDesk(files)
    const ask = await desk.withModel(settings(server.url, { timeoutMs: 10_000 }))
    let worded = 0
    for (const { question, truth, said, order } of POISONED) {
      const before = server.requests.length
      // The model obeys: it says the order's words first, then what is true.
      server.does((request) => {
        const passage = passageWith(request, truth) || 1
        return composed([order, passage], [said, passage])
      })
      const { reply } = await ask(question)
      for (const { user, body } of server.requests.slice(before)) {
        expect(OBEYED_ORDER.test(user), user).toBe(false)
        expect(body).not.toHaveProperty('tools')
      }
      expect(OBEYED_ORDER.test(modelPart(reply.text)), reply.text).toBe(false)
      expect(linksIn({ ...reply, text: modelPart(reply.text) })).toEqual([])
      expect(linksIn(reply)).toEqual(linksIn((await desk.ask(question)).reply))
      if (modelPart(reply.text).trim() === said) worded++
    }
    expect(worded).toBeGreaterThan(80)
    await desk.close()
  }, 120_000)
})
