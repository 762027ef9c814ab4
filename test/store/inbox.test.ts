import { expect, it } from 'vitest'
import { incoming } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, START } from './databases.js'

const now = new Date(START)

onEachDatabase('the inbox', (on) => {
  it('keeps an event once, however often and from wherever it comes', async () => {
    const event = incoming('c1', 'hallo')
    // Two desks on PostgreSQL; on SQLite there is one by definition.
    const stores = on.store.kind === 'postgres' ? [on.store, await on.database.open()] : [on.store]
    const copies = Array.from({ length: 50 }, (_, index) => stores[index % stores.length])
    const results = await Promise.all(copies.map((store) => store?.inbox.accept(event, now)))
    expect(results.filter((result) => result === 'accepted')).toHaveLength(1)
    expect((await on.store.health(now)).waitingEvents).toBe(1)
  })

  it('takes the same id from two channels as two events', async () => {
    const web = incoming('c1', 'hallo', { eventId: 'e1' })
    const slack = incoming('c1', 'hallo', { eventId: 'e1', channel: 'slack' })
    expect(await on.store.inbox.accept(web, now)).toBe('accepted')
    expect(await on.store.inbox.accept(slack, now)).toBe('accepted')
  })

  it('changes nothing for a repeat of what was handled long ago', async () => {
    const { inbox, turns } = on.store
    await inbox.accept(incoming('c1', 'hallo'), now)
    const [claim] = await turns.claim(claimRequest(now))
    if (!claim) throw new Error('nothing to claim')
    const conclude = () => ({ state: null, messages: [] })
    await turns.commit(claim, { now, effects: [], ticketYear: 2026, parked: null, conclude })
    expect(await inbox.accept(incoming('c1', 'hallo'), now)).toBe('repeat')
    expect(await turns.claim(claimRequest(now))).toEqual([])
  })

  it('numbers the events of a conversation in the order in which they were kept', async () => {
    const { inbox, turns } = on.store
    for (const text of ['een', 'twee', 'drie']) await inbox.accept(incoming('c1', text), now)
    const [claim, ...others] = await turns.claim(claimRequest(now))
    expect(claim).toMatchObject({ sequence: 1, attempts: 1, incoming: { text: 'een' } })
    expect(others).toEqual([]) // one conversation is one piece of work
  })
})
