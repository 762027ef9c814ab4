import { join } from 'node:path'
import { IANAZone } from 'luxon'
import { z } from 'zod'
import { readCheckedYaml } from '../checked-yaml.js'
import { isDay } from './day.js'
import type { DayWindows, OfficeHours, SpecialDays } from './office-hours.js'

const WINDOW = /^(\d{1,2})[:.](\d\d)\s*[-–]\s*(\d{1,2})[:.](\d\d)$/

const windows = z
  .array(z.string().regex(WINDOW, 'expected a period such as "8:30-12:30"'))
  .transform((texts): DayWindows => texts.map(toWindow))
  .refine(
    areInOrder,
    'expected periods of one day, in order and apart, each closing after it opens (at most 24:00)',
  )

const week = z
  .strictObject({
    monday: windows,
    tuesday: windows,
    wednesday: windows,
    thursday: windows,
    friday: windows,
    saturday: windows.default([]),
    sunday: windows.default([]),
  })
  .transform((days) => [
    days.monday,
    days.tuesday,
    days.wednesday,
    days.thursday,
    days.friday,
    days.saturday,
    days.sunday,
  ])

const day = z.string('expected a day such as 2026-12-24').refine(isDay, 'expected a day such as 2026-12-24')
const dayOfYear = z
  .string('expected a day of the year such as 07-11 (month-day)')
  .refine(
    (text) => /^\d\d-\d\d$/.test(text) && isDay(`2024-${text}`),
    'expected a day of the year such as 07-11 (month-day)',
  )

const when = {
  date: day.optional(),
  from: day.optional(),
  until: day.optional(),
  every: dayOfYear.optional(),
  name: z.string().min(1).optional(),
  /** For the people who keep the file; never shown. */
  remark: z.string().optional(),
}

const exception = z
  .strictObject({
    ...when,
    timetable: z.enum(['office', 'telephone', 'both']).default('both'),
    hours: windows,
  })
  .refine(hasOneDay, 'expected either "date", or "from" and "until" (in order), or "every"')

const officeHoursFile = z.strictObject({
  zone: z
    .string()
    .refine((name) => IANAZone.isValidZone(name), 'expected a time zone such as Europe/Brussels')
    .default('Europe/Brussels'),
  telephone: z.string().regex(/^\+?[\d ./()-]{6,}$/, 'expected a telephone number such as "02 211 55 00"'),
  timetables: z.strictObject({ office: week, telephone: week }),
  exceptions: z.array(exception).default([]),
})

const closingDay = z
  .strictObject({
    ...when,
    name: z.string().min(1),
    /** False while it is still to be decided: the day counts, and members are told so. */
    confirmed: z.boolean().default(true),
    /** For a half day or other hours; without it the day is closed. */
    open: z.strictObject({ office: windows, telephone: windows }).optional(),
  })
  .refine(hasOneDay, 'expected either "date", or "from" and "until" (in order), or "every"')

const closingDaysFile = z.strictObject({ days: z.array(closingDay) })

/**
 * Reads `organisation/office-hours.yaml` and `organisation/closing-days.yaml` of a knowledge folder.
 *
 * Dated exceptions come before the organisation's own closing days, those before the legal holidays.
 *
 * @throws FileError listing everything that is wrong in the first of the two files that is not right.
 */
export function readOfficeHours(knowledgeFolder: string): OfficeHours {
  const folder = join(knowledgeFolder, 'organisation')
  const office = readCheckedYaml(join(folder, 'office-hours.yaml'), officeHoursFile)
  const closing = readCheckedYaml(join(folder, 'closing-days.yaml'), closingDaysFile)
  const own = closing.days.map(fromClosingDay)
  return {
    zone: office.zone,
    telephoneNumber: office.telephone,
    week: office.timetables,
    special: [
      ...office.exceptions.map(fromException),
      ...own.filter(({ from }) => from.length === 10),
      ...own.filter(({ from }) => from.length === 5),
    ],
  }
}

interface When {
  readonly date?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly every?: string | undefined
}

function hasOneDay({ date, from, until, every }: When): boolean {
  const ways = [date, every, from ?? until].filter((value) => value !== undefined)
  if (ways.length !== 1) return false
  return (
    (from === undefined && until === undefined) ||
    (from !== undefined && until !== undefined && from <= until)
  )
}

function stretch({ date, from, until, every }: When): { from: string; until: string } {
  const single = date ?? every
  return { from: from ?? single ?? '', until: until ?? single ?? '' }
}

function fromException(entry: z.infer<typeof exception>): SpecialDays {
  const { timetable, hours } = entry
  return {
    ...stretch(entry),
    name: entry.name ?? null,
    hours: {
      office: timetable === 'telephone' ? null : hours,
      telephone: timetable === 'office' ? null : hours,
    },
  }
}

function fromClosingDay(entry: z.infer<typeof closingDay>): SpecialDays {
  return {
    ...stretch(entry),
    name: entry.name,
    ...(entry.confirmed ? {} : { unconfirmed: true }),
    hours: entry.open ?? { office: [], telephone: [] },
  }
}

function toWindow(text: string): { opens: number; closes: number } {
  const [, fromHour, fromMinute, toHour, toMinute] = WINDOW.exec(text) ?? []
  return {
    opens: minutes(fromHour, fromMinute),
    closes: minutes(toHour, toMinute),
  }
}

/** Not a number when the minutes are no minutes, so that the order check refuses it. */
function minutes(hour: string | undefined, minute: string | undefined): number {
  return Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : Number.NaN
}

function areInOrder(list: DayWindows): boolean {
  let last = -1
  for (const { opens, closes } of list) {
    if (!(opens > last && closes > opens && closes <= 1440)) return false
    last = closes
  }
  return true
}
