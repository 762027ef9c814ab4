import { describe, expect, it } from 'vitest'
import { quantitiesOf } from '../../../src/answering/evidence/quantities.js'

const short = (text: string) =>
  quantitiesOf(text).map(({ value, text: written, unit, counts }) => [value, written, unit, ...counts])

describe('numbers and what they count', () => {
  it.each([
    ['De bond telt 214 duinposten.', [[214, '214', 'count', 'duinposten']]],
    ['duinposten (214)', [[214, '214', 'count', 'duinposten']]],
    ['300 van de Vlaamse gemeenten', [[300, '300', 'count', 'gemeenten']]],
    [
      '1.250 leden of 1 250 leden',
      [
        [1250, '1.250', 'count', 'leden'],
        [1250, '1 250', 'count', 'leden'],
      ],
    ],
    ['43,9 % lidgelden', [[43.9, '43,9 %', 'percent', 'lidgelden']]],
    ['zowat 12 procent', [[12, '12', 'percent', 'procent']]],
    ['€ 77 per maand', [[77, '77', 'euro', 'per', 'maand']]],
    ['77 euro', [[77, '77', 'euro', 'euro']]],
    ['open om 8.30 uur', [[8.3, '8.30', 'time', 'uur']]],
    ['tot 16 uur', [[16, '16', 'time', 'uur']]],
    ['een vijftigtal torens', [[50, 'vijftigtal', 'count', 'torens']]],
    ['één bond', [[1, 'één', 'count', 'bond']]],
    ['geen getal', []],
    ['niveau 2 van de torens', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(short(text)).toEqual(expected)
  })

  it('does not count what the next number counts', () => {
    expect(short('3 en 4 torens')[0]).toEqual([3, '3', 'count'])
  })
})
