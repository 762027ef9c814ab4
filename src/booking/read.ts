import { namesBody, namesContact } from './body.js'
import { readTimes } from './clock-time.js'
import { type DateMention, readDates } from './dates.js'
import type { Day } from './days.js'
import type { Draft } from './draft.js'
import type { Facts, Intent } from './intent.js'
import { type Level, type LevelReading, readLevel } from './level.js'
import { type People, readPeople } from './people.js'
import { type Place, readPlace } from './place.js'
import { plain, type Token, tokenise } from './tokens.js'
import { joinWishes, type LevelledWish, wishRange } from './wishes.js'

/** Everything one message says, each part read once. */
export interface MessageReading extends Facts {
  readonly message: string
  readonly tokens: readonly Token[]
  readonly wishes: readonly LevelledWish[]
  readonly place: Place | null
  readonly namesBody: boolean
  readonly namesContact: boolean
}

/** Reads a message as seen from `today`; judges nothing yet. */
export function readMessage(message: string, today: Day): MessageReading {
  const tokens = tokenise(withoutGreeting(message))
  const { people, used: peopleUsed } = readPeople(tokens)
  const level = readLevel(tokens)
  const used = new Set([...peopleUsed, ...level.used])
  const dates = readDates(tokens, used, today)
  const times = readTimes(tokens, new Set([...used, ...dates.used]))
  const named = level.mentions.filter(({ named: byName }) => byName)
  const place = readPlace(message)
  return {
    message,
    tokens,
    text: plain(message)
      .replace(/\bin (de )?plaats van\b|\binstead of\b/g, 'ipv')
      .replace(/\bwnr\b\.?/g, 'wanneer')
      .replace(/\s+/g, ' ')
      .trim(),
    level,
    dates,
    times,
    people,
    place,
    hasPlace: place !== null,
    wishes: joinWishes(tokens, dates.mentions, times, named),
    namesBody: namesBody(message),
    namesContact: namesContact(message),
  }
}

function withoutGreeting(message: string): string {
  return message.replace(
    /^\s*(goe(de|ie)|good)\s*(morgen|middag|namiddag|avond|dag|morning|afternoon|evening)\b/i,
    ' ',
  )
}

const NOBODY: People = { participants: null, atLeast: null, teams: null, before: null, more: null }

/** A first draft from one message alone. */
export function draftFrom(reading: MessageReading, intent: Intent): Draft {
  const { level, dates, place } = reading
  const people = reading.people ?? NOBODY
  const { wishes, existing } = split(reading, intent)
  // Two levels with one date each are a wish; two levels and no date leave open which is meant.
  const mixed = wishes.some((wish) => wish.level !== null) && level.mentions.length > 1
  return {
    kind: intent.kind,
    level: intent.kind === 'wish' || level.mentions[0]?.named === true ? onlyLevel(level) : null,
    unknownLevel: level.mentions.length === 0 ? level.unknown : null,
    mixed,
    wishes,
    existing,
    ...people,
    place: place?.name ?? null,
    weekdays: dates.weekdays,
    notWeekdays: dates.notWeekdays,
    impossible: dates.impossible,
    bodyKnown: reading.namesBody,
    contactKnown: reading.namesContact,
    offers: null,
    again: false,
    message: reading.message.trim(),
  }
}

function onlyLevel({ mentions }: LevelReading): Level | null {
  return mentions.length === 1 ? (mentions[0]?.level ?? null) : null
}

// `de sessie van 2 maart verzetten naar 9 maart`: the one is the booking's date, the other is new.
function split(reading: MessageReading, intent: Intent): Pick<Draft, 'wishes' | 'existing'> {
  if (intent.kind === 'wish') return { wishes: reading.wishes, existing: null }
  const { mentions } = reading.dates
  if (intent.kind === 'change' && mentions.length === 0) return { wishes: reading.wishes, existing: null }
  const isNew = intent.kind === 'change' ? targets(reading.tokens, mentions) : mentions.map(() => false)
  const old = reading.wishes.find((_, index) => isNew[index] !== true)
  const wishes = reading.wishes.filter((_, index) => isNew[index] === true)
  const existing = old === undefined ? null : wishRange(old.wish)
  // `de sessie van 2 maart naar 14u`: another hour of the same day.
  const sameDay =
    intent.kind === 'change' &&
    wishes.length === 0 &&
    old !== undefined &&
    (old.wish.time ?? old.wish.part) !== null
  return { wishes: sameDay ? [old] : wishes, existing }
}

const CHANGES =
  /^(verzet|verzetten|verplaatsen|verplaats|verschuiven|verschuif|verleggen|uitstellen|uitstel|vervroegen|omboeken|wijzigen|move|reschedule|postpone|shift|change)$/

// `naar 9 of 11 maart`: what is listed after a new date is new too.
function targets(tokens: readonly Token[], mentions: readonly DateMention[]): boolean[] {
  const isNew: boolean[] = []
  const replaces = mentions.some((mention) => isReplaced(tokens, mention))
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1]
    const between =
      previous === undefined ? [] : tokens.slice(previous.next, mention.at).map(({ text }) => text)
    const listed = isNew[index - 1] === true && between.every((word) => /^(of|or|,|en|op)$/.test(word))
    isNew.push(replaces ? !isReplaced(tokens, mention) : listed || isTarget(tokens, mention.at))
  }
  // `onze datum van 11 maart lukt niet, kan het op 18 maart?`: of two dates the last one is the new one.
  const none = isNew.length > 1 && !isNew.includes(true)
  return none ? isNew.map((_, index) => index === isNew.length - 1) : isNew
}

// `23 maart ipv 16 maart`: the second is the booking's own.
function isReplaced(tokens: readonly Token[], { at }: DateMention): boolean {
  return tokens[at - 1]?.text === 'ipv'
}

function isTarget(tokens: readonly Token[], at: number): boolean {
  let place = at - 1
  while (/^(de|het|the|op|on|een|eind|week)$/.test(tokens[place]?.text ?? '')) place -= 1
  const before = tokens[place]?.text ?? ''
  if (/^(naar|nr|to|until|tot|liefst|liever|in|wordt|worden)$/.test(before)) return true
  if (/^(van|v|vd|from|dd|of)$/.test(before) || /^(op|on)$/.test(tokens[at - 1]?.text ?? '')) return false
  return tokens.slice(0, at).some(({ text }) => CHANGES.test(text)) && !THING.test(before)
}

const THING =
  /^(sessie|boeking|workshop|opleiding|dagopleiding|introworkshop|reservatie|session|booking|training)$/
