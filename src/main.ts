import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Router } from 'express'
import pino, { type DestinationStream, type Logger } from 'pino'
import type { WebChannel } from '../adapters/web/web-channel.js'
import type { ModelObserver } from './answering/model/observe.js'
import { converse } from './cli/converse.js'
import { type DeskBase, STOP_MS } from './cli/desk-base.js'
import { Opened } from './cli/opened.js'
import { type BookingWiring, wireBookings } from './cli/wire-bookings.js'
import { webChannel, wireChannels } from './cli/wire-channels.js'
import { sampleKnowledge, titlesIn, wireDesk } from './cli/wire-desk.js'
import { healthEars } from './cli/wire-health.js'
import { type MemberWiring, wireMembers } from './cli/wire-members.js'
import { wireModel } from './cli/wire-model.js'
import { replayForgotten } from './cli/wire-privacy.js'
import { wirePublish } from './cli/wire-publish.js'
import { livingKnowledge, startSchedule } from './cli/wire-schedule.js'
import { wireStaffDesk } from './cli/wire-staff.js'
import { type TicketWiring, wireTickets } from './cli/wire-tickets.js'
import type { Config } from './config.js'
import type { Channel } from './desk/channel.js'
import { type Clock, systemClock } from './desk/clock.js'
import type { ChannelName } from './desk/conversation.js'
import { createResponder } from './desk/respond.js'
import type { DeskParts, Responder } from './desk/responder.js'
import { EMPTY_STATE } from './desk/state.js'
import { createApp } from './http/app.js'
import { calendarRouter } from './http/calendar-feed.js'
import { healthRouter, Readiness } from './http/health.js'
import { type Listening, listen } from './http/listen.js'
import { createLog } from './http/logging.js'
import { createMetrics } from './http/metrics.js'
import { modelEvents } from './http/model-events.js'
import { oneTimeLink } from './http/sign-in/one-time-link.js'
import { randomToken } from './http/sign-in/router.js'
import { sourceRouter } from './http/source-page.js'
import type { KnowledgeIndex } from './knowledge/open-index.js'
import { openStore } from './store/open-store.js'
import type { Store } from './store/store.js'
import { SIGN_IN_TEXTS } from './texts/staff-sign-in.js'

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
  const knowledgeDir = config.knowledgeDir ?? sampleKnowledge()
  const store = await openStore({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    use: 'serve',
    now: clock.now(),
  })
  opened.add(() => store.close())
  const forgotten = await replayForgotten(store, config, clock.now())
  if (forgotten > 0) log.warn({ forgotten }, 'erasures were applied again to a database that was put back')
  const members = membersOf(config, knowledgeDir, store, clock, log)
  const web = webChannel(config, store, clock, members)
  const metrics = createMetrics(() => web.openStreams)
  const ears = healthEars({ config, store, clock, log, registry: metrics.registry })
  const owner = `${hostname()}/${process.pid}/${randomUUID()}`
  return open({ config, knowledgeDir, store, clock, owner, log, metrics, ears, opened }, web, members)
}

async function open(base: DeskBase, web: WebChannel, members: MemberWiring): Promise<RunningDesk> {
  const { config, store, clock, log, ears, opened } = base
  const knowledge = await livingKnowledge(base)
  opened.add(() => knowledge.close())
  const { index } = knowledge
  const parts = wireDesk(base.knowledgeDir, index)
  await warmUp(createResponder(parts), clock)
  const { channels, routers } = await wireChannels(base, web, { ...parts, titleOf: titlesIn(index) })
  const bookings = wireBookings({ store, parts, channels, clock })
  const readiness = readinessOf(store, index, clock)
  const staffPages = Router()
  const server = await listenTo(config, log, [
    healthRouter(readiness, base.metrics.registry, config.http.metricsToken),
    ...routers,
    staffPages,
    calendarRouter(bookings.readFeed),
    sourcePages(index, web, members),
  ])
  opened.add(() => server.stop(STOP_MS))
  const schedule = startSchedule(base, knowledge)
  const tickets = await ticketsOf(base, { parts, index, channels, members, bookings })
  const staff = wireStaffDesk({
    ...base,
    parts,
    wiring: tickets,
    index,
    localUrl: server.url,
    bookings: bookings.desk,
    requestReindex: schedule.requestReindex,
    refreshDenied: () => knowledge.refreshDenied(),
  })
  staffPages.use(staff.router)
  opened.add(async () => staff.stop())
  await converse(base, { tickets, bookings, channels })
  const health = ears.watch(channels, () => index.generation() !== '', schedule.held, parts.hours.zone)
  health.start()
  opened.add(() => health.stop())
  opened.add(async () => readiness.goDown())
  const staffLink = await staffLinkFor(config, store, server.url, clock)
  return { url: server.url, staffLink, stop: () => opened.close() }
}

function membersOf(
  config: Config,
  knowledgeDir: string,
  store: Store,
  clock: Clock,
  log: Logger,
): MemberWiring {
  const show = (line: string) => void process.stdout.write(`${line}\n`)
  return wireMembers({ knowledgeDir, store, clock, mails: config.mail !== null, show, log })
}

function readinessOf(store: Store, index: KnowledgeIndex, clock: Clock): Readiness {
  return new Readiness({
    index: () => index.generation() !== '',
    store: async () => (await store.health(clock.now())).database === store.kind,
  })
}

function sourcePages(index: KnowledgeIndex, web: WebChannel, members: MemberWiring): Router {
  return sourceRouter(
    (document) => index.passagesOf(document),
    async (request) => {
      const person = web.personOf(request)
      return person !== null && (await members.proof.status(person)).bodies.length > 0
    },
  )
}

interface Around {
  readonly parts: DeskParts
  readonly index: KnowledgeIndex
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly members: MemberWiring
  readonly bookings: BookingWiring
}

/** Everything that answers and hands over, with the language model where one is configured. */
async function ticketsOf(
  { config, knowledgeDir, store, clock, log, metrics, ears }: DeskBase,
  { parts, index, channels, members, bookings }: Around,
): Promise<TicketWiring> {
  const onModel = modelEvents(log, metrics.registry)
  const observe: ModelObserver = (record) => {
    onModel(record)
    ears.onModel(record)
  }
  const { publicUrl } = config.http
  return wireTickets({
    knowledgeDir,
    parts,
    store,
    channels,
    respond: createResponder(await wireModel(parts, config.model, { ledger: store.modelLedger, observe })),
    whoIs: members.whoIs,
    provenMail: members.provenMail,
    booking: bookings.talk,
    titleOf: titlesIn(index),
    publicUrl,
    clock,
    log,
    publish: wirePublish({ store, publicUrl, zone: parts.hours.zone, clock }),
  })
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

function listenTo({ http }: Config, log: Logger, routers: readonly Router[]): Promise<Listening> {
  const https = http.publicUrl?.startsWith('https:') ?? false
  return listen(createApp({ routers, https, trustProxy: http.trustProxy, log }), http.host, http.port)
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
