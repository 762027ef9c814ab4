import type { ChannelName } from '../desk/conversation.js'

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
  state: 'new'
  created_at: number
}

export interface TicketEventTable {
  reference: string
  number: number
  kind: 'opened' | 'added'
  text: string
  at: number
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

export interface Tables {
  conversations: ConversationTable
  inbox: InboxTable
  outbox: OutboxTable
  lanes: LaneTable
  tickets: TicketTable
  ticket_events: TicketEventTable
  feedback: FeedbackTable
  counters: CounterTable
  leases: LeaseTable
}
