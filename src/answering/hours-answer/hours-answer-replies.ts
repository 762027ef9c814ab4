import { minuteOf } from '../../hours/day.js'
import { type DayWindows, specialDayOn, type TimetableName, windowsOn } from '../../hours/office-hours.js'
import { isOpen } from '../../hours/opening.js'
import type { PartOfDay } from '../../hours/when.js'
import { hourText } from '../../texts/hours.js'
import {
  closedAllDay,
  dayHours,
  type HoursSpeaker,
  liveState,
  nameOfDay,
  whyClosed,
} from './hours-answer-sentences.js'

export type About = TimetableName | 'either'

/** Sentences without capital and full stop; the verdict goes before the first. */
export interface HoursReply {
  readonly verdict: 'yes' | 'no' | null
  readonly sentences: readonly string[]
  /** Whether the usual hours of the telephone have been said. */
  readonly saysTelephone?: boolean
}

/** Whether it is open or staffed at this instant. */
export function replyNow(by: HoursSpeaker, about: About): HoursReply {
  const open = {
    office: isOpen(by.hours, 'office', by.now),
    telephone: isOpen(by.hours, 'telephone', by.now),
  }
  return { verdict: yesOrNo(decide(about, open)), sentences: [liveState(by, about === 'telephone')] }
}

/** Whether it is open or staffed at a time of a day; `generic` when any ordinary day is meant. */
export function replyAt(
  by: HoursSpeaker,
  about: About,
  day: string,
  minute: number,
  when: string,
  generic = false,
): HoursReply {
  const moment = {
    office: momentIn(windowsOn(by.hours, 'office', day), minute),
    telephone: momentIn(windowsOn(by.hours, 'telephone', day), minute),
  }
  const verdict = decide(about, {
    office: moment.office.until !== null,
    telephone: moment.telephone.until !== null,
  })
  if (moment.office.windows.length + moment.telephone.windows.length === 0) {
    return { verdict: 'no', sentences: closedAllDay(by, day, when) }
  }
  const byTelephone = about === 'telephone' || (about === 'either' && moment.telephone.until !== null)
  const sentences = byTelephone ? atTelephone(by, moment, when, generic) : atOffice(by, moment, when)
  return { verdict: yesOrNo(verdict), sentences }
}

interface Moment {
  readonly windows: DayWindows
  /** Minute at which what is open closes; null when closed. */
  readonly until: number | null
  /** Minute at which it opens again that day; null when it does not. */
  readonly again: number | null
}

interface Moments {
  readonly office: Moment
  readonly telephone: Moment
}

function momentIn(windows: DayWindows, minute: number): Moment {
  const current = windows.find(({ opens, closes }) => opens <= minute && minute < closes)
  const next = windows.find(({ opens }) => opens > minute)
  return { windows, until: current?.closes ?? null, again: next?.opens ?? null }
}

function atOffice(by: HoursSpeaker, { office, telephone }: Moments, when: string): string[] {
  const { texts, language, hours } = by
  const hour = (minute: number) => hourText(minute, language)
  if (office.until !== null) {
    const open = texts.officeOpen(when, hour(office.until))
    if (telephone.until !== null) return [open]
    return [open, texts.telephoneThenClosed(telephone.again === null ? null : hour(telephone.again))]
  }
  const closed = texts.officeClosed(when)
  const that = office.windows.length === 0 ? [] : [texts.officeThat(texts.periods(office.windows))]
  const call =
    telephone.until === null ? [] : [texts.telephoneThenOpen(hour(telephone.until), hours.telephoneNumber)]
  return [[closed, ...that].join(': '), ...call]
}

function atTelephone(
  by: HoursSpeaker,
  { office, telephone }: Moments,
  when: string,
  generic: boolean,
): string[] {
  const { texts, language, hours } = by
  if (telephone.until !== null) {
    const open = texts.telephoneOpen(when, hourText(telephone.until, language), hours.telephoneNumber)
    if (office.until !== null) return [open]
    const last = office.windows[office.windows.length - 1]
    return [open, texts.officeThenClosed(last === undefined ? null : texts.periods(office.windows))]
  }
  const that =
    generic || telephone.windows.length === 0 ? [] : [texts.telephoneThat(texts.periods(telephone.windows))]
  const again = telephone.again === null ? null : hourText(telephone.again, language)
  const closed = [texts.telephoneClosed(when, again), ...that].join(': ')
  return office.until === null ? [closed] : [closed, texts.officeThenOpen]
}

