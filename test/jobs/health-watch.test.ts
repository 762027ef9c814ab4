import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MailChannel } from '../../adapters/mail/mail-channel.js'
import { createModels } from '../../src/answering/model/create-models.js'
import { healthEars } from '../../src/cli/wire-health.js'
import type { Channel } from '../../src/desk/channel.js'
import type { ChannelName } from '../../src/desk/conversation.js'
import { Sender } from '../../src/desk/sender.js'
import { RegularBackup } from '../../src/jobs/regular-backup.js'
import { reindex } from '../../src/knowledge/reindex.js'
import type { Store } from '../../src/store/store.js'
import { slackDesk } from '../adapters/slack/slack-desk.js'
import { settings } from '../answering/model/desk.js'
import { FakeChannel } from '../fakes/channel.js'
import { ManualClock } from '../fakes/clock.js'
import { type MailServer, mailServer } from '../fakes/mail-server.js'
import { conversationId, notice } from '../fakes/messages.js'
import { startModelServer } from '../fakes/model-server.js'
import { migratedDatabase, START, type TestDatabase } from '../store/databases.js'

const OPERATOR = 'beheer@vvsg.example'
const TARGETS = { mail: OPERATOR, slack: 'T1/C9', teams: null, diskFree: 500_000_000 }

/** A team's channel of those who run the desk. */
class OperatorsSlack extends FakeChannel {
  async staffConversation(configured: string) {
    return conversationId(configured)
  }
}

let database: TestDatabase
let store: Store
let server: MailServer
let clock: ManualClock
let closing: (() => Promise<void>)[] = []
beforeEach(async () => {
  database = await migratedDatabase('SQLite')
  store = await database.open()
  server = await mailServer()
  clock = new ManualClock(START)
})
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
  await server.stop()
  await database.remove()
})

/** The watch over a desk whose mail goes to a real server, and what was told so far. */
function watched(
  changes: {
    readonly smtpUrl?: string
    readonly free?: () => number
    readonly least?: () => number
    readonly over?: Partial<Store>
  } = {},
) {
  const slack = new OperatorsSlack('slack', () => clock.now())
  const mail = new MailChannel({
    smtpUrl: changes.smtpUrl ?? server.url,
    from: 'VVSG <info@vvsg.example>',
    timeoutMs: 2000,
  })
  const channels = new Map<ChannelName, Channel>([
    ['slack', slack],
    ['mail', mail],
  ])
  const logged: string[] = []
  const log = pino({ level: 'warn', base: null }, { write: (line: string) => void logged.push(line) })
  const ears = healthEars({
    config: {
      dataDir: database.dataDir,
      alerts: {
        ...TARGETS,
        get diskFree() {
          return changes.least?.() ?? TARGETS.diskFree
        },
      },
    },
    store: { ...store, ...changes.over },
    clock,
    log,
    registry: new Registry(),
    ...(changes.least ? {} : { room: async () => ({ free: changes.free?.() ?? 9e9 }) }),
  })
  const watch = ears.watch(
    channels,
    () => true,
    () => true,
    'Europe/Brussels',
  )
  const sender = new Sender({
    outbox: store.outbox,
    signals: store.signals,
    channels,
    clock,
    owner: 'desk-1',
    onEvent: (event) => ears.onSend(event),
  })
  return {
    ears,
    logged: () => logged.filter((line) => line.includes('"alert"')).map((line) => JSON.parse(line)),
    /** Looks and sends, twice a minute, this many times. */
    async pass(times: number) {
      for (let time = 0; time < times; time++) {
        await sender.drain()
        await watch.look()
        await sender.drain()
        clock.advance(30_000)
      }
    },
    mailed: () => server.mails.map(({ headers }) => /^Subject: (.*)$/im.exec(headers)?.[1] ?? ''),
    inSlack: () =>
      slack.posts
        .filter(({ conversation }) => conversation === 'T1/C9')
        .map(({ text }) => text.split('\n')[0]),
  }
}

