import { describe, expect, it } from 'vitest'
import type { BookingUnderstanding } from '../../src/booking/wish.js'
import { understandBooking } from '../../src/booking/wish.js'
import { BOOKING_MESSAGES, OTHER_MESSAGES } from './messages.js'
import { context, OFFERINGS } from './setting.js'

function inShort(understood: BookingUnderstanding | null): string {
  if (understood === null) return 'something else'
  const { level, participants, place, wishes } = understood.view
  const dates = wishes.map(({ date, part, time }) =>
    [date, part, time].filter((piece) => piece !== null).join(' '),
  )
  return [understood.kind, level ?? '-', participants ?? '-', place ?? '-', dates.join(' + ') || '-'].join(
    '; ',
  )
}

const reply = (message: string, change = {}): string =>
  understandBooking(message, context(change))?.text ?? ''

describe('understanding a booking', () => {
  it.each(BOOKING_MESSAGES)('understands "%s" as %s', (message, understood) => {
    expect(inShort(understandBooking(message, context()))).toBe(understood)
  })

  it.each(OTHER_MESSAGES)('leaves "%s" to others', (message) => {
    expect(understandBooking(message, context())).toBeNull()
  })

  it.each([
    ['30 december 2026', '2026-12-31T09:00:00+01:00', '2027-12-30'],
    ['31/12', '2026-12-31T23:59:00+01:00', '2026-12-31'],
    ['31/12', '2026-12-31T23:30:00Z', '2027-12-31'],
    ['1 januari', '2026-12-31T09:00:00+01:00', '2027-01-01'],
    ['29 februari', '2027-10-01T09:00:00+02:00', '2028-02-29'],
    ['29/2/2028', '2027-10-01T09:00:00+02:00', '2028-02-29'],
    ['morgen', '2028-02-28T09:00:00+01:00', '2028-02-29'],
    ['overmorgen', '2027-02-27T09:00:00+01:00', '2027-03-01'],
    ['volgende maand', '2026-12-15T09:00:00+01:00', '2027-01-01/2027-01-31'],
    ['in januari', '2026-12-15T09:00:00+01:00', '2027-01-01/2027-01-31'],
    ['week 1', '2026-12-15T09:00:00+01:00', '2027-01-04/2027-01-08'],
    ['week 53', '2026-12-15T09:00:00+01:00', '2026-12-28/2027-01-01'],
    ['volgende week vrijdag', '2026-12-28T09:00:00+01:00', '2027-01-08'],
    ['na de krokusvakantie', '2027-01-05T09:00:00+01:00', '2027-02-15/2027-03-14'],
    ['voor de zomer', '2027-03-01T09:00:00+01:00', '2027-03-01/2027-06-30'],
  ])('reads "%s" written on %s as %s', (words, now, date) => {
    const understood = understandBooking(
      `graag niveau 1, ${words.replace(' 2026', '')}`,
      context({ now: new Date(now) }),
    )
    expect(understood?.view.wishes[0]?.date).toBe(date)
  })

  it.each([
    ['niveau 1 op 29 februari', 'De datum “29 februari” bestaat niet'],
    ['niveau 2 op 31 april', 'De datum “31 april” bestaat niet'],
    ['gisteren had ik graag niveau 2 geboekt', 'Zondag 22 november 2026 ligt in het verleden'],
    ['gisteren had ik graag niveau 2 geboekt', 'welke nieuwe datum u past'],
    ['niv 1 op 22 januari om 16u30?', 'Op vrijdag is het kantoor open van 8.30 uur tot 16 uur'],
    ['niv 1 op 22 januari om 15u30?', 'de sessie duurt één uur'],
    ['niveau 1 op vrijdag 7 mei 2027', 'mogelijk een brugdag (naast O.L.H.-Hemelvaart)'],
    ['niveau 2 op paasmaandag', 'Op maandag 29 maart 2027 (paasmaandag) is de VVSG gesloten'],
    ['niveau 1 op 11 juli 2028', 'Feestdag van de Vlaamse Gemeenschap'],
    ['niveau 2 op zaterdag 13 maart', 'Zaterdag 13 maart 2027 valt in het weekend'],
    ['niveau 2 morgen', 'ten vroegste voor maandag 14 december 2026'],
    ['niveau 2 op 9 maart 2029', 'te ver vooruit'],
    ['niveau 1 maandagavond', "'s Avonds geven we geen sessies"],
    [
      'reserveer 20/4 hele dag, 60 man',
      'hoogstens 20 deelnemers per sessie. Dat moeten we laten bevestigen, of we splitsen de groep in 3 sessies',
    ],
    ['niveau 2 voor 3 personen op 9 maart', 'niveau 2 gaat door vanaf 8 deelnemers'],
    ['leertraject boeken voor 2 teams van 6', 'Een projectteam telt 3 tot 5 mensen'],
    ['niveau 2 online op 9 maart voor 12 man', 'Niveau 2 wordt niet online gegeven'],
    ['dinsdag 8 maart niveau 1 boeken', 'Bedoelt u maandag 8 maart 2027, of dinsdag 9 maart 2027?'],
    ['niveau 4 boeken', 'Niveau 4 bestaat niet'],
    ['niveau 2 op 6 april', 'valt in de paasvakantie'],
    ['service design sessie vastleggen', 'welk niveau u wenst (1, 2 of 3)'],
    ['service design sessie vastleggen', 'welke datum of periode u past'],
    ['level 3 inschrijven met 2 teams', '2 teams'],
    ['level 3 inschrijven met 2 teams', 'meerdere dagen, gespreid over één jaar'],
    ['kan het aantal deelnemers van 12 naar 18 vr de opleiding v 2 maart?', 'van 12 naar 18 deelnemers'],
    [
      'kan het aantal deelnemers van 12 naar 18 vr de opleiding v 2 maart?',
      'Bestaande boeking: dinsdag 2 maart 2027',
    ],
    [
      'wo 24 febr nm niveau 1 en do 11 maart niveau 2, allebei aub',
      'Niveau 1 (introductieworkshop, één uur) op woensdag 24 februari 2027 in de namiddag',
    ],
    [
      'wo 24 febr nm niveau 1 en do 11 maart niveau 2, allebei aub',
      'Niveau 2 (opleidingsprogramma, één dag) op donderdag 11 maart 2027',
    ],
    [
      'mag de sessie van 22 januari een uur later?',
      'Uw vraag: “mag de sessie van 22 januari een uur later?”',
    ],
    ['book level 1 on 22 January at 4:30 pm', 'On Friday the office is open from 8:30 to 16:00'],
    ['cancel our session of 3 March', 'I cannot cancel an existing booking myself'],
  ])('answers "%s" with: %s', (message, words) => {
    expect(reply(message)).toContain(words)
  })

  it('says that nothing is booked and that the offer itself is not confirmed, with the contact', () => {
    const text = reply('graag niveau 2 op 9 maart voor 12 man in Gent')
    expect(text).toContain('Er is nog niets geboekt')
    expect(text).toContain('nog niet bevestigd')
    expect(text).toContain('Mattie Jacobs')
    expect(text).toContain('info@vvsg.be')
  })

  it('says so when a level is not offered, and offers no slot', () => {
    const levels = OFFERINGS.levels.map((level) => (level.level === 2 ? { ...level, active: false } : level))
    const understood = understandBooking(
      'graag niveau 2 op 9 maart',
      context({ offerings: { ...OFFERINGS, levels } }),
    )
    expect(understood?.view.offers).toEqual([])
    expect(understood?.text).toContain('wordt op dit moment niet aangeboden')
  })

  it('drops the warning once the level is confirmed', () => {
    const levels = OFFERINGS.levels.map((level) => ({ ...level, confirmedOn: '2026-11-01' }))
    expect(reply('graag niveau 2 op 9 maart', { offerings: { ...OFFERINGS, levels } })).not.toContain(
      'nog niet bevestigd',
    )
  })

  it('hands over as soon as level, date, participants and place are known', () => {
    const open = understandBooking('niveau 2 op 9 maart voor 12 man', context())
    const complete = understandBooking('niveau 2 op 9 maart voor 12 man in Gent', context())
    expect([open?.handsOver, complete?.handsOver]).toEqual([false, true])
  })

  it('asks neither body nor contact when both are known', () => {
    const text = reply('niveau 2 op 9 maart', { known: { body: true, contact: true } })
    expect(text).not.toContain('voor welk bestuur')
    expect(text).not.toContain('contacteren')
  })

  it('leaves out of the question what was said', () => {
    const understood = understandBooking(
      'Boek voor onze intercommunale een dag service design, 18 maart, locatie bij ons in Ieper',
      context(),
    )
    expect(understood?.view.missing).toEqual(['participants', 'contact'])
  })

  it('understands the same message the same way twice', () => {
    const message = 'niv 1 op 22 januari om 16u30?'
    expect(understandBooking(message, context())).toEqual(understandBooking(message, context()))
  })
})
