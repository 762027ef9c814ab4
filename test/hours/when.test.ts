import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWhen } from '../../src/hours/when.js'
import { brussels, ZONE } from './sample.js'

/** Seen from Monday 23 November 2026, 10.00: day or days, part of the day, clock. */
const CASES: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['kan ik vrijdag om 16u15 nog binnenspringen?', '2026-11-27', null, '16:15'],
  ['is de telefoon om 16u45 nog bemand? dacht dat ge om 16u30 toe waart', null, null, '16:45'],
  ['zijt ge open op 11 november', '2027-11-11', null, null],
  ['open op 24/12?', '2026-12-24', null, null],
  ['do 14/1 om 14u', '2027-01-14', null, '14:00'],
  ['vrijdag 11 december', '2026-12-11', null, null],
  ['29 maart 2027', '2027-03-29', null, null],
  ['2027-01-04 om 9:30', '2027-01-04', null, '09:30'],
  ['morgen', '2026-11-24', null, null],
  ['overmorgen om 10 uur', '2026-11-25', null, '10:00'],
  ['morgenvroeg', '2026-11-24', 'morning', null],
  ['morgenvoormiddag', '2026-11-24', 'morning', null],
  ['vanavond', '2026-11-23', 'evening', null],
  ['deze namiddag nog', '2026-11-23', 'afternoon', null],
  ["'s morgens", null, 'morning', null],
  ['goeiemorgen, zijn jullie er vandaag', '2026-11-23', null, null],
  ['vrijdagnamiddag', '2026-11-27', 'afternoon', null],
  ['vrijdagmorgen om half negen', '2026-11-27', 'morning', '08:30'],
  ['op vrijdagen', '2026-11-27', null, null],
  ['tijdens de middag', null, 'noon', null],
  ['over de middag', null, 'noon', null],
  ['in het weekend', '2026-11-28/2026-11-29', null, null],
  ['met kerst', '2026-12-25', null, null],
  ['tussen kerst en nieuw', '2026-12-26/2026-12-31', null, null],
  ['tijdens de kerstvakantie', '2026-12-21/2027-01-03', null, null],
  ['hemelvaart', '2027-05-06', null, null],
  ['de vrijdag na hemelvaart', '2027-05-07', null, null],
  ['de brugdag', '2027-05-07', null, null],
  ['olv hemelvaart', '2027-08-15', null, null],
  ['paasmaandag', '2027-03-29', null, null],
  ['tweede kerstdag', '2026-12-26', null, null],
  ['op nieuwjaar 2028', '2028-01-01', null, null],
  ['volgende week', '2026-11-30/2026-12-04', null, null],
  ['volgende vrijdag', '2026-12-04', null, null],
  ['maandag', '2026-11-23', null, null],
  ['op di', '2026-11-24', null, null],
  ['van 24 tot 31 december', '2026-12-24/2026-12-31', null, null],
  ['24 december tot en met 2 januari', '2026-12-24/2027-01-02', null, null],
  ['in augustus', '2027-08-01/2027-08-31', null, null],
  ['de dag na kerstmis', '2026-12-26', null, null],
  ['de dag voor allerheiligen', '2027-10-31', null, null],
  ['11 november 2027 en de maandag erna', '2027-11-15', null, null],
  ['olv hemelvaart valt in 2028 op een dinsdag', '2028-08-15', null, null],
  ['vrijdag voor 9 uur', '2026-11-27', null, '09:00'],
  ['een dag voor de middag', null, 'morning', null],
  ['half een', null, null, '12:30'],
  ['kwart voor een', null, null, '12:45'],
  ['0u30', null, null, '00:30'],
  ["3 uur 's nachts", null, 'night', '03:00'],
  ['twenty past twelve', null, null, '12:20'],
  ['half vijf', null, null, '16:30'],
  ['kwart na vier', null, null, '16:15'],
  ['kwart voor 5', null, null, '16:45'],
  ['tien voor half vijf', null, null, '16:20'],
  ['om 5 na 4', null, null, '16:05'],
  ['vijf uur', null, null, '17:00'],
  ['14u', null, null, '14:00'],
  ['16.45 uur', null, null, '16:45'],
  ['om 16.45', null, null, '16:45'],
  ['om 8', null, null, '08:00'],
  ["5 uur 's morgens", null, 'morning', '05:00'],
  ["om 8 uur 's avonds", null, 'evening', '20:00'],
  ['tomorrow at 4:45 pm', '2026-11-24', null, '16:45'],
  ['friday at half past four', '2026-11-27', null, '16:30'],
  ['quarter to five', null, null, '16:45'],
  ['on november 11th', '2027-11-11', null, null],
  ['christmas eve', '2026-12-24', null, null],
  ['elf november', '2027-11-11', null, null],
  ['de eerste mei', '2027-05-01', null, null],
  ['eenentwintig juli 2028', '2028-07-21', null, null],
  ['den elfden november', '2027-11-11', null, null],
  ['vijftiende augustus', '2027-08-15', null, null],
  ['the first of May 2028', '2028-05-01', null, null],
  ['vrijdagachternoen', '2026-11-27', 'afternoon', null],
  ['na den noen', null, 'afternoon', null],
  ['smorgens', null, 'morning', null],
  ['op 30 februari', null, null, null],
  ['dat is zo', null, null, null],
]

describe('a moment as members type it', () => {
  it.each(CASES)('%s is %s, %s, %s', (text, days, part, clock) => {
    const when = parseWhen(text, brussels('2026-11-23 10:00'), ZONE)
    const range =
      when.days &&
      (when.days.from === when.days.until ? when.days.from : `${when.days.from}/${when.days.until}`)
    const minute = when.clock?.minute ?? -1
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    expect([range, when.part, when.clock && time]).toEqual([days, part, clock])
  })

  it.each([
    ['24 en 31 december', ['2026-12-24', '2026-12-31']],
    ['op 1, 11 en 15 november', ['2027-11-01', '2027-11-11', '2027-11-15']],
    ['2 november of 11 november', ['2027-11-02', '2027-11-11']],
  ])('"%s" are days apart', (text, days) => {
    const when = parseWhen(text, brussels('2026-11-23 10:00'), ZONE)
    expect([when.days, ...when.otherDays].map((range) => range?.from)).toEqual(days)
  })

  it('depends on the day in Brussels, not in UTC', () => {
    expect(parseWhen('morgen', new Date('2026-12-31T23:30:00Z'), ZONE).days?.from).toBe('2027-01-02')
  })

  it('knows an end from a time', () => {
    const relation = (text: string) => parseWhen(text, brussels('2026-11-23 10:00'), ZONE).clock?.relation
    expect([relation('tot 17u'), relation('voor 9 uur'), relation('vanaf 8u'), relation('om 8u')]).toEqual([
      'until',
      'until',
      'from',
      'at',
    ])
  })

  it('never throws', () => {
    const bits = fc.constantFrom(
      'om',
      'half',
      '31',
      '/',
      '2',
      'februari',
      'kerst',
      'tot',
      '16u30',
      'vrijdag',
      '2026',
      '-',
      'tussen',
      "'s",
      'week',
      '.',
      'morgen',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits).map((words) => words.join(' ')),
        ),
        (text) => {
          parseWhen(text, brussels('2026-11-23 10:00'), ZONE)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
