import { detectLanguage } from '../../src/answering/question/language.js'
import type { StaffMember } from '../../src/escalation/actions.js'
import type { Decision, Setting, Situation } from '../../src/escalation/change.js'
import { type Colleague, staffDirectory } from '../../src/escalation/staff-directory.js'
import type { Ticket, TicketEvent } from '../../src/escalation/tickets.js'
import type { Topics } from '../../src/escalation/topics.js'
import { sampleHours } from '../hours/sample.js'

export const TOPICS: Topics = {
  targetHours: 8,
  teams: [
    { key: 'personeel', name: 'Team Personeel', slack: 'T1/C1', teams: 'kanaal-1', lead: 'lena' },
    { key: 'financien', name: 'Team Financiën', slack: 'T1/C2' },
    { key: 'ledenservice', name: 'Ledenservice', fallback: true },
  ],
  topics: [
    {
      key: 'verlof',
      name: 'Verlof',
      team: 'personeel',
      covered: false,
      keywords: ['vakantiedagen', 'verlof'],
    },
    {
      key: 'belasting',
      name: 'Belastingen',
      team: 'financien',
      covered: false,
      keywords: ['belasting'],
      targetHours: 2,
    },
  ],
}

function colleague(change: Partial<Colleague> & Pick<Colleague, 'id' | 'name'>): Colleague {
  return {
    role: 'staff',
    teams: ['personeel'],
    mail: `${change.id}@voorbeeld.be`,
    slack: `T1/U-${change.id}`,
    teamsPerson: null,
    absences: [],
    ...change,
  }
}

export const AN = colleague({ id: 'an', name: 'An Peeters' })
export const BERT = colleague({ id: 'bert', name: 'Bert Claes' })
export const FATIMA = colleague({ id: 'fatima', name: 'Fatima Amrani', teams: ['financien'] })
export const LENA = colleague({ id: 'lena', name: 'Lena Dewaele', role: 'lead' })
export const AWAY = colleague({
  id: 'wim',
  name: 'Wim Maes',
  absences: [{ from: '2026-11-23', until: '2026-11-27' }],
})

export const STAFF = [AN, BERT, FATIMA, LENA, AWAY]

export const SETTING: Setting = {
  hours: sampleHours,
  topics: TOPICS,
  staff: staffDirectory(STAFF),
  languageOf: detectLanguage,
}

/** Monday 23 November 2026, 10.00 in Brussels. */
export const MONDAY = new Date('2026-11-23T09:00:00Z')
/** Saturday 21 November 2026, 23.10 in Brussels. */
export const SATURDAY_NIGHT = new Date('2026-11-21T22:10:00Z')

export const QUESTION = 'Hoeveel vakantiedagen heeft een OCMW-medewerker?'

export function ticket(change: Partial<Ticket> = {}): Ticket {
  return {
    reference: 'VB-2026-0001',
    question: QUESTION,
    topic: 'verlof',
    team: 'personeel',
    reason: 'Niets gevonden',
    found: [{ passage: 'over-vvsg/leden#0', score: 0.4 }],
    channel: 'slack',
    conversation: 'T9/D1',
    asker: { body: 'Gemeente Zonnegem', kind: 'gemeente', name: 'Mieke', person: 'slack:T9/U9' },
    urgent: false,
    state: 'new',
    claimedBy: null,
    closeReason: null,
    resolution: 'unknown',
    version: 1,
    createdAt: MONDAY.toISOString(),
    answeredAt: null,
    updatedAt: MONDAY.toISOString(),
    ...change,
  }
}

export function event(change: Partial<TicketEvent> & Pick<TicketEvent, 'number' | 'kind'>): TicketEvent {
  return { actor: { kind: 'member' }, text: '', messageId: null, at: MONDAY.toISOString(), ...change }
}

export const OPENED: TicketEvent = event({ number: 1, kind: 'opened', messageId: 'm1' })

/** What a ticket is and what was said so far: a store of one ticket, without a database. */
export class Course {
  ticket: Ticket
  events: TicketEvent[]
  readonly told: string[] = []
  readonly kinds: string[] = []
  readonly due: { readonly key: string; readonly kind: string; readonly at: Date }[] = []
  holds = false
  now: Date

  constructor(change: Partial<Ticket> = {}, now = MONDAY) {
    this.ticket = ticket({ createdAt: now.toISOString(), ...change })
    this.events = [{ ...OPENED, at: now.toISOString() }]
    this.now = now
  }

  get situation(): Situation {
    return { ticket: this.ticket, events: this.events, now: this.now, setting: SETTING }
  }

  /** Decides and writes, as a store does. */
  take(decide: (situation: Situation) => Decision): Decision {
    const decision = decide(this.situation)
    if (decision.kind === 'refuse') return decision
    const { update, events, toMember, holds, due } = decision.change
    const at = this.now.toISOString()
    this.ticket = { ...this.ticket, ...update, version: this.ticket.version + 1, updatedAt: at }
    for (const { messageId, ...written } of events) {
      this.events.push({ ...written, messageId: messageId ?? null, number: this.events.length + 1, at })
    }
    this.told.push(...toMember.map(({ text }) => text))
    this.kinds.push(...toMember.map(({ kind }) => kind))
    this.holds = holds ?? this.holds
    this.due.push(...due)
    return decision
  }
}

export function member({ id, name, role, teams }: Colleague): StaffMember {
  return { id, name, role, teams }
}
