import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { limitsOf } from '../../src/privacy/retention.js'
import { openStore } from '../../src/store/open-store.js'
import { restoreBackup } from '../../src/store/restore.js'

const NOW = new Date('2026-11-23T09:00:00Z')
const TERMS = {
  conversationsDays: 30,
  ticketsMonths: 12,
  bookingsMonths: 12,
  auditMonths: 24,
  figuresMonths: 36,
}
const YEAR_MS = 365 * 86_400_000
const FILLER =
  'Hoeveel dagen verlof heeft een statutair personeelslid dat halftijds werkt en in de loop van het jaar begint? '.repeat(
    2,
  )

/** How long a person's rights, the terms and a restore take on a year of traffic, in milliseconds. */
export async function benchPrivacy(questions = 100_000): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  try {
    return await measure(folder, questions)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, questions: number): Promise<Readonly<Record<string, number>>> {
  const dataDir = join(folder, 'data')
  const options = { dataDir, databaseUrl: null, now: NOW } as const
  await (await openStore({ ...options, use: 'serve' })).close()
  fill(join(dataDir, 'vraagbaak.db'), questions)
  const store = await openStore({ ...options, use: 'serve' })
  const file = join(folder, 'backup.db')
  const backup = await timed(() => store.backup(file))
  const find = await timed(() => store.persons.traces('web:person-7'))
  const traces = find.result
  if (traces === null) throw new Error('nobody')
  const shown = await timed(() => store.persons.export(traces))
  const erase = await timed(async () => {
    await store.persons.erase(traces, 'keep', NOW)
    await store.persons.scrub()
  })
  const limits = limitsOf(TERMS, NOW)
  const preview = await timed(() => store.retention.preview(limits))
  const run = await timed(() => store.retention.run(limits))
  await store.close()
  const fresh = { file, dataDir: join(folder, 'fresh'), databaseUrl: null, replace: false }
  const restore = await timed(() => restoreBackup(fresh))
  return {
    questions,
    megabytes: statSync(file).size / 1e6,
    backup: backup.ms,
    findPerson: find.ms,
    exportPerson: shown.ms,
    erasePerson: erase.ms,
    retentionPreview: preview.ms,
    retentionRun: run.ms,
    restore: restore.ms,
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const started = performance.now()
  const result = await work()
  return { result, ms: performance.now() - started }
}

/** One conversation of a person each ten questions, spread over the year, an answer to each. */
function fill(file: string, questions: number): void {
  const db = new Sqlite(file)
  const conversation = db.prepare(
    `insert into conversations (channel, id, state, version, last_event, last_number, fence, created_at, updated_at)
     values ('web', ?, '{}', 1, 10, 10, 1, ?, ?)`,
  )
  const received = db.prepare(
    `insert into inbox (channel, conversation, sequence, event_id, incoming, status, attempts, received_at, settled_at)
     values ('web', ?, ?, ?, ?, 'done', 1, ?, ?)`,
  )
  const sent = db.prepare(
    `insert into outbox (id, channel, conversation, number, cause, lane, message, status, attempts, checks, not_before, created_at)
     values (?, 'web', ?, ?, ?, '', ?, 'delivered', 1, 0, 0, ?)`,
  )
  db.transaction(() => {
    for (let number = 0; number < questions; number++) {
      const talk = Math.floor(number / 10)
      const id = `conversation-${talk}`
      const at = NOW.getTime() - YEAR_MS + Math.floor((number / questions) * YEAR_MS)
      if (number % 10 === 0) conversation.run(id, at, at)
      const head = { eventId: `e${number}`, channel: 'web', conversation: id, person: `web:person-${talk}` }
      const incoming = {
        ...head,
        receivedAt: new Date(at).toISOString(),
        text: FILLER,
        masked: [],
        action: null,
      }
      received.run(id, (number % 10) + 1, `e${number}`, JSON.stringify(incoming), at, at)
      const message = {
        kind: 'answer',
        text: FILLER.repeat(3),
        citations: [],
        actions: [],
        ticket: null,
        booking: null,
      }
      sent.run(`m${number}`, id, (number % 10) + 1, (number % 10) + 1, JSON.stringify(message), at)
    }
  })()
  db.close()
}
