import { weekAndHour } from '../../src/desk/counted.js'
import { MEMBER_KINDS, type MemberKind } from '../../src/members/member.js'

/** A year of invented traffic. */
export interface SyntheticYear {
  readonly figures: readonly Readonly<Record<string, string | number | null>>[]
  readonly tickets: readonly Readonly<Record<string, string | number | null>>[]
  readonly bookings: readonly Readonly<Record<string, string | number | null>>[]
}

/** What it is made of. */
export interface SyntheticPlan {
  readonly seed: number
  readonly bodies: number
  readonly questions: number
  /** It ends here. */
  readonly until: Date
  readonly topics: readonly { readonly key: string; readonly team: string }[]
}

const ZONE = 'Europe/Brussels'
const DAY_MS = 86_400_000
/** Questions by hour of a working day, of about a hundred. */
const HOURS = [0, 0, 0, 0, 0, 0, 1, 4, 10, 14, 14, 11, 6, 9, 12, 10, 6, 3, 1, 1, 1, 1, 0, 0]
const SUBJECTS = [
  'laadpalen op parkings van sportcentra',
  'drones boven evenementen filmen',
  'boomplantacties met schoolkinderen',
  'deelsteps in voetgangerszones weren',
  'camerabewaking bij glasbollen',
  'geveltuintjes langs smalle voetpaden',
  'energiedelen tussen kerken en zwembaden',
  'huurwagens met buurgemeenten delen',
]
const OPENINGS = ['Mogen we', 'Wie betaalt', 'Bestaat er een model voor', 'Hoe regelen wij']
const ENDS = ['in onze gemeente?', 'volgens een ander bestuur?', 'zonder reglement?', 'dit najaar?']

/** The same seed gives the same year. */
export function syntheticYear(plan: SyntheticPlan): SyntheticYear {
  const random = randomOf(plan.seed)
  const kinds = Array.from({ length: plan.bodies }, () => kindOf(random()))
  const figures: Record<string, string | number | null>[] = []
  const tickets: Record<string, string | number | null>[] = []
  for (let at = 0; at < plan.questions; at++) {
    const asked = askedOf(plan, kinds, random)
    const ticket = asked.outcome === 'hand-over' ? ticketOf(tickets.length + 1, asked) : null
    if (ticket !== null) tickets.push(ticket)
    figures.push(figureOf(`f${at}`, asked, ticket === null ? null : String(ticket.reference)))
  }
  return { figures, tickets, bookings: bookingsOf(plan, random) }
}

interface Asked {
  readonly instant: number
  readonly topic: SyntheticPlan['topics'][number] | undefined
  readonly kind: MemberKind
  readonly body: string | null
  readonly outcome: string
  readonly random: () => number
}

/** Some themes are asked about a lot, and some bodies ask a lot. */
function askedOf(
  { until, topics, bodies }: SyntheticPlan,
  kinds: readonly MemberKind[],
  random: () => number,
): Asked {
  const body = Math.floor(bodies * random() ** 1.7)
  const known = random() < 0.85
  return {
    instant: instantOf(until.getTime(), random),
    topic: random() < 0.05 ? undefined : topics[Math.floor(topics.length * random() ** 2.2)],
    kind: known ? (kinds[body] ?? 'gemeente') : 'onbekend',
    body: known ? `body${body}` : null,
    outcome: outcomeOf(random()),
    random,
  }
}

function figureOf(id: string, { instant, topic, kind, body, outcome, random }: Asked, ticket: string | null) {
  return {
    id,
    at: instant,
    ...weekAndHour(new Date(instant), ZONE),
    channel: 'web',
    outcome,
    topic: topic?.key ?? null,
    member_kind: kind,
    body,
    language: 'nl',
    confidence: Math.round(random() * 100) / 100,
    helped: outcome === 'answer' && random() < 0.35 ? 1 : null,
    ticket,
  }
}

function ticketOf(number: number, { instant, topic, kind, random }: Asked) {
  const answered = random() < 0.9 ? instant + Math.round(random() ** 3 * 6 * DAY_MS) : null
  const pick = (words: readonly string[]) => words[Math.floor(words.length * random())]
  return {
    reference: `VB-2026-${String(number).padStart(5, '0')}`,
    channel: 'web',
    conversation: 'c',
    question: `${pick(OPENINGS)} ${pick(SUBJECTS)} ${pick(ENDS)}`,
    topic: topic?.key ?? null,
    reason: random() < 0.6 ? 'not-covered' : 'human',
    found: '[]',
    state: answered === null ? 'new' : 'answered',
    created_at: instant,
    team: topic?.team ?? 'ledenservice',
    asker: JSON.stringify({ body: null, kind, name: null, person: `p${number}` }),
    urgent: 0,
    claimed_by: null,
    close_reason: null,
    resolution: random() < 0.4 && answered !== null ? 'confirmed' : 'unknown',
    version: 1,
    answered_at: answered,
    updated_at: answered ?? instant,
    holds_since: null,
  }
}

function bookingsOf({ until }: SyntheticPlan, random: () => number) {
  return Array.from({ length: 240 }, (_, at) => {
    const created = instantOf(until.getTime(), random)
    return {
      id: `b${at}`,
      reference: `SD-2026-${String(at).padStart(4, '0')}`,
      uid: `u${at}`,
      level: random() < 0.6 ? 1 : random() < 0.7 ? 2 : 3,
      path: null,
      state: random() < 0.85 ? 'confirmed' : 'cancelled',
      held_until: null,
      participants: 8,
      seats: 0,
      place: 'online',
      body: 'Gemeente Voorbeeldegem',
      contact: null,
      channel: 'web',
      conversation: 'c',
      person: `p${at}`,
      language: 'nl',
      tentative: 0,
      sequence: 0,
      version: 1,
      created_at: created,
      updated_at: created,
    }
  })
}

function outcomeOf(chance: number): string {
  if (chance < 0.7) return 'answer'
  if (chance < 0.9) return 'hand-over'
  return chance < 0.95 ? 'clarify' : 'out-of-remit'
}

function kindOf(chance: number): MemberKind {
  if (chance < 0.62) return 'gemeente'
  if (chance < 0.82) return 'ocmw'
  return MEMBER_KINDS[2 + Math.floor(((chance - 0.82) / 0.18) * 4)] ?? 'gemeente'
}

/** Mostly on working days and in working hours of the year before `until`. */
function instantOf(until: number, random: () => number): number {
  for (;;) {
    const day = until - Math.floor(random() * 365) * DAY_MS
    const weekday = new Date(day).getUTCDay()
    if ((weekday === 0 || weekday === 6) && random() < 0.93) continue
    const hour = Math.floor(random() * 24)
    if (random() * 14 > (HOURS[hour] ?? 0) + 0.1) continue
    const instant = Math.floor(day / DAY_MS) * DAY_MS + (hour - 1) * 3_600_000 + random() * 3_600_000
    if (instant < until) return Math.floor(instant)
  }
}

/** Numbers from 0 up to 1 that are the same for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
