import { expect, it } from 'vitest'
import type { TicketDecision } from '../../src/desk/ports.js'
import type { Store } from '../../src/store/store.js'
import { notice } from '../fakes/messages.js'
import { onEachDatabase, query, START } from './databases.js'
import { an, claimedBy, does, FIRST, later, now, open, texts } from './ticket-steps.js'

onEachDatabase('a ticket', (on) => {
  it('is opened with who asked, and what was asked later is kept with its message', async () => {
    const asker = { body: 'Gemeente Zonnegem', kind: 'gemeente', name: 'Bo', person: 'p1' } as const
    await open(on.store, 'c1', { asker, urgent: true, messageId: 'm1' })
    const change = does({
      events: [{ kind: 'added', actor: { kind: 'member' }, text: 'nog dit', messageId: 'm2' }],
    })
    await on.store.tickets.change(FIRST, change, later, 'k1')
    expect(await on.store.tickets.find(FIRST)).toEqual({
      reference: FIRST,
      question: 'Wat nu?',
      topic: 'personeel',
      team: 'personeel',
      reason: 'Niets gevonden',
      found: [{ passage: 'a#1', score: 0.5 }],
      channel: 'web',
      conversation: 'c1',
      asker,
      urgent: true,
      state: 'new',
      claimedBy: null,
      closeReason: null,
      resolution: 'unknown',
      version: 2,
      createdAt: START,
      answeredAt: null,
      updatedAt: later.toISOString(),
    })
    expect(await on.store.tickets.events(FIRST)).toEqual([
      { number: 1, kind: 'opened', actor: { kind: 'member' }, text: '', messageId: 'm1', at: START },
      {
        number: 2,
        kind: 'added',
        actor: { kind: 'member' },
        text: 'nog dit',
        messageId: 'm2',
        at: later.toISOString(),
      },
    ])
  })

  it('writes everything that a decision changes', async () => {
    await open(on.store, 'c1')
    const update = {
      topic: null,
      team: 'wonen',
      urgent: true,
      state: 'closed',
      claimedBy: 'an',
      closeReason: 'referred',
      resolution: 'confirmed',
      answeredAt: later.toISOString(),
    } as const
    expect(await on.store.tickets.change(FIRST, does({ update }), later, 'k1')).toMatchObject({
      kind: 'done',
      ticket: { ...update, version: 2 },
    })
    await on.store.tickets.change(
      FIRST,
      does({ update: { closeReason: null, answeredAt: null } }),
      later,
      'k2',
    )
    expect(await on.store.tickets.find(FIRST)).toMatchObject({
      state: 'closed',
      closeReason: null,
      answeredAt: null,
    })
  })

  it('is claimed by one of a hundred who try at once', async () => {
    await open(on.store, 'c1')
    const other = on.store.kind === 'postgres' ? await on.database.open() : on.store
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 ? on.store : other).tickets.change(FIRST, claimedBy(`s${index}`), now, `press-${index}`),
      ),
    )
    const [winner, ...more] = outcomes.filter(({ kind }) => kind === 'done')
    expect(more).toEqual([])
    const holder = winner?.ticket?.claimedBy ?? ''
    const refused = outcomes.filter((outcome) => outcome.kind === 'refused')
    expect(refused).toHaveLength(99)
    for (const outcome of refused)
      expect(outcome).toMatchObject({ code: 'taken', text: `${holder} heeft het al.` })
    expect((await on.store.tickets.events(FIRST)).map(({ kind }) => kind)).toEqual(['opened', 'claimed'])
    expect(await texts(on.store)).toEqual(['{ticket}', `${holder} heeft uw vraag.`])
  })

  it('numbers what many write at once without gaps or doubles', async () => {
    await open(on.store, 'c1')
    const note = (index: number) => does({ events: [{ kind: 'note', actor: an, text: `n${index}` }] })
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => on.store.tickets.change(FIRST, note(index), now, `k${index}`)),
    )
    const events = await on.store.tickets.events(FIRST)
    expect(events.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
    expect(await on.store.tickets.find(FIRST)).toMatchObject({ version: 41 })
  })

  it('does the same press once, also when it comes twice at the same moment', async () => {
    await open(on.store, 'c1')
    const reply = does({ messages: [{ message: notice('Het antwoord.'), lane: null }] })
    const twice = await Promise.all([1, 2].map(() => on.store.tickets.change(FIRST, reply, now, 'press-1')))
    expect(twice).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
    expect(await on.store.tickets.change(FIRST, reply, later, 'press-1')).toMatchObject({
      kind: 'done',
      ticket: { version: 2 },
    })
    expect(await texts(on.store)).toEqual(['{ticket}', 'Het antwoord.'])
  })

  it('lets what was refused be tried again with the same key', async () => {
    await open(on.store, 'c1')
    await on.store.tickets.change(FIRST, claimedBy('an'), now, 'k1')
    expect(await on.store.tickets.change(FIRST, claimedBy('bert'), now, 'k2')).toMatchObject({
      code: 'taken',
    })
    await on.store.tickets.change(FIRST, does({ update: { claimedBy: null } }), now, 'k3')
    expect(await on.store.tickets.change(FIRST, claimedBy('bert'), now, 'k2')).toMatchObject({ kind: 'done' })
  })

  it('is left as it was by a decision that fails or refuses, and told when there is none', async () => {
    await open(on.store, 'c1')
    const fails: TicketDecision = () => {
      throw new Error('nothing can be decided')
    }
    await expect(on.store.tickets.change(FIRST, fails, now, 'k1')).rejects.toThrow('nothing can be decided')
    expect(await on.store.tickets.find(FIRST)).toMatchObject({ version: 1 })
    expect(await on.store.tickets.change('VB-1999-0001', fails, now, 'k1')).toEqual({
      kind: 'refused',
      code: 'not-found',
      text: '',
      ticket: null,
    })
  })

  it('plans what has to be done about it, once it has a reference', async () => {
    const due = (reference: string) => [
      { key: `remind/${reference}`, kind: 'remind', subject: reference, at: later },
    ]
    await open(on.store, 'c1', {}, due)
    expect(await on.store.dues.next()).toEqual(later)
    expect(await on.store.dues.claim('d1', later, 1000, 10)).toMatchObject([{ subject: FIRST }])
  })
})

