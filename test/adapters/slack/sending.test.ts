import { afterEach, describe, expect, it } from 'vitest'
import type { Turn } from '../../../src/desk/turn.js'
import { echo, says } from '../../fakes/messages.js'
import type { SlackWeather } from '../../fakes/slack-server.js'
import { shownIn } from '../../fakes/slack-shown.js'
import { slackStoreDesk } from './slack-store-desk.js'

type Desk = Awaited<ReturnType<typeof slackStoreDesk>>
let desk: Desk

const opened = async (...args: Parameters<typeof slackStoreDesk>) => {
  desk = await slackStoreDesk(...args)
  return desk
}
afterEach(() => desk.close())

const posts = (channel = 'D0AN') => desk.workspace.posts(channel)
const sentTimes = () => desk.slack.callsOf('chat.postMessage').map(({ at }) => at)
const ask = (text = 'hallo') => desk.people.writes('U0AN', 'D0AN', text)

describe('Slack that wants less', () => {
  it('is waited for as long as it says, and the message is sent once', async () => {
    await opened()
    desk.slack.next('chat.postMessage', { kind: 'limited', retryAfter: '30' })
    await ask()
    await desk.pass(40_000)
    const [refused = 0, sent = 0, ...more] = sentTimes()
    expect(more).toEqual([])
    expect(sent - refused).toBeGreaterThanOrEqual(30_000)
    expect(sent - refused).toBeLessThan(35_000)
    expect(posts()).toHaveLength(1)
  })

  it.each([
    ['a date', 'Mon, 23 Nov 2026 09:00:20 GMT', 20_000],
    ['no time at all', null, 5000],
    ['nonsense', 'straks', 5000],
    ['a date in the past', 'Mon, 23 Nov 2020 09:00:20 GMT', 1100],
  ])('is understood when it names %s', async (_, retryAfter, waited) => {
    await opened()
    desk.slack.next('chat.postMessage', { kind: 'limited', retryAfter })
    await ask()
    await desk.pass(30_000)
    const [refused = 0, sent = 0] = sentTimes()
    expect(sent - refused).toBeGreaterThanOrEqual(waited)
    expect(sent - refused).toBeLessThan(waited + 1500)
    expect(posts()).toHaveLength(1)
  })

  it('does not hold up another channel', async () => {
    await opened()
    desk.slack.next('chat.postMessage', { kind: 'limited', retryAfter: '30' })
    await ask()
    await desk.pass(0)
    await desk.people.writes('U0BART', 'C0LEDEN', '<@U0BOT> hallo')
    await desk.pass(900)
    expect(posts()).toHaveLength(0)
    expect(posts('C0LEDEN')).toHaveLength(1)
  })

  it('gets a hundred replies of one channel in order, a second apart, with no refusal', async () => {
    const turn: Turn = async () => says(...Array.from({ length: 100 }, (_, index) => `deel ${index + 1}`))
    await opened(turn, { paced: true })
    await ask()
    await desk.pass(115_000, 550)
    expect(posts().map(({ text }) => text)).toEqual(
      Array.from({ length: 100 }, (_, index) => `deel ${index + 1}`),
    )
    const gaps = sentTimes().flatMap((at, index, all) => (index === 0 ? [] : [at - (all[index - 1] ?? 0)]))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000)
    expect(sentTimes()).toHaveLength(100)
  }, 60_000)

  it('counts the threads of a channel together', async () => {
    await opened()
    for (const text of ['een', 'twee', 'drie'])
      await desk.people.writes('U0AN', 'C0LEDEN', `<@U0BOT> ${text}`)
    await desk.pass(10_000)
    const gaps = sentTimes().flatMap((at, index, all) => (index === 0 ? [] : [at - (all[index - 1] ?? 0)]))
    expect(gaps).toHaveLength(2)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000)
  })
})

