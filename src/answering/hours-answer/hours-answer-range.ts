import { addDays, weekdayOf } from '../../hours/day.js'
import type { DayRange } from '../../hours/named-days.js'
import { specialDayOn, windowsOn } from '../../hours/office-hours.js'
import { listText } from '../../texts/hours.js'
import type { HoursReply } from './hours-answer-replies.js'
import {
  closedAllDay,
  closingDaysFrom,
  dayHours,
  type HoursSpeaker,
  nameOfDay,
} from './hours-answer-sentences.js'

/** Whether it is open in a stretch of days, with the closing days in it. */
export function replyRange(
  by: HoursSpeaker,
  { from, until }: DayRange,
  yesNo: boolean,
  named: boolean,
): HoursReply {
  const { texts, language } = by
  const days = daysOf(from, until)
  const isWeekend = days.every((day) => weekdayOf(day) > 5)
  const range = isWeekend ? texts.weekend : texts.rangeOfDays(nameOfDay(by, from), nameOfDay(by, until))
  const open = days.filter((day) => windowsOn(by.hours, 'office', day).length > 0)
  if (open.length === 0)
    return { verdict: yesNo ? 'no' : null, sentences: closedAllDay(by, until, range, false) }
  const closed = closingDaysFrom(by, from, days.length, days.length)
  const other = open.filter((day) => specialDayOn(by.hours, day) !== null).map((day) => dayHours(by, day))
  const except =
    closed.length === 0
      ? ''
      : `, ${language === 'nl' ? 'behalve op' : 'except on'} ${listText(closed, language)}`
  const none = named && closed.length === 0 ? [texts.noneListed] : []
  return { verdict: yesNo ? 'yes' : null, sentences: [texts.usualHours(range, except), ...other, ...none] }
}

/** The closing days to come. */
export function replyClosingDays(by: HoursSpeaker): HoursReply {
  const list = closingDaysFrom(by, by.today, 380, 6)
  return { verdict: null, sentences: [by.texts.closingDays(listText(list, by.language))] }
}

function daysOf(from: string, until: string): string[] {
  const days = []
  for (let day = from; day <= until && days.length < 100; day = addDays(day, 1)) days.push(day)
  return days
}
