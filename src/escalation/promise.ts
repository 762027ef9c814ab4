import { dayOf, minuteOf, weekdayOf } from '../hours/day.js'
import type { OfficeHours } from '../hours/office-hours.js'
import { closesAt, isOpen, nextOpening } from '../hours/opening.js'
import { dayText, hourText, PROMISE_TEXTS } from '../texts/hours.js'
import type { Language } from '../texts/language.js'

/**
 * What can honestly be said about when staff are there: inside office hours until when, outside them when the
 * office next opens. While the telephone is staffed also the number and until when. Never a response time.
 *
 * @example
 * ```ts
 * promise(new Date('2026-11-21T22:10:00Z'), hours, 'nl')
 * //=> 'Een medewerker kan ten vroegste maandag 23 november om 8.30 uur kijken.'
 * ```
 */
export function promise(at: Date, hours: OfficeHours, language: Language): string {
  const texts = PROMISE_TEXTS[language]
  const closes = closesAt(hours, 'office', at)
  const telephoneEnds = closesAt(hours, 'telephone', at)
  const clock = (instant: Date) => hourText(minuteOf(instant, hours.zone), language)
  if (closes !== null) {
    const open = texts.openUntil(clock(closes))
    return telephoneEnds === null
      ? open
      : `${open} ${texts.telephoneToo(hours.telephoneNumber, clock(telephoneEnds))}`
  }
  // Open without end: there is no closing time to name.
  const next = isOpen(hours, 'office', at) ? null : nextOpening(hours, 'office', at)
  const look =
    next === null ? texts.unknown : texts.firstLook(dayOfInstant(next, at, hours, language), clock(next))
  return telephoneEnds === null
    ? look
    : `${texts.telephoneOnly(hours.telephoneNumber, clock(telephoneEnds))} ${look}`
}

/** "maandag 23 november", with the year when it is not this year's. */
export function dayOfInstant(instant: Date, now: Date, hours: OfficeHours, language: Language): string {
  const day = dayOf(instant, hours.zone)
  return dayText(day, weekdayOf(day), day.slice(0, 4) !== dayOf(now, hours.zone).slice(0, 4), language)
}
