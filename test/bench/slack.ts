import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Channel } from '../../src/desk/channel.js'
import { systemClock } from '../../src/desk/clock.js'
import type { ChannelName } from '../../src/desk/conversation.js'
import { Dispatcher } from '../../src/desk/dispatcher.js'
import { Sender } from '../../src/desk/sender.js'
import { openStore } from '../../src/store/open-store.js'
import { slackDesk } from '../adapters/slack/slack-desk.js'
import { echo, notice } from '../fakes/messages.js'
import type { SlackMessage } from '../fakes/slack-workspace.js'
import { type Waits, waits } from './percentiles.js'

/** Figures of signed events over HTTP through the real app, the store on disk and the outbox; times in milliseconds. */
export interface SlackFigures {
  readonly events: number
  readonly perSecond: number
  /** From sending the event to its acknowledgement. */
  readonly acknowledged: Waits
  /** Messages of people, each told of once, twice or three times. */
  readonly messages: number
  readonly answeredOnce: number
  readonly answeredMore: number
  readonly refused: number
}

const PER_SECOND = 50
/** So many people write that nobody waits for the pace of one channel. */
const PEOPLE = 150

/** @param seconds 60 for the figures in the README; less for a quick look. */
export async function benchSlack(seconds = 60): Promise<SlackFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-slack-'))
  const clock = systemClock()
  const store = await openStore({ dataDir, databaseUrl: null, use: 'serve', now: clock.now() })
  const desk = await slackDesk({ records: store.records, clock })
  const channels = new Map<ChannelName, Channel>([['slack', desk.channel]])
  const common = { channels, clock, owner: 'bench', signals: store.signals }
  const dispatcher = new Dispatcher({
    ...common,
    turns: store.turns,
    turn: echo,
    givenUp: () => notice('opgegeven'),
    onEvent: () => {},
  })
  const sender = new Sender({ ...common, outbox: store.outbox, onEvent: () => {} })
  for (let person = 0; person < PEOPLE; person++) {
    desk.workspace.addUser(`U0P${person}`, `Persoon ${person}`)
    desk.workspace.addChannel(`D0P${person}`, `U0P${person}`)
  }
  await desk.open(async (incoming) => {
    await store.inbox.accept(incoming, clock.now())
  })
  dispatcher.start()
  sender.start()
  try {
    await tellFor(desk, 2) // opens connections and lets the code warm up
    return await tellFor(desk, seconds)
  } finally {
    await dispatcher.stop(5000)
    await sender.stop(5000)
    await desk.close()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Desk = Awaited<ReturnType<typeof slackDesk>>

async function tellFor(desk: Desk, seconds: number): Promise<SlackFigures> {
  const count = seconds * PER_SECOND
  const written: { readonly message: SlackMessage; readonly channel: string }[] = []
  const started = performance.now()
  const told = Array.from({ length: count }, async (_, index) => {
    const due = started + (index * 1000) / PER_SECOND
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
    // Every tenth event is of a message that was told of before.
    const again = index % 10 === 9 ? written[written.length - 1 - (index % 5)] : undefined
    const telling = again ?? write(desk, index)
    if (!again) written.push(telling)
    const [event] = desk.people.eventsOf(telling.message, telling.channel)
    const status = await desk.people.tell(event ?? {}, { retry: again ? 1 : 0 })
    return { ms: performance.now() - due, status }
  })
  const results = await Promise.all(told)
  const tookMs = performance.now() - started
  await answered(desk)
  const answers = written.map(({ message, channel }) =>
    desk.workspace.posts(channel).filter(({ thread }) => thread === message.ts),
  )
  return {
    events: count,
    perSecond: count / (tookMs / 1000),
    acknowledged: waits(results.map(({ ms }) => ms)),
    messages: written.length,
    answeredOnce: answers.filter((posts) => posts.length === 1).length,
    answeredMore: answers.filter((posts) => posts.length > 1).length,
    refused: results.filter(({ status }) => status !== 200).length,
  }
}

function write({ workspace }: Desk, index: number) {
  const person = index % PEOPLE
  const channel = `D0P${person}`
  return { message: workspace.write(`U0P${person}`, channel, `vraag ${index}`), channel }
}

/** Waits until nothing is on its way any more, half a minute at most. */
async function answered({ workspace }: Desk): Promise<void> {
  let last = -1
  for (let quiet = 0, round = 0; quiet < 4 && round < 60; round++) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const posts = [...workspace.channels.keys()].reduce((sum, id) => sum + workspace.posts(id).length, 0)
    quiet = posts === last ? quiet + 1 : 0
    last = posts
  }
}
