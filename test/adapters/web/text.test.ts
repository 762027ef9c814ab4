import { describe, expect, it } from 'vitest'
// @ts-expect-error the page's own modules are plain JavaScript, for browsers
import { blocks, readableDate } from '../../../adapters/web/page/text.js'

describe('a text on the page', () => {
  it.each([
    [
      'Een.\n\nTwee.',
      [
        { kind: 'p', lines: ['Een.'] },
        { kind: 'p', lines: ['Twee.'] },
      ],
    ],
    ['Een\nregel.', [{ kind: 'p', lines: ['Een', 'regel.'] }]],
    [
      'Ook lid:\n- zones\n• AGB’s\nPunt.',
      [
        { kind: 'p', lines: ['Ook lid:'] },
        { kind: 'ul', lines: ['zones', 'AGB’s'] },
        { kind: 'p', lines: ['Punt.'] },
      ],
    ],
    [
      'Kies:\n1. maandag\n2. dinsdag',
      [
        { kind: 'p', lines: ['Kies:'] },
        { kind: 'ol', lines: ['maandag', 'dinsdag'] },
      ],
    ],
    ['3. is geen begin\n300. ook niet', [{ kind: 'p', lines: ['3. is geen begin', '300. ook niet'] }]],
    ['-5 graden', [{ kind: 'p', lines: ['-5 graden'] }]],
    ['', []],
    ['\n\n \n', []],
  ])('%j becomes paragraphs and lists', (text, expected) => {
    expect(blocks(text)).toEqual(expected)
  })

  it.each([
    ['2025-02-01', '1 februari 2025'],
    ['circa 2013', 'circa 2013'],
    [null, null],
  ])('shows the date %s as %s', (date, shown) => {
    expect(readableDate(date)).toBe(shown)
  })
})
