import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConversationId } from '../../../src/desk/conversation.js'
import type { ActionForm, OutgoingAction } from '../../../src/desk/outgoing.js'
import { message } from '../../fakes/web-desk.js'
import { type SlackDesk, slackDesk } from './slack-desk.js'

let desk: SlackDesk

beforeEach(async () => {
  desk = await slackDesk()
  await desk.open()
})
afterEach(() => desk.close())

const TEAM = 'T0TESTVVSG/C0TEAM' as ConversationId

async function post(
  conversation: ConversationId,
  actions: readonly OutgoingAction[],
  under: string | null = null,
) {
  const delivery = {
    id: 'd1',
    conversation,
    number: 1,
    message: message('Tekst', { actions }),
    replaces: null,
    under,
  }
  const sent = await desk.channel.send(delivery)
  const channel = conversation.split('/')[1] ?? ''
  const posted = desk.workspace.posts(channel).at(-1)
  if (sent.kind !== 'delivered' || !posted) throw new Error(sent.kind)
  return { channel, posted, ts: sent.platformId }
}

const reply: ActionForm = {
  title: 'Antwoord aan het lid, in alle rust geschreven',
  submit: 'Verstuur',
  fields: [
    { name: 'text', label: 'Antwoord', kind: 'long-text', required: true, value: 'Beste,' },
    { name: 'day', label: 'Dag', kind: 'date', required: false, value: '2027-03-18' },
    { name: 'people', label: 'Aantal', kind: 'number', required: false, value: 'veel' },
    {
      name: 'team',
      label: 'Team',
      kind: 'choice',
      required: true,
      options: Array.from({ length: 130 }, (_, index) => ({
        label: `Team ${index}`,
        value: `team/${index}`,
      })),
      value: 'team/7',
    },
  ],
}

describe('a button', () => {
  it('comes back as what it stands for, in the conversation where it was put', async () => {
    const { message: root } = await desk.people.writes('U0AN', 'C0LEDEN', '<@U0BOT> hoeveel leden?')
    const conversation = `T0TESTVVSG/C0LEDEN/${root.ts}` as ConversationId
    const { channel, posted } = await post(conversation, [
      { name: 'choose', label: 'Leden', value: 'de <leden>' },
    ])
    expect(await desk.people.presses('U0BART', channel, posted, 'Leden')).toBe(200)
    const pressed = desk.received.at(-1)
    expect(pressed).toMatchObject({
      conversation,
      person: 'slack:T0TESTVVSG/U0BART',
      personName: 'Bart Claes',
      text: '',
      action: { name: 'choose', value: 'de <leden>' },
    })
    expect(pressed).not.toHaveProperty('under')
    expect(pressed?.action).not.toHaveProperty('fields')
  })

  it('tells staff which post it stood under, on the card and in its thread', async () => {
    const actions = [{ name: 'ticket-claim', label: 'Opnemen', value: 'VB-2026-0001' }]
    const card = await post(TEAM, actions)
    const below = await post(TEAM, actions, card.ts)
    await desk.people.presses('U0BART', 'C0TEAM', card.posted, 'Opnemen')
    await desk.people.presses('U0BART', 'C0TEAM', below.posted, 'Opnemen')
    expect(desk.received).toMatchObject([
      { conversation: TEAM, under: card.ts },
      { conversation: TEAM, under: card.ts },
    ])
    expect(new Set(desk.received.map(({ eventId }) => eventId)).size).toBe(2)
  })

  it('is the same event when Slack tells of the same press again', async () => {
    const { channel, posted } = await post(TEAM, [{ name: 'helped', label: 'Dit helpt', value: '' }])
    const [block] = posted.blocks.filter(({ type }) => type === 'actions')
    const element = block?.type === 'actions' ? block.elements[0] : undefined
    if (!element) throw new Error('No button')
    const payload = desk.people.pressPayload('U0AN', channel, posted, element, block?.block_id ?? '')
    for (let time = 0; time < 2; time++) expect(await interact(payload)).toBe(200)
    expect(new Set(desk.received.map(({ eventId }) => eventId)).size).toBe(1)
  })

  it('does nothing in a channel where the desk did not put it', async () => {
    const { posted } = await post(TEAM, [{ name: 'helped', label: 'Dit helpt', value: '' }])
    expect(await desk.people.presses('U0AN', 'C0LEDEN', posted, 'Dit helpt')).toBe(200)
    expect(desk.received).toEqual([])
  })

  it('is not acknowledged when the desk could not keep it', async () => {
    await desk.channel.stop()
    const { channel, posted } = await post(TEAM, [{ name: 'helped', label: 'Dit helpt', value: '' }])
    expect(await desk.people.presses('U0AN', channel, posted, 'Dit helpt')).toBe(503)
  })

  it('whose action does not fit in it is kept for half a year, and not for ever', async () => {
    await post(TEAM, [{ name: 'x', label: 'Druk', value: 'lang '.repeat(600) }])
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    expect(await desk.records.list('slack-action', inDays(179))).toHaveLength(1)
    expect(await desk.records.list('slack-action', inDays(181))).toEqual([])
  })

  it('says so when what it stood for is gone', async () => {
    const { channel, posted } = await post(TEAM, [{ name: 'x', label: 'Druk', value: 'lang '.repeat(600) }])
    const [kept] = await desk.records.list('slack-action', new Date())
    await desk.records.remove('slack-action', kept?.key ?? '')
    expect(await desk.people.presses('U0AN', channel, posted, 'Druk')).toBe(200)
    expect(desk.workspace.ephemeral).toMatchObject([{ channel, user: 'U0AN' }])
    expect(desk.received).toEqual([])
  })
})

