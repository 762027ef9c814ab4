import type { TimetableName } from '../../hours/office-hours.js'
import { shifted } from '../../hours/relative-day.js'
import { parseWhen, type When } from '../../hours/when.js'
import { asksHow, hasTime, isAboutHours } from './hours-answer-asks.js'
import { asksWhether, claimIn, type HoursClaim, withoutStretches } from './hours-answer-claim.js'
import { type Comparison, comparisonIn } from './hours-answer-compare.js'
import { withoutIdioms } from './hours-answer-idioms.js'
import { toldQuestion } from './hours-answer-told.js'
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
  /** How the day is asked to differ from the others: "vrijdag vroeger dicht dan anders?" */
  readonly comparison?: Comparison
  /** A timetable the asker states, when he asks whether it is right. */
  readonly claim?: HoursClaim
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
  const heard = withoutAlternative(withoutIdioms(withoutHearsay(text)))
  const claimed = statedTimetable(heard, text, now, zone)
  if (claimed?.claim?.isSure) return claimed
  return asked(heard, now, zone, previous) ?? claimed
}

function asked(text: string, now: Date, zone: string, previous: string | null): HoursQuestion | null {
  const when = parseWhen(text, now, zone)
  const tokens = wordsOf(when.rest)
  if (!areAllKnown(tokens)) return mayAskHours(tokens) ? fromStory(text, now, zone) : null
  const cues = cuesOf(tokens)
  if (isAboutHours(tokens, cues, when)) return question(tokens, cues, when)
  if (asksForBreak(text, cues)) return { ...question(tokens, cues, when), about: 'office', yesNo: false }
  const before = previous === null ? null : readHoursQuestion(previous, now, zone, null)
  return before === null ? null : followUp(tokens, cues, when, before)
}

