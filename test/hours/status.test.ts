import { describe, expect, it } from 'vitest'
import { promise } from '../../src/hours/promise.js'
import { hoursStatus } from '../../src/hours/status.js'
import { brussels, sampleHours } from './sample.js'

describe('the promise', () => {
  it.each([
    ['2026-11-23 10:00', 'Wij zijn er tot 16.30 uur. Bellen kan ook: 02 211 55 00, vandaag tot 12.30 uur.'],
    ['2026-11-23 12:45', 'Wij zijn er tot 16.30 uur.'],
    ['2026-11-27 15:30', 'Wij zijn er tot 16 uur. Bellen kan ook: 02 211 55 00, vandaag tot 17 uur.'],
    [
      '2026-11-27 16:15',
      'Het kantoor is gesloten, maar bellen kan nog tot 17 uur: 02 211 55 00. ' +
        'Een medewerker kan ten vroegste maandag 30 november om 8.30 uur kijken.',
    ],
    ['2026-11-21 23:10', 'Een medewerker kan ten vroegste maandag 23 november om 8.30 uur kijken.'],
    ['2026-12-31 17:00', 'Een medewerker kan ten vroegste maandag 4 januari 2027 om 8.30 uur kijken.'],
  ])('at %s is: %s', (at, expected) => {
    expect(promise(brussels(at), sampleHours, 'nl')).toBe(expected)
  })

  it('is there in English', () => {
    expect(promise(brussels('2026-11-23 16:45'), sampleHours, 'en')).toBe(
      'The office is closed, but you can still call 02 211 55 00 until 17:00. ' +
        'A member of staff can look at it on Tuesday 24 November at 8:30 at the earliest.',
    )
  })

  it('says nothing it does not know when the office never opens', () => {
    const never = { ...sampleHours, week: { office: [], telephone: [] }, special: [] }
    expect(promise(brussels('2026-11-23 10:00'), never, 'nl')).toBe(
      'Een medewerker kijkt zodra het kantoor opnieuw open is.',
    )
  })
})

describe('the state of both timetables', () => {
  it('gives instants with their offset', () => {
    expect(hoursStatus(brussels('2026-10-23 16:15'), sampleHours)).toEqual({
      at: '2026-10-23T16:15:00+02:00',
      office: { open: false, opens: '2026-10-26T08:30:00+01:00' },
      telephone: { open: true, until: '2026-10-23T17:00:00+02:00' },
      closingDay: null,
      promise: expect.stringContaining('maandag 26 oktober om 8.30 uur'),
    })
  })

  it('names the closing day', () => {
    expect(hoursStatus(brussels('2026-11-11 10:00'), sampleHours).closingDay).toBe('Wapenstilstand')
    expect(hoursStatus(brussels('2030-07-11 10:00'), sampleHours).closingDay).toBe(
      'Feestdag van de Vlaamse Gemeenschap',
    )
  })

  it('takes microseconds', () => {
    const at = brussels('2026-12-31 17:00')
    hoursStatus(at, sampleHours)
    const started = performance.now()
    for (let i = 0; i < 1000; i++) hoursStatus(at, sampleHours)
    expect((performance.now() - started) / 1000).toBeLessThan(1)
  })
})
