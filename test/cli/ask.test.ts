import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DOCUMENTS } from '../answering/association.js'
import { temporaryFolder } from '../knowledge/temporary.js'
import { run } from './run.js'

const NOW = ['--now', '2026-11-23T10:00:00+01:00'] as const
const KEYS = [
  'id',
  'outcome',
  'offersStaff',
  'text',
  'citations',
  'confidence',
  'language',
  'topic',
  'masked',
  'promise',
  'booking',
  'ms',
]

const knowledge = temporaryFolder(DOCUMENTS)
const record = z.record(z.string(), z.unknown())
const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')

afterEach(() => {
  if (stdin) Object.defineProperty(process, 'stdin', stdin)
  process.exitCode = undefined
})

/** Runs `ask` on the association's documents, with these lines on standard input. */
async function ask(args: readonly string[], lines: readonly string[] = []) {
  Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from([lines.join('\n')]) })
  const { code, output, errors } = await run('ask', '--knowledge', knowledge, ...NOW, ...args)
  const json = () =>
    output
      .trim()
      .split('\n')
      .map((line) => record.parse(JSON.parse(line)))
  return { code, output, errors, json }
}

const line = (value: object) => JSON.stringify(value)

describe('vraagbaak ask with one question', { timeout: 60_000 }, () => {
  it('prints what the member reads, sources below', async () => {
    const { code, output } = await ask(['Hoeveel vuurtorens zijn lid?'])
    expect(code).toBe(0)
    expect(output).toMatch(/^37\. De Duinbond is de ledenorganisatie van:\n- 37 vuurtorens/)
    expect(output).toContain(
      '\n\nBron: Jaarverslag van de Duinbond, Leden in cijfers (2025-03-01) https://duinbond.example/jaarverslag\n',
    )
  })

  it('prints one JSON line with exactly the promised keys, id null', async () => {
    const { code, json } = await ask(['--json', 'Hoeveel vuurtorens zijn lid?'])
    const [reply, ...more] = json()
    expect(code).toBe(0)
    expect(more).toEqual([])
    expect(Object.keys(reply ?? {})).toEqual(KEYS)
    expect(reply).toMatchObject({
      id: null,
      outcome: 'answer',
      offersStaff: false,
      language: 'nl',
      masked: [],
      promise: null,
      booking: null,
    })
    expect(reply?.ms).toEqual(expect.any(Number))
    expect(reply?.confidence).toEqual(expect.any(Number))
  })

  it('prints citations with exactly their keys', async () => {
    const [reply] = (await ask(['--json', 'Hoeveel vuurtorens zijn lid?'])).json()
    const citations = z.array(record).parse(reply?.citations)
    for (const citation of citations) {
      expect(Object.keys(citation)).toEqual(['document', 'title', 'section', 'url', 'date', 'quote'])
    }
    expect(citations[0]).toMatchObject({
      document: 'jaarverslag',
      section: 'Leden in cijfers',
      url: 'https://duinbond.example/jaarverslag',
      date: '2025-03-01',
    })
  })

  it('answers as a member with --as', async () => {
    expect((await ask(['Wat kost de boeienlijn?'])).output).not.toContain('77')
    expect((await ask(['--as', 'gemeente', 'Wat kost de boeienlijn?'])).output).toContain('77 euro')
  })

  it('opens no ticket and names none', async () => {
    const { output } = await ask(['Mag een gemeente een retributie vragen voor planschade?'])
    expect(output).not.toContain('ticket')
    expect(output).not.toContain('referentie')
  })

  it('masks what it prints', async () => {
    const { output } = await ask(['--json', 'Mevrouw 85.07.30-033.28 vraagt planschade, mag dat?'])
    expect(output).not.toContain('033.28')
    expect(JSON.parse(output)).toMatchObject({ masked: ['rijksregisternummer'] })
  })
})

describe('vraagbaak ask with lines', { timeout: 60_000 }, () => {
  it('answers in order; lines of one conversation share what was said, others stand alone', async () => {
    const { code, json } = await ask(
      ['--json'],
      [
        line({ id: 1, text: 'Hoeveel vuurtorens zijn lid?', conversation: 'a' }),
        line({ id: 'los', text: 'wat is een OV?' }),
        '',
        line({ id: 2, text: 'en reddingsboten?', conversation: 'a' }),
        line({ id: 3, text: 'wat is een OV?', conversation: 'b' }),
        line({ id: 4, text: '2', conversation: 'b' }),
        line({ id: 5, text: '2' }),
        line({ id: 6, text: 'Wat kost de boeienlijn?', as: 'ocmw' }),
        line({ id: 7, text: 'Wat kost de boeienlijn?' }),
      ],
    )
    expect(code).toBe(0)
    const replies = json()
    expect(replies.map(({ id }) => id)).toEqual([1, 'los', 2, 3, 4, 5, 6, 7])
    const byId = new Map(replies.map((reply) => [reply.id, reply]))
    expect(byId.get(2)?.text).toMatch(/^12\./)
    expect(byId.get('los')?.outcome).toBe('clarify')
    expect(byId.get(4)?.outcome).toBe('answer')
    expect(byId.get(5)?.outcome).not.toBe('answer')
    expect(byId.get(6)?.outcome).toBe('answer')
    expect(byId.get(7)?.outcome).toBe('hand-over')
  })

  it('reports a bad line in its place, goes on, and ends with code 1', async () => {
    const { code, json } = await ask(
      ['--json'],
      [
        'geen json',
        line({ id: 'a' }),
        line({ id: 'b', text: 5 }),
        line({ id: 'c', text: 'Hoeveel vuurtorens zijn lid?', as: 'koning' }),
        '[]',
        'null',
        line({ id: 'd', text: 'Hoeveel vuurtorens zijn lid?' }),
      ],
    )
    expect(code).toBe(1)
    const replies = json()
    expect(replies.map(({ id }) => id)).toEqual([null, 'a', 'b', 'c', null, null, 'd'])
    for (const bad of replies.slice(0, 6)) {
      expect(Object.keys(bad)).toEqual(['id', 'error'])
      expect(bad.error).toEqual(expect.any(String))
    }
    expect(replies[3]?.error).toContain('gemeente')
    expect(replies[6]?.outcome).toBe('answer')
  })

  it('prints nothing for no lines', async () => {
    expect(await ask(['--json'], [])).toMatchObject({ code: 0, output: '' })
  })
})

describe('vraagbaak ask used wrongly', () => {
  it.each([
    ['a body that does not exist', ['--as', 'koning', 'vraag']],
    ['an unknown option', ['--loud', 'vraag']],
    ['a moment that is none', ['--now', 'morgen', 'vraag']],
    ['two questions', ['vraag', 'nog een']],
  ])('ends with code 2 on %s', async (_, args) => {
    const { code, errors, output } = await ask(args)
    expect(code).toBe(2)
    expect(output).toBe('')
    expect(errors.length).toBeGreaterThan(10)
    expect(errors).not.toMatch(/\n\s+at /)
  })

  it('ends with code 1 and the name of a knowledge folder that does not exist', async () => {
    const { code, errors } = await ask(['--knowledge', '/nergens/te/vinden', 'vraag'])
    expect(code).toBe(1)
    expect(errors).toContain('/nergens/te/vinden')
  })
})
