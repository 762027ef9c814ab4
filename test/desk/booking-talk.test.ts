import nodeIcal from 'node-ical'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/store.js'
import { OFFERINGS } from '../booking/setting.js'
import { migratedDatabase, type TestDatabase } from '../store/databases.js'
import { type BookingOffice, bookingOffice, ELS, NOBODY, type OfficeOptions } from './booking-office.js'

const PATIENCE = 30_000

let database: TestDatabase
let store: Store

beforeEach(async () => {
  database = await migratedDatabase('SQLite')
  store = await database.open()
}, PATIENCE)
afterEach(() => database.remove(), PATIENCE)

const office = (options: OfficeOptions = {}): BookingOffice => bookingOffice(store, options)

const SENTENCE = 'Graag niveau 1 op 14 januari 2027 om 14u voor 12 man bij ons in Gent'

const states = async () => (await store.bookings.list({})).map(({ state }) => state)

async function only(state: 'held' | 'confirmed' | 'cancelled' = 'confirmed') {
  const [booking, ...others] = await store.bookings.list({ states: [state] })
  if (booking === undefined || others.length > 0) throw new Error(`not one ${state} booking`)
  return booking
}

describe('booking a session', { timeout: PATIENCE }, () => {
  it('holds the moment of one full sentence, and books it on a yes', async () => {
    const desk = office()
    const held = await desk.says(SENTENCE)
    expect(held).toContain('vrij tot 10.30 uur')
    expect(held).toContain('donderdag 14 januari 2027, 14 uur - 15 uur')
    expect(held).toContain('e-mailadres dat ik van u ken')
    expect(await only('held')).toMatchObject({ participants: 12, place: 'Gent', body: 'Gemeente Zonnegem' })
    const booked = await desk.says('ja')
    expect(booked).toContain('Geboekt. Uw referentie is SD-2026-0001.')
    expect(booked).toContain('Voorbereiding:')
    expect(await only()).toMatchObject({
      contact: { name: null, mail: 'els@zonnegem.example' },
      times: [{ start: Date.parse('2027-01-14T13:00:00Z') }],
    })
  })

  it('asks what is missing, offers three moments, and takes the second', async () => {
    const desk = office()
    expect(await desk.says('we willen graag een introductieworkshop in januari')).toMatch(
      /Dit is vrij:\n1\. .*\n2\. .*\n3\. /,
    )
    expect(await desk.says('met 15')).toContain('waar het mag doorgaan')
    expect(await desk.says('bij jullie')).toContain('zodra u een moment kiest')
    const held = await desk.says('de tweede')
    expect(held).toContain('vrij tot')
    expect(await only('held')).toMatchObject({ participants: 15, place: 'VVSG, Brussel' })
  })

  it('takes buttons and pickers for everything too', async () => {
    const desk = office()
    await desk.says('ik wil niveau 1 boeken')
    await desk.presses('Vul aan', { participants: '20', place: 'online' })
    const [first] = (await desk.shown()).at(-1)?.actions ?? []
    if (first === undefined) throw new Error('no moments are offered')
    expect(await desk.presses(first.label)).toContain(first.label)
    expect(await desk.presses('Bevestig')).toContain('Geboekt.')
    expect(await only()).toMatchObject({ participants: 20, place: 'online' })
  })

  it('lets go of a hold, and of its place, on "toch niet"', async () => {
    const desk = office()
    await desk.says(SENTENCE)
    expect(await desk.says('toch niet')).toContain('Er is niets geboekt')
    expect(await states()).toEqual(['lapsed'])
    expect(await desk.says(SENTENCE)).toContain('vrij tot')
  })

  it('holds another moment when the mind changes, and gives the first back', async () => {
    const desk = office()
    await desk.says(SENTENCE)
    expect(await desk.says('liever op 21 januari om 10u')).toContain('21 januari 2027, 10 uur')
    expect(await states()).toEqual(['lapsed', 'held'])
    expect(await desk.says('maak er 25 deelnemers van')).toContain('25 deelnemers')
    expect(await only('held')).toMatchObject({ participants: 25 })
    expect(await desk.says('prima, bevestig maar')).toContain('Geboekt.')
    expect((await store.bookings.taken({ start: 0, end: 9e12 }, desk.clock.now())).busy).toHaveLength(1)
  })

  it('gives the hold back and goes on with the wish on "toch niet, liever later die week"', async () => {
    const desk = office()
    await desk.says('Graag niveau 1 op dinsdag 12 januari 2027 om 14u voor 12 man bij ons in Gent')
    const other = await desk.says('toch niet, liever later die week')
    expect(other).toContain('Dit is vrij:')
    expect(other).toMatch(/1\. (woensdag 13|donderdag 14|vrijdag 15) januari 2027/)
    expect(await states()).toEqual(['lapsed'])
  })

  it('lets go altogether on "toch niet, liever niet"', async () => {
    const desk = office()
    await desk.says(SENTENCE)
    expect(await desk.says('toch niet, liever niet')).toContain('Er is niets geboekt')
    expect(await states()).toEqual(['lapsed'])
  })

  it('stays with the language of the wish when an offer is chosen in a few words', async () => {
    const desk = office()
    await desk.says(SENTENCE)
    await desk.says('ja')
    const offers = await desk.says(
      'Can we book the introduction workshop for 12 people at our place in January 2027?',
    )
    expect(offers).toContain('This is free')
    expect(await desk.says('2')).toContain('I keep this free for you until')
  })

  it('says in words for which day somebody waits', async () => {
    const desk = office()
    await desk.says('Graag niveau 1 in maart 2027 voor 12 man bij ons')
    expect(await desk.says('zet me op de wachtlijst')).toContain('op de wachtlijst: maart 2027.')
  })

  it('tells who asks what is booked, also when it is nothing', async () => {
    const desk = office()
    expect(await desk.says('Wat heb ik geboekt?')).toContain('geen boeking die nog moet komen')
    await desk.says(SENTENCE)
    expect(await desk.says('wat heb ik al geboekt')).toContain('geen boeking')
    await desk.says('ja')
    expect(await desk.says('wat hebben we geboekt?')).toMatch(
      /SD-2026-0001: .*14 januari 2027, 14 uur - 15 uur/,
    )
    expect(await desk.says('what have we booked?')).toContain('SD-2026-0001')
  })

  it('tells when the time to confirm is over, and lets somebody else have the moment', async () => {
    const desk = office()
    await desk.says(SENTENCE)
    await desk.pass(31 * 60_000)
    expect((await desk.shown()).at(-1)?.text).toContain('De tijd om te bevestigen is om')
    expect(await desk.says('ja')).toContain('hou ik niet meer voor u vrij')
    expect(await desk.says(SENTENCE, 'ander-gesprek')).toContain('vrij tot')
  })

  it('offers what is still free to who came second', async () => {
    const desk = office()
    const both = 'Graag niveau 1 op 15 januari 2027 om 10u voor 12 man bij ons in Gent'
    await desk.says(both)
    // A Friday has one host.
    const second = await desk.says(both, 'ander-gesprek')
    expect(second).not.toContain('vrij tot')
    expect(second).toContain('Dat moment is niet meer vrij')
    expect(second).toMatch(/\n1\. /)
    expect(await states()).toEqual(['held'])
  })

  it('answers in English when asked in English', async () => {
    const desk = office()
    const held = await desk.says(
      'I would like to book level 1 on 14 January 2027 at 2 pm for 12 people at our office',
    )
    expect(held).toContain('I keep this free for you until')
    expect(await desk.says('yes')).toContain('Booked. Your reference is SD-2026-0001.')
  })

  it('answers a question in between without losing the hold', async () => {
    const desk = office()
    await desk.says(SENTENCE)
    expect(await desk.says('wat zijn jullie openingsuren op vrijdag?')).toContain('IETS ANDERS')
    expect(await desk.says('bevestig')).toContain('Geboekt.')
  })

  it('says that nothing is booked after hours: the nearest moments and the reason', async () => {
    const desk = office()
    const said = await desk.says('niveau 1 op zaterdag 16 januari 2027 om 20u voor 12 man in Gent')
    expect(said).toContain('weekend')
    expect(said).toMatch(/1\. .*\n2\. .*\n3\. /)
    expect(await states()).toEqual([])
  })
})

