import { afterEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../fakes/clock.js'
import { type SlackDesk, slackDesk } from './slack-desk.js'

/** Time passes, sleepers sleep not. */
class FastClock extends ManualClock {
  override async sleep(): Promise<void> {}
}

let desk: SlackDesk
let clock: FastClock
afterEach(() => desk.close())

async function opened() {
  clock = new FastClock('2026-11-23T09:00:00Z')
  desk = await slackDesk({ clock }, { now: () => clock.now() })
  await desk.open()
  return desk
}

const later = (minutes: number) => clock.advance(minutes * 60_000)
const texts = () => [...new Map(desk.received.map((each) => [each.eventId, each.text])).values()]

/** What people wrote and Slack told nobody of. */
function untold(user: string, channel: string, text: string, thread: string | null = null) {
  return desk.workspace.write(user, channel, text, thread)
}

describe('after Slack was silent for ten minutes', () => {
  it('everything that was written to the desk meanwhile is taken in, and it is told how much', async () => {
    await opened()
    const { message: direct } = await desk.people.writes('U0AN', 'D0AN', 'een')
    const { message: mention } = await desk.people.writes('U0AN', 'C0LEDEN', '<@U0BOT> twee')
    later(1)
    untold('U0AN', 'D0AN', 'drie', direct.ts)
    untold('U0BART', 'C0LEDEN', 'vier', mention.ts)
    untold('U0AN', 'D0AN', 'vijf')
    untold('U0BART', 'C0LEDEN', '<@U0BOT> zes')
    untold('U0BART', 'C0LEDEN', 'niets voor de desk')
    later(10)
    await desk.people.writes('U0BART', 'C0LEDEN', '<@U0BOT> zeven')
    await desk.channel.lookedBack()
    expect(texts().sort()).toEqual(['drie', 'een', 'twee', 'vier', 'vijf', 'zes', 'zeven'])
    expect(desk.alerts).toMatchObject([
      { kind: 'looked-back', from: '2026-11-23T09:00:00.000Z', complete: true },
    ])
  })

  it('what was heard already is the same event again', async () => {
    await opened()
    await desk.people.writes('U0AN', 'D0AN', 'een')
    later(11)
    await desk.people.writes('U0AN', 'D0AN', 'twee')
    await desk.channel.lookedBack()
    expect(texts().sort()).toEqual(['een', 'twee'])
  })

  it('nothing is looked at while Slack keeps telling', async () => {
    await opened()
    for (const text of ['een', 'twee', 'drie']) {
      await desk.people.writes('U0AN', 'D0AN', text)
      later(9)
    }
    await desk.channel.lookedBack()
    expect(desk.slack.callsOf('conversations.history')).toEqual([])
  })

  it('it is told when part of the time could not be looked at', async () => {
    await opened()
    await desk.people.writes('U0AN', 'D0AN', 'een')
    later(11)
    desk.slack.next('conversations.history', { kind: 'status', status: 500 })
    await desk.people.writes('U0AN', 'D0AN', 'twee')
    await desk.channel.lookedBack()
    expect(desk.alerts).toMatchObject([{ kind: 'looked-back', complete: false }])
  })

  it('also when it was the desk that was away', async () => {
    await opened()
    await desk.people.writes('U0AN', 'D0AN', 'een')
    await desk.channel.stop()
    later(5)
    untold('U0AN', 'D0AN', 'terwijl niemand er was')
    later(10)
    await desk.open()
    await desk.channel.lookedBack()
    expect(texts()).toContain('terwijl niemand er was')
  })
})
