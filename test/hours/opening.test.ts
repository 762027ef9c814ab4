import { describe, expect, it } from 'vitest'
import { isoWithOffset } from '../../src/hours/day.js'
import type { OfficeHours } from '../../src/hours/office-hours.js'
import { closesAt, isOpen, nextOpening } from '../../src/hours/opening.js'
import { brussels, sampleHours, ZONE } from './sample.js'

/** Each row: wall clock in Brussels, what the building does next, what the telephone does next (+ open, - closed). */
const CASES: readonly (readonly [string, string, string])[] = [
  // an ordinary Monday, minute by minute around each edge
  ['2026-11-23 00:00', '- 2026-11-23T08:30', '- 2026-11-23T08:30'],
  ['2026-11-23 08:29', '- 2026-11-23T08:30', '- 2026-11-23T08:30'],
  ['2026-11-23 08:30', '+ 2026-11-23T16:30', '+ 2026-11-23T12:30'],
  ['2026-11-23 12:29', '+ 2026-11-23T16:30', '+ 2026-11-23T12:30'],
  ['2026-11-23 12:30', '+ 2026-11-23T16:30', '- 2026-11-23T13:30'],
  ['2026-11-23 13:00', '+ 2026-11-23T16:30', '- 2026-11-23T13:30'],
  ['2026-11-23 13:29', '+ 2026-11-23T16:30', '- 2026-11-23T13:30'],
  ['2026-11-23 13:30', '+ 2026-11-23T16:30', '+ 2026-11-23T17:00'],
  ['2026-11-23 16:29', '+ 2026-11-23T16:30', '+ 2026-11-23T17:00'],
  ['2026-11-23 16:30', '- 2026-11-24T08:30', '+ 2026-11-23T17:00'],
  ['2026-11-23 16:45', '- 2026-11-24T08:30', '+ 2026-11-23T17:00'],
  ['2026-11-23 16:59', '- 2026-11-24T08:30', '+ 2026-11-23T17:00'],
  ['2026-11-23 17:00', '- 2026-11-24T08:30', '- 2026-11-24T08:30'],
  ['2026-11-23 23:59', '- 2026-11-24T08:30', '- 2026-11-24T08:30'],
  // Friday closes at 16.00, the telephone does not
  ['2026-11-27 15:59', '+ 2026-11-27T16:00', '+ 2026-11-27T17:00'],
  ['2026-11-27 16:00', '- 2026-11-30T08:30', '+ 2026-11-27T17:00'],
  ['2026-11-27 16:15', '- 2026-11-30T08:30', '+ 2026-11-27T17:00'],
  ['2026-11-27 16:30', '- 2026-11-30T08:30', '+ 2026-11-27T17:00'],
  ['2026-11-27 17:00', '- 2026-11-30T08:30', '- 2026-11-30T08:30'],
  // weekend
  ['2026-11-21 10:00', '- 2026-11-23T08:30', '- 2026-11-23T08:30'],
  ['2026-11-21 23:10', '- 2026-11-23T08:30', '- 2026-11-23T08:30'],
  ['2026-11-22 16:00', '- 2026-11-23T08:30', '- 2026-11-23T08:30'],
  // the clocks go forward on Sunday 29 March 2026
  ['2026-03-27 15:59', '+ 2026-03-27T16:00', '+ 2026-03-27T17:00'],
  ['2026-03-27 17:00', '- 2026-03-30T08:30', '- 2026-03-30T08:30'],
  ['2026-03-29 01:59', '- 2026-03-30T08:30', '- 2026-03-30T08:30'],
  ['2026-03-29 03:00', '- 2026-03-30T08:30', '- 2026-03-30T08:30'],
  ['2026-03-29 12:00', '- 2026-03-30T08:30', '- 2026-03-30T08:30'],
  ['2026-03-30 08:29', '- 2026-03-30T08:30', '- 2026-03-30T08:30'],
  ['2026-03-30 08:30', '+ 2026-03-30T16:30', '+ 2026-03-30T12:30'],
  ['2026-03-30 16:30', '- 2026-03-31T08:30', '+ 2026-03-30T17:00'],
  // and back on Sunday 25 October 2026
  ['2026-10-23 16:00', '- 2026-10-26T08:30', '+ 2026-10-23T17:00'],
  ['2026-10-24 12:00', '- 2026-10-26T08:30', '- 2026-10-26T08:30'],
  ['2026-10-25 02:30', '- 2026-10-26T08:30', '- 2026-10-26T08:30'],
  ['2026-10-25 12:00', '- 2026-10-26T08:30', '- 2026-10-26T08:30'],
  ['2026-10-26 08:29', '- 2026-10-26T08:30', '- 2026-10-26T08:30'],
  ['2026-10-26 08:30', '+ 2026-10-26T16:30', '+ 2026-10-26T12:30'],
  // Easter
  ['2026-04-03 10:00', '+ 2026-04-03T16:00', '+ 2026-04-03T12:30'],
  ['2026-04-03 17:00', '- 2026-04-07T08:30', '- 2026-04-07T08:30'],
  ['2026-04-05 10:00', '- 2026-04-07T08:30', '- 2026-04-07T08:30'],
  ['2026-04-06 10:00', '- 2026-04-07T08:30', '- 2026-04-07T08:30'],
  ['2026-04-07 08:30', '+ 2026-04-07T16:30', '+ 2026-04-07T12:30'],
  // 1 May is a Friday
  ['2026-04-30 17:00', '- 2026-05-04T08:30', '- 2026-05-04T08:30'],
  ['2026-05-01 10:00', '- 2026-05-04T08:30', '- 2026-05-04T08:30'],
  // Ascension, with a bridge day that is worked
  ['2026-05-14 10:00', '- 2026-05-15T08:30', '- 2026-05-15T08:30'],
  ['2026-05-15 10:00', '+ 2026-05-15T16:00', '+ 2026-05-15T12:30'],
  // Whit Monday
  ['2026-05-25 14:00', '- 2026-05-26T08:30', '- 2026-05-26T08:30'],
  // 11 July: a Saturday in 2026, a Sunday in 2027, a Thursday in 2030
  ['2026-07-10 16:00', '- 2026-07-13T08:30', '+ 2026-07-10T17:00'],
  ['2026-07-11 10:00', '- 2026-07-13T08:30', '- 2026-07-13T08:30'],
  ['2030-07-11 10:00', '- 2030-07-12T08:30', '- 2030-07-12T08:30'],
  // 21 July
  ['2026-07-20 17:00', '- 2026-07-22T08:30', '- 2026-07-22T08:30'],
  ['2026-07-21 10:00', '- 2026-07-22T08:30', '- 2026-07-22T08:30'],
  // All Saints on a Sunday; All Souls is worked
  ['2026-11-01 10:00', '- 2026-11-02T08:30', '- 2026-11-02T08:30'],
  ['2026-11-02 10:00', '+ 2026-11-02T16:30', '+ 2026-11-02T12:30'],
  // 11 November
  ['2026-11-10 16:45', '- 2026-11-12T08:30', '+ 2026-11-10T17:00'],
  ['2026-11-11 11:11', '- 2026-11-12T08:30', '- 2026-11-12T08:30'],
  // Christmas Eve is worked; Christmas is a Friday
  ['2026-12-24 10:00', '+ 2026-12-24T16:30', '+ 2026-12-24T12:30'],
  ['2026-12-24 16:30', '- 2026-12-28T08:30', '+ 2026-12-24T17:00'],
  ['2026-12-24 17:00', '- 2026-12-28T08:30', '- 2026-12-28T08:30'],
  ['2026-12-25 10:00', '- 2026-12-28T08:30', '- 2026-12-28T08:30'],
  ['2026-12-26 10:00', '- 2026-12-28T08:30', '- 2026-12-28T08:30'],
  // the year's end: 1 January 2027 is a Friday
  ['2026-12-31 16:29', '+ 2026-12-31T16:30', '+ 2026-12-31T17:00'],
  ['2026-12-31 17:00', '- 2027-01-04T08:30', '- 2027-01-04T08:30'],
  ['2026-12-31 23:59', '- 2027-01-04T08:30', '- 2027-01-04T08:30'],
  ['2027-01-01 00:00', '- 2027-01-04T08:30', '- 2027-01-04T08:30'],
  ['2027-01-04 08:30', '+ 2027-01-04T16:30', '+ 2027-01-04T12:30'],
  // a leap day
  ['2028-02-29 12:30', '+ 2028-02-29T16:30', '- 2028-02-29T13:30'],
]

