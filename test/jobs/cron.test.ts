import { createRequire } from 'node:module'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { cronText, nextRun, parseCron, previousRun } from '../../src/jobs/cron.js'

const NIGHTLY = parseCron('30 1 * * *')
const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

/** Every planned moment in [from, to). */
function runsBetween(cron: string, from: string, to: string): string[] {
  const parsed = parseCron(cron)
  const runs: string[] = []
  let at = nextRun(parsed, new Date(Date.parse(from) - 1))
  while (at !== null && at < new Date(to)) {
    runs.push(at.toISOString())
    at = nextRun(parsed, at)
  }
  return runs
}

describe('a daily run', () => {
  it.each([
    ['the clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['the clocks go back', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ])('comes exactly once on the Brussels day on which %s', (_, from, to) => {
    for (const timeZone of ['UTC', 'Europe/Brussels']) {
      process.env.TZ = timeZone
      for (const cron of ['30 1 * * *', '0 1 * * *', '30 0 * * *', '59 23 * * *']) {
        expect(runsBetween(cron, from, to)).toHaveLength(1)
      }
    }
  })

  it('comes 365 times in 2026, each at the same hour in UTC', () => {
    process.env.TZ = 'Europe/Brussels'
    const runs = runsBetween('30 1 * * *', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')
    expect(runs).toHaveLength(365)
    expect(new Set(runs.map((run) => run.slice(11)))).toEqual(new Set(['01:30:00.000Z']))
  })

  it('is over at its own moment: the next one is tomorrow, the previous one is now', () => {
    const at = new Date('2026-11-23T01:30:00Z')
    expect(nextRun(NIGHTLY, at)).toEqual(new Date('2026-11-24T01:30:00Z'))
    expect(previousRun(NIGHTLY, at)).toEqual(at)
    expect(previousRun(NIGHTLY, new Date(at.getTime() - 1))).toEqual(new Date('2026-11-22T01:30:00Z'))
  })
})

describe('a schedule', () => {
  it.each([
    ['0 3 29 2 *', '2026-11-23T00:00:00Z', '2028-02-29T03:00:00.000Z'],
    ['0 3 * * 7', '2026-11-23T00:00:00Z', '2026-11-29T03:00:00.000Z'],
    ['0 3 * * 0', '2026-11-23T00:00:00Z', '2026-11-29T03:00:00.000Z'],
    ['0 3 13 * 5', '2026-11-23T00:00:00Z', '2027-08-13T03:00:00.000Z'],
    ['5/20 0 * * *', '2026-11-23T00:05:00Z', '2026-11-23T00:25:00.000Z'],
    ['0 0 1 1 *', '2026-11-23T00:00:00Z', '2027-01-01T00:00:00.000Z'],
  ])('%s after %s comes at %s', (cron, after, next) => {
    expect(nextRun(parseCron(cron), new Date(after))?.toISOString()).toBe(next)
  })

  it('that never comes has no next run', () => {
    expect(nextRun(parseCron('0 3 30 2 *'), new Date('2026-11-23T00:00:00Z'))).toBeNull()
  })

  it.each(['', '* * * *', '60 * * * *', '* 5-3 * * *', 'a * * * *'])('is refused when it is "%s"', (cron) => {
    expect(() => parseCron(cron)).toThrow(RangeError)
  })

  it('comes when the library that Bree asks says so', () => {
    const load = createRequire(createRequire(import.meta.url).resolve('bree'))
    const later = load('@breejs/later')
    process.env.TZ = 'UTC'
    const number = (least: number, most: number) =>
      fc.oneof(fc.constant('*'), fc.integer({ min: least, max: most }).map(String))
    const fields = fc.tuple(number(0, 59), number(0, 23), number(1, 28), number(1, 12), number(0, 6))
    const moment = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(fields, moment, ([minute, hour, day, month, weekday], after) => {
        // Both named at once can lie more than a decade apart; that is not what this compares.
        const cron = parseCron(
          [minute, hour, day, month, day === '*' || month === '*' ? weekday : '*'].join(' '),
        )
        const minuteAfter = new Date(Math.floor(after.getTime() / 60_000) * 60_000 + 60_000)
        const [theirs] = [later.schedule(later.parse.cron(cronText(cron))).next(1, minuteAfter)].flat()
        expect(nextRun(cron, after)).toEqual(theirs)
      }),
      { numRuns: 200, seed: 4 },
    )
  })
})
