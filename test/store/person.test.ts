import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Incoming } from '../../src/desk/incoming.js'
import { SEARCHED } from '../../src/store/person-tables.js'
import { incoming } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, query } from './databases.js'
import { mailTo, personStory, SECRETS } from './person-story.js'
import { FIRST, later, now, saying, take } from './ticket-steps.js'

onEachDatabase('what is kept of a person', (on) => {
  it('is found by key, by address and by ticket alike', async () => {
    await personStory(on.store)
    const { persons } = on.store
    const byKey = await persons.traces('person-of-c1')
    expect(byKey).toMatchObject({
      persons: ['person-of-c1'],
      mails: ['els.vermeulen@zonnegem.be'],
      names: ['Els Vermeulen'],
      tickets: [FIRST],
    })
    expect(byKey?.conversations).toEqual([
      { channel: 'web', conversation: 'c1' },
      { channel: 'mail', conversation: 'els.vermeulen@zonnegem.be' },
    ])
    expect(await persons.traces('Els.Vermeulen@zonnegem.be')).toEqual(byKey)
    expect(await persons.traces(FIRST)).toEqual(byKey)
    expect(await persons.traces('person-of-nobody')).toBeNull()
    expect(await persons.traces('niemand@zonnegem.be')).toBeNull()
  })

  it('is exported from every table, and of nobody else', async () => {
    await personStory(on.store)
    const traces = await on.store.persons.traces('person-of-c1')
    if (traces === null) throw new Error('nobody')
    const { tables } = await on.store.persons.export(traces)
    const expected = 'conversations dues inbox outbox published_answers records ticket_events tickets'
    expect(Object.keys(tables).sort()).toEqual(expected.split(' '))
    expect(tables.tickets).toEqual([
      expect.objectContaining({
        reference: FIRST,
        asker: expect.objectContaining({ name: 'Els Vermeulen' }),
        created_at: now.toISOString(),
      }),
    ])
    expect(tables.ticket_events?.some((event) => String(event.text).includes('Beste Els'))).toBe(true)
    expect(JSON.stringify(tables)).not.toContain('een andere vraag')
  })

  it('is gone after an erasure, from every table and every file, and the others are still there', async () => {
    await personStory(on.store)
    const { persons } = on.store
    const before = await everything(on)
    expect(SECRETS.filter((secret) => !before.includes(secret))).toEqual([])
    const traces = await persons.traces('person-of-c1')
    if (traces === null) throw new Error('nobody')
    const erased = await persons.erase(traces, 'keep', later)
    await persons.scrub()
    const after = await everything(on)
    expect(SECRETS.filter((secret) => after.includes(secret))).toEqual([])
    expect(erased).toMatchObject({ tickets: 1, published_answers: 1, records: 1 })
    expect(after.includes('een andere vraag')).toBe(true)
    expect(await persons.traces('person-of-c1')).toBeNull()
    const ticket = await on.store.tickets.find(FIRST)
    expect(ticket).toMatchObject({
      state: 'closed',
      closeReason: 'withdrawn',
      question: '',
      topic: 'personeel',
    })
    expect(ticket?.asker).toEqual({ body: null, kind: 'gemeente', name: null, person: '' })
    expect(await on.store.dues.next()).toBeNull()
  })

  it('goes from the counts: which body asked, and which ticket it became, and what came of it stays', async () => {
    const { store, database } = on
    await personStory(store)
    const figure = (id: string, ticket: string | null) =>
      query(
        database,
        `insert into turn_figures (id, at, week, hour, channel, outcome, member_kind, body, language, confidence, ticket)
         values ('${id}', 1, '2026-11-23', 9, 'web', 'hand-over', 'gemeente', 'pseudoniem', 'nl', 0.5, ${ticket === null ? 'null' : `'${ticket}'`})`,
      )
    await figure('of-ticket', FIRST)
    await figure('of-conversation', null)
    await figure('of-another', 'VB-2026-0002')
    await query(database, `update tickets set resolution = 'confirmed' where reference = '${FIRST}'`)
    await query(database, "update conversations set last_figure = 'of-conversation' where id = 'c1'")
    const traces = await store.persons.traces('person-of-c1')
    if (traces === null) throw new Error('nobody')
    const { tables } = await store.persons.export(traces)
    expect(tables.turn_figures?.map(({ id }) => id).sort()).toEqual(['of-conversation', 'of-ticket'])
    expect(await store.persons.erase(traces, 'keep', later)).toMatchObject({ turn_figures: 2 })
    expect(await query(database, 'select id, body, ticket, helped from turn_figures order by id')).toEqual([
      { id: 'of-another', body: 'pseudoniem', ticket: 'VB-2026-0002', helped: null },
      { id: 'of-conversation', body: null, ticket: null, helped: null },
      { id: 'of-ticket', body: null, ticket: null, helped: 1 },
    ])
  })

  it('goes from a conversation of several without a word of the others', async () => {
    const { store } = on
    const said = (text: string, person: string): Incoming => ({
      ...incoming('thread', text),
      person: person as Incoming['person'],
    })
    for (const [text, person] of [
      ['kenmerk-aaa', 'slack:T1/U1'],
      ['kenmerk-bbb', 'slack:T1/U12'],
    ] as const) {
      await store.inbox.accept(said(text, person), now)
      const [claim] = await store.turns.claim(claimRequest(now))
      if (!claim) throw new Error('nothing to claim')
      await store.turns.commit(claim, saying(`antwoord op ${text}`))
    }
    const traces = await store.persons.traces('slack:T1/U1')
    expect(traces?.conversations).toEqual([])
    if (traces === null) throw new Error('nobody')
    await store.persons.erase(traces, 'keep', later)
    await store.persons.scrub()
    const left = await everything(on)
    expect(left.includes('kenmerk-aaa')).toBe(false)
    expect(left.includes('antwoord op kenmerk-bbb')).toBe(true)
    expect(left.includes('slack:T1/U12')).toBe(true)
  })

  it('goes from bookings, whose hour stays taken, and one that is to come keeps its reminders', async () => {
    const { store, database } = on
    for (const [id, end] of [
      ['past', now.getTime() - 1],
      ['coming', now.getTime() + 9e8],
    ] as const) {
      await query(
        database,
        `insert into bookings (id, reference, uid, level, state, participants, seats, place, body, contact, channel,
           conversation, person, language, tentative, sequence, version, created_at, updated_at)
         values ('${id}', 'SD-2026-${id}', 'uid-${id}', 1, 'confirmed', 4, 0, 'online', 'Gemeente Zonnegem',
           '{"name":"Els Vermeulen","mail":"els.vermeulen@zonnegem.be"}', 'web', 'c1', 'person-of-c1', 'nl', 0, 0, 1, 1, 1)`,
      )
      await query(
        database,
        `insert into booking_times values ('${id}', 1, 'host', null, ${end - 10}, ${end})`,
      )
      await store.dues.plan([{ key: `remind/${id}`, kind: 'booking-reminder', subject: id, at: later }], now)
    }
    const mail = mailTo('host@vvsg.example', 'Els Vermeulen komt: SD-2026-coming')
    await store.posts.post(mail, now)
    const traces = await store.persons.traces('SD-2026-past')
    expect(traces).toMatchObject({
      persons: ['person-of-c1'],
      mails: ['els.vermeulen@zonnegem.be'],
      names: ['Els Vermeulen'],
    })
    if (traces === null) throw new Error('nobody')
    expect(await store.persons.erase(traces, 'keep', now)).toMatchObject({ bookings: 2, dues: 1 })
    await store.persons.scrub()
    const left = await everything(on)
    expect(SECRETS.filter((secret) => left.includes(secret))).toEqual([])
    expect(left.includes('Gemeente Zonnegem')).toBe(true)
    expect(await query(database, 'select booking from booking_times order by booking')).toHaveLength(2)
    expect(await query(database, 'select subject from dues')).toEqual([{ subject: 'coming' }])
  })

  it('lets a turn that was under way write nothing more', async () => {
    const { store } = on
    const claim = await take(store, 'zwembadvergunning')
    const traces = await store.persons.traces('person-of-c1')
    if (traces === null) throw new Error('nobody')
    await store.persons.erase(traces, 'keep', later)
    await store.turns.commit(claim, saying('antwoord over zwembadvergunning')).catch(() => 'refused')
    await store.persons.scrub()
    expect((await everything(on)).includes('zwembadvergunning')).toBe(false)
  })

  it('is looked for in every table and column that can hold it', async () => {
    const known = new Map<string, readonly string[]>(
      SEARCHED.map((one) => [one.table, [...one.key, ...one.texts]]),
    )
    const columns = await textColumns(on)
    const missing = columns.filter(([table, column]) => !known.get(table)?.includes(column))
    expect(
      missing.map(([table, column]) => `${table}.${column}`).filter((name) => !NAMES_NOBODY.has(name)),
    ).toEqual([])
  })
})

