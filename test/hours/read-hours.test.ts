import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closingDayOn, specialDayOn, windowsOn } from '../../src/hours/office-hours.js'
import { readOfficeHours } from '../../src/hours/read-hours.js'
import { sampleHours } from './sample.js'

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const days = (hours: string) => week.map((day) => `    ${day}: ["${hours}"]`).join('\n')
const OFFICE = `telephone: 02 211 55 00\ntimetables:\n  office:\n${days('8:30-16:30')}\n  telephone:\n${days('8.30-17.00')}\n`

describe('the files of the hours', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vraagbaak-hours-'))
    mkdirSync(join(folder, 'organisation'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const read = (office: string, closing = 'days: []\n') => {
    writeFileSync(join(folder, 'organisation', 'office-hours.yaml'), office)
    writeFileSync(join(folder, 'organisation', 'closing-days.yaml'), closing)
    return readOfficeHours(folder)
  }

  it('of the sample hold two timetables, and 11 July off', () => {
    expect(windowsOn(sampleHours, 'office', '2026-11-27')).toEqual([{ opens: 510, closes: 960 }])
    expect(windowsOn(sampleHours, 'telephone', '2026-11-27')).toEqual([
      { opens: 510, closes: 750 },
      { opens: 810, closes: 1020 },
    ])
    expect(closingDayOn(sampleHours, '2029-07-11')).toEqual({
      day: '2029-07-11',
      holiday: null,
      name: 'Feestdag van de Vlaamse Gemeenschap',
      unconfirmed: true,
    })
    expect(closingDayOn(sampleHours, '2026-11-11')).toMatchObject({ holiday: 'armistice' })
    expect(closingDayOn(sampleHours, '2026-11-21')).toBeNull()
  })

  it('may close days, halve them, open holidays and change one timetable', () => {
    const hours = read(
      `${OFFICE}exceptions:\n  - { date: 2026-12-30, timetable: telephone, hours: [] }\n  - { date: 2026-12-29, hours: ["9:00-10:00"] }\n`,
      'days:\n  - { from: 2026-12-28, until: 2026-12-31, name: Eindejaar }\n' +
        '  - { date: 2026-12-24, name: Kerstavond, open: { office: ["8:30-12:00"], telephone: [] } }\n' +
        '  - { every: "05-01", name: Open op 1 mei, open: { office: ["10:00-24:00"], telephone: [] } }\n',
    )
    expect(windowsOn(hours, 'office', '2026-12-28')).toEqual([])
    expect(windowsOn(hours, 'office', '2026-12-29')).toEqual([{ opens: 540, closes: 600 }])
    expect(windowsOn(hours, 'telephone', '2026-12-30')).toEqual([])
    expect(windowsOn(hours, 'office', '2026-12-24')).toEqual([{ opens: 510, closes: 720 }])
    expect(windowsOn(hours, 'office', '2027-05-01')).toEqual([{ opens: 600, closes: 1440 }])
    expect(closingDayOn(hours, '2026-12-24')).toBeNull()
    expect(specialDayOn(hours, '2026-12-24')?.name).toBe('Kerstavond')
    expect(closingDayOn(hours, '2026-12-31')?.name).toBe('Eindejaar')
  })

  it.each([
    [
      'a window that closes before it opens',
      OFFICE.replace('8:30-16:30', '16:30-8:30'),
      'timetables.office.monday',
    ],
    [
      'windows that overlap',
      OFFICE.replace('"8:30-16:30"', '"8:30-12:30", "12:00-16:00"'),
      'in order and apart',
    ],
    ['minutes that do not exist', OFFICE.replace('8:30-16:30', '8:75-16:30'), 'office-hours.yaml:4'],
    [
      'words instead of hours',
      OFFICE.replace('8:30-16:30', 'heel de dag'),
      'expected a period such as "8:30-12:30"',
    ],
    ['a missing day', OFFICE.replace(/ {4}friday.*\n/, ''), 'timetables.office.friday'],
    ['a misspelt field', OFFICE.replace('telephone: 02', 'telefoon: 02'), 'telefoon'],
    ['an unknown zone', `zone: Europe/Brussel\n${OFFICE}`, 'expected a time zone such as Europe/Brussels'],
    ['an exception without a day', `${OFFICE}exceptions:\n  - { hours: [] }\n`, 'exceptions[0]'],
    [
      'a day that does not exist',
      `${OFFICE}exceptions:\n  - { date: 2026-02-30, hours: [] }\n`,
      'exceptions[0].date',
    ],
  ])('refuse %s', (_, office, said) => {
    expect(() => read(office)).toThrow(said)
  })

  it('refuse a closing day without a name or with two ways of saying when', () => {
    expect(() => read(OFFICE, 'days:\n  - { date: 2026-12-24 }\n')).toThrow('days[0].name')
    expect(() => read(OFFICE, 'days:\n  - { date: 2026-12-24, every: 12-24, name: x }\n')).toThrow(
      'expected either "date"',
    )
    expect(() => read(OFFICE, 'days:\n  - { from: 2026-12-24, until: 2026-12-20, name: x }\n')).toThrow(
      'in order',
    )
  })
})
