import { hourText, listText } from './hours.js'
import type { Language } from './language.js'

/** A period of a day in minutes after midnight. */
interface Period {
  readonly opens: number
  readonly closes: number
}

/** The phrases an answer about opening hours is put together from; the caller adds full stops and capitals. */
export interface HoursAnswerTexts {
  readonly yes: string
  readonly no: string
  readonly today: string
  readonly now: string
  tomorrow(day: string): string
  readonly parts: Readonly<Record<'morning' | 'noon' | 'afternoon' | 'evening' | 'night', string>>
  readonly thisEvening: string
  atTime(when: string, hour: string): string
  rangeOfDays(from: string, until: string): string
  readonly weekend: string
  periods(periods: readonly Period[]): string
  officeOpen(when: string, until: string | null): string
  officeClosed(when: string): string
  telephoneOpen(when: string, until: string | null, number: string): string
  /** `again` is the hour from which it is staffed again that day; null when it is not. */
  telephoneClosed(when: string, again: string | null): string
  bothClosed(when: string, reason: string | null): string
  officeOpenDay(when: string, periods: string): string
  telephoneOpenDay(when: string, periods: string, number: string): string
  /** The hours of a day, for a day that has any; empty periods mean closed. */
  officeDay(periods: string): string
  telephoneDay(periods: string): string
  officeThat(periods: string): string
  telephoneThat(periods: string): string
  readonly officeThenOpen: string
  officeThenClosed(periods: string | null): string
  telephoneThenOpen(until: string, number: string): string
  telephoneThenClosed(again: string | null): string
  opensAgain(day: string, hour: string): string
  /** Live state of one timetable; `opens` names the day and the hour. */
  officeNow(open: boolean, change: string | null, reason: string | null): string
  telephoneNow(open: boolean, change: string | null, number: string): string
  bothClosedNow(change: string | null, reason: string | null): string
  fromHour(day: string, hour: string): string
  usualHours(range: string, except: string): string
  readonly noneListed: string
  closingDays(list: string): string
  withReason(day: string, reason: string): string
  /** A closing day that the organisation still has to confirm. */
  unconfirmed(reason: string): string
  /** The week as a whole: usual periods, and days that differ. */
  officeWeek(usual: string, other: readonly string[]): string
  telephoneWeek(usual: string, other: readonly string[]): string
  dayUntil(weekday: string, until: string): string
  dayPeriods(weekday: string, periods: string): string
  dayClosed(weekday: string): string
}

const nl: HoursAnswerTexts = {
  yes: 'Ja',
  no: 'Nee',
  today: 'vandaag',
  now: 'nu',
  tomorrow: (day) => `morgen (${day})`,
  parts: {
    morning: 'in de voormiddag',
    noon: 'tijdens de middag',
    afternoon: 'in de namiddag',
    evening: "'s avonds",
    night: "'s nachts",
  },
  thisEvening: 'vanavond',
  atTime: (when, hour) => `${when} om ${hour}`,
  rangeOfDays: (from, until) => `van ${from} tot en met ${until}`,
  weekend: 'in het weekend',
  periods: (periods) => periodsText(periods, 'van', 'tot', 'nl'),
  officeOpen: (when, until) => `${when} is het kantoor open${until === null ? '' : `, tot ${until}`}`,
  officeClosed: (when) => `${when} is het kantoor gesloten`,
  telephoneOpen: (when, until, number) =>
    `${when} zijn we telefonisch bereikbaar${until === null ? '' : ` tot ${until}`}, op ${number}`,
  telephoneClosed: (when, again) =>
    `${when} is de telefoon niet bemand${again === null ? '' : `, opnieuw vanaf ${again}`}`,
  bothClosed: (when, reason) => `${when} zijn we gesloten${because(reason)}`,
  officeOpenDay: (when, periods) => `${when} is het kantoor open ${periods}`,
  telephoneOpenDay: (when, periods, number) =>
    `${when} zijn we telefonisch bereikbaar ${periods}, op ${number}`,
  officeDay: (periods) => (periods === '' ? 'kantoor gesloten' : `kantoor open ${periods}`),
  telephoneDay: (periods) => (periods === '' ? 'telefoon niet bemand' : `telefonisch bereikbaar ${periods}`),
  officeThat: (periods) => `het kantoor is die dag open ${periods}`,
  telephoneThat: (periods) => `die dag zijn we telefonisch bereikbaar ${periods}`,
  officeThenOpen: 'het kantoor is dan wel open',
  officeThenClosed: (periods) =>
    periods === null
      ? 'het kantoor is dan gesloten'
      : `het gebouw zelf is dan gesloten: kantoor open ${periods}`,
  telephoneThenOpen: (until, number) => `we zijn dan wel telefonisch bereikbaar, tot ${until}, op ${number}`,
  telephoneThenClosed: (again) =>
    `de telefoon is dan niet bemand${again === null ? '' : ` (opnieuw vanaf ${again})`}`,
  opensAgain: (day, hour) => `${day} opnieuw open vanaf ${hour}`,
  officeNow: (open, change, reason) =>
    open
      ? `het kantoor is nu open${tail(change, 'tot ')}`
      : `het kantoor is nu gesloten${because(reason)}${tail(change, '')}`,
  telephoneNow: (open, change, number) =>
    open
      ? `de telefoon (${number}) is nu bemand${tail(change, 'tot ')}`
      : `de telefoon is nu niet bemand${tail(change, '')}`,
  bothClosedNow: (change, reason) =>
    `het kantoor is nu gesloten${because(reason)}${tail(change, '')}, en de telefoon is niet bemand`,
  fromHour: (day, hour) => `${day} open vanaf ${hour}`,
  usualHours: (range, except) => `${range} zijn we op weekdagen open op de gewone uren${except}`,
  noneListed: 'er staan dan geen extra sluitingsdagen op onze lijst',
  closingDays: (list) => `we zijn gesloten in het weekend en op deze dagen: ${list}`,
  withReason: (day, reason) => `${day} (${reason})`,
  unconfirmed: (reason) => `${reason}, nog te bevestigen`,
  officeWeek: (usual, other) => `de kantoren zijn open ${[usual, ...other].join(', ')}`,
  telephoneWeek: (usual, other) => `telefonisch bereikbaar ${[usual, ...other].join(', ')}`,
  dayUntil: (weekday, until) => `op ${weekday} tot ${until}`,
  dayPeriods: (weekday, periods) => `op ${weekday} ${periods}`,
  dayClosed: (weekday) => `niet op ${weekday}`,
}

