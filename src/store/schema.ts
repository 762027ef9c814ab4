import type { ChannelName } from '../desk/conversation.js'
import type { CloseReason, Resolution, TicketEventKind, TicketState } from '../escalation/tickets.js'
import type { AnswerState } from '../knowledge/published-answers.js'
import type { BookingTables } from './booking-schema.js'
import type { TurnFigureTable } from './figure-schema.js'

/*
 * The tables, the same on SQLite and PostgreSQL. Instants (`..._at`) are milliseconds since 1970, UTC; documents
 * are JSON text; numbers within a conversation are given under the lock of its row, so none is skipped or doubled.
 */

export interface ConversationTable {
  channel: ChannelName
  id: string
  state: string
  version: number
  last_event: number
  last_number: number
  /** When somebody may take the conversation up: now, after a back-off, or when the present lease ends. Null: nothing to do. */
  due_at: number | null
  lease_owner: string | null
  fence: number
  created_at: number
  updated_at: number
  /** Ticket whose staff have the conversation; null when the desk has it. */
  held_by: string | null
  /** The question counted last in it; null when there is none. */
  last_figure: string | null
}

export interface InboxTable {
  channel: ChannelName
  conversation: string
  sequence: number
  event_id: string
  incoming: string
  status: 'open' | 'done' | 'parked'
  attempts: number
  reason: string | null
  received_at: number
  settled_at: number | null
}

export type OutboxStatus =
  | 'pending'
  /** Written before the platform is called: what a crash leaves in this state may have arrived. */
  | 'sending'
  /** Uncertain, and still being looked for. */
  | 'checking'
  | 'delivered'
  | 'failed'
  | 'uncertain'
  /** Never sent, because a later message says what became of the same post. */
  | 'superseded'

export interface OutboxTable {
  id: string
  channel: ChannelName
  conversation: string
  number: number
  /** Sequence of the event that caused it; null when none did. */
  cause: number | null
  lane: string
  message: string
  status: OutboxStatus
  attempts: number
  checks: number
  /** Also the place in the lane's queue. */
  not_before: number
  platform_id: string | null
  reason: string | null
  created_at: number
  settled_at: number | null
  /** As in the message, to be found by. */
  replaces: string | null
  under: string | null
}

export interface LaneTable {
  channel: ChannelName
  lane: string
  /** As `conversations.due_at`. */
  due_at: number | null
  /** The platform takes nothing before this instant. */
  free_at: number
  lease_owner: string | null
  fence: number
}

export interface TicketTable {
  reference: string
  channel: ChannelName
  conversation: string
  question: string
  topic: string | null
  reason: string
  found: string
  state: TicketState
  created_at: number
  team: string
  asker: string
  urgent: number
  claimed_by: string | null
  close_reason: CloseReason | null
  resolution: Resolution
  version: number
  answered_at: number | null
  updated_at: number
  /** Since when its staff hold the conversation; null when they do not. Of several the latest has it. */
  holds_since: number | null
  /** Since when it no longer says who asked what; null while it does. */
  anonymised_at: number | null
}

export interface TicketEventTable {
  reference: string
  number: number
  kind: TicketEventKind
  text: string
  at: number
  actor: string
  message_id: string | null
}

/** What asked for a change of a ticket, so that the same press does nothing twice. */
export interface HandledKeyTable {
  reference: string
  key: string
  at: number
}

export interface DueTable {
  id: string
  key: string
  kind: string
  subject: string
  /** As it was planned. */
  at: number
  /** When somebody may take it up: then, after a back-off, or when the present lease ends. Null: done. */
  not_before: number | null
  lease_owner: string | null
  /** Also tells a late holder from the present one. */
  attempts: number
  reason: string | null
  done_at: number | null
}

export interface RecordTable {
  kind: string
  key: string
  value: string
  until: number | null
}

export interface FeedbackTable {
  channel: ChannelName
  conversation: string
  sequence: number
  position: number
  helped: number
  question: string
  at: number
}

/** Numbers given in the transaction that uses them, so that a rollback gives them back. */
export interface CounterTable {
  name: string
  value: number
}

export interface LeaseTable {
  name: string
  owner: string
  until: number
}

export interface DeniedDocumentTable {
  document: string
  reason: string
  denied_by: string
  denied_at: number
}

/** Only added to. */
export interface AuditTable {
  number: number
  at: number
  actor: string
  actor_name: string
  action: string
  subject: string
  outcome: string
}

export interface PublishedAnswerTable {
  id: string
  /** Names the form that sent it, so that the same form makes one. */
  form_key: string
  state: AnswerState
  ticket: string | null
  title: string
  question: string
  answer: string
  source: string | null
  audience: 'publiek' | 'leden'
  language: 'nl' | 'en'
  /** ISO day. */
  review_by: string
  author: string
  author_name: string
  published_by: string | null
  published_at: number | null
  version: number
  created_at: number
  updated_at: number
}

/** Erasures that were applied to this database. */
export interface ErasureTable {
  id: string
  at: number
}

export interface Tables extends BookingTables {
  conversations: ConversationTable
  inbox: InboxTable
  outbox: OutboxTable
  lanes: LaneTable
  tickets: TicketTable
  ticket_events: TicketEventTable
  handled_keys: HandledKeyTable
  dues: DueTable
  records: RecordTable
  feedback: FeedbackTable
  counters: CounterTable
  leases: LeaseTable
  denied_documents: DeniedDocumentTable
  audit: AuditTable
  published_answers: PublishedAnswerTable
  erasures: ErasureTable
  turn_figures: TurnFigureTable
}
