import { expect, it } from 'vitest'
import type { Claim, Due, DueWork, TicketDecision, TurnWork } from '../../src/desk/ports.js'
import type { Store } from '../../src/store/store.js'
import { addsTo, conversationId, incoming, notice, opensTicket } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, START } from './databases.js'

const now = new Date(START)
const CONVERSATIONS = 6
const ROUNDS = 8

const reference = (index: number) => `VB-2026-000${index + 1}`
const conversations = Array.from({ length: CONVERSATIONS }, (_, index) => index)

const note: TicketDecision = () => ({
  kind: 'do',
  work: {
    update: {},
    events: [{ kind: 'note', actor: { kind: 'desk' }, text: 'x' }],
    messages: [{ message: notice('x'), lane: null }],
    due: [],
  },
})

onEachDatabase('turns, staff and reminders that lock each other out', (on) => {
  it('all get done, none of them twice', async () => {
    const other = on.store.kind === 'postgres' ? await on.database.open() : on.store
    for (const index of conversations) await openTicket(on.store, index)
    for (let round = 0; round < ROUNDS; round++) {
      const claims: Claim[] = []
      for (const index of conversations) claims.push(await take(on.store, index, round))
      await on.store.dues.plan(
        conversations.map((index) => ({ key: `${round}/${index}`, kind: 'x', subject: '', at: now })),
        now,
      )
      const dues = await on.store.dues.claim('d1', now, 60_000, CONVERSATIONS)
      const results = await Promise.all([
        ...claims.map((claim, index) => on.store.turns.commit(claim, changingAll(index))),
        ...dues.map((due, index) => other.dues.finish(due, reminding(due, index), now)),
        ...conversations.map((index) => other.tickets.change(reference(index), note, now, `r${round}`)),
      ])
      expect(results.slice(0, 2 * CONVERSATIONS)).toEqual([
        ...conversations.map(() => 'committed'),
        ...conversations.map(() => 'done'),
      ])
    }
    // Opened; then in each round added to by every turn, reminded by every due row, and noted once.
    const expected = 1 + ROUNDS * (2 * CONVERSATIONS + 1)
    for (const index of conversations) {
      const events = await on.store.tickets.events(reference(index))
      expect(events.map(({ number }) => number)).toEqual(Array.from({ length: expected }, (_, at) => at + 1))
    }
  })
})

/** From each conversation in another order, so that they meet each other half way. */
function turned(index: number): readonly number[] {
  const order = conversations.map((_, step) => (index + step) % CONVERSATIONS)
  return index % 2 ? order : order.reverse()
}

function changingAll(index: number): TurnWork {
  const effects = turned(index).map((ticket) => addsTo(reference(ticket), 'x'))
  return { ...quiet, effects }
}

const quiet: TurnWork = {
  now,
  effects: [],
  ticketYear: 2026,
  parked: null,
  conclude: () => ({ state: {}, messages: [] }),
}

function reminding(_due: Due, index: number): DueWork {
  const event = { kind: 'reminded', actor: { kind: 'desk' }, text: '' } as const
  return {
    posts: turned(index).map((post) => ({
      channel: 'web' as const,
      conversation: conversationId(`c${post}`),
      messages: [{ message: notice('x'), lane: null }],
    })),
    due: [],
    guards: [],
    ticketEvents: turned(index).map((ticket) => ({ reference: reference(ticket), event })),
  }
}

async function openTicket(store: Store, index: number) {
  const claim = await take(store, index, -1)
  await store.turns.commit(claim, { ...quiet, effects: [opensTicket()] })
}

async function take(store: Store, index: number, round: number): Promise<Claim> {
  await store.inbox.accept(incoming(`c${index}`, `bericht ${round}`), now)
  const claims = await store.turns.claim(claimRequest(now, { limit: 1 }))
  const claim = claims[0]
  if (!claim) throw new Error('nothing to claim')
  return claim
}
