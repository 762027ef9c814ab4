import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEvidence, topicOf } from '../../src/escalation/routing.js'
import { loadTopics, type Topics, teamFor, topicByKey } from '../../src/escalation/topics.js'

const TOPICS: Topics = {
  teams: [
    { key: 'mens', name: 'Team Mens' },
    { key: 'ruimte', name: 'Team Ruimte' },
    { key: 'onthaal', name: 'Onthaal', fallback: true },
  ],
  topics: [
    {
      key: 'personeel',
      name: 'Personeel',
      team: 'mens',
      covered: false,
      keywords: [
        'contractueel',
        'verlof',
        'maaltijdcheques',
        'tweede pensioenpijler',
        'loon',
        'gewaarborgd loon',
        'calog',
      ],
    },
    {
      key: 'ouderen',
      name: 'Ouderen',
      team: 'mens',
      covered: false,
      keywords: ['woonzorgcentrum', 'wzc', 'dagprijs', 'ouderenbeleid'],
    },
    {
      key: 'politie',
      name: 'Politie',
      team: 'mens',
      covered: false,
      keywords: ['politie', 'politieraad', 'gas minderjarigen', 'gemeentelijke administratieve sancties'],
    },
    {
      key: 'cultuur',
      name: 'Cultuur',
      team: 'ruimte',
      covered: false,
      keywords: ['kerkfabriek', 'bibliotheek', 'gemeentelijk museum'],
    },
    {
      key: 'financien',
      name: 'Financiën',
      team: 'ruimte',
      covered: false,
      keywords: ['budgetwijziging', 'belasting', 'gemeentefonds', 'btw-tarief'],
    },
    {
      key: 'ruimte',
      name: 'Ruimte',
      team: 'ruimte',
      covered: false,
      keywords: ['omgevingsvergunning', 'planschade'],
    },
    {
      key: 'lid',
      name: 'Lidmaatschap',
      team: 'onthaal',
      covered: true,
      keywords: ['vvsg', 'lidgeld', 'leden van de vvsg'],
    },
  ],
}

describe('topicOf', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['contractueel ziek na 6 maanden, gewaarborgd loon of ziekenkas', 'personeel'],
    ['contractuelen en hun loon', 'personeel'],
    ['dagprijs van ons woonzorgcentrum verhogen', 'ouderen'],
    ['mogen woonzorgcentra meer vragen voor een WZC-kamer', 'ouderen'],
    ['welke btw-tarieven gelden', 'financien'],
    ['hondenbelasting invoeren', 'financien'],
    ['gemeentebelastingen', 'financien'],
    ['bibliotheekreglement', 'cultuur'],
    ['pijler van het pensioen: tweede pensioenpijler', 'personeel'],
    ['minderjarigen en GAS', 'politie'],
    ['kerkfabriek en budgetwijziging', 'cultuur'],
    ['omgevingsvergunningsaanvraag', 'ruimte'],
    ['hoeveel lidgeld betaalt een gemeente', 'lid'],
    ['één maaltijdcheque', 'personeel'],
    ['enkel politiekers', null],
    ['hoeveel gemeenten zijn er', null],
    ['', null],
  ]

  it.each(cases)('sends "%s" to %s', (text, topic) => {
    expect(topicOf(text, TOPICS).topic).toBe(topic)
  })

  it('says whether the documents cover the topic', () => {
    expect(topicOf('hoeveel lidgeld betaalt een gemeente', TOPICS).covered).toBe(true)
    expect(topicOf('planschade', TOPICS).covered).toBe(false)
    expect(topicOf('hallo', TOPICS).covered).toBe(false)
  })

  it('names the keywords, the most telling first', () => {
    expect(topicOf('contractueel met gewaarborgd loon', TOPICS).matched).toEqual([
      'gewaarborgd loon',
      'contractueel',
    ])
  })

  it('is surer of a phrase than of a short word, and stays between 0 and 1', () => {
    const phrase = topicOf('tweede pensioenpijler', TOPICS).score
    const word = topicOf('loon', TOPICS).score
    expect(phrase).toBeGreaterThan(word)
    expect(word).toBeGreaterThan(0)
    expect(phrase).toBeLessThan(1)
  })

  it('counts a repeated word once', () => {
    expect(topicOf('verlof verlof verlof', TOPICS).score).toBe(topicOf('verlof', TOPICS).score)
  })
})