/** Text columns that hold keys of the desk's own, pseudonyms of bodies, or colleagues of `staff.yaml`. */
const NAMES_NOBODY: ReadonlySet<string> = new Set(
  `conversations.lease_owner conversations.held_by inbox.status outbox.channel outbox.conversation outbox.status lanes.channel lanes.lane
  lanes.lease_owner tickets.channel tickets.topic tickets.state tickets.team tickets.claimed_by tickets.close_reason
  tickets.resolution ticket_events.kind handled_keys.reference handled_keys.key dues.kind dues.lease_owner counters.name
  leases.name leases.owner denied_documents.denied_by audit.actor audit.actor_name audit.action bookings.reference
  bookings.uid bookings.path bookings.state bookings.body bookings.channel bookings.language booking_times.booking
  booking_times.host booking_times.session busy_times.host busy_times.booking booked_seats.session booked_seats.booking
  waiting_list.path waiting_list.from_day waiting_list.to_day waiting_list.body waiting_list.channel waiting_list.language
  waiting_list.state waiting_list.booking published_answers.state published_answers.audience
  published_answers.language published_answers.review_by published_answers.author published_answers.author_name
  published_answers.published_by erasures.id turn_figures.id turn_figures.week turn_figures.channel turn_figures.outcome
  turn_figures.topic turn_figures.member_kind turn_figures.body turn_figures.language turn_figures.ticket
  conversations.last_figure`.split(/\s+/),
)

type Fixture = Parameters<Parameters<typeof onEachDatabase>[1]>[0]

async function textColumns({ database }: Fixture): Promise<readonly (readonly [string, string])[]> {
  const rows =
    database.databaseUrl === null
      ? await query(
          database,
          `select m.name as t, c.name as c from sqlite_master m join pragma_table_info(m.name) c
           where m.type = 'table' and lower(c.type) = 'text' and m.name not like 'kysely%'`,
        )
      : await query(
          database,
          `select table_name as t, column_name as c from information_schema.columns
           where table_schema = 'public' and data_type = 'text' and table_name not like 'kysely%'`,
        )
  return rows.map(({ t, c }) => [String(t), String(c)] as const)
}

/** All rows of all tables, and every byte of every file of an SQLite database. */
async function everything({ database }: Fixture): Promise<string> {
  const tables = [...new Set((await textColumns({ database } as Fixture)).map(([table]) => table))]
  const rows = await Promise.all(tables.map((table) => query(database, `select * from ${table}`)))
  const files = readdirSync(database.dataDir, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
  return JSON.stringify(rows) + files.join('\n')
}