describe('a button with a form', () => {
  const withForm = (value = 'VB-2026-0001') => [
    { name: 'ticket-reply', label: 'Antwoord', value, form: reply },
  ]

  it('opens it with what is known, and gives back what was filled in, masked', async () => {
    const { posted, ts } = await post(TEAM, withForm())
    expect(await desk.people.presses('U0BART', 'C0TEAM', posted, 'Antwoord')).toBe(200)
    expect(desk.received).toEqual([])
    const [opened] = desk.workspace.views
    expect(opened?.view.title?.text.length).toBeLessThanOrEqual(24)
    expect(opened?.view.blocks).toMatchObject([
      { optional: false, element: { multiline: true, initial_value: 'Beste,' } },
      { optional: true, element: { initial_date: '2027-03-18' } },
      { optional: true, element: { type: 'number_input' } },
      { element: { initial_option: { text: { text: 'Team 7' } }, option_groups: [{}, {}] } },
    ])
    const filled = {
      Antwoord: ' Bel mij op 0475 12 34 56 <nu>. ',
      Dag: '2027-04-01',
      Aantal: '12',
      Team: 'Team 129',
    }
    expect(await desk.people.submits('U0BART', filled)).toEqual({ status: 200, answer: null })
    expect(desk.received).toMatchObject([
      {
        conversation: TEAM,
        under: ts,
        masked: ['telefoon'],
        action: {
          name: 'ticket-reply',
          value: 'VB-2026-0001',
          fields: {
            text: 'Bel mij op [telefoonnummer] <nu>.',
            day: '2027-04-01',
            people: '12',
            team: 'team/129',
          },
        },
      },
    ])
  })

  it('passes on the token of an address and never the address', async () => {
    const kept: string[] = []
    await desk.close()
    desk = await slackDesk({ keepContact: async (address) => `token-${kept.push(address)}` })
    await desk.open()
    const fields = [
      { name: 'mail', label: 'E-mailadres', kind: 'text', required: true, contact: true },
    ] as const
    const action = {
      name: 'book',
      label: 'Boeken',
      value: 's1',
      form: { title: 'Boeken', submit: 'Boek', fields },
    }
    const { posted } = await post(TEAM, [action])
    await desk.people.presses('U0AN', 'C0TEAM', posted, 'Boeken')
    await desk.people.submits('U0AN', { 'E-mailadres': 'an.peeters@zonnegem.example' })
    expect(kept).toEqual(['an.peeters@zonnegem.example'])
    expect(desk.received).toMatchObject([
      { contact: 'token-1', action: { fields: { mail: '[e-mailadres]' } } },
    ])
  })

  it('leaves out what was left empty', async () => {
    const { posted } = await post(TEAM, withForm())
    await desk.people.presses('U0BART', 'C0TEAM', posted, 'Antwoord')
    await desk.people.submits('U0BART', { Antwoord: 'Ja.', Team: 'Team 1' })
    expect(desk.received[0]?.action?.fields).toEqual({ text: 'Ja.', team: 'team/1' })
  })

  it('says beside each field what is wrong with it, and hands nothing over', async () => {
    const { posted } = await post(TEAM, withForm())
    await desk.people.presses('U0BART', 'C0TEAM', posted, 'Antwoord')
    const { answer } = await desk.people.submits('U0BART', {
      Antwoord: '   ',
      Aantal: '1.5',
      Dag: '2027-13-45',
    })
    expect(answer).toMatchObject({
      response_action: 'errors',
      errors: {
        'field-0': 'Vul dit veld in.',
        'field-1': 'Kies een datum.',
        'field-2': 'Geef een geheel getal.',
        'field-3': 'Vul dit veld in.',
      },
    })
    expect(desk.received).toEqual([])
  })

  it('stays open when the desk could not keep it, and can be sent again as the same event', async () => {
    const { posted } = await post(TEAM, withForm())
    await desk.people.presses('U0BART', 'C0TEAM', posted, 'Antwoord')
    await desk.channel.stop()
    const filled = { Antwoord: 'Ja.', Team: 'Team 1' }
    expect((await desk.people.submits('U0BART', filled)).status).toBe(503)
    await desk.open()
    expect((await desk.people.submits('U0BART', filled)).status).toBe(200)
    expect((await desk.people.submits('U0BART', filled)).status).toBe(200)
    expect(new Set(desk.received.map(({ eventId }) => eventId)).size).toBe(1)
  })

  it('is kept small enough to travel with the form, however long the value', async () => {
    const { posted } = await post(TEAM, withForm('x'.repeat(1900)))
    await desk.people.presses('U0BART', 'C0TEAM', posted, 'Antwoord')
    await desk.people.submits('U0BART', { Antwoord: 'Ja.', Team: 'Team 1' })
    expect(desk.received[0]?.action?.value).toBe('x'.repeat(1900))
  })
})

async function interact(payload: object): Promise<number> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...desk.slack.sign(body) }
  return (await fetch(`${desk.url}/slack/events`, { method: 'POST', headers, body })).status
}
