import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { StoredInstallations } from '../../../adapters/slack/installations.js'
import { memoryRecords } from '../../fakes/records.js'
import { type SlackDesk, slackDesk } from './slack-desk.js'

const KEY = Buffer.alloc(32, 7)
const NOW = new Date('2026-11-23T09:00:00Z')
const installation = {
  team: 'T0TESTVVSG',
  enterprise: null,
  userId: 'U0BOT',
  botId: 'B0BOT',
  token: 'xoxb-very-secret',
  installedAt: NOW.toISOString(),
}

let desk: SlackDesk | null = null
afterEach(async () => {
  await desk?.close()
  desk = null
})

async function installable(records = memoryRecords()) {
  const oauth = {
    clientId: '1.2',
    clientSecret: 'client secret',
    stateSecret: 'state secret of the test',
    publicUrl: 'https://vraagbaak.example.be',
    installationsKey: KEY,
  }
  desk = await slackDesk({ botToken: null, oauth, records })
  await desk.open()
  return desk
}

/** Goes to Slack and comes back with a code; the browser's cookies along or not. */
async function install({ url }: SlackDesk, code = 'a-good-code', withCookie = true): Promise<Response> {
  const left = await fetch(`${url}/slack/install`, { redirect: 'manual' })
  const to = new URL(left.headers.get('location') ?? '')
  expect(to.searchParams.get('redirect_uri')).toBe('https://vraagbaak.example.be/slack/oauth_redirect')
  const cookie = withCookie ? (left.headers.get('set-cookie')?.split(';')[0] ?? '') : ''
  const back = new URLSearchParams({ code, state: to.searchParams.get('state') ?? '' })
  return fetch(`${url}/slack/oauth_redirect?${back}`, { headers: { cookie } })
}

const envelope = (event: object, at = Date.now() / 1000) => ({
  team_id: 'T0TESTVVSG',
  api_app_id: 'A0APP',
  event,
  type: 'event_callback',
  event_id: 'Ev1',
  event_time: Math.floor(at),
})

async function tell({ url, slack }: SlackDesk, body: object): Promise<number> {
  const text = JSON.stringify(body)
  const headers = { 'content-type': 'application/json', ...slack.sign(text) }
  return (await fetch(`${url}/slack/events`, { method: 'POST', headers, body: text })).status
}

describe('a workspace that installs the app by its page', () => {
  it('is heard from then on, and no longer once it removed the app', async () => {
    const at = await installable()
    expect((await at.people.writes('U0AN', 'D0AN', 'hallo')).acknowledged).toBe(false)
    const done = await install(at)
    expect([done.status, await done.text()]).toMatchObject([200, expect.stringContaining('toegevoegd')])
    expect((await at.people.writes('U0AN', 'D0AN', 'hallo')).acknowledged).toBe(true)
    expect(at.received).toHaveLength(1)
    expect(await tell(at, envelope({ type: 'app_uninstalled' }, Date.now() / 1000 + 1))).toBe(200)
    expect((await at.people.writes('U0AN', 'D0AN', 'nog eens')).acknowledged).toBe(false)
    expect(await at.records.list('slack-installation', NOW)).toEqual([])
  })

  it('is forgotten when its bot token is revoked, and not when only a person takes theirs back', async () => {
    const at = await installable()
    await install(at)
    const later = Date.now() / 1000 + 1
    await tell(at, envelope({ type: 'tokens_revoked', tokens: { oauth: ['U0AN'], bot: [] } }, later))
    expect(await at.records.list('slack-installation', NOW)).toHaveLength(1)
    await tell(at, envelope({ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } }, later))
    expect(await at.records.list('slack-installation', NOW)).toHaveLength(0)
  })

  it('stays when the news of an earlier removal comes late', async () => {
    const at = await installable()
    await install(at)
    await tell(at, envelope({ type: 'app_uninstalled' }, Date.now() / 1000 - 60))
    expect(await at.records.list('slack-installation', NOW)).toHaveLength(1)
  })

  it.each([
    ['a code that is not right', 'a-bad-code', true],
    ['a browser that did not leave from here', 'a-good-code', false],
  ])('is not installed with %s', async (_, code, withCookie) => {
    const at = await installable()
    const failed = await install(at, code, withCookie)
    expect([failed.status, await failed.text()]).toMatchObject([400, expect.stringContaining('kon niet')])
    expect(await at.records.list('slack-installation', NOW)).toEqual([])
  })

  it('gets the answers too', async () => {
    const at = await installable()
    await install(at)
    await at.people.writes('U0AN', 'D0AN', 'hallo')
    const conversation = at.received[0]?.conversation
    if (!conversation) throw new Error('Nothing came in')
    const text = {
      kind: 'notice',
      text: 'Dag',
      citations: [],
      actions: [],
      ticket: null,
      booking: null,
    } as const
    const delivery = { id: 'd1', conversation, number: 1, message: text, replaces: null, under: null }
    expect(await at.channel.send(delivery)).toMatchObject({ kind: 'delivered' })
    expect(at.workspace.posts('D0AN')).toHaveLength(1)
  })
})

describe('an installation in the store', () => {
  it('cannot be read there, nor with another key, nor in the place of another', async () => {
    const records = memoryRecords()
    const stored = new StoredInstallations(records, KEY, () => NOW)
    await stored.store(installation)
    const [record] = await records.list('slack-installation', NOW)
    expect(record?.value).not.toContain('secret')
    expect(await stored.find({ team: 'T0TESTVVSG', enterprise: null })).toEqual(installation)

    const other = new StoredInstallations(records, randomBytes(32), () => NOW)
    await expect(other.find({ team: 'T0TESTVVSG', enterprise: null })).rejects.toMatchObject({
      code: 'SLACK_INSTALLATION_UNREADABLE',
    })
    await records.put('slack-installation', 'T0ANDER', record?.value ?? '', NOW, null)
    await expect(stored.find({ team: 'T0ANDER', enterprise: null })).rejects.toThrow('T0ANDER')
  })

  it('of a whole organisation is found for each of its workspaces', async () => {
    const stored = new StoredInstallations(memoryRecords(), KEY, () => NOW)
    await stored.store({ ...installation, team: 'E0ALLES', enterprise: 'E0ALLES' })
    expect(await stored.find({ team: 'T0EEN', enterprise: 'E0ALLES' })).toMatchObject({ team: 'E0ALLES' })
    expect(await stored.find({ team: 'T0EEN', enterprise: null })).toBeNull()
  })
})
