import { expect, it } from 'vitest'
import type { TicketDecision, TicketWork, TurnWork } from '../../src/desk/ports.js'
import type { Effect, NewTicket } from '../../src/desk/turn.js'
import type { Actor } from '../../src/escalation/tickets.js'
import type { Store } from '../../src/store/store.js'
import { addsTo, incoming, notice, opensTicket } from '../fakes/messages.js'
import { claimRequest, onEachDatabase, query, START } from './databases.js'

const now = new Date(START)
const later = new Date(now.getTime() + 60_000)
const FIRST = 'VB-2026-0001'

const an: Actor = { kind: 'staff', id: 'an', name: 'An Peeters' }
const NOTHING: TicketWork = { update: {}, events: [], messages: [], due: [] }

/** The first who asks gets it. */
function claimedBy(id: string): TicketDecision {
  return (ticket) =>
    ticket.claimedBy === null
      ? {
          kind: 'do',
          work: {
            ...NOTHING,
            update: { state: 'claimed', claimedBy: id },
            events: [{ kind: 'claimed', actor: { kind: 'staff', id, name: id }, text: '' }],
            messages: [{ message: notice(`${id} heeft uw vraag.`), lane: null }],
            holds: true,
          },
        }
      : { kind: 'refuse', code: 'taken', text: `${ticket.claimedBy} heeft het al.` }
}

const does = (work: Partial<TicketWork>): TicketDecision => {
  return () => ({ kind: 'do', work: { ...NOTHING, ...work } })
}

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

onEachDatabase('a conversation that staff have', (on) => {
  it('tells the next turn whose it is, until they let it go', async () => {
    await open(on.store, 'c1')
    expect(await holder(on.store, 'een')).toBeNull()
    await on.store.tickets.change(FIRST, claimedBy('an'), now, 'k1')
    expect(await holder(on.store, 'twee')).toBe(FIRST)
    await on.store.tickets.change(FIRST, does({ holds: false }), now, 'k2')
    expect(await holder(on.store, 'drie')).toBeNull()
  })

  it('goes back to the colleague who still has it when the other lets go', async () => {
    await open(on.store, 'c1')
    await open(on.store, 'c1')
    await on.store.tickets.change(FIRST, claimedBy('an'), now, 'k1')
    await on.store.tickets.change('VB-2026-0002', claimedBy('bert'), later, 'k2')
    expect(await holder(on.store, 'een')).toBe('VB-2026-0002')
    await on.store.tickets.change('VB-2026-0002', does({ holds: false }), later, 'k3')
    expect(await holder(on.store, 'twee')).toBe(FIRST)
  })

  it('has a turn decided again that was decided before they took it, without blame', async () => {
    await open(on.store, 'c1')
    const claim = await take(on.store, 'nog een vraag')
    await on.store.tickets.change(FIRST, claimedBy('an'), now, 'k1')
    expect(await on.store.turns.commit(claim, saying('Het antwoord van de desk.'))).toBe('changed')
    const [again] = await on.store.turns.claim(claimRequest(now))
    expect(again).toMatchObject({ attempts: 1, heldBy: FIRST })
    expect(await texts(on.store)).not.toContain('Het antwoord van de desk.')
  })

  it('does not have a turn decided again for a note', async () => {
    await open(on.store, 'c1')
    const claim = await take(on.store, 'nog een vraag')
    await on.store.tickets.change(
      FIRST,
      does({ events: [{ kind: 'note', actor: an, text: 'x' }] }),
      now,
      'k1',
    )
    expect(await on.store.turns.commit(claim, saying('Het antwoord.'))).toBe('committed')
  })
})

onEachDatabase('a turn that changes a ticket', (on) => {
  it('says what became of it, in its own conversation and in that of the member', async () => {
    await open(on.store, 'c1')
    const claim = await take(on.store, 'claim', 'staff')
    const effects: readonly Effect[] = [
      { kind: 'change-ticket', reference: FIRST, decide: claimedBy('an') },
      { kind: 'change-ticket', reference: FIRST, decide: claimedBy('bert') },
      { kind: 'change-ticket', reference: 'VB-1999-0001', decide: claimedBy('an') },
    ]
    const work: TurnWork = {
      ...saying(''),
      effects,
      conclude: ({ tickets }) => ({
        state: null,
        messages: tickets.map((outcome) => ({
          message: notice(outcome.kind === 'done' ? 'gedaan' : `${outcome.code}: ${outcome.text}`),
          lane: null,
        })),
      }),
    }
    expect(await on.store.turns.commit(claim, work)).toBe('committed')
    expect(await texts(on.store, 'staff')).toEqual(['gedaan', 'taken: an heeft het al.', 'not-found: '])
    expect(await texts(on.store, 'c1')).toEqual(['{ticket}', 'an heeft uw vraag.'])
    expect(await holder(on.store, 'hallo')).toBe(FIRST)
  })

  it('of its own conversation keeps the order of what is said, and its state', async () => {
    await open(on.store, 'c1')
    const claim = await take(on.store, 'laat maar')
    const withdrawn = does({
      update: { state: 'closed', closeReason: 'withdrawn' },
      messages: [{ message: notice('Uw vraag is gesloten.'), lane: null }],
      holds: false,
    })
    const effects: readonly Effect[] = [
      addsTo(FIRST, 'laat maar'),
      { kind: 'change-ticket', reference: FIRST, decide: withdrawn },
    ]
    expect(await on.store.turns.commit(claim, { ...saying('Goed.'), effects })).toBe('committed')
    expect(await texts(on.store)).toEqual(['{ticket}', 'Uw vraag is gesloten.', 'Goed.'])
    const handled = await on.store.webLog.event(claim.conversation, claim.incoming.eventId)
    expect(handled?.messages.map(({ message }) => message.text)).toEqual(['Uw vraag is gesloten.', 'Goed.'])
    expect(await take(on.store, 'dag')).toMatchObject({ state: { seen: 'Goed.' } })
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

  it('keeps out what no ticket can be', async () => {
    await open(on.store, 'c1')
    await expect(query(on.database, "update tickets set close_reason = 'zomaar'")).rejects.toThrow()
    await expect(query(on.database, 'update tickets set urgent = 2')).rejects.toThrow()
    await expect(query(on.database, 'update tickets set version = 0')).rejects.toThrow()
  })
})

let asked = 0

async function open(
  store: Store,
  conversation: string,
  change: Partial<NewTicket> = {},
  due: (reference: string) => ReturnType<Extract<Effect, { kind: 'open-ticket' }>['due']> = () => [],
) {
  const claim = await take(store, `help ${++asked}`, conversation)
  const effects = [{ ...opensTicket(change), due }]
  await store.turns.commit(claim, { ...saying('{ticket}'), effects })
}

async function take(store: Store, text: string, conversation = 'c1') {
  await store.inbox.accept(incoming(conversation, text), now)
  const claims = await store.turns.claim(claimRequest(now))
  const claim = claims.find((candidate) => candidate.conversation === conversation)
  if (!claim) throw new Error('nothing to claim')
  return claim
}

async function holder(store: Store, text: string): Promise<string | null> {
  const claim = await take(store, text)
  await store.turns.commit(claim, { ...saying(''), conclude: () => ({ state: null, messages: [] }) })
  return claim.heldBy
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

async function texts(store: Store, conversation = 'c1') {
  const log = await store.webLog.read(incoming(conversation, '').conversation, 0)
  return log.map(({ message }) => message.text)
}
