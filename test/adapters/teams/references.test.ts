import { describe, expect, it } from 'vitest'
import type { Place } from '../../../adapters/teams/conversation-id.js'
import type { ActivityPayload } from '../../../adapters/teams/payloads.js'
import { References } from '../../../adapters/teams/references.js'
import { ManualClock } from '../../fakes/clock.js'
import { memoryRecords } from '../../fakes/records.js'
import { START } from '../../store/databases.js'

const TENANT = '7f3d1c52-0000-4000-8000-000000000001'
const CHAT: Place = { tenant: TENANT, chat: 'a:chat-of-an', thread: null }
const CHANNEL: Place = { tenant: TENANT, chat: '19:team@thread.tacv2', thread: null }
const DAY_MS = 86_400_000

function written(place: Place, conversationType: string): ActivityPayload {
  return {
    type: 'message',
    id: 'm1',
    serviceUrl: 'https://smba.example/emea/',
    recipient: { id: '28:bot', name: 'Vraagbaak' },
    from: { id: '29:an', name: 'An Peeters' },
    conversation: { id: place.chat, conversationType },
    channelData: { tenant: { id: TENANT } },
  } as ActivityPayload
}

describe('how a chat or channel is reached', () => {
  const setting = () => {
    const clock = new ManualClock(START)
    const records = memoryRecords()
    return { clock, records, references: new References(records, () => clock.now()) }
  }

  it('is forgotten two years after the last word in a chat, and never of a channel', async () => {
    const { clock, references } = setting()
    await references.remember(written(CHAT, 'personal'), TENANT)
    await references.remember(written(CHANNEL, 'channel'), TENANT)
    clock.advance(400 * DAY_MS)
    await references.remember(written(CHAT, 'personal'), TENANT)
    clock.advance(729 * DAY_MS)
    expect(await references.find(CHAT)).toMatchObject({ kind: 'personal', user: { name: '' } })
    clock.advance(2 * DAY_MS)
    expect(await references.find(CHAT)).toBeNull()
    expect(await references.find(CHANNEL)).toMatchObject({ kind: 'channel' })
  })

  it('is known again when somebody who was forgotten writes', async () => {
    const { records, references } = setting()
    await references.remember(written(CHAT, 'personal'), TENANT)
    for (const { key } of await records.list('teams-conversation', new Date(START)))
      await records.remove('teams-conversation', key)
    await references.remember(written(CHAT, 'personal'), TENANT)
    expect(await references.find(CHAT)).not.toBeNull()
  })
})
