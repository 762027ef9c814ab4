import { afterEach, describe, expect, it } from 'vitest'
import type { Turn } from '../../../src/desk/turn.js'
import { slackStoreDesk } from './slack-store-desk.js'

let desk: Awaited<ReturnType<typeof slackStoreDesk>>
afterEach(() => desk.close())

describe('a question in Slack', () => {
  it('is answered once however often it is told: four times, in two channels of events, with markers or without', async () => {
    desk = await slackStoreDesk()
    const { people, workspace } = desk
    for (let count = 0; count < 5; count++) {
      const direct = workspace.write('U0AN', 'D0AN', `vraag ${count}`)
      const [event = {}] = people.eventsOf(direct, 'D0AN')
      const mention = workspace.write('U0AN', 'C0LEDEN', `<@U0BOT> vraag ${count}`)
      const told = [0, 1, 2, 0].flatMap((retry) => [
        people.tell(event, { retry, eventId: `Ev${count}` }),
        ...people.eventsOf(mention, 'C0LEDEN').map((twin) => people.tell(twin, { retry })),
      ])
      expect(new Set(await Promise.all(told))).toEqual(new Set([200]))
    }
    await desk.pass(15_000, 550)
    for (const channel of ['D0AN', 'C0LEDEN']) {
      const texts = workspace.posts(channel).map(({ text }) => text)
      expect(texts).toEqual([0, 1, 2, 3, 4].map((count) => `Antwoord op vraag ${count}`))
    }
  })

  it('is acknowledged within a second while the desk thinks for a minute', async () => {
    let thinking = 0
    const hung: Turn = () => {
      thinking += 1
      return new Promise(() => {})
    }
    desk = await slackStoreDesk(hung)
    await desk.people.writes('U0AN', 'D0AN', 'eerst')
    desk.pass(0).catch(() => undefined) // ends with the test
    await expect.poll(() => thinking).toBe(1)
    for (let count = 0; count < 20; count++) {
      const started = performance.now()
      const { acknowledged } = await desk.people.writes('U0AN', 'D0AN', `vraag ${count}`)
      expect(acknowledged).toBe(true)
      expect(performance.now() - started).toBeLessThan(1000)
    }
    expect(desk.received).toHaveLength(21)
  })

  it('that is changed, taken back or written by a bot gets no answer of its own', async () => {
    desk = await slackStoreDesk()
    const { message } = await desk.people.writes('U0AN', 'D0AN', 'een')
    await desk.pass(2000)
    await desk.people.edits(message, 'D0AN', 'een, maar anders')
    await desk.people.deletes(message, 'D0AN')
    const bot = { ...desk.workspace.write('U0ROBOT', 'D0AN', 'herinnering'), botId: 'B0ROBOT' }
    for (const event of desk.people.eventsOf(bot, 'D0AN')) await desk.people.tell(event)
    for (const post of desk.workspace.posts('D0AN')) {
      for (const event of desk.people.eventsOf(post, 'D0AN')) await desk.people.tell(event)
    }
    expect(desk.received).toHaveLength(3)
    expect(desk.received.slice(1).every(({ revision }) => revision !== undefined)).toBe(true)
  })
})
