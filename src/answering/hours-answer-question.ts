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
  /** "en zaterdag?" after the hours of the week: a day that is closed is a no. */
  readonly noWhenClosed?: boolean
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
  const when = parseWhen(withoutHearsay(text), now, zone)
  // "we komen om 15u toe" arrives; "jullie zijn toe" is closed.
  const tokens = wordsOf(when.rest.replace(/\bkom(?:en|t)? ([^.?!]{0,40}?)\btoe\b/, 'aankomen $1'))
  if (!areAllKnown(tokens)) return null
  const cues = cuesOf(tokens)
  if (isAboutHours(tokens, cues, when)) return question(tokens, cues, when)
  if (asksForBreak(text, cues)) return { ...question(tokens, cues, when), about: 'office', yesNo: false }
  const before = previous === null ? null : readHoursQuestion(previous, now, zone, null)
  return before === null ? null : followUp(tokens, cues, when, before)
}

/** "volgens mijn schepen is het kantoor open": who says so is not what is asked. */
function withoutHearsay(text: string): string {
  return text.replace(HEARSAY, ' ').replace(SAYS, ' ')
}

const HEARSAY =
  /\b(?:volgens|according to) (?:(?:mijn|onze|de|een|het|ons|my|our|the|a|jullie) )?[\p{L}-]+(?: (?:van|of) (?:ons|mij|hier|us))?,?\s/iu
const SAYS =
  /\b(?:mijn|onze|de|een|my|our|a) (?:collega|schepen|burgemeester|baas|chef|diensthoofd|directeur|medewerker|stagiair|vriend|vrouw|man|mailtje|mail|website|site|brief|folder|google|colleague|boss|mayor)s? (?:zegt|zei|beweert|denkt|dacht|meent|schrijft|vermeldt|zeggen|says|said|thinks|claims|told me)(?: (?:mij|me|ons|us))?,?(?: (?:dat|that))?\s/iu

/** "hebben jullie een middagpauze?" */
function asksForBreak(text: string, cues: HoursCues): boolean {
  const pause = /\b(?:middag|lunch)pauze\b|\blunch ?break\b/i.test(text)
  return pause && (cues.addressed || cues.building || cues.telephone)
}

function isAboutHours(tokens: readonly string[], cues: HoursCues, when: When): boolean {
  const has = (...words: string[]) => words.some((word) => tokens.includes(word))
  if (asksHow(tokens)) return false
  const asker = has('ik', 'we', 'wij', 'i', 'men', 'collega', 'koerier', 'bode', 'courier')
  const timed = hasTime(when) || cues.asksHours
  if (cues.open) return asksWhetherOpen(tokens, cues, asker)
  if (cues.reach) return timed || has('nog', 'still') || (cues.telephone && !has('bereiken', 'reach'))
  if (cues.closingDays) return cues.addressed
  if (cues.telephone) return asksWhenToCall(tokens, cues, asker, timed)
  if (cues.visit) return timed && isOwnVisit(cues, when) && (asker || asksLeaveToCome(tokens, cues))
  if (has('uren', 'hours')) return (cues.addressed || cues.building) && !has('hoeveel', 'how')
  return hasTime(when) && isSomebodyThere(tokens)
}

/** Bringing without a time or a place is about a term: "wanneer kunnen we het dossier bezorgen". */
function isOwnVisit({ delivery, building }: HoursCues, when: When): boolean {
  return !delivery || building || hasTime(when)
}

/** "hoe kan ik jullie bereiken", not "hoe laat". */
function asksHow(tokens: readonly string[]): boolean {
  const has = (words: RegExp) => tokens.some((token) => words.test(token))
  return countsPeople(tokens) || (has(/^(?:hoe|how)$/) && !has(/^(?:laat|lang|late|long)$/))
}

/** "hoeveel mensen werken er", not how long they do. */
function countsPeople(tokens: readonly string[]): boolean {
  const has = (words: RegExp) => tokens.some((token) => words.test(token))
  return has(/^(?:hoeveel|many)$/) && has(/^(?:mensen|personen|people)$/)
}

/** Not "wanneer bellen jullie terug", nor "kan ik een medewerker aan de lijn krijgen": a wish to be called or helped. */
function asksWhenToCall(tokens: readonly string[], cues: HoursCues, asker: boolean, timed: boolean): boolean {
  const has = (words: RegExp) => tokens.some((token) => words.test(token))
  if (has(/^(?:terug|opnieuw)$/) && !has(/^(?:pakken|pakt|nemen|neemt|opnemen)$/)) return false
  const wantsSomebody = has(/^krijg(?:en|t)?$/) && has(/^(?:iemand|medewerkers?|collega)$/)
  if (wantsSomebody && !timed && !has(/^(?:nog|nu)$/)) return false
  return (asker || !isCallByVvsg(tokens, cues)) && (timed || asker)
}

/** "morgen 9u30 langskomen ok?", not "kunnen jullie langskomen": that is a wish to be visited. */
function asksLeaveToCome(tokens: readonly string[], { addressed }: HoursCues): boolean {
  return !addressed && tokens.some((token) => /^(?:oke?|mag|kan|mogelijk|lukt|gaat)$/.test(token))
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
  const there = tokens.some((token) =>
    /^(?:er|there|kantoor|bureau|onthaal|balie|office|desk|reception)$/.test(token),
  )
  const somebody = tokens.some((token) =>
    /^(?:jullie|je|u|ge|gij|you|vvsg|iemand|medewerkers?|anyone|someone|anybody|somebody|staff|volk)$/.test(
      token,
    ),
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
    /^(?:vroeger|vroegst|later|laatst|langer|langst|korter|eerder|anders?|andere|aangepaste?|speciale?|extra|dezelfde|earlier)$/.test(
      token,
    ),
  )
  return compared || tokens[tokens.length - 1] === 'tot'
}

const CLOSED = /^(?:gesloten|toe|dicht|closed)$/

/** "zijn jullie gesloten?", but not "nog bemand? dacht dat ge toe waart". */
function asksClosed(tokens: readonly string[]): boolean {
  const some = (words: RegExp) => tokens.some((token) => words.test(token))
  const open =
    /^(?:open|opent|openen|geopend|bemand|bereikbaar|bereiken|aanwezig|beschikbaar|reachable|available|binnenspringen|langskomen|binnen|bellen|opbellen|telefoneren|opnemen|call)$/
  // "bellen lukt niet om 12u45, klopt dat?"
  if (
    some(/^(?:niet|geen|not|niemand)$/) &&
    some(/^(?:klopt|klopte|juist|waar|correct|right|true|bevestig)$/)
  )
    return some(open)
  // "is het gebouw toe? ik wou langskomen"
  const closedFirst = tokens.findIndex((token) => CLOSED.test(token))
  const openFirst = tokens.findIndex((token) => open.test(token))
  if (closedFirst > 0 && closedFirst < openFirst && /^(?:is|zijn|bent|zijt|zijde|are)$/.test(tokens[0] ?? ''))
    return true
  return some(/^(?:gesloten|toe|dicht|closed)$/) && !some(open)
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
  return (
    cues.closingDays ||
    (closed && !compares(tokens) && tokens.some((token) => /^(?:wanneer|welke|when|which)$/.test(token)))
  )
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
  if (asksHow(tokens)) return null
  return {
    when: mergedWhen(when, before.when, cues.asksHours),
    about: names ? aboutOf(cues) : before.about,
    asksClosed: before.asksClosed && !names,
    yesNo: !cues.asksHours && (before.yesNo || when.clock !== null),
    noWhenClosed: !cues.asksHours,
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
