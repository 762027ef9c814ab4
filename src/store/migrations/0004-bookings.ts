import { type Kysely, type Migration, sql } from 'kysely'

/** Bookings of sessions, the time and seats they occupy, and the waiting list. */
export const bookings: Migration = {
  async up(db: Kysely<unknown>) {
    await table(db)
    await times(db)
    await taken(db)
    await waitingList(db)
  },
}

async function table(db: Kysely<unknown>) {
  await db.schema
    .createTable('bookings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('uid', 'text', (column) => column.notNull().unique())
    .addColumn('level', 'bigint', (column) => column.notNull())
    .addColumn('path', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('held_until', 'bigint')
    .addColumn('participants', 'bigint', (column) => column.notNull())
    .addColumn('seats', 'bigint', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('body', 'text')
    .addColumn('contact', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('tentative', 'bigint', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addCheckConstraint('bookings_state', sql`state in ('held', 'confirmed', 'cancelled', 'lapsed')`)
    .addCheckConstraint('bookings_hold', sql`(state = 'held') = (held_until is not null)`)
    .execute()
  await db.schema.createIndex('bookings_by_state').on('bookings').columns(['state', 'held_until']).execute()
  await db.schema.createIndex('bookings_person').on('bookings').columns(['channel', 'person']).execute()
}

async function times(db: Kysely<unknown>) {
  await db.schema
    .createTable('booking_times')
    .addColumn('booking', 'text', (column) => column.notNull().references('bookings.id'))
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('session', 'text')
    .addColumn('start_at', 'bigint', (column) => column.notNull())
    .addColumn('end_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('booking_times_pk', ['booking', 'number'])
    .addCheckConstraint('booking_times_order', sql`start_at < end_at`)
    .execute()
  await db.schema.createIndex('booking_times_start').on('booking_times').columns(['start_at']).execute()
}

/** The two keys that make a double booking impossible, whatever a program does. */
async function taken(db: Kysely<unknown>) {
  await db.schema
    .createTable('busy_times')
    .addColumn('host', 'text', (column) => column.notNull())
    // Beginning of five minutes in which the host is not free.
    .addColumn('instant', 'bigint', (column) => column.notNull())
    .addColumn('booking', 'text', (column) => column.notNull().references('bookings.id'))
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('busy_times_pk', ['host', 'instant'])
    .addCheckConstraint('busy_times_grid', sql`instant % 300000 = 0`)
    .execute()
  await db.schema.createIndex('busy_times_booking').on('busy_times').columns(['booking']).execute()
  await db.schema
    .createTable('booked_seats')
    .addColumn('session', 'text', (column) => column.notNull())
    .addColumn('seat', 'bigint', (column) => column.notNull())
    .addColumn('booking', 'text', (column) => column.notNull().references('bookings.id'))
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('booked_seats_pk', ['session', 'seat'])
    .addCheckConstraint('booked_seats_first', sql`seat >= 1`)
    .execute()
  await db.schema.createIndex('booked_seats_booking').on('booked_seats').columns(['booking']).execute()
}

async function waitingList(db: Kysely<unknown>) {
  await db.schema
    .createTable('waiting_list')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'bigint', (column) => column.notNull().unique())
    .addColumn('level', 'bigint', (column) => column.notNull())
    .addColumn('path', 'text')
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('to_day', 'text', (column) => column.notNull())
    .addColumn('participants', 'bigint', (column) => column.notNull())
    .addColumn('seats', 'bigint', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('body', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('booking', 'text', (column) => column.references('bookings.id'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addCheckConstraint('waiting_list_state', sql`state in ('waiting', 'offered', 'done', 'left')`)
    .addCheckConstraint('waiting_list_offer', sql`(state = 'offered') = (booking is not null)`)
    .execute()
  await db.schema.createIndex('waiting_list_state').on('waiting_list').columns(['state', 'number']).execute()
}
