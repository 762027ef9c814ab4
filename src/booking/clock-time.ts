import type { Token } from './tokens.js'
import type { BookingWish } from './view.js'
import { numberWord } from './words.js'

/** A part of the day or a clock time that a message names, and where. */
export interface TimeMention {
  readonly part: BookingWish['part']
  /** `16:30`, or null when only a part of the day was named. */
  readonly time: string | null
  readonly at: number
  readonly next: number
}

const PARTS: readonly (readonly [Exclude<BookingWish['part'], null>, RegExp])[] = [
  [
    'morning',
    /^(vm|voorm|voormiddag|voormiddagen|ochtend|ochtenden|ochtends|morgens|voormiddags|vanochtend|vanmorgen|morning|mornings)$/,
  ],
  [
    'afternoon',
    /^(nm|namidd|namiddag|namiddagen|namiddags|middag|middags|vanmiddag|vannamiddag|gisternamiddag|afternoon|afternoons|noon|lunch)$/,
  ],
  ['evening', /^(avond|avonden|avonds|vanavond|evening|evenings|avondsessie|avondworkshop|tonight)$/],
]
const WHOLE_DAY = /^(dagvullend|dagvullende)$/
const DAY_LEADS = /^(hele|ganse|volledige|full|whole|volle|gehele|heel|all)$/

/** Reads every clock time and part of the day: `16u30`, `14 uur`, `om half drie`, `2 pm`, `vm`, `hele dag`. */
export function readTimes(tokens: readonly Token[], used: ReadonlySet<number>): TimeMention[] {
  const mentions: TimeMention[] = []
  let at = 0
  while (at < tokens.length) {
    const mention = used.has(at) ? null : (clockAt(tokens, at) ?? partAt(tokens, at))
    if (mention !== null && !turnedDown(tokens, at)) mentions.push(mention)
    at = mention?.next ?? at + 1
  }
  return mentions
}

function turnedDown(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 3), at)
    .some((token) => /^(niet|geen|behalve|not|except)$/.test(token.text))
}

