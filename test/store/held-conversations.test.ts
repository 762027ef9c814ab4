import { expect, it } from 'vitest'
import type { TurnWork } from '../../src/desk/ports.js'
import type { Effect } from '../../src/desk/turn.js'
import { addsTo, notice } from '../fakes/messages.js'
import { claimRequest, onEachDatabase } from './databases.js'
import { an, claimedBy, does, FIRST, holder, later, now, open, saying, take, texts } from './ticket-steps.js'

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
