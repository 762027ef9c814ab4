import { describe, expect, it } from 'vitest'
import type { BookingView } from '../../src/booking/view.js'
import { understandBooking } from '../../src/booking/wish.js'
import { context } from './setting.js'

function talk(...messages: readonly string[]) {
  let previous: BookingView | null = null
  let last = null
  for (const message of messages) {
    last = understandBooking(message, context({ previous }))
    if (last !== null) previous = last.kind === 'withdrawn' ? null : last.view
  }
  return last
}

const wishes = (...messages: readonly string[]) =>
  talk(...messages)?.view.wishes.map(({ date, part, time }) =>
    [date, part, time].filter((piece) => piece !== null).join(' '),
  )

describe('going on with a booking', () => {
  it.each([
    [
      'niveau 1 op 11 november 2027',
      'oei dat is wapenstilstand, doe dan maar in december',
      '2027-12-01/2027-12-31',
    ],
    ['niveau 2 op 29 maart', 'ah ja, paasmaandag, neem dan de dag erna', '2027-03-30'],
    ['introworkshop op 6 mei', 'sorry, 6 mei is hemelvaart, liever 13 mei', '2027-05-13'],
    ['niveau 2 op 5 april', 'nee wacht, dan is het paasvakantie, doe de week erna', '2027-04-12'],
    ['level 2 on 1 May 2027', "oh that's Labour Day, make it the 4th of May", '2027-05-04'],
  ])('lets go of the day off that is given as the reason: "%s", "%s"', (first, then, date) => {
    expect(wishes(first, then)).toEqual([date])
  })

  it('keeps a day off that is wished', () => {
    expect(wishes('niveau 1 op 4 mei', 'liever paasmaandag')).toEqual(['2027-03-29'])
    expect(wishes('niveau 1 op 4 mei', 'is de paasvakantie ook mogelijk?')?.[0]).toMatch(/^2027-03-29/)
  })

  it('takes short answers to what was asked, in order', () => {
    const view = talk('service design sessie vastleggen', '2', 'tweede helft maart', '20', 'in gent')?.view
    expect(view).toMatchObject({ level: 2, participants: 20, place: 'Gent', missing: ['body', 'contact'] })
    expect(view?.wishes[0]?.date).toBe('2027-03-16/2027-03-31')
  })

  it('takes the second offer as the new wish', () => {
    const first = talk('graag niveau 2 in maart')
    const second = talk('graag niveau 2 in maart', 'doe maar de tweede')
    expect(second?.view.offers).toEqual([first?.view.offers[1]])
    expect(second?.view.wishes[0]?.date).toBe(first?.view.offers[1]?.slice(0, 10))
  })

  it('keeps what was known when the level changes', () => {
    const view = talk('dagopleiding op 9 maart voor 14 man in Aalst', 'liever niveau 1')?.view
    expect(view).toMatchObject({ level: 1, participants: 14, place: 'Aalst' })
    expect(view?.wishes[0]?.date).toBe('2027-03-09')
  })

  it.each([
    ['om 14u dan', ['2027-03-10 14:00']],
    ['liefst in de voormiddag', ['2027-03-10 morning']],
    ['later die week', ['2027-03-11/2027-03-12 morning']],
    ['een week later', ['2027-03-17 morning']],
    ['de dag erna', ['2027-03-11 morning']],
    ['nee toch 16 maart', ['2027-03-16 morning']],
    ['16 of 18 maart om 10u', ['2027-03-16 10:00', '2027-03-18 10:00']],
    ['eerder in april', ['2027-04-01/2027-04-30 morning']],
    ['volgende week donderdag', ['2026-12-03 morning']],
  ])('moves "niveau 1 woensdag 10 maart vm" by "%s" to %s', (message, expected) => {
    expect(wishes('niveau 1 woensdag 10 maart vm', message)).toEqual(expected)
  })

  it.each([
    ['doe maar 20 man', 20],
    ['25', 25],
    ['een twintigtal', 20],
    ['we zijn met 15', 15],
    ["met z'n achten", 8],
    ['12 à 15', 15],
  ])('reads "%s" as %i participants', (message, participants) => {
    expect(talk('niveau 1 op 10 maart', message)?.view.participants).toBe(participants)
  })

  it.each([
    ['bij ons', 'bij het bestuur'],
    ['Sint-Niklaas', 'Sint-Niklaas'],
    ['in gent', 'Gent'],
    ['bij jullie', 'VVSG, Brussel'],
    ['online graag', 'online'],
    ['in ons gemeentehuis', 'bij het bestuur'],
    ['at our office', 'bij het bestuur'],
  ])('reads "%s" as the place %s', (message, place) => {
    expect(talk('niveau 1 op 10 maart', message)?.view.place).toBe(place)
  })

  it.each([
    'toch niet',
    'laat maar',
    'vergeet het',
    'nee bedankt',
    'never mind',
    'annuleer maar',
  ])('drops the wish on "%s"', (message) => {
    expect(talk('niveau 1 op 10 maart', message)?.kind).toBe('withdrawn')
  })

  it('changes and does not drop the wish on "toch niet niveau 1, liever niveau 2"', () => {
    expect(talk('niveau 1 op 10 maart', 'toch niet niveau 1, liever niveau 2')?.view.level).toBe(2)
  })

  it.each([
    'en hoeveel kost dat?',
    'wat zijn jullie openingsuren op vrijdag?',
    'kan ik vrijdag om 16u15 nog binnenspringen?',
    'hoeveel gemeenten zijn er lid?',
    'hoe vervangen wij een schepen die ontslag neemt',
    'Wie heeft de toolkit gemaakt?',
    'mag een schepen een cursus volgen?',
    'presentiegeld raadsleden index 2027, wat is min en max',
    'bedankt!',
  ])('leaves "%s" in the middle of a booking to others', (message) => {
    expect(
      understandBooking(message, context({ previous: talk('niveau 1 op 10 maart')?.view ?? null })),
    ).toBeNull()
  })

  it('learns the body and the contact and asks no more', () => {
    const talked = talk(
      'niveau 2 op 9 maart voor 12 man in Gent',
      'voor stad Gent, contact is [e-mail]',
      'ja',
    )
    expect(talked?.view.missing).toEqual([])
    expect(talked?.handsOver).toBe(true)
  })

  it('keeps two sessions apart when the number of people is added', () => {
    const view = talk('wo 24 febr nm niveau 1 en do 11 maart niveau 2, allebei aub', '15 deelnemers')?.view
    expect(view?.wishes.map(({ date }) => date)).toEqual(['2027-02-24', '2027-03-11'])
    expect(view?.missing).toEqual(['place', 'body', 'contact'])
  })

  it('takes "12 man bij ons" for a group and a place, not for twelve more', () => {
    const talked = talk('Graag niveau 1 op 14 januari om 14u voor 12 man bij ons in Gent')
    expect(talked).toMatchObject({ kind: 'wish', view: { participants: 12, place: 'Gent' } })
  })

  it('answers an English conversation in English', () => {
    const talked = talk('book level 2 in March', 'the second one')
    expect(talked?.text).toContain('Nothing is booked yet')
  })
})
