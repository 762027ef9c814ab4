import { expect, it } from 'vitest'
import type { Due, DueWork, NewDue } from '../../src/desk/ports.js'
import type { Store } from '../../src/store/store.js'
import { conversationId, incoming, notice, opensTicket } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, query, START } from './databases.js'

const now = new Date(START)
const after = (ms: number) => new Date(now.getTime() + ms)
const LEASE = 60_000

const planned = (key: string, at: Date = now): NewDue => ({
  key,
  kind: 'remind',
  subject: 'VB-2026-0001',
  at,
})
const NOTHING: DueWork = { posts: [], due: [], ticketEvents: [], guards: [] }
const post = (conversation: string, text: string): DueWork => ({
  ...NOTHING,
  posts: [
    {
      channel: 'slack',
      conversation: conversationId(conversation),
      messages: [{ message: notice(text), lane: conversation }],
    },
  ],
})

onEachDatabase('what is due', (on) => {
  it('is given when its time has come, the oldest first, and not before', async () => {
    await on.store.dues.plan(
      [planned('b', after(2000)), planned('a', after(1000)), planned('c', after(9000))],
      now,
    )
    expect(await on.store.dues.next()).toEqual(after(1000))
    expect(await on.store.dues.claim('d1', after(999), LEASE, 10)).toEqual([])
    expect(await keys(on.store, after(2000))).toEqual(['a', 'b'])
    expect(await keys(on.store, after(2000))).toEqual([]) // they are leased
  })

  it('stays as it was planned first, also when it is planned again after it was done', async () => {
    await on.store.dues.plan([planned('a')], now)
    await on.store.dues.plan([planned('a', after(5000)), planned('b', after(7000))], now)
    const due = await one(on.store, now)
    expect(due).toMatchObject({ key: 'a', kind: 'remind', subject: 'VB-2026-0001', at: now, attempts: 1 })
    expect(await on.store.dues.finish(due, NOTHING, now)).toBe('done')
    await on.store.dues.plan([planned('a')], now)
    expect(await keys(on.store, after(6000))).toEqual([])
    expect(await on.store.dues.next()).toEqual(after(7000))
  })

  it('leaves its posts, what it plans and its end behind together', async () => {
    await on.store.dues.plan([planned('a')], now)
    const due = await one(on.store, now)
    const work = { ...post('team', 'Er wacht een vraag.'), due: [planned('b', after(5000))] }
    expect(await on.store.dues.finish(due, work, now)).toBe('done')
    expect(await sent(on.store)).toEqual([['team', 1, 'Er wacht een vraag.']])
    expect(await on.store.dues.next()).toEqual(after(5000))
    expect(await on.store.dues.finish(due, work, now)).toBe('lost')
    const [outbox] = await query(on.database, 'select count(*) as messages from outbox')
    expect(Number(outbox?.messages)).toBe(1)
  })

  it('is given again when who took it is never heard of, and what that one says then is refused', async () => {
    await on.store.dues.plan([planned('a')], now)
    const first = await one(on.store, now)
    expect(await keys(on.store, after(LEASE - 1))).toEqual([])
    const second = await one(on.store, after(LEASE))
    expect(second).toMatchObject({ id: first.id, attempts: 2 })
    expect(await on.store.dues.finish(first, post('team', 'te laat'), after(LEASE))).toBe('lost')
    await on.store.dues.postpone(first, after(0), 'te laat')
    expect(await keys(on.store, after(LEASE))).toEqual([])
    expect(await on.store.dues.finish(second, post('team', 'dag'), after(LEASE))).toBe('done')
    expect(await sent(on.store, after(LEASE))).toEqual([['team', 1, 'dag']])
  })

  it('is put off with a reason that staff can see until it is done', async () => {
    await on.store.dues.plan([planned('a')], now)
    await on.store.dues.postpone(await one(on.store, now), after(4000), 'Error: stuk')
    expect(await on.store.dues.next()).toEqual(after(4000))
    expect(await on.store.troubles.stuck()).toEqual([
      { key: 'a', kind: 'remind', subject: 'VB-2026-0001', attempts: 1, reason: 'Error: stuk', at: START },
    ])
    expect(await on.store.health(after(1000))).toMatchObject({ failingDues: 1, dueLateMs: 1000 })
    await on.store.dues.finish(await one(on.store, after(4000)), NOTHING, after(4000))
    expect(await on.store.troubles.stuck()).toEqual([])
    expect(await on.store.health(after(5000))).toMatchObject({ failingDues: 0, dueLateMs: 0 })
  })

  it('is given to one of many who ask at the same moment', async () => {
    await on.store.dues.plan(
      Array.from({ length: 40 }, (_, index) => planned(`k${index}`)),
      now,
    )
    const other = on.store.kind === 'postgres' ? await on.database.open() : on.store
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? on.store : other).dues.claim(`d${index}`, now, LEASE, 5),
      ),
    )
    const taken = [...claims.flat(), ...(await on.store.dues.claim('last', now, LEASE, 100))]
    expect(new Set(taken.map(({ key }) => key)).size).toBe(40)
    expect(taken).toHaveLength(40)
  })

  it('never waits for nothing: a row is done or has its time', async () => {
    await on.store.dues.plan([planned('a')], now)
    await expect(query(on.database, 'update dues set not_before = null')).rejects.toThrow()
    await expect(query(on.database, 'update dues set done_at = 1')).rejects.toThrow()
  })
})

