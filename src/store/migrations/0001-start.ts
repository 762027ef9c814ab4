import { type Kysely, type Migration, sql } from 'kysely'

/** Conversations, what comes in, what goes out, tickets. */
export const start: Migration = {
  async up(db: Kysely<unknown>) {
    await conversations(db)
    await inbox(db)
    await outbox(db)
    await tickets(db)
    await small(db)
  },
}

async function conversations(db: Kysely<unknown>) {
  await db.schema
    .createTable('conversations')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('last_event', 'bigint', (column) => column.notNull())
    .addColumn('last_number', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('lease_owner', 'text')
    .addColumn('fence', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_pk', ['channel', 'id'])
    .execute()
  await db.schema.createIndex('conversations_due').on('conversations').column('due_at').execute()
}

async function inbox(db: Kysely<unknown>) {
  await db.schema
    .createTable('inbox')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('incoming', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addPrimaryKeyConstraint('inbox_pk', ['channel', 'conversation', 'sequence'])
    .addUniqueConstraint('inbox_event', ['channel', 'event_id'])
    .addForeignKeyConstraint('inbox_conversation', ['channel', 'conversation'], 'conversations', [
      'channel',
      'id',
    ])
    .addCheckConstraint('inbox_status', sql`status in ('open', 'done', 'parked')`)
    .execute()
  await db.schema
    .createIndex('inbox_open')
    .on('inbox')
    .columns(['channel', 'conversation', 'status', 'sequence'])
    .execute()
  await db.schema.createIndex('inbox_by_status').on('inbox').columns(['status', 'received_at']).execute()
}

async function outbox(db: Kysely<unknown>) {
  await db.schema
    .createTable('outbox')
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
    .addUniqueConstraint('outbox_number', ['channel', 'conversation', 'number'])
    .addForeignKeyConstraint('outbox_conversation', ['channel', 'conversation'], 'conversations', [
      'channel',
      'id',
    ])
    .addCheckConstraint(
      'outbox_status',
      sql`status in ('pending', 'sending', 'checking', 'delivered', 'failed', 'uncertain')`,
    )
    .execute()
  await db.schema
    .createIndex('outbox_lane')
    .on('outbox')
    .columns(['channel', 'lane', 'status', 'not_before'])
    .execute()
  await db.schema.createIndex('outbox_by_status').on('outbox').columns(['status', 'created_at']).execute()
  await db.schema
    .createTable('lanes')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('free_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('fence', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lanes_pk', ['channel', 'lane'])
    .execute()
  await db.schema.createIndex('lanes_due').on('lanes').column('due_at').execute()
}

async function tickets(db: Kysely<unknown>) {
  await db.schema
    .createTable('tickets')
    .addColumn('reference', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('found', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addForeignKeyConstraint('tickets_conversation', ['channel', 'conversation'], 'conversations', [
      'channel',
      'id',
    ])
    .execute()
  await db.schema
    .createTable('ticket_events')
    .addColumn('reference', 'text', (column) => column.notNull().references('tickets.reference'))
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_events_pk', ['reference', 'number'])
    .execute()
}

async function small(db: Kysely<unknown>) {
  await db.schema
    .createTable('feedback')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('helped', 'bigint', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_pk', ['channel', 'conversation', 'sequence', 'position'])
    .execute()
  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
}
