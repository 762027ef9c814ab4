import { sql } from 'kysely'
import type { Ending, Insights, Span, Traffic, Weeks } from '../insights/insights.js'
import type { Database } from './database.js'
import { translated } from './errors.js'

/** Reasons of hand-overs that no document could have spared. */
const NOT_FOR_WANT_OF_A_DOCUMENT = ['human', 'response-time', 'file-status', 'failure']

/** Counts over what was asked, booked and answered; nothing of it is hidden yet. */
export function storedInsights(database: Database): Insights {
  return {
    questions: (weeks) => translated(() => questions(database, weeks)),
    traffic: (weeks) => translated(() => traffic(database, weeks)),
    replies: (span) => translated(() => replies(database, span)),
    gaps: (span, limit) => translated(() => gaps(database, span, limit)),
    bookings: (span) => translated(() => bookings(database, span)),
  }
}

async function questions({ db }: Database, { from, until }: Weeks) {
  const ending = sql<Ending>`case
    when f.helped = 1 or t.resolution = 'confirmed' then 'confirmed'
    when f.outcome = 'hand-over' then 'handed-over'
    else 'unknown' end`
  const rows = await db
    .selectFrom('turn_figures as f')
    .leftJoin('tickets as t', 't.reference', 'f.ticket')
    .select(['f.topic', 'f.week', 'f.member_kind as kind', ending.as('ending')])
    .select(({ fn }) => fn.countAll().as('count'))
    .where('f.week', '>=', from)
    .where('f.week', '<', until)
    .groupBy(['f.topic', 'f.week', 'f.member_kind', ending])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

async function traffic({ db }: Database, { from, until }: Weeks): Promise<Traffic> {
  const asked = db.selectFrom('turn_figures').where('week', '>=', from).where('week', '<', until)
  const rows = await asked
    .select('hour')
    .select(({ fn }) => fn.countAll().as('count'))
    .groupBy('hour')
    .execute()
  const counts = new Map(rows.map(({ hour, count }) => [hour, Number(count)]))
  const distinct = asked.select('body').distinct().where('body', 'is not', null)
  return {
    byHour: Array.from({ length: 168 }, (_, hour) => counts.get(hour) ?? 0),
    bodies: (await distinct.execute()).length,
  }
}

async function replies({ db }: Database, { from, until }: Span) {
  const rows = await db
    .selectFrom('tickets')
    .select(['team', 'created_at', 'answered_at'])
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .where('answered_at', 'is not', null)
    .execute()
  return rows.flatMap(({ team, created_at, answered_at }) =>
    answered_at === null ? [] : [{ team, askedAt: created_at, answeredAt: answered_at }],
  )
}

async function gaps({ db }: Database, { from, until }: Span, limit: number) {
  return (
    db
      .selectFrom('tickets')
      .select(['reference', 'topic', 'team', 'question'])
      .where('created_at', '>=', from)
      .where('created_at', '<', until)
      .where('reason', 'not in', NOT_FOR_WANT_OF_A_DOCUMENT)
      // Of what was forgotten nothing is left to group.
      .where('anonymised_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('reference', 'desc')
      .limit(limit)
      .execute()
  )
}

async function bookings({ db }: Database, { from, until }: Span) {
  const rows = await db
    .selectFrom('bookings')
    .select(['level', 'state'])
    .select(({ fn }) => fn.countAll().as('count'))
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .groupBy(['level', 'state'])
    .execute()
  return rows.flatMap(({ level, state, count }) =>
    state === 'confirmed' || state === 'cancelled' ? [{ level, state, count: Number(count) }] : [],
  )
}
