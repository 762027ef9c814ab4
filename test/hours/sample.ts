import { join } from 'node:path'
import { DateTime } from 'luxon'
import type { OfficeHours } from '../../src/hours/office-hours.js'
import { readOfficeHours } from '../../src/hours/read-hours.js'
import { packageRoot } from '../../src/package-root.js'

export const ZONE = 'Europe/Brussels'

/** The hours of the sample knowledge. */
export const sampleHours: OfficeHours = readOfficeHours(join(packageRoot(), 'knowledge'))

/** An instant from the wall clock in Brussels, `2026-11-23 10:00`. */
export const brussels = (text: string): Date =>
  DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm', { zone: ZONE }).toJSDate()