/** "ik noteer: telefoon stopt om 16u30, correct?"; all that is said must be about hours. */
function statedTimetable(heard: string, text: string, now: Date, zone: string): HoursQuestion | null {
  const lower = heard.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const claim = claimIn(lower)
  if (claim === null) return null
  const clauses = withoutStretches(lower).split(/[.?!;:"“”]+\s*|,\s*/u)
  const when = parseWhen(withoutStretches(lower), now, zone)
  const isAbout = clauses.every(
    (clause) => asksWhether(clause) || areAllKnown(wordsOf(parseWhen(clause, now, zone).rest)),
  )
  const cues = cuesOf(wordsOf(parseWhen(text, now, zone).rest))
  const isOurs = cues.addressed || cues.telephone || cues.building || cues.open || cues.reach
  if (!isAbout || !isOurs) return null
  const moment = { ...when, clock: null, part: null }
  // "moeten we dat aanpassen?": no when it is right.
  const asksClosed = /\b(?:aanpassen|aangepast|wijzigen|verbeteren)\b/.test(lower)
  return { when: moment, about: claim.about, yesNo: true, asksClosed, closingDays: false, claim }
}

/** Whether any word could ask when VVSG is there; a story without one is not worth reading. */
function mayAskHours(tokens: readonly string[]): boolean {
  const { open, telephone, reach, visit, contact, worth, dayOff, building } = cuesOf(tokens)
  const cue = open || telephone || reach || visit || contact || worth || dayOff || building
  return cue || tokens.some((token) => /^(?:er|daar|there|krijgen|stopt|stoppen)$/.test(token))
}

function fromStory(text: string, now: Date, zone: string): HoursQuestion | null {
  const told = toldQuestion(text, now, zone)
  if (told === null) return null
  const cues = cuesOf(told.tokens)
  const when = told.isSameMoment ? told.when : { ...told.when, now: true }
  if (!isAboutHours(told.tokens, cues, when)) return null
  const full = question(told.tokens, cues, told.when)
  return told.isSameMoment ? full : { ...full, yesNo: false }
}

/** "kan ik om 17u bellen of ben ik dan te laat": the other way it may be is no question of its own. */
function withoutAlternative(text: string): string {
  return text.replace(ALTERNATIVE, '')
}

const ALTERNATIVE =
  /,? (?:of|or) (?:moet(?:en)?|wacht(?:en)?|kom(?:en)?|bel(?:len)?|is|kan|kunnen|ben|zijn|sta|staan|liever|beter|best|should|do|must|am|are|better) (?=[^?.!,]*\b(?:wacht\w*|later|terug\w*|opnieuw|beter|best|liever|wait|better|again|(?:te|too) (?:laat|vroeg|late|early)|vergeefs|gesloten deur|alles (?:dicht|toe|gesloten))\b)[^?.!,]*|,? (?:of|or) (?:beter|liever|wachten|wacht ik|better) [^?.!,]*/iu

/** "volgens mijn schepen is het kantoor open": who says so, and where it stands, is not what is asked. */
function withoutHearsay(text: string): string {
  return text.replace(REPORTED, '').replace(HEARSAY, ' ').replace(SAYS, ' ')
}

const REPORTED =
  /^[^.?!]{0,60}?\b(?:sta(?:at|an)|stond(?:en)?|noteer(?:de|den)?|noteren|genoteerd|las|lees|lezen|gelezen|schre(?:ef|ven)|schrijft|opgeschreven|onthouden|gehoord|hoorde|vernomen|zegt|zei|beweert|vermeldt|dacht|denk|gaan? (?:er ?van|ervan) uit|says|said|reads?|noted|wrote|told|heard)(?: (?:op|hier|er|nog|altijd|mij|me|ons|us|daar|dus))*(?:,? (?:dat|that) |\s*:\s*|\s*(?=["“]))|^[^.?!,]{0,20}\b(?:op|in) (?:[\p{L}-]+ ){1,4}(?:staat|stond) (?:er |nog )?|^(?:i|we) (?:was|were|have been|am|are) told (?:that )?|^(?:op|in|volgens|uit|from|in|on|according to) (?:[\p{L}-]+ ?){1,5}:\s*/iu
const HEARSAY =
  /\b(?:volgens|according to) (?:(?:mijn|onze|de|een|het|ons|my|our|the|a|jullie) )?(?:[\p{L}-]+e )?(?!(?:van|of) )[\p{L}-]+(?: (?:van|of) (?:(?:de|het|onze|mijn|our|the|my) [\p{L}-]+|ons|mij|hier|us))?,?\s/iu
const SAYS =
  /\b(?:mijn|onze|de|een|my|our|a) (?:collega|schepen|burgemeester|baas|chef|diensthoofd|directeur|medewerker|stagiair|vriend|vrouw|man|mailtje|mail|website|site|brief|folder|google|colleague|boss|mayor)s? (?:zegt|zei|beweert|denkt|dacht|meent|schrijft|vermeldt|zeggen|says|said|thinks|claims|told me)(?: (?:mij|me|ons|us))?,?(?: (?:dat|that))?\s/iu

/** "hebben jullie een middagpauze?" */
function asksForBreak(text: string, cues: HoursCues): boolean {
  const pause = /\b(?:middag|lunch)pauze\b|\blunch ?break\b/i.test(text)
  return pause && (cues.addressed || cues.building || cues.telephone)
}

function question(tokens: readonly string[], cues: HoursCues, when: When): HoursQuestion {
  const asked = afterContrast(tokens)
  const comparison = when.days === null || when.clock !== null ? null : comparisonIn(tokens)
  const yesNo = !cues.asksHours && !compares(tokens) && (hasTime(when) || startsLikeYesNo(tokens))
  return {
    ...(comparison === null ? {} : { comparison }),
    when,
    about: aboutOf(cuesOf(asked)),
    yesNo,
    asksClosed: comparison === null && asksClosed(asked),
    closingDays: asksClosingDays(tokens, cues, when),
  }
}

/** "het gebouw is dicht, maar kan ik nog bellen": what comes after "maar" is what is asked. */
function afterContrast(tokens: readonly string[]): readonly string[] {
  const asked = tokens.slice(tokens.lastIndexOf('maar') + 1)
  const { open, telephone, visit, reach } = cuesOf(asked)
  return open || telephone || visit || reach ? asked : tokens
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
  if (isInVain(tokens)) return true
  // "do you close for lunch?", "sluiten jullie over de middag?"
  if (
    /^(?:do|does) (?:you|the office) close\b|^(?:sluit|sluiten) /.test(tokens.join(' ')) &&
    !some(/^(?:open|vroeger|later)$/)
  )
    return true
  const open =
    /^(?:open|opent|openen|geopend|bemand|bereikbaar|bereiken|aanwezig|beschikbaar|reachable|available|binnenspringen|langskomen|binnen|bellen|opbellen|telefoneren|opnemen|call)$/
  // "bellen lukt niet om 12u45, klopt dat?"
  if (
    some(/^(?:niet|geen|not|niemand)$/) &&
    some(/^(?:klopt|klopte|normaal|juist|waar|correct|right|true|bevestig)$/)
  )
    return some(open)
  // "is het gebouw toe? ik wou langskomen"
  const closedFirst = tokens.findIndex((token) => CLOSED.test(token))
  const openFirst = tokens.findIndex((token) => open.test(token))
  if (closedFirst > 0 && closedFirst < openFirst && /^(?:is|zijn|bent|zijt|zijde|are)$/.test(tokens[0] ?? ''))
    return true
  return some(/^(?:gesloten|toe|dicht|closed)$/) && !some(open)
}

/** "is dat zinloos", "te vroeg om te bellen", "hebben jullie dan verlof": yes means that nobody is there. */
function isInVain(tokens: readonly string[]): boolean {
  const said = ` ${tokens.join(' ')} `
  if (/ (?:niet|not) (?:\S+ ){0,2}(?:te|too) (?:vroeg|laat|early|late) /.test(said)) return false
  return / (?:geen|weinig|no) (?:zin|nut|point|use) | (?:zinloos|nutteloos|vergeefs|tevergeefs|pointless|verlof|verlofdag|vrijaf|feestdag|holiday) | (?:te|too) (?:vroeg|laat|early|late) | bad time | voor (?:niks|niets) /.test(
    said,
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
  if (cues.contact) return 'either'
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
  if (tokens.length > LONGEST_FOLLOW_UP || !(hasTime(when) || when.shift !== null || names || cues.asksHours))
    return null
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
  const days = before.days !== null && when.shift !== null ? shifted(before.days, when.shift) : before.days
  return {
    ...when,
    days: sameDays ? days : when.days,
    named: sameDays ? before.named : when.named,
    part: sameTime ? before.part : when.part,
    clock: sameTime ? before.clock : when.clock,
    now: when.now || (!hasTime(when) && before.now),
  }
}
