import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TicketAction } from '../../src/escalation/actions.js'
import { decide } from '../../src/escalation/lifecycle.js'
import {
  memberAdds,
  memberFeedback,
  memberRevises,
  memberWithdraws,
  notDelivered,
} from '../../src/escalation/member-side.js'
import { CLOSE_REASONS } from '../../src/escalation/tickets.js'
import { isOpen } from '../../src/hours/opening.js'
import { AN, BERT, Course, FATIMA, LENA, member, STAFF } from './setting.js'

const by = { an: member(AN), bert: member(BERT), fatima: member(FATIMA), lena: member(LENA) }

function course(...actions: readonly (readonly [keyof typeof by, TicketAction])[]): Course {
  const made = new Course()
  for (const [who, action] of actions) expect(does(made, who, action)).toMatchObject({ kind: 'do' })
  return made
}

function does(on: Course, who: keyof typeof by, action: TicketAction) {
  return on.take((situation) => decide(situation, by[who], action))
}

const CLAIM = { kind: 'claim' } as const
const REPLY = { kind: 'reply', text: 'Twintig dagen.', asksBack: false } as const
const ASK_BACK = { kind: 'reply', text: 'Voltijds?', asksBack: true } as const
const CLOSE = { kind: 'close', reason: 'answered' } as const

