import type { MemberKind } from '../members/member.js'

/**
 * Where a ticket stands. `waiting`: staff asked the member something. `answered`: staff replied and nothing came
 * back yet. `reopened`: closed once, and taken up again by nobody yet.
 */
export const TICKET_STATES = ['new', 'claimed', 'waiting', 'answered', 'closed', 'reopened'] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** Why a ticket was closed. `withdrawn`: the member no longer needs an answer. */
export const CLOSE_REASONS = ['answered', 'referred', 'withdrawn', 'duplicate', 'out-of-remit'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** What became of it for the member. Silence is `unknown`, never success. */
export type Resolution = 'confirmed' | 'not-helped' | 'unknown'

/** Who asked, as far as it is known. */
export interface Asker {
  /** Name of the member body; null when it is not known. */
  readonly body: string | null
  readonly kind: MemberKind
  /** As the platform names the person; null when it does not. */
  readonly name: string | null
  /** Opaque outside the channel: the same person on the same platform. */
  readonly person: string
}

/** A question that waits for staff. */
export interface Ticket {
  /** The reference a member can quote: `VB-2026-0001`; numbers of a year have no gaps. */
  readonly reference: string
  /** In full, masked. */
  readonly question: string
  /** Key of a topic of `topics.yaml`; null when none fitted. */
  readonly topic: string | null
  /** Key of the team that has it. */
  readonly team: string
  /** Why the desk did not answer. */
  readonly reason: string
  /** What the desk found, best first: passage ids with their scores, and why each matched where that was kept. */
  readonly found: readonly { readonly passage: string; readonly score: number; readonly why?: string }[]
  /** Where the member asked: the channel's name and its own id of the conversation. */
  readonly channel: string
  readonly conversation: string
  readonly asker: Asker
  /** Whether it goes before the others of its team. */
  readonly urgent: boolean
  readonly state: TicketState
  /** Id of the colleague who has it; null when nobody does. */
  readonly claimedBy: string | null
  /** Null while it is not closed. */
  readonly closeReason: CloseReason | null
  readonly resolution: Resolution
  /** Rises with every change: a decision made on an older version is made again. */
  readonly version: number
  /** UTC, ISO 8601. */
  readonly createdAt: string
  /** First reply to the member; null when there is none yet. UTC, ISO 8601. */
  readonly answeredAt: string | null
  /** UTC, ISO 8601. */
  readonly updatedAt: string
  /** It no longer says who asked what, and is counted only; left out while it does. */
  readonly anonymous?: true
}

/** What can happen to a ticket. `added`, `edited`, `deleted`: by the member. `note`: internal, never to the member. */
export type TicketEventKind =
  | 'opened'
  | 'added'
  | 'edited'
  | 'deleted'
  | 'claimed'
  | 'released'
  | 'replied'
  | 'asked-back'
  | 'note'
  | 'reassigned'
  | 'topic'
  | 'urgent'
  | 'closed'
  | 'reopened'
  | 'reminded'
  | 'undelivered'
  | 'published'
  | 'feedback'

/** Who did something: the member, a colleague by id, or the desk itself. */
export type Actor =
  | { readonly kind: 'member' }
  | { readonly kind: 'staff'; readonly id: string; readonly name: string }
  | { readonly kind: 'desk' }

/** Something that happened to a ticket. */
export interface TicketEvent {
  /** 1, 2, 3 ... within the ticket; the first is `opened`. */
  readonly number: number
  readonly kind: TicketEventKind
  readonly actor: Actor
  /**
   * Masked; empty for `opened`. For `reassigned` and `topic` the new key, for `closed` the reason's key,
   * for `urgent` "true" or "false", for `feedback` the resolution, for `reminded` who was reminded.
   */
  readonly text: string
  /** The platform's id of the member's message, so that an edit finds it; null when it has none. */
  readonly messageId: string | null
  /** UTC, ISO 8601. */
  readonly at: string
}

/** Which tickets to list; what is left out does not matter. */
export interface TicketFilter {
  readonly states?: readonly TicketState[]
  readonly team?: string
  readonly claimedBy?: string
  /** Asked by this person, as the channel knows her. */
  readonly asker?: { readonly channel: string; readonly person: string }
  /** Words that all occur in the reference, the question or what was written since. */
  readonly text?: string
  /** At most this many, 1 to 500; 200 when left out. */
  readonly limit?: number
  /** Passes over this many first; 0 when left out. */
  readonly offset?: number
  /** The newest first, instead of urgent first and then the oldest. */
  readonly newestFirst?: boolean
}

/** What a decision changes of a ticket; what is left out stays. */
export type TicketUpdate = Partial<
  Pick<
    Ticket,
    'topic' | 'team' | 'urgent' | 'state' | 'claimedBy' | 'closeReason' | 'resolution' | 'answeredAt'
  >
>

/** Tickets as they are kept. They are opened by the commit of a turn, together with the message that names them. */
export interface Tickets {
  /** Urgent first, then oldest first; empty when there is none. */
  list(filter?: TicketFilter): Promise<readonly Ticket[]>

  /** Null when no ticket has this reference. */
  find(reference: string): Promise<Ticket | null>

  /** In order; empty when no ticket has this reference. */
  events(reference: string): Promise<readonly TicketEvent[]>
}
