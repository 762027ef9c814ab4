import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase, type TestDatabase } from '../store/databases.js'
import { check } from './kill-run-check.js'
import { Member, type WireCounts } from './kill-run-member.js'
import { buildProgram, runCommand, type ServedDesk, startServe } from './serve.js'

const replySchema = z.object({
  messages: z.array(z.looseObject({ kind: z.string(), text: z.string() })),
  pending: z.boolean().default(false),
})
const HANDED_OVER = 'Hoeveel vakantiedagen heeft een OCMW-medewerker?'
const MEMBERS = 'Hoeveel gemeenten zijn lid van VVSG?'

let database: TestDatabase | null = null
let desks: ServedDesk[] = []

beforeAll(buildProgram, 60_000)

afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.kill()))
  desks = []
  await database?.remove()
  database = null
}, 60_000)

async function serve(env: Readonly<Record<string, string>> = {}): Promise<ServedDesk> {
  if (database === null) throw new Error('There is no database yet')
  const desk = await startServe(database.dataDir, { DATABASE_URL: database.databaseUrl ?? '', ...env })
  desks.push(desk)
  return desk
}

async function ask(desk: ServedDesk, text: string) {
  const response = await fetch(`${desk.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), text }),
  })
  return { status: response.status, ...replySchema.parse(await response.json()) }
}

describe('desks side by side on one PostgreSQL and one folder', { timeout: 120_000 }, () => {
  it('start at the same moment, and what is said to one is heard from the other', async () => {
    database = await freshDatabase('PostgreSQL')
    const [one, other] = await Promise.all([serve(), serve()])
    const counts: WireCounts = { accepted: 0, retries: 0, repeatsOnStream: 0, repeatsInReplies: 0 }
    const members = Array.from({ length: 6 }, (_, index) => {
      const [to, from] = index % 2 === 0 ? [one, other] : [other, one]
      return {
        member: new Member(to.url, counts, () => 0.5, from.url),
        texts: ['Goeiemorgen', MEMBERS, HANDED_OVER, 'Dank u wel!', MEMBERS],
      }
    })
    await Promise.all(members.map(({ member, texts }) => member.say(texts)))
    await expect.poll(async () => (await counted()).open, { timeout: 30_000 }).toBe(0)
    const nothing = { lost: 0, doubled: 0, parked: 0, stillOpen: 0, problems: [] }
    expect(await check(database, members)).toEqual(nothing)
    expect(counts).toEqual({ accepted: 30, retries: 0, repeatsOnStream: 0, repeatsInReplies: 0 })
    await Promise.all(members.map(({ member }) => member.leave()))
    expect(await Promise.all([one.stop(), other.stop()])).toEqual([0, 0])
  })

  it('finish what runs when told to stop, and say first that they want no more', async () => {
    database = await freshDatabase('PostgreSQL')
    const desk = await serve()
    await ask(desk, 'Goeiemorgen')
    const holder = new pg.Client({ connectionString: database.databaseUrl ?? '' })
    await holder.connect()
    await holder.query('begin')
    await holder.query('lock table outbox in exclusive mode') // a turn cannot end, and reading goes on
    expect((await ask(desk, MEMBERS)).pending).toBe(true)
    const stopped = desk.stop()
    const ready = () =>
      fetch(`${desk.url}/readyz`).then(async (response) => [response.status, await response.json()])
    await expect.poll(ready).toEqual([503, { ready: false, index: true, store: true, stopping: true }])
    const late = await fetch(`${desk.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), text: MEMBERS }),
    })
    expect(late.status).toBe(503)
    await holder.query('commit')
    await holder.end()
    expect(await stopped).toBe(0)
    expect(await counted()).toEqual({ open: 0, done: 2 })
  })
})

describe('commands beside a desk that runs', { timeout: 120_000 }, () => {
  it.each([
    'SQLite',
    'PostgreSQL',
  ] as const)('work on %s, and the desk takes up a new index', async (name) => {
    database = await freshDatabase(name)
    const knowledge = mkdtempSync(join(tmpdir(), 'vraagbaak-knowledge-'))
    cpSync(fileURLToPath(new URL('../../knowledge', import.meta.url)), knowledge, { recursive: true })
    const env = {
      DATA_DIR: database.dataDir,
      DATABASE_URL: database.databaseUrl ?? '',
      KNOWLEDGE_DIR: knowledge,
    }
    const desk = await serve(env)
    expect(answerOf(await ask(desk, MEMBERS))).toContain('300')
    await ask(desk, HANDED_OVER)
    const tickets = await runCommand(env, ['tickets', '--json'])
    expect(JSON.parse(tickets.output)).toHaveLength(1)
    // On PostgreSQL a backup needs a pg_dump of the server's version, which not every machine has.
    if (name === 'SQLite') await expectBackup(env, join(database.dataDir, 'copy'))

    const document = join(knowledge, 'documents/over-vvsg/leden.md')
    writeFileSync(document, readFileSync(document, 'utf8').replaceAll('300', '298'))
    const reindex = await runCommand(env, ['reindex', '--json'])
    expect(JSON.parse(reindex.output)).toMatchObject({ changed: 1, failed: [] })
    await expect
      .poll(async () => answerOf(await ask(desk, MEMBERS)), { timeout: 5000, interval: 250 })
      .toContain('298')
    expect(await desk.stop()).toBe(0)
    rmSync(knowledge, { recursive: true, force: true })
  })
})

async function expectBackup(env: Readonly<Record<string, string>>, copy: string): Promise<void> {
  const backup = await runCommand(env, ['backup', copy, '--json'])
  expect(backup, backup.errors).toMatchObject({ code: 0 })
  const db = new Sqlite(copy)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.prepare('select count(*) from inbox').pluck().get()).toBe(2)
  db.close()
}

function answerOf({ messages }: z.infer<typeof replySchema>): string {
  return messages.find(({ kind }) => kind === 'answer')?.text ?? ''
}

async function counted() {
  const client = new pg.Client({ connectionString: database?.databaseUrl ?? '' })
  await client.connect()
  const count =
    "count(*) filter (where status = 'open')::int as open, count(*) filter (where status = 'done')::int as done"
  const { rows } = await client.query(`select ${count} from inbox`).finally(() => client.end())
  return z.object({ open: z.number(), done: z.number() }).parse(rows[0])
}
