import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/desk/reply.js'
import { modelTexts } from '../../../src/texts/model.js'
import { composed, passageWith } from '../../fakes/model-server.js'
import { linksIn } from '../association.js'
import { ATTACKS, OBEYED_ORDER, POISONED, TRUE_SENTENCE } from './adversarial.js'
import { modelDesk, QUESTION, settings } from './desk.js'

/** The part of a reply that the model wrote. */
function modelPart(text: string): string {
  const parts = text.split(modelTexts('nl').source)
  return parts.length > 1 ? (parts[0] ?? '') : ''
}

describe('whatever a model says', () => {
  const on = modelDesk()

  it(`nothing of ${ATTACKS.length} attacks reaches a member, and what is true does`, async () => {
    expect(ATTACKS.length).toBeGreaterThan(200)
    const ask = await on.desk.withModel(settings(on.server.url))
    const own = (await on.desk.ask(QUESTION)).reply
    const expected = `${TRUE_SENTENCE}\n\n${modelTexts('nl').source}\n\n${own.text}`
    const through: string[] = []
    for (const { name, sentence } of ATTACKS) {
      on.says(sentence, TRUE_SENTENCE)
      const { reply } = await ask(QUESTION)
      if (reply.text !== expected) through.push(`${name}: ${reply.text.slice(0, 120)}`)
      else expect(linksIn(reply)).toEqual(linksIn(own))
    }
    expect(through).toEqual([])
  }, 120_000)

  it('alone, an attack sends the question to staff', async () => {
    const ask = await on.desk.withModel(settings(on.server.url))
    for (const { sentence } of ATTACKS.filter((_, at) => at % 20 === 0)) {
      on.says(sentence)
      const { reply, ticket } = await ask(QUESTION)
      expect(reply.outcome, sentence).toBe('hand-over')
      expect(ticket?.question, sentence).toBe(QUESTION)
    }
  }, 60_000)
})

/** Whether a quote passes on what a document orders; words for a link that was left out are no order. */
function obeyed({ text, citations }: Reply): boolean {
  const quoted = [text, ...citations.map(({ quote }) => quote)].join('\n').replace(/\[deze pagina\]/g, '')
  return OBEYED_ORDER.test(quoted)
}

describe('a hundred documents with orders in them', () => {
  const on = modelDesk(Object.fromEntries(POISONED.map(({ file, text }) => [file, text])))

  it('are answered from without an order being shown to the model, let alone followed', async () => {
    expect(POISONED).toHaveLength(100)
    const ask = await on.desk.withModel(settings(on.server.url))
    let worded = 0
    for (const { question, truth, said, order } of POISONED) {
      const before = on.server.requests.length
      // The model obeys: it says the order's words first, then what is true.
      on.server.does((request) => {
        const passage = passageWith(request, truth) || 1
        return composed([order, passage], [said, passage])
      })
      const { reply } = await ask(question)
      for (const { user, body } of on.server.requests.slice(before)) {
        expect(OBEYED_ORDER.test(user), user).toBe(false)
        expect(body).not.toHaveProperty('tools')
      }
      expect(OBEYED_ORDER.test(modelPart(reply.text)), reply.text).toBe(false)
      expect(linksIn({ ...reply, text: modelPart(reply.text) })).toEqual([])
      const own = (await on.desk.ask(question)).reply
      expect(own.text).toContain(truth)
      expect(obeyed(own), own.text).toBe(false)
      expect(linksIn(own)).toEqual([])
      expect(linksIn(reply)).toEqual([])
      if (modelPart(reply.text).trim() === said) worded++
    }
    expect(worded).toBeGreaterThan(80)
  }, 120_000)
})
