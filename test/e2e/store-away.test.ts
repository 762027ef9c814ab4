import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase, query, type TestDatabase } from '../store/databases.js'
import { buildProgram, type ServedDesk, startServe } from './serve.js'

const bodySchema = z.looseObject({
  code: z.string().default(''),
  error: z.string().default(''),
  pending: z.boolean().default(false),
})
const AWAY = {
  status: 503,
  retryAfter: '2',
  code: 'unavailable',
  error: 'De assistent is even niet bereikbaar. Probeer het over enkele ogenblikken opnieuw.',
}

let database: TestDatabase | null = null
let desk: ServedDesk | null = null

beforeAll(buildProgram, 60_000)

afterEach(async () => {
  await desk?.kill()
  desk = null
  await database?.remove()
  database = null
}, 60_000)

async function post(id: string = randomUUID(), text = 'Goeiemorgen') {
  const response = await fetch(`${desk?.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, text }),
    signal: AbortSignal.timeout(30_000),
  })
  const body = bodySchema.parse(await response.json())
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...body }
}

const readiness = async () => (await fetch(`${desk?.url}/readyz`)).status

describe('a desk whose store is away', { timeout: 120_000 }, () => {
  it('refuses with 503 while PostgreSQL cannot be reached, and goes on when it can', async () => {
    database = await freshDatabase('PostgreSQL')
    const line = await cuttable(database.databaseUrl ?? '')
    desk = await startServe(database.dataDir, { DATABASE_URL: line.url })
    expect((await post()).status).toBe(200)
    line.cut()
    const id = randomUUID()
    expect(await post(id)).toMatchObject(AWAY)
    expect(await readiness()).toBe(503)
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200)
    line.mend()
    await expect.poll(async () => (await post(id)).status, { timeout: 20_000, interval: 500 }).toBe(200)
    await expect.poll(readiness, { timeout: 10_000 }).toBe(200)
    await expect.poll(() => statuses(), { timeout: 20_000 }).toEqual(['done', 'done'])
    expect(desk.log()).toContain('message not taken in')
    expect(await desk.stop()).toBe(0)
    line.cut()
  })

  it.skipIf(!existsSync('/usr/bin/prlimit'))(
    'refuses with 503 while SQLite cannot write, and goes on when it can',
    async () => {
      database = await freshDatabase('SQLite')
      desk = await startServe(database.dataDir)
      expect((await post()).status).toBe(200)
      const log = join(database.dataDir, 'vraagbaak.db-wal')
      limitFiles(desk.pid, String(statSync(log).size + 60_000))
      const refused = await firstRefused()
      expect(refused.answer).toMatchObject(AWAY)
      limitFiles(desk.pid, 'unlimited')
      await expect
        .poll(async () => (await post(refused.id, refused.text)).status, { timeout: 20_000 })
        .toBe(200)
      await expect.poll(async () => new Set(await statuses()), { timeout: 30_000 }).toEqual(new Set(['done']))
      const [damage] = await query(database, 'pragma integrity_check')
      expect(damage).toEqual({ integrity_check: 'ok' })
      expect(await desk.stop()).toBe(0)
    },
  )
})

/** What SQLite writes beyond this many bytes of a file fails, as on a disk without room. */
function limitFiles(pid: number, bytes: string): void {
  expect(spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]).status).toBe(0)
}

/** Long messages, until one is not kept. */
async function firstRefused() {
  for (let index = 0; index < 100; index++) {
    const [id, text] = [randomUUID(), `Vraag ${index} ${'over de werking '.repeat(200)}`]
    const answer = await post(id, text)
    if (answer.status !== 200) return { id, text, answer }
  }
  throw new Error('Everything was kept')
}

async function statuses(): Promise<readonly unknown[]> {
  if (database === null) return []
  return (await query(database, 'select status from inbox')).map(({ status }) => status)
}

/** A line to a server that can be cut and mended. */
async function cuttable(target: string) {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = typeof address === 'object' && address ? address.port : 0
  const url = new URL(target)
  url.port = String(own)
  return {
    url: url.href,
    cut: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
    mend: () => void server.listen(own, '127.0.0.1'),
  }
}
