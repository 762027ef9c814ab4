import { weekdayOf } from '../../hours/day.js'
import type { DayRange } from '../../hours/named-days.js'
import type { PartOfDay } from '../../hours/when.js'
import { dayText } from '../../texts/hours.js'
import type { HoursQuestion } from './hours-answer-question.js'

/** A question about hours in words that are read back to the same meaning. */
export function inFull({ when, about, closingDays, yesNo, asksClosed }: HoursQuestion): string {
  if (closingDays) return 'Wanneer zijn jullie gesloten?'
  const hoursOf = asksClosed ? CLOSED_IN_FULL : OPEN_IN_FULL
  const words = [yesNo ? '' : 'van hoe laat tot hoe laat', hoursOf[about]]
  if (when.days !== null) words.push(daysInFull(when.days))
  if (when.clock !== null) {
    const { minute, relation } = when.clock
    const clock = `${Math.floor(minute / 60)}u${String(minute % 60).padStart(2, '0')}`
    words.push(`${{ at: 'om', until: 'tot', from: 'vanaf' }[relation]} ${clock}`)
  }
  if (when.part !== null) words.push(`${PARTS_IN_FULL[when.part]}`)
  if (when.now) words.push('nu')
  return `${capital(words.filter((word) => word !== '').join(' '))}?`
}

const OPEN_IN_FULL = {
  office: 'is het kantoor open',
  telephone: 'is de telefoon bemand',
  either: 'zijn jullie bereikbaar',
}
const CLOSED_IN_FULL = {
  office: 'is het kantoor gesloten',
  telephone: 'is de telefoon gesloten',
  either: 'zijn jullie gesloten',
}

const PARTS_IN_FULL: Readonly<Record<PartOfDay, string>> = {
  morning: "'s morgens",
  noon: 'tijdens de middag',
  afternoon: "'s namiddags",
  evening: "'s avonds",
  night: "'s nachts",
}

function daysInFull({ from, until }: DayRange): string {
  const full = (day: string) => dayText(day, weekdayOf(day), true, 'nl').replace(/^\S+ /, '')
  return from === until ? `op ${full(from)}` : `van ${full(from).replace(/ \d{4}$/, '')} tot ${full(until)}`
}

/** "'s namiddags" keeps its small s: the next letter is the capital's. */
export function capital(sentence: string): string {
  return sentence.replace(/^('s )?\p{Ll}/u, (start) => start.slice(0, -1) + start.slice(-1).toUpperCase())
}
