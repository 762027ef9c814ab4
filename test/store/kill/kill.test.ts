import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/store/open-store.js'
import { incoming } from '../../fakes/messages.js'
import { DATABASES, freshDatabase, query, type TestDatabase } from '../databases.js'
import { compiled, Fleet } from './fleet.js'
import { type Platform, startPlatform } from './platform.js'

const CONVERSATIONS = 40
/** A thousand messages and twenty kills with `KILL_EVERY=1`; the build has no time for that many. */
const [MESSAGES_EACH, KILLS] = process.env.KILL_EVERY === '1' ? [25, 20] : [10, 8]
const TOTAL = CONVERSATIONS * MESSAGES_EACH

let program = { file: '', remove: () => {} }
beforeAll(() => {
  program = compiled('test/store/kill/desk-process')
}, 60_000)
afterAll(() => program.remove())

describe.each(DATABASES)('hundreds of messages while the desk is killed again and again, on %s', (name) => {
  let database: TestDatabase | null = null
  let platform: Platform | null = null
  let fleet: Fleet | null = null
  afterEach(async () => {
    await fleet?.killAll()
    await platform?.stop()
    await database?.remove()
  }, 60_000)

  it('answers every message once, in order, and loses nothing it had acknowledged', async () => {
    database = await freshDatabase(name)
    platform = await startPlatform()
    const { dataDir, databaseUrl } = database
    fleet = new Fleet(program.file, { dataDir, databaseUrl, platform: platform.url })
    const kept = { count: 0 }
    const desks = name === 'PostgreSQL' ? 2 : 1
    for (let desk = 0; desk < desks; desk++) await fleet.start()
    await Promise.all([writeAll(fleet, kept), killRepeatedly(fleet, kept)])
    expect(fleet.kills).toBe(KILLS)
    await quiet(database)

    await expectEachAnsweredOnce(database)
    const wire = platform.posts.map((post) => `${post.conversation} ${post.number}`)
    const doubled = wire.length - new Set(wire).size
    console.info(`${name}: ${TOTAL} answered, ${KILLS} kills, ${doubled} doubled on the wire`)
    expect(new Set(wire).size).toBe(TOTAL / 2)
    // A request of a killed process may still be under way when its message is looked for.
    expect(doubled).toBeLessThanOrEqual(KILLS)
  }, 120_000)
})

/** Members write in all conversations at once, each waiting until a message is kept; one in ten comes twice. */
async function writeAll(fleet: Fleet, kept: { count: number }): Promise<void> {
  const write = async (conversation: number) => {
    const channel = conversation % 2 === 0 ? 'web' : 'slack'
    for (let number = 1; number <= MESSAGES_EACH; number++) {
      const event = incoming(`${channel}-${conversation}`, String(number), { channel })
      await fleet.deliver(event)
      if (number % 10 === 0) await fleet.deliver(event)
      kept.count += 1
    }
  }
  await Promise.all(Array.from({ length: CONVERSATIONS }, (_, conversation) => write(conversation)))
}

/** Kills are spread over the messages, so that each hits the desk at work. */
async function killRepeatedly(fleet: Fleet, kept: { count: number }): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill++) {
    while (kept.count < (kill * TOTAL) / (KILLS + 2)) await new Promise((resolve) => setTimeout(resolve, 5))
    await fleet.kill()
    await fleet.start()
  }
}

async function quiet({ dataDir, databaseUrl }: TestDatabase): Promise<void> {
  const store = await openStore({ dataDir, databaseUrl, use: 'command', now: new Date() })
  try {
    for (const until = Date.now() + 60_000; Date.now() < until; ) {
      const { waitingEvents, waitingMessages } = await store.health(new Date())
      if (waitingEvents + waitingMessages === 0) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`Still waiting: ${JSON.stringify(await store.health(new Date()))}`)
  } finally {
    await store.close()
  }
}

async function expectEachAnsweredOnce(database: TestDatabase): Promise<void> {
  const events = await query(database, 'select status, count(*) as n from inbox group by status')
  expect(events.map(({ status, n }) => [status, Number(n)])).toEqual([['done', TOTAL]])
  const rows = await query(database, 'select * from outbox order by channel, conversation, number')
  expect(rows.map((row) => row.status).filter((status) => status !== 'delivered')).toEqual([])
  const conversations = new Set(rows.map((row) => row.conversation))
  expect(conversations.size).toBe(CONVERSATIONS)
  for (const conversation of conversations) {
    const answers = rows.filter((row) => row.conversation === conversation)
    const expected = Array.from({ length: MESSAGES_EACH }, (_, index) => `Antwoord op ${index + 1}`)
    expect(answers.map((row) => JSON.parse(String(row.message)).text)).toEqual(expected)
    expect(answers.map((row) => Number(row.number))).toEqual(expected.map((_, index) => index + 1))
  }
}
