import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConversationId } from '../../../src/desk/conversation.js'
import type { OutgoingMessage } from '../../../src/desk/outgoing.js'
import { notice } from '../../fakes/messages.js'
import { buttonsOf, type TeamsPost } from '../../fakes/teams-connector.js'
import { type Chat, personal, TENANT } from '../../fakes/teams-people.js'
import { type TeamsDesk, teamsDesk } from './teams-desk.js'

let desk: TeamsDesk
let failing = false
const chat = personal('an')
const team: Chat = { id: '19:team@thread.tacv2', type: 'channel' }

beforeEach(async () => {
  failing = false
  desk = await teamsDesk({ keepContact: async (address) => `token of ${address.length}` })
  await desk.open(async () => {
    if (failing) throw new Error('the disk is full')
  })
  await desk.people.tell(desk.people.activity('an', chat, { type: 'conversationUpdate' }))
  await desk.people.tell(desk.people.activity('bart', team, { type: 'conversationUpdate' }))
})

afterEach(() => desk.close())

const REGISTER_NUMBER = '85.07.30-033.28'
const plain = { name: 'helpt', label: 'Dit helpt', value: 'ja' }
const form = {
  name: 'boeken',
  label: 'Boeken',
  value: 'v1',
  form: {
    title: 'Een sessie',
    submit: 'Versturen',
    fields: [
      { name: 'wat', label: 'Wat', kind: 'long-text', required: true },
      { name: 'mail', label: 'E-mail', kind: 'text', required: false, contact: true },
      { name: 'aantal', label: 'Aantal', kind: 'number', required: false },
      { name: 'dag', label: 'Dag', kind: 'date', required: false },
      {
        name: 'keuze',
        label: 'Keuze',
        kind: 'choice',
        required: true,
        value: 'b',
        options: [
          { label: 'Optie A', value: 'a' },
          { label: 'Optie B', value: 'b' },
        ],
      },
    ],
  },
} as const

async function posted(where: Chat, id = 'd1', under: string | null = null): Promise<TeamsPost> {
  const message: OutgoingMessage = { ...notice('Kies.'), actions: [plain, form] }
  const conversation = `${TENANT}/${where.id}` as ConversationId
  await desk.channel.send({ id, conversation, number: 1, message, replaces: null, under })
  const post = desk.connector.posts(under === null ? where.id : `${where.id};messageid=${under}`).at(-1)
  if (!post) throw new Error('Nothing was posted')
  return post
}

const answered = { body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message' } }

describe('a press', () => {
  it.each(['execute', 'submit'] as const)('comes in as the action it stands for (%s)', async (how) => {
    const press = desk.people.pressed('an', chat, await posted(chat), 'Dit helpt', { how })
    const told = await desk.people.tell(press)
    expect(told.status).toBe(200)
    if (how === 'execute') expect(told).toMatchObject({ body: { ...answered.body, value: 'Ontvangen.' } })
    expect(desk.received).toMatchObject([
      { text: '', action: { name: 'helpt', value: 'ja' }, conversation: `${TENANT}/${chat.id}` },
    ])
    expect(desk.received[0]?.action).not.toHaveProperty('fields')
  })

  it('has one effect when Teams tells it three times, twice under another id', async () => {
    const post = await posted(chat)
    const press = desk.people.pressed('an', chat, post, 'Dit helpt')
    for (const again of [press, press, { ...press, id: 'f:new-1' }, { ...press, id: 'f:new-2' }])
      expect((await desk.people.tell(again)).status).toBe(200)
    expect(new Set(desk.received.map(({ eventId }) => eventId)).size).toBe(1)
  })

  it('is another one of another person, with other words, on another card', async () => {
    const { people } = desk
    const fields = (wat: string) => ({ fields: { Wat: wat } })
    const post = await posted(chat)
    await people.tell(people.pressed('an', chat, post, 'Boeken', fields('een')))
    await people.tell(people.pressed('an', chat, post, 'Boeken', fields('twee')))
    await people.tell(people.pressed('bart', chat, post, 'Boeken', fields('een')))
    await people.tell(people.pressed('an', chat, await posted(chat, 'd2'), 'Boeken', fields('een')))
    expect(new Set(desk.received.map(({ eventId }) => eventId)).size).toBe(4)
  })

  it('is not said to be received when it could not be kept, and is kept when it comes again', async () => {
    const press = desk.people.pressed('an', chat, await posted(chat), 'Dit helpt')
    failing = true
    expect((await desk.people.tell(press)).status).toBe(500)
    failing = false
    expect((await desk.people.tell({ ...press, id: 'f:again' })).status).toBe(200)
    expect(new Set(desk.received.map(({ eventId }) => eventId)).size).toBe(1)
  })

  it('on a card of another app is told to have failed, and is not passed on', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'x', data: { other: 1 } } }
    const press = desk.people.activity('an', chat, { type: 'invoke', name: 'adaptiveCard/action', value })
    expect(await desk.people.tell(press)).toMatchObject(answered)
    expect(desk.received).toEqual([])
  })

  it('of what the desk does not know is not answered as if it worked', async () => {
    const press = desk.people.activity('an', chat, { type: 'invoke', name: 'task/fetch', value: {} })
    expect((await desk.people.tell(press)).status).toBe(501)
  })
})

