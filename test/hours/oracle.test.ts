import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { legalHolidayOn } from '../../src/hours/holidays.js'
import type { OfficeHours, TimetableName } from '../../src/hours/office-hours.js'
import { closesAt, isOpen, nextOpening } from '../../src/hours/opening.js'
import { addWorkingTime, workingTimeBetween } from '../../src/hours/working-time.js'
import { sampleHours, ZONE } from './sample.js'

const MINUTE = 60_000

/** The slow way: ask luxon what the clock on the wall shows, for every minute anew. */
const openByTheWall = (hours: OfficeHours, timetable: TimetableName, instant: number): boolean => {
  const wall = DateTime.fromMillis(instant, { zone: ZONE })
  const day = wall.toISODate() ?? ''
  const own = hours.special.find(({ from, until, hours: times }) => {
    const compared = from.length === 5 ? day.slice(5) : day
    return times[timetable] !== null && compared >= from && compared <= until
  })
  const usual = legalHolidayOn(day) === null ? hours.week[timetable][wall.weekday - 1] : []
  const minute = wall.hour * 60 + wall.minute
  return (own?.hours[timetable] ?? usual ?? []).some(
    ({ opens, closes }) => opens <= minute && minute < closes,
  )
}

const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((opens, i) =>
      i % 2 === 0 && edges[i + 1] !== undefined ? [{ opens, closes: edges[i + 1] ?? 0 }] : [],
    ),
  )
const week = fc.array(windows, { minLength: 7, maxLength: 7 })
const edgeDay = fc.constantFrom(
  '2026-03-28',
  '2026-03-29',
  '2026-10-24',
  '2026-10-25',
  '2026-12-30',
  '2026-04-05',
  '2026-07-10',
  '2026-12-23',
  '2028-02-28',
)
const special = fc
  .record({
    day: edgeDay,
    later: fc.integer({ min: 0, max: 2 }),
    office: fc.option(windows),
    telephone: fc.option(windows),
  })
  .map(({ day, later, office, telephone }) => ({
    from: day,
    until: DateTime.fromISO(day).plus({ days: later }).toISODate() ?? day,
    name: null,
    hours: { office, telephone },
  }))
const anyHours = fc
  .record({ office: week, telephone: week, special: fc.array(special, { maxLength: 3 }) })
  .map(
    ({ office, telephone, special: days }): OfficeHours => ({
      ...sampleHours,
      week: { office, telephone },
      special: days,
    }),
  )
const hoursToTry = fc.oneof(fc.constant(sampleHours), anyHours)
const timetable = fc.constantFrom<TimetableName>('office', 'telephone')
/** Around the days where hours go wrong, and anywhere in five years; whole minutes. */
const instant = fc.oneof(
  fc
    .tuple(edgeDay, fc.integer({ min: -1440, max: 4320 }))
    .map(([day, minutes]) => Date.parse(day) + minutes * MINUTE),
  fc
    .integer({ min: Date.UTC(2025, 0) / MINUTE, max: Date.UTC(2030, 0) / MINUTE })
    .map((minutes) => minutes * MINUTE),
)

describe('against a minute-by-minute oracle', () => {
  it('open is what the clock on the wall says', () => {
    fc.assert(
      fc.property(hoursToTry, timetable, instant, (hours, name, at) => {
        expect(isOpen(hours, name, new Date(at))).toBe(openByTheWall(hours, name, at))
      }),
      { numRuns: 2000 },
    )
  })

  it('the next opening and closing are the first minute that differs', () => {
    fc.assert(
      fc.property(hoursToTry, timetable, instant, (hours, name, at) => {
        const open = openByTheWall(hours, name, at)
        let change = at
        const last = at + 5 * 1440 * MINUTE
        while (change < last && openByTheWall(hours, name, change) === open) change += MINUTE
        const found = (open ? closesAt : nextOpening)(hours, name, new Date(at))?.getTime()
        if (change < last) expect(found).toBe(change)
        else expect(found ?? last).toBeGreaterThanOrEqual(last)
      }),
      { numRuns: 60 },
    )
  })

  it('working time is the number of open minutes, and adding it leads back', () => {
    fc.assert(
      fc.property(
        hoursToTry,
        timetable,
        instant,
        fc.integer({ min: 0, max: 4000 }),
        (hours, name, at, length) => {
          const to = at + length * MINUTE
          let minutes = 0
          for (let minute = at; minute < to; minute += MINUTE)
            if (openByTheWall(hours, name, minute)) minutes++
          expect(workingTimeBetween(hours, name, new Date(at), new Date(to))).toBe(minutes)
          const reached = addWorkingTime(hours, name, new Date(at), minutes)
          expect(reached?.getTime()).toBeLessThanOrEqual(to)
          expect(workingTimeBetween(hours, name, new Date(at), reached ?? new Date(0))).toBe(minutes)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(
        timetable,
        instant,
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        (name, at, a, b) => {
          const first = addWorkingTime(sampleHours, name, new Date(at), a) ?? new Date(0)
          expect(addWorkingTime(sampleHours, name, first, b)).toEqual(
            addWorkingTime(sampleHours, name, new Date(at), a + b),
          )
        },
      ),
    )
  })
})
