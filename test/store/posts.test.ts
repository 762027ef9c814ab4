import { expect, it } from 'vitest'
import type { ChannelName } from '../../src/desk/conversation.js'
import { outbound } from '../../src/desk/outbound.js'
import type { OutgoingMessage } from '../../src/desk/outgoing.js'
import type { Store } from '../../src/store/store.js'
import { type TestDesk, testDesk } from '../desk/desk.js'
import { FakeChannel } from '../fakes/channel.js'
import { conversationId, notice } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, START } from './databases.js'

const now = new Date(START)
const team = conversationId('team')

const card = (text: string): OutgoingMessage => ({ ...notice(text), replaces: 'card' })
const note = (text: string): OutgoingMessage => ({ ...notice(text), under: 'card' })

async function post(store: Store, ...messages: readonly OutgoingMessage[]) {
  await store.posts.post({ channel: 'slack', conversation: team, messages: messages.map(inLane) }, now)
}

function inLane(message: OutgoingMessage) {
  return { message, lane: 'team' }
}

function shown({ slack }: TestDesk) {
  return slack.posts.map(({ id, text, under }) => (under === null ? `${id}: ${text}` : `${under} > ${text}`))
}

onEachDatabase('posts outside a turn', (on) => {
  it('go to a conversation that did not exist, numbered on by what follows', async () => {
    const desk = testDesk(on.store)
    await post(on.store, notice('een'))
    await post(on.store, notice('twee'), notice('drie'))
    await desk.write('team', 'hallo')
    await desk.pass(0)
    expect(desk.slack.posts.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 een',
      '2 twee',
      '3 drie',
      '4 Antwoord op hallo',
    ])
  })

  it('are on the web as soon as they are there', async () => {
    const conversation = conversationId('w1')
    const waiting = on.store.webLog.waitForMore(conversation, 0, {
      signal: new AbortController().signal,
      timeoutMs: 20_000,
    })
    const message = { ...card('Een antwoord van An.'), under: 'nothing' }
    await on.store.posts.post({ channel: 'web', conversation, messages: [{ message, lane: null }] }, now)
    await waiting
    expect(await on.store.webLog.read(conversation, 0)).toMatchObject([{ number: 1, eventId: null, message }])
  })

  it('wait for a process that serves their channel', async () => {
    const desk = testDesk(on.store)
    const conversation = conversationId('bo@zonnegem.example')
    const messages = [inLane({ ...notice('Uw uitnodiging'), subject: 'Uitnodiging' })]
    await on.store.posts.post({ channel: 'mail', conversation, messages }, now)
    await desk.pass(10_000, 1000)
    expect(desk.events).toEqual([])
    expect(desk.sends).toEqual([])
    const [claim] = await on.store.outbox.claim(claimRequest(desk.clock.now(), { channels: ['mail'] }))
    expect(claim?.delivery.message).toEqual(messages[0]?.message)
  })

  it('of many at once keep their numbers without gaps', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => post(on.store, notice(`bericht ${index}`))))
    const desk = testDesk(on.store)
    await desk.pass(0)
    expect(desk.slack.posts.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  })
})

onEachDatabase('a post that is changed', (on) => {
  it('is changed where it stands, and what belongs under it is put there', async () => {
    const desk = testDesk(on.store)
    await post(on.store, card('nieuw'), notice('iets anders'), note('nota'))
    await desk.pass(0)
    await post(on.store, card('opgenomen'))
    await desk.pass(0)
    await post(on.store, note('nog een nota'), card('gesloten'))
    await desk.pass(0)
    expect(shown(desk)).toEqual([
      'post-1: gesloten',
      'post-2: iets anders',
      'post-1 > nota',
      'post-1 > nog een nota',
    ])
  })

  it('is found back by the name that the platform gave it', async () => {
    const desk = testDesk(on.store)
    await post(on.store, card('nieuw'), notice('iets anders'))
    await desk.pass(0)
    await post(on.store, card('opgenomen'))
    await desk.pass(0)
    const { posts } = on.store
    expect(await posts.keyOf('slack', team, 'post-1')).toBe('card')
    expect(await posts.keyOf('slack', team, 'post-2')).toBeNull()
    expect(await posts.keyOf('slack', conversationId('other'), 'post-1')).toBeNull()
    expect(await posts.keyOf('teams', team, 'post-1')).toBeNull()
  })

  it('is posted anew when it never arrived, and what belongs under it goes to the conversation', async () => {
    const desk = testDesk(on.store)
    desk.slack.next('team', 'refuses')
    await post(on.store, card('nieuw'))
    await desk.pass(0)
    await post(on.store, note('nota'), card('opgenomen'))
    await desk.pass(0)
    expect(shown(desk)).toEqual(['post-1: nota', 'post-2: opgenomen'])
  })

  it('is sent once, as it is last, when several changes wait', async () => {
    const desk = testDesk(on.store)
    await post(on.store, card('een'))
    await desk.pass(0)
    await post(on.store, card('twee'), notice('iets anders'), card('drie'), card('vier'))
    const calls = desk.slack.calls
    await desk.pass(0)
    expect(shown(desk)).toEqual(['post-1: vier', 'post-2: iets anders'])
    expect(desk.slack.calls - calls).toBe(2)
    expect((await on.store.health(now)).waitingMessages).toBe(0)
    expect(await on.store.troubles.undelivered()).toEqual([])
  })

  it('is posted first when something for its thread waits before the change', async () => {
    const desk = testDesk(on.store)
    await post(on.store, card('een'), note('nota'), card('twee'), card('drie'))
    await desk.pass(0)
    expect(shown(desk)).toEqual(['post-1: drie', 'post-1 > nota'])
    expect(desk.slack.calls).toBe(3)
  })

  it('keeps its name when a change looked lost and had arrived', async () => {
    const desk = testDesk(on.store)
    await post(on.store, card('een'))
    await desk.pass(0)
    desk.slack.next('team', 'arrived')
    await post(on.store, card('twee'))
    await desk.pass(10_000, 1000)
    await post(on.store, card('drie'))
    await desk.pass(1000, 1000)
    expect(shown(desk)).toEqual(['post-1: drie'])
  })

  it('is changed where it stands when its first sending looked lost and had arrived', async () => {
    const desk = testDesk(on.store)
    desk.slack.next('team', 'arrived')
    await post(on.store, card('een'))
    await desk.pass(10_000, 1000)
    await post(on.store, card('twee'), note('nota'))
    await desk.pass(1000, 1000)
    expect(shown(desk)).toEqual(['post-1: twee', 'post-1 > nota'])
  })

  it('is one post, its keys apart, when it is too long for its channel', async () => {
    const limits = { maxTextLength: 20, spacingMs: 0 }
    const to = { channel: 'slack' as ChannelName, conversation: team, limits }
    const slack = (clock: { now(): Date }) => new FakeChannel('slack', () => clock.now(), limits)
    const desk = testDesk(on.store, { slack })
    for (const word of ['eerst', 'later']) {
      const messages = outbound([card(`Dit staat er ${word}. Dit is het einde ${word}.`)], null, to)
      await on.store.posts.post({ channel: 'slack', conversation: team, messages }, now)
      await desk.pass(0)
    }
    expect(desk.slack.posts.map(({ text }) => text).join(' ')).toBe(
      'Dit staat er later. Dit is het einde later.',
    )
  })
})
