import { DateTime } from 'luxon'
import nodeIcal, { type VEvent } from 'node-ical'
import { describe, expect, it } from 'vitest'
import type { Booking } from '../../src/booking/bookings.js'
import { attendeesOf, calendarFeed, type InvitationMethod, invitation } from '../../src/booking/invitation.js'
import { ASKER, BOOKABLE } from './bookable.js'

const AT = new Date('2026-11-23T09:00:00Z')

function booking(change: Partial<Booking> = {}): Booking {
  return {
    id: 'b1',
    reference: 'SD-2026-0001',
    uid: '7d3b3a51-5b7e-4d0e-9f5e-2f1f3f0a1c11',
    level: 1,
    path: null,
    state: 'confirmed',
    heldUntil: null,
    participants: 12,
    seats: 0,
    place: 'Gent',
    body: 'Stad Gent',
    contact: { name: 'Els "de" Smet; dienst A, B', mail: 'els@gent.example' },
    asker: ASKER,
    language: 'nl',
    tentative: false,
    sequence: 0,
    version: 1,
    createdAt: 0,
    updatedAt: 0,
    times: [time('2027-01-14T14:00')],
    ...change,
  }
}

/** An hour from a wall-clock time in Brussels on. */
function time(wall: string, number = 1, minutes = 60) {
  const start = DateTime.fromISO(wall, { zone: 'Europe/Brussels' }).toMillis()
  return { number, host: 'begeleider-oost', session: null, start, end: start + minutes * 60_000 }
}

function written(of: Booking, method: InvitationMethod = 'REQUEST'): string {
  return invitation(of, { offerings: BOOKABLE, method, attendees: attendeesOf(of, BOOKABLE), at: AT })
}

/** What another library reads in it. */
function read(text: string, uid = booking().uid): VEvent {
  const event = nodeIcal.sync.parseICS(text)[uid]
  if (event?.type !== 'VEVENT') throw new Error('there is no event in it')
  return event
}

/** All dates of an event as they stand on the clock in Brussels. */
function wallClocks(event: VEvent): readonly string[] {
  const overrides = new Set(Object.values(event.recurrences ?? {}))
  return [event, ...overrides]
    .map(({ start, end }) => [start, end].map((at) => wallClock(at)).join('/'))
    .sort()
}

function wallClock(at: unknown): string {
  if (!(at instanceof Date)) throw new Error('there is no time')
  return DateTime.fromJSDate(at, { zone: 'Europe/Brussels' }).toFormat("yyyy-MM-dd'T'HH:mm")
}

