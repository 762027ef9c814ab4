import { expect, it } from 'vitest'
import { FakeChannel } from '../fakes/channel.js'
import { says } from '../fakes/messages.js'
import { claimRequest, onEachDatabase } from '../store/databases.js'
import { testDesk } from './desk.js'

onEachDatabase('the sender', (on) => {
  it('sends a hundred replies of one conversation in order, a second apart', async () => {
    const slack = paced({ spacingMs: 1000 })
    const turn = async () => says(...Array.from({ length: 100 }, (_, index) => `deel ${index + 1}`))
    const desk = testDesk(on.store, { slack, turn })
    await desk.write('c1', 'alles')
    await desk.pass(105_000, 500)
    expect(desk.slack.posts.map((post) => post.number)).toEqual(numbers(100))
    expect(Math.min(...gaps(desk.slack))).toBeGreaterThanOrEqual(1000)
  })

  it('paces conversations of one lane together, and lanes apart', async () => {
    const slack = paced({ spacingMs: 1000, lane: (conversation) => conversation.slice(0, 1) })
    const desk = testDesk(on.store, { slack })
    for (const conversation of ['A1', 'A2', 'A3', 'B1']) await desk.write(conversation, 'hallo')
    await desk.pass(900)
    expect(desk.slack.posts.map((post) => post.conversation).sort()).toEqual(['A1', 'B1'])
    await desk.pass(2000)
    expect(desk.slack.posts).toHaveLength(4)
  })

  it('keeps to the pace also for a message that comes after the queue was empty', async () => {
    const desk = testDesk(on.store, { slack: paced({ spacingMs: 1000 }) })
    await desk.write('c1', 'een')
    await desk.pass(300)
    await desk.write('c1', 'twee')
    await desk.pass(2000)
    expect(gaps(desk.slack)).toEqual([1000])
  })

  it('sends no more in any stretch of time than the platform allows, also after another process took over', async () => {
    const bursts = [
      { count: 7, withinMs: 1000 },
      { count: 8, withinMs: 2000 },
      { count: 12, withinMs: 30_000 },
    ]
    const turn = async () => says(...Array.from({ length: 30 }, (_, index) => `deel ${index + 1}`))
    const desk = testDesk(on.store, { slack: paced({ bursts }), turn })
    await desk.write('c1', 'alles')
    await desk.pass(15_000)
    const first = desk.slack.posts.map(({ at }) => at)
    expect(first).toHaveLength(12)
    const next = testDesk(on.store, { slack: () => desk.slack, clock: desk.clock, owner: 'desk-2' })
    await next.pass(60_000)
    const all = desk.slack.posts.map(({ at }) => at)
    expect(all).toHaveLength(30)
    for (const { count, withinMs } of bursts) {
      for (const start of all) {
        const within = all.filter((at) => at >= start && at < start + withinMs)
        expect(within.length).toBeLessThanOrEqual(count)
      }
    }
    expect((all.at(-1) ?? 0) - (all[0] ?? 0)).toBeLessThan(65_000) // and not much slower than it allows
  })

  it('keeps the order of a conversation whose messages came to stand in two lanes', async () => {
    const lanes = { current: (conversation: string) => conversation }
    const slack = paced({ lane: (conversation) => lanes.current(conversation) })
    const desk = testDesk(on.store, { slack })
    await desk.write('A1', 'een')
    await desk.dispatcher.drain()
    lanes.current = () => 'A'
    await desk.write('A1', 'twee')
    await desk.write('A1', 'drie')
    await desk.write('A2', 'ander gesprek')
    desk.slack.next('A1', { retryAfterMs: 5000 })
    await desk.pass(12_000)
    const sent = desk.slack.posts.map(({ conversation, number }) => `${conversation} ${number}`)
    expect(sent).toEqual(['A2 1', 'A1 1', 'A1 2', 'A1 3'])
  })

  it('waits as long as the platform asks, in that conversation only, and sends once', async () => {
    const desk = testDesk(on.store)
    desk.slack.next('A', { retryAfterMs: 30_000 })
    await desk.write('A', 'hallo')
    await desk.write('B', 'hallo')
    await desk.pass(900)
    expect(desk.slack.posts).toMatchObject([{ conversation: 'B' }])
    await desk.pass(34_000)
    const [b, a, ...others] = desk.slack.posts
    expect(others).toEqual([])
    expect(seconds(a?.at, b?.at)).toBeGreaterThanOrEqual(30)
    expect(seconds(a?.at, b?.at)).toBeLessThan(35)
  })

  it.each([
    Number.NaN,
    -5,
    0,
    Number.POSITIVE_INFINITY,
  ])('waits a second when the platform does not say right how long: %s', async (retryAfterMs) => {
    const desk = testDesk(on.store)
    desk.slack.next('c1', { retryAfterMs })
    await desk.write('c1', 'hallo')
    await desk.pass(1500)
    expect(desk.slack.posts).toHaveLength(1)
  })

  it('does not send again what had arrived although the connection broke', async () => {
    const desk = testDesk(on.store)
    desk.slack.next('c1', 'arrived')
    await desk.write('c1', 'een')
    await desk.write('c1', 'twee')
    await desk.pass(60_000, 500)
    expect(desk.slack.posts.map((post) => post.number)).toEqual([1, 2])
    expect(desk.slack.calls).toBe(2)
    expect(await on.store.troubles.undelivered()).toEqual([])
  })

  it('sends again, before the next message, what surely did not arrive', async () => {
    const desk = testDesk(on.store)
    desk.slack.next('c1', 'lost', 'fine', 'fine')
    await desk.write('c1', 'een')
    await desk.write('c1', 'twee')
    await desk.pass(60_000, 500)
    expect(desk.slack.posts.map((post) => post.number)).toEqual([1, 2])
    expect(desk.slack.calls).toBe(3)
  })

  it('gives up a message that a platform loses every time, and goes on', async () => {
    const desk = testDesk(on.store)
    desk.slack.next('c1', 'lost', 'lost', 'lost')
    await desk.write('c1', 'een')
    await desk.write('c1', 'twee')
    await desk.pass(60_000, 500)
    expect(desk.slack.posts.map((post) => post.number)).toEqual([2])
    expect(await on.store.troubles.undelivered()).toMatchObject([
      { number: 1, status: 'failed', attempts: 3 },
    ])
  })

  it('does not count a refusal for now as a message lost', async () => {
    const desk = testDesk(on.store)
    const later = { retryAfterMs: 1000 }
    desk.slack.next('c1', later, later, later, 'lost', 'fine')
    await desk.write('c1', 'een')
    await desk.pass(20_000)
    expect(desk.slack.posts).toHaveLength(1)
  })

  it('shows within a minute what nobody can tell, without sending it twice, and goes on', async () => {
    const desk = testDesk(on.store)
    desk.slack.remembers = false
    desk.slack.next('c1', 'lost')
    await desk.write('c1', 'een')
    await desk.write('c1', 'twee')
    await desk.pass(60_000, 500)
    expect(desk.slack.posts.map((post) => post.number)).toEqual([2])
    expect(desk.slack.calls).toBe(2)
    expect(await on.store.troubles.undelivered()).toMatchObject([
      { number: 1, status: 'uncertain', text: 'Antwoord op een' },
    ])
  })

  it('lists what the platform refuses for good, tries it once, and goes on', async () => {
    const desk = testDesk(on.store)
    desk.slack.next('c1', 'refuses')
    await desk.write('c1', 'een')
    await desk.write('c1', 'twee')
    await desk.pass(5000)
    expect(desk.slack.posts.map((post) => post.number)).toEqual([2])
    expect(desk.slack.calls).toBe(2)
    expect(await on.store.troubles.undelivered()).toMatchObject([
      { number: 1, status: 'failed', reason: 'channel_not_found' },
    ])
  })

  it('looks back, and does not send again, when a process died in the middle of a send', async () => {
    const desk = testDesk(on.store)
    await desk.write('c1', 'een')
    await desk.dispatcher.drain()
    const [claim] = await on.store.outbox.claim(claimRequest(desk.clock.now(), { owner: 'dead' }))
    if (!claim) throw new Error('nothing to send')
    await desk.slack.send(claim.delivery) // it arrived, but nobody wrote that down
    await desk.pass(60_000, 500)
    expect(desk.slack.posts).toHaveLength(1)
    expect((await on.store.health(desk.clock.now())).waitingMessages).toBe(0)
  })

  it('keeps a delivery that is reported too late, and leaves the lane to who holds it', async () => {
    const desk = testDesk(on.store)
    await desk.write('c1', 'een')
    await desk.dispatcher.drain()
    const [slow] = await on.store.outbox.claim(claimRequest(desk.clock.now(), { owner: 'slow' }))
    desk.clock.advance(31_000)
    const [other] = await on.store.outbox.claim(claimRequest(desk.clock.now(), { owner: 'other' }))
    if (!slow || !other) throw new Error('nothing to send')
    expect(other).toMatchObject({ kind: 'check', checks: 1 })
    const now = desk.clock.now()
    const late = on.store.outbox.settle(slow, { kind: 'delivered', platformId: 'p1' }, now, now)
    expect(await late).toBe(false)
    expect(await on.store.outbox.settle(other, { kind: 'again', reason: 'absent' }, now, now)).toBe(true)
    await desk.pass(1000)
    expect(desk.slack.calls).toBe(0)
  })

  it('does not wait for ever for a platform that never answers', async () => {
    const desk = testDesk(on.store)
    desk.slack.next('c1', 'hangs')
    await desk.write('c1', 'een')
    await desk.dispatcher.drain()
    desk.sender.start()
    while (desk.slack.calls === 0) await pause(5)
    desk.clock.advance(30_000)
    while (desk.sends.length === 0) await pause(5)
    expect(desk.sends).toMatchObject([{ settlement: { kind: 'check' } }])
    await desk.sender.stop(0)
  })

  it('splits what is too long for the platform, and cuts nothing', async () => {
    const sentence = 'Dit is een zin van het antwoord. '
    const long = sentence.repeat(Math.ceil(60_000 / sentence.length)).trim()
    const desk = testDesk(on.store, { slack: paced({ maxTextLength: 12_000 }), turn: async () => says(long) })
    await desk.write('c1', 'alles')
    await desk.pass(1000)
    const parts = desk.slack.posts.map((post) => post.text)
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(12_000)
    expect(parts.join(' ')).toBe(long)
  })
})

function paced(limits: ConstructorParameters<typeof FakeChannel>[2]) {
  return (clock: { now(): Date }) => new FakeChannel('slack', () => clock.now(), limits)
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function gaps({ posts }: FakeChannel): number[] {
  return posts.slice(1).map((post, index) => post.at - (posts[index]?.at ?? 0))
}

function seconds(later = 0, earlier = 0): number {
  return (later - earlier) / 1000
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
