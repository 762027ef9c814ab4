import { join } from 'node:path'
import type { Command } from 'commander'
import { DateTime } from 'luxon'
import { promise } from '../escalation/promise.js'
import type { OfficeHours } from '../hours/office-hours.js'
import { readOfficeHours } from '../hours/read-hours.js'
import { hoursStatus, type TimetableStatus } from '../hours/status.js'
import { packageRoot } from '../package-root.js'
import { closingDayName } from '../texts/hours.js'
import { UsageError } from './errors.js'

interface HoursOptions {
  readonly at?: string
  readonly json?: true
}

/** Where the command prints. */
export interface HoursOutput {
  write(text: string): unknown
}

/** Adds `vraagbaak hours`: whether the building is open and the telephone staffed, now or at an instant. */
export function registerHours(program: Command, output: HoursOutput = process.stdout): void {
  program
    .command('hours')
    .description('whether the building is open and the telephone staffed, and what the desk would promise')
    .option(
      '--at <instant>',
      'at this instant (ISO 8601; without an offset: on the wall clock of the office)',
    )
    .option('--json', 'print {at, office, telephone, closingDay, promise} as JSON')
    .action(({ at, json }: HoursOptions) => {
      const hours = readOfficeHours(process.env.KNOWLEDGE_DIR || join(packageRoot(), 'knowledge'))
      const status = hoursReport(at === undefined ? new Date() : instant(at, hours), hours)
      output.write(`${json ? JSON.stringify(status) : describe(status)}\n`)
    })
}

/** What the command prints; the names of the fields are its contract. */
export interface HoursReport {
  readonly at: string
  readonly office: TimetableStatus
  readonly telephone: TimetableStatus
  /** Name of the closing day, in Dutch; null on other days. */
  readonly closingDay: string | null
  readonly promise: string
}

function hoursReport(at: Date, hours: OfficeHours): HoursReport {
  const status = hoursStatus(at, hours)
  const closingDay = status.closingDay === null ? null : closingDayName(status.closingDay, 'nl')
  return { ...status, closingDay, promise: promise(at, hours, 'nl') }
}

function instant(text: string, { zone }: OfficeHours): Date {
  const at = DateTime.fromISO(text, { zone })
  if (!at.isValid) throw new UsageError('--at must be an instant such as 2026-11-23T10:00:00+01:00')
  return at.toJSDate()
}

function describe({ at, office, telephone, closingDay, promise }: HoursReport): string {
  return [
    `at           ${at}${closingDay === null ? '' : ` (${closingDay})`}`,
    `office       ${change(office)}`,
    `telephone    ${change(telephone)}`,
    `promise      ${promise}`,
  ].join('\n')
}

function change(status: TimetableStatus): string {
  if (status.open) return `open until ${status.until ?? 'further notice'}`
  return `closed, opens ${status.opens ?? 'at no known time'}`
}