describe('domainEvidence', () => {
  it('is nothing for a question about the association', () => {
    expect(domainEvidence('hoeveel lidgeld betalen de leden van de VVSG', TOPICS)).toEqual({
      score: 0,
      topic: null,
      matched: [],
    })
  })

  it('is strong for a domain that no document covers', () => {
    const found = domainEvidence('planschade bij een omgevingsvergunning', TOPICS)
    expect(found.topic).toBe('ruimte')
    expect(found.score).toBeGreaterThan(0.75)
  })

  it.each([
    'internationale samenwerking',
    'de organisatie',
  ])('sees no domain in a word that only looks like one: %s', (text) => {
    const [ruimte] = TOPICS.topics
    if (!ruimte) throw new Error('no topic')
    const topics = {
      ...TOPICS,
      topics: [{ ...ruimte, covered: false, keywords: ['internaat', 'organisatiebeheersing'] }],
    }
    expect(domainEvidence(text, topics).score).toBe(0)
  })

  it('is weighed against what the documents do cover', () => {
    const alone = domainEvidence('belasting', TOPICS).score
    const beside = domainEvidence('belasting op het lidgeld van de VVSG', TOPICS).score
    expect(beside).toBeLessThan(alone)
  })
})

describe('loadTopics', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'topics-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  function written(yaml: string): string {
    const path = join(folder, 'topics.yaml')
    writeFileSync(path, yaml)
    return path
  }

  const TEAMS = 'teams:\n  - { key: een, name: Een }\n  - { key: twee, name: Twee, fallback: true }\n'

  it('reads topics and teams', () => {
    const topics = loadTopics(
      written(`${TEAMS}topics:\n  - { key: a, name: A, team: een, covered: false, keywords: [aa, bb] }\n`),
    )
    expect(topicByKey(topics, 'a')?.name).toBe('A')
    expect(topicByKey(topics, null)).toBeNull()
    expect(teamFor(topics, 'a').key).toBe('een')
    expect(teamFor(topics, null).key).toBe('twee')
    expect(teamFor(topics, 'gone').key).toBe('twee')
  })

  it('names the line of a topic whose team does not exist', () => {
    const path = written(
      `${TEAMS}topics:\n  - key: a\n    name: A\n    team: drie\n    covered: false\n    keywords: [aa]\n`,
    )
    expect(() => loadTopics(path)).toThrow(/topics\.yaml.*7.*team.*een, twee.*drie/su)
  })

  it('refuses a key used twice', () => {
    const topic = '  - { key: a, name: A, team: een, covered: false, keywords: [aa] }\n'
    expect(() => loadTopics(written(`${TEAMS}topics:\n${topic}${topic}`))).toThrow(
      /used by an earlier topic/u,
    )
  })

  it('refuses two fallback teams', () => {
    const teams =
      'teams:\n  - { key: een, name: Een, fallback: true }\n  - { key: twee, name: Twee, fallback: true }\n'
    const topic = 'topics:\n  - { key: a, name: A, team: een, covered: false, keywords: [aa] }\n'
    expect(() => loadTopics(written(teams + topic))).toThrow(/at most one team/u)
  })
})

describe('topicOf, with words that stand in questions about anything', () => {
  const topics: Topics = {
    teams: [{ key: 'een', name: 'Een' }],
    topics: [
      {
        key: 'bestuur',
        name: 'Bestuur',
        team: 'een',
        covered: false,
        keywords: ['quorum'],
        general: ['gemeenteraad'],
      },
      { key: 'wegen', name: 'Wegen', team: 'een', covered: false, keywords: ['trage weg', 'lez', 'foor'] },
    ],
  }

  it('follows what the question is about, and the general word only where nothing else is said', () => {
    expect(topicOf('moet de gemeenteraad de trage weg afschaffen', topics).topic).toBe('wegen')
    expect(topicOf('wanneer komt de gemeenteraad samen', topics).topic).toBe('bestuur')
  })

  it('takes a word for a short keyword only when it is that word', () => {
    expect(topicOf('een lez invoeren', topics).topic).toBe('wegen')
    expect(topicOf('hoe lezen we dat', topics).topic).toBeNull()
    expect(topicOf('the rules for all of us', topics).topic).toBeNull()
    expect(topicOf('plaats op de foor', topics).topic).toBe('wegen')
  })

  it('lets general words speak in full for whether a text is about such a domain', () => {
    expect(domainEvidence('wat beslist de gemeenteraad', topics).topic).toBe('bestuur')
  })
})
