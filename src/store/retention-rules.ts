import { type RawBuilder, sql } from 'kysely'
import type { RetentionKind, RetentionLimits } from '../privacy/retention.js'
import type { Database } from './database.js'
import { NOWHERE } from './remove-rows.js'
import type { Tables } from './schema.js'

/** Which rows of a table are past their term. */
export interface PastTerm {
  readonly kind: RetentionKind
  readonly table: keyof Tables
  readonly key: readonly string[]
  readonly where: RawBuilder<unknown>
  /** When a row became what it is, for the oldest of them. */
  readonly age: RawBuilder<unknown>
}

/** A ticket that is not closed keeps everything that was said in its conversation. */
const OPEN = sql`tickets.state <> 'closed'`

/**
 * What goes, in an order that leaves no row without the one it refers to: first what was said, then conversations of
 * which nothing is left; tickets leave their conversation when they become anonymous.
 */
export function pastTerm(kind: Database['kind'], limits: RetentionLimits): readonly PastTerm[] {
  return [
    tickets(limits),
    ...said(kind, limits),
    conversations(limits),
    ...bookings(limits),
    ...traces(limits),
  ]
}

function tickets(limits: RetentionLimits): PastTerm {
  return {
    kind: 'tickets',
    table: 'tickets',
    key: ['reference'],
    where: sql`state = 'closed' and anonymised_at is null and updated_at < ${limits.tickets}`,
    age: sql`updated_at`,
  }
}

function said(kind: Database['kind'], { conversations: before }: RetentionLimits): readonly PastTerm[] {
  const inOpen = (table: string) => sql`exists (
    select 1 from tickets where ${OPEN} and tickets.channel = ${sql.ref(`${table}.channel`)}
      and tickets.conversation = ${sql.ref(`${table}.conversation`)})`
  // A card in a team's channel is changed in place, and its thread is where colleagues write, until its ticket is closed.
  const within =
    kind === 'sqlite'
      ? sql`instr(outbox.replaces, tickets.reference)`
      : sql`strpos(outbox.replaces, tickets.reference)`
  const cardOfOpen = sql`(outbox.replaces is not null and exists (select 1 from tickets where ${OPEN} and ${within} > 0))`
  // What still waits after all that time (no mail server, perhaps) would come as a surprise.
  const over = sql`('delivered', 'failed', 'uncertain', 'superseded', 'pending')`
  return [
    {
      kind: 'received',
      table: 'inbox',
      key: ['channel', 'conversation', 'sequence'],
      where: sql`status in ('done', 'parked') and received_at < ${before} and not ${inOpen('inbox')}`,
      age: sql`received_at`,
    },
    {
      kind: 'sent',
      table: 'outbox',
      key: ['id'],
      where: sql`status in ${over} and created_at < ${before} and not ${inOpen('outbox')} and not ${cardOfOpen}`,
      age: sql`created_at`,
    },
    {
      kind: 'feedback',
      table: 'feedback',
      key: ['channel', 'conversation', 'sequence', 'position'],
      where: sql`feedback.at < ${before}`,
      age: sql`feedback.at`,
    },
  ]
}

function conversations({ conversations: before }: RetentionLimits): PastTerm {
  const none = (table: string) => sql`not exists (
    select 1 from ${sql.table(table)} where ${sql.ref(`${table}.channel`)} = conversations.channel
      and ${sql.ref(`${table}.conversation`)} = conversations.id)`
  return {
    kind: 'conversations',
    table: 'conversations',
    key: ['channel', 'id'],
    where: sql`updated_at < ${before} and due_at is null and held_by is null and id <> ${NOWHERE}
      and ${none('inbox')} and ${none('outbox')} and ${none('tickets')}`,
    age: sql`updated_at`,
  }
}

function bookings({ bookings: before }: RetentionLimits): readonly PastTerm[] {
  const day = new Date(before).toISOString().slice(0, 10)
  return [
    {
      kind: 'bookings',
      table: 'bookings',
      key: ['id'],
      where: sql`person <> '' and state <> 'held' and updated_at < ${before} and not exists (
        select 1 from booking_times where booking_times.booking = bookings.id and booking_times.end_at >= ${before})`,
      age: sql`updated_at`,
    },
    {
      kind: 'waiting',
      table: 'waiting_list',
      key: ['id'],
      where: sql`state <> 'offered' and to_day < ${day}`,
      age: sql`created_at`,
    },
  ]
}

function traces({ conversations: before, audit, figures, now }: RetentionLimits): readonly PastTerm[] {
  return [
    { kind: 'dues', table: 'dues', key: ['id'], where: sql`done_at < ${before}`, age: sql`done_at` },
    {
      kind: 'keys',
      table: 'handled_keys',
      key: ['reference', 'key'],
      where: sql`handled_keys.at < ${before}`,
      age: sql`handled_keys.at`,
    },
    {
      kind: 'records',
      table: 'records',
      key: ['kind', 'key'],
      where: sql`records.until < ${now}`,
      age: sql`records.until`,
    },
    { kind: 'audit', table: 'audit', key: ['number'], where: sql`audit.at < ${audit}`, age: sql`audit.at` },
    {
      kind: 'figures',
      table: 'turn_figures',
      key: ['id'],
      where: sql`turn_figures.at < ${figures}`,
      age: sql`turn_figures.at`,
    },
  ]
}
