import { expect, it } from 'vitest'
import type { Booking, BookingOutcome, Bookings, NewHold } from '../../src/booking/bookings.js'
import type { Store } from '../../src/store/store.js'
import { ASKER, holdOf, hourAt, pathOfTwoDays, way } from '../booking/bookable.js'
import { onEachDatabase, query, START, type TestDatabase } from './databases.js'

const NOW = new Date(START)
const NINE = '2027-01-14T08:00:00Z'
const CONTACT = { name: 'Els', mail: 'els@voorbeeldegem.example' }
const nothingLater = () => []
/** Of twenty at once; a thousand bookings with `KILL_EVERY=1`. */
const ROUNDS = process.env.KILL_EVERY === '1' ? 50 : 12

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

function hold(bookings: Bookings, change: Partial<NewHold> = {}, now = NOW, instead: string | null = null) {
  const wanted = holdOf([way(hourAt(NINE))], now, change)
  return bookings.change({ kind: 'hold', hold: wanted, instead, waiting: null }, nothingLater, now)
}

function confirm(bookings: Bookings, id: string, body = 'Gemeente Voorbeeldegem', now = NOW) {
  const change = { kind: 'confirm', id, body, contact: CONTACT, seatsPerBody: 2 } as const
  return bookings.change(change, nothingLater, now)
}

