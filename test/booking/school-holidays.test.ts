import { describe, expect, it } from 'vitest'
import { schoolHoliday, schoolHolidayOn } from '../../src/booking/school-holidays.js'

describe('Flemish school holidays', () => {
  // As published by the Flemish Community for these school years.
  it.each([
    ['herfst', 2024, '2024-10-28', '2024-11-03'],
    ['kerst', 2024, '2024-12-23', '2025-01-05'],
    ['krokus', 2025, '2025-03-03', '2025-03-09'],
    ['paas', 2025, '2025-04-07', '2025-04-20'],
    ['herfst', 2026, '2026-11-02', '2026-11-08'],
    ['kerst', 2026, '2026-12-21', '2027-01-03'],
    ['krokus', 2027, '2027-02-08', '2027-02-14'],
    ['paas', 2027, '2027-03-29', '2027-04-11'],
  ] as const)('puts %s %i from %s to %s', (name, year, from, to) => {
    expect(schoolHoliday(name, year)).toEqual({ from, to })
  })

  it('finds the Christmas holidays in January too, and none on a school day', () => {
    expect(schoolHolidayOn('2027-01-02')).toBe('kerst')
    expect(schoolHolidayOn('2027-01-04')).toBeNull()
  })
})
