import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleKnowledge, wireDesk } from '../../src/cli/wire-desk.js'
import { createResponder } from '../../src/desk/respond.js'
import type { Responder } from '../../src/desk/responder.js'
import { EMPTY_STATE } from '../../src/desk/state.js'
import { openTemporaryIndex } from '../../src/knowledge/open-index.js'
import { answerRecord, type PublishedAnswer } from '../../src/knowledge/published-answers.js'
import { recordSource } from '../../src/knowledge/sources/records.js'

const TUESDAY = new Date('2026-11-24T10:00:00+01:00')

function published(id: string, question: string, answer: string, at: string): PublishedAnswer {
  return {
    id,
    state: 'published',
    ticket: null,
    title: `Antwoord ${id}`,
    question,
    answer,
    source: null,
    audience: 'publiek',
    language: 'nl',
    reviewBy: '2027-11-23',
    author: 'an',
    authorName: 'An Peeters',
    publishedBy: 'bo',
    publishedAt: at,
    version: 2,
    createdAt: at,
    updatedAt: at,
  }
}

const ANSWERS = [
  published(
    '1',
    'Hoeveel politiezones zijn lid van VVSG?',
    'Nu zijn 111 politiezones lid van VVSG.',
    '2026-11-23T09:00:00Z',
  ),
  published(
    '2',
    'Waar is VVSG gevestigd?',
    'VVSG is gevestigd in de Nieuwstraat 1 in Mechelen.',
    '2026-11-20T09:00:00Z',
  ),
  published(
    '3',
    'Waar is VVSG gevestigd?',
    'VVSG is gevestigd in de Kerkstraat 5 in Leuven.',
    '2026-11-23T09:00:00Z',
  ),
  published(
    '4',
    'Hoeveel dagen verlof krijgt een mantelzorger?',
    'Een mantelzorger krijgt 20 dagen verlof.',
    '2026-11-23T09:00:00Z',
  ),
]

let respond: Responder
let close: () => Promise<void>

beforeAll(async () => {
  const sources = ANSWERS.map((answer) => recordSource(answerRecord(answer, 'Europe/Brussels')))
  const opened = await openTemporaryIndex({ knowledgeDir: sampleKnowledge(), sources })
  respond = createResponder(wireDesk(sampleKnowledge(), opened.index))
  close = opened.close
}, 60_000)
afterAll(() => close())

async function ask(text: string) {
  const context = { now: TUESDAY, opensTickets: false, memberKind: 'onbekend', knownMember: false } as const
  const { reply } = await respond({ text, masked: [], intent: 'message' }, EMPTY_STATE, context)
  return reply
}

describe('an answer that staff published', { timeout: 30_000 }, () => {
  it('answers the next one who asks, cited with its title and its day, without an address', async () => {
    const reply = await ask('Hoeveel dagen verlof krijgt een mantelzorger?')
    expect(reply.text).toContain('20 dagen')
    expect(reply.citations).toMatchObject([
      { document: 'gepubliceerd:4', title: 'Antwoord 4', date: '2026-11-23', url: null, kind: 'bron' },
    ])
  })

  it('goes before an older document that answers the same question as well, and the newest of two goes first', async () => {
    const reply = await ask('Waar is VVSG gevestigd?')
    expect(reply.citations[0]).toMatchObject({ document: 'gepubliceerd:3' })
    expect(reply.text).toContain('Leuven')
    expect(reply.text).not.toContain('Bischoffsheimlaan')
  })

  it('goes before a document with another number, which is still named', async () => {
    const reply = await ask('Hoeveel politiezones zijn lid van VVSG?')
    expect(reply.text).toMatch(/111[\s\S]*110/)
    expect(reply.citations.map(({ document }) => document)).toEqual(['gepubliceerd:1', 'over-vvsg/leden'])
  })

  it('leaves other questions to the documents', async () => {
    const reply = await ask('Wie zijn de leden van VVSG?')
    expect(reply.citations[0]?.document).toMatch(/^over-vvsg/)
  })
})
