import { describe, expect, it } from 'vitest'
import { EMPTY_STATE } from '../../src/desk/state.js'
import { readState } from '../../src/desk/stored-state.js'

describe('readState', () => {
  it('gives back what was stored', () => {
    const booking = { level: 2, participants: 12, place: null, wishes: [], missing: ['date'], offers: [] }
    const state = {
      ...EMPTY_STATE,
      lastQuestion: 'Hoe laat?',
      booking,
      ticket: 'VB-2026-0001',
      greeted: true,
    }
    expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })

  it.each([
    ['a conversation that has not begun', {}, EMPTY_STATE],
    ['an older state without some of it', { greeted: true }, { ...EMPTY_STATE, greeted: true }],
    [
      'a part that no longer fits',
      { greeted: true, readings: 3, booking: 'x' },
      { ...EMPTY_STATE, greeted: true },
    ],
    ['no object at all', null, EMPTY_STATE],
  ])('makes a state of %s', (_title, stored, expected) => {
    expect(readState(stored)).toEqual(expected)
  })
})
