import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { type Busy, freeSlots, overlaps } from '../../src/booking/availability.js'
import { addDays } from '../../src/booking/days.js'
import { type Host, type Offering, offeringOf } from '../../src/booking/offerings.js'
import { CALENDAR, MONDAY, OFFERINGS } from './setting.js'

const TODAY = '2026-11-23'

function level(number: 1 | 2): Offering {
  const offering = offeringOf(OFFERINGS, number)
  if (offering === null) throw new Error(`sessions.yaml has no level ${number}`)
  return offering
}

function slots(offering: Offering, from: string, to: string, busy: readonly Busy[] = []) {
  return freeSlots(
    offering,
    { from, to },
    { now: MONDAY, calendar: CALENDAR, hosts: OFFERINGS.hosts, busy },
    TODAY,
  )
}

/** The same question answered minute by minute: slow, and written the other way round. */
function slowStarts(offering: Offering, day: string, busy: readonly Busy[]): string[] {
  const steps = Array.from(
    { length: 1440 / offering.stepMinutes },
    (_, index) => index * offering.stepMinutes,
  )
  const midnight = DateTime.fromISO(day, { zone: 'Europe/Brussels' })
  const hosts = OFFERINGS.hosts.filter(({ id }) => offering.hosts.includes(id))
  return steps.flatMap((minute) => {
    const start = midnight.set({ hour: Math.floor(minute / 60), minute: minute % 60 })
    const free = hosts.some(
      (host) => isAtWork(host, offering, day, minute) && isFree(host.id, offering, start.toMillis(), busy),
    )
    return free ? [start.toISO({ suppressMilliseconds: true }) ?? ''] : []
  })
}

function isAtWork({ available }: Host, offering: Offering, day: string, minute: number): boolean {
  const weekday = DateTime.fromISO(day).weekday
  for (let clock = minute; clock < minute + offering.minutes; clock += 1) {
    const works = available.some(
      (window) => window.weekday === weekday && window.from <= clock && clock < window.to,
    )
    if (!works || !CALENDAR.windowsOn(day).some(({ from, to }) => from <= clock && clock < to)) return false
  }
  return true
}

function isFree(host: string, offering: Offering, start: number, busy: readonly Busy[]): boolean {
  for (let minute = -offering.bufferBefore; minute < offering.minutes + offering.bufferAfter; minute += 1) {
    const instant = start + minute * 60_000
    if (busy.some((one) => one.host === host && one.start <= instant && instant < one.end)) return false
  }
  return true
}

describe('free slots', () => {
  it('agrees with a slow oracle whatever the hosts are busy with', { timeout: 30_000 }, () => {
    const busyTime = fc.record({
      host: fc.constantFrom('begeleider-oost', 'begeleider-west'),
      day: fc.integer({ min: 0, max: 2 }),
      from: fc.integer({ min: 420, max: 1080 }),
      length: fc.integer({ min: 1, max: 240 }),
    })
    const first = fc.constantFrom(
      '2027-02-02',
      '2027-03-25',
      '2027-03-30',
      '2027-05-05',
      '2027-05-14',
      '2027-10-29',
      '2026-12-23',
    )
    fc.assert(
      fc.property(
        first,
        fc.constantFrom(level(1), level(2)),
        fc.array(busyTime, { maxLength: 6 }),
        (from, offering, drawn) => {
          const busy = drawn.map(({ host, day, from: minute, length }) => {
            const start = DateTime.fromISO(addDays(from, day), { zone: 'Europe/Brussels' })
              .plus({ minutes: minute })
              .toMillis()
            return { host, start, end: start + length * 60_000 }
          })
          const days = [0, 1, 2].map((count) => addDays(from, count))
          const slow = days.flatMap((day) =>
            DateTime.fromISO(day).weekday > 5 ? [] : slowStarts(offering, day, busy),
          )
          expect(slots(offering, from, addDays(from, 2), busy).map(({ start }) => start)).toEqual(slow)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('counts touching stretches as apart, and a shared instant as overlap', () => {
    expect(overlaps({ start: 0, end: 10 }, { start: 10, end: 20 })).toBe(false)
    expect(overlaps({ start: 0, end: 11 }, { start: 10, end: 20 })).toBe(true)
  })

  it('lets a session begin the minute the buffer after another one ends', () => {
    const until = (clock: string): Busy[] =>
      ['begeleider-oost', 'begeleider-west'].map((host) => ({
        host,
        start: Date.parse('2027-03-09T08:00:00+01:00'),
        end: Date.parse(`2027-03-09T${clock}:00+01:00`),
      }))
    expect(slots(level(1), '2027-03-09', '2027-03-09', until('10:00'))[0]?.start).toBe(
      '2027-03-09T11:00:00+01:00',
    )
    expect(slots(level(1), '2027-03-09', '2027-03-09', until('10:01'))[0]?.start).toBe(
      '2027-03-09T11:30:00+01:00',
    )
  })

  it.each([
    ['2027-03-26', '2027-03-26T09:00:00+01:00'],
    ['2027-03-30', '2027-03-30T09:00:00+02:00'],
    ['2027-10-29', '2027-10-29T09:00:00+02:00'],
    ['2027-11-02', '2027-11-02T09:00:00+01:00'],
  ])('starts at nine on the wall clock on %s, on either side of a clock change', (day, start) => {
    expect(slots(level(1), day, day)[0]?.start).toBe(start)
  })

  it('offers nothing on closing days, in weekends, before the notice or after the horizon', () => {
    expect(slots(level(1), '2027-03-27', '2027-03-29')).toEqual([])
    expect(slots(level(1), '2026-11-23', '2026-12-06')).toEqual([])
    expect(slots(level(1), '2026-12-07', '2026-12-07')).not.toEqual([])
    expect(slots(level(1), '2027-11-24', '2027-12-31')).toEqual([])
  })

  it('ends every slot before the office closes, on Fridays at four', () => {
    expect(slots(level(1), '2027-01-22', '2027-01-22').at(-1)?.end).toBe('2027-01-22T16:00:00+01:00')
    expect(slots(level(2), '2027-01-22', '2027-01-22').map(({ start }) => start)).toEqual([
      '2027-01-22T09:00:00+01:00',
    ])
  })

  it('never opens a slot for a host who is away', () => {
    const hosts = OFFERINGS.hosts.map((host) => ({
      ...host,
      absences: [{ from: '2027-03-08', to: '2027-03-09' }],
    }))
    const around = freeSlots(
      level(1),
      { from: '2027-03-08', to: '2027-03-10' },
      { now: MONDAY, calendar: CALENDAR, hosts, busy: [] },
      TODAY,
    )
    expect(new Set(around.map(({ day }) => day))).toEqual(new Set(['2027-03-10']))
  })
})