const nextChange = (timetable: 'office' | 'telephone', at: Date) => {
  const closes = closesAt(sampleHours, timetable, at)
  const change = closes ?? nextOpening(sampleHours, timetable, at) ?? new Date(0)
  return `${isOpen(sampleHours, timetable, at) ? '+' : '-'} ${isoWithOffset(change, ZONE).slice(0, 16)}`
}

describe('the building and the telephone', () => {
  it('are looked at in at least sixty instants', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60)
  })

  it.each(CASES)('on %s: building %s, telephone %s', (at, office, telephone) => {
    expect(nextChange('office', brussels(at))).toBe(office)
    expect(nextChange('telephone', brussels(at))).toBe(telephone)
  })

  it('keep their wall clock over both clock changes', () => {
    const open = (at: string) => nextOpening(sampleHours, 'office', brussels(at))?.toISOString()
    expect(open('2026-03-28 12:00')).toBe('2026-03-30T06:30:00.000Z')
    expect(open('2026-10-24 12:00')).toBe('2026-10-26T07:30:00.000Z')
  })

  it('are open at a second before closing and closed at closing', () => {
    const closing = brussels('2026-11-23 16:30').getTime()
    expect(isOpen(sampleHours, 'office', new Date(closing - 1))).toBe(true)
    expect(isOpen(sampleHours, 'office', new Date(closing))).toBe(false)
  })

  it('open at the instant itself when they are open already', () => {
    const at = brussels('2026-11-23 10:00')
    expect(nextOpening(sampleHours, 'office', at)).toEqual(at)
  })
})

