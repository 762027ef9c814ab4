import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { interpretOnce } from '../../src/desk/interpret-once.js'
import type { Store } from '../../src/store/store.js'
import { migratedDatabase, type TestDatabase } from '../store/databases.js'
import { type BookingOffice, bookingOffice, NOBODY, type OfficeOptions } from './booking-office.js'

const PATIENCE = 30_000

let database: TestDatabase
let store: Store

beforeEach(async () => {
  database = await migratedDatabase('SQLite')
  store = await database.open()
}, PATIENCE)
afterEach(() => database.remove(), PATIENCE)

const office = (options: OfficeOptions = {}): BookingOffice => bookingOffice(store, options)

async function ticket(): Promise<string> {
  const [only, ...others] = await store.tickets.list()
  if (only === undefined || others.length > 0) throw new Error('not one ticket')
  return only.question
}

describe('the waiting list', { timeout: PATIENCE }, () => {
  it('is not for a day on which nothing is ever given: days that exist are offered', async () => {
    const desk = office()
    await desk.says('Graag niveau 1 op zondag 17 januari 2027 voor 12 man bij ons in Gent')
    const said = await desk.says('zet me op de wachtlijst')
    expect(said).toContain('Een wachtlijst helpt hier niet')
    expect(said).toMatch(/Dit is nog vrij:\n1\. \w+dag 1\d januari 2027/)
    expect(await store.bookings.waiting()).toEqual([])
    expect(await desk.says('de eerste')).toContain('vrij tot')
  })

  it('is for a day on which a session could be given', async () => {
    const desk = office()
    await desk.says('Graag niveau 1 op woensdag 13 januari 2027 om 17u voor 12 man bij ons in Gent')
    expect(await desk.says('zet me op de wachtlijst')).toContain('woensdag 13 januari 2027.')
  })

  it('is not offered for a period in which nothing is given', async () => {
    const desk = office()
    const said = await desk.says('Graag niveau 1 op zondag 17 januari 2027 voor 12 man bij ons in Gent')
    expect(said).not.toContain('wachtlijst')
  })
})

describe('a wish that a colleague settles', { timeout: PATIENCE }, () => {
  it('says to a known member what fits and who to ask, and nothing of being known', async () => {
    const said = await office().says('Graag niveau 2 op 14 januari 2027 om 9u voor 45 man bij ons in Gent')
    expect(said).toContain('hoogstens 20 deelnemers')
    expect(said).toContain('contactpersoon is')
    expect(said).not.toContain('als lid herken')
  })

  it('says to who is not known that only members can book here', async () => {
    const desk = office({ identity: NOBODY })
    const said = await desk.says('Graag niveau 1 op 14 januari 2027 om 14u voor 12 man bij ons in Gent')
    expect(said).toContain('als lid herken')
  })

  it('keeps every session of a message that wishes several, whatever is said after it', async () => {
    const desk = office()
    const said = await desk.says('Graag niveau 1 op 14 januari 2027 en niveau 2 op 4 februari 2027')
    expect(said).toContain('U vraagt meer dan één sessie')
    expect(said).toContain('vraag de sessies dan een voor een')
    await desk.says('met 15 deelnemers bij ons')
    const question = await ticket()
    expect(question).toMatch(/Niveau 1 .*14 januari 2027/)
    expect(question).toMatch(/Niveau 2 .*4 februari 2027/)
    expect(question).toContain('15 deelnemers')
    expect(question).toContain('Plaats: bij het bestuur')
  })

  it('takes several sessions for what they are, also after a wish for one', async () => {
    const desk = office()
    await desk.says('Graag niveau 1 op 12 januari 2027 om 14u voor 12 man bij ons in Gent')
    const said = await desk.says('Graag niveau 1 op 14 januari 2027 en niveau 2 op 4 februari 2027')
    expect(said).toContain('U vraagt meer dan één sessie')
    const more = await desk.says('met 15 bij ons')
    expect(more).toContain('15 deelnemers')
    expect(more).toMatch(/Niveau 2 .*4 februari 2027/)
    // "Bij ons" takes nothing away from what is known.
    expect(more).toContain('bij u in Gent')
  })

  it('asks a known member for nothing the desk knows, and another session for its own hour', async () => {
    const desk = office()
    const large = await desk.says('Graag niveau 2 op 14 januari 2027 om 9u voor 45 man bij ons in Gent')
    expect(large).not.toContain('Wat ik nog moet weten')
    const other = await desk.says('Graag niveau 1 in januari 2027 voor 12 man')
    expect(other).not.toContain('om 9 uur')
  })

  it('hands over what earlier messages said, not only the last answer', async () => {
    const desk = office({ identity: NOBODY })
    await desk.says('Graag niveau 1 in januari 2027 met 12 deelnemers')
    await desk.says('bij ons')
    expect(await ticket()).toMatch(/^bij ons\n\(Niveau 1: .*januari 2027; .*12 deelnemers/)
  })
})

describe('what is liked', { timeout: PATIENCE }, () => {
  it('is repeated with every answer until a day is chosen', async () => {
    const desk = office()
    expect(await desk.says('Graag niveau 1 in januari 2027, liefst op dinsdag, voor 12 man')).toContain(
      'liefst op dinsdag',
    )
    const said = await desk.says('bij ons')
    expect(said).toContain('januari 2027, liefst op dinsdag')
    expect(said).toMatch(/1\. dinsdag/)
    expect(await desk.says('liever op 14 januari')).not.toContain('dinsdag ')
  })

  it('makes way for another weekday', async () => {
    const desk = office()
    await desk.says('Graag niveau 1 in januari 2027, liefst op dinsdag, voor 12 man')
    const said = await desk.says('liever op donderdag')
    expect(said).toContain('liefst op donderdag')
    expect(said).not.toContain('liefst op dinsdag')
    expect(said).toMatch(/1\. donderdag \d+ januari 2027/)
  })

  it('is the weekday of the week that is spoken of', async () => {
    const desk = office()
    await desk.says('Graag niveau 1 op 12 januari 2027 om 14u voor 12 man')
    expect(await desk.says('liever op vrijdag')).toContain('Datum: vrijdag 15 januari 2027 om 14 uur')
  })
})

describe('a message about something else', { timeout: PATIENCE }, () => {
  it('costs no look at bookings or calendars', async () => {
    let looks = 0
    const { bookings } = store
    const watched: Store = {
      ...store,
      bookings: {
        ...bookings,
        list: async (filter) => {
          looks += 1
          return bookings.list(filter)
        },
        taken: async (during, now) => {
          looks += 1
          return bookings.taken(during, now)
        },
      },
    }
    const desk = bookingOffice(watched)
    await desk.says('Hoeveel kost het lidmaatschap van de VVSG?')
    await desk.says('bedankt')
    expect(looks).toBe(0)
    await desk.says('Wat heb ik geboekt?')
    expect(looks).toBeGreaterThan(0)
  })

  it('is read once, whoever looks at it', () => {
    const read: string[] = []
    const interpret = interpretOnce((text) => {
      read.push(text)
      return { kind: 'question', text, rule: null }
    })
    const from = { memberKind: 'gemeente', language: 'nl' } as const
    expect(interpret('Mag dat?', from)).toBe(interpret('Mag dat?', from))
    interpret('Mag dat?', { ...from, language: 'en' })
    expect(read).toEqual(['Mag dat?', 'Mag dat?'])
  })
})
