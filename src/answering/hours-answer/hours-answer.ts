import { addDays, minuteOf } from '../../hours/day.js'
import type { DayRange } from '../../hours/named-days.js'
import { type OfficeHours, TIMETABLES, type TimetableName, windowsOn } from '../../hours/office-hours.js'
import { type HoursStatus, hoursStatus } from '../../hours/status.js'
import { isUncertain } from '../../hours/uncertain-days.js'
import type { PartOfDay } from '../../hours/when.js'
import { hourText } from '../../texts/hours.js'
import type { Language } from '../../texts/language.js'
import { type HoursClaim, isTrueClaim } from './hours-answer-claim.js'
import { type Comparison, isSo } from './hours-answer-compare.js'
import { capital, inFull } from './hours-answer-in-full.js'
import { type HoursQuestion, readHoursQuestion } from './hours-answer-question.js'
import { replyClosingDays, replyRange } from './hours-answer-range.js'
import {
  type HoursReply,
  replyAt,
  replyBetween,
  replyDay,
  replyNow,
  replyPart,
  replyUntil,
} from './hours-answer-replies.js'
import {
  type HoursSpeaker,
  liveState,
  nameOfDay,
  speaker,
  usualDay,
  usualWeek,
} from './hours-answer-sentences.js'

/** An answer from the timetables and the clock alone. */
export interface HoursAnswer {
  /** What the member reads, complete: "ja" or "nee" first when that was asked. */
  readonly text: string
  /** Null when no yes or no was asked. */
  readonly verdict: 'yes' | 'no' | null
  /** Which timetables the answer rests on, the one that was asked for first. */
  readonly timetables: readonly TimetableName[]
  /** What was asked for, as understood. */
  readonly asked: {
    readonly days: DayRange | null
    /** Minutes after midnight. */
    readonly clock: number | null
    readonly part: PartOfDay | null
  }
  /** Whether only staff know: the day is often given off and the list of closing days does not say. */
  readonly onlyStaffKnow: boolean
  /** Both timetables at `now`. */
  readonly status: HoursStatus
  /** The question in full, follow-ups completed, in words that are understood as the previous question of the next. */
  readonly question: string
}

/**
 * Answers a question about when VVSG is open or can be reached, from the timetables and the clock; null when the
 * text is no such question.
 *
 * @param previousQuestion the question before in this conversation, in full; with it "en op vrijdag?" is understood.
 * @example
 * ```ts
 * answerHours('zijn jullie nu open?', new Date('2026-11-22T10:00:00Z'), hours, 'nl')?.verdict //=> 'no'
 * answerHours('openingsuren recyclagepark', new Date(), hours, 'nl') //=> null
 * ```
 */
export function answerHours(
  question: string,
  now: Date,
  hours: OfficeHours,
  language: Language,
  previousQuestion: string | null = null,
): HoursAnswer | null {
  const asked = readHoursQuestion(question, now, hours.zone, previousQuestion)
  if (asked === null) return null
  const by = speaker(now, hours, language)
  const { verdict: open, sentences, saysTelephone = false } = reply(by, asked)
  const verdict = asked.asksClosed ? opposite(open) : open
  const asksWeek = verdict === null && !isTimed(asked)
  const isBare = asksWeek || (asked.claim !== undefined && asked.when.days === null)
  const telephoneFirst = isBare && asked.about === 'telephone'
  const week = usualWeek(
    by,
    telephoneFirst ? 'telephone, office' : saysTelephone ? 'office' : 'office, telephone',
  )
  return {
    text: textOf(by, verdict, asksWeek ? [week, ...sentences] : [...sentences, week]),
    verdict,
    timetables: asked.about === 'telephone' ? ['telephone', 'office'] : TIMETABLES,
    asked: { days: asked.when.days, clock: asked.when.clock?.minute ?? null, part: asked.when.part },
    onlyStaffKnow: dependsOnUncertain(asked, open, hours),
    status: hoursStatus(now, hours),
    question: asked.when.days === null && previousQuestion === null ? question : inFull(asked),
  }
}

/** Whether the reply would be another if an uncertain day were given off. */
function dependsOnUncertain(
  { when, comparison }: HoursQuestion,
  open: HoursReply['verdict'],
  hours: OfficeHours,
): boolean {
  if (when.days === null || (open === 'no' && comparison === undefined && when.otherDays.length === 0))
    return false
  return [when.days, ...when.otherDays].some((days) => isUncertain(hours, days))
}