describe('a form within a card', () => {
  it('comes in with what was filled in, masked, and an address kept apart', async () => {
    const fields = {
      Wat: `Voor ${REGISTER_NUMBER}`,
      'E-mail': 'an@zonnegem.example',
      Aantal: 12,
      Dag: '2027-02-10',
    } as unknown as Record<string, string>
    await desk.people.tell(desk.people.pressed('an', chat, await posted(chat), 'Boeken', { fields }))
    const [incoming] = desk.received
    expect(incoming?.action?.fields).toMatchObject({ aantal: '12', dag: '2027-02-10', keuze: 'b' })
    expect(incoming?.contact).toBe('token of 19')
    expect(incoming?.masked).toEqual(expect.arrayContaining(['rijksregisternummer', 'e-mail']))
    expect(JSON.stringify(incoming)).not.toMatch(/85\.07\.30|zonnegem\.example/)
  })

  it.each([
    [{ Wat: '' }, 'Vul eerst in: Wat.'],
    [{ Wat: 'x', Aantal: 'veel' }, 'Dit is niet goed ingevuld: Aantal.'],
    [{ Wat: 'x', Dag: '31 februari' }, 'Dit is niet goed ingevuld: Dag.'],
    [{ Wat: 'x'.repeat(4001) }, 'Dit is niet goed ingevuld: Wat.'],
  ])('that is not right is said to be so: %j', async (fields, message) => {
    const post = await posted(chat)
    const told = await desk.people.tell(desk.people.pressed('an', chat, post, 'Boeken', { fields }))
    expect(told).toMatchObject({ body: { ...answered.body, value: message } })
    await desk.people.tell(desk.people.pressed('an', chat, post, 'Boeken', { fields, how: 'submit' }))
    await expect.poll(() => desk.connector.posts(chat.id).at(-1)?.activity.text).toBe(message)
    expect(desk.received).toEqual([])
  })

  it('can be used by clients that know only the older press', async () => {
    const buttons = [...buttonsOf(await posted(chat)).values()]
    expect(buttons).toMatchObject([
      { type: 'Action.Execute', fallback: { type: 'Action.Submit', title: 'Dit helpt' } },
      { type: 'Action.ShowCard', card: { actions: [{ type: 'Action.Execute', fallback: {} }] } },
    ])
  })
})

describe('in the channel of a team', () => {
  it('belongs to the channel, under the card that was pressed or written under', async () => {
    const { people } = desk
    const card = await posted(team)
    const thread: Chat = { ...team, id: `${team.id};messageid=${card.id}` }
    await people.tell(people.pressed('bart', thread, card, 'Dit helpt'))
    await people.tell(people.pressed('bart', team, card, 'Boeken', { fields: { Wat: 'x' } }))
    await people.tell(people.written('bart', thread, 'ik kijk het na'))
    await people.tell(people.activity('bart', thread, { text: 'zonder vermelding' }))
    expect(desk.received).toHaveLength(4)
    for (const incoming of desk.received)
      expect(incoming).toMatchObject({ conversation: `${TENANT}/${team.id}`, under: card.id })
  })

  it('is told in the thread of a card', async () => {
    const card = await posted(team)
    const below = await posted(team, 'd2', card.id)
    expect(below.conversation).toBe(`${team.id};messageid=${card.id}`)
  })
})
