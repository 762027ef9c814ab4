import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { z } from 'zod'
import { WebChannel } from '../../adapters/web/web-channel.js'
import type { Delivery } from '../../src/desk/channel.js'
import { createApp } from '../../src/http/app.js'
import { listen } from '../../src/http/listen.js'
import { webDesk } from '../fakes/web-desk.js'
import { channelContract } from './channel.contract.js'

const pageDir = fileURLToPath(new URL('../../adapters/web/page', import.meta.url))
const bodySchema = z.object({ conversation: z.string() })

channelContract('The web page', async () => {
  const desk = webDesk(() => [])
  const channel = new WebChannel({
    log: desk.log,
    now: () => new Date('2026-11-23T09:00:00Z'),
    publicUrl: null,
    pageDir,
    limit: () => 0,
    languageOf: () => 'nl',
  })
  const log = pino({ level: 'silent' })
  const app = createApp({ routers: [channel.router], https: false, trustProxy: false, log })
  const server = await listen(app, '127.0.0.1', 0)
  let cookie = ''
  let conversation: string | null = null
  return {
    // What the desk keeps, it keeps; then the test is told.
    channel: {
      name: channel.name,
      limits: channel.limits,
      start: (receive) =>
        channel.start(async (incoming) => {
          await receive(incoming)
          await desk.receive(incoming)
        }),
      send: (delivery) => channel.send(delivery),
      reconcile: (delivery) => channel.reconcile(delivery),
      showProgress: (name, progress) => channel.showProgress(name, progress),
      stop: () => channel.stop(),
    },
    async memberWrites(text, id) {
      const response = await fetch(`${server.url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ id, text, conversation }),
      })
      cookie ||= response.headers.get('set-cookie')?.split(';')[0] ?? ''
      if (response.ok) conversation = bodySchema.parse(await response.json()).conversation
      return response.ok
    },
    botWrites: null,
    deliver(delivery: Delivery) {
      desk.say(delivery.conversation, delivery.message)
      return channel.send(delivery)
    },
    async shown(name) {
      const response = await fetch(`${server.url}/api/chat/${name}/events`, { headers: { cookie } })
      return readEvents(response, (await desk.log.read(name, 0)).length)
    },
    fail: null,
    async close() {
      await channel.stop()
      await server.stop(100)
    },
  }
})

async function readEvents(response: Response, count: number): Promise<readonly string[]> {
  const decoder = new TextDecoder()
  let text = ''
  if (!response.ok || response.body === null) throw new Error(`The stream said ${response.status}`)
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true })
    const data = [...text.matchAll(/^data: (.*)\n\n/gm)].map((match) => match[1] ?? '')
    if (data.length >= count) return data
  }
  return []
}