describe('who may book', { timeout: PATIENCE }, () => {
  it('passes the wish of somebody it does not know on to staff, and says why', async () => {
    const desk = office({ identity: NOBODY })
    const said = await desk.says(SENTENCE)
    expect(said).toContain('Zelf vastleggen kan ik alleen voor wie ik als lid herken')
    expect(await store.tickets.list()).toMatchObject([{ topic: 'service-design', reason: 'boeking' }])
    expect(await states()).toEqual([])
  })

  it('books nothing that VVSG did not confirm: the contact, and a ticket with the wish', async () => {
    const desk = office({ offerings: OFFERINGS })
    const said = await desk.says(SENTENCE)
    expect(said).toContain('is nog niet bevestigd')
    expect(said).toContain('Mattie Jacobs')
    expect(await store.tickets.list()).toHaveLength(1)
    expect(await states()).toEqual([])
  })

  it('passes a group that is too large on to staff', async () => {
    const desk = office()
    await desk.says('Graag niveau 1 op 14 januari 2027 om 14u voor 120 man bij ons in Gent')
    expect(await store.tickets.list()).toHaveLength(1)
    expect(await states()).toEqual([])
  })

  it('asks for which body when a person works for two', async () => {
    const bodies = ['Gemeente Zonnegem', 'OCMW Zonnegem']
    const desk = office({ identity: { ...ELS, body: null, bodies } })
    expect(await desk.says(SENTENCE)).toContain(
      'Voor welk bestuur is het: Gemeente Zonnegem of OCMW Zonnegem?',
    )
    expect(await desk.says('ja')).toContain('Voor welk bestuur')
    expect(await desk.says('voor het OCMW Zonnegem')).toContain('Geboekt.')
    expect((await only()).body).toBe('OCMW Zonnegem')
  })

  it('keeps a typed address out of the conversation, and books without one when asked', async () => {
    const desk = office({ identity: { ...ELS, mail: null } })
    expect(await desk.says(SENTENCE)).toContain('Naar welk e-mailadres')
    const lost = await desk.says('els@zonnegem.example')
    expect(lost).toContain('kon ik hier niet bewaren')
    expect(await states()).toEqual(['held'])
    expect(await desk.says('bevestig zonder mail')).toContain('Geboekt.')
    expect((await only()).contact).toEqual({ name: null, mail: null })
    expect(JSON.stringify(await desk.shown())).not.toContain('els@zonnegem')
  })

  it('takes an address that the channel kept apart', async () => {
    const desk = office({ identity: { ...ELS, mail: null } })
    await desk.says(SENTENCE)
    await store.records.put('contact', 'token-1', 'piet@zonnegem.example', desk.clock.now(), null)
    const held = await only('held')
    await store.inbox.accept(
      {
        eventId: 'met-adres',
        channel: 'web',
        conversation: held.asker.conversation as never,
        person: held.asker.person as never,
        receivedAt: desk.clock.now().toISOString(),
        text: '',
        masked: ['e-mail'],
        contact: 'token-1',
        action: { name: 'book-confirm', value: held.id, fields: { name: 'Piet', mail: '[e-mailadres]' } },
      },
      desk.clock.now(),
    )
    await desk.settle()
    expect((await only()).contact).toEqual({ name: 'Piet', mail: 'piet@zonnegem.example' })
    expect(JSON.stringify(await desk.shown())).not.toContain('piet@zonnegem')
  })
})