function partAt(tokens: readonly Token[], at: number): TimeMention | null {
  const word = tokens[at]?.text ?? ''
  const part = PARTS.find(([, name]) => name.test(word))
  if (part !== undefined && !greets(tokens, at)) return { part: part[0], time: null, at, next: at + 1 }
  // `dinsdag morgen`, `de morgen`: the morning, not tomorrow.
  if (
    word === 'morgen' &&
    /^('s|s|de|maandag|dinsdag|woensdag|donderdag|vrijdag|overmorgen)$/.test(tokens[at - 1]?.text ?? '')
  ) {
    return { part: 'morning', time: null, at, next: at + 1 }
  }
  const next = tokens[at + 1]?.text === 'de' ? at + 2 : at + 1
  const day = DAY_LEADS.test(word) && /^(dag|dagen|day)$/.test(tokens[next]?.text ?? '')
  if (day || WHOLE_DAY.test(word)) return { part: 'day', time: null, at, next: day ? next + 1 : at + 1 }
  return null
}

function greets(tokens: readonly Token[], at: number): boolean {
  return /^(goede|goeie|good|beste)$/.test(tokens[at - 1]?.text ?? '')
}

const ANNOUNCES = /^(om|vanaf|rond|tegen|at|from|around|tussen|between|naar|start|vertrek|omstreeks)$/
const HOUR_WORD = /^(u|uur|h|u\.|uren|o'clock|uurs)$/

function clockAt(tokens: readonly Token[], at: number): TimeMention | null {
  const token = tokens[at]
  if (token === undefined) return null
  const announced = ANNOUNCES.test(tokens[at - 1]?.text ?? '')
  if (token.kind === 'clock') return fromClock(tokens, token, at, announced)
  if (token.kind === 'pair') return fromPair(tokens, token, at, announced)
  return fromHalf(tokens, at) ?? fromNumber(tokens, at, announced)
}

function fromClock(
  tokens: readonly Token[],
  token: Token,
  at: number,
  announced: boolean,
): TimeMention | null {
  const [hour = 0, minute = 0] = token.numbers
  // `1u` is how long it lasts, unless something says that it is a time.
  if (/^\d[uh]$/.test(token.text) && hour < 7 && !announced && !saysHalfOfDay(tokens, at + 1)) return null
  return time(
    hour,
    minute,
    at,
    HOUR_WORD.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1,
    /[ap]\.?m/.test(token.text) || earlyHour(tokens, at + 1),
  )
}

function fromPair(
  tokens: readonly Token[],
  token: Token,
  at: number,
  announced: boolean,
): TimeMention | null {
  if (!/^\d{1,2}\.[0-5]\d$/.test(token.text)) return null
  const hourWord = HOUR_WORD.test(tokens[at + 1]?.text ?? '')
  if (!hourWord && !announced) return null
  const [hour = 0, minute = 0] = token.numbers
  return time(hour, minute, at, hourWord ? at + 2 : at + 1, earlyHour(tokens, at + 1))
}

/** `half drie` is 14:30, `kwart voor tien` 9:45, `kwart na 2` 14:15. */
function fromHalf(tokens: readonly Token[], at: number): TimeMention | null {
  const word = tokens[at]?.text ?? ''
  if (/^(half|halfdrie)$/.test(word)) {
    const hour = hourAt(tokens, at + 1)
    return hour === null ? null : time(hour - 1, 30, at, at + 2, earlyHour(tokens, at + 2))
  }
  const past = /^(na|over|past)$/.test(tokens[at + 1]?.text ?? '')
  const hour = word === 'kwart' || word === 'quarter' ? hourAt(tokens, at + 2) : null
  if (hour === null) return null
  return past
    ? time(hour, 15, at, at + 3, earlyHour(tokens, at + 3))
    : time(hour - 1, 45, at, at + 3, earlyHour(tokens, at + 3))
}

function hourAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  const value = token?.kind === 'number' ? Number(token.text) : numberWord(token?.text ?? '')
  return value !== null && value >= 1 && value <= 12 ? value : null
}

/** `14 uur`, `14 u 30`, `om 10`, `van 9 tot 12u`; `een uur` and `2 uur` are lengths unless announced. */
function fromNumber(tokens: readonly Token[], at: number, announced: boolean): TimeMention | null {
  const value = valueAt(tokens[at])
  if (value === null || value > 24 || (tokens[at]?.kind === 'word' && !announced)) return null
  if (HOUR_WORD.test(tokens[at + 1]?.text ?? '')) {
    if (!announced && value < 7) return null
    const minutes = minutesAfter(tokens, at + 2)
    const next = at + (minutes > 0 ? 3 : 2)
    return time(value, minutes, at, next, earlyHour(tokens, next))
  }
  const before = tokens[at - 1]?.text ?? ''
  if (opensRange(tokens, at)) return time(value, 0, at, at + 3, earlyHour(tokens, at + 3))
  return /^(om|at)$/.test(before) ? time(value, 0, at, at + 1, earlyHour(tokens, at + 1)) : null
}

function valueAt(token: Token | undefined): number | null {
  if (token?.kind === 'number') return Number(token.text)
  return token?.kind === 'word' ? numberWord(token.text) : null
}

// `14 u 30`; in `14 uur 30 man` the 30 are people.
function minutesAfter(tokens: readonly Token[], at: number): number {
  const minutes = tokens[at]?.kind === 'number' ? Number(tokens[at]?.text) : 0
  const people = /^(man|pers|personen|deelnemers|collega's|mensen|p)$/.test(tokens[at + 1]?.text ?? '')
  return minutes < 60 && minutes % 5 === 0 && !people ? minutes : 0
}

function opensRange(tokens: readonly Token[], at: number): boolean {
  const opens = /^(van|tussen|from|between)$/.test(tokens[at - 1]?.text ?? '')
  return opens && /^(tot|en|to|and|-)$/.test(tokens[at + 1]?.text ?? '') && isHour(tokens, at + 2)
}

function isHour(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token?.kind === 'clock' || (token?.kind === 'number' && HOUR_WORD.test(tokens[at + 1]?.text ?? ''))
}

function saysHalfOfDay(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at, at + 2).some((token) => /^(namiddags|middags|ochtends|avonds)$/.test(token.text))
}

function earlyHour(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at, at + 3)
    .some((token) => /^(ochtends|morgens|ochtend|vm|voormiddag|morning)$/.test(token.text))
}

// Nobody asks for a session at half past two in the night: 1 to 6 are hours of the afternoon.
function time(
  hour: number,
  minute: number,
  at: number,
  next: number,
  asWritten: boolean,
): TimeMention | null {
  const real = hour >= 1 && hour <= 6 && !asWritten ? hour + 12 : hour === 0 && minute > 0 ? 12 : hour
  if (real > 23 || minute > 59) return null
  return { part: null, time: `${String(real).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, at, next }
}
