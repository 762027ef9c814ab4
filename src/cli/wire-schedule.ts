import { LeaseKeeper } from '../desk/lease-keeper.js'
import { type LivingKnowledge, openLivingKnowledge } from '../jobs/living-knowledge.js'
import { NightlyRetention } from '../jobs/nightly-retention.js'
import { RegularBackup } from '../jobs/regular-backup.js'
import { ReindexRequests } from '../jobs/reindex-requests.js'
import { runMaterial } from '../jobs/run-material.js'
import type { DeskBase } from './desk-base.js'

const SCHEDULE_LEASE_MS = 30_000
const REINDEX_LIMIT_MS = 30 * 60_000

/** What runs by the clock in one of the desks on a database. */
export interface ScheduleWiring {
  /** Whether this process holds the schedule. */
  readonly held: () => boolean
  /** Has the documents read again soon, by whichever process may. */
  readonly requestReindex: () => void
}

/** Starts what runs by the clock: the reindex, what is past its term, backups. */
export function startSchedule(base: DeskBase, knowledge: LivingKnowledge): ScheduleWiring {
  const { opened, config } = base
  const keeper = scheduleKeeper(base, knowledge)
  keeper.start()
  opened.add(() => keeper.stop())
  void knowledge.watch(() => keeper.held)
  const requests = reindexRequests(base, knowledge, keeper)
  requests.start()
  opened.add(async () => requests.stop())
  const retention = nightlyRetention(base, keeper)
  if (config.retention.nightly) retention.start()
  opened.add(() => retention.stop())
  const backups = regularBackup(base, keeper)
  backups?.start()
  opened.add(async () => backups?.stop())
  return { held: () => keeper.held, requestReindex: () => requests.ask() }
}

/** Opens the index, and what keeps it fresh. */
export function livingKnowledge({
  config,
  knowledgeDir,
  store,
  log,
  metrics,
  ears,
}: DeskBase): Promise<LivingKnowledge> {
  const { dataDir, embedder } = config
  return openLivingKnowledge({
    places: { knowledgeDir, dataDir, embedder },
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

function reindexRequests(
  { store, clock, log }: DeskBase,
  { schedule }: LivingKnowledge,
  keeper: LeaseKeeper,
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
function regularBackup({ config, ears, clock, log }: DeskBase, keeper: LeaseKeeper): RegularBackup | null {
  const { backups, dataDir, databaseUrl } = config
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
  { config, store, ears, clock, log }: DeskBase,
  keeper: LeaseKeeper,
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
function scheduleKeeper({ store, owner, clock, log }: DeskBase, { schedule }: LivingKnowledge): LeaseKeeper {
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
