import { expect, it } from 'vitest'
import type { Post } from '../../src/desk/ports.js'
import { limitsOf, RETENTION_KINDS } from '../../src/privacy/retention.js'
import type { Store } from '../../src/store/store.js'
import { conversationId, notice } from '../fakes/messages.js'
import { onEachDatabase, query } from './databases.js'
import { personStory, SECRETS } from './person-story.js'
import { claimedBy, does, FIRST, later, now, open } from './ticket-steps.js'

const TERMS = {
  conversationsDays: 30,
  ticketsMonths: 12,
  bookingsMonths: 12,
  auditMonths: 24,
  figuresMonths: 36,
}
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const SECOND = 'VB-2026-0002'

async function close(store: Store, reference: string): Promise<void> {
  const closes = does({ update: { state: 'closed', closeReason: 'answered', claimedBy: null }, holds: false })
  await store.tickets.change(reference, closes, later, `close/${reference}`)
}

/** What a team reads of a ticket; it is changed in place as long as the ticket is worked on. */
function cardOf(reference: string): Post {
  const message = { ...notice(reference), kind: 'ticket-card', replaces: `ticket-card/${reference}` } as const
  return { channel: 'slack', conversation: conversationId('T1/C1'), messages: [{ message, lane: null }] }
}

onEachDatabase('what is past its term', (on) => {
  const at = (count: number) => limitsOf(TERMS, days(count))
  const rows = async (table: string) => (await query(on.database, `select * from ${table}`)).length
  const words = async () => {
    const tables = [
      'inbox',
      'outbox',
      'conversations',
      'tickets',
      'ticket_events',
      'records',
      'lanes',
      'dues',
      'feedback',
    ]
    const all = JSON.stringify(
      await Promise.all(tables.map((table) => query(on.database, `select * from ${table}`))),
    )
    return SECRETS.filter((secret) => all.includes(secret))
  }

  it('is nothing on the last day of its term', async () => {
    await personStory(on.store)
    await close(on.store, FIRST)
    await close(on.store, SECOND)
    const counts = await on.store.retention.preview(at(30))
    expect(counts.map(({ kind }) => kind)).toEqual(RETENTION_KINDS)
    expect(counts.filter(({ count }) => count > 0)).toEqual([])
    const gone = await on.store.retention.run(at(30))
    expect(Object.values(gone).every((count) => count === 0)).toBe(true)
  })

  it('goes from conversations after thirty days, is shown before, and leaves tickets what they need', async () => {
    await personStory(on.store)
    await close(on.store, FIRST)
    await close(on.store, SECOND)
    const shown = await on.store.retention.preview(at(31))
    expect(shown.find(({ kind }) => kind === 'received')).toEqual({
      kind: 'received',
      count: 2,
      oldest: now.toISOString(),
    })
    const gone = await on.store.retention.run(at(31))
    expect(gone).toMatchObject({ received: 2, tickets: 0 })
    expect(await rows('inbox')).toBe(0)
    expect(await rows('outbox')).toBe(0)
    expect(
      await query(on.database, "select id, state from conversations where channel = 'web' order by id"),
    ).toEqual([
      { id: 'c1', state: '{}' },
      { id: 'c2', state: '{}' },
    ])
    expect((await on.store.tickets.find(FIRST))?.question).toContain('zwembadvergunning')
    expect((await on.store.retention.preview(at(31))).filter(({ count }) => count > 0)).toEqual([])
  })

  it('goes from closed tickets after a year, and nothing leads to anybody any more', async () => {
    await personStory(on.store)
    await close(on.store, FIRST)
    await close(on.store, SECOND)
    await on.store.retention.run(at(366))
    expect(await words()).toEqual([])
    const ticket = await on.store.tickets.find(FIRST)
    expect(ticket).toMatchObject({
      question: '',
      topic: 'personeel',
      state: 'closed',
      closeReason: 'answered',
    })
    expect(ticket?.asker).toMatchObject({ name: null, body: null, person: '' })
    expect((await on.store.tickets.events(FIRST)).map(({ text }) => text).join('')).toBe('')
    expect(await query(on.database, 'select channel, id from conversations')).toEqual([
      { channel: 'web', id: 'gewist' },
    ])
  })

  it('never takes anything from a ticket that is open, or its card, or its conversation', async () => {
    const { store } = on
    await open(store, 'c1')
    await store.tickets.change(FIRST, claimedBy('an'), later, 'press')
    await open(store, 'c2')
    await store.posts.post(cardOf(FIRST), now)
    const before = await Promise.all(
      ['inbox', 'outbox', 'tickets', 'conversations', 'ticket_events'].map(rows),
    )
    await store.retention.run(at(3000))
    expect(
      await Promise.all(['inbox', 'outbox', 'tickets', 'conversations', 'ticket_events'].map(rows)),
    ).toEqual(before)
    expect(
      (await query(on.database, 'select held_by from conversations where held_by is not null')).length,
    ).toBe(1)
  })

  it('takes records whose time is over, and done work, and no other', async () => {
    const { store } = on
    await store.records.put('code', 'old', '{}', now, days(1))
    await store.records.put('session', 'kept', '{}', now, null)
    await store.dues.plan(
      [
        { key: 'a', kind: 'x', subject: 's', at: now },
        { key: 'b', kind: 'x', subject: 's', at: days(100) },
      ],
      now,
    )
    const [due] = await store.dues.claim('desk', now, 1000, 1)
    if (!due) throw new Error('nothing is due')
    await store.dues.finish(due, { posts: [], due: [], ticketEvents: [], guards: [] }, now)
    const gone = await store.retention.run(at(31))
    expect(gone).toMatchObject({ records: 1, dues: 1 })
    expect(await query(on.database, 'select key from records')).toEqual([{ key: 'kept' }])
    expect(await query(on.database, 'select key from dues')).toEqual([{ key: 'b' }])
  })

  it('goes from bookings a year after their last meeting, whatever is left of their count', async () => {
    for (const [id, end] of [
      ['over', 0],
      ['fresh', 1],
    ] as const) {
      await query(
        on.database,
        `insert into bookings (id, reference, uid, level, state, participants, seats, place, contact, channel,
           conversation, person, language, tentative, sequence, version, created_at, updated_at)
         values ('${id}', 'SD-${id}', 'uid-${id}', 1, 'confirmed', 4, 0, 'online', '{"name":"Els Vermeulen","mail":null}',
           'web', 'c1', 'person-of-c1', 'nl', 0, 0, 1, 1, 1)`,
      )
      const at = limitsOf(TERMS, now).bookings + end
      await query(
        on.database,
        `insert into booking_times values ('${id}', 1, 'host', null, ${at - 20}, ${at - 1 + end})`,
      )
    }
    expect(await on.store.retention.run(limitsOf(TERMS, now))).toMatchObject({ bookings: 1 })
    expect(
      await query(on.database, 'select id, person, contact is null as gone from bookings order by id'),
    ).toMatchObject([
      { id: 'fresh', person: 'person-of-c1' },
      { id: 'over', person: '' },
    ])
  })

  it('goes from the counts of questions after three years, and from the counters of a model after a month', async () => {
    const { store, database } = on
    const { figures } = limitsOf(TERMS, now)
    for (const [id, asked] of [
      ['old', figures - 1],
      ['last', figures],
    ] as const)
      await query(
        database,
        `insert into turn_figures (id, at, week, hour, channel, outcome, member_kind, language, confidence)
         values ('${id}', ${asked}, '2023-11-20', 9, 'web', 'answer', 'gemeente', 'nl', 0.5)`,
      )
    await store.modelLedger.add('2026-10-23', 'asked/someone', 1)
    const shown = await store.retention.preview(limitsOf(TERMS, now))
    expect(shown.find(({ kind }) => kind === 'figures')).toEqual({
      kind: 'figures',
      count: 1,
      oldest: new Date(figures - 1).toISOString(),
    })
    expect(await store.retention.run(limitsOf(TERMS, now))).toMatchObject({ figures: 1 })
    expect(await query(database, 'select id from turn_figures')).toEqual([{ id: 'last' }])
    expect(await query(database, "select name from counters where name like 'model/%'")).toEqual([])
  })

  it('goes in portions, however much it is', async () => {
    const { store } = on
    for (let number = 0; number < 350; number++)
      await store.records.put('code', `k${number}`, '{}', now, days(9999))
    await query(on.database, 'update records set until = 1')
    expect(await store.retention.run(at(31))).toMatchObject({ records: 350 })
    expect(await rows('records')).toBe(0)
  }, 120_000)
})
