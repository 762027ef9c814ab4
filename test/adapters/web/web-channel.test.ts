import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { WebChannel } from '../../../adapters/web/web-channel.js'
import type { Incoming } from '../../../src/desk/incoming.js'
import type { OutgoingMessage } from '../../../src/desk/outgoing.js'
import { createApp } from '../../../src/http/app.js'
import { type Listening, listen } from '../../../src/http/listen.js'
import { RateLimit } from '../../../src/http/rate-limit.js'
import { collectGarbage } from '../../fakes/garbage.js'
import { message, type WebDesk, webDesk } from '../../fakes/web-desk.js'

const bodySchema = z.object({
  conversation: z.string().default(''),
  messages: z.array(z.looseObject({ id: z.number(), text: z.string() })).default([]),
  pending: z.boolean().default(false),
  code: z.string().default(''),
  error: z.string().default(''),
})

const pageDir = fileURLToPath(new URL('../../../adapters/web/page', import.meta.url))
const helped = { name: 'helped', label: 'Dit helpt', value: 'v1' }

let desk: WebDesk
let channel: WebChannel
let server: Listening
let limit: RateLimit

beforeEach(async () => {
  await serve((incoming) => [message(`Antwoord op: ${incoming.text}`, { actions: [helped] })])
})

afterEach(async () => {
  await channel.stop()
  await server.stop(100)
})

async function serve(answer: (incoming: Incoming) => readonly OutgoingMessage[] | null): Promise<void> {
  await server?.stop(100)
  desk = webDesk(answer)
  limit = new RateLimit(0)
  channel = new WebChannel({
    log: desk.log,
    now: () => new Date('2026-11-23T09:00:00Z'),
    publicUrl: null,
    pageDir,
    limit: (person) => limit.take(person, 0),
    languageOf: () => 'nl',
  })
  await channel.start(desk.receive)
  const log = pino({ level: 'silent' })
  server = await listen(
    createApp({ routers: [channel.router], https: false, trustProxy: false, log }),
    '127.0.0.1',
    0,
  )
}

async function post(body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${server.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const cookie = response.headers.get('set-cookie') ?? ''
  const sent = bodySchema.parse(await response.json())
  return {
    status: response.status,
    cookie,
    jar: { cookie: cookie.split(';')[0] ?? '' },
    headers: response.headers,
    ...sent,
  }
}

/** Reads server-sent events until `count` messages have come. */
async function events(
  conversation: string,
  count: number,
  headers: Readonly<Record<string, string>>,
  after = '',
) {
  const stop = new AbortController()
  const response = await fetch(`${server.url}/api/chat/${conversation}/events${after}`, {
    headers,
    signal: stop.signal,
  })
  if (response.status !== 200 || response.body === null) return { status: response.status, ids: [] }
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true })
    if ((text.match(/^data: /gm) ?? []).length >= count) break
  }
  stop.abort()
  return { status: 200, ids: [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1])) }
}