function done(outcome: BookingOutcome): Booking {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.code}`)
  return outcome.booking
}

const refusal = (outcome: BookingOutcome) => (outcome.kind === 'refused' ? outcome.code : null)

async function booked(bookings: Bookings, change: Partial<NewHold> = {}): Promise<Booking> {
  return done(await confirm(bookings, done(await hold(bookings, change)).id, change.body ?? undefined))
}

/** Every rule that must hold whatever happened, read past the store. */
async function inconsistencies(database: TestDatabase): Promise<readonly unknown[]> {
  const found = await Promise.all(
    [
      // A booking that is over occupies something.
      `select b.id from bookings b join busy_times t on t.booking = b.id where b.state in ('cancelled', 'lapsed')`,
      `select b.id from bookings b join booked_seats s on s.booking = b.id where b.state in ('cancelled', 'lapsed')`,
      // A booking that stands occupies less or more than it should: three hours in cells of five minutes, or its seats.
      `select b.id from bookings b left join busy_times t on t.booking = b.id
         where b.state in ('confirmed', 'held') and b.path is null group by b.id having count(t.instant) <> 36`,
      `select b.id from bookings b join booking_times t on t.booking = b.id
         where b.state in ('confirmed', 'held') and t.session is not null
         and b.seats <> (select count(*) from booked_seats s where s.booking = b.id and s.session = t.session)`,
      // Without times it is nowhere.
      `select b.id from bookings b where not exists (select 1 from booking_times t where t.booking = b.id)`,
    ].map((statement) => query(database, statement)),
  )
  return found.flat()
}

function twoStores(fixture: { database: TestDatabase; store: Store }): Promise<Store[]> {
  // SQLite belongs to one desk; on PostgreSQL two of them work side by side.
  const second = fixture.database.databaseUrl === null ? fixture.store : fixture.database.open()
  return Promise.all([fixture.store, second])
}

onEachDatabase('bookings', (fixture) => {
  it('is held, then confirmed, with a reference, one calendar name and its contact', async () => {
    const { bookings } = fixture.store
    const held = done(await hold(bookings))
    expect(held).toMatchObject({ state: 'held', reference: 'SD-2026-0001', version: 1, contact: null })
    const confirmed = done(await confirm(bookings, held.id))
    expect(confirmed).toMatchObject({ state: 'confirmed', contact: CONTACT, version: 2, sequence: 0 })
    expect(confirmed.uid).toBe(held.uid)
    expect(await bookings.find('SD-2026-0001')).toEqual(confirmed)
    expect(await bookings.find('SD-2026-0002')).toBeNull()
  })

  it('gives one slot to one of 200 who confirm at once', async () => {
    const stores = await twoStores(fixture)
    const ends = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const { bookings } = stores[index % 2] ?? fixture.store
        const held = await hold(bookings, { asker: { ...ASKER, person: `person-${index}` } })
        return held.kind === 'done' ? confirm(bookings, held.booking.id) : held
      }),
    )
    expect(ends.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(new Set(ends.map(refusal))).toEqual(new Set([null, 'taken']))
    expect(await fixture.store.bookings.list({ states: ['confirmed'] })).toHaveLength(1)
    expect(await inconsistencies(fixture.database)).toEqual([])
  })

  it('gives the last two seats to two of 200 who confirm at once', async () => {
    const stores = await twoStores(fixture)
    const ways = [pathOfTwoDays(8)]
    for (const body of ['A', 'B', 'C']) {
      await booked(fixture.store.bookings, { level: 3, path: 'traject', seats: 2, body, ways })
    }
    const ends = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const { bookings } = stores[index % 2] ?? fixture.store
        const body = `Gemeente ${index}`
        const held = await hold(bookings, { level: 3, path: 'traject', seats: 1, body, ways })
        return held.kind === 'done' ? confirm(bookings, held.booking.id, body) : held
      }),
    )
    expect(ends.filter(({ kind }) => kind === 'done')).toHaveLength(2)
    expect(new Set(ends.map(refusal))).toEqual(new Set([null, 'full']))
    const seats = await query(fixture.database, 'select count(*) as n from booked_seats group by session')
    expect(seats.map(({ n }) => Number(n))).toEqual([8, 8])
    expect(await inconsistencies(fixture.database)).toEqual([])
  })

  it(`stays consistent when ${20 * ROUNDS} bookings are confirmed and let go, twenty at once`, async () => {
    const stores = await twoStores(fixture)
    const hours = Array.from({ length: 20 }, (_, index) => `20${27 + index}-01-14T08:00:00Z`)
    const ends: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const pairs = await Promise.all(
        hours.map(async (hour, index) => {
          const [first, second] = index % 2 === 0 ? stores : [...stores].reverse()
          if (first === undefined || second === undefined) throw new Error('there is no store')
          const { id } = done(await hold(first.bookings, { ways: [way(hourAt(hour))] }))
          const [taken, dropped] = await Promise.all([
            confirm(first.bookings, id),
            second.bookings.change({ kind: 'release', id }, nothingLater, NOW),
          ])
          const cancelled = await first.bookings.change({ kind: 'cancel', id }, nothingLater, NOW)
          return [taken, dropped, cancelled].map(({ kind }) => kind).join(' ')
        }),
      )
      ends.push(...pairs)
    }
    // Either it was confirmed (and then cancelled), or it was let go: never both, never neither.
    const possible = ['done refused done', 'refused done refused']
    expect(ends.filter((end) => !possible.includes(end))).toEqual([])
    expect(ends).toHaveLength(20 * ROUNDS)
    expect(await inconsistencies(fixture.database)).toEqual([])
    expect((await fixture.store.bookings.taken({ start: 0, end: 9e12 }, NOW)).busy).toEqual([])
  })

  it('keeps both buffers free: the next session may begin when the one before has ended, no minute earlier', async () => {
    const { bookings } = fixture.store
    await booked(bookings)
    const at = async (iso: string) => refusal(await hold(bookings, { ways: [way(hourAt(iso))] }))
    expect(await at('2027-01-14T10:59:00Z')).toBe('taken')
    expect(await at('2027-01-14T11:00:00Z')).toBeNull()
    expect(await at('2027-01-14T05:01:00Z')).toBe('taken')
    expect(await at('2027-01-14T05:00:00Z')).toBeNull()
  })

  it('takes the first host who is free', async () => {
    const { bookings } = fixture.store
    await booked(bookings)
    const ways = ['begeleider-oost', 'begeleider-west'].map((host) => way(hourAt(NINE, host)))
    expect(done(await hold(bookings, { ways })).times[0]?.host).toBe('begeleider-west')
    expect(refusal(await hold(bookings, { ways }))).toBe('taken')
    expect(await inconsistencies(fixture.database)).toEqual([])
  })

  it('lets whoever needs the place take it from a hold that is over, not from one that runs', async () => {
    const { bookings } = fixture.store
    const first = done(await hold(bookings))
    expect(refusal(await hold(bookings, {}, later(29)))).toBe('taken')
    expect((await bookings.taken({ start: 0, end: 9e12 }, later(29))).busy).toHaveLength(1)
    expect((await bookings.taken({ start: 0, end: 9e12 }, later(30))).busy).toEqual([])
    const second = done(await hold(bookings, {}, later(30)))
    expect(await bookings.find(first.id)).toMatchObject({ state: 'lapsed' })
    expect(refusal(await confirm(bookings, first.id, 'X', later(31)))).toBe('over')
    expect(done(await confirm(bookings, second.id, 'X', later(31))).state).toBe('confirmed')
  })

  it('still confirms a hold that is over when nobody needed its place', async () => {
    const { bookings } = fixture.store
    const { id } = done(await hold(bookings))
    expect(refusal(await bookings.change({ kind: 'expire', id }, nothingLater, later(10)))).toBe('changed')
    expect(done(await confirm(bookings, id, 'X', later(45))).state).toBe('confirmed')
    expect(refusal(await bookings.change({ kind: 'expire', id }, nothingLater, later(50)))).toBe('over')
  })

  it('replaces a hold by another, and keeps the first when the second cannot be had', async () => {
    const { bookings } = fixture.store
    await booked(bookings, { ways: [way(hourAt('2027-01-15T08:00:00Z'))] })
    const first = done(await hold(bookings))
    const taken = await hold(bookings, { ways: [way(hourAt('2027-01-15T08:00:00Z'))] }, NOW, first.id)
    expect(refusal(taken)).toBe('taken')
    expect(await bookings.find(first.id)).toEqual(first)
    const half = { ways: [way(hourAt('2027-01-14T08:30:00Z'))] }
    expect(done(await hold(bookings, half, NOW, first.id)).state).toBe('held')
    expect(await bookings.find(first.id)).toMatchObject({ state: 'lapsed' })
    expect(await inconsistencies(fixture.database)).toEqual([])
  })

  it('moves by less than a session lasts; sequence and version rise and the name stays', async () => {
    const { bookings } = fixture.store
    const before = await booked(bookings)
    const ways = [way(hourAt('2027-01-14T08:30:00Z'))]
    const move = { kind: 'move', id: before.id, version: before.version, ways } as const
    const moved = done(await bookings.change(move, nothingLater, NOW))
    expect(moved).toMatchObject({ uid: before.uid, sequence: 1, version: before.version + 1 })
    expect(moved.times[0]?.start).toBe(Date.parse('2027-01-14T08:30:00Z'))
    expect(refusal(await bookings.change(move, nothingLater, NOW))).toBe('changed')
    expect(await inconsistencies(fixture.database)).toEqual([])
  })

  it('stays where it was when it cannot be moved', async () => {
    const { bookings } = fixture.store
    await booked(bookings, { ways: [way(hourAt('2027-01-15T08:00:00Z'))] })
    const before = await booked(bookings)
    const move = {
      kind: 'move',
      id: before.id,
      version: before.version,
      ways: [way(hourAt('2027-01-15T09:00:00Z'))],
    } as const
    expect(refusal(await bookings.change(move, nothingLater, NOW))).toBe('taken')
    expect(await bookings.find(before.id)).toEqual(before)
    expect(await inconsistencies(fixture.database)).toEqual([])
  })

  it('gives its time back when it is cancelled, once', async () => {
    const { bookings } = fixture.store
    const { id } = await booked(bookings)
    const cancelled = done(await bookings.change({ kind: 'cancel', id }, nothingLater, NOW))
    expect(cancelled).toMatchObject({ state: 'cancelled', sequence: 1 })
    expect(refusal(await bookings.change({ kind: 'cancel', id }, nothingLater, NOW))).toBe('over')
    expect(done(await hold(bookings)).state).toBe('held')
  })

  it('lets a body have no more seats than its share, also when it says only later who it is', async () => {
    const { bookings } = fixture.store
    const path = { level: 3, path: 'traject', seatsPerBody: 2, ways: [pathOfTwoDays(8)] } as const
    await booked(bookings, { ...path, seats: 1, body: 'Stad Gent' })
    expect(refusal(await hold(bookings, { ...path, seats: 2, body: 'Stad Gent' }))).toBe('per-body')
    const unnamed = done(await hold(bookings, { ...path, seats: 2, body: null }))
    expect(refusal(await confirm(bookings, unnamed.id, 'Stad Gent'))).toBe('per-body')
    expect(done(await confirm(bookings, unnamed.id, 'Stad Aalst')).body).toBe('Stad Aalst')
    expect(await inconsistencies(fixture.database)).toEqual([])
  })

  it('swaps one date of a path: the seat goes to the other group and comes free in this one', async () => {
    const { bookings } = fixture.store
    const path = { level: 3, path: 'traject', body: 'A', ways: [pathOfTwoDays(1)] } as const
    const before = await booked(bookings, { ...path, seats: 1 })
    const to = { ...hourAt('2027-05-13T07:00:00Z'), number: 2, session: 'ander/2', busy: null, capacity: 1 }
    const swap = { kind: 'swap', id: before.id, version: before.version, number: 2, to } as const
    const swapped = done(await bookings.change(swap, nothingLater, NOW))
    expect(swapped.times.map(({ session }) => session)).toEqual(['traject/1', 'ander/2'])
    expect(swapped.sequence).toBe(1)
    const seats = await query(fixture.database, 'select session from booked_seats order by session')
    expect(seats.map(({ session }) => session)).toEqual(['ander/2', 'traject/1'])
    const full = { ...swap, version: swapped.version, to: { ...to, session: 'vol/2', capacity: 0 } }
    expect(refusal(await bookings.change(full, nothingLater, NOW))).toBe('full')
    expect(await bookings.find(before.id)).toEqual(swapped)
    expect(await inconsistencies(fixture.database)).toEqual([])
  })

  it('plans what comes later with the change, and nothing when the change was refused', async () => {
    const { bookings } = fixture.store
    const due = ({ id }: Booking) => [{ key: `k-${id}`, kind: 'booking-hold', subject: id, at: later(30) }]
    const wanted = holdOf([way(hourAt(NINE))], NOW)
    const change = { kind: 'hold', hold: wanted, instead: null, waiting: null } as const
    const { id } = done(await bookings.change(change, due, NOW))
    expect(refusal(await bookings.change(change, due, NOW))).toBe('taken')
    expect(await query(fixture.database, 'select subject from dues')).toEqual([{ subject: id }])
  })

  it('offers a place to who waited first, once, and takes who lets it go off the list', async () => {
    const { bookings } = fixture.store
    const entry = {
      level: 1,
      path: null,
      from: '2027-01-11',
      to: '2027-01-15',
      participants: 12,
      seats: 0,
      place: 'Gent',
      body: 'A',
      asker: ASKER,
      language: 'nl',
    } as const
    const first = await bookings.wait(entry, NOW)
    expect((await bookings.wait(entry, NOW)).id).toBe(first.id)
    const second = await bookings.wait({ ...entry, asker: { ...ASKER, person: 'b' } }, NOW)
    expect((await bookings.waiting()).map(({ id }) => id)).toEqual([first.id, second.id])
    const offer = (waiting: string) => {
      const wanted = holdOf([way(hourAt(NINE))], NOW)
      return bookings.change({ kind: 'hold', hold: wanted, instead: null, waiting }, nothingLater, NOW)
    }
    const offered = done(await offer(first.id))
    expect(refusal(await offer(first.id))).toBe('over')
    expect((await bookings.waiting())[0]).toMatchObject({ state: 'offered', booking: offered.id })
    await bookings.change({ kind: 'release', id: offered.id }, nothingLater, NOW)
    expect((await bookings.waiting()).map(({ id }) => id)).toEqual([second.id])
    const taken = done(await offer(second.id))
    await confirm(bookings, taken.id)
    expect(await bookings.waiting()).toEqual([])
  })

  it('lists by week, host, body and person, and forgets a contact', async () => {
    const { bookings } = fixture.store
    const mine = await booked(bookings)
    const other = await booked(bookings, {
      body: 'OCMW Elders',
      asker: { ...ASKER, person: 'b' },
      ways: [way(hourAt('2027-01-21T08:00:00Z', 'begeleider-west'))],
    })
    const ids = async (filter: Parameters<Bookings['list']>[0]) =>
      (await bookings.list(filter)).map(({ id }) => id)
    const week = { start: Date.parse('2027-01-10T23:00:00Z'), end: Date.parse('2027-01-17T23:00:00Z') }
    expect(await ids({})).toEqual([mine.id, other.id])
    expect(await ids({ during: week })).toEqual([mine.id])
    expect(await ids({ host: 'begeleider-west' })).toEqual([other.id])
    expect(await ids({ body: 'OCMW Elders' })).toEqual([other.id])
    expect(await ids({ person: ASKER, states: ['confirmed'] })).toEqual([mine.id])
    expect(await bookings.forgetContact(ASKER)).toBe(1)
    expect((await bookings.find(mine.id))?.contact).toBeNull()
    expect((await bookings.find(other.id))?.contact).toEqual(CONTACT)
  })
})

onEachDatabase('the tables', (fixture) => {
  it('refuse a second booking of the same five minutes and the same seat, past any check', async () => {
    const { bookings } = fixture.store
    const { id } = await booked(bookings)
    const path = { level: 3, path: 'traject', seats: 1, ways: [pathOfTwoDays(1)] } as const
    const seated = await booked(bookings, path)
    const cell = Date.parse(NINE)
    await expect(
      query(
        fixture.database,
        `insert into busy_times values ('begeleider-oost', ${cell}, '${seated.id}', 1)`,
      ),
    ).rejects.toThrow()
    await expect(
      query(fixture.database, `insert into booked_seats values ('traject/1', 1, '${id}', 1)`),
    ).rejects.toThrow()
    await expect(
      query(fixture.database, `insert into busy_times values ('x', ${cell + 1}, '${id}', 1)`),
    ).rejects.toThrow()
  })
})
