import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Colleagues } from '../../../adapters/teams/colleagues.js'
import type { ConversationId, PersonKey } from '../../../src/desk/conversation.js'
import type { OutgoingMessage } from '../../../src/desk/outgoing.js'
import { notice } from '../../fakes/messages.js'
import { memoryRecords } from '../../fakes/records.js'
import { buttonsOf, shownIn, type TeamsActivity, type TeamsPost } from '../../fakes/teams-connector.js'
import { type Chat, objectId, TENANT } from '../../fakes/teams-people.js'
import { type TeamsDesk, teamsDesk } from './teams-desk.js'

let desk: TeamsDesk
let asked: (readonly [string, PersonKey])[]
const team: Chat = { id: '19:team@thread.tacv2', type: 'channel' }
const channel = `${TENANT}/${team.id}` as ConversationId

const press = (label: string) => ({ name: label.toLowerCase(), label, value: 'VB-2026-0001' })
function ticket(state: 'new' | 'claimed', ...labels: readonly string[]): OutgoingMessage {
  const card = {
    reference: 'VB-2026-0001',
    question: 'Hoeveel dagen?',
    state,
    status: state === 'new' ? 'nieuw' : 'opgenomen door Bart',
    topic: null,
    team: 'Team Personeel',
    member: 'An',
    urgent: false,
    askedAt: 'vandaag',
    reason: 'Niets gevonden',
    found: [],
    latest: [],
    url: null,
  } as const
  return { ...notice('Een vraag.'), kind: 'ticket-card', card, actions: labels.map(press) }
}

beforeEach(async () => {
  asked = []
  desk = await teamsDesk({
    viewOf: async (reference, person) => {
      asked.push([reference, person])
      if (person.includes(objectId('bart'))) return ticket('claimed', 'Antwoorden', 'Afsluiten')
      return person.includes(objectId('an')) ? ticket('claimed', 'Notitie') : null
    },
  })
  await desk.open()
  await desk.people.tell(desk.people.activity('bart', team, { type: 'conversationUpdate' }))
})
afterEach(() => desk.close())

async function posted(message: OutgoingMessage, replaces: string | null = null): Promise<TeamsPost> {
  await desk.channel.send({ id: 'd1', conversation: channel, number: 1, message, replaces, under: null })
  const post = desk.connector.posts(team.id).at(-1)
  if (!post) throw new Error('Nothing was posted')
  return post
}

const contentOf = ({ activity }: TeamsPost) =>
  (activity.attachments as readonly { readonly content: TeamsActivity }[])[0]?.content ?? {}
const refreshOf = (content: TeamsActivity) =>
  content.refresh as { readonly action: TeamsActivity; readonly userIds: readonly string[] } | undefined

/** Teams fetches a card anew for somebody who looks at it. */
async function looks(name: string, content: TeamsActivity) {
  const post = { id: '', conversation: '', changes: 0, activity: { attachments: [{ content }] } }
  const told = await desk.people.tell(desk.people.looks(name, team, post))
  const body = told.body as {
    readonly statusCode: number
    readonly type: string
    readonly value: TeamsActivity
  }
  return { ...body, status: told.status }
}

/** The card as a claimed one, after both pressed. */
async function claimed(): Promise<TeamsActivity> {
  const first = await posted(ticket('new', 'Opnemen'))
  expect(refreshOf(contentOf(first))).toBeUndefined()
  for (const name of ['bart', 'an']) await desk.people.tell(desk.people.pressed(name, team, first, 'Opnemen'))
  const now = await posted(ticket('claimed', 'Antwoorden', 'Notitie', 'Afsluiten'), first.id)
  expect(now).toMatchObject({ id: first.id, changes: 1 })
  return contentOf(now)
}

const labels = (content: TeamsActivity) => [
  ...buttonsOf({ id: '', conversation: '', changes: 0, activity: { attachments: [{ content }] } }).keys(),
]

describe('the card of a ticket that somebody has', { timeout: 30_000 }, () => {
  it('is fetched anew for those who work in the channel, each with what is hers', async () => {
    const card = await claimed()
    expect(refreshOf(card)).toMatchObject({
      userIds: ['29:bart', '29:an'],
      action: { type: 'Action.Execute' },
    })
    expect(labels(card)).toEqual(['Antwoorden', 'Notitie', 'Afsluiten'])
    const own = await looks('bart', card)
    expect(own).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
    expect(labels(own.value)).toEqual(['Antwoorden', 'Afsluiten'])
    const other = await looks('an', card)
    expect(labels(other.value)).toEqual(['Notitie'])
    const shown = {
      id: '',
      conversation: '',
      changes: 0,
      activity: { attachments: [{ content: other.value }] },
    }
    expect(shownIn(shown)).toContain('opgenomen door Bart')
    // It stays a card that is fetched anew, and its buttons are those of the post.
    expect(refreshOf(other.value)).toEqual(refreshOf(card))
    expect(JSON.stringify(other.value)).toContain('"d":"d1"')
    expect(asked.map(([reference]) => reference)).toEqual(['VB-2026-0001', 'VB-2026-0001'])
    expect(desk.received).toHaveLength(2)
  })

  it('is not given to whoever is no colleague', async () => {
    const told = await looks('gast', await claimed())
    expect(told).toMatchObject({ status: 200, statusCode: 403, type: 'application/vnd.microsoft.error' })
    expect(JSON.stringify(told)).not.toContain('Hoeveel dagen')
  })

  it('names sixty people at most, the last who came, and of that channel alone', async () => {
    const colleagues = new Colleagues(memoryRecords(), () => new Date('2026-11-23T09:00:00Z'))
    const place = { tenant: TENANT, chat: team.id, thread: '11' }
    for (let person = 0; person < 63; person++) await colleagues.remember(place, `29:p${person}`)
    const known = await colleagues.of({ ...place, thread: null })
    expect(known).toHaveLength(60)
    expect([known[0], known.at(-1)]).toEqual(['29:p3', '29:p62'])
    expect(await colleagues.of({ ...place, chat: '19:ander@thread.tacv2' })).toEqual([])
  })
})
