import { describe, expect, it } from 'vitest'
import { unitsOf } from '../../../src/answering/evidence/sentences.js'

const texts = (text: string) => unitsOf(text).map((unit) => unit.text)

describe('cutting a passage into what can be quoted', () => {
  it.each([
    ['Een zin. Nog een zin!', ['Een zin.', 'Nog een zin!']],
    ['Bel ons op tel. 02 211 55 00. Of mail.', ['Bel ons op tel. 02 211 55 00.', 'Of mail.']],
    ['Zie art. 5 van nr. 12.', ['Zie art. 5 van nr. 12.']],
    ['- een punt. Met uitleg.\n- nog een', ['een punt. Met uitleg.', 'nog een']],
    ['• een\n* twee\n– drie\n4. vier\n5) vijf', ['een', 'twee', 'drie', 'vier', 'vijf']],
    ['-geen punt', ['-geen punt']],
    ['  \n\n', []],
    ['', []],
  ])('cuts %j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it('changes no character: every unit stands where it says', () => {
    const text = '  De bond telt:\n\n- 3 posten  \n-  4 torens.\n\nDaarna.  Slot '
    for (const unit of unitsOf(text)) expect(text.slice(unit.start, unit.end)).toBe(unit.text)
    expect(texts(text)).toEqual(['De bond telt:', '3 posten', '4 torens.', 'Daarna.', 'Slot'])
  })

  it('ties items to the line that introduces them, and to no other', () => {
    const units = unitsOf('Een zin. Leden zijn:\n- a\n- b\n\nEen slot.\n- c')
    expect(units.map(({ text, leadIn }) => [text, leadIn === null ? null : units[leadIn]?.text])).toEqual([
      ['Een zin.', null],
      ['Leden zijn:', null],
      ['a', 'Leden zijn:'],
      ['b', 'Leden zijn:'],
      ['Een slot.', null],
      ['c', null],
    ])
  })
})