async function bookedOffice(options: OfficeOptions = {}): Promise<BookingOffice> {
  const desk = office(options)
  await desk.says(SENTENCE)
  await desk.says('ja')
  return desk
}

describe('a booking that was made', { timeout: PATIENCE }, () => {
  it('moves a week on "kan het een week later?", after a yes', async () => {
    const desk = await bookedOffice()
    expect(await desk.says('kan het een week later?')).toContain('Dat kan: donderdag 21 januari 2027, 14 uur')
    expect(await desk.says('ja graag')).toContain('Verplaatst.')
    const moved = await only()
    expect(moved).toMatchObject({ sequence: 1, times: [{ start: Date.parse('2027-01-21T13:00:00Z') }] })
  })

  it('moves to one of the moments that are offered', async () => {
    const desk = await bookedOffice()
    const said = await desk.says('onze workshop van 14 januari verzetten naar begin februari')
    expect(said).toMatch(/Naar welk moment.*\n1\. .*\n2\. .*\n3\. /)
    expect(await desk.says('de eerste')).toContain('Verplaatst.')
    expect((await only()).sequence).toBe(1)
  })

  it('is cancelled after a second look, and stays after a no', async () => {
    const desk = await bookedOffice()
    expect(await desk.says('annuleer onze workshop')).toContain('Bent u zeker?')
    expect(await desk.says('nee')).toContain('blijft zoals ze is')
    await desk.says('annuleer onze workshop')
    expect(await desk.presses('Ja, annuleer')).toContain('Geannuleerd: SD-2026-0001')
    expect(await states()).toEqual(['cancelled'])
  })

  it('takes another number of people, within the group', async () => {
    const desk = await bookedOffice()
    expect(await desk.says('we komen met 18 in plaats van 12')).toContain('18 deelnemers')
    expect(await only()).toMatchObject({ participants: 18, sequence: 1 })
    expect(await desk.says('we komen met 90 in plaats van 18')).toContain('medewerker')
    expect((await only()).participants).toBe(18)
  })

  it('goes to staff when it is too close, with the terms', async () => {
    const desk = await bookedOffice()
    desk.clock.advance(46 * 86_400_000)
    const said = await desk.says('annuleer onze workshop')
    expect(said).toContain('tot 7 dagen vooraf')
    expect(await store.tickets.list()).toMatchObject([{ reason: 'boeking' }])
    expect(await states()).toEqual(['confirmed'])
  })

  it('is not what somebody means who cancels another training, or who has no booking here', async () => {
    const desk = await bookedOffice()
    await desk.says('annuleer mijn inschrijving voor de studiedag omgevingsrecht')
    expect(await states()).toEqual(['confirmed'])
    await desk.says('ik wil onze workshop van 3 maart annuleren')
    expect(await states()).toEqual(['confirmed'])
    expect(await store.tickets.list()).not.toEqual([])
    await desk.says('annuleer onze workshop', 'van-iemand-anders')
    expect(await states()).toEqual(['confirmed'])
  })
})

