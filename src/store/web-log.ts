import { setTimeout as sleep } from 'node:timers/promises'
import type { ConversationId } from '../desk/conversation.js'
import type { LoggedMessage, WebLog } from '../desk/ports.js'
import type { Database } from './database.js'
import { translated } from './errors.js'
import { parseMessage } from './json.js'

/** How long a reader waits before looking by itself, in milliseconds: what other processes commit may go unannounced. */
const POLL_MS = { sqlite: 500, postgres: 1000 } as const

/** The web channel's outbox, read as a log. */
export function storedWebLog(database: Database): WebLog {
  return {
    read: (conversation, afterNumber) =>
      translated(async () => {
        const rows = await messages(database, conversation).where('o.number', '>', afterNumber).execute()
        return rows.map(toLogged)
      }),
    event: (conversation, eventId) => translated(() => handled(database, conversation, eventId)),
    waitForMore: (conversation, afterNumber, options) => wait(database, conversation, afterNumber, options),
  }
}

function messages({ db }: Database, conversation: ConversationId) {
  return db
    .selectFrom('outbox as o')
    .leftJoin('inbox as i', (join) =>
      join
        .onRef('i.channel', '=', 'o.channel')
        .onRef('i.conversation', '=', 'o.conversation')
        .onRef('i.sequence', '=', 'o.cause'),
    )
    .select(['o.number', 'o.id', 'o.message', 'o.created_at', 'i.event_id'])
    .where('o.channel', '=', 'web')
    .where('o.conversation', '=', conversation)
    .orderBy('o.number')
}

interface Row {
  readonly number: number
  readonly id: string
  readonly message: string
  readonly created_at: number
  readonly event_id: string | null
}

function toLogged(row: Row): LoggedMessage {
  const at = new Date(row.created_at).toISOString()
  return { number: row.number, id: row.id, eventId: row.event_id, message: parseMessage(row.message), at }
}

async function handled(database: Database, conversation: ConversationId, eventId: string) {
  const event = await database.db
    .selectFrom('inbox')
    .select(['status', 'sequence'])
    .where('channel', '=', 'web')
    .where('conversation', '=', conversation)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  if (!event) return null
  const rows = await messages(database, conversation).where('o.cause', '=', event.sequence).execute()
  return { status: event.status, messages: rows.map(toLogged) }
}

async function wait(
  database: Database,
  conversation: ConversationId,
  afterNumber: number,
  { signal, timeoutMs }: Parameters<WebLog['waitForMore']>[2],
): Promise<void> {
  const woken = new AbortController()
  const wake = () => woken.abort()
  const unsubscribe = database.signals.subscribe(`log:${conversation}`, wake)
  // A timer of our own: on Node 20 the garbage collector takes away an `AbortSignal.timeout` inside an `AbortSignal.any`.
  const timer = setTimeout(wake, timeoutMs)
  signal.addEventListener('abort', wake)
  if (signal.aborted) wake()
  try {
    while (!woken.signal.aborted && !(await hasMore(database, conversation, afterNumber))) {
      await sleep(POLL_MS[database.kind], undefined, { signal: woken.signal }).catch(() => {})
    }
  } finally {
    unsubscribe()
    clearTimeout(timer)
    signal.removeEventListener('abort', wake)
  }
}

/** A database that does not answer is nothing new; the reader finds out when it reads. */
async function hasMore(
  { db }: Database,
  conversation: ConversationId,
  afterNumber: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('conversations')
    .select('last_number')
    .where('channel', '=', 'web')
    .where('id', '=', conversation)
    .executeTakeFirst()
    .catch(() => undefined)
  return row !== undefined && row.last_number > afterNumber
}