describe('a ticket that a colleague works', () => {
  it('is hers once she claims it: the member hears who has it, and the desk stays out', () => {
    const on = course(['an', CLAIM])
    expect(on.ticket).toMatchObject({ state: 'claimed', claimedBy: 'an' })
    expect(on.holds).toBe(true)
    expect(on.told).toEqual([
      expect.stringContaining('An Peeters van de VVSG neemt uw vraag VB-2026-0001 op'),
    ])
  })

  it('is refused to the second who claims it, with the name of the first', () => {
    const on = course(['an', CLAIM])
    expect(does(on, 'bert', CLAIM)).toEqual({
      kind: 'refuse',
      code: 'taken',
      text: 'An Peeters heeft deze vraag al opgenomen.',
    })
    expect(does(on, 'an', CLAIM)).toMatchObject({ code: 'taken', text: 'U hebt deze vraag al opgenomen.' })
  })

  it('is claimed by answering it', () => {
    const on = course(['bert', REPLY])
    expect(on.ticket).toMatchObject({ state: 'answered', claimedBy: 'bert' })
    expect(on.ticket.answeredAt).toBe('2026-11-23T09:00:00.000Z')
    expect(on.events.map(({ kind }) => kind)).toEqual(['opened', 'claimed', 'replied'])
    expect(on.kinds).toEqual(['staff-reply'])
    expect(on.told[0]).toContain('Twintig dagen.')
  })

  it('waits for the member when she is asked something back, and is hers again when the member answers', () => {
    const on = course(['an', ASK_BACK])
    expect(on.ticket.state).toBe('waiting')
    on.take((situation) => memberAdds(situation, { text: 'Ja', messageId: 'm2' }))
    expect(on.ticket).toMatchObject({ state: 'claimed', claimedBy: 'an' })
  })

  it('cannot be answered by another while she has it, not by a lead either until she takes it over', () => {
    const on = course(['an', CLAIM])
    expect(does(on, 'bert', REPLY)).toMatchObject({ code: 'taken' })
    expect(does(on, 'lena', REPLY)).toMatchObject({
      code: 'taken',
      text: expect.stringContaining('aan uzelf'),
    })
    does(on, 'lena', { kind: 'reassign', team: null, to: 'lena' })
    expect(does(on, 'lena', REPLY)).toMatchObject({ kind: 'do' })
    expect(on.ticket.claimedBy).toBe('lena')
  })

  it('belongs to its team: others may read and note, and work what was given to them', () => {
    const on = new Course()
    expect(does(on, 'fatima', CLAIM)).toMatchObject({
      code: 'not-allowed',
      text: expect.stringContaining('Team Personeel'),
    })
    expect(does(on, 'fatima', { kind: 'note', text: 'Zie ook de nota van vorig jaar' })).toMatchObject({
      kind: 'do',
    })
    does(on, 'an', { kind: 'reassign', team: null, to: 'fatima' })
    expect(on.ticket).toMatchObject({ claimedBy: 'fatima', team: 'financien', state: 'claimed' })
    expect(does(on, 'fatima', REPLY)).toMatchObject({ kind: 'do' })
  })

  it('goes back to the team when it is released, and the desk answers again', () => {
    const on = course(['an', CLAIM], ['an', { kind: 'release' }])
    expect(on.ticket).toMatchObject({ state: 'new', claimedBy: null })
    expect(on.holds).toBe(false)
    expect(on.told.at(-1)).toContain('beantwoordt intussen opnieuw uw vragen')
    expect(does(on, 'an', { kind: 'release' })).toMatchObject({ code: 'not-claimed' })
  })

  it('stays answered when it is released after the answer', () => {
    const on = course(['an', REPLY], ['an', { kind: 'release' }])
    expect(on.ticket).toMatchObject({ state: 'answered', claimedBy: null })
    on.take((situation) => memberAdds(situation, { text: 'En voor deeltijdsen?', messageId: null }))
    expect(on.ticket.state).toBe('new')
  })

  it.each(CLOSE_REASONS)('says at the end (%s) that the desk is back', (reason) => {
    const on = course(['an', REPLY], ['an', { kind: 'close', reason }])
    expect(on.ticket).toMatchObject({ state: 'closed', closeReason: reason, resolution: 'unknown' })
    expect(on.holds).toBe(false)
    expect(on.told.at(-1)).toContain('De helpdesk beantwoordt opnieuw uw vragen.')
  })

  it('does nothing more once it is closed, except notes, the right topic and opening it again', () => {
    const on = course(['an', REPLY], ['an', CLOSE])
    for (const action of [
      CLAIM,
      REPLY,
      CLOSE,
      { kind: 'release' },
      { kind: 'urgent', urgent: true },
    ] as const)
      expect(does(on, 'an', action)).toMatchObject({ code: 'closed' })
    expect(does(on, 'an', { kind: 'topic', topic: 'belasting' })).toMatchObject({ kind: 'do' })
    expect(on.ticket).toMatchObject({ topic: 'belasting', team: 'personeel', state: 'closed' })
    does(on, 'an', { kind: 'reopen' })
    expect(on.ticket).toMatchObject({ state: 'reopened', claimedBy: null, closeReason: null })
    expect(does(on, 'an', { kind: 'reopen' })).toMatchObject({ code: 'not-closed' })
  })

  it('is opened again by nobody once it is anonymous, and nobody can write there any more', () => {
    const on = course(['an', REPLY], ['an', CLOSE])
    on.ticket = { ...on.ticket, question: '', anonymous: true }
    for (const action of [{ kind: 'reopen' }, { kind: 'note', text: 'Els belde' }] as const) {
      const refusal = does(on, 'lena', action)
      expect(refusal).toMatchObject({ kind: 'refuse', code: 'anonymous' })
      expect(JSON.stringify(refusal)).toContain('anoniem gemaakt')
    }
    expect(does(on, 'lena', { kind: 'topic', topic: 'belasting' })).toMatchObject({ kind: 'do' })
    expect(on.ticket).toMatchObject({ state: 'closed', topic: 'belasting' })
  })

  it.each([
    ['an empty answer', { kind: 'reply', text: '  \n', asksBack: false }, 'empty'],
    ['an empty note', { kind: 'note', text: '' }, 'empty'],
    ['nobody', { kind: 'reassign', team: null, to: null }, 'empty'],
    ['a team that does not exist', { kind: 'reassign', team: 'x', to: null }, 'unknown'],
    ['somebody who does not exist', { kind: 'reassign', team: null, to: 'x' }, 'unknown'],
    ['a topic that does not exist', { kind: 'topic', topic: 'x' }, 'unknown'],
  ] as const)('refuses %s and changes nothing', (_, action, code) => {
    const on = new Course()
    expect(does(on, 'an', action)).toMatchObject({ kind: 'refuse', code })
    expect(on.ticket.version).toBe(1)
  })

  it('is not taken from a claimer outside the team of another topic unless that was asked for', () => {
    const on = course(['an', CLAIM])
    for (const who of ['an', 'lena'] as const) {
      const refused = does(on, who, { kind: 'topic', topic: 'belasting' })
      expect(refused).toMatchObject({ kind: 'refuse', code: 'would-release' })
      expect(refused).toMatchObject({ text: expect.stringContaining('Team Financiën') })
    }
    expect(on.ticket).toMatchObject({ topic: 'verlof', team: 'personeel', claimedBy: 'an' })
  })

  it('goes to the team of the right topic; a claimer who is not in it gives it up', () => {
    const on = course(['an', CLAIM], ['an', { kind: 'topic', topic: 'belasting', givesBack: true }])
    expect(on.ticket).toMatchObject({ topic: 'belasting', team: 'financien', claimedBy: null, state: 'new' })
    expect(on.holds).toBe(false)
    expect(on.events.at(-1)).toMatchObject({ kind: 'topic', text: 'belasting', actor: { id: 'an' } })
    expect(on.due.map(({ key }) => key)).toContain('ticket-card/VB-2026-0001/3/financien')
  })

  it('can be taken over by a lead who is not in staff.yaml', () => {
    const on = course(['an', CLAIM])
    const visitor = { id: 'beheerder', name: 'Beheerder', role: 'admin', teams: [] } as const
    on.take((situation) => decide(situation, visitor, { kind: 'reassign', team: null, to: 'beheerder' }))
    expect(on.ticket).toMatchObject({ claimedBy: 'beheerder', team: 'personeel' })
  })
})