onEachDatabase('what is due about a ticket', (on) => {
  it('is written in its history', async () => {
    await openTicket(on.store)
    await on.store.dues.plan([planned('a')], now)
    const event = { kind: 'reminded', actor: { kind: 'desk' }, text: 'an' } as const
    const ticketEvents = ['1', '2'].map(() => ({ reference: 'VB-2026-0001', event }))
    const guards = [{ table: 'tickets', id: 'VB-2026-0001', version: 1 } as const]
    expect(
      await on.store.dues.finish(await one(on.store, now), { ...NOTHING, ticketEvents, guards }, now),
    ).toBe('done')
    expect(await on.store.tickets.events('VB-2026-0001')).toMatchObject([
      { number: 1, kind: 'opened' },
      { number: 2, kind: 'reminded', actor: { kind: 'desk' }, text: 'an', messageId: null },
      { number: 3, kind: 'reminded' },
    ])
    expect(await on.store.tickets.find('VB-2026-0001')).toMatchObject({ version: 2 })
  })

  it.each([
    ['changed since', 'VB-2026-0001', 1],
    ['is gone', 'VB-2026-0009', 1],
  ])('is decided again when the ticket %s', async (_what, id, version) => {
    await openTicket(on.store)
    await on.store.dues.plan([planned('a')], now)
    const due = await one(on.store, now)
    const add = { kind: 'do', work: { update: {}, events: [], messages: [], due: [] } } as const
    await on.store.tickets.change('VB-2026-0001', () => add, now, 'k1')
    const work = { ...post('team', 'oud'), guards: [{ table: 'tickets', id, version } as const] }
    expect(await on.store.dues.finish(due, work, now)).toBe('changed')
    expect(await sent(on.store)).toEqual([])
    const again = await one(on.store, now)
    expect(again).toMatchObject({ key: 'a', attempts: 2 })
    expect(await on.store.dues.finish(again, post('team', 'nieuw'), now)).toBe('done')
    expect(await sent(on.store)).toEqual([['team', 1, 'nieuw']])
  })

  it('waits ever longer when every decision comes too late', async () => {
    await on.store.dues.plan([planned('a')], now)
    const guards = [{ table: 'tickets', id: 'VB-2026-0009', version: 1 } as const]
    for (let tries = 1; tries <= 4; tries++) {
      expect(await on.store.dues.finish(await one(on.store, now), { ...NOTHING, guards }, now)).toBe(
        'changed',
      )
    }
    expect(await keys(on.store, now)).toEqual([])
    expect(await on.store.dues.next()).toEqual(after(4000))
  })
})

onEachDatabase('a desk that starts again', (on) => {
  it('takes up at once what the one before it had, and leaves for later what is for later', async () => {
    await on.store.dues.plan([planned('a'), planned('b', after(86_400_000))], now)
    await one(on.store, now)
    if (on.store.kind === 'postgres') return // others may run: there the lease has to run out
    await on.store.close()
    const store = await on.database.open(after(1000))
    expect(await keys(store, after(1000))).toEqual(['a'])
    expect(await keys(store, after(80_000_000))).not.toContain('b')
  })

  it('gives back what a clock that was ahead had put off', async () => {
    if (on.store.kind === 'postgres') return
    await on.store.dues.plan([planned('a'), planned('b', after(86_400_000))], now)
    const ahead = after(100_000_000)
    for (const due of await on.store.dues.claim('d1', ahead, LEASE, 10)) {
      await on.store.dues.postpone(due, ahead, 'stuk')
    }
    await on.store.close()
    const store = await on.database.open(after(1000))
    expect(await keys(store, after(1000))).toEqual(['a'])
    expect(await keys(store, after(86_400_000))).toContain('b')
  })
})

async function keys(store: Store, at: Date): Promise<readonly string[]> {
  return (await store.dues.claim('d1', at, LEASE, 10)).map(({ key }) => key)
}

async function one(store: Store, at: Date): Promise<Due> {
  const [due, ...more] = await store.dues.claim('d1', at, LEASE, 10)
  if (!due || more.length > 0) throw new Error(`there are ${more.length + (due ? 1 : 0)} due`)
  return due
}

/** What is ready to be sent, one message a conversation. */
async function sent(store: Store, at: Date = now) {
  const claims = await store.outbox.claim(claimRequest(at))
  return claims.map(({ delivery }) => [delivery.conversation, delivery.number, delivery.message.text])
}

async function openTicket(store: Store) {
  await store.inbox.accept(incoming('c1', 'help'), now)
  const [claim] = await store.turns.claim(claimRequest(now))
  if (!claim) throw new Error('nothing to claim')
  const conclude = () => ({ state: null, messages: [] })
  await store.turns.commit(claim, { now, effects: [opensTicket()], ticketYear: 2026, parked: null, conclude })
}
