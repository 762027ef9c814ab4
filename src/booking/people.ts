import { countAt, numberAt, PEOPLE } from './counts.js'
import type { Token } from './tokens.js'
import { monthWord } from './words.js'

/** How many will come, as far as it was said. */
export interface People {
  /** Participants; the upper end of a range, null when only teams were counted. */
  readonly participants: number | null
  /** The lower end of a range, `10 à 12`; null when one number was given. */
  readonly atLeast: number | null
  /** Teams, for a learning path; null when none were counted. */
  readonly teams: number | null
  /** The number it was before, in `van 12 naar 18`; null when nothing changes. */
  readonly before: number | null
  /** How many more come, or fewer when negative; the total is then not known. Null when that is not said. */
  readonly more: number | null
}

/** What was read, and the places of the tokens that it took. */
export interface PeopleReading {
  readonly people: People | null
  readonly used: ReadonlySet<number>
}

const TEAMS = /^(teams?|projectteams?|ploegen|ploeg)$/
const GROUPS = /^(groepen|groepjes|groups)$/
// What may stand between a number and the people it counts: `14 van onze enthousiaste collega's`.
const BETWEEN_LIMIT = 3
const BETWEEN_STOP =
  /^(op|in|om|uur|u|maart|januari|februari|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec|dag|dagen|keer|maal|weken|maanden|en|of|voor|niveau|vr|met|for|with|on|at|hours?|days?|weeks?|months?|march|may)$/
// Words that announce a number of people although no people are named after it.
const ANNOUNCES =
  /^(met|groep van|een groep van|zijn met|komen met|deelnemers|aantal|aantal deelnemers|personen|with|group of|groep|totaal|ongeveer|ong|circa|ca|about|around|doe|maar|toch|eerder|liever)$/

/**
 * Reads how many people (or teams) a message speaks of.
 *
 * @example
 * ```ts
 * readPeople(tokenise('van 12 naar 18 deelnemers')).people // participants 18, before 12
 * ```
 */
export function readPeople(tokens: readonly Token[]): PeopleReading {
  return (
    changed(tokens) ??
    replaced(tokens) ??
    teamsOfSize(tokens) ??
    counted(tokens) ??
    roughly(tokens) ??
    groupSize(tokens) ??
    nothing()
  )
}

const nothing = (): PeopleReading => ({ people: null, used: new Set() })

function reading(people: Partial<People>, from: number, to: number): PeopleReading {
  const used = new Set(Array.from({ length: to - from }, (_, index) => from + index))
  return {
    people: { participants: null, atLeast: null, teams: null, before: null, more: null, ...people },
    used,
  }
}

/** `van 12 naar 18`, `18 ipv 12`, when people (or their number) are what it is about. */
function changed(tokens: readonly Token[]): PeopleReading | null {
  const aboutPeople = tokens.some(
    ({ text }) => PEOPLE.test(text) || /^(aantal|groep|number|group)$/.test(text),
  )
  for (let at = 0; at < tokens.length; at += 1) {
    const pair = numberPair(tokens, at)
    if (pair === null) continue
    const [first, link, second] = pair
    const announcedCount = /^(met|zijn|komen|with)$/.test(tokens[at - 1]?.text ?? '')
    if (aboutPeople && /^(naar|nr|to|wordt|worden)$/.test(link))
      return reading({ participants: second, before: first }, at, at + 3)
    if ((aboutPeople || announcedCount) && link === 'ipv')
      return reading({ participants: first, before: second }, at, at + 3)
  }
  return null
}

/** `met 7 naar niveau 1 komen ipv 10`: the number that is announced, and the one it replaces. */
function replaced(tokens: readonly Token[]): PeopleReading | null {
  const link = tokens.findIndex(({ text }) => text === 'ipv')
  const before = tokens[link + 1]
  const dated = monthWord(tokens[link + 2]?.text ?? '') !== null
  if (link < 0 || before?.kind !== 'number' || dated) return null
  const at = tokens.findIndex(
    (token, index) => token.kind === 'number' && index < link && announced(tokens, index),
  )
  if (at < 0) return null
  const people = { participants: Number(tokens[at]?.text), before: Number(before.text) }
  return { ...reading(people, at, at + 1), used: new Set([at, link, link + 1]) }
}

/** Two numbers with a word between them; null when what follows makes dates of them. */
function numberPair(tokens: readonly Token[], at: number): readonly [number, string, number] | null {
  const [first, link, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (first?.kind !== 'number' || link?.kind !== 'word' || second?.kind !== 'number') return null
  const dated = monthWord(tokens[at + 3]?.text ?? '') !== null
  return dated ? null : [Number(first.text), link.text, Number(second.text)]
}

/** `2 teams`, `3 teams van 4`, `2 groepen van 15`; groups are no teams, but their people count. */
function teamsOfSize(tokens: readonly Token[]): PeopleReading | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const count = numberAt(tokens, at)
    const word = tokens[at + 1]?.text ?? ''
    if (count === null || !(TEAMS.test(word) || GROUPS.test(word))) continue
    const teams = TEAMS.test(word) ? count : null
    const size = /^(van|v|met|of|with)$/.test(tokens[at + 2]?.text ?? '') ? countAt(tokens, at + 3) : null
    if (size !== null) return reading({ teams, participants: count * size.value }, at, size.next)
    return teams === null ? null : reading({ teams }, at, at + 2)
  }
  return null
}

