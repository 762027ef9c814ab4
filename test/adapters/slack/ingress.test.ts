import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SlackMessage } from '../../fakes/slack-workspace.js'
import { type SlackDesk, slackDesk } from './slack-desk.js'

let desk: SlackDesk

beforeEach(async () => {
  desk = await slackDesk()
})
afterEach(() => desk.close())

const now = () => Math.floor(Date.now() / 1000)
const eventIds = () => new Set(desk.received.map(({ eventId }) => eventId))

function question(text = 'Hoeveel leden?'): { message: SlackMessage; event: object } {
  const message = desk.workspace.write('U0AN', 'D0AN', text)
  return { message, event: desk.people.eventsOf(message, 'D0AN')[0] ?? {} }
}

describe('a request that says it is from Slack', () => {
  it.each([
    [-301, 401],
    [-299, 200],
    [299, 200],
    [301, 401],
    [31_536_000, 401],
  ])('signed %i seconds from now is answered with %i', async (shift, status) => {
    await desk.open()
    expect(await desk.people.tell(question().event, { signedAt: now() + shift })).toBe(status)
    expect(desk.received).toHaveLength(status === 200 ? 1 : 0)
  })

  it('is refused when one byte of it was changed, whichever', async () => {
    await desk.open()
    const { event } = question()
    const length = JSON.stringify(desk.people.envelope(event)).length
    for (let at = 0; at < length; at += 7) {
      const tamper = (body: string) => {
        const bytes = Buffer.from(body)
        bytes[at] = (bytes[at] ?? 0) ^ 1
        return bytes.toString('latin1')
      }
      expect(await desk.people.tell(event, { tamper })).toBe(401)
    }
    expect(desk.received).toEqual([])
  })

  it.each([
    ['without a signature', { 'x-slack-request-timestamp': String(now()) }],
    ['without a time', { 'x-slack-signature': 'v0=00' }],
    ['with a time that is none', { 'x-slack-request-timestamp': 'straks', 'x-slack-signature': 'v0=00' }],
    ['with an empty time', { 'x-slack-request-timestamp': '', 'x-slack-signature': 'v0=00' }],
    [
      'with a signature of another length',
      { 'x-slack-request-timestamp': String(now()), 'x-slack-signature': 'v0=' },
    ],
  ])('is refused %s', async (_, headers) => {
    await desk.open()
    const body = JSON.stringify(desk.people.envelope(question().event))
    const response = await fetch(`${desk.url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    expect(response.status).toBe(401)
    expect(desk.received).toEqual([])
  })
})

describe('one event told several times', () => {
  beforeEach(() => desk.open())

  it('is one event when Slack retries, with its markers and without', async () => {
    const { event } = question()
    for (const retry of [0, 1, 2, 3, 0])
      expect(await desk.people.tell(event, { eventId: 'Ev1', retry })).toBe(200)
    expect(eventIds().size).toBe(1)
  })

  it('is one event for a mention, which Slack tells as a mention and as a message in either order', async () => {
    const tellTwins = async (count: number) => {
      const message = desk.workspace.write('U0AN', 'C0LEDEN', `<@U0BOT> vraag ${count}`)
      const twins = desk.people.eventsOf(message, 'C0LEDEN')
      expect(twins).toHaveLength(2)
      const order = count % 2 === 0 ? twins : [...twins].reverse()
      for (const event of order) expect(await desk.people.tell(event)).toBe(200)
    }
    const numbers = Array.from({ length: 1000 }, (_, count) => count)
    while (numbers.length > 0) await Promise.all(numbers.splice(0, 20).map(tellTwins))
    expect(desk.received).toHaveLength(2000)
    expect(eventIds().size).toBe(1000)
    expect(new Set(desk.received.map(({ conversation }) => conversation)).size).toBe(1000)
  }, 60_000)
})

describe('the acknowledgement', () => {
  it('does not come when the desk could not keep the event, so that Slack sends it again', async () => {
    let broken = true
    await desk.open(async () => {
      if (broken) throw new Error('the disk is full')
    })
    const { event } = question()
    expect(await desk.people.tell(event)).toBe(503)
    broken = false
    expect(await desk.people.tell(event, { retry: 1 })).toBe(200)
    expect(eventIds().size).toBe(1)
  })

  it('does not come before the desk is open, nor after it stopped', async () => {
    const { event } = question()
    expect(await desk.people.tell(event)).toBe(503)
    await desk.open()
    expect(await desk.people.tell(event)).toBe(200)
    await desk.channel.stop()
    expect(await desk.people.tell(event)).toBe(503)
    expect(desk.received).toHaveLength(1)
  })

  it('does not come when Slack itself cannot say whose token this is', async () => {
    desk.slack.next('auth.test', { kind: 'status', status: 500 })
    await desk.open()
    const { event } = question()
    expect(await desk.people.tell(event)).toBe(503)
    expect(await desk.people.tell(event)).toBe(200)
  })

  it('waits for nobody who is slow to be looked up', async () => {
    desk.slack.next('users.info', { kind: 'slow', ms: 5000 })
    await desk.open()
    const started = performance.now()
    expect(await desk.people.tell(question().event)).toBe(200)
    expect(performance.now() - started).toBeLessThan(1000)
    expect(desk.received).toMatchObject([{ origin: { outsider: true } }])
  })

  it('waits for no sign that the desk is at work', async () => {
    desk.slack.next('assistant.threads.setStatus', { kind: 'slow', ms: 5000 })
    await desk.open()
    const started = performance.now()
    expect(await desk.people.tell(question().event)).toBe(200)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('who asks', () => {
  beforeEach(() => desk.open())

  const asked = async (user: string) => {
    desk.workspace.addChannel('D0X', user)
    await desk.people.writes(user, 'D0X', 'Wie zijn de leden?')
    return desk.received.at(-1)
  }

  it('is a colleague of the workspace with a name, looked up once', async () => {
    await asked('U0BART')
    expect(await asked('U0BART')).toMatchObject({
      personName: 'Bart Claes',
      origin: { slackTeam: 'T0TESTVVSG', outsider: false },
    })
    expect(desk.slack.callsOf('users.info')).toHaveLength(1)
  })

  it('is a stranger as a guest of the workspace', async () => {
    desk.workspace.addUser('U0GAST', 'Gast', { restricted: true })
    expect(await asked('U0GAST')).toMatchObject({ origin: { slackTeam: 'T0TESTVVSG', outsider: true } })
  })

  it('is a stranger from another organisation in a shared channel', async () => {
    desk.workspace.addUser('U0ANDER', 'Iemand van elders', { team: 'T0ANDER' })
    expect(await asked('U0ANDER')).toMatchObject({ origin: { slackTeam: 'T0ANDER', outsider: true } })
  })

  it('is a stranger when it cannot be looked up, which is told to who runs the desk', async () => {
    desk.slack.scopes.delete('users:read')
    const incoming = await asked('U0AN')
    expect(incoming).toMatchObject({ origin: { outsider: true } })
    expect(incoming).not.toHaveProperty('personName')
    expect(desk.alerts).toContainEqual({ kind: 'people-unknown', team: 'T0TESTVVSG', error: 'missing_scope' })
  })
})
