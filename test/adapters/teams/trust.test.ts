import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isServiceUrl } from '../../../adapters/teams/trust.js'
import { systemClock } from '../../../src/desk/clock.js'
import { memoryRecords } from '../../fakes/records.js'
import { personal, STRANGE_TENANT } from '../../fakes/teams-people.js'
import { type TeamsDesk, teamsDesk } from './teams-desk.js'

let desk: TeamsDesk

beforeEach(async () => {
  desk = await teamsDesk()
  await desk.open()
})

afterEach(() => desk.close())

const chat = personal('an')
const hour = 3600
const now = () => Math.floor(Date.now() / 1000)

/** Everything that was ever put down. */
function countingRecords() {
  const records = memoryRecords()
  const kinds: string[] = []
  return {
    kinds,
    records: {
      ...records,
      put: async (...put: Parameters<typeof records.put>) => {
        kinds.push(put[0])
        return records.put(...put)
      },
      add: async (...add: Parameters<typeof records.add>) => {
        kinds.push(add[0])
        return records.add(...add)
      },
    },
  }
}

describe('only Teams is heard', () => {
  it('takes what Teams signed for this app', async () => {
    expect((await desk.people.tell(desk.people.written('an', chat, 'hallo'))).status).toBe(200)
    expect(desk.received).toHaveLength(1)
  })

  it.each([
    ['of another issuer', { iss: 'https://sts.windows.net/other/' }],
    ['for another app', { aud: 'bbbbbbbb-0000-4000-8000-00000000000b' }],
    ['about another address', { serviceurl: 'https://evil.example/' }],
    ['about no address', { serviceurl: undefined }],
    ['that has expired', { exp: now() - hour, nbf: now() - 2 * hour }],
    ['that is for later', { nbf: now() + hour }],
  ])('refuses a signature %s', async (_, claims) => {
    const activity = desk.people.written('an', chat, 'hallo')
    expect((await desk.people.tell(activity, desk.people.signature(claims))).status).toBe(401)
    expect(desk.received).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['a word', 'Bearer nonsense'],
    [
      'no signature at all',
      `Bearer ${['{"alg":"none"}', '{}', ''].map((part) => Buffer.from(part).toString('base64url')).join('.')}`,
    ],
  ])('refuses %s', async (_, authorization) => {
    expect((await desk.people.tell(desk.people.written('an', chat, 'hallo'), authorization)).status).toBe(401)
    expect(desk.received).toEqual([])
  })

  it('refuses a signature that was tampered with', async () => {
    const [head, , signature] = desk.people.signature().split('.')
    const claims = { iss: 'https://api.botframework.com', aud: 'x', serviceurl: desk.connector.url }
    const forged = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
    expect((await desk.people.tell(desk.people.written('an', chat, 'hallo'), forged)).status).toBe(401)
  })

  it('tells who runs the desk once of each kind of refusal, and prints nothing of any', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { people, alerts } = desk
    const expired = people.signature({ exp: now() - hour, nbf: now() - 2 * hour })
    const [head, , signature] = people.signature().split('.')
    const forged = [head, people.signature({ aud: 'x' }).split('.')[1], signature].join('.')
    for (const authorization of [expired, forged, '', expired, forged, ''])
      expect((await people.tell(people.written('an', chat, 'hallo'), authorization)).status).toBe(401)
    expect(alerts).toEqual(
      ['expired', 'not-for-us', 'missing'].map((reason) => ({ kind: 'signature-refused', reason })),
    )
    expect(printed).not.toHaveBeenCalled()
    console.error('of somebody else')
    expect(printed).toHaveBeenCalledWith('of somebody else')
    printed.mockRestore()
  })

  it('refuses another channel of the Bot Framework, and what is no activity', async () => {
    const other = { ...desk.people.written('an', chat, 'hallo'), channelId: 'directline' }
    expect((await desk.people.tell(other)).status).toBe(400)
    expect((await desk.people.tell({ hello: 'world' })).status).toBe(400)
    expect(desk.received).toEqual([])
  })
})

