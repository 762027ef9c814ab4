import { type Kysely, type Migration, sql } from 'kysely'

/** Tickets that staff work, posts that are changed in place, what comes due, small records. */
export const ticketsAndDues: Migration = {
  async up(db: Kysely<unknown>) {
    await addColumns(db, 'tickets', TICKET_COLUMNS)
    await addColumns(db, 'ticket_events', TICKET_EVENT_COLUMNS)
    await addColumns(db, 'conversations', ['held_by text references tickets (reference)'])
    await tickets(db)
    await outbox(db)
    await dues(db)
    await records(db)
  },
}

/** Tickets from before have no team and an unknown asker. */
const TICKET_COLUMNS = [
  `team text not null default ''`,
  `asker text not null default '{"body":null,"kind":"onbekend","name":null,"person":""}'`,
  'urgent bigint not null default 0 check (urgent in (0, 1))',
  'claimed_by text',
  `close_reason text check (close_reason in ('answered', 'referred', 'withdrawn', 'duplicate', 'out-of-remit'))`,
  `resolution text not null default 'unknown' check (resolution in ('confirmed', 'not-helped', 'unknown'))`,
  'version bigint not null default 1 check (version >= 1)',
  'answered_at bigint',
  'updated_at bigint not null default 0',
  // Since when its staff hold the conversation; null when they do not.
  'holds_since bigint',
]

const TICKET_EVENT_COLUMNS = [`actor text not null default '{"kind":"member"}'`, 'message_id text']

/** A statement for each, because SQLite adds one column at a time. */
async function addColumns(db: Kysely<unknown>, table: string, columns: readonly string[]) {
  for (const column of columns) {
    await sql`alter table ${sql.table(table)} add column ${sql.raw(column)}`.execute(db)
  }
}

async function tickets(db: Kysely<unknown>) {
  await sql`update tickets set updated_at = created_at`.execute(db)
  await db.schema
    .createIndex('tickets_queue')
    .on('tickets')
    .columns(['team', 'state', 'urgent', 'created_at'])
    .execute()
  await db.schema
    .createIndex('tickets_conversation')
    .on('tickets')
    .columns(['channel', 'conversation'])
    .execute()
  await db.schema
    .createTable('handled_keys')
    .addColumn('reference', 'text', (column) => column.notNull().references('tickets.reference'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('handled_keys_pk', ['reference', 'key'])
    .execute()
}

/** Made anew with one more status, because SQLite cannot change a constraint. */
async function outbox(db: Kysely<unknown>) {
  await db.schema
    .createTable('outbox_with_posts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('cause', 'bigint')
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('checks', 'bigint', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('platform_id', 'text')
    .addColumn('reason', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addColumn('replaces', 'text')
    .addColumn('under', 'text')
    .addUniqueConstraint('outbox_place', ['channel', 'conversation', 'number'])
    .addForeignKeyConstraint('outbox_of_conversation', ['channel', 'conversation'], 'conversations', [
      'channel',
      'id',
    ])
    .addCheckConstraint(
      'outbox_known_status',
      sql`status in ('pending', 'sending', 'checking', 'delivered', 'failed', 'uncertain', 'superseded')`,
    )
    .execute()
  const columns = sql.raw(
    'id, channel, conversation, number, cause, lane, message, status, attempts, checks, not_before, ' +
      'platform_id, reason, created_at, settled_at',
  )
  await sql`insert into outbox_with_posts (${columns}) select ${columns} from outbox`.execute(db)
  await db.schema.dropTable('outbox').execute()
  await db.schema.alterTable('outbox_with_posts').renameTo('outbox').execute()
  await outboxIndexes(db)
}

async function outboxIndexes(db: Kysely<unknown>) {
  const indexes = {
    outbox_lane: ['channel', 'lane', 'status', 'not_before'],
    outbox_by_status: ['status', 'created_at'],
    outbox_posts: ['channel', 'conversation', 'replaces', 'number'],
    outbox_platform: ['channel', 'conversation', 'platform_id'],
    outbox_pace: ['channel', 'lane', 'settled_at'],
  }
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema.createIndex(name).on('outbox').columns(columns).execute()
  }
}

async function dues(db: Kysely<unknown>) {
  await db.schema
    .createTable('dues')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('not_before', 'bigint')
    .addColumn('lease_owner', 'text')
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('done_at', 'bigint')
    // Done or waiting, never both and never neither: a row that waits for no instant would be forgotten.
    .addCheckConstraint('dues_wait_or_done', sql`(done_at is null) = (not_before is not null)`)
    .execute()
  await db.schema.createIndex('dues_waiting').on('dues').column('not_before').execute()
}

async function records(db: Kysely<unknown>) {
  await db.schema
    .createTable('records')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint')
    .addPrimaryKeyConstraint('records_pk', ['kind', 'key'])
    .execute()
  await db.schema.createIndex('records_until').on('records').columns(['kind', 'until']).execute()
}
