import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingTimeBetween } from '../../src/hours/working-time.js'
import { findGaps } from '../../src/insights/gaps.js'
import { openingClock } from '../../src/insights/opening-clock.js'
import { mondays, spanOf, weekOf, weeksOf } from '../../src/insights/period.js'
import { replyTimes } from '../../src/insights/reply-times.js'
import { atLeast, risingThemes } from '../../src/insights/rising.js'
import type { Figure } from '../../src/insights/tables.js'
import { themesOf } from '../../src/insights/themes.js'
import { meaningfulWords } from '../../src/knowledge/dutch/meaningful-words.js'
import { sampleHours } from '../hours/sample.js'
import { randomOf } from './synthetic-year.js'

const weeks = (earlier: Figure, recent: Figure): readonly Figure[] => [
  ...Array.from({ length: 12 }, () => earlier),
  ...Array.from({ length: 4 }, () => recent),
]
const OTHERS = [weeks(40, 40), weeks(60, 60), weeks(50, 50)]

describe('rising themes', () => {
  it.each([
    ['a theme that doubles', weeks(10, 20), [{ theme: 3, times: 2 }]],
    ['one that was too small to show', weeks('small', 20), [{ theme: 3, times: 5 }]],
    ['one whose earlier weeks are all withheld', weeks('withheld', 30), []],
    ['one that is still small', weeks('small', 'small'), []],
    ['a theme that grows a little', weeks(10, 13), []],
    ['one that falls', weeks(40, 10), []],
  ])('are told from %s', (_, theme, expected) => {
    expect(risingThemes([...OTHERS, theme])).toEqual(expected)
  })

  it('are none when everything is asked about more alike', () => {
    expect(risingThemes([weeks(20, 40), weeks(30, 60), weeks(10, 20)])).toEqual([])
  })

  it('are almost never seen in noise', () => {
    const random = randomOf(2026)
    const poisson = (mean: number) => {
      let count = 0
      for (let left = Math.exp(-mean), product = random(); product > left; product *= random()) count += 1
      return count < 5 ? ('small' as const) : count
    }
    let alarms = 0
    for (let page = 0; page < 500; page++) {
      const themes = [4, 8, 12, 15, 20, 30, 40, 60].map((mean) =>
        Array.from({ length: 16 }, () => poisson(mean)),
      )
      alarms += risingThemes(themes).length
    }
    expect(alarms).toBeLessThanOrEqual(10)
  })

  it('are weighed with the tail of a binomial', () => {
    expect(atLeast(8, 10, 0.5)).toBeCloseTo(56 / 1024, 10)
    expect([atLeast(0, 10, 0.5), atLeast(11, 10, 0.5)]).toEqual([1, 0])
  })
})

describe('gaps', () => {
  const ask = (question: string, reference: string, topic = 'mobiliteit') => ({
    reference,
    topic,
    team: 'omgeving',
    question,
  })
  const QUESTIONS = [
    'Mogen we laadpalen zetten op de parking van een sportcentrum?',
    'Wie betaalt laadpalen op een parking?',
    'Subsidie voor laadpalen op onze parking',
    'Drones boven een evenement laten vliegen',
    'Mag een drone filmen boven evenementen?',
    'Wat met verdwaalde honden?',
  ].map((question, at) => ask(question, `VB-2026-000${at}`))

  it('are questions that share rare words, the largest group first, in words that people wrote', () => {
    const gaps = findGaps(QUESTIONS, meaningfulWords)
    expect(gaps.map(({ count }) => count)).toEqual([3, 2])
    expect(gaps[0]?.words).toEqual(expect.arrayContaining(['laadpalen', 'parking']))
    expect(gaps[0]?.examples).toContain('Wie betaalt laadpalen op een parking?')
  })

  it('are the same every time, and never cross themes', () => {
    expect(findGaps(QUESTIONS, meaningfulWords)).toEqual(findGaps([...QUESTIONS], meaningfulWords))
    const apart = QUESTIONS.map((one, at) => ({ ...one, topic: `t${at}` }))
    expect(findGaps(apart, meaningfulWords)).toEqual([])
  })
})

describe('working time to the first reply', () => {
  it('is the same for many at once as for one, over both changes of the clock', () => {
    const instant = fc.integer({ min: Date.parse('2026-03-20'), max: Date.parse('2026-11-10') })
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const clock = openingClock(sampleHours, [from, to])
        const slow = workingTimeBetween(sampleHours, 'office', new Date(from), new Date(to))
        expect(clock(to) - clock(from)).toBeCloseTo(slow, 6)
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  it('is told from five replies on, and for nine in ten from ten on', () => {
    const reply = (hours: number) => {
      const askedAt = Date.parse('2026-11-23T08:00:00Z')
      return { team: 'personeel', askedAt, answeredAt: askedAt + hours * 3_600_000 }
    }
    const times = (count: number) =>
      replyTimes(
        Array.from({ length: count }, (_, at) => reply(at < count / 2 ? 1 : 2)),
        sampleHours,
      )[1]
    expect(times(4)).toEqual({ team: 'personeel', median: null, ninety: null })
    expect(times(5)).toEqual({ team: 'personeel', median: 60, ninety: null })
    expect(times(10)).toEqual({ team: 'personeel', median: 60, ninety: 120 })
  })
})

describe('periods', () => {
  const now = new Date('2026-11-23T09:00:00Z')

  it('are whole weeks up to the last that is over, or the weeks of a year', () => {
    const { weeks: trailing } = weeksOf('13', now, 'Europe/Brussels')
    expect(trailing).toEqual({ from: '2026-08-24', until: '2026-11-23' })
    expect(mondays(trailing)).toHaveLength(13)
    expect(weeksOf('j2025', now, 'Europe/Brussels').weeks).toEqual({
      from: '2024-12-30',
      until: '2025-12-29',
    })
    expect(weeksOf('j1800', now, 'Europe/Brussels').key).toBe('13')
    expect(weekOf('2024-12-30')).toEqual({ week: 1, year: 2025 })
  })

  it('begin and end at midnight in Brussels, on days of either time', () => {
    const span = spanOf({ from: '2026-03-23', until: '2026-03-30' }, 'Europe/Brussels')
    expect(new Date(span.from).toISOString()).toBe('2026-03-22T23:00:00.000Z')
    expect(new Date(span.until).toISOString()).toBe('2026-03-29T22:00:00.000Z')
  })
})

describe('themes', () => {
  const count = (topic: string | null, amount: number) =>
    ({ topic, week: '2026-11-16', kind: 'gemeente', ending: 'unknown', count: amount }) as const

  it.each([
    ['small ones stand together', [count('a', 30), count('b', 3), count('c', 2)], ['a', 'rest']],
    [
      'and take the smallest along where they are too few',
      [count('a', 30), count('b', 9), count('c', 2)],
      ['a', 'rest'],
    ],
    ['none when all are too few', [count('a', 2), count('b', 1)], []],
    ['questions without a topic are a theme of their own', [count(null, 8)], ['none']],
  ])('%s', (_, counts, expected) => {
    expect(themesOf(counts).map((theme) => (theme.kind === 'topic' ? theme.key : theme.kind))).toEqual(
      expected,
    )
  })
})
