/*
 * Members write to a real desk while it is killed again and again; at the end each message has exactly one reply.
 *
 * npx tsx test/e2e/kill-run.ts [--messages 1000] [--kills 20] [--database sqlite|postgres] [--seed 1]
 */
import { createServer } from 'node:net'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type DatabaseName, freshDatabase, query, type TestDatabase } from '../store/databases.js'
import { compiled } from '../store/kill/fleet.js'
import { check, type Findings } from './kill-run-check.js'
import { KilledDesk } from './kill-run-desk.js'
import { Member, type WireCounts } from './kill-run-member.js'

export interface KillRunOptions {
  readonly database: DatabaseName
  readonly messages: number
  readonly kills: number
  /** The same seed draws the same moments. */
  readonly seed: number
  /** The compiled program. */
  readonly program: string
}

export interface KillFigures extends Findings, WireCounts {
  readonly database: DatabaseName
  readonly messages: number
  readonly conversations: number
  readonly kills: number
  readonly killsWhileStarting: number
  /** From the first message until the last was answered. */
  readonly seconds: number
  /** Exit code of the desk that was left, asked to stop. */
  readonly exitCode: number | null
}

/** What members say, over and over: answers, clarifications, hand-overs, thanks. */
const TEXTS: readonly string[] = [
  'Hoeveel gemeenten zijn lid van VVSG?',
  'Waar is de VVSG gevestigd?',
  'Hoeveel vakantiedagen heeft een OCMW-medewerker?',
  'Dank u wel!',
  'Hoeveel politiezones zijn lid?',
  'What does VVSG do?',
  'Wat kost een parkeervergunning in Gent?',
  'Hoe lang duurt een sessie service design?',
  'Goeiemorgen',
  'Wie zijn de leden van VVSG?',
]
/** Members who start at the same place in the list say the same. */
const BEGINNINGS = 4

/** Runs it on an empty database and cleans up. */
export async function killRun(options: KillRunOptions): Promise<KillFigures> {
  const database = await freshDatabase(options.database)
  const { dataDir, databaseUrl } = database
  const port = await freePort()
  const desk = new KilledDesk({ file: options.program, dataDir, databaseUrl, port })
  try {
    return await run(options, database, desk, `http://127.0.0.1:${port}`)
  } finally {
    await desk.kill()
    await database.remove()
  }
}

async function run(
  { messages, kills, seed, database: name }: KillRunOptions,
  database: TestDatabase,
  desk: KilledDesk,
  url: string,
): Promise<KillFigures> {
  const counts: WireCounts = { accepted: 0, retries: 0, repeatsOnStream: 0, repeatsInReplies: 0 }
  const conversations = Math.max(BEGINNINGS, Math.round(messages / 25))
  const members = Array.from({ length: conversations }, (_, index) => {
    const count = Math.floor((messages + index) / conversations)
    const first = index % BEGINNINGS
    const texts = Array.from({ length: count }, (_, at) => TEXTS[(first + at) % TEXTS.length] ?? '')
    return { member: new Member(url, counts, random(seed + 1000 + index)), texts }
  })
  const started = performance.now()
  const killing = desk.killAtRandom(kills, random(seed), () => counts.accepted / messages)
  try {
    await Promise.all([killing, ...members.map(({ member, texts }) => member.say(texts))])
    await quiet(database)
    const seconds = (performance.now() - started) / 1000
    const findings = await check(database, members)
    const { kills: done, killsWhileStarting } = desk
    await Promise.all(members.map(({ member }) => member.leave()))
    const exitCode = await desk.stop()
    const asked = { database: name, messages, conversations, kills: done, killsWhileStarting }
    return { ...asked, seconds, ...counts, ...findings, exitCode }
  } finally {
    await Promise.all(members.map(({ member }) => member.leave()))
  }
}

/** Waits until the desk has nothing left to do; on PostgreSQL that is after the leases of the last killed desk. */
async function quiet(database: TestDatabase): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until; ) {
    const [row] = await query(database, "select count(*) as n from inbox where status = 'open'")
    if (Number(row?.n) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Mulberry32: the same numbers, from 0 up to 1, for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mix = Math.imul(state ^ (state >>> 15), 1 | state)
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix
    return ((mix ^ (mix >>> 14)) >>> 0) / 2 ** 32
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '20' },
      database: { type: 'string', default: 'sqlite' },
      seed: { type: 'string', default: '1' },
    },
  })
  const program = compiled('src/cli/main')
  const figures = await killRun({
    program: program.file,
    database: values.database === 'postgres' ? 'PostgreSQL' : 'SQLite',
    messages: Number(values.messages),
    kills: Number(values.kills),
    seed: Number(values.seed),
  }).finally(() => program.remove())
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  const { lost, doubled, parked, stillOpen, problems } = figures
  if (lost + doubled + parked + stillOpen + problems.length > 0) process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
