import { describe, expect, it } from 'vitest'
import { promise } from '../../src/escalation/promise.js'
import { brussels, sampleHours } from '../hours/sample.js'

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