describe('only listed organisations are heard', () => {
  it('keeps nothing of another, answers nothing, and tells who runs the desk once', async () => {
    const { records, kinds } = countingRecords()
    const other = await teamsDesk({ records })
    await other.open()
    const strange = personal('eva', STRANGE_TENANT)
    for (const text of ['hallo', 'nog eens']) {
      expect((await other.people.tell(other.people.written('eva', strange, text))).status).toBe(403)
    }
    const install = other.people.activity('eva', strange, { type: 'installationUpdate', action: 'add' })
    expect((await other.people.tell(install)).status).toBe(403)
    expect(other.received).toEqual([])
    expect(kinds).toEqual([])
    expect(other.connector.calls).toEqual([])
    expect(other.alerts).toEqual([{ kind: 'tenant-not-listed', tenant: STRANGE_TENANT }])
    await other.close()
  })

  it('does not take one listed tenant for another that stands beside it', async () => {
    const activity = desk.people.written('an', chat, 'hallo', {
      channelData: { tenant: { id: STRANGE_TENANT } },
    })
    expect((await desk.people.tell(activity)).status).toBe(403)
  })

  it('refuses an activity that names no tenant', async () => {
    const conversation = { id: chat.id, conversationType: 'personal' }
    const activity = desk.people.written('an', chat, 'hallo', { conversation, channelData: {} })
    expect((await desk.people.tell(activity)).status).toBe(403)
  })
})

describe('who somebody is', () => {
  it('is their object id in the organisation, by name, vouched for by it', async () => {
    await desk.people.tell(desk.people.written('an', chat, 'hallo'))
    expect(desk.received).toMatchObject([
      {
        person: expect.stringMatching(/^teams:[0-9a-f-]{36}@7f3d1c52-0000-4000-8000-000000000001$/),
        personName: 'An Peeters',
        origin: { teamsTenant: '7f3d1c52-0000-4000-8000-000000000001', outsider: false },
      },
    ])
  })

  it.each([
    ['a guest', { userRole: 'guest' }],
    ['somebody of an organisation that is not listed', { userRole: 'user', tenantId: STRANGE_TENANT }],
  ])('counts %s as an outsider', async (_, member) => {
    desk.connector.members.set('29:gast', { name: 'Gast', ...member })
    await desk.people.tell(desk.people.written('gast', personal('gast'), 'hallo'))
    expect(desk.received).toMatchObject([{ origin: { outsider: true } }])
  })

  it('counts whoever cannot be looked up as an outsider, and says so to who runs the desk', async () => {
    await desk.people.tell(desk.people.written('niemand', personal('niemand'), 'hallo'))
    expect(desk.received).toMatchObject([{ origin: { outsider: true } }])
    expect(desk.alerts).toMatchObject([{ kind: 'people-unknown' }])
  })
})

describe('without an app', () => {
  it.each([
    [true, 200],
    [false, 403],
  ])('hears only this machine: %s', async (here, status) => {
    const local = await teamsDesk({ auth: { kind: 'local', isHere: () => here }, authority: null })
    await local.open()
    const { people } = local
    expect((await people.tell(people.written('an', chat, 'hallo'), '')).status).toBe(status)
    expect(local.received).toHaveLength(here ? 1 : 0)
    await local.close()
  })
})

describe('where answers may go', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', false, true],
    ['https://smba.trafficmanager.net.evil.example/', false, false],
    ['https://evil.example/smba.trafficmanager.net/', false, false],
    ['https://user@smba.trafficmanager.net/', false, false],
    ['http://smba.trafficmanager.net/', false, false],
    ['http://169.254.169.254/', true, false],
    ['http://localhost:56150/_connector', true, true],
    ['http://localhost:56150/_connector', false, false],
    ['nonsense', true, false],
  ])('%s (on this machine too: %s): %s', (url, local, fine) => {
    expect(isServiceUrl(url, local)).toBe(fine)
  })

  it('refuses an activity whose answers would go elsewhere, though its signature says the same', async () => {
    const serviceUrl = 'https://evil.example/'
    const activity = desk.people.written('an', chat, 'hallo', { serviceUrl })
    const authorization = desk.people.signature({ serviceurl: serviceUrl })
    expect((await desk.people.tell(activity, authorization)).status).toBe(403)
    expect(desk.received).toEqual([])
  })
})

it('tells Teams to come back when its keys cannot be read', async () => {
  const { credentials } = desk
  const authority = { openIdMetadataUrl: 'http://127.0.0.1:9/openid', credentials }
  const away = await teamsDesk({ authority, clock: systemClock() })
  await away.open()
  expect((await away.people.tell(away.people.written('an', chat, 'hallo'))).status).toBe(503)
  await away.close()
})
