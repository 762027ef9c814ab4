import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retryAfterMs } from '../../../adapters/teams/teams-http.js'
import type { Delivery } from '../../../src/desk/channel.js'
import type { ConversationId } from '../../../src/desk/conversation.js'
import type { OutgoingMessage } from '../../../src/desk/outgoing.js'
import { splitText } from '../../../src/desk/split-text.js'
import { notice } from '../../fakes/messages.js'
import { shownIn, type TeamsWeather } from '../../fakes/teams-connector.js'
import { BOT, personal, STRANGE_TENANT, TENANT } from '../../fakes/teams-people.js'
import { type TeamsDesk, teamsDesk } from './teams-desk.js'

let desk: TeamsDesk
const chat = personal('an')
const conversation = `${TENANT}/${chat.id}` as ConversationId

beforeEach(async () => {
  desk = await teamsDesk()
  await desk.open()
  await desk.people.tell(desk.people.written('an', chat, 'hallo'))
})

afterEach(() => desk.close())

function delivery(message: OutgoingMessage, more: Partial<Delivery> = {}): Delivery {
  return { id: 'd1', conversation, number: 1, message, replaces: null, under: null, ...more }
}

const button = { name: 'feedback', label: 'Dit hielp', value: 'ja' }
const withCard: OutgoingMessage = { ...notice('Met een knop.'), actions: [button] }
const send = (message = notice('Het antwoord.'), more: Partial<Delivery> = {}) =>
  desk.channel.send(delivery(message, more))
const posts = () => desk.connector.posts(chat.id)

describe('one send is one post', () => {
  it.each([408, 412, 500, 502, 503, 504])('also when Teams says %i: nobody knows', async (status) => {
    desk.connector.next({ kind: 'status', status })
    expect(await send()).toMatchObject({ kind: 'uncertain' })
    expect(desk.connector.messageCalls()).toHaveLength(1)
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('also when the connection breaks (posted all the same: %s)', async (after, count) => {
    desk.connector.next({ kind: 'breaks', after })
    const sent = await send()
    expect(sent).toMatchObject({ kind: 'uncertain' })
    expect(desk.connector.messageCalls()).toHaveLength(1)
    expect(posts()).toHaveLength(count)
    expect(await desk.channel.reconcile()).toBe('unknown')
  })

  it.each([403, 404, 405])('is over when Teams says %i', async (status) => {
    desk.connector.next({ kind: 'status', status, code: 'BotNotInConversationRoster' })
    const reason = `HTTP ${status} BotNotInConversationRoster`
    expect(await send()).toEqual({ kind: 'failed', reason })
    expect(desk.connector.messageCalls()).toHaveLength(1)
  })

  it.each([
    ['2', 2000, 2000],
    [null, 5000, 5000],
    ['soon', 5000, 5000],
    [new Date(Date.now() + 600_000).toUTCString(), 400_000, 600_000],
  ])('waits as long as Teams asks: %s', async (retryAfter, least, most) => {
    desk.connector.next({ kind: 'limited', retryAfter })
    const outcome = await send()
    const wait = outcome.kind === 'rate-limited' ? outcome.retryAfterMs : -1
    expect(wait).toBeGreaterThanOrEqual(least)
    expect(wait).toBeLessThanOrEqual(most)
    expect(desk.connector.messageCalls()).toHaveLength(1)
  })

  it('never waits longer than an hour, nor less than nothing', () => {
    const now = new Date('2026-11-23T09:00:00Z')
    expect(retryAfterMs('99999999', now)).toBe(3_600_000)
    expect(retryAfterMs('Mon, 23 Nov 2026 08:00:00 GMT', now)).toBe(0)
  })

  it('is signed with the token of the app', async () => {
    await send()
    expect(desk.connector.messageCalls()[0]?.authorization).toBe('Bearer token-of-the-test')
  })
})

describe('what cannot be sent', () => {
  it('is tried again when Microsoft gives no token, and those who run the desk hear of it once', async () => {
    desk.credentials.refusesToSign = Object.assign(new Error('AADSTS7000222'), {
      errorCode: 'invalid_client',
    })
    for (const _ of [1, 2]) expect(await send()).toMatchObject({ kind: 'rate-limited' })
    expect(desk.connector.messageCalls()).toEqual([])
    expect(desk.alerts).toEqual([{ kind: 'token-refused', error: 'invalid_client' }])
  })

  it('has failed when Teams refuses the token, and those who run the desk hear of it', async () => {
    desk.connector.next({ kind: 'status', status: 401, code: 'Unauthorized' })
    expect(await send()).toMatchObject({ kind: 'failed' })
    expect(desk.alerts).toEqual([{ kind: 'token-refused', error: '401 Unauthorized' }])
  })

  it.each([
    ['a conversation the app was never in', `${TENANT}/a:1-nobody`],
    ['another tenant', `${STRANGE_TENANT}/${chat.id}`],
    ['no conversation of Teams', 'T1/C1'],
  ])('has failed for %s', async (_, elsewhere) => {
    const outcome = await send(notice('Het antwoord.'), { conversation: elsewhere as ConversationId })
    expect(outcome).toMatchObject({ kind: 'failed' })
    expect(desk.connector.messageCalls()).toEqual([])
  })

  it('is tried again when Teams cannot be reached', async () => {
    const reference = { serviceUrl: 'http://127.0.0.1:2/', kind: 'personal', bot: BOT, user: null }
    const key = `${TENANT}/a:1-away`
    await desk.records.put('teams-conversation', key, JSON.stringify(reference), new Date(), null)
    const outcome = await send(notice('Het antwoord.'), { conversation: key as ConversationId })
    expect(outcome).toMatchObject({ kind: 'rate-limited' })
  })
})

it('arrives marked as written by AI, with the sources that it rests on; a colleague’s words do not', async () => {
  const citation = {
    document: 'over-ons',
    title: 'Over ons',
    section: 'Leden',
    url: 'https://www.vvsg.be/over-ons',
    date: '2026-03-01',
    quote: 'De VVSG telt 300 gemeenten.',
    kind: 'bron',
    source: null,
    passage: 'over-ons#1',
  } as const
  await send({ ...notice('Dat zijn er 300.'), kind: 'answer', citations: [citation] })
  await send({ ...notice('Dat klopt.'), kind: 'staff-reply' }, { id: 'd2', number: 2 })
  const entities = posts().map(({ activity }) => activity.entities ?? [])
  expect(entities).toEqual([
    [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Over ons',
              abstract: 'De VVSG telt 300 gemeenten.',
              url: 'https://www.vvsg.be/over-ons',
            },
          },
        ],
      },
    ],
    [],
  ])
})

