/*
 * A desk in a process of its own, made to be killed: events come in over HTTP and are acknowledged once they are
 * kept, web answers go to the log, Slack answers to a platform in another process.
 *
 * node desk-process.js '{"dataDir","databaseUrl","platform","owner"}'; prints its port when it is ready.
 */
import { createServer } from 'node:http'
import type { Channel, Delivery, Reconciliation, SendOutcome } from '../../../src/desk/channel.js'
import { systemClock } from '../../../src/desk/clock.js'
import type { ChannelName } from '../../../src/desk/conversation.js'
import { Dispatcher } from '../../../src/desk/dispatcher.js'
import type { Incoming } from '../../../src/desk/incoming.js'
import { Sender } from '../../../src/desk/sender.js'
import { openStore } from '../../../src/store/open-store.js'
import { FakeChannel } from '../../fakes/channel.js'
import { echo, notice } from '../../fakes/messages.js'

interface Options {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly platform: string
  readonly owner: string
}

const options: Options = JSON.parse(process.argv[2] ?? '')
const clock = systemClock()
const store = await openStore({ ...options, use: 'serve', now: clock.now() })
const channels = new Map<ChannelName, Channel>([
  ['web', new FakeChannel('web', () => clock.now())],
  ['slack', remoteChannel(options.platform)],
])
const common = { channels, clock, owner: options.owner, signals: store.signals, onEvent: () => {} }
const dispatcher = new Dispatcher({
  ...common,
  turns: store.turns,
  turn: echo,
  givenUp: () => notice('opgegeven'),
  tuning: { leaseMs: 2000, pollMs: 200, backoffMs: 100, maxAttempts: 10 },
})
const sender = new Sender({
  ...common,
  outbox: store.outbox,
  tuning: { callMs: 2000, leaseMs: 3000, pollMs: 200 },
})
dispatcher.start()
sender.start()

const server = createServer(async (request, response) => {
  try {
    let body = ''
    for await (const chunk of request) body += chunk
    const incoming: Incoming = JSON.parse(body)
    await store.inbox.accept(incoming, clock.now())
    response.writeHead(200).end()
  } catch {
    response.writeHead(503).end()
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})

/** A channel whose platform lives on when this process is killed. */
function remoteChannel(url: string): Channel {
  const call = (path: string, { conversation, number, message }: Delivery) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      body: JSON.stringify({ conversation, number, text: message.text }),
    })
  return {
    name: 'slack',
    limits: { maxTextLength: 4000, spacingMs: 0 },
    start: async () => {},
    stop: async () => {},
    async send(delivery): Promise<SendOutcome> {
      try {
        const response = await call('/post', delivery)
        if (response.ok) return { kind: 'delivered', platformId: await response.text() }
        return { kind: 'uncertain', reason: `status ${response.status}` }
      } catch (error) {
        return { kind: 'uncertain', reason: String(error) }
      }
    },
    async reconcile(delivery): Promise<Reconciliation> {
      const response = await call('/find', delivery)
      return (await response.text()) === 'yes' ? 'delivered' : 'absent'
    },
  }
}
