import nodeIcal from 'node-ical'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MailChannel } from '../../adapters/mail/mail-channel.js'
import { bookingDesk } from '../../src/desk/booking-desk.js'
import type { StaffMember } from '../../src/escalation/actions.js'
import type { Store } from '../../src/store/store.js'
import { header, mailServer } from '../fakes/mail-server.js'
import { migratedDatabase, type TestDatabase } from '../store/databases.js'
import { type BookingOffice, bookingOffice } from './booking-office.js'

const PATIENCE = 30_000
const STAFF: StaffMember = { id: 'an', name: 'An', role: 'staff', teams: ['service-design'] }
const SENTENCE = 'Graag niveau 1 op 14 januari 2027 om 14u voor 12 man bij ons in Gent'

let database: TestDatabase
let store: Store

beforeEach(async () => {
  database = await migratedDatabase('SQLite')
  store = await database.open()
}, PATIENCE)
afterEach(() => database.remove(), PATIENCE)

async function booked(options: Parameters<typeof bookingOffice>[1] = {}): Promise<BookingOffice> {
  const office = bookingOffice(store, options)
  await office.says(SENTENCE)
  await office.says('ja')
  return office
}

async function only() {
  const [booking] = await store.bookings.list({})
  if (booking === undefined) throw new Error('there is no booking')
  return booking
}

describe('bookings as colleagues work them', { timeout: PATIENCE }, () => {
  it('stand in the week they are in, by day', async () => {
    const desk = bookingDesk((await booked()).parts)
    const week = await desk.week('2027-01-16')
    expect(week.map(({ day, entries }) => [day, entries.length])).toEqual([
      ['2027-01-11', 0],
      ['2027-01-12', 0],
      ['2027-01-13', 0],
      ['2027-01-14', 1],
      ['2027-01-15', 0],
      ['2027-01-16', 0],
      ['2027-01-17', 0],
    ])
    expect(week[3]?.entries[0]).toMatchObject({ start: '2027-01-14T14:00:00+01:00', number: 1 })
    expect((await desk.week('2027-01-18')).every(({ entries }) => entries.length === 0)).toBe(true)
  })

  it('can be moved where a host is free; the member is told, and gets the new invitation', async () => {
    const office = await booked()
    const desk = bookingDesk(office.parts)
    const booking = await only()
    const now = office.clock.now()
    expect(await desk.freeStarts(booking, '2027-01-21', now)).toContain('2027-01-21T10:00:00+01:00')
    expect(await desk.freeStarts(booking, '2027-01-23', now)).toEqual([])
    const action = { kind: 'move', start: '2027-01-21T10:00:00+01:00' } as const
    expect(await desk.act(booking.id, booking.version, STAFF, action, now)).toMatchObject({ kind: 'done' })
    await office.settle()
    const [last] = (await office.shown()).slice(-1)
    expect(last?.text).toContain('Een medewerker heeft uw boeking SD-2026-0001 aangepast')
    expect(last?.files).toHaveLength(1)
    expect(office.mail.posts.at(-1)?.text).toContain('21 januari 2027')
  })

  it.each([
    ['a Saturday', { kind: 'move', start: '2027-01-23T10:00:00+01:00' }, 'not-free'],
    ['what is no moment', { kind: 'move', start: 'morgen' }, 'not-free'],
  ] as const)('cannot be moved to %s', async (_, action, code) => {
    const office = await booked()
    const { id, version } = await only()
    const outcome = await bookingDesk(office.parts).act(id, version, STAFF, action, office.clock.now())
    expect(outcome).toMatchObject({ kind: 'refused', code })
  })

  it('are refused to who looked at an older version', async () => {
    const office = await booked()
    const desk = bookingDesk(office.parts)
    const { id, version } = await only()
    const now = office.clock.now()
    await desk.act(id, version, STAFF, { kind: 'participants', participants: 20 }, now)
    const late = await desk.act(id, version, STAFF, { kind: 'cancel' }, now)
    expect(late).toMatchObject({ kind: 'refused', code: 'changed' })
    expect((await only()).state).toBe('confirmed')
  })

  it('are made sure once somebody looked at the calendar that could not be read', async () => {
    const unsure = new Set(['begeleider-oost', 'begeleider-west'])
    const office = await booked({ elsewhere: async () => ({ busy: [], unsure }) })
    const { id, version, tentative } = await only()
    expect(tentative).toBe(true)
    await bookingDesk(office.parts).act(id, version, STAFF, { kind: 'settle' }, office.clock.now())
    expect(await only()).toMatchObject({ tentative: false, sequence: 1 })
  })
})

describe('an invitation by mail', { timeout: PATIENCE }, () => {
  it('arrives at a real mail server, for the member and for the host', async () => {
    const server = await mailServer()
    const office = await booked({
      mail: new MailChannel({ smtpUrl: server.url, from: 'VVSG <desk@vvsg.example>' }),
    })
    await office.settle()
    expect(server.mails.map(({ to }) => to[0]).sort()).toEqual([
      expect.stringMatching(/^begeleider-/),
      'els@zonnegem.example',
    ])
    const mail = server.mails.find(({ to }) => to[0] === 'els@zonnegem.example')
    const part = mail?.parts.find(({ type }) => type.startsWith('text/calendar'))
    expect(part?.type).toMatch(/method="?REQUEST/)
    const event = nodeIcal.sync.parseICS(part?.content ?? '')[(await only()).uid]
    expect(event).toMatchObject({ method: 'REQUEST', sequence: 0 })
    expect(JSON.stringify(event)).toContain('els@zonnegem.example')
    expect(header(mail?.headers ?? '', 'message-id')).toMatch(/^<[\w-]+@vvsg\.example>$/)
    await server.stop()
  })
})
