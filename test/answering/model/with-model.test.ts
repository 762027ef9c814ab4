import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/texts/plain-text.js'
import { type Behaviour, composed, passageWith } from '../../fakes/model-server.js'
import { linksIn } from '../association.js'
import { modelDesk, QUESTION, settings } from './desk.js'

const on = modelDesk()

/** Asks once with a server that behaves so, and once without a model. */
async function both(behaviour: Behaviour, question = QUESTION, over = {}) {
  on.server.does((request) =>
    behaviour.kind === 'say'
      ? {
          ...behaviour,
          text: behaviour.text.replaceAll('"LEDEN"', String(passageWith(request, '214 duinposten'))),
        }
      : behaviour,
  )
  const ask = await on.desk.withModel(settings(on.server.url, over))
  const started = performance.now()
  const { reply } = await ask(question)
  const ms = performance.now() - started
  return { reply, ms, own: (await on.desk.ask(question)).reply }
}

const say = (text: string): Behaviour => ({ kind: 'say', text })
const sentence = (text: string) =>
  say(`{"sentences":[{"text":${JSON.stringify(text)},"passages":["LEDEN"]}]}`)

describe('an answer worded by a model', () => {
  it('stands above the desk’s own quoted answer, with the same citations', async () => {
    const { reply, own } = await both(sentence('De Duinbond telt 37 vuurtorens, samen de Lichtkring.'))
    expect(reply.outcome).toBe('answer')
    expect(reply.text).toBe(
      `De Duinbond telt 37 vuurtorens, samen de Lichtkring.\n\nZo staat het in onze documenten:\n\n${own.text}`,
    )
    expect(reply.citations).toEqual(own.citations)
    expect(on.desk.outcomes()).toEqual(['answered', 'worded'])
  })

  it('loses the sentences that do not hold and keeps the others', async () => {
    const text = JSON.stringify({
      sentences: [
        { text: 'De Duinbond telt 37 vuurtorens.', passages: ['LEDEN'] },
        { text: 'De Duinbond telt 38 vuurtorens.', passages: ['LEDEN'] },
        {
          text: 'De vuurtorens vormen samen de Lichtkring. Meer op https://kwaad.example.',
          passages: ['LEDEN'],
        },
      ],
    })
    const { reply, own } = await both(say(text))
    expect(reply.text).toMatch(
      /^De Duinbond telt 37 vuurtorens\. De vuurtorens vormen samen de Lichtkring\.\n\n/,
    )
    expect(linksIn(reply)).toEqual(linksIn(own))
    expect(on.desk.records.at(-1)).toMatchObject({
      outcome: 'worded',
      kept: 2,
      dropped: { number: 1, link: 1 },
    })
  })

  it('goes to staff when no sentence holds', async () => {
    const { reply } = await both(sentence('De Duinbond telt 99 vuurtorens.'))
    expect(reply.outcome).toBe('hand-over')
    expect(reply.text).not.toContain('99')
    expect(on.desk.records.at(-1)).toMatchObject({ outcome: 'nothing-held', kept: 0, dropped: { number: 1 } })
  })

  it('rests on no passage that was not shown', async () => {
    const { reply } = await both(composed(['De Duinbond telt 37 vuurtorens.', 7]))
    expect(reply.outcome).toBe('hand-over')
    expect(on.desk.records.at(-1)).toMatchObject({ dropped: { 'no passage': 1 } })
  })

  it('is not asked for when the documents do not answer, nor for what the clock says', async () => {
    const before = on.server.requests.length
    await both(sentence('De Duinbond telt 37 vuurtorens.'), 'Hoeveel belasting betaalt een ruimteschip?')
    await both(sentence('De Duinbond telt 37 vuurtorens.'), 'Zijn jullie nu open?')
    expect(on.server.requests.length).toBe(before)
  })

  it('reads as one text with its sources on a channel of plain text', async () => {
    const { reply } = await both(sentence('De Duinbond telt 37 vuurtorens.'))
    const text = plainText(reply.text, reply.citations, reply.language)
    expect(text).toMatch(/\n\nBron: Jaarverslag van de Duinbond, Leden in cijfers/)
  })
})

describe('a model that fails', () => {
  const cases: readonly (readonly [string, Behaviour, string])[] = [
    ['hangs', { kind: 'hang' }, 'timeout'],
    ['stalls halfway', { kind: 'stall', text: '{"sentences":[{"text":"De Duinbond telt' }, 'timeout'],
    ['drops the line', { kind: 'drop', text: '{"sentences":[{"text":"De Duinbond telt' }, 'failed'],
    ['breaks down', { kind: 'status', status: 500 }, 'failed'],
    ['has too much to do', { kind: 'status', status: 429 }, 'failed'],
    ['knows no such key', { kind: 'status', status: 401 }, 'failed'],
    ['answers with a page', { kind: 'status', status: 200, body: '<html>' }, 'refused'],
    ['is cut off', { ...say('{"sentences":[{"text":"De Duin'), finish: 'length' } as Behaviour, 'cut-off'],
    ['ends in the middle', say('{"sentences":[{"text":"De Duinbond telt 37'), 'broken'],
    [
      'writes broken JSON',
      say('{"sentences":[{"text":"De Duinbond telt 37 vuurtorens.","passages":[1]}'),
      'broken',
    ],
    ['writes other JSON', say('{"answer":"37"}'), 'broken'],
    ['names passages as words', say('{"sentences":[{"text":"37","passages":["een"]}]}'), 'broken'],
    ['refuses', say('Het spijt me, daar kan ik niet bij helpen.'), 'refused'],
    ['is held back by its provider', { ...say('{}'), finish: 'content_filter' } as Behaviour, 'refused'],
    ['babbles', say(`{"sentences":[${'{"text":"De Duinbond.","passages":[1]},'.repeat(200)}]}`), 'too-long'],
    ['says nothing', say(''), 'refused'],
    ['finds no answer', say('{"sentences":[]}'), 'answered'],
  ]

  it.each(
    cases,
  )('%s: the member gets the desk’s own answer within the time', async (_, behaviour, outcome) => {
    const { reply, own, ms } = await both(behaviour, QUESTION, { timeoutMs: 400 })
    expect(reply).toEqual(own)
    expect(ms).toBeLessThan(1000)
    expect(on.desk.outcomes()).toEqual([outcome, 'own-answer'])
  })

  it('is tried once', async () => {
    const before = on.server.requests.length
    await both({ kind: 'status', status: 500 })
    await both({ kind: 'status', status: 429 })
    expect(on.server.requests.length - before).toBe(2)
  })

  it('is left alone for a while after three failures, and asked again after that', async () => {
    let now = 0
    on.server.does({ kind: 'status', status: 503 })
    const ask = await on.desk.withModel(settings(on.server.url), { tick: () => now })
    for (let i = 0; i < 5; i++) await ask(QUESTION)
    expect(on.desk.records.filter(({ kind }) => kind === 'call').map(({ outcome }) => outcome)).toEqual([
      'failed',
      'failed',
      'failed',
      'resting',
      'resting',
    ])
    now = 30_001
    await ask(QUESTION)
    expect(on.desk.records.at(-2)).toMatchObject({ outcome: 'failed' })
  })

  it('does not answer at all: nothing listens there', async () => {
    const ask = await on.desk.withModel(settings('http://127.0.0.1:9/v1'))
    expect((await ask(QUESTION)).reply).toEqual((await on.desk.ask(QUESTION)).reply)
  })
})