describe('a real failure is told by mail, in the staff channel and in the log, once, and again when it is over', {
  timeout: 60_000,
}, () => {
  it('of the disk, with the room that there really is', async () => {
    let least = 0
    const desk = watched({ least: () => least })
    await desk.pass(2)
    least = Number.MAX_SAFE_INTEGER // more than any disk has
    await desk.pass(4)
    expect(desk.mailed()).toEqual(['Vraagbaak: de schijf is bijna vol'])
    expect(desk.inSlack()).toHaveLength(1)
    least = 1
    await desk.pass(4)
    expect(desk.mailed()).toEqual(['Vraagbaak: de schijf is bijna vol', 'Vraagbaak: weer in orde: de schijf'])
    expect(desk.inSlack()).toHaveLength(2)
    expect(desk.logged().map(({ alert, subject }) => `${alert} ${subject}`)).toEqual([
      'raised disk',
      'over disk',
    ])
  })

  it('of the index, when a reindex cannot write', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-index-'))
    closing.push(async () => rmSync(dataDir, { recursive: true, force: true }))
    mkdirSync(join(dataDir, 'knowledge', 'documents'), { recursive: true })
    writeFileSync(join(dataDir, 'knowledge', 'documents', 'a.md'), '# A\n\nTekst over de gemeente.\n')
    writeFileSync(join(dataDir, 'index'), 'a file where the folder must be')
    const desk = watched()
    const run = () =>
      reindex({
        knowledgeDir: join(dataDir, 'knowledge'),
        dataDir,
        embedder: null,
        trigger: 'schedule',
      }).then(
        () => desk.ears.onJob({ job: 'reindex', kind: 'done', report: {} }),
        (error: unknown) => desk.ears.onJob({ job: 'reindex', kind: 'failed', error }),
      )
    await run()
    await desk.pass(2)
    expect(desk.mailed()).toHaveLength(1)
    rmSync(join(dataDir, 'index'))
    await run()
    await desk.pass(4)
    expect(desk.logged().map(({ alert, subject }) => `${alert} ${subject}`)).toEqual([
      'raised index',
      'over index',
    ])
  })

  it('of the mail server: in the staff channel, and by mail only when it is back', async () => {
    const desk = watched()
    server.weather({ refuseMail: 451 })
    const messages = [{ message: notice('Uw vraag is beantwoord.'), lane: 'an@zonnegem.be' }]
    await store.posts.post(
      { channel: 'mail', conversation: conversationId('an@zonnegem.be'), messages },
      clock.now(),
    )
    await desk.pass(40)
    expect(desk.inSlack()).toEqual([expect.stringContaining('mailserver is niet bereikbaar')])
    expect(desk.mailed()).toEqual([])
    server.weather('fine')
    await desk.pass(20)
    expect(desk.inSlack()).toHaveLength(2)
    expect(desk.mailed()).toContain('Vraagbaak: weer in orde: de mailserver')
  })

  it('of work that is due and fails again and again', async () => {
    const desk = watched()
    const fails = [{ key: 'x', kind: 'booking-notice', subject: 'b1', at: clock.now() }]
    await store.dues.plan(fails, clock.now())
    for (let attempt = 0; attempt < 5; attempt++) {
      const [due] = await store.dues.claim('desk-1', clock.now(), 1000, 1)
      if (!due) throw new Error('nothing is due')
      await store.dues.postpone(due, clock.now(), 'Error: no such calendar')
    }
    await desk.pass(1)
    expect(desk.logged()).toMatchObject([{ alert: 'raised', subject: 'schedule', detail: 'booking-notice' }])
    expect(desk.mailed()).toEqual(['Vraagbaak: het geplande werk faalt keer op keer'])
  })

  it('of the database, straight through the mail server because the outbox is away too', async () => {
    let away = true
    const health: Store['health'] = (now) => (away ? Promise.reject(new Error('gone')) : store.health(now))
    const desk = watched({ over: { health } })
    await desk.pass(3)
    expect(desk.mailed()).toEqual(['Vraagbaak: de databank is niet bereikbaar'])
    away = false
    await desk.pass(4)
    expect(desk.mailed()).toContain('Vraagbaak: weer in orde: de databank')
  })

  it('of a language model whose server answers with errors', async () => {
    const desk = watched()
    const provider = await startModelServer()
    closing.push(() => provider.close())
    const { roles } = await createModels(settings(provider.url), {
      mask: (text) => text,
      env: {},
      tick: () => clock.now().getTime(),
      observe: (record) => desk.ears.onModel(record),
    })
    const signal = AbortSignal.timeout(30_000)
    const ask = () =>
      roles.rewrite({ previous: 'Hoeveel?', text: 'En nu?', language: 'nl', day: '2026-11-23', signal })
    provider.does({ kind: 'status', status: 500 })
    for (const _ of [1, 2]) await ask()
    await desk.pass(2)
    expect(desk.mailed()).toEqual([])
    await ask()
    await desk.pass(2)
    expect(desk.mailed()).toHaveLength(1)
    clock.advance(10 * 60_000) // after failures it is left alone for a while
    provider.does({ kind: 'say', text: '{"question":"Hoeveel nu?"}' })
    expect(await ask()).toBe('Hoeveel nu?')
    await desk.pass(4)
    expect(desk.logged().map(({ alert, subject }) => `${alert} ${subject}`)).toEqual([
      'raised model',
      'over model',
    ])
  })

  it('of work that nobody does', async () => {
    const desk = watched()
    await store.dues.plan(
      [{ key: 'x', kind: 'ticket-card', subject: 'VB-2026-0001', at: clock.now() }],
      clock.now(),
    )
    await desk.pass(2)
    expect(desk.logged()).toEqual([])
    clock.advance(15 * 60_000)
    await desk.pass(2)
    const [due] = await store.dues.claim('desk-1', clock.now(), 1000, 1)
    if (!due) throw new Error('nothing is due')
    await store.dues.finish(due, { posts: [], due: [], ticketEvents: [], guards: [] }, clock.now())
    await desk.pass(4)
    expect(desk.logged().map(({ alert, subject, problem }) => `${alert} ${subject} ${problem}`)).toEqual([
      'raised schedule late',
      'over schedule late',
    ])
  })

  it('of copies of the database that cannot be written', async () => {
    const desk = watched()
    const taken = join(database.dataDir, 'a-file')
    writeFileSync(taken, '')
    const copies = (folder: string) =>
      new RegularBackup({
        dataDir: database.dataDir,
        databaseUrl: null,
        folder,
        everyMinutes: 1,
        keep: 1,
        mayRun: () => true,
        now: () => clock.now(),
        onDone: () => desk.ears.onBackup(true),
        onError: () => desk.ears.onBackup(false),
      })
    await copies(taken).look()
    await desk.pass(2)
    expect(desk.logged()).toMatchObject([{ alert: 'raised', subject: 'schedule', detail: 'backup' }])
    await copies(join(database.dataDir, 'copies')).look()
    await desk.pass(4)
    expect(desk.mailed()).toContain('Vraagbaak: weer in orde: het geplande werk')
  })

  it('of a token that Slack no longer takes, within a minute', async () => {
    const desk = watched()
    const real = await slackDesk({ onAlert: (alert) => desk.ears.onChannel('slack', alert) })
    closing.push(() => real.close())
    await real.open()
    real.slack.refuseTokens('token_revoked')
    const refusedAt = Date.now()
    const delivery = {
      id: 'd',
      conversation: conversationId('T0TESTVVSG/D0AN'),
      number: 1,
      message: notice('Dag'),
      replaces: null,
      under: null,
    }
    const before = clock.now().getTime()
    expect(await real.channel.send(delivery)).toMatchObject({ kind: 'failed' })
    // Asked once, and nothing after it.
    const asked = real.slack.calls.filter(({ at }) => at >= refusedAt)
    expect(asked.map(({ method }) => method)).toEqual(['auth.test'])
    await desk.pass(2)
    expect(clock.now().getTime() - before).toBeLessThanOrEqual(60_000)
    expect(desk.logged()).toMatchObject([{ alert: 'raised', subject: 'channel.slack', problem: 'refused' }])
    expect(desk.mailed()).toEqual(['Vraagbaak: Slack aanvaardt onze aanmelding niet meer'])
    expect(desk.inSlack()).toEqual([])
  })

  it('is remembered over a restart: told twice by nobody, and over afterwards', async () => {
    let free = 1
    const first = watched({ free: () => free })
    await first.pass(1)
    const second = watched({ free: () => free })
    await second.pass(2)
    expect(server.mails).toHaveLength(1)
    free = 9e9
    await second.pass(4)
    expect(second.logged().map(({ alert }) => alert)).toEqual(['over'])
    expect(server.mails).toHaveLength(2)
  })
})