/** Several days are answered one by one; yes or no only when it holds for all of them. */
function reply(by: HoursSpeaker, asked: HoursQuestion): HoursReply {
  const { when } = asked
  if (when.otherDays.length === 0) return replyTo(by, asked)
  const replies = [when.days, ...when.otherDays].map((days) =>
    replyTo(by, { ...asked, when: { ...when, days, otherDays: [] } }),
  )
  const [first] = replies
  const agree = replies.every(({ verdict }) => verdict === first?.verdict)
  return {
    verdict: agree ? (first?.verdict ?? null) : null,
    sentences: replies.flatMap(({ sentences }) => sentences),
  }
}

function replyTo(by: HoursSpeaker, asked: HoursQuestion): HoursReply {
  if (asked.claim !== undefined) return replyClaim(by, asked, asked.claim)
  if (asked.comparison !== undefined) return replyComparison(by, asked, asked.comparison)
  return replyOne(by, asked)
}

function replyOne(by: HoursSpeaker, asked: HoursQuestion): HoursReply {
  const { when, about, yesNo } = asked
  if (asked.closingDays) return replyClosingDays(by)
  if (when.days !== null && when.days.from !== when.days.until) {
    return replyRange(by, when.days, yesNo, when.named)
  }
  if (when.clock !== null) return replyClock(by, asked, when.clock.minute)
  const day = when.days?.from ?? null
  if (when.part !== null) {
    const inPart = replyPart(by, about, day ?? nextDayWith(by, about, 0), when.part, day === null)
    return yesNo ? inPart : { ...inPart, verdict: null }
  }
  if (day !== null) {
    const closed = TIMETABLES.every((timetable) => windowsOn(by.hours, timetable, day).length === 0)
    return replyDay(by, about, day, yesNo || (closed && asked.noWhenClosed === true), when.named)
  }
  return when.now || yesNo
    ? replyNow(by, about)
    : { verdict: null, sentences: [liveState(by, about === 'telephone')] }
}

/** Whether a stated timetable is right; the hours of the week, or of the day it was stated for, say what is. */
function replyClaim(by: HoursSpeaker, { when, about }: HoursQuestion, claim: HoursClaim): HoursReply {
  const day = when.days !== null && when.days.from === when.days.until ? when.days.from : null
  const verdict = isTrueClaim(claim, by.hours, day) ? 'yes' : 'no'
  const sentences = day === null ? [] : replyDay(by, about, day, false, when.named).sentences
  return { verdict, sentences }
}

/** Whether the hours of a day differ from the usual ones as asked, with the hours of that day. */
function replyComparison(
  by: HoursSpeaker,
  { when, about }: HoursQuestion,
  comparison: Comparison,
): HoursReply {
  const { from, until } = when.days ?? { from: by.today, until: by.today }
  if (from !== until) return replyRange(by, { from, until }, false, when.named)
  const timetable = about === 'either' ? 'office' : about
  const so = isSo(comparison, windowsOn(by.hours, timetable, from), usualDay(by, timetable))
  return {
    ...replyDay(by, about, from, false, when.named),
    verdict: so === null ? null : so ? 'yes' : 'no',
  }
}

function opposite(verdict: HoursReply['verdict']): HoursReply['verdict'] {
  if (verdict === null) return null
  return verdict === 'yes' ? 'no' : 'yes'
}

/** Whether a moment was asked for rather than the hours as such. */
function isTimed({ when, closingDays }: HoursQuestion): boolean {
  return when.days !== null || when.clock !== null || when.part !== null || closingDays
}

function replyClock(by: HoursSpeaker, { when, about, yesNo }: HoursQuestion, minute: number): HoursReply {
  const day = when.days?.from ?? nextDayWith(by, about, minute)
  if (!yesNo) return replyDay(by, about, day, false, false)
  if (when.clock !== null && when.clockEnd !== null)
    return replyBetween(by, about, day, when.clock.minute, when.clockEnd)
  if (when.clock?.relation === 'until') return replyUntil(by, about, day, minute)
  return replyAt(by, about, day, minute, by.texts.atTime(nameOfDay(by, day), hourText(minute, by.language)))
}

/** Today when the time is still to come and there are hours today, else the next day that has any. */
function nextDayWith(by: HoursSpeaker, about: HoursQuestion['about'], minute: number): string {
  const timetable = about === 'either' ? 'telephone' : about
  const isOver = minute > 0 && minuteOf(by.now, by.hours.zone) > minute
  for (let ahead = isOver ? 1 : 0; ahead < 60; ahead++) {
    const day = addDays(by.today, ahead)
    if (windowsOn(by.hours, timetable, day).length > 0) return day
  }
  return by.today
}

function textOf(
  { texts }: HoursSpeaker,
  verdict: HoursReply['verdict'],
  sentences: readonly string[],
): string {
  const [first = '', ...others] = sentences
  const opening = verdict === null ? first : `${texts[verdict]}, ${first}`
  return [opening, ...others].map((sentence) => `${capital(sentence)}.`).join(' ')
}