describe('what a member does to a ticket', () => {
  it('opens a closed ticket again by adding to it', () => {
    const on = course(['an', REPLY], ['an', CLOSE])
    on.take((situation) => memberAdds(situation, { text: 'Toch nog iets', messageId: null }))
    expect(on.ticket).toMatchObject({ state: 'reopened', claimedBy: null, closeReason: null })
  })

  it('is counted as helped only when the member says so, and silence stays unknown', () => {
    const on = course(['an', REPLY])
    expect(on.take((situation) => memberFeedback(situation, true))).toMatchObject({ code: 'not-closed' })
    does(on, 'an', CLOSE)
    expect(on.ticket.resolution).toBe('unknown')
    on.take((situation) => memberFeedback(situation, true))
    expect(on.ticket).toMatchObject({ resolution: 'confirmed', state: 'closed' })
    on.take((situation) => memberFeedback(situation, false))
    expect(on.ticket).toMatchObject({ resolution: 'not-helped', state: 'reopened', claimedBy: null })
  })

  it('shows an edit and a deletion of a message that is known, and refuses another', () => {
    const on = new Course()
    on.take((situation) => memberRevises(situation, { kind: 'edited', of: 'm1', text: 'Anders' }))
    on.take((situation) => memberRevises(situation, { kind: 'deleted', of: 'm1', text: '' }))
    expect(on.events.slice(1).map(({ kind, messageId }) => [kind, messageId])).toEqual([
      ['edited', 'm1'],
      ['deleted', 'm1'],
    ])
    expect(
      on.take((situation) => memberRevises(situation, { kind: 'edited', of: 'm9', text: 'x' })),
    ).toMatchObject({ kind: 'refuse' })
  })

  it('is withdrawn once', () => {
    const on = new Course()
    on.take(memberWithdraws)
    expect(on.ticket).toMatchObject({ state: 'closed', closeReason: 'withdrawn' })
    expect(on.take(memberWithdraws)).toMatchObject({ code: 'closed' })
  })
})

const NOTE = 'interne-notitie-'

type Step = (on: Course) => void

const staffStep = fc
  .tuple(
    fc.constantFrom(...STAFF),
    fc.oneof(
      fc.constant<TicketAction>({ kind: 'claim' }),
      fc.constant<TicketAction>({ kind: 'release' }),
      fc.constant<TicketAction>({ kind: 'reopen' }),
      fc.boolean().map((asksBack): TicketAction => ({ kind: 'reply', text: 'antwoord', asksBack })),
      fc.nat(99).map((n): TicketAction => ({ kind: 'note', text: `${NOTE}${n}` })),
      fc
        .tuple(
          fc.constantFrom(null, 'personeel', 'financien', 'weg'),
          fc.constantFrom(null, ...STAFF.map(({ id }) => id), 'niemand'),
        )
        .map(([team, to]): TicketAction => ({ kind: 'reassign', team, to })),
      fc.constantFrom('verlof', 'belasting', 'x').map((topic): TicketAction => ({ kind: 'topic', topic })),
      fc.boolean().map((urgent): TicketAction => ({ kind: 'urgent', urgent })),
      fc.constantFrom(...CLOSE_REASONS).map((reason): TicketAction => ({ kind: 'close', reason })),
    ),
  )
  .map(
    ([who, action]): Step =>
      (on) =>
        void on.take((situation) => decide(situation, member(who), action)),
  )

const memberStep = fc.constantFrom<Step>(
  (on) => void on.take((situation) => memberAdds(situation, { text: 'nog iets', messageId: 'm2' })),
  (on) => void on.take((situation) => memberRevises(situation, { kind: 'edited', of: 'm1', text: 'anders' })),
  (on) => void on.take(memberWithdraws),
  (on) => void on.take((situation) => memberFeedback(situation, true)),
  (on) => void on.take((situation) => memberFeedback(situation, false)),
  (on) => void on.take((situation) => notDelivered(situation, 'weg')),
)

const pause = fc.nat(3 * 24 * 60).map(
  (minutes): Step =>
    (on) => {
      on.now = new Date(on.now.getTime() + minutes * 60_000)
    },
)

const steps = fc.array(fc.oneof({ weight: 5, arbitrary: staffStep }, memberStep, pause), { maxLength: 25 })

describe('whatever colleagues and members do, in any order', () => {
  it('never shows a member a word of an internal note', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const on = new Course()
        for (const step of taken) step(on)
        expect(on.told.join('\n')).not.toContain(NOTE)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves a ticket that makes sense', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const on = new Course()
        for (const step of taken) {
          step(on)
          const { state, claimedBy, closeReason, answeredAt } = on.ticket
          expect(closeReason === null).toBe(state !== 'closed')
          if (state === 'claimed') expect(claimedBy).not.toBeNull()
          if (state === 'new' || state === 'reopened') expect(claimedBy).toBeNull()
          const replied = on.events.some(({ kind }) => kind === 'replied' || kind === 'asked-back')
          expect(answeredAt !== null).toBe(replied)
          // Staff have the conversation exactly while somebody has the open ticket.
          expect(on.holds).toBe(state !== 'closed' && claimedBy !== null)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('plans nothing that notifies for a moment at which the office is closed', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const on = new Course()
        for (const step of taken) step(on)
        for (const { kind, at } of on.due.filter((due) => due.kind === 'ticket-reminder')) {
          expect([kind, openAt(on, at)]).toEqual([kind, true])
        }
      }),
      { numRuns: 200 },
    )
  })
})

function openAt({ situation }: Course, at: Date): boolean {
  return isOpen(situation.setting.hours, 'office', at)
}