describe('a learning path', { timeout: PATIENCE }, () => {
  async function joined(): Promise<BookingOffice> {
    const desk = office()
    await desk.says('we willen inschrijven voor het leertraject van niveau 3')
    await desk.says('met 4')
    await desk.says('de eerste')
    await desk.says('ja')
    return desk
  }

  it('shows its groups, takes a team, and gives it a seat on every date', async () => {
    const desk = office()
    const shown = await desk.says('we willen inschrijven voor het leertraject van niveau 3')
    expect(shown).toContain('leertraject 2027 groep A')
    expect(shown).toContain('Nog plaats voor 8 teams')
    expect(shown).toContain('Met hoeveel mensen')
    expect(await desk.says('met 4')).toContain('Kies gerust')
    const held = await desk.says('groep B')
    expect(held).toContain('leertraject 2027 groep B')
    expect(held).toContain('als er op vrijdag 26 februari 2027 minstens 4 teams ingeschreven zijn')
    expect(await desk.says('ja')).toContain('Geboekt.')
    const path = await only()
    expect(path).toMatchObject({ level: 3, path: 'traject-2027-b', seats: 1, participants: 4 })
    expect(path.times).toHaveLength(5)
  })

  it('refuses a number that makes no team, and asks again', async () => {
    const desk = office()
    await desk.says('inschrijven voor niveau 3')
    await desk.says('groep A')
    expect(await desk.says('2')).toContain('komt dat niet uit')
    expect(await desk.says('3')).toContain('vrij tot')
  })

  it('swaps one date for the same day of another group', async () => {
    const desk = await joined()
    expect(await desk.says('dag 2 lukt ons niet, kunnen we ruilen?')).toContain(
      'Dag 2 kunt u volgen met een andere groep',
    )
    expect(await desk.says('ja')).toContain('Gewisseld: dag 2')
    const path = await only()
    expect(path.times.map(({ session }) => session)).toEqual([
      'traject-2027-a/1',
      'traject-2027-b/2',
      'traject-2027-a/3',
      'traject-2027-a/4',
      'traject-2027-a/5',
    ])
  })

  it('puts who comes late on the waiting list, and offers the place that comes free', async () => {
    const small = {
      ...desk1().parts.offerings,
      paths: desk1()
        .parts.offerings.paths.map((path) => ({ ...path, teams: { min: 1, max: 1 } }))
        .slice(0, 1),
    }
    const desk = office({ offerings: small })
    await desk.says('inschrijven voor niveau 3 met 4 mensen')
    await desk.says('groep A')
    await desk.says('ja')
    const late = await desk.says('inschrijven voor niveau 3 met 5 mensen', 'later')
    expect(late).toContain('Volzet')
    expect(await desk.says('zet ons op de wachtlijst', 'later')).toContain('U staat op de wachtlijst')
    await desk.says('annuleer onze boeking')
    await desk.presses('Ja, annuleer')
    const [offer] = (await desk.shown('later')).slice(-1)
    expect(offer?.text).toContain('Er is een plaats vrijgekomen')
    expect(await desk.says('ja', 'later')).toContain('Geboekt.')
    expect(await store.bookings.waiting()).toEqual([])
    expect((await only()).participants).toBe(5)
  })
})

