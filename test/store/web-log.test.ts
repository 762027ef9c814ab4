import { expect, it } from 'vitest'
import type { WebLog } from '../../src/desk/ports.js'
import type { Store } from '../../src/store/store.js'
import { collectGarbage } from '../fakes/garbage.js'
import { conversationId, incoming, notice } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, query, START } from './databases.js'

const now = new Date(START)
const c1 = conversationId('c1')
/** SQLite has no such connection: there the test shows that following needs none. */
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where query ilike 'listen%' and datname = current_database()`
const never = new AbortController().signal

onEachDatabase('the web log', (on) => {
  it('reads what came after a number, in order, and nothing of other conversations', async () => {
    await answer(on.store, 'c1', 'een', ['a', 'b'])
    await answer(on.store, 'c2', 'een', ['x'])
    await answer(on.store, 'c1', 'twee', ['c'])
    expect((await on.store.webLog.read(c1, 1)).map((entry) => [entry.number, entry.message.text])).toEqual([
      [2, 'b'],
      [3, 'c'],
    ])
    expect(await on.store.webLog.read(conversationId('nobody'), 0)).toEqual([])
  })

  it('tells what became of an event, of its own conversation only', async () => {
    await on.store.inbox.accept(incoming('c1', 'vraag', { eventId: 'e1' }), now)
    expect(await on.store.webLog.event(c1, 'e1')).toEqual({ status: 'open', messages: [] })
    expect(await on.store.webLog.event(c1, 'e2')).toBeNull()
    expect(await on.store.webLog.event(conversationId('c2'), 'e1')).toBeNull()
  })

  it('waits until there is more, and not at all when there is already', async () => {
    const waiting = wait(on.store.webLog, 0, 20_000)
    await answer(on.store, 'c1', 'een', ['a'])
    expect(await waiting).toBeLessThan(5000)
    expect(await wait(on.store.webLog, 0, 20_000)).toBeLessThan(5000)
    expect(await wait(on.store.webLog, 1, 300)).toBeLessThan(5000) // there is no more: it gives up
  })

  it('wakes for an event that was handled without a message', async () => {
    const waiting = wait(on.store.webLog, 0, 20_000)
    await answer(on.store, 'c1', 'een', [])
    expect(await waiting).toBeLessThan(5000)
  })

  it('stops waiting when the reader goes', async () => {
    const reader = new AbortController()
    const waiting = on.store.webLog.waitForMore(c1, 0, { signal: reader.signal, timeoutMs: 60_000 })
    reader.abort()
    await waiting
    await on.store.webLog.waitForMore(c1, 0, { signal: reader.signal, timeoutMs: 60_000 })
  })

  it('gives up in time though the garbage is collected meanwhile', async () => {
    const waiting = wait(on.store.webLog, 0, 700)
    for (let index = 0; index < 4; index++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      collectGarbage()
    }
    expect(await waiting).toBeLessThan(5000)
  })

  it('is followed from any process: nothing is lost or doubled', async () => {
    const other = on.store.kind === 'postgres' ? await on.database.open() : on.store
    const followed = follow(other.webLog, 40)
    for (let index = 0; index < 20; index++)
      await answer(on.store, 'c1', `m${index}`, [`${index}a`, `${index}b`])
    const expected = Array.from({ length: 40 }, (_, index) => index + 1)
    expect(await followed).toEqual(expected)
  })

  it('is followed on when the connection that tells of news is cut', async () => {
    const other = on.store.kind === 'postgres' ? await on.database.open() : on.store
    const followed = follow(other.webLog, 10)
    for (let index = 0; index < 10; index++) {
      await answer(on.store, 'c1', `m${index}`, [`${index}`])
      if (on.store.kind === 'postgres') await query(on.database, CUT)
    }
    expect(await followed).toHaveLength(10)
  })
})

async function answer(store: Store, conversation: string, text: string, replies: readonly string[]) {
  await store.inbox.accept(incoming(conversation, text), now)
  const [claim] = await store.turns.claim(claimRequest(now))
  if (!claim) throw new Error('nothing to claim')
  const messages = replies.map((reply) => ({ message: notice(reply), lane: null }))
  await store.turns.commit(claim, {
    now,
    effects: [],
    ticketYear: 2026,
    parked: null,
    conclude: () => ({ state: null, messages }),
  })
}

async function wait(log: WebLog, afterNumber: number, timeoutMs: number): Promise<number> {
  const started = performance.now()
  await log.waitForMore(c1, afterNumber, { signal: never, timeoutMs })
  return performance.now() - started
}

/** Reads as a page does: wait, read, remember the last number. */
async function follow(log: WebLog, count: number): Promise<readonly number[]> {
  const seen: number[] = []
  while (seen.length < count) {
    await log.waitForMore(c1, seen.at(-1) ?? 0, { signal: never, timeoutMs: 5000 })
    for (const { number } of await log.read(c1, seen.at(-1) ?? 0)) seen.push(number)
  }
  return seen
}
