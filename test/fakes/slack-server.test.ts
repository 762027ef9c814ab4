import { createServer } from 'node:net'
import { WebClient } from '@slack/web-api'
import { createEmulator } from 'emulate'
import { expect, it } from 'vitest'
import { slackErrorOf } from '../../adapters/slack/errors.js'
import { silentLogger } from '../../adapters/slack/slack-logger.js'
import { SlackServer } from './slack-server.js'

/** What both servers know, under their own ids. */
interface Peer {
  readonly client: WebClient
  readonly channel: string
  readonly user: string
}

type Step = (peer: Peer, kept: Map<string, string>) => Promise<unknown>

const TS = /^\d{10}\.\d{6}$/
const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'blok' } }]
const metadata = { event_type: 'vraagbaak_message', event_payload: { delivery: 'd1' } }
const view = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Titel' },
  blocks,
}

/** Calls as the channel makes them, each with what the channel reads of the answer. */
const STEPS: Readonly<Record<string, Step>> = {
  'whose token it is': async ({ client }) => {
    const { ok, team_id: team, user_id: user } = await client.auth.test()
    return [ok, typeof team, typeof user]
  },
  'a post': async ({ client, channel }, kept) => {
    const posted = await client.chat.postMessage({ channel, text: 'een', blocks, metadata })
    kept.set('root', posted.ts ?? '')
    return [posted.ok, posted.channel === channel, TS.test(posted.ts ?? ''), posted.message?.text]
  },
  'a reply': async ({ client, channel }, kept) => {
    const posted = await client.chat.postMessage({ channel, text: 'twee', thread_ts: kept.get('root') ?? '' })
    return [posted.ok, TS.test(posted.ts ?? ''), posted.ts === kept.get('root')]
  },
  'a thread': async ({ client, channel }, kept) => {
    const { messages = [] } = await client.conversations.replies({ channel, ts: kept.get('root') ?? '' })
    return messages
      .map(({ text, thread_ts: thread, type }) => [type, text, thread === kept.get('root')])
      .slice(1)
  },
  'history, without replies and with metadata': async ({ client, channel }) => {
    const { messages = [], has_more: more } = await client.conversations.history({
      channel,
      include_all_metadata: true,
    })
    return [messages.map(({ text, metadata: carried }) => [text, carried?.event_payload]), more]
  },
  'history in pages, newest first': async ({ client, channel }) => {
    await client.chat.postMessage({ channel, text: 'drie' })
    const first = await client.conversations.history({ channel, limit: 1 })
    const cursor = first.response_metadata?.next_cursor ?? ''
    const second = await client.conversations.history({ channel, limit: 1, cursor })
    return [first.messages?.[0]?.text, cursor !== '', second.messages?.[0]?.text]
  },
  'an update': async ({ client, channel }, kept) => {
    const ts = kept.get('root') ?? ''
    const updated = await client.chat.update({ channel, ts, text: 'een, beter' })
    const { messages = [] } = await client.conversations.replies({ channel, ts })
    return [updated.ts === ts, messages[0]?.text]
  },
  'a note for one person': async ({ client, channel, user }) =>
    (await client.chat.postEphemeral({ channel, user, text: 'alleen u' })).ok,
  'a person': async ({ client, user }) => {
    const { user: found } = await client.users.info({ user })
    return [found?.id === user, typeof found?.team_id, typeof found?.profile?.real_name]
  },
  'a direct message': async ({ client, user }) => {
    const { channel } = await client.conversations.open({ users: user })
    return channel?.id?.startsWith('D')
  },
  'the home tab': async ({ client, user }) =>
    (await client.views.publish({ user_id: user, view: { type: 'home', blocks } })).ok,
  'a post in no channel': ({ client }) => client.chat.postMessage({ channel: 'C0NIETS', text: 'x' }),
  'a post without text': ({ client, channel }) => client.chat.postMessage({ channel, text: '' }),
  'an update of nothing': ({ client, channel }) => client.chat.update({ channel, ts: '1.000001', text: 'x' }),
  'history of no channel': ({ client }) => client.conversations.history({ channel: 'C0NIETS' }),
  nobody: ({ client }) => client.users.info({ user: 'U0NIETS' }),
  'a form without a press': ({ client }) => client.views.open({ trigger_id: 'verzonnen', view }),
}

it('answers as an independent emulator of Slack does, in what the channel reads', async () => {
  const port = await freePort()
  const seed = { slack: { users: [{ name: 'an', real_name: 'An Peeters' }], channels: [{ name: 'leden' }] } }
  const emulator = await createEmulator({ service: 'slack', port, seed })
  const slack = await SlackServer.start()
  try {
    slack.workspace.addUser('U0AN', 'An Peeters')
    slack.workspace.addChannel('C0LEDEN', 'U0AN')
    const ours = { client: clientOf(slack.apiUrl, slack.token), channel: 'C0LEDEN', user: 'U0AN' }
    const theirs = await emulated(clientOf(`${emulator.url}/api/`, 'xoxb-any'))
    const answers = await run(ours)
    expect(Object.keys(answers)).toEqual(Object.keys(STEPS))
    expect(answers).toEqual(await run(theirs))
    // The one difference: Slack documents an error for a thread that is not there, the emulator finds it empty.
    const nowhere = { channel: ours.channel, ts: '1.000001' }
    await expect(ours.client.conversations.replies(nowhere)).rejects.toThrow('thread_not_found')
  } finally {
    await slack.stop()
    await emulator.close()
  }
}, 30_000)

async function run(peer: Peer): Promise<Record<string, unknown>> {
  const kept = new Map<string, string>()
  const answers: Record<string, unknown> = {}
  for (const [name, step] of Object.entries(STEPS)) {
    answers[name] = await step(peer, kept).catch((error: unknown) => ({
      error: slackErrorOf(error) ?? 'none',
    }))
  }
  return answers
}

function clientOf(slackApiUrl: string, token: string): WebClient {
  return new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logger: silentLogger() })
}

async function emulated(client: WebClient): Promise<Peer> {
  const { channels = [] } = await client.conversations.list({})
  const { members = [] } = await client.users.list({})
  const channel = channels.find(({ name }) => name === 'leden')?.id ?? ''
  await client.conversations.join({ channel })
  return { client, channel, user: members.find(({ name }) => name === 'an')?.id ?? '' }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
