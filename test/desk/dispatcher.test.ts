import { expect, it } from 'vitest'
import type { Turns } from '../../src/desk/ports.js'
import type { Turn } from '../../src/desk/turn.js'
import { incoming, opensTicket, says } from '../fakes/messages.js'
import { onEachDatabase } from '../store/databases.js'
import { GIVEN_UP, testDesk } from './desk.js'

onEachDatabase('the dispatcher', (on) => {
  it('answers each message of a conversation in the order in which it came', async () => {
    const desk = testDesk(on.store)
    for (const text of ['een', 'twee', 'drie']) await desk.write('c1', text)
    await desk.pass(0)
    const answers = ['Antwoord op een', 'Antwoord op twee', 'Antwoord op drie']
    expect(desk.slack.posts.map((post) => post.text)).toEqual(answers)
    expect(desk.slack.posts.map((post) => post.number)).toEqual([1, 2, 3])
  })

  it('lets one conversation not wait for another, nor two turns of one run at once', async () => {
    const running: string[] = []
    const open = new Map<string, () => void>()
    const turn: Turn = async ({ conversation, text }) => {
      running.push(`${conversation} ${text}`)
      await new Promise<void>((resolve) => open.set(`${conversation} ${text}`, resolve))
      return says('klaar')
    }
    const desk = testDesk(on.store, { turn })
    await desk.write('c1', 'een')
    await desk.write('c1', 'twee')
    await desk.write('c2', 'een')
    desk.dispatcher.start()
    await until(() => running.length === 2)
    expect([...running].sort()).toEqual(['c1 een', 'c2 een'])
    open.get('c2 een')?.()
    await until(() => desk.events.length === 1)
    await desk.write('c1', 'drie') // comes in while the desk is busy with this very conversation
    open.get('c1 een')?.()
    await until(() => running.includes('c1 twee'))
    open.get('c1 twee')?.()
    await until(() => running.includes('c1 drie'))
    open.get('c1 drie')?.()
    expect(await desk.dispatcher.stop(1000)).toBe(true)
    expect(running.slice(2)).toEqual(['c1 twee', 'c1 drie'])
  })

  it('passes on the state from turn to turn', async () => {
    const turn: Turn = async ({ text }, state) => ({
      ...says(`eerder: ${state.lastQuestion ?? 'niets'}`),
      state: { ...state, lastQuestion: text },
    })
    const desk = testDesk(on.store, { turn })
    await desk.write('c1', 'een')
    await desk.write('c1', 'twee')
    await desk.pass(0)
    expect(desk.slack.posts.map((post) => post.text)).toEqual(['eerder: niets', 'eerder: een'])
  })

  it('puts the reference of a ticket in the message that tells of it, and in the state', async () => {
    const turn: Turn = async (_incoming, state) =>
      state.ticket === null
        ? { ...says('Uw vraag is {ticket}.'), effects: [opensTicket()] }
        : says(`U hebt al ${state.ticket}.`)
    const desk = testDesk(on.store, { turn })
    await desk.write('c1', 'help')
    await desk.write('c1', 'en nu?')
    await desk.pass(0)
    expect(desk.slack.posts.map((post) => post.text)).toEqual([
      'Uw vraag is VB-2026-0001.',
      'U hebt al VB-2026-0001.',
    ])
  })

  it('tries a failing message a few times, then tells its member and goes on with the next', async () => {
    let tries = 0
    const turn: Turn = async ({ text }) => {
      if (text !== 'gif') return says(`Antwoord op ${text}`)
      tries += 1
      throw new Error('dit lukt nooit')
    }
    const desk = testDesk(on.store, { turn })
    await desk.write('c1', 'gif')
    await desk.write('c1', 'gewoon')
    await desk.write('c2', 'ander gesprek')
    await desk.pass(900)
    expect(desk.slack.posts.map((post) => post.text)).toEqual(['Antwoord op ander gesprek'])
    await desk.pass(100_000, 500)
    expect(tries).toBe(5)
    const first = desk.slack.posts.filter((post) => post.conversation === 'c1').map((post) => post.text)
    expect(first).toEqual([GIVEN_UP, 'Antwoord op gewoon'])
    expect(await on.store.troubles.parked()).toMatchObject([
      { eventId: 'c1/gif', text: 'gif', attempts: 5, reason: 'Error: dit lukt nooit' },
    ])
  })

  it('does not hold it against a message that the database failed', async () => {
    let failures = 0
    const turns: Turns = {
      ...on.store.turns,
      commit: async (claim, work) => {
        if (failures >= 10) return on.store.turns.commit(claim, work)
        failures += 1
        throw Object.assign(new Error('the disk is full'), { code: 'STORE_FULL' })
      },
    }
    const desk = testDesk({ ...on.store, turns })
    await desk.write('c1', 'hallo')
    await desk.pass(15_000)
    expect(failures).toBe(10)
    expect(desk.slack.posts.map((post) => post.text)).toEqual(['Antwoord op hallo'])
  })

  it('parks a message that ended the process every time it was taken up', async () => {
    const desk = testDesk(on.store)
    await desk.write('c1', 'dodelijk')
    for (let crash = 0; crash < 5; crash++) {
      // A process that takes it up and is never heard of again.
      const channels = ['slack'] as const
      const request = { owner: `desk-${crash}`, now: desk.clock.now(), leaseMs: 30_000, limit: 1, channels }
      expect(await on.store.turns.claim(request)).toHaveLength(1)
      desk.clock.advance(30_000)
    }
    await desk.pass(0)
    expect(desk.slack.posts.map((post) => post.text)).toEqual([GIVEN_UP])
  })

  it('keeps a conversation as long as its turn takes, and gives up a turn that never ends', async () => {
    let started = 0
    const turn: Turn = () => {
      started += 1
      return new Promise(() => {})
    }
    const desk = testDesk(on.store, { turn, tuning: { turnMs: 120_000, maxAttempts: 1 } })
    await desk.write('c1', 'hallo')
    desk.dispatcher.start()
    await until(() => started === 1)
    for (let passed = 0; passed < 110_000; passed += 10_000) {
      desk.clock.advance(10_000)
      await pause(20) // the lease is lengthened in real time
    }
    const other = {
      owner: 'desk-2',
      now: desk.clock.now(),
      leaseMs: 30_000,
      limit: 1,
      channels: ['slack'] as const,
    }
    expect(await on.store.turns.claim(other)).toEqual([])
    desk.clock.advance(10_000)
    await until(() => desk.events.some((event) => event.kind === 'parked'))
    expect(await desk.dispatcher.stop(1000)).toBe(true)
  })

  it('stops within its bound although a turn does not end, and another desk takes the message up', async () => {
    let started = false
    const turn: Turn = () => {
      started = true
      return new Promise(() => {})
    }
    const desk = testDesk(on.store, { turn })
    await desk.write('c1', 'hallo')
    desk.dispatcher.start()
    await until(() => started)
    const stopped = desk.dispatcher.stop(5000)
    await pause(20)
    desk.clock.advance(5000)
    expect(await stopped).toBe(false)
    const other = testDesk(on.store, { clock: desk.clock, owner: 'desk-2' })
    await other.pass(60_000, 1000)
    expect(other.slack.posts.map((post) => post.text)).toEqual(['Antwoord op hallo'])
  })

  it('takes messages in at once although every turn hangs', async () => {
    let hanging = 0
    const turn: Turn = () => {
      hanging += 1
      return new Promise(() => {})
    }
    const desk = testDesk(on.store, { turn, tuning: { concurrency: 2 } })
    for (const conversation of ['c1', 'c2']) await desk.write(conversation, 'hallo')
    desk.dispatcher.start()
    await until(() => hanging === 2)
    const started = performance.now()
    for (let index = 0; index < 20; index++) await desk.write(`c${index}`, 'nog een')
    expect((performance.now() - started) / 20).toBeLessThan(1000)
    const stopped = desk.dispatcher.stop(0)
    await pause(20)
    desk.clock.advance(0)
    expect(await stopped).toBe(false)
  })

  it('finishes what runs when it is stopped, and takes nothing new', async () => {
    const open = new Map<string, () => void>()
    const turn: Turn = async ({ text }) => {
      await new Promise<void>((resolve) => open.set(text, resolve))
      return says('klaar')
    }
    const desk = testDesk(on.store, { turn })
    await desk.write('c1', 'een')
    desk.dispatcher.start()
    await until(() => open.has('een'))
    const stopped = desk.dispatcher.stop(5000)
    await desk.write('c2', 'twee')
    open.get('een')?.()
    expect(await stopped).toBe(true)
    expect((await on.store.health(desk.clock.now())).waitingEvents).toBe(1)
  })

  it('answers on the web by committing: there is nothing to send', async () => {
    const desk = testDesk(on.store)
    const event = incoming('w1', 'hallo')
    await on.store.inbox.accept(event, desk.clock.now())
    await desk.dispatcher.drain()
    expect(await on.store.webLog.event(event.conversation, event.eventId)).toMatchObject({
      status: 'done',
      messages: [{ number: 1, message: { text: 'Antwoord op hallo' } }],
    })
    expect((await on.store.health(desk.clock.now())).waitingMessages).toBe(0)
  })
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
