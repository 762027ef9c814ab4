import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { busyIn, HostCalendars } from '../../src/booking/host-calendars.js'
import type { Host } from '../../src/booking/offerings.js'
import { exactSlot, slotWays } from '../../src/booking/placing.js'
import { BOOKABLE } from './bookable.js'
import { CALENDAR, MONDAY } from './setting.js'

const URL_OF_OOST = 'https://agenda.example/oost.ics'
const HOSTS: readonly Host[] = BOOKABLE.hosts.map((host) =>
  host.id === 'begeleider-oost' ? { ...host, calendar: URL_OF_OOST } : host,
)
const JANUARY = { start: Date.parse('2027-01-01T00:00:00Z'), end: Date.parse('2027-02-01T00:00:00Z') }

function ics(...lines: readonly string[]): string {
  const event = ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT']
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...event, 'END:VCALENDAR', ''].join('\r\n')
}

const TWO_HOURS = ics('DTSTART:20270114T120000Z', 'DTEND:20270114T140000Z')

const shown = (text: string, during = JANUARY) =>
  busyIn(text, during)?.map(({ start, end }) =>
    [start, end]
      .map((at) => DateTime.fromMillis(at, { zone: 'Europe/Brussels' }).toFormat("MM-dd'T'HH:mm"))
      .join('/'),
  )

describe('a calendar kept elsewhere', () => {
  it('tells when its owner is busy', () => {
    expect(shown(TWO_HOURS)).toEqual(['01-14T13:00/01-14T15:00'])
  })

  it.each([
    ['cancelled', 'STATUS:CANCELLED'],
    ['marked as free', 'TRANSP:TRANSPARENT'],
  ])('does not count what is %s', (_, line) => {
    expect(shown(ics('DTSTART:20270114T120000Z', 'DTEND:20270114T140000Z', line))).toEqual([])
  })

  it('follows what recurs, at the same hour on either side of a clock change', () => {
    const weekly = ics(
      'DTSTART;TZID=Europe/Brussels:20270318T090000',
      'DTEND;TZID=Europe/Brussels:20270318T100000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
    )
    const spring = { start: Date.parse('2027-03-01'), end: Date.parse('2027-05-01') }
    expect(shown(weekly, spring)).toEqual([
      '03-18T09:00/03-18T10:00',
      '03-25T09:00/03-25T10:00',
      '04-01T09:00/04-01T10:00',
    ])
  })

  it('counts what began before the stretch and still runs', () => {
    const long = ics('DTSTART:20261230T080000Z', 'DTEND:20270104T160000Z')
    expect(shown(long)).toEqual(['12-30T09:00/01-04T17:00'])
  })

  it.each(['', '<html>inloggen</html>', 'BEGIN:VCARD'])('is not "%s"', (text) => {
    expect(busyIn(text, JANUARY)).toBeNull()
  })
})

describe('hosts with a calendar elsewhere', () => {
  it('are busy when it says so, and it is asked once in ten minutes', async () => {
    let asked = 0
    const calendars = new HostCalendars(async () => {
      asked += 1
      return TWO_HOURS
    })
    const at = (minute: number) => new Date(MONDAY.getTime() + minute * 60_000)
    const [first] = await Promise.all([
      calendars.elsewhere(HOSTS, JANUARY, at(0)),
      calendars.elsewhere(HOSTS, JANUARY, at(0)),
    ])
    expect(first.busy).toMatchObject([{ host: 'begeleider-oost', start: Date.parse('2027-01-14T12:00:00Z') }])
    expect(first.unsure).toEqual(new Set())
    await calendars.elsewhere(HOSTS, JANUARY, at(9))
    expect(asked).toBe(1)
    await calendars.elsewhere(HOSTS, JANUARY, at(10))
    expect(asked).toBe(2)
  })

  it.each([
    ['refuses', () => Promise.reject(new Error('403'))],
    ['answers with a page', async () => '<html></html>'],
    ['says nothing', () => new Promise<string>(() => {})],
  ])('are unsure when it %s, and nothing breaks', async (_, fetch) => {
    const calendars = new HostCalendars(fetch, { timeoutMs: 30 })
    const { busy, unsure } = await calendars.elsewhere(HOSTS, JANUARY, MONDAY)
    expect([busy, [...unsure]]).toEqual([[], ['begeleider-oost']])
  })

  it('stay busy with what was read before, and become unsure, when it goes away', async () => {
    let away = false
    const calendars = new HostCalendars(async () => {
      if (away) throw new Error('gone')
      return TWO_HOURS
    })
    await calendars.elsewhere(HOSTS, JANUARY, MONDAY)
    away = true
    const later = new Date(MONDAY.getTime() + 3_600_000)
    const { busy, unsure } = await calendars.elsewhere(HOSTS, JANUARY, later)
    expect(busy).toHaveLength(1)
    expect([...unsure]).toEqual(['begeleider-oost'])
  })

  it('are offered with reserve and after those of whom one is sure', () => {
    const offering = BOOKABLE.levels[0]
    if (offering === undefined) throw new Error('the sample has no levels')
    const slot = exactSlot(
      offering,
      { date: '2027-01-14', part: null, time: '14:00' },
      { now: MONDAY, calendar: CALENDAR, hosts: HOSTS, busy: [], unsure: new Set(['begeleider-oost']) },
      '2026-11-23',
    )
    expect(slot?.unsure).toEqual(['begeleider-oost'])
    const ways = slot === null ? [] : slotWays(offering, slot)
    expect(ways.map(({ tentative, times }) => [times[0]?.host, tentative])).toEqual([
      ['begeleider-west', false],
      ['begeleider-oost', true],
    ])
  })
})