onEachDatabase('the queue', (on) => {
  const references = async (filter: Parameters<Store['tickets']['list']>[0]) =>
    (await on.store.tickets.list(filter)).map(({ reference }) => reference.slice(-1)).join('')

  it('is urgent first, then oldest first, and filtered', async () => {
    await open(on.store, 'c1', { team: 'wonen', question: 'Mag een 100% korting?' })
    await open(on.store, 'c2', { question: 'Verlof_aanvraag bij ziekte' })
    await open(on.store, 'c3', { urgent: true, question: 'Wat kost een zitpenning?' })
    await on.store.tickets.change('VB-2026-0002', claimedBy('an'), now, 'k1')
    const note = does({ events: [{ kind: 'note', actor: an, text: 'Zie de Brandweer' }] })
    await on.store.tickets.change('VB-2026-0003', note, now, 'k2')
    expect(await references({})).toBe('312')
    expect(await references({ limit: 2 })).toBe('31')
    expect(await references({ team: 'wonen' })).toBe('1')
    expect(await references({ states: ['claimed'] })).toBe('2')
    expect(await references({ states: ['new', 'claimed'], claimedBy: 'an' })).toBe('2')
    expect(await references({ states: [] })).toBe('')
    expect(await references({ text: 'vb-2026-0003' })).toBe('3')
    expect(await references({ text: 'een mag' })).toBe('1')
    expect(await references({ text: 'brandweer ZITPENNING' })).toBe('3')
    expect(await references({ text: 'brandweer verlof' })).toBe('')
    expect(await references({ text: '100%' })).toBe('1')
    expect(await references({ text: 'f_a' })).toBe('2')
    expect(await references({ text: 'g_a' })).toBe('')
    expect(await references({ text: "'; drop table tickets; --" })).toBe('')
  })

  it('finds what one person asked on a channel, the newest first', async () => {
    const els = { body: null, kind: 'onbekend', name: null, person: 'els "1"' } as const
    await open(on.store, 'c1', { asker: els })
    await open(on.store, 'c2')
    await open(on.store, 'c3', { asker: els, urgent: true })
    await open(on.store, 'c4', { asker: els })
    const asker = { channel: 'web', person: 'els "1"' }
    expect(await references({ asker, newestFirst: true })).toBe('431')
    expect(await references({ asker, newestFirst: true, limit: 2 })).toBe('43')
    expect(await references({ asker: { ...asker, channel: 'slack' } })).toBe('')
  })

  it('keeps out what no ticket can be', async () => {
    await open(on.store, 'c1')
    await expect(query(on.database, "update tickets set close_reason = 'zomaar'")).rejects.toThrow()
    await expect(query(on.database, 'update tickets set urgent = 2')).rejects.toThrow()
    await expect(query(on.database, 'update tickets set version = 0')).rejects.toThrow()
  })
})
