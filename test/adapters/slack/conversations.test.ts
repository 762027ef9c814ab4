import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '../../../src/desk/channel.js'
import { message } from '../../fakes/web-desk.js'
import { type SlackDesk, slackDesk } from './slack-desk.js'

let desk: SlackDesk

beforeEach(async () => {
  desk = await slackDesk()
  await desk.open()
})
afterEach(() => desk.close())

const texts = () => [...new Map(desk.received.map((each) => [each.eventId, each.text])).values()]

function delivery(conversation: Delivery['conversation'], more: Partial<Delivery> = {}): Delivery {
  const number = more.number ?? 1
  return {
    id: `d${number}`,
    conversation,
    number,
    message: message('Tekst'),
    replaces: null,
    under: null,
    ...more,
  }
}

describe('a thread in a channel', () => {
  it('is heard after a mention without another one, until it is meant for somebody else', async () => {
    const { people } = desk
    await people.writes('U0AN', 'C0LEDEN', 'Wie brengt koffie mee?')
    const { message: root } = await people.writes('U0AN', 'C0LEDEN', '<@U0BOT> hoeveel leden?')
    await people.writes('U0AN', 'C0LEDEN', 'en hoeveel politiezones?', root.ts)
    await people.writes('U0BART', 'C0LEDEN', '<@U0AN> dat weet ik ook', root.ts)
    await people.writes('U0BART', 'C0LEDEN', '<@U0AN> vraag het <@U0BOT>', root.ts)
    expect(texts()).toEqual(['hoeveel leden?', 'en hoeveel politiezones?', '@iemand vraag het'])
    expect(new Set(desk.received.map(({ conversation }) => conversation))).toEqual(
      new Set([`T0TESTVVSG/C0LEDEN/${root.ts}`]),
    )
  })

  it('is heard from the mention on when that comes in the middle of it', async () => {
    const { people } = desk
    const { message: root } = await people.writes('U0AN', 'C0LEDEN', 'Hoeveel leden zijn er?')
    await people.writes('U0BART', 'C0LEDEN', '<@U0BOT> weet jij dat?', root.ts)
    await people.writes('U0AN', 'C0LEDEN', 'zo snel', root.ts)
    expect(texts()).toEqual(['weet jij dat?', 'zo snel'])
  })

  it('is heard after a restart too', async () => {
    const { message: root } = await desk.people.writes('U0AN', 'C0LEDEN', '<@U0BOT> hoeveel leden?')
    const { records } = desk
    await desk.close()
    desk = await slackDesk({ records })
    await desk.open()
    desk.workspace.channel('C0LEDEN').messages.push(root)
    await desk.people.writes('U0AN', 'C0LEDEN', 'en nu?', root.ts)
    expect(texts()).toEqual(['en nu?'])
  })

  it('is told of an edit and a deletion, of which no event is a new question', async () => {
    const { people } = desk
    const { message: root } = await people.writes('U0AN', 'C0LEDEN', '<@U0BOT> hoeveel leden?')
    await people.edits(root, 'C0LEDEN', '<@U0BOT> hoeveel leden nu?')
    await people.deletes(root, 'C0LEDEN')
    const revised = desk.received.filter(({ revision }) => revision)
    expect(revised.map(({ revision, text }) => [revision?.kind, text])).toEqual([
      ['edited', 'hoeveel leden nu?'],
      ['deleted', ''],
    ])
    expect(new Set(desk.received.map(({ messageId }) => messageId)).size).toBe(1)
  })
})

describe('a direct message', () => {
  it('is answered in a thread under it, where the desk shows that it is at work', async () => {
    const { message: root } = await desk.people.writes('U0AN', 'D0AN', 'Hoeveel leden?')
    const conversation = desk.received[0]?.conversation
    if (!conversation) throw new Error('Nothing came in')
    await expect.poll(() => desk.workspace.statuses).toHaveLength(1)
    expect(desk.workspace.statuses).toMatchObject([{ channel: 'D0AN', thread: root.ts }])
    await desk.channel.send(delivery(conversation))
    expect(desk.workspace.posts('D0AN')).toMatchObject([{ thread: root.ts }])
  })

  it('says when the reply is being written, once, and nothing more after the reply', async () => {
    await desk.people.writes('U0AN', 'D0AN', 'Hoeveel leden?')
    const conversation = desk.received[0]?.conversation
    if (!conversation) throw new Error('Nothing came in')
    const writing = { step: 'writing', status: 'Ik schrijf het antwoord.', sentences: [] } as const
    await expect.poll(() => desk.workspace.statuses).toHaveLength(1)
    desk.channel.showProgress(conversation, writing)
    desk.channel.showProgress(conversation, { ...writing, sentences: ['De VVSG telt 300 gemeenten.'] })
    await expect
      .poll(() => desk.workspace.statuses.map(({ status }) => status))
      .toEqual(['zoekt het antwoord op ...', 'schrijft het antwoord ...'])
    desk.channel.showProgress(conversation, null)
    await desk.channel.send(delivery(conversation))
    desk.channel.showProgress(conversation, writing)
    await desk.channel.send(delivery(conversation))
    expect(desk.slack.callsOf('assistant.threads.setStatus')).toHaveLength(2)
  })

  it('begins with suggested questions, and the home tab shows what is there', async () => {
    expect(await desk.people.opensHome('U0AN', 'messages')).toBe(200)
    expect(await desk.people.opensHome('U0AN', 'home')).toBe(200)
    await expect.poll(() => desk.workspace.prompts).toHaveLength(1)
    expect(desk.workspace.prompts[0]?.titles.length).toBeLessThanOrEqual(4)
    await expect.poll(() => desk.workspace.homes.has('U0AN')).toBe(true)
    expect(desk.received).toEqual([])
  })
})