const en: HoursAnswerTexts = {
  yes: 'Yes',
  no: 'No',
  today: 'today',
  now: 'now',
  tomorrow: (day) => `tomorrow (${day})`,
  parts: {
    morning: 'in the morning',
    noon: 'over lunch',
    afternoon: 'in the afternoon',
    evening: 'in the evening',
    night: 'at night',
  },
  thisEvening: 'this evening',
  atTime: (when, hour) => `${when} at ${hour}`,
  rangeOfDays: (from, until) => `from ${from} to ${until}`,
  weekend: 'at the weekend',
  periods: (periods) => periodsText(periods, 'from', 'to', 'en'),
  officeOpen: (when, until) => `${when} the office is open${until === null ? '' : `, until ${until}`}`,
  officeClosed: (when) => `${when} the office is closed`,
  telephoneOpen: (when, until, number) =>
    `${when} you can reach us by telephone${until === null ? '' : ` until ${until}`}, on ${number}`,
  telephoneClosed: (when, again) =>
    `${when} nobody answers the telephone${again === null ? '' : `, again from ${again}`}`,
  bothClosed: (when, reason) => `${when} we are closed${because(reason)}`,
  officeOpenDay: (when, periods) => `${when} the office is open ${periods}`,
  telephoneOpenDay: (when, periods, number) =>
    `${when} you can reach us by telephone ${periods}, on ${number}`,
  officeDay: (periods) => (periods === '' ? 'office closed' : `office open ${periods}`),
  telephoneDay: (periods) => (periods === '' ? 'telephone not staffed' : `telephone staffed ${periods}`),
  officeThat: (periods) => `that day the office is open ${periods}`,
  telephoneThat: (periods) => `that day you can reach us by telephone ${periods}`,
  officeThenOpen: 'the office is open then',
  officeThenClosed: (periods) =>
    periods === null
      ? 'the office is closed then'
      : `the building itself is closed then: office open ${periods}`,
  telephoneThenOpen: (until, number) =>
    `you can still reach us by telephone then, until ${until}, on ${number}`,
  telephoneThenClosed: (again) =>
    `the telephone is not staffed then${again === null ? '' : ` (again from ${again})`}`,
  opensAgain: (day, hour) => `open again on ${day} from ${hour}`,
  officeNow: (open, change, reason) =>
    open
      ? `the office is open now${tail(change, 'until ')}`
      : `the office is closed now${because(reason)}${tail(change, '')}`,
  telephoneNow: (open, change, number) =>
    open
      ? `the telephone (${number}) is staffed now${tail(change, 'until ')}`
      : `the telephone is not staffed now${tail(change, '')}`,
  bothClosedNow: (change, reason) =>
    `the office is closed now${because(reason)}${tail(change, '')}, and the telephone is not staffed`,
  fromHour: (day, hour) => `${day} open from ${hour}`,
  usualHours: (range, except) => `${range} we are open on weekdays at the usual hours${except}`,
  noneListed: 'our list has no further closing days then',
  closingDays: (list) => `we are closed at the weekend and on these days: ${list}`,
  withReason: (day, reason) => `${day} (${reason})`,
  unconfirmed: (reason) => `${reason}, still to be confirmed`,
  officeWeek: (usual, other) => `the offices are open ${[usual, ...other].join(', ')}`,
  telephoneWeek: (usual, other) => `the telephone is staffed ${[usual, ...other].join(', ')}`,
  dayUntil: (weekday, until) => `on ${weekday} until ${until}`,
  dayPeriods: (weekday, periods) => `on ${weekday} ${periods}`,
  dayClosed: (weekday) => `not on ${weekday}`,
}

export const HOURS_ANSWER_TEXTS: Readonly<Record<Language, HoursAnswerTexts>> = { nl, en }

function tail(change: string | null, before: string): string {
  return change === null ? '' : `, ${before}${change}`
}

function because(reason: string | null): string {
  return reason === null ? '' : ` (${reason})`
}

/** "van 8.30 tot 12.30 uur en van 13.30 tot 17 uur"; empty for no periods. */
function periodsText(periods: readonly Period[], from: string, to: string, language: Language): string {
  const texts = periods.map(({ opens, closes }) => {
    const start = hourText(opens, language).replace(/ uur$/, '')
    return `${from} ${start} ${to} ${hourText(closes, language)}`
  })
  return listText(texts, language)
}
