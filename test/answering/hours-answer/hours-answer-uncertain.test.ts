import { describe, expect, it } from 'vitest'
import { answerHours } from '../../../src/answering/hours-answer/hours-answer.js'
import type { OfficeHours } from '../../../src/hours/office-hours.js'
import { brussels, sampleHours } from '../../hours/sample.js'

const onlyStaffKnow = (question: string, hours: OfficeHours = sampleHours) =>
  answerHours(question, brussels('2026-11-23 10:00'), hours, 'nl')?.onlyStaffKnow

const closed = { office: [], telephone: [] }
const listed: OfficeHours = {
  ...sampleHours,
  special: [
    { from: '2027-11-02', until: '2027-11-02', name: 'Allerzielen', hours: closed },
    ...sampleHours.special,
  ],
}

describe('a day that many give off and that the list of closing days does not name', () => {
  it.each([
    'zijn jullie op 2 november open',
    'kan ik 15 november bellen',
    'is het kantoor open op de brugdag?',
    'is het kantoor toe op de vrijdag na hemelvaart',
    'zijn jullie open tussen kerst en nieuw?',
    'zijn jullie open in de kerstvakantie',
    'zijn jullie 29 december om 10u bereikbaar',
    'is er iemand op 11 november 2027 of 12 november 2027',
    'sluiten jullie 31 december vroeger',
  ])('is left to staff: %s', (question) => {
    expect(onlyStaffKnow(question)).toBe(true)
  })

  it.each([
    'zijn jullie op 11 november open',
    'zijn jullie 29 december om 19u open',
    'zijn jullie vrijdag open',
    'open op 24 december?',
    'zijn jullie open in de zomer',
    'zijn jullie op 11 juli 2028 open',
    'tweede kerstdag open?',
  ])('is answered where the calendar is certain: %s', (question) => {
    expect(onlyStaffKnow(question)).toBe(false)
  })

  it('is answered once the list says something certain of that year', () => {
    expect(onlyStaffKnow('zijn jullie op 15 november open', listed)).toBe(false)
    expect(onlyStaffKnow('zijn jullie op 2 november open', listed)).toBe(false)
    expect(onlyStaffKnow('zijn jullie op 2 november 2028 open', listed)).toBe(true)
  })
})