describe('POST /api/chat', () => {
  it('answers with the conversation and the messages that are ready', async () => {
    const { status, conversation, messages, pending } = await post({ text: 'Wat is een OCMW?' })
    expect(status).toBe(200)
    expect(conversation).not.toBe('')
    expect(messages).toMatchObject([
      { id: 1, kind: 'answer', text: 'Antwoord op: Wat is een OCMW?', language: 'nl' },
    ])
    expect(pending).toBe(false)
  })

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { cookie } = await post({ text: 'Dag' })
    expect(cookie).toMatch(/^vraagbaak=[\w-]{43}; .*HttpOnly; SameSite=Strict$/)
  })

  it('gives the same result for the same id, and the desk sees the message once', async () => {
    const id = randomUUID()
    const first = await post({ id, text: 'Dag' })
    const again = await post({ id, text: 'Dag', conversation: first.conversation }, first.jar)
    const lost = await post({ id, text: 'Dag' })
    expect(again).toMatchObject({ conversation: first.conversation, messages: first.messages })
    expect(lost).toMatchObject({
      conversation: first.conversation,
      messages: first.messages,
      jar: first.jar,
    })
    expect(desk.received).toHaveLength(1)
  })

  it('does not let another browser in with a short id that somebody else used too', async () => {
    const first = await post({ id: '1', text: 'Dag' })
    const other = await post({ id: '1', text: 'Dag' })
    expect(other.conversation).not.toBe(first.conversation)
    expect(other.cookie).not.toBe(first.cookie)
    expect(desk.received).toHaveLength(2)
  })

  it('keeps message ids rising within a conversation', async () => {
    const first = await post({ id: 'a', text: 'Een' })
    const second = await post({ id: 'b', text: 'Twee', conversation: first.conversation }, first.jar)
    expect([...first.messages, ...second.messages].map(({ id }) => id)).toEqual([1, 2])
  })

  it('answers 404 to another browser, and to one without a cookie', async () => {
    const mine = await post({ text: 'Dag' })
    const stranger = await post({ text: 'Ook dag' })
    const body = { text: 'Wat vroeg de vorige?', conversation: mine.conversation }
    expect((await post(body, stranger.jar)).status).toBe(404)
    expect((await post(body)).status).toBe(404)
    expect((await post(body, { cookie: 'vraagbaak=forged' })).status).toBe(404)
    expect(desk.received).toHaveLength(2)
  })

  it('masks personal data before it goes on', async () => {
    await post({ text: 'Mijn rijksregisternummer is 85.07.30-033.28, wat nu?' })
    expect(desk.received[0]?.text).toBe('Mijn rijksregisternummer is [rijksregisternummer], wat nu?')
    expect(desk.received[0]?.masked).toEqual(['rijksregisternummer'])
  })

  it('returns within two seconds or so while the desk is still busy, and says that more is coming', async () => {
    await serve(() => null)
    const begun = performance.now()
    const collecting = setInterval(collectGarbage, 500) // which must not take the time limit away
    const { messages, pending, conversation, jar } = await post({ text: 'Een moeilijke vraag' })
    clearInterval(collecting)
    expect(performance.now() - begun).toBeLessThan(2900)
    expect({ messages, pending }).toEqual({ messages: [], pending: true })
    const following = events(conversation, 1, jar)
    desk.finish(desk.received[0]?.eventId ?? '', [message('Gevonden')])
    expect((await following).ids).toEqual([1])
  })

  it('waits in peace for the second of two messages when the first is answered meanwhile', async () => {
    await serve(() => null)
    const first = await post({ text: 'Een' })
    const second = post({ text: 'Twee', conversation: first.conversation }, first.jar)
    await expect.poll(() => desk.received.length).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 50))
    desk.finish(desk.received[0]?.eventId ?? '', [message('Antwoord op een')])
    await new Promise((resolve) => setTimeout(resolve, 50))
    desk.finish(desk.received[1]?.eventId ?? '', [message('Antwoord op twee')])
    expect((await second).messages).toMatchObject([{ id: 2, text: 'Antwoord op twee' }])
  })

  it('does what a button says when the desk offered that button in this conversation', async () => {
    const first = await post({ text: 'Dag' })
    const pressed = {
      id: 'p',
      conversation: first.conversation,
      text: '',
      action: { name: 'helped', value: 'v1' },
    }
    expect((await post(pressed, first.jar)).status).toBe(200)
    expect(desk.received[1]?.action).toEqual({ name: 'helped', value: 'v1' })
  })

  it('refuses a button the desk never offered', async () => {
    const first = await post({ text: 'Dag' })
    const forged = { conversation: first.conversation, text: '', action: { name: 'helped', value: 'v2' } }
    expect(await post(forged, first.jar)).toMatchObject({ status: 400, code: 'unknown-action' })
    expect(desk.received).toHaveLength(1)
  })

  it.each([
    ['nothing asked', { text: '  ' }, 400, 'empty-text'],
    ['no text at all', {}, 400, 'empty-text'],
    ['a text that is not a string', { text: 12 }, 400, 'bad-request'],
    ['a list', [], 400, 'bad-request'],
    ['an empty id', { id: '', text: 'Dag' }, 400, 'bad-request'],
    ['broken JSON', '{"text": ', 400, 'bad-request'],
    ['a text of 4,001 characters', { text: 'x'.repeat(4001) }, 400, 'long-text'],
    ['a body of 40 kB', { text: 'x', id: 'y'.repeat(40_000) }, 413, 'too-large'],
    ['only control characters', { text: '\u0000\u0007' }, 400, 'empty-text'],
  ])('refuses %s in Dutch', async (_, body, status, code) => {
    const answer = await post(body)
    expect(answer).toMatchObject({ status, code })
    expect(answer.error).toMatch(/[a-z]{3}.*\.$|\)\.$/)
    expect(desk.received).toEqual([])
  })

  it('takes a text of exactly 4,000 characters', async () => {
    expect((await post({ text: 'x'.repeat(4000) })).status).toBe(200)
  })

  it('refuses what is not sent as JSON, which a form of another site could send', async () => {
    expect(await post('{"text":"Dag"}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
  ])('refuses a request that another site makes: %j', async (headers) => {
    expect(await post({ text: 'Dag' }, headers)).toMatchObject({
      status: 403,
      code: 'foreign-site',
      cookie: '',
    })
    expect(desk.received).toEqual([])
  })

  it('takes a request of its own page', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', origin: server.url }
    expect((await post({ text: 'Dag' }, { ...headers, host: new URL(server.url).host })).status).toBe(200)
  })

  it('says when to come back to who sends too fast', async () => {
    limit = new RateLimit(2)
    const first = await post({ text: 'Een' })
    await post({ text: 'Twee' }, first.jar)
    const third = await post({ text: 'Drie' }, first.jar)
    expect(third).toMatchObject({ status: 429, code: 'too-fast' })
    expect(third.headers.get('retry-after')).toBe('30')
    expect(desk.received).toHaveLength(2)
  })

  it('says so when the message could not be kept, and sets no cookie', async () => {
    desk.break()
    const answer = await post({ text: 'Dag' })
    expect(answer).toMatchObject({ status: 503, code: 'unavailable', cookie: '' })
    expect(answer.headers.get('retry-after')).toBe('2')
  })

  it('takes nothing in once it stops', async () => {
    await channel.stop()
    expect((await post({ text: 'Dag' })).status).toBe(503)
  })
})

