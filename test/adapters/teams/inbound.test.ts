import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../../adapters/teams/markup.js'
import { shownIn } from '../../fakes/teams-connector.js'
import { BOT, type Chat, personal, TENANT } from '../../fakes/teams-people.js'
import { type TeamsDesk, teamsDesk } from './teams-desk.js'

let desk: TeamsDesk

beforeEach(async () => {
  desk = await teamsDesk()
  await desk.open()
})

afterEach(() => desk.close())

const chat = personal('an')
const group: Chat = { id: '19:overleg@thread.v2', type: 'groupChat' }
const channel = (root: string): Chat => ({ id: `19:leden@thread.tacv2;messageid=${root}`, type: 'channel' })
const at = `<at>${BOT.name}</at>`
const mention = (text = at) => ({ type: 'mention', mentioned: BOT, text })
const heard = () => desk.received.map(({ text }) => text)

describe('what somebody wrote', () => {
  it('is heard without any mention of the desk, however often it is mentioned', async () => {
    const text = `${at} en nog eens <at>de vraagbaak</at>: wie zijn de leden? ${at}`
    const entities = [mention(), mention('<at>de vraagbaak</at>'), mention()]
    await desk.people.tell(desk.people.activity('an', group, { text, entities }))
    expect(heard()).toEqual(['en nog eens : wie zijn de leden?'])
    expect(JSON.stringify(desk.received)).not.toMatch(/<\/?at/)
  })

  it('has the names of others taken out', async () => {
    const mentioned = { id: '29:bart', name: 'Bart Peeters' }
    const entities = [mention(), { type: 'mention', mentioned, text: '<at>Bart Peeters</at>' }]
    const text = `${at} <at>Bart Peeters</at> zegt 26?`
    await desk.people.tell(desk.people.activity('an', group, { text, entities }))
    expect(heard()).toEqual(['@iemand zegt 26?'])
  })

  it.each([
    ['<p>Eerste&nbsp;regel</p><p>Tweede &amp; <b>derde</b></p>', 'Eerste regel\nTweede & derde'],
    ['<ul><li>een</li><li>twee</li></ul>', '- een\n- twee'],
    ['Is 3 &lt; 4 en 5 > 4?', 'Is 3 < 4 en 5 > 4?'],
    ['Als a<b en b>c, wat dan?', 'Als a<b en b>c, wat dan?'],
    ['één&#233; &#x1F600; &#xD800;', 'ééné 😀 &#xD800;'],
    ['&lt;at&gt;niet echt&lt;/at&gt;', '<at>niet echt</at>'],
    ['<a href="https://voorbeeld.be/x">hier</a> <attachment id="1"></attachment>', 'hier'],
    ['<at>los', 'los'],
  ])('is read from %s', (html, text) => {
    expect(plainText(html, [], '@iemand')).toBe(text)
  })
})

describe('where somebody wrote', () => {
  it('is one conversation in a chat, and one for each thread in a channel', async () => {
    const { people } = desk
    await people.tell(people.written('an', chat, 'een'))
    await people.tell(people.written('an', chat, 'twee'))
    await people.tell(people.written('an', channel('11'), 'drie'))
    await people.tell(people.written('an', channel('22'), 'vier'))
    expect(desk.received.map(({ conversation }) => conversation)).toEqual([
      `${TENANT}/a:1-an`,
      `${TENANT}/a:1-an`,
      `${TENANT}/19:leden@thread.tacv2;messageid=11`,
      `${TENANT}/19:leden@thread.tacv2;messageid=22`,
    ])
    expect(desk.received.every(({ under }) => under === undefined)).toBe(true)
  })

  it('is not for the desk in a group or channel without a mention, unless it is in a thread of the desk', async () => {
    const { people } = desk
    const loose = (where: Chat, text: string, more = {}) =>
      people.tell(people.activity('an', where, { text, entities: [], ...more }))
    await loose(group, 'onder ons')
    await loose(channel('11'), 'onder ons')
    await people.tell(people.written('an', channel('11'), 'een vraag'))
    await loose(channel('11'), 'en dit dan?')
    const entities = [{ type: 'mention', mentioned: { id: '29:bart' }, text: '<at>Bart</at>' }]
    await loose(channel('11'), '<at>Bart</at> wat vind jij?', { entities })
    expect(heard()).toEqual(['een vraag', 'en dit dan?'])
  })
})

