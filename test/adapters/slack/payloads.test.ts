import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SlackDesk, slackDesk } from './slack-desk.js'

const folder = fileURLToPath(new URL('../../fixtures/slack', import.meta.url))

/** What the desk takes in of each payload; null is nothing, which is acknowledged all the same. */
const EXPECTED: Readonly<Record<string, object | null>> = {
  'message-im': {
    eventId: 'T0TESTVVSG/D0AN/1763802000.000100',
    channel: 'slack',
    conversation: 'T0TESTVVSG/D0AN/1763802000.000100',
    person: 'slack:T0TESTVVSG/U0AN',
    text: 'Hoeveel leden heeft de VVSG & wie zijn ze?',
    masked: [],
    action: null,
    messageId: 'D0AN/1763802000.000100',
    personName: 'An Peeters',
    origin: { slackTeam: 'T0TESTVVSG', outsider: false },
  },
  'message-im-thread': {
    conversation: 'T0TESTVVSG/D0AN/1763801000.000100',
    text: "En hoeveel OCMW's?",
    messageId: 'D0AN/1763802000.000100',
  },
  'message-im-personal-data': {
    text: 'Mail [e-mailadres], mijn nummer is [rijksregisternummer]',
    masked: ['e-mail', 'rijksregisternummer'],
  },
  'app-mention': {
    eventId: 'T0TESTVVSG/C0LEDEN/1763802000.000100',
    conversation: 'T0TESTVVSG/C0LEDEN/1763802000.000100',
    text: 'wie zijn de leden? Zie de ledenpagina (https://www.vvsg.be/leden) of #algemeen',
  },
  'message-channels-mention': {
    eventId: 'T0TESTVVSG/C0LEDEN/1763802000.000100',
    conversation: 'T0TESTVVSG/C0LEDEN/1763802000.000100',
    text: 'wie zijn de leden? Zie de ledenpagina (https://www.vvsg.be/leden) of #algemeen',
  },
  'message-channels': null,
  'message-shared-channel': {
    conversation: 'T0TESTVVSG/C0LEDEN/1763802000.000100',
    person: 'slack:T0TESTVVSG/U0GAST',
    text: 'wanneer is het secretariaat open?',
    origin: { slackTeam: 'T0ANDER', outsider: true },
  },
  'file-share': { text: 'Klopt dit document nog?' },
  'message-changed': {
    eventId: 'T0TESTVVSG/D0AN/1763802000.000100/1763802050.000000',
    conversation: 'T0TESTVVSG/D0AN/1763802000.000100',
    text: 'Hoeveel leden heeft de VVSG nu?',
    revision: { kind: 'edited', of: 'D0AN/1763802000.000100' },
  },
  'message-changed-preview': null,
  'message-deleted': {
    conversation: 'T0TESTVVSG/D0AN/1763802000.000100',
    text: '',
    revision: { kind: 'deleted', of: 'D0AN/1763802000.000100' },
  },
  'message-tombstone': {
    conversation: 'T0TESTVVSG/D0AN/1763802000.000100',
    person: 'slack:T0TESTVVSG/U0AN',
    text: '',
    revision: { kind: 'deleted', of: 'D0AN/1763802000.000100' },
  },
  'bot-message': null,
  'own-message': null,
  'own-message-changed': null,
  'channel-join': null,
  'assistant-app-thread': null,
  'app-home-opened': null,
  'reaction-added': null,
}

let desk: SlackDesk

beforeEach(async () => {
  desk = await slackDesk()
  desk.workspace.addUser('U0GAST', 'Een gast', { team: 'T0ANDER' })
  await desk.open()
})
afterEach(() => desk.close())

describe('a payload as Slack sends it, through the real app', () => {
  it('is expected of every recorded payload', () => {
    const names = readdirSync(folder).map((name) => name.replace(/\.json$/, ''))
    expect(names.sort()).toEqual(Object.keys(EXPECTED).sort())
  })

  it.each(Object.entries(EXPECTED))('is taken in as it should be: %s', async (name, expected) => {
    const response = await deliver(readFileSync(join(folder, `${name}.json`), 'utf8'))
    expect(response.status).toBe(200)
    if (expected === null) expect(desk.received).toEqual([])
    else expect(desk.received).toMatchObject([expected])
    expect(JSON.stringify(desk.received)).not.toMatch(/verification-token|85\.07\.30|an\.peeters@/)
  })

  it('answers the challenge by which Slack checks the address', async () => {
    const response = await deliver(JSON.stringify({ type: 'url_verification', challenge: 'wie daar?' }))
    expect(await response.json()).toEqual({ challenge: 'wie daar?' })
  })

  it('refuses what comes from a workspace where the app is not installed, for good', async () => {
    const body = readFileSync(join(folder, 'message-im.json'), 'utf8').replaceAll('T0TESTVVSG', 'T0VREEMD')
    const response = await deliver(body)
    expect(response.status).toBe(401)
    expect(response.headers.get('x-slack-no-retry')).toBe('1')
    expect(desk.received).toEqual([])
  })
})

function deliver(body: string): Promise<Response> {
  return fetch(`${desk.url}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...desk.slack.sign(body) },
    body,
  })
}
