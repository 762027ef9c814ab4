import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { systemClock } from '../../src/desk/clock.js'
import { Dispatcher } from '../../src/desk/dispatcher.js'
import type { Incoming } from '../../src/desk/incoming.js'
import { type Database, postgresDatabase, sqliteDatabase } from '../../src/store/database.js'
import { storedInbox } from '../../src/store/inbox.js'
import { NotificationListener } from '../../src/store/listener.js'
import { migrate } from '../../src/store/migrate.js'
import { postgresPool } from '../../src/store/postgres.js'
import { openSqlite } from '../../src/store/sqlite.js'
import { storedTurns } from '../../src/store/turns.js'
import { FakeChannel } from '../fakes/channel.js'
import { echo, incoming, notice } from '../fakes/messages.js'
import { durablePostgres, freshPostgresDatabase } from '../fakes/postgres.js'

/** Figures of the way of a message through the store, with a turn that takes no time. */
export interface MessageFigures {
  readonly database: 'SQLite' | 'PostgreSQL'
  /** Messages taken in, handled and answered per second by one process, with 50 conversations at once. */
  readonly perSecond: number
  /** The part of that time spent waiting for the disk, 0 to 1: what is gained by not waiting for it. */
  readonly shareInFsync: number
  /** At 50 messages a second, in milliseconds. */
  readonly at50: {
    /** From arrival to acknowledgement. */
    readonly accepting: Percentiles
    /** From acknowledgement to the answer in the log. */
    readonly answering: Percentiles
  }
}

export interface Percentiles {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

const CONVERSATIONS = 50

/** @param scale 1 for the figures in the README; smaller for a quick look. */
export async function benchMessages(scale = 1): Promise<readonly MessageFigures[]> {
  return [await figures('SQLite', onSqlite, scale), await figures('PostgreSQL', onPostgres, scale)]
}

type Open = (
  durable: boolean,
) => Promise<{ readonly database: Database; readonly close: () => Promise<void> }>

async function figures(
  database: MessageFigures['database'],
  open: Open,
  scale: number,
): Promise<MessageFigures> {
  const count = Math.ceil(3000 * scale)
  const durable = await secondsFor(open, true, count)
  const careless = await secondsFor(open, false, count)
  const at50 = await paced(open, Math.ceil(1000 * scale), 50)
  return { database, perSecond: count / durable, shareInFsync: Math.max(0, 1 - careless / durable), at50 }
}

/** As fast as it goes: each conversation writes its next message when the last one was answered. */
async function secondsFor(open: Open, durable: boolean, count: number): Promise<number> {
  const { desk, close } = await start(open, durable)
  const started = performance.now()
  const each = Math.ceil(count / CONVERSATIONS)
  await Promise.all(
    Array.from({ length: CONVERSATIONS }, async (_, index) => {
      for (let number = 0; number < each; number++) await desk.ask(index, String(number))
    }),
  )
  const seconds = (performance.now() - started) / 1000
  await close()
  return seconds * (count / (each * CONVERSATIONS))
}

async function paced(open: Open, count: number, perSecond: number): Promise<MessageFigures['at50']> {
  const { desk, close } = await start(open, true)
  const started = performance.now()
  const asked = Array.from({ length: count }, async (_, index) => {
    const due = started + (index * 1000) / perSecond
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
    return desk.ask(index % CONVERSATIONS, `paced ${index}`, due)
  })
  const times = await Promise.all(asked)
  await close()
  return {
    accepting: percentiles(times.map(({ accepting }) => accepting)),
    answering: percentiles(times.map(({ answering }) => answering)),
  }
}

async function start(open: Open, durable: boolean) {
  const { database, close } = await open(durable)
  const clock = systemClock()
  const inbox = storedInbox(database)
  const answered = new Map<string, () => void>()
  const dispatcher = new Dispatcher({
    turns: storedTurns(database, (body) => body),
    signals: database.signals,
    turn: echo,
    channels: new Map([['web', new FakeChannel('web', () => clock.now())]]),
    clock,
    owner: 'bench',
    givenUp: () => notice('opgegeven'),
    onEvent: (event) => {
      if (event.kind === 'handled') answered.get(event.claim.incoming.eventId)?.()
      else if (event.kind === 'error') throw event.error
    },
  })
  dispatcher.start()
  const ask = async (conversation: number, text: string, from = performance.now()) => {
    const event: Incoming = incoming(`c${conversation}`, text)
    const answer = new Promise<void>((resolve) => answered.set(event.eventId, resolve))
    await inbox.accept(event, clock.now())
    const accepted = performance.now()
    await answer
    answered.delete(event.eventId)
    return { accepting: accepted - from, answering: Math.max(0, performance.now() - accepted) }
  }
  // Opens connections and conversations, and lets the code warm up.
  for (const text of ['warm', 'warmer', 'warmest']) {
    await Promise.all(Array.from({ length: CONVERSATIONS }, (_, index) => ask(index, text)))
  }
  return {
    desk: { ask },
    close: async () => {
      await dispatcher.stop(1000)
      await close()
    },
  }
}

const onSqlite: Open = async (durable) => {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  const sqlite = openSqlite(join(folder, 'bench.db'))
  if (!durable) sqlite.pragma('synchronous = OFF')
  const database = sqliteDatabase(sqlite)
  await migrate(database.db)
  return {
    database,
    async close() {
      await database.db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const onPostgres: Open = async (durable) => {
  const { url, drop } = await freshPostgresDatabase(await durablePostgres())
  const pool = postgresPool(url)
  const database = postgresDatabase(pool)
  const { db } = database
  const name = sql.id(new URL(url).pathname.slice(1))
  // Sessions that begin after this one; the pool's first, which did it, is let go.
  await sql`alter database ${name} set synchronous_commit = ${sql.lit(durable ? 'on' : 'off')}`.execute(db)
  await sql`set synchronous_commit = ${sql.lit(durable ? 'on' : 'off')}`.execute(db)
  await migrate(db)
  const listener = new NotificationListener(url, database.signals)
  await listener.start()
  return {
    database,
    async close() {
      await listener.stop()
      await db.destroy()
      await drop()
    },
  }
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
