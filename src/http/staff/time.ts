import { DateTime } from 'luxon'
import type { OfficeHours } from '../../hours/office-hours.js'
import { workingTimeBetween } from '../../hours/working-time.js'
import { clockText, dayText } from '../../texts/hours.js'
import { durationText } from '../../texts/staff.js'
import { type Html, html } from '../html.js'

/** "maandag 23 november om 9.05 uur", with the year when it is another one than now's. */
export function momentText(iso: string, hours: OfficeHours, now: Date): string {
  const at = DateTime.fromISO(iso, { zone: hours.zone })
  const otherYear = at.year !== DateTime.fromJSDate(now, { zone: hours.zone }).year
  const day = dayText(at.toISODate() ?? '', at.weekday, otherYear, 'nl')
  return `${day} om ${clockText(at.hour * 60 + at.minute, 'nl')} uur`
}

/** The same, readable for programs too. */
export function moment(iso: string, hours: OfficeHours, now: Date): Html {
  return html`<time datetime="${iso}">${momentText(iso, hours, now)}</time>`
}

/** An ISO day in words: "3 januari 2027". */
export function dayInWords(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).setLocale('nl-BE').toFormat('d MMMM yyyy')
}

/** The same with its weekday, `dinsdag 16 februari 2027`. */
export function weekdayInWords(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).setLocale('nl-BE').toFormat('cccc d MMMM yyyy')
}

/** How long somebody has been waiting while the office was open; null when that is less than a minute. */
export function waited(since: string, hours: OfficeHours, now: Date): string | null {
  const minutes = workingTimeBetween(hours, 'office', new Date(since), now)
  return minutes < 1 ? null : durationText(minutes)
}
