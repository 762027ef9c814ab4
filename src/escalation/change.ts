import type { OfficeHours } from '../hours/office-hours.js'
import type { Language } from '../texts/language.js'
import type { RefusalCode } from './actions.js'
import type { StaffDirectory } from './staff-directory.js'
import type { Actor, Ticket, TicketEvent, TicketEventKind, TicketUpdate } from './tickets.js'
import type { Topics } from './topics.js'

/** An event about to be written; the store gives it its number. */
export interface NewEvent {
  readonly kind: TicketEventKind
  readonly actor: Actor
  /** Masked. */
  readonly text: string
  readonly messageId?: string
}

/** Something to be done later about a ticket or a team; see `due.ts` for the kinds. */
export interface Planned {
  /** Unique: the same key is planned once. */
  readonly key: string
  readonly kind: string
  readonly subject: string
  /** UTC. */
  readonly at: Date
}

/** What the member reads because of a change. Only a reply holds words of a colleague. */
export interface MemberWords {
  readonly kind: 'staff-reply' | 'notice'
  readonly text: string
  /** Whether it asks if the answer helped, with two buttons. */
  readonly asksWhetherHelped: boolean
}

/** What a decision changes, all of it together or not at all. */
export interface TicketChange {
  readonly update: TicketUpdate
  readonly events: readonly NewEvent[]
  readonly toMember: readonly MemberWords[]
  /** Whether staff have the member's conversation from now on; left out it stays as it is. */
  readonly holds?: boolean
  readonly due: readonly Planned[]
}

/** `text` of a refusal is for the colleague who tried. */
export type Decision =
  | { readonly kind: 'do'; readonly change: TicketChange }
  | { readonly kind: 'refuse'; readonly code: RefusalCode; readonly text: string }

/** What decisions rest on besides the ticket. */
export interface Setting {
  readonly hours: OfficeHours
  readonly topics: Topics
  readonly staff: StaffDirectory
  /** In which language a member who wrote this is spoken to. */
  readonly languageOf: (text: string) => Language
}

/** A ticket with its events, as it is when something is decided, and when that is. */
export interface Situation {
  readonly ticket: Ticket
  readonly events: readonly TicketEvent[]
  readonly now: Date
  readonly setting: Setting
}

/** Number that the next event gets. */
export function nextNumber(events: readonly TicketEvent[]): number {
  return (events.at(-1)?.number ?? 0) + 1
}

/** The state of a ticket that nobody has and that waits: `reopened` when it was closed once. */
export function unclaimedState(events: readonly TicketEvent[]): 'new' | 'reopened' {
  return events.some(({ kind }) => kind === 'closed') ? 'reopened' : 'new'
}

/** A change of nothing but what is given. */
export function changeOf(change: Partial<TicketChange>): Decision {
  return { kind: 'do', change: { update: {}, events: [], toMember: [], due: [], ...change } }
}

export function refuse(code: RefusalCode, text: string): Decision {
  return { kind: 'refuse', code, text }
}
