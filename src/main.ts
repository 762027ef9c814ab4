import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Router } from 'express'
import pino, { type DestinationStream, type Logger } from 'pino'
import { MailChannel } from '../adapters/mail/mail-channel.js'
import { WebChannel } from '../adapters/web/web-channel.js'
import { detectLanguage } from './answering/language.js'
import type { ModelObserver } from './answering/model/observe.js'
import type { Offerings } from './booking/offerings.js'
import { type BookingWiring, wireBookings } from './cli/wire-bookings.js'
import { sampleKnowledge, wireDesk } from './cli/wire-desk.js'
import { type HealthEars, healthEars } from './cli/wire-health.js'
import { type MemberWiring, wireMembers } from './cli/wire-members.js'
import { wireModel } from './cli/wire-model.js'
import { replayForgotten } from './cli/wire-privacy.js'
import { wirePublish } from './cli/wire-publish.js'
import { wireStaffDesk } from './cli/wire-staff.js'
import { type TicketWiring, wireTickets } from './cli/wire-tickets.js'
import type { Config } from './config.js'
import type { Channel } from './desk/channel.js'
import { type Clock, systemClock } from './desk/clock.js'
import type { ChannelName } from './desk/conversation.js'
import { Dispatcher } from './desk/dispatcher.js'
import type { DueHandler } from './desk/due-runner.js'
import { DueRunner } from './desk/due-runner.js'
import type { Incoming } from './desk/incoming.js'
import { LeaseKeeper } from './desk/lease-keeper.js'
import type { OutgoingMessage } from './desk/outgoing.js'
import { createResponder } from './desk/respond.js'
import type { Responder } from './desk/responder.js'
import { type SendEvent, Sender } from './desk/sender.js'
import { EMPTY_STATE } from './desk/state.js'
import { createApp } from './http/app.js'
import { calendarRouter } from './http/calendar-feed.js'
import { healthRouter, isLoopback, Readiness } from './http/health.js'
import { type Listening, listen } from './http/listen.js'
import { createLog, deskEvents } from './http/logging.js'
import { createMetrics, type Metrics } from './http/metrics.js'
import { modelEvents } from './http/model-events.js'
import { RateLimit } from './http/rate-limit.js'
import { oneTimeLink } from './http/sign-in/one-time-link.js'
import { randomToken } from './http/sign-in/router.js'
import { sourceRouter } from './http/source-page.js'
import { type LivingKnowledge, openLivingKnowledge } from './jobs/living-knowledge.js'
import { NightlyRetention } from './jobs/nightly-retention.js'
import type { KnowledgePlaces } from './jobs/open-knowledge.js'
import { RegularBackup } from './jobs/regular-backup.js'
import { ReindexRequests } from './jobs/reindex-requests.js'
import { runMaterial } from './jobs/run-material.js'
import type { Schedule } from './jobs/schedule.js'
import { packageRoot } from './package-root.js'
import { openStore } from './store/open-store.js'
import type { Store } from './store/store.js'
import { GIVEN_UP } from './texts/failures.js'
import { SIGN_IN_TEXTS } from './texts/staff-sign-in.js'

/** How long a stop waits for turns and sends under way, in milliseconds. */
const STOP_MS = 10_000
const SCHEDULE_LEASE_MS = 30_000
const REINDEX_LIMIT_MS = 30 * 60_000

/** A visitor of the web page has proven nothing: public answers only. */
const UNKNOWN_VISITOR = { memberKind: 'onbekend', knownMember: false } as const

/** A desk that runs. */
export interface RunningDesk {
  /** Where this machine reaches the page. */
  readonly url: string
  /** Signs one browser on this machine in to the staff desk, once; null where colleagues sign in with their account. */
  readonly staffLink: string | null
  /** Takes nothing new, finishes what runs within a bound, and gives everything back. A second call waits for the first. */
  stop(): Promise<void>
}

