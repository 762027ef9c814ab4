import { describe, expect, it } from 'vitest'
import { cardDue, openingDue, readCardKey } from '../../src/escalation/due.js'
import { decide } from '../../src/escalation/lifecycle.js'
import { memberAdds } from '../../src/escalation/member-side.js'
import { reminderNow, waitsSince } from '../../src/escalation/reminders.js'
import type { TicketEvent } from '../../src/escalation/tickets.js'
import { brussels } from '../hours/sample.js'
import { AN, AWAY, Course, event, MONDAY, member, SATURDAY_NIGHT, SETTING, ticket } from './setting.js'

function reminded(on: Course, who: string): void {
  on.events.push(
    event({
      number: on.events.length + 1,
      kind: 'reminded',
      actor: { kind: 'desk' },
      text: who,
      at: on.now.toISOString(),
    }),
  )
}

function look(on: Course, at: string) {
  on.now = brussels(at)
  const { ticket: current, events, now } = on.situation
  return reminderNow(current, events, now, SETTING)
}

describe('reminders', () => {
  it('come to the claimer, then the team, then its lead, each half target of working time later, and end there', () => {
    const on = new Course() // Monday 10.00; the target is eight opening hours
    on.take((situation) => decide(situation, member(AN), { kind: 'claim' }))
    expect(look(on, '2026-11-23 16:00')).toMatchObject({ kind: 'later', at: brussels('2026-11-24 10:00') })
    expect(look(on, '2026-11-24 10:00')).toMatchObject({
      kind: 'now',
      who: 'claimer',
      colleague: { id: 'an' },
    })
    reminded(on, 'claimer')
    expect(look(on, '2026-11-24 13:00')).toMatchObject({ kind: 'later', at: brussels('2026-11-24 14:00') })
    expect(look(on, '2026-11-24 14:00')).toMatchObject({ kind: 'now', who: 'team', colleague: null })
    reminded(on, 'team')
    expect(look(on, '2026-11-25 10:00')).toMatchObject({
      kind: 'now',
      who: 'lead',
      colleague: { id: 'lena' },
    })
    reminded(on, 'lead')
    expect(look(on, '2026-11-30 10:00')).toEqual({ kind: 'none' })
  })

  it('go to the team at once when nobody has it, or who has it is absent', () => {
    const on = new Course()
    expect(look(on, '2026-11-24 10:00')).toMatchObject({ kind: 'now', who: 'team' })
    on.take((situation) => decide(situation, member(AN), { kind: 'reassign', team: null, to: AWAY.id }))
    expect(look(on, '2026-11-24 11:00')).toMatchObject({ kind: 'now', who: 'team' })
    expect(look(on, '2026-11-30 11:00')).toMatchObject({
      kind: 'now',
      who: 'claimer',
      colleague: { id: 'wim' },
    })
  })

  it.each(['replied', 'asked-back', 'closed'] as const)('stop once it was %s', (kind) => {
    const after: TicketEvent[] = [event({ number: 1, kind: 'opened' }), event({ number: 2, kind })]
    const state = ({ replied: 'answered', 'asked-back': 'waiting', closed: 'closed' } as const)[kind]
    expect(waitsSince(ticket({ state }), after)).toBeNull()
    const weekLater = brussels('2026-11-30 10:00')
    expect(reminderNow(ticket({ state }), after, weekLater, SETTING)).toEqual({ kind: 'none' })
  })

  it('start again with what the member adds after an answer', () => {
    const on = new Course()
    on.take((situation) =>
      decide(situation, member(AN), { kind: 'reply', text: 'Twintig.', asksBack: false }),
    )
    on.now = brussels('2026-11-24 09:00')
    on.take((situation) => memberAdds(situation, { text: 'En deeltijds?', messageId: null }))
    expect(look(on, '2026-11-24 15:00')).toMatchObject({ kind: 'later', at: brussels('2026-11-25 09:00') })
    expect(on.due.at(-1)).toMatchObject({ kind: 'ticket-reminder', at: brussels('2026-11-25 09:00') })
  })

  it('wait for the opening when the desk was not running at their time', () => {
    const on = new Course()
    expect(look(on, '2026-11-24 19:00')).toEqual({ kind: 'later', at: brussels('2026-11-25 08:30') })
  })

  it('that fall on the closing minute come at the next opening', () => {
    const on = new Course({}, brussels('2026-11-26 16:30'))
    // Eight hours from Thursday 16.30: Friday 8.30 to 16.00 holds seven and a half.
    expect(look(on, '2026-11-27 15:00')).toMatchObject({ kind: 'later' })
    const short = new Course({ topic: 'belasting', team: 'financien' }, brussels('2026-11-27 14:00'))
    expect(look(short, '2026-11-27 15:00')).toEqual({ kind: 'later', at: brussels('2026-11-30 08:30') })
  })
})

describe('what follows when a ticket is opened', () => {
  const asked = { team: 'personeel', topic: 'verlof' }

  it('is its card at once while the office is open, and a look after the target', () => {
    expect(openingDue('VB-2026-0001', asked, MONDAY, SETTING)).toEqual([
      {
        key: 'ticket-card/VB-2026-0001/1/personeel',
        kind: 'ticket-card',
        subject: 'VB-2026-0001',
        at: MONDAY,
      },
      {
        key: 'ticket-reminder/VB-2026-0001/2026-11-24T09:00:00.000Z',
        kind: 'ticket-reminder',
        subject: 'VB-2026-0001',
        at: brussels('2026-11-24 10:00'),
      },
    ])
  })

  it('is one digest a team at the opening when it is closed, whichever question comes first', () => {
    const [first] = openingDue('VB-2026-0001', asked, SATURDAY_NIGHT, SETTING)
    const [second] = openingDue('VB-2026-0002', asked, brussels('2026-11-22 12:00'), SETTING)
    expect(first).toMatchObject({ kind: 'team-digest', at: brussels('2026-11-23 08:30') })
    expect(second?.key).toBe(first?.key)
  })
})

describe('a change of a ticket in the channel of its team', () => {
  it('shows at once when it draws no attention, and at the opening when it does', () => {
    const at = brussels('2026-11-23 20:00')
    const situation = { ...new Course().situation, now: at }
    const quiet = cardDue(situation, { event: 2, team: 'personeel', notifies: false })
    const loud = cardDue(situation, { event: 2, team: 'personeel', notifies: true })
    expect(quiet).toMatchObject([{ at }])
    expect(loud).toMatchObject([{ at: brussels('2026-11-24 08:30') }])
    expect(readCardKey(quiet[0]?.key ?? '')).toEqual({
      reference: 'VB-2026-0001',
      event: 2,
      team: 'personeel',
    })
  })

  it('is left to the digest while that is still to come', () => {
    const on = new Course({}, SATURDAY_NIGHT)
    expect(cardDue(on.situation, { event: 2, team: 'personeel', notifies: true })).toEqual([])
  })

  it('never makes a card appear at night in the channel of a team that was given the ticket at night', () => {
    const on = new Course()
    on.now = brussels('2026-11-23 20:00')
    on.take((situation) => decide(situation, member(AN), { kind: 'reassign', team: 'financien', to: null }))
    on.take((situation) => decide(situation, member(AN), { kind: 'note', text: 'Voor jullie' }))
    const there = on.due.filter(({ key }) => key.endsWith('/financien'))
    expect(there.map(({ at }) => at)).toEqual([brussels('2026-11-24 08:30'), brussels('2026-11-24 08:30')])
  })
})