describe('a message that is changed', () => {
  it('is told as a change of the message it was, once for each change', async () => {
    const { people } = desk
    const first = people.written('an', chat, 'drie dagen')
    const edited = (text: string, timestamp: string) => ({
      ...first,
      type: 'messageUpdate',
      text,
      timestamp,
      channelData: { tenant: { id: TENANT }, eventType: 'editMessage' },
    })
    const deleted = {
      ...first,
      type: 'messageDelete',
      channelData: { tenant: { id: TENANT }, eventType: 'softDeleteMessage' },
    }
    const once = edited('vier dagen', '2026-11-23T09:01:00Z')
    for (const activity of [first, once, once, edited('drie dagen', '2026-11-23T09:02:00Z'), deleted])
      expect((await people.tell(activity)).status).toBe(200)
    const [message, ...changes] = desk.received
    expect(changes.map(({ revision, text }) => [revision?.kind, text])).toEqual([
      ['edited', 'vier dagen'],
      ['edited', 'vier dagen'],
      ['edited', 'drie dagen'],
      ['deleted', ''],
    ])
    expect(new Set(changes.map(({ revision }) => revision?.of))).toEqual(new Set([message?.messageId]))
    expect(new Set(desk.received.map(({ eventId }) => eventId)).size).toBe(4)
  })
})

describe('files', () => {
  const places: readonly (readonly [string, Chat])[] = [
    ['a chat', chat],
    ['a group', group],
    ['a channel', channel('11')],
  ]

  it.each(
    places,
  )('in %s are named and refused with a word, once, and nothing of them is kept', async (_, where) => {
    const { people } = desk
    const attachments = [
      { contentType: 'text/html', content: '<p>zie bijlage</p>' },
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'begroting.xlsx',
        contentUrl: 'https://voorbeeld.be/geheim',
      },
      { contentType: 'image/png', contentUrl: 'https://voorbeeld.be/beeld' },
    ]
    const activity = people.written('an', where, 'zie bijlage', { attachments })
    for (const _ of [1, 2]) await people.tell(activity)
    expect(heard()[0]).toBe('zie bijlage\n[bijlage: begroting.xlsx]\n[bijlage: zonder naam]')
    await expect.poll(() => desk.connector.posts(where.id).length).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(desk.connector.posts(where.id).map(shownIn)).toEqual([
      expect.stringContaining('Ik kan geen bestanden lezen'),
    ])
    expect(JSON.stringify(desk.received)).not.toContain('geheim')
  })
})

describe('when the app arrives', () => {
  it.each([
    ['a chat', chat, 'U praat met een digitale assistent (een AI-systeem)'],
    ['a group', group, 'een digitale assistent (een AI-systeem)'],
    ['a channel', { id: '19:leden@thread.tacv2', type: 'channel' } as const, 'een digitale assistent'],
  ])('in %s it says once what it is, though Teams tells twice', async (_, where, words) => {
    const { people } = desk
    const installed = people.activity('an', where, { type: 'installationUpdate', action: 'add' })
    const added = people.activity('an', where, { type: 'conversationUpdate', membersAdded: [BOT] })
    for (const activity of [installed, added, installed])
      expect((await people.tell(activity)).status).toBe(200)
    await expect.poll(() => desk.connector.posts(where.id).length).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(desk.connector.posts(where.id).map(shownIn)).toEqual([expect.stringContaining(words)])
    expect(desk.received).toEqual([])
  })

  it('says nothing when it leaves, or when others come', async () => {
    const { people } = desk
    await people.tell(people.activity('an', chat, { type: 'installationUpdate', action: 'remove' }))
    const membersAdded = [{ id: '29:bart' }]
    await people.tell(people.activity('an', group, { type: 'conversationUpdate', membersAdded }))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(desk.connector.messageCalls()).toEqual([])
  })

  it('knows the channel that the team chose, and no other', async () => {
    const { people, channel: teams } = desk
    const chosen = '19:vragen@thread.tacv2'
    expect(await teams.staffConversation(chosen)).toBeNull()
    await people.tell(
      people.activity(
        'an',
        { id: '19:algemeen@thread.tacv2', type: 'channel' },
        {
          type: 'installationUpdate',
          action: 'add',
          channelData: { tenant: { id: TENANT }, settings: { selectedChannel: { id: chosen } } },
        },
      ),
    )
    expect(await teams.staffConversation(chosen)).toBe(`${TENANT}/${chosen}`)
    expect(await teams.staffConversation(`${TENANT}/${chosen}`)).toBe(`${TENANT}/${chosen}`)
    expect(await teams.staffConversation('19:ander@thread.tacv2')).toBeNull()
  })
})

it('shows in a personal chat that it is at work', async () => {
  await desk.people.tell(desk.people.written('an', chat, 'hallo'))
  const typing = () => desk.connector.calls.filter(({ type }) => type === 'typing').length
  await expect.poll(typing).toBe(1)
  const conversation = desk.received[0]?.conversation
  if (conversation === undefined) throw new Error('Nothing came in')
  const progress = { step: 'writing', status: 'Ik schrijf het antwoord.', sentences: [] } as const
  desk.channel.showProgress(conversation, { ...progress, step: 'searching' })
  desk.channel.showProgress(conversation, progress)
  desk.channel.showProgress(conversation, { ...progress, sentences: ['De VVSG telt 300 gemeenten.'] })
  desk.channel.showProgress(conversation, null)
  await expect.poll(typing).toBe(2)
})