describe('a send of which nobody knows how it ended', () => {
  it.each<[string, SlackWeather, number]>([
    ['the connection broke before', { kind: 'breaks', after: false }, 2],
    ['the connection broke after it was posted', { kind: 'breaks', after: true }, 1],
    ['HTTP 500', { kind: 'status', status: 500 }, 2],
    ['HTTP 502', { kind: 'status', status: 502 }, 2],
    ['HTTP 503', { kind: 'status', status: 503 }, 2],
    ['HTTP 504', { kind: 'status', status: 504 }, 2],
    ['HTTP 408', { kind: 'status', status: 408 }, 2],
    ['an error inside Slack', { kind: 'error', error: 'internal_error' }, 2],
  ])('is looked for within a minute and posted once: %s', async (_, weather, calls) => {
    await opened()
    desk.slack.next('chat.postMessage', weather)
    await ask()
    await desk.pass(0)
    // One call each: what comes after the first is of the desk, once it knows that nothing was posted.
    expect(desk.slack.callsOf('chat.postMessage')).toHaveLength(1)
    await desk.pass(60_000, 500)
    expect(desk.slack.callsOf('chat.postMessage')).toHaveLength(calls)
    expect(posts()).toHaveLength(1)
    expect(desk.settled()[0]).toMatchObject({ kind: 'check' })
    const { ts } = posts()[0] ?? never()
    expect(desk.settled().at(-1)).toEqual({ kind: 'delivered', platformId: ts })
  })

  it('is not sent again when Slack cannot be asked either', async () => {
    await opened()
    desk.slack.next('chat.postMessage', { kind: 'breaks', after: false })
    const away: SlackWeather = { kind: 'status', status: 503 }
    desk.slack.next('conversations.replies', ...Array.from({ length: 20 }, () => away))
    await ask()
    await desk.pass(70_000, 500)
    expect(desk.slack.callsOf('chat.postMessage')).toHaveLength(1)
    expect(desk.settled().at(-1)).toMatchObject({ kind: 'uncertain' })
  })

  it('waits, however long, when the connection was never made: nothing can have been posted', async () => {
    await opened()
    await ask()
    await desk.slack.stop()
    await desk.pass(120_000, 1000)
    expect(desk.settled()).not.toHaveLength(0)
    expect(desk.settled().every(({ kind }) => kind === 'later')).toBe(true)
  })
})

describe('Slack that says no', () => {
  it.each([
    'token_revoked',
    'invalid_auth',
    'account_inactive',
  ])('to the token is not asked again, and whoever runs the desk hears it at once: %s', async (error) => {
    await opened()
    await ask()
    desk.slack.refuseTokens(error)
    await desk.pass(60_000, 1000)
    expect(desk.slack.callsOf('chat.postMessage')).toHaveLength(1)
    expect(desk.settled()).toMatchObject([{ kind: 'failed', reason: error }])
    expect(desk.alerts).toContainEqual({ kind: 'token-refused', team: 'T0TESTVVSG', error })
  })

  it('to the channel fails that message, and the next one goes on', async () => {
    await opened()
    desk.slack.next('chat.postMessage', { kind: 'error', error: 'is_archived' })
    const { message } = await ask('een')
    await desk.people.writes('U0AN', 'D0AN', 'twee', message.ts)
    await desk.pass(5000)
    expect(desk.settled()).toMatchObject([{ kind: 'failed', reason: 'is_archived' }, { kind: 'delivered' }])
    expect(posts().map(({ text }) => text)).toEqual(['Antwoord op twee'])
    expect(desk.alerts).toEqual([])
  })

  it.each([
    'invalid_blocks',
    'msg_blocks_too_long',
  ])('to the blocks gets the plain text, and one message is there: %s', async (error) => {
    await opened()
    desk.slack.next('chat.postMessage', { kind: 'error', error })
    await ask()
    await desk.pass(2000)
    expect(desk.slack.callsOf('chat.postMessage')).toHaveLength(2)
    expect(posts()).toMatchObject([{ text: 'Antwoord op hallo', blocks: [] }])
    expect(desk.settled()).toMatchObject([{ kind: 'delivered' }])
  })
})

describe('what is posted', () => {
  it('is split when it is long, in parts that Slack takes', async () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `w${index % 10_000}`.padEnd(5, 'x'))
    const long = words.join(' ')
    expect(long.length).toBeGreaterThan(59_000)
    await opened(async () => says(long))
    await ask()
    await desk.pass(20_000, 550)
    const parts = posts().map(shownIn)
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(12_000)
    expect(parts.join(' ').split(/\s+/)).toEqual(words)
    expect(desk.settled().every(({ kind }) => kind === 'delivered')).toBe(true)
    expect(posts().every(({ blocks }) => blocks.length > 0)).toBe(true)
  })

  it('unfurls nothing and makes no mentions, whatever a member wrote', async () => {
    const nasty =
      '<!channel> @channel <@U0AN> <https://kwaad.example|VVSG> https://kwaad.example/x *vet* & zo'
    const turn: Turn = async (incoming, ...rest) => echo({ ...incoming, text: nasty }, ...rest)
    await opened(turn)
    await ask()
    await desk.pass(2000)
    const [post] = posts()
    expect(post?.asked).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', parse: 'none' })
    for (const text of [post?.text ?? '', JSON.stringify(post?.blocks)]) expect(text).not.toMatch(/[<>]/)
    expect(post?.blocks).toMatchObject([{ type: 'section', text: { type: 'mrkdwn', verbatim: true } }])
    expect(shownIn(post ?? never())).toContain(nasty)
  })
})

function never(): never {
  throw new Error('Nothing was posted')
}