const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('an invitation', () => {
  it.each([
    ['2027-03-26T09:00', '10:00'],
    ['2027-03-27T09:00', '10:00'],
    ['2027-03-28T01:00', '03:00'],
    ['2027-03-28T09:00', '10:00'],
    ['2027-03-30T16:30', '17:30'],
    ['2027-10-29T15:00', '16:00'],
    ['2027-10-30T09:00', '10:00'],
    ['2027-10-31T09:00', '10:00'],
    ['2027-11-02T09:00', '10:00'],
    ['2027-12-16T14:00', '15:00'],
  ])('at %s is read back by another library at that time on the Brussels clock', (wall, end) => {
    const event = read(written(booking({ times: [time(wall)] })))
    expect(wallClocks(event)).toEqual([`${wall}/${wall.slice(0, 11)}${end}`])
    expect(lines(written(booking({ times: [time(wall)] })))).toContain(
      `DTSTART;TZID=Europe/Brussels:${wall.replaceAll(/[-:]/g, '')}00`,
    )
  })

  it('carries the rules of the Brussels clock, which change on the two Sundays', () => {
    const zone = Object.values(nodeIcal.sync.parseICS(written(booking()))).find(
      (part) => part?.type === 'VTIMEZONE',
    )
    expect(zone).toMatchObject({ tzid: 'Europe/Brussels' })
    const text = written(booking())
    expect(text).toContain('TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19960331T020000')
    expect(text).toContain('TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19961027T030000')
  })

  it('asks the member and the host, in the name of the organisation', () => {
    const event = read(written(booking()))
    expect(event.method).toBe('REQUEST')
    expect(event.organizer).toMatchObject({ val: 'mailto:info@vvsg.be' })
    const asked = [event.attendee].flat().map((one) => (typeof one === 'string' ? one : one?.val))
    expect(asked).toEqual(['MAILTO:els@gent.example', 'MAILTO:begeleider-oost@vvsg.example'])
    expect(event.summary).toBe('Service design: introductieworkshop (niveau 1)')
    expect(event.location).toBe('Stad Gent')
    expect(event.description).toContain('Referentie: SD-2026-0001')
    expect(event.dtstamp.toISOString()).toBe(AT.toISOString())
  })

  it('says where it is for the host too, who is not at "bij u"', () => {
    const at = (place: string) => read(written(booking({ place }))).location
    expect(at('bij het bestuur')).toBe('Stad Gent')
    expect(at('Lokeren')).toBe('Stad Gent, Lokeren')
    expect(at('VVSG, Brussel')).toBe('bij de VVSG in Brussel')
  })

  it('keeps its name over a change and a cancellation, with a sequence that rises', () => {
    const versions = [
      read(written(booking())),
      read(written(booking({ sequence: 1, times: [time('2027-01-21T14:00')] }))),
      read(written(booking({ sequence: 2, state: 'cancelled' }), 'CANCEL')),
    ]
    expect(versions.map(({ uid, sequence }) => [uid, sequence])).toEqual(
      [0, 1, 2].map((sequence) => [booking().uid, sequence]),
    )
    expect(versions.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'REQUEST CONFIRMED',
      'REQUEST CONFIRMED',
      'CANCEL CANCELLED',
    ])
  })

  it('says that it is not sure yet as long as a host could not be asked', () => {
    const event = read(written(booking({ tentative: true })))
    expect(event.status).toBe('TENTATIVE')
    expect(event.description).toContain('Onder voorbehoud')
  })

  it('holds all dates of a learning path under one name, each with its own hours, across both changes', () => {
    const days = ['2027-02-25', '2027-03-30', '2027-06-10', '2027-10-28', '2027-11-25']
    const path = booking({
      level: 3,
      path: 'traject-2027-a',
      seats: 1,
      times: days.map((day, index) => time(`${day}T09:${index === 2 ? '30' : '00'}`, index + 1, 420)),
    })
    const text = written(path)
    const event = read(text)
    expect(wallClocks(event)).toEqual(
      days.map(
        (day, index) => `${day}T09:${index === 2 ? '30' : '00'}/${day}T16:${index === 2 ? '30' : '00'}`,
      ),
    )
    expect(lines(text).filter((line) => line.startsWith('UID:'))).toEqual(days.map(() => `UID:${path.uid}`))
    expect(lines(text).filter((line) => line.startsWith('RDATE'))).toEqual(
      days
        .slice(1)
        .map(
          (day, index) =>
            `RDATE;TZID=Europe/Brussels:${day.replaceAll('-', '')}T09${index === 1 ? '30' : '00'}00`,
        ),
    )
    expect(event.summary).toBe('Service design: leertraject 2027 groep A (niveau 3), dag 1 van 5')
  })

  it('is folded at 75 octets and ends its lines as calendars want', () => {
    const text = written(
      booking({ body: 'Autonoom gemeentebedrijf van een stad met een bijzonder lange naam '.repeat(3) }),
    )
    const long = text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)
    expect(long).toEqual([])
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it('cannot be broken open by what a body or a contact is called', () => {
    const evil = 'X\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:kwaad'
    const of = booking({ body: evil, place: evil, contact: { name: evil, mail: 'els@gent.example' } })
    const events = Object.values(nodeIcal.sync.parseICS(written(of))).filter(
      (part) => part?.type === 'VEVENT',
    )
    expect(events).toHaveLength(1)
    expect(read(written(of)).summary).toBe('Service design: introductieworkshop (niveau 1)')
  })
})

describe('a calendar to follow', () => {
  it('shows every booking, cancelled ones as cancelled, and asks nobody', () => {
    const second = booking({ uid: 'b2b2b2b2-0000-4000-8000-000000000000', state: 'cancelled', sequence: 1 })
    const text = calendarFeed([booking(), second], 'Service design', { offerings: BOOKABLE, at: AT })
    expect(read(text).status).toBe('CONFIRMED')
    expect(read(text, second.uid).status).toBe('CANCELLED')
    expect(text).toContain('METHOD:PUBLISH')
    expect(text.replaceAll('\r\n ', '')).not.toMatch(/ATTENDEE|els@/)
    expect(text).toContain('X-WR-CALNAME:Service design')
  })
})