/**
 * Runs the desk until the process is told to stop (SIGTERM, SIGINT); a second signal ends it at once.
 *
 * @param startAt where its clock starts; null is now.
 * @throws StoreError, KnowledgeError, FileError or ListenError with what to mend.
 */
export async function serve(config: Config, startAt: Date | null): Promise<void> {
  // Bree reckons cron fields with the zone of the process; ours are UTC, on the days the clocks change too.
  process.env.TZ = 'UTC'
  const desk = await startDesk(config, systemClock(startAt), pino.destination({ fd: 2, sync: true }))
  tidyHeap()
  process.stdout.write(`Vraagbaak is open: ${config.http.publicUrl ?? desk.url}\n`)
  if (desk.staffLink !== null) process.stdout.write(`${SIGN_IN_TEXTS.terminal(desk.staffLink)}\n`)
  await signalled()
  await desk.stop()
}

/**
 * Clears what building the index and reading the words left behind, and from here on keeps the heap near what the
 * desk holds: V8 otherwise lets it grow to several times that before it clears up.
 */
function tidyHeap(): void {
  setFlagsFromString('--optimize-for-size')
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}

/**
 * Starts a desk with everything that is configured; the first time it makes its database and its index.
 *
 * @throws as `serve`; what was opened until then is given back first.
 */