describe('GET /api/chat/:conversation/events', () => {
  it('sends what is there, and then what comes', async () => {
    const { conversation, jar } = await post({ text: 'Een' })
    const following = events(conversation, 3, jar)
    const own = desk.received[0]?.conversation
    if (own === undefined) throw new Error('nothing was received')
    await new Promise((resolve) => setTimeout(resolve, 50))
    desk.say(own, message('Een medewerker antwoordt', { kind: 'staff-reply' }))
    desk.say(own, message('En vult aan', { kind: 'staff-reply' }))
    expect((await following).ids).toEqual([1, 2, 3])
  })

  it('goes on where the page left off, by header or by address, and ignores nonsense', async () => {
    const { conversation, jar } = await post({ text: 'Een' })
    await post({ id: 'b', text: 'Twee', conversation }, jar)
    expect((await events(conversation, 1, { ...jar, 'last-event-id': '1' })).ids).toEqual([2])
    expect((await events(conversation, 1, jar, '?after=1')).ids).toEqual([2])
    expect((await events(conversation, 2, { ...jar, 'last-event-id': 'x' }, '?after=-3')).ids).toEqual([1, 2])
  })

  it('is not there for another browser', async () => {
    const { conversation } = await post({ text: 'Een' })
    const stranger = await post({ text: 'Twee' })
    expect((await events(conversation, 1, stranger.jar)).status).toBe(404)
    expect((await events(conversation, 1, {})).status).toBe(404)
  })

  it('allows six listeners to one conversation and counts them', async () => {
    const { conversation, jar } = await post({ text: 'Een' })
    const stop = new AbortController()
    const open = () =>
      fetch(`${server.url}/api/chat/${conversation}/events`, { headers: jar, signal: stop.signal })
    const streams = await Promise.all(Array.from({ length: 6 }, open))
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect(channel.openStreams).toBe(6)
    expect((await open()).status).toBe(429)
    stop.abort()
    await expect.poll(() => channel.openStreams).toBe(0)
  })
})

describe('what the web page is served with', () => {
  it('allows nothing inline and nothing foreign', async () => {
    const response = await fetch(server.url)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "require-trusted-types-for 'script'",
      "script-src 'self'",
      "style-src 'self'",
      "trusted-types 'none'",
    ])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('x-powered-by')).toBeNull()
    expect(await response.text()).toContain('U praat met een digitale assistent (AI)')
  })

  it.each([
    '/..%2fpackage.json',
    '/%2e%2e/inbound.ts',
    '/nothing',
    '/api/chat/x',
    '/%E0%A4%A',
  ])('shows nothing at %s', async (path) => {
    const response = await fetch(server.url + path)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  })
})
