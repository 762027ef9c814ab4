import { afterEach, describe, expect, it } from 'vitest'
import { echo, says } from '../../fakes/messages.js'
import { mostWithin } from '../../fakes/most-within.js'
import { shownIn } from '../../fakes/teams-connector.js'
import { type Chat, personal } from '../../fakes/teams-people.js'
import { teamsStoreDesk } from './teams-store-desk.js'

let desk: Awaited<ReturnType<typeof teamsStoreDesk>>
afterEach(() => desk.close())

const chat = personal('an')
const tell = async (name: string, where: Chat, text: string) =>
  (await desk.people.tell(desk.people.written(name, where, text))).status

/** When messages were posted, on the desk's clock. */
const instants = () => desk.connector.messageCalls().map(({ at }) => at)

describe('the pace of replies', { timeout: 30_000 }, () => {
  it('of eight that are ready at once stays below what Teams takes, in order', async () => {
    const replies = Array.from({ length: 8 }, (_, at) => `Antwoord ${at + 1}`)
    desk = await teamsStoreDesk(async () => says(...replies))
    await tell('an', chat, 'hallo')
    await desk.handle()
    await desk.sendFor(999)
    expect(instants()).toHaveLength(7)
    await desk.sendFor(1100)
    expect(desk.connector.posts(chat.id).map(shownIn)).toEqual(replies)
  })

  it('stays there for as long as it goes on, in one chat as in all threads of a channel together', async () => {
    desk = await teamsStoreDesk(async () => says(...Array.from({ length: 35 }, (_, at) => `Antwoord ${at}`)))
    const thread = (root: string): Chat => ({
      id: `19:leden@thread.tacv2;messageid=${root}`,
      type: 'channel',
    })
    for (const root of ['11', '22']) await tell('an', thread(root), 'hallo')
    await desk.handle()
    await desk.sendFor(45_000)
    expect(instants()).toHaveLength(70)
    expect(mostWithin(instants(), 1000)).toBeLessThanOrEqual(7)
    expect(mostWithin(instants(), 2000)).toBeLessThanOrEqual(8)
    expect(mostWithin(instants(), 30_000)).toBe(60)
  })

  it('of one chat holds nobody else up', async () => {
    desk = await teamsStoreDesk(async ({ text }) =>
      says(...Array.from({ length: text === 'veel' ? 20 : 1 }, (_, at) => `Antwoord ${at}`)),
    )
    await tell('an', chat, 'veel')
    await tell('bart', personal('bart'), 'weinig')
    await desk.handle()
    await desk.sendFor(0)
    expect(desk.connector.posts('a:1-bart')).toHaveLength(1)
    expect(desk.connector.posts(chat.id)).toHaveLength(1)
  })
})

describe('the acknowledgement', { timeout: 30_000 }, () => {
  it('waits for no model: all who write while it hangs are told at once, and answered once it is over', async () => {
    let hung = true
    let over = () => {}
    const model = new Promise<void>((resolve) => {
      over = resolve
    })
    desk = await teamsStoreDesk(async (incoming, state, now, heldBy) => {
      if (hung) await model
      return echo(incoming, state, now, heldBy)
    })
    const names = Array.from({ length: 20 }, (_, at) => `lid${at}`)
    const handled: Promise<void>[] = []
    for (const name of names) {
      // Without a step of the clock: whatever waited for the turn would never end.
      expect(await tell(name, personal(name), 'Wie zijn de leden?')).toBe(200)
      handled.push(desk.handle())
    }
    expect(instants()).toEqual([])
    desk.clock.advance(60_000)
    hung = false
    over()
    await Promise.all(handled)
    await desk.sendFor(0)
    for (const name of names) expect(desk.connector.posts(`a:1-${name}`)).toHaveLength(1)
  })
})