describe('a card', () => {
  it.each([
    [400, 'BadSyntax'],
    [413, 'MessageSizeTooBig'],
  ])('that Teams refuses (%i %s) goes out as text, once', async (status, code) => {
    desk.connector.next({ kind: 'status', status, code })
    expect(await send(withCard)).toMatchObject({ kind: 'delivered' })
    expect(desk.connector.messageCalls()).toHaveLength(2)
    expect(posts().map(({ activity }) => [activity.text, activity.attachments])).toEqual([
      ['Met een knop.', undefined],
    ])
  })

  it('whose text is refused too has failed', async () => {
    const bad: TeamsWeather = { kind: 'status', status: 400, code: 'BadSyntax' }
    desk.connector.next(bad, bad)
    expect(await send(withCard)).toEqual({ kind: 'failed', reason: 'HTTP 400 BadSyntax' })
  })

  it('is changed in place, and posted anew when it is gone', async () => {
    const first = await send(withCard)
    const id = first.kind === 'delivered' ? first.platformId : null
    expect(await send(notice('Nu zo.'), { replaces: id })).toEqual({ kind: 'delivered', platformId: id })
    expect(posts().map((post) => [shownIn(post), post.changes])).toEqual([['Nu zo.', 1]])
    desk.connector.remove(id ?? '')
    const again = await send(notice('Opnieuw.'), { replaces: id })
    expect(again).toMatchObject({ kind: 'delivered' })
    expect(again).not.toMatchObject({ platformId: id })
    expect(posts().map(shownIn)).toEqual(['Opnieuw.'])
  })

  it('is not posted anew when nobody knows whether it was changed', async () => {
    const first = await send(withCard)
    const id = first.kind === 'delivered' ? first.platformId : null
    desk.connector.next({ kind: 'status', status: 503 })
    expect(await send(notice('Nu zo.'), { replaces: id })).toMatchObject({ kind: 'uncertain' })
    expect(posts()).toHaveLength(1)
  })
})

it('sends a text of two hundred thousand characters in parts of at most 80 kB, whole', async () => {
  const quote = 'De VVSG telt 300 gemeenten. '.repeat(40)
  const citation = {
    document: 'over-ons',
    title: 'Over ons',
    section: 'Leden',
    url: 'https://www.vvsg.be/over-ons',
    date: null,
    quote,
    kind: 'bron',
    source: null,
    passage: 'over-ons#1',
  } as const
  const words = Array.from({ length: 28_000 }, (_, at) => `"wóord"${at % 9 === 0 ? '\n' : ''}${at}`)
  const parts = splitText(words.join(' '), desk.channel.limits.maxTextLength)
  expect(words.join(' ').length).toBeGreaterThan(200_000)
  for (const text of parts) {
    const message: OutgoingMessage = { ...notice(text), kind: 'answer', citations: Array(6).fill(citation) }
    expect(await send(message)).toMatchObject({ kind: 'delivered' })
  }
  const calls = desk.connector.messageCalls()
  expect(calls).toHaveLength(parts.length)
  expect(Math.max(...calls.map(({ bytes }) => bytes))).toBeLessThanOrEqual(80_000)
  const shown = posts().map(shownIn).join(' ')
  for (const word of [words[0], words[14_000], words.at(-1)]) expect(shown).toContain(word?.trim())
}, 30_000)