export async function startDesk(
  config: Config,
  clock: Clock,
  logTo: DestinationStream,
): Promise<RunningDesk> {
  const log = createLog(config.logLevel, logTo)
  const opened = new Opened()
  try {
    return await start(config, clock, log, opened)
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function start(config: Config, clock: Clock, log: Logger, opened: Opened): Promise<RunningDesk> {
  const { dataDir, databaseUrl, embedder } = config
  const knowledgeDir = config.knowledgeDir ?? sampleKnowledge()
  const store = await openStore({ dataDir, databaseUrl, use: 'serve', now: clock.now() })
  opened.add(() => store.close())
  const forgotten = await replayForgotten(store, config, clock.now())
  if (forgotten > 0) log.warn({ forgotten }, 'erasures were applied again to a database that was put back')
  const members = wireMembers({
    knowledgeDir,
    store,
    clock,
    mails: config.mail !== null,
    show: (line) => void process.stdout.write(`${line}\n`),
    log,
  })
  const web = webChannel(config, store, clock, members)
  const metrics = createMetrics(() => web.openStreams)
  const ears = healthEars({ config, store, clock, log, registry: metrics.registry })
  const places = { knowledgeDir, dataDir, embedder }
  const knowledge = await livingKnowledge(config, places, store, log, metrics, ears)
  opened.add(() => knowledge.close())
  const { index } = knowledge
  const desk = wireDesk(knowledgeDir, index)
  await warmUp(createResponder(desk), clock)
  const slack = await slackChannel(config, store, desk.offerings, clock, log, metrics, ears)
  const teams = await teamsChannel(config, knowledgeDir, store, clock, log, metrics, ears)

  const readiness = new Readiness({
    index: () => index.generation() !== '',
    store: async () => (await store.health(clock.now())).database === store.kind,
  })
  const staffPages = Router()
  const mail = config.mail === null ? null : new MailChannel(config.mail)
  const channels = byName([
    web,
    ...(slack ? [slack] : []),
    ...(teams ? [teams] : []),
    ...(mail ? [mail] : []),
  ])
  const bookings = wireBookings({ store, parts: desk, channels, clock })
  const server = await listenTo(config, log, [
    healthRouter(readiness, metrics.registry, config.http.metricsToken),
    // Before the page, which says of everything else under /api that it is not there.
    ...(teams ? [teams.router] : []),
    web.router,
    ...(slack ? [slack.router] : []),
    staffPages,
    calendarRouter(bookings.readFeed),
    sourceRouter(
      (document) => index.passagesOf(document),
      async (request) => {
        const person = web.personOf(request)
        return person !== null && (await members.proof.status(person)).bodies.length > 0
      },
    ),
  ])
  opened.add(() => server.stop(STOP_MS))

  const owner = `${hostname()}/${process.pid}/${randomUUID()}`
  const keeper = scheduleKeeper(knowledge.schedule, store, owner, clock, log)
  keeper.start()
  opened.add(() => keeper.stop())
  void knowledge.watch(() => keeper.held)

  const onModel = modelEvents(log, metrics.registry)
  const observe: ModelObserver = (record) => {
    onModel(record)
    ears.onModel(record)
  }
  const ledger = store.modelLedger
  const respond = createResponder(await wireModel(desk, config.model, { ledger, observe }))
  const tickets = wireTickets({
    knowledgeDir,
    parts: desk,
    store,
    channels,
    respond,
    whoIs: members.whoIs,
    provenMail: members.provenMail,
    booking: bookings.talk,
    titleOf: (passage) => index.passage(passage)?.document.title ?? null,
    publicUrl: config.http.publicUrl,
    clock,
    log,
    publish: wirePublish({ store, publicUrl: config.http.publicUrl, zone: desk.hours.zone, clock }),
  })
  const requests = reindexRequests(knowledge, keeper, store, clock, log)
  requests.start()
  opened.add(async () => requests.stop())
  const retention = nightlyRetention(config, store, keeper, ears, clock, log)
  if (config.retention.nightly) retention.start()
  opened.add(() => retention.stop())
  const backups = regularBackup(config, keeper, ears, clock, log)
  backups?.start()
  opened.add(async () => backups?.stop())
  const staff = wireStaffDesk({
    config,
    knowledgeDir,
    store,
    parts: desk,
    wiring: tickets,
    index,
    localUrl: server.url,
    bookings: bookings.desk,
    requestReindex: () => requests.ask(),
    refreshDenied: () => knowledge.refreshDenied(),
    clock,
    log,
  })
  staffPages.use(staff.router)
  opened.add(async () => staff.stop())
  await converse({ store, tickets, bookings, channels, clock, owner, log, metrics, ears, opened })
  const health = ears.watch(
    channels,
    () => index.generation() !== '',
    () => keeper.held,
    desk.hours.zone,
  )
  health.start()
  opened.add(() => health.stop())
  opened.add(async () => readiness.goDown())
  const staffLink = await staffLinkFor(config, store, server.url, clock)
  return { url: server.url, staffLink, stop: () => opened.close() }
}

/** Reads word lists and compiles the hot paths, so that the first member does not wait for that. */
async function warmUp(respond: Responder, clock: Clock): Promise<void> {
  const asked = {
    text: 'Waar is de VVSG gevestigd en wie zijn de leden?',
    masked: [],
    intent: 'message',
  } as const
  await respond(asked, EMPTY_STATE, { now: clock.now(), opensTickets: false, ...UNKNOWN_VISITOR })
}

function byName(channels: readonly Channel[]): ReadonlyMap<ChannelName, Channel> {
  return new Map(channels.map((channel) => [channel.name, channel]))
}

interface Conversing {
  readonly store: Store
  readonly tickets: TicketWiring
  readonly bookings: BookingWiring
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly clock: Clock
  /** Names this process in leases. */
  readonly owner: string
  readonly log: Logger
  readonly metrics: Metrics
  readonly ears: HealthEars
  readonly opened: Opened
}

/** Starts what handles and sends messages, then lets messages in. */
async function converse({
  store,
  tickets,
  bookings,
  channels,
  clock,
  owner,
  log,
  metrics,
  ears,
  opened,
}: Conversing): Promise<void> {
  const { onDispatch, onSend, onDue } = deskEvents(log, metrics)
  const shared = { signals: store.signals, channels, clock, owner }
  const onEvent = (event: SendEvent) => {
    onSend(event)
    ears.onSend(event)
    tickets.undelivered.noticed(event, clock.now())
  }
  const sender = new Sender({ ...shared, outbox: store.outbox, onEvent })
  const givenUp = (): OutgoingMessage => ({
    kind: 'notice',
    text: GIVEN_UP,
    citations: [],
    actions: [],
    ticket: null,
    booking: null,
  })
  const { turn } = tickets
  const dispatcher = new Dispatcher({ ...shared, turns: store.turns, turn, givenUp, onEvent: onDispatch })
  const handlers = new Map<string, DueHandler>([...tickets.dueHandlers, ...bookings.dueHandlers])
  const dues = new DueRunner({ ...shared, dues: store.dues, handlers, onEvent: onDue })
  await tickets.undelivered.sweep(clock.now())
  sender.start()
  opened.add(() => sender.stop(STOP_MS))
  dispatcher.start()
  opened.add(() => dispatcher.stop(STOP_MS))
  dues.start()
  opened.add(() => dues.stop(STOP_MS))
  for (const channel of channels.values()) {
    await channel.start((incoming) => accept(store, incoming, clock, log))
    opened.add(() => channel.stop())
  }
}

/** A platform that is told of a failure sends the message again; operators must know of it too. */
async function accept(store: Store, incoming: Incoming, clock: Clock, log: Logger): Promise<void> {
  try {
    await store.inbox.accept(incoming, clock.now())
  } catch (error) {
    log.error({ err: error, channel: incoming.channel }, 'message not taken in')
    throw error
  }
}

function webChannel({ http }: Config, store: Store, clock: Clock, members: MemberWiring): WebChannel {
  const persons = new RateLimit(http.limits.perPerson)
  const addresses = new RateLimit(http.limits.perAddress)
  return new WebChannel({
    log: store.webLog,
    now: () => clock.now(),
    publicUrl: http.publicUrl,
    pageDir: join(packageRoot(), 'adapters/web/page'),
    languageOf: detectLanguage,
    proof: {
      desk: members.proof,
      isHere: ({ socket }) => !http.trustProxy && isLoopback(socket.remoteAddress ?? ''),
    },
    limit: (person, address) => {
      const now = performance.now()
      // Without a proxy that names them, all who come through one on this machine share its address.
      const shared = !http.trustProxy && isLoopback(address)
      return persons.take(person, now) || (shared ? 0 : addresses.take(address, now))
    },
  })
}

/** Null where Slack is not configured: then its packages are not loaded either. */
async function slackChannel(
  { slack: settings, http }: Config,
  store: Store,
  offerings: Offerings,
  clock: Clock,
  log: Logger,
  metrics: Metrics,
  ears: HealthEars,
) {
  if (settings === null) return null
  const { wireSlack } = await import('./cli/wire-slack.js')
  const { publicUrl } = http
  const onTrouble = (alert: { readonly kind: string }) => ears.onChannel('slack', alert)
  return wireSlack({
    settings,
    publicUrl,
    store,
    offerings,
    clock,
    log,
    registry: metrics.registry,
    onTrouble,
  })
}

/** Null where Teams is not configured: then its packages are not loaded either. */
async function teamsChannel(
  { teams: settings, http }: Config,
  knowledgeDir: string,
  store: Store,
  clock: Clock,
  log: Logger,
  metrics: Metrics,
  ears: HealthEars,
) {
  if (settings === null) return null
  const { wireTeams } = await import('./cli/wire-teams.js')
  const { publicUrl } = http
  const onTrouble = (alert: { readonly kind: string }) => ears.onChannel('teams', alert)
  return wireTeams({
    settings,
    knowledgeDir,
    publicUrl,
    store,
    clock,
    log,
    registry: metrics.registry,
    onTrouble,
  })
}

function listenTo({ http }: Config, log: Logger, routers: readonly Router[]): Promise<Listening> {
  const https = http.publicUrl?.startsWith('https:') ?? false
  return listen(createApp({ routers, https, trustProxy: http.trustProxy, log }), http.host, http.port)
}

function livingKnowledge(
  config: Config,
  places: KnowledgePlaces,
  store: Store,
  log: Logger,
  metrics: Metrics,
  ears: HealthEars,
): Promise<LivingKnowledge> {
  return openLivingKnowledge({
    places,
    reindexCron: config.reindexCron,
    watch: config.reindexWatch,
    limitMs: REINDEX_LIMIT_MS,
    denied: store.deniedDocuments,
    material: () => runMaterial(store),
    log,
    onResult: (result) => {
      metrics.job(result.job, result.kind)
      ears.onJob(result)
      if (result.kind === 'done') log.info({ job: result.job, ...result.report }, 'job done')
      else if (result.kind === 'skipped') log.info(result, 'job skipped')
      else log.error({ ...result, ...('error' in result && { error: undefined, err: result.error }) }, 'job')
    },
  })
}

/** Null where colleagues sign in with their account, and behind a proxy, where nobody surely comes from this machine. */
async function staffLinkFor(
  { openId, http }: Config,
  store: Store,
  url: string,
  clock: Clock,
): Promise<string | null> {
  if (openId !== null || http.trustProxy) return null
  return oneTimeLink(store.records, url, clock.now(), randomToken)
}

function reindexRequests(
  { schedule }: LivingKnowledge,
  keeper: LeaseKeeper,
  store: Store,
  clock: Clock,
  log: Logger,
): ReindexRequests {
  return new ReindexRequests({
    records: store.records,
    mayReindex: () => keeper.held,
    reindexSoon: () => schedule.reindexSoon('staff'),
    now: () => clock.now(),
    onError: (error) => log.error({ err: error }, 'reindex requests'),
  })
}

/** Null where no folder for backups is configured. */
function regularBackup(
  { backups, dataDir, databaseUrl }: Config,
  keeper: LeaseKeeper,
  ears: HealthEars,
  clock: Clock,
  log: Logger,
): RegularBackup | null {
  if (backups === null) return null
  return new RegularBackup({
    ...backups,
    dataDir,
    databaseUrl,
    mayRun: () => keeper.held,
    now: () => clock.now(),
    onDone: (file, ms) => {
      ears.onBackup(true)
      log.info({ file, ms }, 'backup')
    },
    onError: (error) => {
      ears.onBackup(false)
      log.error({ err: error }, 'backup')
    },
  })
}

function nightlyRetention(
  config: Config,
  store: Store,
  keeper: LeaseKeeper,
  ears: HealthEars,
  clock: Clock,
  log: Logger,
): NightlyRetention {
  return new NightlyRetention({
    retention: store.retention,
    records: store.records,
    terms: config.retention,
    mayRun: () => keeper.held,
    now: () => clock.now(),
    onDone: (gone) => {
      ears.onRetention(true)
      log.info(gone, 'retention')
    },
    onError: (error) => {
      ears.onRetention(false)
      log.error({ err: error }, 'retention')
    },
  })
}

/** Of several desks on one database, one runs the schedule; when it is gone another takes over within the minute. */
function scheduleKeeper(
  schedule: Schedule,
  store: Store,
  owner: string,
  clock: Clock,
  log: Logger,
): LeaseKeeper {
  const onError = (error: unknown) => log.error({ err: error }, 'schedule')
  return new LeaseKeeper({
    leases: store.leases,
    name: 'schedule',
    owner,
    clock,
    leaseMs: SCHEDULE_LEASE_MS,
    onChange: (held) => void (held ? schedule.start() : schedule.stop()).catch(onError),
    onError,
  })
}

/** What was opened, to be closed in the opposite order; each gets its turn whatever the others do. */
class Opened {
  readonly #closers: (() => Promise<unknown>)[] = []
  #closing: Promise<void> | null = null

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close)
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeAll()
    return this.#closing
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = []
    for (const close of this.#closers.reverse()) await close().catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
      resolve()
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })
}
