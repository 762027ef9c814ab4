import { fileURLToPath } from 'node:url'
import pino from 'pino'
import type { ProofDesk } from '../../adapters/web/proof.js'
import { WebChannel } from '../../adapters/web/web-channel.js'
import type { Progress } from '../../src/desk/channel.js'
import type { Incoming } from '../../src/desk/incoming.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import { createApp } from '../../src/http/app.js'
import { type Listening, listen } from '../../src/http/listen.js'
import { sourceRouter } from '../../src/http/source-page.js'
import type { Passage } from '../../src/knowledge/passage.js'
import { type WebDesk, webDesk } from '../fakes/web-desk.js'

/** The real page, channel and server on a desk in memory that survives a restart of the server. */
export interface PageDesk {
  readonly desk: WebDesk
  readonly url: string
  /** Shows how far the desk is with what was asked last. */
  show(progress: Progress | null): void
  stop(): Promise<void>
  /** Starts again on the same port, with what was said before. */
  start(): Promise<void>
}

/** @param proof how an address is proven; left out nobody can. */
export async function pageDesk(
  answer: (incoming: Incoming) => readonly OutgoingMessage[] | null,
  passages: readonly Passage[],
  proof?: ProofDesk,
): Promise<PageDesk> {
  const desk = webDesk(answer)
  const log = pino({ level: 'silent' })
  let channel: WebChannel
  let server: Listening | null = null
  const start = async (port: number): Promise<Listening> => {
    channel = new WebChannel({
      log: desk.log,
      now: () => new Date('2026-11-23T09:00:00Z'),
      publicUrl: null,
      pageDir: fileURLToPath(new URL('../../adapters/web/page', import.meta.url)),
      limit: () => 0,
      languageOf: (text) => (/\b(the|and)\b/.test(text) ? 'en' : 'nl'),
      ...(proof && { proof: { desk: proof, isHere: () => true } }),
    })
    await channel.start(desk.receive)
    const sources = sourceRouter((id) => passages.filter(({ document }) => document.id === id))
    const routers = [channel.router, sources]
    return listen(createApp({ routers, https: false, trustProxy: false, log }), '127.0.0.1', port)
  }
  server = await start(0)
  const { port, url } = server
  return {
    desk,
    url,
    start: async () => {
      server = await start(port)
    },
    show: (progress) => {
      const conversation = desk.received.at(-1)?.conversation
      if (conversation !== undefined) channel.showProgress(conversation, progress)
    },
    stop: async () => {
      await channel.stop()
      await server?.stop(200)
    },
  }
}
