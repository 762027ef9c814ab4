import type { TimetableName } from '../hours/office-hours.js'
import { parseWhen, type When } from '../hours/when.js'
import { areAllKnown, cuesOf, type HoursCues, wordsOf } from './hours-answer-words.js'

/** A question about when VVSG is there, as understood. */
export interface HoursQuestion {
  readonly when: When
  /** Which timetable decides between yes and no. */
  readonly about: TimetableName | 'either'
  /** Whether yes or no is asked; else the hours are. */
  readonly yesNo: boolean
  /** Whether "gesloten?" was asked, so that yes means closed. */
  readonly asksClosed: boolean
  /** Whether the closing days themselves are asked for. */
  readonly closingDays: boolean
}

/**
 * Understands a question about when VVSG is open or can be reached; null for every other question, the ones that
 * only look like it included ("openingsuren recyclagepark"): a single word about something else is enough.
 *
 * With `previous`, a question about hours, "en op vrijdag?" and "en telefonisch?" are understood too.
 */
export function readHoursQuestion(
  text: string,
  now: Date,
  zone: string,
  previous: string | null,
): HoursQuestion | null {
  if (text.length > 400) return null
  const when = parseWhen(text, now, zone)
  const tokens = wordsOf(when.rest)
  if (!areAllKnown(tokens)) return null
  const cues = cuesOf(tokens)
  if (isAboutHours(tokens, cues, when)) return question(tokens, cues, when)
  const before = previous === null ? null : readHoursQuestion(previous, now, zone, null)
  return before === null ? null : followUp(tokens, cues, when, before)
}

function isAboutHours(tokens: readonly string[], cues: HoursCues, when: When): boolean {
  const has = (...words: string[]) => words.some((word) => tokens.includes(word))
  if (has('hoe', 'how') && !has('laat', 'lang', 'late', 'long')) return false
  const asker = has('ik', 'we', 'wij', 'i', 'men', 'collega')
  const timed = hasTime(when) || cues.asksHours
  if (cues.open) return asksWhetherOpen(tokens, cues, asker)
  if (cues.reach) return timed || has('nog', 'still') || (cues.telephone && !has('bereiken', 'reach'))
  if (cues.closingDays) return cues.addressed
  // "kunnen jullie langskomen", "wanneer bellen jullie terug": a wish to be called or visited.
  if (cues.telephone)
    return !has('terug', 'opnieuw') && (asker || !isCallByVvsg(tokens, cues)) && (timed || asker)
  if (cues.visit) return timed && asker
  return hasTime(when) && has('er', 'there', 'op', 'in') && isSomebodyThere(tokens)
}

/** "zijn wij open op 11 juli?" is about the asker's own office, "werken we morgen?" too. */
function asksWhetherOpen(tokens: readonly string[], cues: HoursCues, asker: boolean): boolean {
  const { addressed, visit, building, telephone } = cues
  if (
    tokens.includes('werk') ||
    (!addressed && tokens.some((token) => /^werk(?:en|t)$|^working$/.test(token)))
  )
    return false
  return !asker || addressed || visit || building || telephone
}

function isCallByVvsg(tokens: readonly string[], { addressed }: HoursCues): boolean {
  return (
    addressed &&
    tokens.some((token) => /^(?:op)?bellen$|^bel$|^telefoneren$|^call$/.test(token)) &&
    !tokens.includes('te')
  )
}

/** "zijn jullie er morgen?", "is er om half vijf nog iemand op kantoor?" */
function isSomebodyThere(tokens: readonly string[]): boolean {
  const is = tokens.some((token) => /^(?:is|zijn|zijt|ben|bent|are|will)$/.test(token))
  const there = tokens.some((token) => /^(?:er|there|kantoor|bureau|office)$/.test(token))
  const somebody = tokens.some((token) =>
    /^(?:jullie|je|u|ge|gij|you|vvsg|iemand|medewerkers?|anyone|someone|anybody|somebody|staff)$/.test(token),
  )
  return is && there && somebody
}

