import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { WebChannel } from '../../../adapters/web/web-channel.js'
import type { Progress } from '../../../src/desk/channel.js'
import type { ConversationId } from '../../../src/desk/conversation.js'
import { createApp } from '../../../src/http/app.js'
import { type Listening, listen } from '../../../src/http/listen.js'
import { eventsOf } from '../../fakes/event-stream.js'
import { message, type WebDesk, webDesk } from '../../fakes/web-desk.js'

const WRITING: Progress = { step: 'writing', status: 'Ik schrijf het antwoord.', sentences: [] }
const ONE: Progress = { ...WRITING, sentences: ['De VVSG telt 300 gemeenten.'] }

const bodySchema = z.object({
  conversation: z.string(),
  messages: z.array(z.unknown()),
  pending: z.boolean().default(false),
})

let desk: WebDesk
let channel: WebChannel
let server: Listening

beforeEach(async () => {
  desk = webDesk(() => null)
  channel = new WebChannel({
    log: desk.log,
    now: () => new Date('2026-11-23T09:00:00Z'),
    publicUrl: null,
    pageDir: fileURLToPath(new URL('../../../adapters/web/page', import.meta.url)),
    limit: () => 0,
    languageOf: () => 'nl',
  })
  await channel.start(desk.receive)
  const log = pino({ level: 'silent' })
  const app = createApp({ routers: [channel.router], https: false, trustProxy: false, log })
  server = await listen(app, '127.0.0.1', 0)
})
afterEach(async () => {
  await channel.stop()
  await server.stop(100)
})

/** Asks while the desk is at work on it: `begin` is called once the message is taken in. */
async function ask(begin: (conversation: ConversationId) => void, headers = {}) {
  const asked = fetch(`${server.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'respond-async', ...headers },
    body: JSON.stringify({ text: 'Wie zijn de leden?' }),
  })
  await expect.poll(() => desk.received).toHaveLength(1)
  const [incoming] = desk.received
  if (incoming === undefined) throw new Error('Nothing came in')
  begin(incoming.conversation)
  const response = await asked
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { messages, pending } = bodySchema.parse(await response.json())
  return { conversation: incoming.conversation, eventId: incoming.eventId, cookie, messages, pending }
}

/** Reads a stream event by event. */
async function listenTo(conversation: string, cookie: string, after = '') {
  const stop = new AbortController()
  const response = await fetch(`${server.url}/api/chat/${conversation}/events${after}`, {
    headers: { cookie },
    signal: stop.signal,
  })
  const events = response.ok ? eventsOf(response) : null
  return {
    status: response.status,
    next: async () => (await events?.next())?.value ?? '',
    stop: () => stop.abort(),
  }
}

describe('what the desk shows while it is at work', () => {
  it('comes over the stream without an id, the reply before it goes, and is no part of the log', async () => {
    const { conversation, eventId, cookie } = await ask((name) => channel.showProgress(name, WRITING))
    const page = await listenTo(conversation, cookie)
    expect(await page.next()).toBe(
      'event: progress\ndata: {"status":"Ik schrijf het antwoord.","sentences":[],"language":"nl"}',
    )
    channel.showProgress(conversation, ONE)
    expect(await page.next()).toContain('"sentences":["De VVSG telt 300 gemeenten."]')
    desk.finish(eventId, [message('Alle 300 gemeenten.')])
    channel.showProgress(conversation, null)
    expect(await page.next()).toMatch(/^id: 1\ndata: .*Alle 300 gemeenten/)
    expect(await page.next()).toBe('event: progress\ndata: null')
    page.stop()
    // A page that comes back gets what it lacks by number, and nothing of what was shown meanwhile.
    desk.say(conversation, message('Nog iets.'))
    const again = await listenTo(conversation, cookie, '?after=1')
    expect(await again.next()).toMatch(/^id: 2\n/)
    again.stop()
  })

  it('is there for a page that comes later, and goes when the turn fails', async () => {
    const { conversation, cookie } = await ask((name) => channel.showProgress(name, ONE))
    const page = await listenTo(conversation, cookie)
    expect(await page.next()).toContain('300 gemeenten')
    channel.showProgress(conversation, null)
    expect(await page.next()).toBe('event: progress\ndata: null')
    page.stop()
  })

  it('is for nobody but the browser that asked', async () => {
    const { conversation } = await ask((name) => channel.showProgress(name, ONE))
    expect((await listenTo(conversation, '')).status).toBe(404)
    expect((await listenTo(conversation, `vraagbaak=${'a'.repeat(43)}`)).status).toBe(404)
  })

  it('lets a page that would rather listen go at once, and no other', async () => {
    const started = performance.now()
    const { messages, pending } = await ask((name) => channel.showProgress(name, WRITING))
    expect({ messages, pending }).toEqual({ messages: [], pending: true })
    expect(performance.now() - started).toBeLessThan(1500)
  })

  it('does not cut the wait of a program that asks for the answer', async () => {
    const { messages, pending } = await ask(
      (name) => {
        channel.showProgress(name, WRITING)
        setTimeout(() => {
          const [incoming] = desk.received
          if (incoming !== undefined) desk.finish(incoming.eventId, [message('Alle 300 gemeenten.')])
        }, 100)
      },
      { prefer: 'wait=2' },
    )
    expect(pending).toBe(false)
    expect(messages).toMatchObject([{ text: 'Alle 300 gemeenten.' }])
  })
})
