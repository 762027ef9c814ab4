import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bookingDesk } from '../../src/desk/booking-desk.js'
import type { Store } from '../../src/store/store.js'
import { migratedDatabase, type TestDatabase } from '../store/databases.js'
import { type BookingOffice, bookingOffice } from './booking-office.js'

const PATIENCE = 30_000
const DAY_MS = 86_400_000

let database: TestDatabase
let store: Store
let desk: BookingOffice

beforeEach(async () => {
  database = await migratedDatabase('SQLite')
  store = await database.open()
  desk = bookingOffice(store)
  await desk.says('we willen inschrijven voor het leertraject van niveau 3')
  await desk.says('4 mensen')
  await desk.says('groep A')
  await desk.says('ja')
}, PATIENCE)
afterEach(() => database.remove(), PATIENCE)

const about = () =>
  desk.mail.deliveries
    .filter(({ message }) => message.subject?.startsWith('Te weinig teams') === true)
    .map(({ conversation, message }) => `${conversation}: ${message.text}`)

describe('a learning path that misses its minimum', { timeout: PATIENCE }, () => {
  it('is told to its host and the contact once joining is over, and to nobody before', async () => {
    const { path } = (await bookingDesk(desk.parts).paths())[0] ?? {}
    const over = Date.parse(`${path?.joinUntil}T23:00:00Z`) - desk.clock.now().getTime()
    await desk.pass(over)
    expect(about()).toEqual([])
    await desk.pass(4 * DAY_MS)
    expect(about()).toHaveLength(2)
    expect(about().join('\n')).toContain(`${desk.parts.offerings.contact.email}: Inschrijven voor`)
    expect(about()[0]).toContain('Er is 1 team ingeschreven; het traject gaat door vanaf 4 teams.')
  })

  it('is counted for the staff desk', async () => {
    const [a, b] = await bookingDesk(desk.parts).paths()
    expect([a?.teams, b?.teams]).toEqual([1, 0])
  })
})
