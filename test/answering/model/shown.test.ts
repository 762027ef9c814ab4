import { describe, expect, it } from 'vitest'
import { answerFromDocuments } from '../../../src/answering/answer.js'
import type { AnswerEvent } from '../../../src/answering/model/answer-port.js'
import { passageWith } from '../../fakes/model-server.js'
import { modelDesk, QUESTION } from './desk.js'

const on = modelDesk()
const asked = { text: QUESTION, language: 'nl', previous: null } as const

/** Slowly enough to arrive one by one. */
function saysSlowly(...sentences: readonly string[]): void {
  on.server.does((request) => {
    const passages = [passageWith(request, '214 duinposten')]
    const text = JSON.stringify({ sentences: sentences.map((text) => ({ text, passages })) })
    return { kind: 'say', text, gapMs: 2 }
  })
}

describe('what is shown while an answer is made', () => {
  it('is status lines, then checked sentences before the answer is there, and nothing unchecked', async () => {
    saysSlowly(
      'De Duinbond telt 37 vuurtorens.',
      'De Duinbond telt 99 vuurtorens.',
      'De vuurtorens vormen samen de Lichtkring.',
    )
    let done = false
    const early: AnswerEvent[] = []
    const onEvent = (event: AnswerEvent) => {
      if (!done) early.push(event)
    }
    const { result, events } = await on.answer(asked, { onEvent }).finally(() => {
      done = true
    })
    expect(events.map(({ kind }) => kind)).toEqual(['status', 'status', 'sentence', 'sentence'])
    expect(early).toEqual(events)
    expect(events.map(({ text }) => text).join()).not.toContain('99')
    const shown = events.flatMap((event) => (event.kind === 'sentence' ? [event.text] : []))
    for (const text of shown) expect(result.kind === 'answer' && result.text).toContain(text)
  })

  it('is a status at once, before anything is searched, also of a model that hangs', async () => {
    on.server.does({ kind: 'hang' })
    let searched = false
    const before: AnswerEvent[] = []
    const { result } = await on.answer(asked, {
      over: { timeoutMs: 300 },
      base: (question, parts, options, by) => {
        searched = by !== undefined
        return answerFromDocuments(question, parts, options)
      },
      onEvent: (event) => {
        if (!searched) before.push(event)
      },
    })
    expect(before).toMatchObject([{ kind: 'status', step: 'searching' }])
    expect(result.kind).toBe('answer')
  })

  it('stops with the time: what a slow model writes after it is shown to nobody', async () => {
    on.server.does((request) => {
      const passages = [passageWith(request, '214 duinposten')]
      return {
        kind: 'stall',
        text: `{"sentences":[${JSON.stringify({ text: 'De Duinbond telt 37 vuurtorens.', passages })},`,
      }
    })
    const { result, own, events } = await on.answer(asked, { over: { timeoutMs: 400 } })
    expect(result).toEqual(own)
    expect(events.map(({ kind }) => kind)).toEqual(['status', 'status', 'sentence'])
  })

  it('is nothing for what the clock says', async () => {
    const { events } = await on.answer({ ...asked, text: 'Zijn jullie nu open?' })
    expect(events).toEqual([])
  })
})