/** The hours of one day; with `minute` whether it is open until that minute. */
export function replyDay(
  by: HoursSpeaker,
  about: About,
  day: string,
  yesNo: boolean,
  named: boolean,
): HoursReply {
  const left = (timetable: TimetableName) =>
    windowsOn(by.hours, timetable, day).some(
      ({ closes }) => day !== by.today || closes > minuteOf(by.now, by.hours.zone),
    )
  const verdict = yesNo
    ? yesOrNo(decide(about, { office: left('office'), telephone: left('telephone') }))
    : null
  if (windowsOn(by.hours, 'office', day).length === 0) {
    return { verdict, sentences: closedAllDay(by, day, nameOfDay(by, day)) }
  }
  const isOrdinary = specialDayOn(by.hours, day) === null
  const more =
    day === by.today
      ? [liveState(by, about === 'telephone')]
      : named && isOrdinary
        ? [by.texts.noneListed]
        : []
  const sentences = [isOrdinary ? ordinaryDay(by, about, day) : dayHours(by, day), ...more]
  return { verdict, sentences, saysTelephone: isOrdinary && about !== 'office' }
}

function ordinaryDay(by: HoursSpeaker, about: About, day: string): string {
  const { texts, hours } = by
  if (about === 'either') return dayHours(by, day)
  const when = nameOfDay(by, day)
  const periods = texts.periods(windowsOn(hours, about, day))
  return about === 'office'
    ? texts.officeOpenDay(when, periods)
    : texts.telephoneOpenDay(when, periods, hours.telephoneNumber)
}

/** Whether it is open from one minute of a day to another: neither yes nor no when it is for a part of it. */
export function replyBetween(
  by: HoursSpeaker,
  about: About,
  day: string,
  from: number,
  until: number,
): HoursReply {
  const overlap = (timetable: TimetableName) =>
    windowsOn(by.hours, timetable, day).reduce(
      (sum, { opens, closes }) => sum + Math.max(0, Math.min(closes, until) - Math.max(opens, from)),
      0,
    )
  const open = (least: number) =>
    decide(about, { office: overlap('office') >= least, telephone: overlap('telephone') >= least })
  const verdict = open(until - from) ? 'yes' : open(1) ? null : 'no'
  return { ...replyDay(by, about, day, false, false), verdict }
}

/** Whether it is open until a minute of a day ("tot 17 uur", "voor 9 uur"): the day's hours say the rest. */
export function replyUntil(by: HoursSpeaker, about: About, day: string, minute: number): HoursReply {
  const openBefore = (timetable: TimetableName) =>
    momentIn(windowsOn(by.hours, timetable, day), minute - 1).until !== null
  const verdict = decide(about, { office: openBefore('office'), telephone: openBefore('telephone') })
  return { ...replyDay(by, about, day, false, false), verdict: yesOrNo(verdict) }
}

const PARTS: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  night: [0, 360],
  morning: [360, 720],
  noon: [750, 810],
  afternoon: [780, 1080],
  evening: [1080, 1440],
}

/** Whether it is open in a part of a day; `generic` when no day was named. */
export function replyPart(
  by: HoursSpeaker,
  about: About,
  day: string,
  part: PartOfDay,
  generic: boolean,
): HoursReply {
  const { texts } = by
  const thisEvening = part === 'evening' && day === by.today
  const when = generic
    ? texts.parts[part]
    : thisEvening
      ? texts.thisEvening
      : `${nameOfDay(by, day)} ${texts.parts[part]}`
  const [from, until] = PARTS[part]
  if (part === 'noon') return replyAt(by, about, day, from, when, generic)
  const closed = (['office', 'telephone'] as const).every(
    (name) => windowsOn(by.hours, name, day).length === 0,
  )
  if (closed) return { verdict: 'no', sentences: closedAllDay(by, day, when) }
  const meets = (timetable: TimetableName) =>
    windowsOn(by.hours, timetable, day).some(({ opens, closes }) => opens < until && from < closes)
  const open = { office: meets('office'), telephone: meets('telephone') }
  const sentence =
    open.office || open.telephone ? dayHours(by, day, when) : texts.bothClosed(when, whyClosed(by, day))
  return { verdict: yesOrNo(decide(about, open)), sentences: [sentence] }
}

function decide(about: About, open: Readonly<Record<TimetableName, boolean>>): boolean {
  return about === 'either' ? open.office || open.telephone : open[about]
}

const yesOrNo = (open: boolean): 'yes' | 'no' => (open ? 'yes' : 'no')