describe('the command', () => {
  it('takes the question to a direct message, where it goes on', async () => {
    const { status, text } = await desk.people.commands('U0AN', 'C0LEDEN', 'hoeveel leden &amp; wie?')
    expect([status, JSON.parse(text)]).toMatchObject([200, { response_type: 'ephemeral' }])
    const [echo] = desk.workspace.posts('D0AN')
    expect(echo?.text).toContain('hoeveel leden &amp; wie?')
    expect(desk.received).toMatchObject([
      { conversation: `T0TESTVVSG/D0AN/${echo?.ts}`, text: 'hoeveel leden & wie?', personName: 'An Peeters' },
    ])
    expect(desk.workspace.posts('C0LEDEN')).toEqual([])
    await desk.people.writes('U0AN', 'D0AN', 'en OCMW?', echo?.ts ?? null)
    expect(new Set(desk.received.map(({ conversation }) => conversation)).size).toBe(1)
  })

  it('explains itself when there is no question', async () => {
    expect((await desk.people.commands('U0AN', 'C0LEDEN', '  ')).text).toContain('/vraagadvies Wie')
    expect(desk.received).toEqual([])
  })

  it('says so when the question did not arrive', async () => {
    desk.slack.next('conversations.open', { kind: 'error', error: 'internal_error' })
    expect((await desk.people.commands('U0AN', 'C0LEDEN', 'hoeveel leden?')).text).toContain(
      'niet aangekomen',
    )
    expect(desk.received).toEqual([])
  })
})

describe('a channel of staff', () => {
  const card = () => message('VB-2026-0001: een vraag', { kind: 'ticket-card', replaces: 'ticket/1' })

  async function staff() {
    const conversation = await desk.channel.staffConversation('T0TESTVVSG/C0TEAM')
    if (conversation === null) throw new Error('The desk is not in the channel')
    return conversation
  }

  it('is known by workspace and channel, and is null where the desk is not', async () => {
    expect(await staff()).toBe('T0TESTVVSG/C0TEAM')
    desk.workspace.addChannel('C0DICHT')
    desk.workspace.channel('C0DICHT').members.clear()
    for (const elsewhere of [
      'T0TESTVVSG/C0DICHT',
      'T0TESTVVSG/C0NIETS',
      'T0ANDER/C0TEAM',
      'C0TEAM',
      'onzin',
      '',
    ]) {
      expect(await desk.channel.staffConversation(elsewhere)).toBeNull()
    }
  })

  it('gets a card, which later ones change in place and others hang under', async () => {
    const conversation = await staff()
    const posted = await desk.channel.send(delivery(conversation, { message: card() }))
    if (posted.kind !== 'delivered') throw new Error(posted.kind)
    const changed = message('VB-2026-0001: opgenomen', { kind: 'ticket-card' })
    const again = await desk.channel.send(
      delivery(conversation, { number: 2, message: changed, replaces: posted.platformId }),
    )
    expect(again).toEqual(posted)
    await desk.channel.send(delivery(conversation, { number: 3, under: posted.platformId }))
    expect(desk.workspace.posts('C0TEAM').map(({ text, thread }) => [text, thread])).toEqual([
      ['VB-2026-0001: opgenomen', null],
      ['Tekst', posted.platformId],
    ])
  })

  it('gets a new card when the one to change is gone', async () => {
    const conversation = await staff()
    const sent = await desk.channel.send(delivery(conversation, { message: card(), replaces: '1.000009' }))
    expect(sent).toMatchObject({ kind: 'delivered', platformId: expect.not.stringMatching('1.000009') })
    expect(desk.workspace.posts('C0TEAM')).toHaveLength(1)
  })

  it('is heard under a card, mention or not, and nowhere else', async () => {
    const conversation = await staff()
    const posted = await desk.channel.send(delivery(conversation, { message: card() }))
    const under = posted.kind === 'delivered' ? posted.platformId : null
    await desk.people.writes('U0BART', 'C0TEAM', 'Ik bel even terug.', under)
    await desk.people.writes('U0BART', 'C0TEAM', '<@U0BOT> en dit ook', under)
    await desk.people.writes('U0BART', 'C0TEAM', '<@U0AN> kijk jij mee?', under)
    await desk.people.writes('U0BART', 'C0TEAM', 'Goeiemorgen!')
    expect(texts()).toEqual(['Ik bel even terug.', 'en dit ook', '@iemand kijk jij mee?'])
    for (const incoming of desk.received) {
      expect(incoming).toMatchObject({ conversation, under, personName: 'Bart Claes' })
    }
  })

  it('is a place to ask like any other with a mention', async () => {
    const { message: root } = await desk.people.writes('U0BART', 'C0TEAM', '<@U0BOT> hoeveel leden?')
    expect(desk.received.at(-1)).toMatchObject({ conversation: `T0TESTVVSG/C0TEAM/${root.ts}` })
    expect(desk.received.at(-1)).not.toHaveProperty('under')
  })
})
