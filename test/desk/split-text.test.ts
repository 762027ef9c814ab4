import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from '../../src/desk/split-text.js'

describe('splitText', () => {
  it.each([
    ['leaves what fits alone', 'Een zin.', 10, ['Een zin.']],
    ['leaves an empty text one part', '', 10, ['']],
    ['fills a part to the last unit', 'Vijf. Vijf.', 5, ['Vijf.', 'Vijf.']],
    ['prefers the end of a paragraph', 'Een. Twee.\n\nDrie. Vier.', 18, ['Een. Twee.', 'Drie. Vier.']],
    ['then the end of a line', 'punt een\npunt twee', 14, ['punt een', 'punt twee']],
    ['then the end of a sentence', 'Een zin. Nog een zin.', 12, ['Een zin.', 'Nog een zin.']],
    ['keeps a closing mark with its sentence', 'Zij zei "ja." Hij niet.', 16, ['Zij zei "ja."', 'Hij niet.']],
    ['then the space between words', 'een twee drie vier', 10, ['een twee', 'drie vier']],
    ['breaks a word only when it is longer than a part', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['puts a long word on a part of its own', 'ja abcdefghij', 10, ['ja', 'abcdefghij']],
    ['never breaks a character', 'a👩‍👩‍👧b', 9, ['a👩‍👩‍👧', 'b']],
    ['never breaks a pair of units', '😀😀😀', 3, ['😀', '😀', '😀']],
  ])('%s', (_title, text, max, expected) => {
    expect(splitText(text, max)).toEqual(expected)
  })

  it('loses no character but white space, keeps their order, and keeps to the length', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(' ', '\n', '\n\n', '. ', '🙂', 'é', 'woord'),
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 200 }), (whole, max) => {
        const parts = splitText(whole, max)
        expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(max)
        expect(parts.join('').replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''))
      }),
    )
  })

  it('splits a very long text quickly', () => {
    const text = 'Dit is een zin van gewone lengte, met een komma. '.repeat(20_000)
    const started = performance.now()
    expect(splitText(text, 3000).length).toBeGreaterThan(300)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
