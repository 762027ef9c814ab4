import { statfs } from 'node:fs/promises'
import type { Logger } from 'pino'
import { Gauge, type Registry } from 'prom-client'
import { z } from 'zod'
import type { CallOutcome, CallRecord, WordingRecord } from '../answering/model/observe.js'
import type { Config } from '../config.js'
import type { Channel } from '../desk/channel.js'
import type { Clock } from '../desk/clock.js'
import type { ChannelName } from '../desk/conversation.js'
import type { Records } from '../desk/ports.js'
import type { SendEvent } from '../desk/sender.js'
import type { Alerts, Problem, ProblemKind } from '../health/alerts.js'
import { ChannelWatch } from '../health/channel-watch.js'
import { type DiskRoom, diskProblem, FailureCount, scheduleProblem } from '../health/parts.js'
import { type AlertMemory, HealthWatch } from '../jobs/health-watch.js'
import type { JobResult } from '../jobs/schedule.js'
import type { Store } from '../store/store.js'

/** What the watch over a running desk needs from its start on. */
export interface HealthNeeds {
  readonly config: Pick<Config, 'dataDir' | 'alerts'>
  readonly store: Pick<Store, 'health' | 'troubles' | 'records' | 'posts'>
  readonly clock: Clock
  readonly log: Logger
  readonly registry: Registry
  /** How much room a disk has; the real one when left out. */
  readonly room?: (folder: string) => Promise<DiskRoom>
}

/** Told of everything that may show that a part fails; looks at the rest by itself. */
export interface HealthEars {
  onSend(event: SendEvent): void
  onJob(result: JobResult): void
  onModel(record: CallRecord | WordingRecord): void
  /** A platform's own word, such as `token-refused`. */
  onChannel(channel: ChannelName, said: { readonly kind: string }): void
  onRetention(worked: boolean): void
  onBackup(worked: boolean): void
  /** Begins to look; `mayTell` says whether this process is the one that tells. */
  watch(
    channels: ReadonlyMap<ChannelName, Channel>,
    served: () => boolean,
    mayTell: () => boolean,
    zone: string,
  ): HealthWatch
}

/** What platforms say of themselves that means that nothing gets through. */
const GRAVE: Readonly<Record<string, ProblemKind>> = {
  'token-refused': 'refused',
  'not-connected': 'unreachable',
  'events-limited': 'failing',
}

const MODEL_FAILED: ReadonlySet<CallOutcome> = new Set(['timeout', 'failed', 'broken'])

/** The ears of a desk that starts; nothing is looked at before `watch`. */
export function healthEars(needs: HealthNeeds): HealthEars {
  const { config, store, clock, log, registry } = needs
  const sends = new ChannelWatch()
  const reindex = new FailureCount()
  const model = new FailureCount()
  const retention = new FailureCount()
  const backup = new FailureCount()
  const now = () => clock.now().getTime()
  const gauge = new Gauge({
    name: 'vraagbaak_problems',
    help: 'What is wrong now, by part',
    labelNames: ['subject'],
    registers: [registry],
  })
  const look = async (served: () => boolean): Promise<readonly Problem[]> => [
    ...(await storeProblems(store, clock, [retention, backup])),
    ...(await roomProblems(needs)),
    ...reindex.problems('index', 1),
    ...(served() ? [] : [{ subject: 'index', kind: 'unreachable', detail: '' } as const]),
    ...model.problems('model'),
    ...sends.problems(now()),
  ]
  return {
    onSend: (event) => {
      if (event.kind === 'settled') sends.sent(event.claim.channel, event.settlement.kind, now())
    },
    onJob: (result) => {
      if (result.kind === 'done') reindex.worked()
      else if (result.kind !== 'skipped') reindex.failed(`${result.job} ${result.kind}`)
    },
    onModel: (record) => {
      if (record.kind !== 'call') return
      if (record.outcome === 'answered') model.worked()
      else if (MODEL_FAILED.has(record.outcome)) model.failed(record.outcome)
    },
    onChannel: (channel, { kind }) => {
      const grave = GRAVE[kind]
      if (grave !== undefined) sends.said(channel, grave, kind, now())
    },
    onRetention: (worked) => (worked ? retention.worked() : retention.failed('retention')),
    onBackup: (worked) => (worked ? backup.worked() : backup.failed('backup')),
    watch: (channels, served, mayTell, zone) =>
      new HealthWatch({
        look: () => look(served),
        channels,
        posts: store.posts,
        records: alertMemory(store.records, clock),
        targets: config.alerts,
        mayTell,
        clock,
        zone,
        log,
        onLook: (alerts) => {
          gauge.reset()
          for (const subject of alerts.keys()) gauge.set({ subject }, 1)
        },
      }),
  }
}

async function storeProblems(
  store: HealthNeeds['store'],
  clock: Clock,
  work: readonly FailureCount[],
): Promise<readonly Problem[]> {
  try {
    const { dueLateMs } = await store.health(clock.now())
    const stuck = await store.troubles.stuck()
    const jobs = work.flatMap((one) => one.problems('schedule', 1)).map(({ detail }) => detail)
    return scheduleProblem({ stuck, lateMs: dueLateMs }, jobs)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return [{ subject: 'database', kind: 'unreachable', detail: code }]
  }
}

async function roomProblems({ config, log, room = roomOf }: HealthNeeds): Promise<readonly Problem[]> {
  try {
    return diskProblem(await room(config.dataDir), config.alerts.diskFree)
  } catch (error) {
    log.warn({ err: error }, 'how full the disk is cannot be seen')
    return []
  }
}

/** How much room is left on the disk of a folder. @throws when the folder is not there. */
export async function roomOf(folder: string): Promise<DiskRoom> {
  const { bavail, bsize } = await statfs(folder)
  return { free: bavail * bsize }
}

const KIND = 'alert'
const KEY = 'open'
const kept = z.array(
  z.tuple([
    z.string(),
    z.object({
      kind: z.enum(['unreachable', 'refused', 'full', 'failing', 'late']),
      detail: z.string(),
      since: z.number(),
      fineSince: z.number().nullable(),
    }),
  ]),
)

function alertMemory(records: Records, clock: Clock): AlertMemory {
  return {
    async load(): Promise<Alerts> {
      const text = await records.get(KIND, KEY, clock.now())
      const read = kept.safeParse(text === null ? [] : JSON.parse(text))
      return new Map(read.success ? read.data : [])
    },
    save: (alerts) => records.put(KIND, KEY, JSON.stringify([...alerts]), clock.now(), null),
  }
}
