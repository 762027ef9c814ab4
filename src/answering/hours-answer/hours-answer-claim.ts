import { findClock } from '../../hours/clock-words.js'
import {
  type DayWindows,
  type OfficeHours,
  TIMETABLES,
  type TimetableName,
  usualWindows,
  windowsOn,
} from '../../hours/office-hours.js'

/** A timetable as the asker has it: what he wants is whether it is right. */
export interface HoursClaim {
  readonly about: TimetableName | 'either'
  /** Stretches in minutes after midnight, in the order they were told; empty when only one end was. */
  readonly stretches: readonly { readonly opens: number; readonly closes: number }[]
  /** The minute it is said to open at; null when that was not said. */
  readonly opens: number | null
  /** The minute it is said to close at; null when that was not said. */
  readonly closes: number | null
  /** Whether the stretch is when nobody is there: the break at noon. */
  readonly isBreak: boolean
  /** Whether it can only be meant as a timetable; "open tot 17 uur" may be a moment as well. */
  readonly isSure: boolean
}

const ASKS_WHETHER =
  /^(?:(?:en|dus|of|maar) )?(?:sluit|sluiten|opent|openen|do(?:es)? .*\b(?:close|open)|ga(?:at|an) .*\b(?:open|dicht|toe))\b|\b(?:klopt|kloppen|correct|juist|actueel|geldig|geldt|gelden|nietwaar|toch|right|true|still|fout|aanpassen|aangepast|wijzigen|verbeteren|bevestig\w*)\b|\bnog (?:altijd |steeds )?zo\b|\bof niet\b|\bzit dat (?:goed|juist)\b|\bin orde\b|\bis dat (?:zo|waar)\b|\bhe\b\W*$/
const TELEPHONE = /\b(?:tele\w*|phone|lijn|bel|bellen|belt|line)\b/
const BREAK = /\b(?:lunch\w*|middag\w*|pauze|break|noen)\b/
const SHUT =
  /\b(?:gesloten|dicht|toe|closed|niet (?:bemand|bereikbaar|open)|pauze|lunch\w*|break|middagpauze|onbemand|uitligt|platligt|ligt (?:plat|uit|af))\b/
const STAFFED = /\b(?:open|bereikbaar|bemand|reachable|staffed)\b/
const ENDS =
  /\b(?:doe[nt]?|doet|legt?|leggen|gooit?) (?:[a-z']+ ){0,6}(?:om )?[\d.:uh]* ?(?:al |ook )?(?:dicht|toe|neer|af)\b|\b(?:stopt|stoppen|sluit|sluiten|eindigt|eindigen|ophoudt|closes?|stops?|ends?)\b|\bga(?:at|an) (?:dicht|toe)\b/
const STARTS =
  /\b(?:opent|openen|opengaat|opengaan|begint|beginnen|start|starten|opens?|starts?|begins?)\b|\bga(?:at|an) .*\bopen\b/

const TIME = '(\\d{1,2})(?:[.:uh]([0-5]\\d))?'
const UNIT = '(?: ?(?:uur|u|h)\\b)?'
/** "9-12", "van 12.00 tot 13.00", "9u tot 17u": figures that are times because two of them make a stretch. */
const STRETCH = new RegExp(
  `\\b(?:van |from |tussen |between )?${TIME}${UNIT} ?(?:-|tot|en|to|until|till|and) ?${TIME}${UNIT}(?![\\d/])`,
  'g',
)

/**
 * The timetable that a text states and wants confirmed: "telefoon stopt om 16u30, correct?"; null when it states no
 * times or does not ask whether they are right.
 *
 * A moment ("open om 9 uur, toch?") is no timetable: only stretches count, and ends that are said to be one.
 *
 * @param text in lower case, without accents.
 */
export function claimIn(text: string): HoursClaim | null {
  if (!ASKS_WHETHER.test(text)) return null
  const { all } = findClock(text.replace(STRETCH, inFull), false, false)
  const stretches = all.flatMap(({ minute, relation }, at) => {
    const next = all[at + 1]
    const isStretch = relation !== 'until' && next?.relation === 'until' && next.minute > minute
    return isStretch ? [{ opens: minute, closes: next.minute }] : []
  })
  const [only] = all.length === 1 ? all : []
  const closes = only && (ENDS.test(text) || only.relation === 'until') ? only.minute : null
  const opens =
    only && closes === null && (STARTS.test(text) || only.relation === 'from') ? only.minute : null
  if (stretches.length === 0 && opens === null && closes === null) return null
  const isBreak = stretches.length === 1 && (SHUT.test(text) || (BREAK.test(text) && !STAFFED.test(text)))
  const isSure = stretches.length > 0 || ENDS.test(text) || STARTS.test(text)
  return { about: aboutOf(text, isBreak), stretches, opens, closes, isBreak, isSure }
}

/** The text without the figures of stretches, which nothing else understands. */
export function withoutStretches(text: string): string {
  return text.replace(STRETCH, ' ')
}

/** Whether a text asks if what it states is so. */
export function asksWhether(text: string): boolean {
  return ASKS_WHETHER.test(text)
}

/** Whether the timetables are as claimed, on an ISO day, or on an ordinary day when that is null. */
export function isTrueClaim(claim: HoursClaim, hours: OfficeHours, day: string | null): boolean {
  const names = claim.about === 'either' ? TIMETABLES : [claim.about]
  return names.some((name) =>
    fits(claim, day === null ? usualWindows(hours, name, ORDINARY) : windowsOn(hours, name, day)),
  )
}

/** Monday. */
const ORDINARY = 1

function fits({ stretches, opens, closes, isBreak }: HoursClaim, windows: DayWindows): boolean {
  const same = (a: DayWindows, b: HoursClaim['stretches']) =>
    a.length === b.length && a.every((one, at) => one.opens === b[at]?.opens && one.closes === b[at]?.closes)
  if (isBreak)
    return same(
      windows.slice(1).map(({ opens: until }, at) => ({ opens: windows[at]?.closes ?? 0, closes: until })),
      stretches,
    )
  if (stretches.length > 0) return same(windows, stretches)
  return windows.some((one) => one.opens === opens || one.closes === closes)
}

function aboutOf(text: string, isBreak: boolean): HoursClaim['about'] {
  if (TELEPHONE.test(text) || isBreak) return 'telephone'
  return /\b(?:kantoor\w*|gebouw|bureau\w*|open|opent|deur\w*|onthaal|office|sluit\w*|closes?|opens?)\b/.test(
    text,
  )
    ? 'office'
    : 'either'
}

function inFull(
  found: string,
  hour: string,
  minute: string | undefined,
  later: string,
  end: string | undefined,
): string {
  const isTime = (value: string) => Number(value) <= 24
  if (!isTime(hour) || !isTime(later)) return found
  return ` van ${hour}:${minute ?? '00'} tot ${later}:${end ?? '00'} `
}
