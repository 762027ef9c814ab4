import { addDays, dayOf, minuteOf, weekdayOf } from '../../hours/day.js'
import {
  closingDayOn,
  type DayWindows,
  type OfficeHours,
  specialDayOn,
  TIMETABLES,
  type TimetableName,
  usualWindows,
  windowsOn,
} from '../../hours/office-hours.js'
import { closesAt, nextOpening } from '../../hours/opening.js'
import { closingDayName, dayText, hourText, weekdayName } from '../../texts/hours.js'
import { HOURS_ANSWER_TEXTS, type HoursAnswerTexts } from '../../texts/hours-answer.js'
import type { Language } from '../../texts/language.js'

/** What every sentence about hours depends on. */
export interface HoursSpeaker {
  readonly now: Date
  readonly hours: OfficeHours
  readonly language: Language
  readonly texts: HoursAnswerTexts
  /** ISO day of `now`. */
  readonly today: string
}

export function speaker(now: Date, hours: OfficeHours, language: Language): HoursSpeaker {
  return { now, hours, language, texts: HOURS_ANSWER_TEXTS[language], today: dayOf(now, hours.zone) }
}

/** "vandaag", "morgen (dinsdag 24 november)" or "vrijdag 27 november", with the year when it is another year. */
export function nameOfDay(by: HoursSpeaker, day: string): string {
  if (day === by.today) return by.texts.today
  const full = fullDay(by, day)
  return day === addDays(by.today, 1) ? by.texts.tomorrow(full) : full
}

/** "maandag 23 november": also when that is today. */
export function fullDay({ today, language }: HoursSpeaker, day: string): string {
  return dayText(day, weekdayOf(day), day.slice(0, 4) !== today.slice(0, 4), language)
}

/** Which timetables a sentence about the week names, in which order. */
export type WeekOrder = 'office' | 'office, telephone' | 'telephone, office'

/** The timetables as they are every week, as one sentence without capital and full stop. */
export function usualWeek(by: HoursSpeaker, order: WeekOrder): string {
  const parts = { office: weekParts(by, 'office'), telephone: weekParts(by, 'telephone') }
  const office = by.texts.officeWeek(parts.office.usual, parts.office.other)
  if (order === 'office') return office
  const telephone = by.texts.telephoneWeek(parts.telephone.usual, parts.telephone.other)
  return (order === 'office, telephone' ? [office, telephone] : [telephone, office]).join('; ')
}

const WORKDAYS = [1, 2, 3, 4, 5]

/** The hours that most of the working days have. */
export function usualDay({ hours }: Pick<HoursSpeaker, 'hours'>, timetable: TimetableName): DayWindows {
  const days = WORKDAYS.map((weekday) => usualWindows(hours, timetable, weekday))
  const count = (windows: DayWindows) => days.filter((day) => isSame(day, windows)).length
  return days.reduce((best, day) => (count(day) > count(best) ? day : best), days[0] ?? [])
}

function isSame(some: DayWindows, others: DayWindows): boolean {
  return JSON.stringify(some) === JSON.stringify(others)
}

function weekParts({ hours, language, texts }: HoursSpeaker, timetable: TimetableName) {
  const days = WORKDAYS.map((weekday) => ({ weekday, windows: usualWindows(hours, timetable, weekday) }))
  const usual = usualDay({ hours }, timetable)
  const weekend = [6, 7].map((weekday) => ({ weekday, windows: usualWindows(hours, timetable, weekday) }))
  const other = [
    ...days.filter(({ windows }) => !isSame(windows, usual)),
    ...weekend.filter(({ windows }) => windows.length > 0),
  ]
  return {
    usual: texts.periods(usual),
    other: other.map(({ weekday, windows }) => {
      const name = weekdayName(weekday, language)
      const [only] = windows
      if (only === undefined) return texts.dayClosed(name)
      const endsOtherwise = windows.length === 1 && usual.length === 1 && usual[0]?.opens === only.opens
      return endsOtherwise
        ? texts.dayUntil(name, hourText(only.closes, language))
        : texts.dayPeriods(name, texts.periods(windows))
    }),
  }
}

