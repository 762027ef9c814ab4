import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdOf, hourAt, way } from '../../booking/bookable.js'
import { type TestStaffDesk, testStaffDesk } from './staff-desk.js'
import { formFields, Visitor } from './visitor.js'

let desk: TestStaffDesk
let visitor: Visitor
let id: string

beforeEach(async () => {
  desk = await testStaffDesk()
  visitor = new Visitor()
  const code = new URL(await desk.link()).searchParams.get('code') ?? ''
  await visitor.post(`${desk.url}/staff/sign-in/link`, { code })
  id = await booked()
}, 30_000)
afterEach(() => desk.stop())

/** Thursday 14 January 2027, 10.00 in Brussels. */
async function booked(): Promise<string> {
  const now = desk.clock.now()
  const hold = holdOf([way(hourAt('2027-01-14T09:00:00Z'))], now)
  const { bookings } = desk.store
  const held = await bookings.change({ kind: 'hold', hold, instead: null, waiting: null }, () => [], now)
  if (held.kind === 'refused') throw new Error(held.code)
  const contact = { name: 'Els <b>Janssens</b>', mail: 'els@zonnegem.example' }
  const confirm = {
    kind: 'confirm',
    id: held.booking.id,
    body: 'Gemeente Zonnegem',
    contact,
    seatsPerBody: null,
  } as const
  const confirmed = await bookings.change(confirm, () => [], now)
  if (confirmed.kind === 'refused') throw new Error(confirmed.code)
  return confirmed.booking.id
}

const page = (query = '') => visitor.get(`${desk.url}/staff/bookings/${id}${query}`)

async function send(action: string, text: string, fields: Readonly<Record<string, string>> = {}) {
  const path = `/staff/bookings/${id}/${action}`
  return visitor.post(desk.url + path, { ...formFields(text, path), ...fields })
}

describe('sessions on the staff desk', { timeout: 30_000 }, () => {
  it('are listed by week, and the menu leads there', async () => {
    const week = (await visitor.get(`${desk.url}/staff/bookings?week=2027-01-15`)).text
    expect(week).toContain('Week van 11 januari 2027 tot en met 17 januari 2027')
    expect(week).toMatch(/<h2 id="day-2027-01-11">maandag 11 januari 2027<\/h2>/)
    expect(week).toContain('name="week" type="date" value="2027-01-11"')
    expect(week).toContain('Gemeente Zonnegem')
    expect((await visitor.get(`${desk.url}/staff/bookings`)).text).not.toContain('Gemeente Zonnegem')
    expect((await visitor.get(`${desk.url}/staff`)).text).toContain('href="/staff/bookings"')
  })

  it('move only to a moment that is free', async () => {
    const offered = (await page('?dag=2027-01-19')).text
    const start = /<option value="(2027-01-19T[^"]*)"/.exec(offered)?.[1] ?? ''
    expect(start).not.toBe('')
    expect((await send('move', offered, { start })).status).toBe(303)
    expect((await desk.store.bookings.find(id))?.times[0]?.start).toBe(Date.parse(start))
    const again = (await page('?dag=2027-01-20')).text
    const refused = await send('move', again, { start: '2027-01-24T10:00:00+01:00' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Op dat moment is geen begeleider vrij.')
  })

  it('are cancelled once, on what was seen, and that is written down', async () => {
    const before = (await page()).text
    expect((await send('participants', before, { participants: '20' })).status).toBe(303)
    const stale = await send('cancel', before)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('intussen gewijzigd')
    expect((await send('cancel', (await page()).text)).status).toBe(303)
    expect(await desk.store.bookings.find(id)).toMatchObject({ state: 'cancelled', participants: 20 })
    const trail = await desk.store.audit.read({ before: null, limit: 3 })
    expect(trail.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'booking.cancel done',
      'booking.cancel changed',
      'booking.participants done',
    ])
    const shown = (await visitor.get(`${desk.url}/staff/audit`)).text
    expect(shown).toContain('<td>Sessie annuleren</td>')
    expect(shown).toContain('niet gelukt: intussen gewijzigd')
    expect(shown).not.toMatch(/booking\.cancel|>done</)
  })

  it('show names as text, and are not there for strangers', async () => {
    const { text } = await page()
    expect(text).toContain('Els &lt;b&gt;Janssens&lt;/b&gt;')
    expect(text).not.toContain('bij u')
    expect((await new Visitor().once(`${desk.url}/staff/bookings/${id}`)).status).toBe(303)
    expect((await visitor.once(`${desk.url}/staff/bookings/nothing`)).status).toBe(404)
  })
})
