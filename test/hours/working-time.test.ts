import { describe, expect, it } from 'vitest'
import { isoWithOffset } from '../../src/hours/day.js'
import { addWorkingTime, workingTimeBetween } from '../../src/hours/working-time.js'
import { brussels, sampleHours, ZONE } from './sample.js'

describe('working time', () => {
  it.each([
    ['2026-11-20 15:30', 60, '2026-11-23T09:00', 'goes on after the weekend'],
    ['2026-11-20 15:30', 30, '2026-11-20T16:00', 'ends at closing time, not at the next opening'],
    ['2026-11-21 23:10', 1, '2026-11-23T08:31', 'begins at the next opening'],
    ['2026-11-23 10:00', 0, '2026-11-23T10:00', 'of nothing is now'],
    ['2026-03-27 15:00', 120, '2026-03-30T09:30', 'is right when the clocks go forward'],
    ['2026-10-23 15:00', 120, '2026-10-26T09:30', 'is right when the clocks go back'],
    ['2026-12-31 16:00', 60, '2027-01-04T09:00', 'passes over New Year'],
    ['2026-04-03 15:30', 60, '2026-04-07T09:00', 'passes over Easter Monday'],
  ])('from %s, %i minutes: %s (%s)', (from, minutes, reached) => {
    const until = addWorkingTime(sampleHours, 'office', brussels(from), minutes)
    expect(isoWithOffset(until ?? new Date(0), ZONE).slice(0, 16)).toBe(reached)
    expect(workingTimeBetween(sampleHours, 'office', brussels(from), until ?? new Date(0))).toBe(minutes)
  })

  it('of the telephone does not count the lunch break', () => {
    const day = [brussels('2026-11-23 00:00'), brussels('2026-11-24 00:00')] as const
    expect(workingTimeBetween(sampleHours, 'telephone', ...day)).toBe(7.5 * 60)
    expect(workingTimeBetween(sampleHours, 'office', ...day)).toBe(8 * 60)
  })

  it('is nothing when the end is not after the beginning', () => {
    expect(
      workingTimeBetween(sampleHours, 'office', brussels('2026-11-24 10:00'), brussels('2026-11-23 10:00')),
    ).toBe(0)
  })

  it('is never found in a timetable without windows', () => {
    const none = { ...sampleHours, week: { office: [], telephone: [] }, special: [] }
    expect(addWorkingTime(none, 'office', brussels('2026-11-23 10:00'), 5)).toBeNull()
  })
})
