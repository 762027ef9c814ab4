import { expect, it } from 'vitest'
import type { Claim, TurnWork } from '../../src/desk/ports.js'
import type { Effect } from '../../src/desk/turn.js'
import type { Store } from '../../src/store/store.js'
import { addsTo, incoming, notice, opensTicket } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, START } from './databases.js'

const now = new Date(START)
const after = (ms: number) => new Date(now.getTime() + ms)

onEachDatabase('a turn', (on) => {
  it('commits its state, its messages and its end together', async () => {
    const claim = await claimed(on.store, 'c1', 'hallo')
    expect(await on.store.turns.commit(claim, saying('dag'))).toBe('committed')
    expect(await on.store.webLog.read(claim.conversation, 0)).toMatchObject([
      { number: 1, eventId: 'c1/hallo', message: { text: 'dag' } },
    ])
    const next = await claimed(on.store, 'c1', 'nog iets')
    expect(next).toMatchObject({ sequence: 2, version: 1, state: { seen: 'dag' } })
  })

  it('keeps nothing at all when one part fails', async () => {
    const claim = await claimed(on.store, 'c1', 'hallo')
    const broken: TurnWork = {
      ...saying('dag'),
      effects: [opensTicket(), fails],
    }
    await expect(on.store.turns.commit(claim, broken)).rejects.toThrow()
    expect(await on.store.webLog.read(claim.conversation, 0)).toEqual([])
    expect(await on.store.tickets.list()).toEqual([])
    expect(await on.store.turns.commit(claim, { ...saying('{ticket}'), effects: [opensTicket()] })).toBe(
      'committed',
    )
    expect(await on.store.tickets.list()).toMatchObject([{ reference: 'VB-2026-0001' }]) // no number was lost
  })

  it('leaves a conversation alone that somebody else holds', async () => {
    await claimed(on.store, 'c1', 'hallo')
    await on.store.inbox.accept(incoming('c1', 'nog iets'), now)
    expect(await on.store.turns.claim(claimRequest(after(29_999), { owner: 'desk-2' }))).toEqual([])
  })

  it('retakes what a dead process held when its lease is over, and refuses what the dead one says after all', async () => {
    const first = await claimed(on.store, 'c1', 'hallo')
    const [second] = await on.store.turns.claim(claimRequest(after(30_000), { owner: 'desk-2' }))
    expect(second).toMatchObject({ sequence: 1, attempts: 2, incoming: { text: 'hallo' } })
    expect(await on.store.turns.commit(first, saying('te laat'))).toBe('lost')
    expect(await on.store.turns.renew(first, after(90_000))).toBe(false)
    expect(await on.store.turns.commit(given(second), saying('dag'))).toBe('committed')
    expect(await on.store.turns.commit(given(second), saying('dag'))).toBe('lost') // nor twice by the same one
    expect(await texts(on.store, first)).toEqual(['dag'])
  })

  it('holds a conversation longer when asked to', async () => {
    const claim = await claimed(on.store, 'c1', 'hallo')
    expect(await on.store.turns.renew(claim, after(50_000))).toBe(true)
    expect(await on.store.turns.claim(claimRequest(after(40_000), { owner: 'desk-2' }))).toEqual([])
  })

  it('is refused when the state changed under it, and taken again at once', async () => {
    const claim = await claimed(on.store, 'c1', 'hallo')
    const stale = { ...claim, version: claim.version - 1 }
    expect(await on.store.turns.commit(stale, saying('oud'))).toBe('changed')
    const [again] = await on.store.turns.claim(claimRequest(now))
    expect(again).toMatchObject({ sequence: 1, attempts: 1 })
    expect(await texts(on.store, claim)).toEqual([])
  })

  it('gives the next turn what came in while it ran', async () => {
    const claim = await claimed(on.store, 'c1', 'een')
    await on.store.inbox.accept(incoming('c1', 'twee'), now)
    await on.store.turns.commit(claim, saying('antwoord'))
    expect(await on.store.turns.claim(claimRequest(now))).toMatchObject([{ incoming: { text: 'twee' } }])
  })

  it('takes only channels that this process serves', async () => {
    await on.store.inbox.accept(incoming('c1', 'hallo', { channel: 'slack' }), now)
    expect(await on.store.turns.claim(claimRequest(now, { channels: ['web'] }))).toEqual([])
    expect(await on.store.turns.claim(claimRequest(now, { channels: [] }))).toEqual([])
    expect(await on.store.turns.claim(claimRequest(now, { channels: ['slack'] }))).toHaveLength(1)
  })

  it('never gives one conversation to two who ask at the same moment', async () => {
    for (let index = 0; index < 20; index++) await on.store.inbox.accept(incoming(`c${index}`, 'hallo'), now)
    const other = on.store.kind === 'postgres' ? await on.database.open() : on.store
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? on.store : other).turns.claim(claimRequest(now, { owner: `desk-${index}`, limit: 3 })),
      ),
    )
    const taken = claims.flat().map((claim) => claim.conversation)
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken).toHaveLength(20)
  })

  it('numbers tickets without gaps or doubles, also when many are opened at once', async () => {
    const claims: Claim[] = []
    for (let index = 0; index < 30; index++) claims.push(await claimed(on.store, `c${index}`, 'help'))
    await Promise.all(
      claims.map((claim, index) => {
        const effects = index % 3 === 0 ? [opensTicket(), fails] : [opensTicket()]
        return on.store.turns.commit(claim, { ...saying('{ticket}'), effects }).catch(() => 'failed')
      }),
    )
    const references = (await on.store.tickets.list()).map((ticket) => ticket.reference).sort()
    const expected = Array.from({ length: 20 }, (_, index) => `VB-2026-${String(index + 1).padStart(4, '0')}`)
    expect(references).toEqual(expected)
  })

  it('keeps what a member adds to a ticket, and that an answer helped', async () => {
    const first = await claimed(on.store, 'c1', 'help')
    await on.store.turns.commit(first, { ...saying('ok'), effects: [opensTicket()] })
    const second = await claimed(on.store, 'c1', 'nog dit')
    await on.store.turns.commit(second, {
      ...saying('ok'),
      effects: [addsTo('VB-2026-0001', 'nog dit'), { kind: 'feedback', helped: true, question: 'help' }],
    })
    expect(await on.store.tickets.events('VB-2026-0001')).toMatchObject([
      { number: 1, kind: 'opened' },
      { number: 2, kind: 'added', text: 'nog dit' },
    ])
    expect(await on.store.tickets.find('VB-2026-0001')).toMatchObject({
      question: 'Wat nu?',
      topic: 'personeel',
      found: [{ passage: 'a#1', score: 0.5 }],
    })
    expect(await on.store.tickets.find('VB-2026-0002')).toBeNull()
  })
})

const fails: Effect = {
  ...opensTicket(),
  due: () => {
    throw new Error('nothing can be planned')
  },
}

function saying(text: string): TurnWork {
  return {
    now,
    effects: [],
    ticketYear: 2026,
    parked: null,
    conclude: () => ({ state: { seen: text }, messages: [{ message: notice(text), lane: null }] }),
  }
}

async function claimed(store: Store, conversation: string, text: string): Promise<Claim> {
  await store.inbox.accept(incoming(conversation, text), now)
  const claims = await store.turns.claim(claimRequest(now))
  return given(claims.find((claim) => claim.conversation === conversation))
}

function given(claim: Claim | undefined): Claim {
  if (!claim) throw new Error('nothing to claim')
  return claim
}

async function texts(store: Store, { conversation }: Claim) {
  return (await store.webLog.read(conversation, 0)).map(({ message }) => message.text)
}