/** The offerings a desk of tests has. */
function desk1(): BookingOffice {
  return office()
}

describe('a host whose calendar cannot be read', { timeout: PATIENCE }, () => {
  it('is offered with reserve, booked with reserve, and never as surely free', async () => {
    const unsure = new Set(['begeleider-oost', 'begeleider-west'])
    const desk = office({ elsewhere: async () => ({ busy: [], unsure }) })
    expect(await desk.says('niveau 1 in januari voor 12 man in Gent')).toContain('onder voorbehoud')
    expect(await desk.says('de eerste')).toContain('kon ik niet nakijken')
    expect(await desk.says('ja')).toContain('kon ik niet nakijken')
    expect((await only()).tentative).toBe(true)
  })
})

describe('what follows a booking', { timeout: PATIENCE }, () => {
  const files = (desk: BookingOffice) =>
    desk.mail.deliveries.map(({ conversation, message }) => {
      const [file] = message.files ?? []
      const event = Object.values(nodeIcal.sync.parseICS(file?.content ?? '')).find(
        (part) => part?.type === 'VEVENT',
      )
      if (event?.type !== 'VEVENT') return { to: conversation, subject: message.subject }
      const { method, sequence, uid } = event
      return { to: conversation, subject: message.subject, method, sequence, uid }
    })

  it('is mailed to member and host: asked, changed and taken back under one name', async () => {
    const desk = await bookedOffice()
    await desk.says('kan het een week later?')
    await desk.says('ja')
    await desk.says('annuleer onze workshop')
    await desk.says('ja')
    const { uid } = await only('cancelled')
    const member = files(desk).filter(({ to }) => to === 'els@zonnegem.example')
    expect(member.map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
      'REQUEST 0',
      'REQUEST 1',
      'CANCEL 2',
    ])
    expect(new Set(files(desk).map((mail) => mail.uid))).toEqual(new Set([uid]))
    const host = files(desk).filter(({ to }) => to !== 'els@zonnegem.example')
    expect(host.map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
      'REQUEST 0',
      'REQUEST 1',
      'CANCEL 2',
    ])
  })

  it('is reminded a week and a day before, when the office opens; the host gets the list of the day', async () => {
    const desk = await bookedOffice()
    const before = desk.mail.deliveries.length
    await desk.pass(60 * 86_400_000)
    const later = desk.mail.posts
      .slice(before)
      .map(({ at, conversation }) => [new Date(at).toISOString(), conversation])
    expect(later).toEqual([
      ['2027-01-07T07:30:00.000Z', 'els@zonnegem.example'],
      ['2027-01-13T07:30:00.000Z', 'els@zonnegem.example'],
      ['2027-01-14T07:30:00.000Z', expect.stringContaining('begeleider')],
    ])
    expect(desk.mail.deliveries.at(-1)?.message.text).toContain('Gemeente Zonnegem')
  })

  it('is told to nobody after a cancellation', async () => {
    const desk = await bookedOffice()
    await desk.says('annuleer onze workshop')
    await desk.says('ja')
    const before = desk.mail.deliveries.length
    await desk.pass(60 * 86_400_000)
    expect(desk.mail.deliveries.slice(before)).toEqual([])
  })

  it('waits in the outbox without a mail server, and the desk says so', async () => {
    const desk = office({ sendsMail: false })
    await desk.says(SENTENCE)
    expect(await desk.says('ja')).toContain('nog geen mailserver ingesteld')
    const [last] = (await desk.shown()).slice(-1)
    expect(last?.files?.[0]?.type).toContain('method=REQUEST')
    // Calendars fold long lines.
    expect(last?.files?.[0]?.content.replaceAll('\r\n ', '')).not.toContain('els@zonnegem')
  })
})
