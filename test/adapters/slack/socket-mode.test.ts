import { afterEach, describe, expect, it } from 'vitest'
import type { SlackAlert } from '../../../adapters/slack/errors.js'
import { SlackChannel } from '../../../adapters/slack/slack-channel.js'
import { systemClock } from '../../../src/desk/clock.js'
import type { Incoming } from '../../../src/desk/incoming.js'
import { memoryRecords } from '../../fakes/records.js'
import { SlackPeople } from '../../fakes/slack-people.js'
import { SlackServer } from '../../fakes/slack-server.js'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close()
})

async function socketDesk(receive: (incoming: Incoming) => Promise<void> = async () => {}) {
  const slack = await SlackServer.start()
  const { workspace } = slack
  workspace.addUser('U0AN', 'An Peeters')
  workspace.addChannel('D0AN', 'U0AN')
  const received: Incoming[] = []
  const alerts: SlackAlert[] = []
  const channel = new SlackChannel({
    mode: { kind: 'socket', appToken: slack.appToken },
    botToken: slack.token,
    oauth: null,
    apiUrl: slack.apiUrl,
    records: memoryRecords(),
    clock: systemClock(),
    sourceUrl: () => null,
    home: null,
    keepContact: null,
    onAlert: (alert) => alerts.push(alert),
  })
  const desk = {
    slack,
    workspace,
    received,
    alerts,
    channel,
    people: new SlackPeople(slack, 'http://nowhere.invalid'),
    async start() {
      await channel.start(async (incoming) => {
        received.push(incoming)
        await receive(incoming)
      })
    },
    async close() {
      await channel.stop()
      await slack.stop()
    },
  }
  opened.push(desk)
  return desk
}

type Desk = Awaited<ReturnType<typeof socketDesk>>

function question({ workspace, people }: Desk): object {
  const message = workspace.write('U0AN', 'D0AN', 'Hoeveel leden?')
  return people.envelope(people.eventsOf(message, 'D0AN')[0] ?? {})
}

const connected = (desk: Desk, times = 1) =>
  expect.poll(() => desk.slack.socket.connected, { timeout: 10_000 }).toBeGreaterThanOrEqual(times)

describe('Socket Mode', () => {
  it('takes in an event, which is acknowledged once it is kept; the same envelope again is the same event', async () => {
    const desk = await socketDesk()
    await desk.start()
    await connected(desk)
    const event = question(desk)
    for (let time = 0; time < 2; time++) {
      expect(await desk.slack.socket.deliver('events_api', event, { id: 'envelope-1' })).not.toBeNull()
    }
    expect(new Set(desk.received.map(({ eventId }) => eventId)).size).toBe(1)
    expect(desk.received[0]).toMatchObject({ text: 'Hoeveel leden?', personName: 'An Peeters' })
  })

  it('does not acknowledge what could not be kept', async () => {
    const desk = await socketDesk(() => Promise.reject(new Error('the disk is full')))
    await desk.start()
    await connected(desk)
    expect(await desk.slack.socket.deliver('events_api', question(desk), { waitMs: 500 })).toBeNull()
    expect(desk.received).toHaveLength(1)
  })

  it('answers a command in its acknowledgement', async () => {
    const desk = await socketDesk()
    await desk.start()
    await connected(desk)
    const command = {
      command: '/vraagadvies',
      text: '',
      user_id: 'U0AN',
      team_id: 'T0TESTVVSG',
      trigger_id: 't1',
    }
    const ack = await desk.slack.socket.deliver('slash_commands', command)
    expect(ack?.payload).toMatchObject({ response_type: 'ephemeral' })
  })

  it('connects again when the connection breaks, and when Slack is not there at first', async () => {
    const desk = await socketDesk()
    desk.slack.next(
      'apps.connections.open',
      { kind: 'status', status: 503 },
      { kind: 'breaks', after: false },
    )
    await desk.start()
    await connected(desk)
    expect(desk.alerts).toMatchObject([{ kind: 'not-connected' }, { kind: 'not-connected' }])
    desk.slack.socket.drop()
    await connected(desk, 2)
    expect(await desk.slack.socket.deliver('events_api', question(desk))).not.toBeNull()
    expect(desk.received).toHaveLength(1)
  }, 20_000)

  it('hears nothing any more once it is stopped', async () => {
    const desk = await socketDesk()
    await desk.start()
    await connected(desk)
    await desk.channel.stop()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(desk.slack.socket.connected).toBe(1)
    await expect(desk.slack.socket.deliver('events_api', question(desk))).rejects.toThrow(
      'Nobody is connected',
    )
  })
})
