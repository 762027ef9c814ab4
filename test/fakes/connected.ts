import type { Router } from 'express'
import pino from 'pino'
import type { Channel } from '../../src/desk/channel.js'
import type { Incoming } from '../../src/desk/incoming.js'
import { createApp } from '../../src/http/app.js'
import { listen } from '../../src/http/listen.js'

/** A channel on the real server, with what it took in. */
export async function connected(channel: Channel & { readonly router: Router }) {
  const log = pino({ level: 'silent' })
  const app = createApp({ routers: [channel.router], https: false, trustProxy: false, log })
  const http = await listen(app, '127.0.0.1', 0)
  const received: Incoming[] = []
  return {
    received,
    url: http.url,
    /** Starts the channel; what comes in is in `received`, each event as often as it came. */
    async open(receive: (incoming: Incoming) => Promise<void> = async () => {}) {
      await channel.start(async (incoming) => {
        received.push(incoming)
        await receive(incoming)
      })
    },
    async close() {
      await channel.stop()
      await http.stop(100)
    },
  }
}