function hasTime(when: When): boolean {
  return when.days !== null || when.clock !== null || when.part !== null || when.now
}

function question(tokens: readonly string[], cues: HoursCues, when: When): HoursQuestion {
  const yesNo = !cues.asksHours && !compares(tokens) && (hasTime(when) || startsLikeYesNo(tokens))
  return {
    when,
    about: aboutOf(cues),
    yesNo,
    asksClosed: asksClosed(tokens),
    closingDays: asksClosingDays(tokens, cues, when),
  }
}

/** "gaan jullie vrijdag vroeger toe?", "vrijdag open tot?": only the hours themselves answer that. */
function compares(tokens: readonly string[]): boolean {
  const compared = tokens.some((token) =>
    /^(?:vroeger|later|langer|eerder|anders?|andere|aangepaste?|speciale?|extra|dezelfde|earlier)$/.test(
      token,
    ),
  )
  return compared || tokens[tokens.length - 1] === 'tot'
}

/** "zijn jullie gesloten?", but not "nog bemand? dacht dat ge toe waart". */
function asksClosed(tokens: readonly string[]): boolean {
  const open =
    /^(?:open|opent|openen|geopend|bemand|bereikbaar|bereiken|aanwezig|beschikbaar|reachable|available|binnenspringen|langskomen)$/
  return (
    tokens.some((token) => /^(?:gesloten|toe|dicht|closed)$/.test(token)) &&
    !tokens.some((token) => open.test(token))
  )
}

function startsLikeYesNo(tokens: readonly string[]): boolean {
  return tokens.some((token) =>
    /^(?:zijn|zijt|bent|ben|is|kan|kunnen|kunt|mag|werkt|werken|are|can|do|does|nog|still|hebben|wordt|worden|open|gesloten|closed|toe|dicht)$/.test(
      token,
    ),
  )
}

function aboutOf(cues: HoursCues): HoursQuestion['about'] {
  if (cues.visit || cues.building) return 'office'
  if (cues.telephone) return 'telephone'
  return cues.reach && !cues.open ? 'either' : 'office'
}

function asksClosingDays(tokens: readonly string[], cues: HoursCues, when: When): boolean {
  if (hasTime(when)) return false
  const closed = tokens.some((token) => /^(?:gesloten|toe|dicht|closed)$/.test(token))
  return cues.closingDays || (closed && tokens.some((token) => /^(?:wanneer|welke|when|which)$/.test(token)))
}

const LONGEST_FOLLOW_UP = 8

/** What the new question leaves open is as in the one before; null when it is no follow-up about hours. */
function followUp(
  tokens: readonly string[],
  cues: HoursCues,
  when: When,
  before: HoursQuestion,
): HoursQuestion | null {
  const names = cues.telephone || cues.building || cues.visit || cues.closingDays
  if (tokens.length > LONGEST_FOLLOW_UP || !(hasTime(when) || names || cues.asksHours)) return null
  if (
    tokens.some((token) => /^(?:hoe|how)$/.test(token)) &&
    !tokens.some((token) => /^la(?:at|ng|te)$|^long$/.test(token))
  ) {
    return null
  }
  return {
    when: mergedWhen(when, before.when, cues.asksHours),
    about: names ? aboutOf(cues) : before.about,
    asksClosed: before.asksClosed && !names,
    yesNo: !cues.asksHours && (before.yesNo || when.clock !== null),
    closingDays: asksClosingDays(tokens, cues, when),
  }
}

function mergedWhen(when: When, before: When, asksHours: boolean): When {
  const sameTime = !(when.clock !== null || when.part !== null || when.now || asksHours)
  const sameDays = when.days === null && !when.now
  return {
    ...when,
    days: sameDays ? before.days : when.days,
    named: sameDays ? before.named : when.named,
    part: sameTime ? before.part : when.part,
    clock: sameTime ? before.clock : when.clock,
    now: when.now || (!hasTime(when) && before.now),
  }
}
