import { randomUUID } from 'node:crypto'
import type { NewWait, Waiting } from '../booking/bookings.js'
import { toWaiting } from './booking-rows.js'
import type { WaitingListTable } from './booking-schema.js'
import { nextNumber } from './counters.js'
import type { Work } from './database.js'

/** One who waits for the same already keeps that place. */
export async function waitForPlace(work: Work, entry: NewWait, now: number): Promise<Waiting> {
  const same = await work.tx
    .selectFrom('waiting_list')
    .selectAll()
    .where('channel', '=', entry.asker.channel)
    .where('person', '=', entry.asker.person)
    .where('level', '=', entry.level)
    .where('path', entry.path === null ? 'is' : '=', entry.path)
    .where('from_day', '=', entry.from)
    .where('to_day', '=', entry.to)
    .where('state', 'in', ['waiting', 'offered'])
    .executeTakeFirst()
  if (same !== undefined) return toWaiting(same)
  const number = await nextNumber(work, 'waiting-list')
  const row: WaitingListTable = {
    id: randomUUID(),
    number,
    level: entry.level,
    path: entry.path,
    from_day: entry.from,
    to_day: entry.to,
    participants: entry.participants,
    seats: entry.seats,
    place: entry.place,
    body: entry.body,
    channel: entry.asker.channel,
    conversation: entry.asker.conversation,
    person: entry.asker.person,
    language: entry.language,
    state: 'waiting',
    booking: null,
    created_at: now,
  }
  await work.tx.insertInto('waiting_list').values(row).execute()
  return toWaiting(row)
}

/** Nothing happens to who is not on the list, or took a place. */
export async function stopWaiting({ tx }: Work, id: string): Promise<void> {
  await tx
    .updateTable('waiting_list')
    .set({ state: 'left', booking: null })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'offered'])
    .execute()
}
