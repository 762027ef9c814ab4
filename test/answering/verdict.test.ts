import { describe, expect, it } from 'vitest'
import { durationsOf } from '../../src/answering/evidence/quantities.js'
import { completions, isFragment } from '../../src/answering/question/follow-up.js'
import { questionOf } from '../../src/answering/question/question.js'
import { verdictOf } from '../../src/answering/verdict.js'

const unit = (text: string) => ({
  unit: { text, start: 0, end: text.length, item: false, leadIn: null },
  coverage: 1,
  covers: new Set<string>(),
  excluded: false,
  typed: true,
})

const verdict = (question: string, text: string) => verdictOf(questionOf(question, 'nl'), [unit(text)])

describe('a duration that is stated', () => {
  it.each([
    ['duurt de keuring een dag?', 'De keuring duurt één dag.', 'yes'],
    ['duurt de keuring twee dagen?', 'De keuring duurt één dag.', 'no'],
    ['de keuring duurt toch een halve dag?', 'De keuring duurt één uur.', 'no'],
    ['duurt het traject een jaar?', 'Het traject duurt meerdere dagen, gespreid over één jaar.', 'yes'],
    ['duurt de keuring een week?', 'De keuring is op het strand.', null],
  ])('is confirmed or denied by comparing: %s', (question, text, expected) => {
    expect(verdict(question, text)).toBe(expected)
  })

  it('is read with its unit, a clock time is none', () => {
    expect(durationsOf('een eendaagse opleiding, 3 weken, meerdere jaren')).toEqual([
      { value: 1, unit: 'day' },
      { value: 3, unit: 'week' },
      { value: null, unit: 'year' },
    ])
    expect(durationsOf('open tot 16.30 uur')).toEqual([])
  })
})

describe('a town that is stated', () => {
  it.each([
    ['klopt het dat jullie in Oostende zitten?', 'Het adres is Duinstraat 1, 8670 Koksijde.', 'no'],
    ['zit jullie kantoor in Koksijde?', 'Het adres is Duinstraat 1, 8670 Koksijde.', 'yes'],
  ])('is confirmed or denied: %s', (question, text, expected) => {
    expect(verdict(question, text)).toBe(expected)
  })
})

describe('a question whether all are', () => {
  const says = (question: string, text: string, covered: readonly string[]) =>
    verdictOf(questionOf(question, 'nl'), [{ ...unit(text), covers: new Set(covered) }])

  it.each([
    ['zijn alle vuurtorens lid?', 'Bijna alle vuurtorens zijn lid.', 'no'],
    ['zijn bijna alle vuurtorens lid?', 'Bijna alle vuurtorens zijn lid.', 'yes'],
    ['zijn alle vuurtorens lid?', 'Alle vuurtorens zijn lid, niet alleen de grote.', 'yes'],
    ['zijn alle vuurtorens lid of zijn er die niet meedoen?', 'Alle vuurtorens zijn lid.', 'yes'],
    ['is de bond voor of tegen vuurtorens?', 'Alle vuurtorens zijn lid van de bond.', null],
    ['zijn er vuurtorens die geen lid zijn?', 'Bijna alle vuurtorens zijn lid.', 'yes'],
    ['zijn er vuurtorens die geen lid zijn?', 'Alle vuurtorens zijn lid.', 'no'],
    ['zijn alle vuurtorens lid?', 'De bond (die geen posten telt) heeft alle vuurtorens als lid.', 'yes'],
    ['zijn de vuurtorens daar lid van?', 'Alle vuurtorens zijn lid van de bond.', null],
  ])('is not confirmed by nearly all, nor denied by "niet alleen": %s', (question, text, expected) => {
    expect(says(question, text, ['vuurtorens', 'lid', 'bond', 'meedoen'])).toBe(expected)
  })
})

describe('a sentence that leaves open what it names', () => {
  it('confirms nothing', () => {
    expect(
      verdict('geven jullie de opleiding nog?', 'Of de opleiding doorgaat, moet nog bevestigd worden.'),
    ).toBeNull()
  })
})

describe('a sentence that does not name everything asked', () => {
  const says = (covered: readonly string[]) =>
    verdictOf(questionOf('is de vergadering van de duinbond openbaar?', 'nl'), [
      { ...unit('De vergadering van de Duinbond komt bijeen in Koksijde.'), covers: new Set(covered) },
    ])

  it('confirms nothing, however common the word that lacks', () => {
    expect(says(['vergadering', 'duinbond'])).toBeNull()
    expect(says(['vergadering', 'duinbond', 'openbaar'])).toBe('yes')
  })
})

describe('a piece of a sentence', () => {
  it('takes the place of the piece with the same preposition', () => {
    expect(isFragment('en dat van een duinpost?')).toBe(true)
    expect(isFragment('en wat kost een boei?')).toBe(false)
    expect(completions('en dat van een duinpost?', 'hoe wordt het lidgeld van een toren berekend?')).toEqual([
      'hoe wordt het lidgeld van een duinpost berekend?',
    ])
  })

  it('keeps asking what something costs', () => {
    for (const completed of completions('en de boei?', 'wat kost de reddingsboot?'))
      expect(completed).toContain('kost')
  })
})
