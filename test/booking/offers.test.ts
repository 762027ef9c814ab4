import { describe, expect, it } from 'vitest'
import { offeringOf } from '../../src/booking/offerings.js'
import { nearestSlots } from '../../src/booking/offers.js'
import type { BookingWish } from '../../src/booking/view.js'
import { CALENDAR, MONDAY, OFFERINGS } from './setting.js'

const ANYWHEN = { weekdays: [], notWeekdays: [] }

function offers(
  level: 1 | 2,
  wish: Partial<BookingWish>,
  liking: Partial<typeof ANYWHEN> | object = {},
): string[] {
  const offering = offeringOf(OFFERINGS, level)
  if (offering === null) throw new Error(`sessions.yaml has no level ${level}`)
  const around = { now: MONDAY, calendar: CALENDAR, hosts: OFFERINGS.hosts, busy: [] }
  const asked = { date: null, part: null, time: null, ...wish }
  return nearestSlots(offering, asked, { ...ANYWHEN, ...liking }, around, '2026-11-23', 3).map(({ start }) =>
    start.slice(5, 16),
  )
}

describe('offers', () => {
  it('puts the wished hour first and the other hours of that day after it', () => {
    expect(offers(1, { date: '2027-03-09', time: '14:00' })).toEqual([
      '03-09T14:00',
      '03-09T13:00',
      '03-09T15:00',
    ])
  })

  it('gives the latest hours of a Friday to who asks for half past four', () => {
    expect(offers(1, { date: '2027-01-22', time: '16:30' })[0]).toBe('01-22T15:00')
  })

  it('goes to the nearest open days around a holiday, but not to the bridge day beside it', () => {
    expect(offers(2, { date: '2027-05-06' })).toEqual(['05-05T09:00', '05-04T09:00', '05-03T09:00'])
  })

  it('offers a bridge day to who asks for it, with other days beside it', () => {
    expect(offers(1, { date: '2027-05-07' })).toEqual(['05-07T09:00', '05-05T09:00', '05-04T09:00'])
  })

  it('spreads its offers over a month', () => {
    expect(offers(2, { date: '2027-03-01/2027-03-31' })).toEqual([
      '03-01T09:00',
      '03-11T09:00',
      '03-22T09:00',
    ])
  })

  it('keeps to liked weekdays and parts of the day', () => {
    const slots = offers(1, { date: '2027-02-01/2027-02-28', part: 'afternoon' }, { weekdays: [2, 4] })
    expect(slots).toEqual(['02-02T13:00', '02-16T13:00', '02-23T13:00'])
  })

  it('leaves out the weekdays that do not suit', () => {
    expect(offers(2, { date: '2027-03-08/2027-03-10' }, { notWeekdays: [1, 2] })[0]).toBe('03-10T09:00')
  })

  it('offers the late afternoon for an evening', () => {
    expect(offers(1, { date: '2027-03-09', part: 'evening' })[0]).toBe('03-09T15:30')
  })

  it('begins after the notice when the wish is too soon', () => {
    expect(offers(2, { date: '2026-11-24' })).toEqual(['12-14T09:00', '12-15T09:00', '12-16T09:00'])
  })

  it('offers nothing for a wish without a day', () => {
    expect(offers(1, { time: '10:00' })).toEqual([])
  })
})
