import { describe, expect, it } from 'vitest'
import {
  type HandOverReason,
  type MaskedWord,
  type RemitReason,
  repliesIn,
  type SmallTalkReason,
} from '../../src/texts/replies.js'

const nl = repliesIn('nl')
const en = repliesIn('en')

const SMALL_TALK: readonly SmallTalkReason[] = [
  'greeting',
  'thanks',
  'goodbye',
  'acknowledgement',
  'who-are-you',
  'capabilities',
  'insult',
  'dissatisfied',
  'off-topic',
  'empty',
]
const REMIT: readonly RemitReason[] = [
  'citizen',
  'press',
  'student',
  'own-employment',
  'political-dispute',
  'legality-judgement',
  'lawyer',
  'other-organisation',
  'company',
  'non-member',
]
const HAND_OVER: readonly HandOverReason[] = [
  'not-covered',
  'human',
  'response-time',
  'file-status',
  'failure',
]

describe('replies', () => {
  it('says something else for every reason, in both languages', () => {
    const all = [nl, en].flatMap((words) => [
      ...SMALL_TALK.map(words.smallTalk),
      ...REMIT.map(words.outOfRemit),
      ...HAND_OVER.map((reason) => words.handOver({ reason, topic: null, promise: null, ticket: false })),
      words.instruction,
      words.aiNotice,
      words.stolenCard,
    ])
    expect(new Set(all).size).toBe(all.length)
    for (const text of all) expect(text.length).toBeGreaterThan(20)
  })

  it.each([
    ['citizen', /eigen gemeente of OCMW/u],
    ['press', /info@vvsg\.be of 02 211 55 00/u],
    ['student', /haar leden/u],
    ['own-employment', /personeelsdienst/u],
    ['political-dispute', /kiest geen partij/u],
    ['legality-judgement', /toezicht.*Agentschap Binnenlands Bestuur/u],
    ['lawyer', /niet op als advocaat.*eigen raadsman/u],
    ['other-organisation', /andere organisatie.*OVSG/u],
    ['company', /info@vvsg\.be/u],
    ['non-member', /alleen haar leden/u],
  ] as const)('tells %s where to go instead', (reason, where) => {
    expect(nl.outOfRemit(reason)).toMatch(where)
  })

  it('names no contact but the published ones', () => {
    const all = [nl, en].flatMap((words) => REMIT.map(words.outOfRemit)).join(' ')
    expect(new Set(all.match(/\S+@[\w.]+\w/gu))).toEqual(new Set(['info@vvsg.be']))
    expect(new Set(all.match(/0\d[\d ]+\d/gu))).toEqual(new Set(['02 211 55 00']))
  })

  it('is honest about what it is', () => {
    expect(nl.smallTalk('who-are-you')).toMatch(/digitale assistent.*geen mens/u)
    expect(nl.aiNotice).toMatch(/AI-systeem/u)
    expect(en.aiNotice).toMatch(/AI system/u)
  })
})

describe('the hand-over text', () => {
  it('names the topic, the promise and the place for the reference', () => {
    const text = nl.handOver({
      reason: 'not-covered',
      topic: 'Wonen',
      promise: 'Wij zijn er tot 16.30 uur.',
      ticket: true,
    })
    expect(text).toBe(
      'Onze documenten beantwoorden deze vraag niet, en ik verzin geen regels. Uw vraag wordt doorgegeven aan een VVSG-medewerker (thema: Wonen). Wij zijn er tot 16.30 uur. Uw referentie is {ticket}.',
    )
  })

  it('holds no reference when no ticket is opened', () => {
    for (const words of [nl, en]) {
      for (const reason of HAND_OVER) {
        expect(words.handOver({ reason, topic: null, promise: null, ticket: false })).not.toContain(
          '{ticket}',
        )
      }
    }
  })

  it('promises no response time, and says that none is published', () => {
    expect(nl.handOver({ reason: 'response-time', topic: null, promise: null, ticket: false })).toMatch(
      /geen antwoordtermijn/u,
    )
    expect(en.handOver({ reason: 'response-time', topic: null, promise: null, ticket: false })).toMatch(
      /no response time/u,
    )
    for (const reason of HAND_OVER) {
      const text = nl.handOver({ reason, topic: 'Wonen', promise: null, ticket: true })
      expect(text).not.toMatch(/binnen|snel|spoedig|zo vlug|dagen/u)
    }
  })
})

describe('the notice about masked data', () => {
  const kinds: readonly MaskedWord[] = [
    'rijksregisternummer',
    'bisnummer',
    'iban',
    'eid',
    'telefoon',
    'e-mail',
  ]

  it.each(kinds)('says of %s that it is not repeated, kept or passed on', (kind) => {
    expect(nl.maskedNotice({ kinds: [kind], minor: false })).toMatch(
      /niet herhaald, niet bewaard en niet doorgestuurd.*Deel ze hier liever niet/u,
    )
    expect(en.maskedNotice({ kinds: [kind], minor: false })).toMatch(
      /not repeated, not kept and not passed on/u,
    )
  })

  it('lists what was masked', () => {
    expect(nl.maskedNotice({ kinds: ['telefoon', 'e-mail'], minor: false })).toContain(
      '(telefoonnummer en e-mailadres)',
    )
  })

  it('speaks of payments with an account number only, and of a child when there is one', () => {
    expect(nl.maskedNotice({ kinds: ['iban'], minor: false })).toMatch(/nooit via deze chat/u)
    expect(nl.maskedNotice({ kinds: ['eid'], minor: false })).not.toMatch(/chat/u)
    expect(nl.maskedNotice({ kinds: ['bisnummer'], minor: true })).toMatch(/minderjarige/u)
    expect(nl.maskedNotice({ kinds: ['bisnummer'], minor: false })).not.toMatch(/minderjarige/u)
  })
})

describe('the question back', () => {
  it('names every reading', () => {
    expect(nl.clarify({ term: 'OV', readings: ['opdrachthoudende vereniging', 'openbaar vervoer'] })).toBe(
      'Met “OV” kunnen verschillende dingen bedoeld zijn.\n1. opdrachthoudende vereniging\n2. openbaar vervoer\nKies een nummer, of zeg het in uw eigen woorden.',
    )
    expect(en.clarify({ term: null, readings: ['level 1', 'level 2'] })).toContain('2. level 2')
  })
})