const everyDay = (opens: number, closes: number): OfficeHours => {
  const week = Array.from({ length: 7 }, () => [{ opens, closes }])
  const none = Array.from({ length: 7 }, () => [])
  return { ...sampleHours, special: [], week: { office: week, telephone: none } }
}

describe('unusual timetables', () => {
  it('never open when there is no window at all', () => {
    expect(nextOpening(everyDay(0, 1440), 'telephone', brussels('2026-11-23 10:00'))).toBeNull()
    expect(closesAt(everyDay(0, 1440), 'telephone', brussels('2026-11-23 10:00'))).toBeNull()
  })

  it('stay open through midnight, until the next holiday', () => {
    const closes = closesAt(everyDay(0, 1440), 'office', brussels('2026-11-23 10:00'))
    expect(closes).toEqual(brussels('2026-12-25 00:00'))
    expect(isOpen(everyDay(0, 1440), 'office', brussels('2026-11-23 00:00'))).toBe(true)
  })

  it('skip the hour that does not exist and count the hour that comes twice', () => {
    const night = everyDay(60, 180)
    const length = (day: string) => {
      const opens = nextOpening(night, 'office', brussels(`${day} 00:00`)) ?? new Date(0)
      return ((closesAt(night, 'office', opens)?.getTime() ?? 0) - opens.getTime()) / 60_000
    }
    expect(length('2026-03-28')).toBe(120)
    expect(length('2026-03-29')).toBe(60)
    expect(length('2026-10-25')).toBe(180)
  })
})
