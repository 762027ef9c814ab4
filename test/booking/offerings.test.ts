import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { offeringOf, readOfferings } from '../../src/booking/offerings.js'
import { packageRoot } from '../../src/package-root.js'

const SAMPLE = readFileSync(join(packageRoot(), 'knowledge', 'organisation', 'sessions.yaml'), 'utf8')

function read(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'sessions-')), 'sessions.yaml')
  writeFileSync(path, text)
  return readOfferings(path)
}

describe('sessions.yaml', () => {
  it('has the three levels with their groups', () => {
    const offerings = read(SAMPLE)
    expect([1, 2].map((level) => offeringOf(offerings, level === 1 ? 1 : 2)?.group)).toEqual([
      { min: 10, max: 60 },
      { min: 8, max: 20 },
    ])
    expect(offeringOf(offerings, 3)?.teams).toEqual({ min: 4, max: 8, size: { min: 3, max: 5 } })
  })

  it('has no offering for a level that was not chosen', () => {
    expect(offeringOf(read(SAMPLE), null)).toBeNull()
  })

  it.each([
    [
      'confirmedOn: null',
      'confirmedOn: 2027-02-30',
      /sessions\.yaml:\d+: levels\[0\]\.confirmedOn: expected a day/,
    ],
    ['from: "9:00"', 'from: "9 uur"', /hosts\[0\]\.available\[0\]\.from: expected a time between quotes/],
    ['to: "16:30"', 'to: "8:30"', /hosts\[0\]\.available\[0\].*expected from to be earlier than to/],
    [
      'hosts: [begeleider-oost, begeleider-west]',
      'hosts: [begeleider-noord]',
      /levels\[0\]\.hosts: names begeleider-noord, which is not under hosts/,
    ],
    ['level: 1', 'level: 2', /level 2 is there twice/],
    ['group: { min: 10, max: 60 }', 'group: { min: 60, max: 10 }', /expected min to be at most max/],
    ['noticeDays: 14', 'notice: 14', /notice/],
  ])('names the line and what was expected when %s becomes %s', (from, to, message) => {
    expect(() => read(SAMPLE.replace(from, to))).toThrow(message)
  })
})
