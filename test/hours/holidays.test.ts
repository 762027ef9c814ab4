import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { dayOfHoliday, easterSunday, HOLIDAY_KEYS, legalHolidayOn } from '../../src/hours/holidays.js'

describe('legal holidays', () => {
  it('are those that date-holidays calls public, for sixty years', () => {
    const holidays = new Holidays('BE')
    for (let year = 2000; year < 2060; year++) {
      const expected = holidays
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10))
      const ours = HOLIDAY_KEYS.map((key) => dayOfHoliday(key, year))
      expect([...new Set(ours)].sort()).toEqual([...new Set(expected)].sort())
      for (const day of ours) expect(legalHolidayOn(day)).not.toBeNull()
    }
  })

  it('are not the observances', () => {
    for (const day of [
      '2026-07-11',
      '2026-11-02',
      '2026-11-15',
      '2026-12-26',
      '2026-04-05',
      '2026-04-03',
      '2026-12-24',
    ]) {
      expect(legalHolidayOn(day)).toBeNull()
    }
  })

  it('follow Easter', () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ])
  })
})