function counted(tokens: readonly Token[]): PeopleReading | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const count = countAt(tokens, at)
    if (count === null || isArticle(tokens, at)) continue
    const people = peopleAfter(tokens, count.next)
    if (people === null) continue
    // `ik en 3 collega's`: whoever writes comes too.
    const own =
      /^(ik|me|mij|myself|mezelf|mijzelf|ikzelf)$/.test(tokens[at - 2]?.text ?? '') &&
      /^(en|and|\+|met)$/.test(tokens[at - 1]?.text ?? '')
    const sign = moreOrFewer(tokens, at, people)
    if (sign !== 0)
      return reading({ more: sign * count.value, participants: totalOf(tokens) }, at, people + 1)
    return reading({ participants: count.value + (own ? 1 : 0), atLeast: count.atLeast }, at, people + 1)
  }
  return null
}

/** 1 for `5 deelnemers extra`, -1 for `twee personen minder`, 0 when it is the number itself. */
function moreOrFewer(tokens: readonly Token[], from: number, to: number): -1 | 0 | 1 {
  // `5 collega's erbij` or `bij`, but not `25 p bij ons`.
  const place = /^(ons|jullie|u|de|het|vvsg)$/.test(tokens[to + 2]?.text ?? '')
  const words = tokens.slice(from, place ? to + 1 : to + 2).map(({ text }) => text)
  if (words.some((word) => /^(extra|meer|bij|erbij|bijkomende|more|additional)$/.test(word))) return 1
  return words.some((word) => /^(minder|fewer|less)$/.test(word)) ? -1 : 0
}

// `dus 17 in totaal`.
function totalOf(tokens: readonly Token[]): number | null {
  const at = tokens.findIndex(({ text }) => /^(totaal|total)$/.test(text))
  const token = tokens[tokens[at - 1]?.text === 'in' ? at - 2 : at - 1]
  return at > 0 && token?.kind === 'number' ? Number(token.text) : null
}

// `een collega` is no number; `een twintigtal` is, and it is the second word that counts.
function isArticle(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === 'word' &&
    /^(een|ene|one)$/.test(tokens[at]?.text ?? '') &&
    !/^(persoon|deelnemer|person|participant)$/.test(tokens[at + 1]?.text ?? '')
  )
}

function peopleAfter(tokens: readonly Token[], from: number): number | null {
  // `12 of us`, `12 of our staff`.
  if (tokens[from]?.text === 'of' && /^(us|our)$/.test(tokens[from + 1]?.text ?? '')) return from + 1
  for (let at = from; at <= from + BETWEEN_LIMIT; at += 1) {
    const token = tokens[at]
    if (token === undefined) return null
    if (PEOPLE.test(token.text)) return at
    if (token.kind !== 'word' || BETWEEN_STOP.test(token.text)) return null
  }
  return null
}

/** `met 12`, `een groep van 25`, `we zijn met z'n achten`, `aantal: 14`, `een twintigtal`. */
function groupSize(tokens: readonly Token[]): PeopleReading | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const count = countAt(tokens, at)
    if (count === null || isArticle(tokens, at)) continue
    if (
      /(tal)$/.test(tokens[at]?.text ?? '') ||
      (count.next > at + 1 && tokens[count.next - 1]?.text === 'tal')
    ) {
      return reading({ participants: count.value }, at, count.next)
    }
    if (announced(tokens, at) && countsNothingElse(tokens, count.next)) {
      return reading({ participants: count.value, atLeast: count.atLeast }, at, count.next)
    }
  }
  return null
}

function announced(tokens: readonly Token[], at: number): boolean {
  const before = tokens
    .slice(Math.max(0, at - 3), at)
    .filter((token) => !/^(:|z'n|ons|we|ongeveer|een|maar|of|zo'n)$/.test(token.text))
  const last = before.at(-1)?.text ?? ''
  const two = `${before.at(-2)?.text ?? ''} ${last}`.trim()
  return ANNOUNCES.test(last) || ANNOUNCES.test(two)
}

/** `een man of 30`, `een persoon of twaalf`: the number stands behind. */
function roughly(tokens: readonly Token[]): PeopleReading | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const rough =
      /^(man|persoon|personen|collega'?s?|deelnemers)$/.test(tokens[at]?.text ?? '') &&
      tokens[at + 1]?.text === 'of'
    const count = rough ? numberAt(tokens, at + 2) : null
    if (count !== null && count > 3) return reading({ participants: count }, at, at + 3)
  }
  return null
}

function countsNothingElse(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  return (
    next === undefined ||
    next.kind === 'sign' ||
    /^(op|in|bij|at|online|voor|ongeveer|van|uit|liefst|on|for|from|aub|graag|please|zijn)$/.test(next.text)
  )
}