/** Whether the building is open and the telephone staffed now, and what comes next. */
export function liveState(by: HoursSpeaker, telephoneFirst = false): string {
  const { hours, now, texts } = by
  const [office, telephone] = TIMETABLES.map((timetable) => ({
    closes: closesAt(hours, timetable, now),
    change: nextChange(by, timetable),
  }))
  if (office === undefined || telephone === undefined) return ''
  const reason = reasonOn(by, by.today)
  if (office.closes === null && telephone.closes === null && office.change === telephone.change) {
    return texts.bothClosedNow(office.change, whyClosed(by, by.today))
  }
  const building = texts.officeNow(office.closes !== null, office.change, reason)
  const line = texts.telephoneNow(telephone.closes !== null, telephone.change, hours.telephoneNumber)
  return telephoneFirst ? `${line}; ${building}` : `${building}; ${line}`
}

/** "16.30 uur" when open, "maandag 23 november open vanaf 8.30 uur" when closed; null when nothing changes. */
function nextChange(by: HoursSpeaker, timetable: TimetableName): string | null {
  const { hours, now, texts } = by
  const closes = closesAt(hours, timetable, now)
  if (closes !== null) return clockOf(by, closes)
  const opens = nextOpening(hours, timetable, now)
  return opens === null ? null : texts.fromHour(nameOfDay(by, dayOf(opens, hours.zone)), clockOf(by, opens))
}

export function clockOf({ hours, language }: HoursSpeaker, instant: Date): string {
  return hourText(minuteOf(instant, hours.zone), language)
}

/** The hours of a day in both timetables: "vrijdag 27 november: kantoor open van ...; telefonisch bereikbaar van ...". */
export function dayHours(by: HoursSpeaker, day: string, when = nameOfDay(by, day)): string {
  const { hours, texts } = by
  const office = windowsOn(hours, 'office', day)
  const telephone = windowsOn(hours, 'telephone', day)
  if (office.length + telephone.length === 0) return texts.bothClosed(when, whyClosed(by, day))
  const reason = reasonOn(by, day)
  const named = reason === null ? when : texts.withReason(when, reason)
  return `${named}: ${texts.officeDay(texts.periods(office))}; ${texts.telephoneDay(texts.periods(telephone))}`
}

/** The name of a closing day or of a day with other hours; null on ordinary days. */
export function reasonOn({ hours, language, texts }: HoursSpeaker, day: string): string | null {
  const special = specialDayOn(hours, day)
  if (special === null) return null
  const name = closingDayName(special, language)
  return special.unconfirmed ? texts.unconfirmed(name) : name
}

/** Why it is closed on a day; of a legal holiday also that it is one. */
export function whyClosed(by: HoursSpeaker, day: string): string | null {
  const reason = reasonOn(by, day)
  const isHoliday = (closingDayOn(by.hours, day)?.holiday ?? null) !== null
  if (reason === null || !isHoliday || /feestdag|holiday/i.test(reason)) return reason
  return `${reason}, ${by.language === 'nl' ? 'een wettelijke feestdag' : 'a public holiday'}`
}

/** "maandag 23 november opnieuw open vanaf 8.30 uur", seen from the end of a day; null when it never opens. */
export function opensAfter(by: HoursSpeaker, day: string): string | null {
  const { hours, texts } = by
  for (let ahead = 1; ahead <= 60; ahead++) {
    const later = addDays(day, ahead)
    const [first] = windowsOn(hours, 'office', later)
    if (first !== undefined) return texts.opensAgain(fullDay(by, later), hourText(first.opens, by.language))
  }
  return null
}

/** Closing days that are no Saturday or Sunday, from a day on, at most `most` of them within `span` days. */
export function closingDaysFrom(by: HoursSpeaker, from: string, span: number, most: number): string[] {
  const found: string[] = []
  for (let ahead = 0; ahead < span && found.length < most; ahead++) {
    const day = addDays(from, ahead)
    const reason = weekdayOf(day) > 5 || closingDayOn(by.hours, day) === null ? null : reasonOn(by, day)
    if (reason !== null) found.push(by.texts.withReason(fullDay(by, day), reason))
  }
  return found
}

/** That it is closed on a day, why, and when it opens again; the telephone's hours where it is staffed all the same. */
export function closedAllDay(by: HoursSpeaker, day: string, when: string, withReason = true): string[] {
  const telephone = withReason ? windowsOn(by.hours, 'telephone', day) : []
  const again = opensAfter(by, day)
  const first =
    telephone.length > 0
      ? dayHours(by, day, when)
      : by.texts.bothClosed(when, withReason ? whyClosed(by, day) : null)
  return again === null ? [first] : [first, again]
}
